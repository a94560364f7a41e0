// What the cases of tests/errors cannot hold well: limits, other spellings, what is not a mistake.
#include "support/catch.h"
#include "unit/load/model_fixture.h"

namespace stagecraft {
namespace {

using testing::Lines;
using testing::mistakes_with;
using testing::model_with;
using testing::three_stages;

TEST_CASE("a model has at most two thousand things of one kind") {
  std::string glossary = "glossary:\n";
  for (int i = 0; i < 2001; ++i) {
    const std::string id = "t" + std::to_string(i);
    glossary += "  - {id: " + id + ", term: " + id + ", definition: D.}\n";
  }
  CHECK(mistakes_with(glossary) == Lines{"2006:5+1 a model has at most 2000 of one kind"});
  glossary.resize(glossary.rfind("  - "));
  CHECK(mistakes_with(glossary).empty());
}

TEST_CASE("two thousand questions may wait for each other in a row, in any order") {
  std::string questions = "questions:\n";
  for (int i = 0; i < 1999; ++i) {
    questions += "  - {id: q" + std::to_string(i) + ", text: Q., asked_if: {question: q" +
                 std::to_string(i + 1) + ", answers: [yes]}}\n";
  }
  CHECK(mistakes_with(questions + "  - {id: q1999, text: Q.}\n").empty());
}

TEST_CASE("a thing may be renamed to what another thing was never called") {
  CHECK(mistakes_with("stages: [{id: a, title: A, formerly: [b, c]}, {id: d, title: D, "
                      "formerly: [e]}]\nfacets: [{id: a, title: A}]\n")
            .empty());
}

TEST_CASE("keys without a value count as keys that are not there") {
  const MaturityModel model = model_with(three_stages + R"(
pillars: ~
kpis: [{id: k, title: K, definition: D., typical: {bag: ~}}]
questions: [{id: q, text: Q., map: ~, asked_if: ~}]
roi: ~
scoring: ~
)");
  CHECK(model.kpis.at(0).typical.at(0).kind == TypicalKind::not_defined);
  CHECK_FALSE(model.questions.at(0).asked_if);
  CHECK(model.methods.empty());
}

TEST_CASE("a formula over several lines is marked as a whole") {
  const std::string parts = R"(roi:
  title: W
  inputs: [{id: a, title: A, expected: 1}]
  lines:
    - id: l
      title: L
      kind: cost
      amount: >-
        a *
        b
)";
  CHECK(mistakes_with(parts) == Lines{"12:15+2 unknown input 'b' | one of: a"});
}

TEST_CASE("a model whose root is no map says only that") {
  Diagnostics diagnostics;
  const auto document = read_document(testing::source_of("model.yaml", "- tea\n"), {}, diagnostics);
  REQUIRE(document);
  CHECK_FALSE(load_model(*document, diagnostics));
  CHECK(testing::lines_of(diagnostics) ==
        Lines{"1:1+1 the model must be a map of keys and values, not a list"});
}

TEST_CASE("models may be written as JSON") {
  Diagnostics diagnostics;
  const auto document = read_document(
      testing::source_of("model.json", R"({"id": "tea", "title": "Tea", "version": "1",
"summary": "S.", "questions": [{"id": "q", "type": "scale", "text": "Q.", "from": 0, "to": 4,
"map": {"points": [[0, 0], [4, 0.25]]}}], "scoring": {"id": "m", "title": "M", "rule": "R.",
"digits": 3, "overall": {"by": "sum"}}})"),
      {}, diagnostics);
  REQUIRE(document);
  const auto model = load_model(*document, diagnostics);
  REQUIRE(model);
  CHECK(model->questions.at(0).to == 4);
  CHECK(model->questions.at(0).map->pairs.at(1).second == Exact(1, 4));
  CHECK(model->methods.at(0).digits == 3);
}

TEST_CASE("a stage question that counts towards several pillars is described by the first") {
  const std::string parts = three_stages + R"(
pillars: [{id: leaf, title: Leaf, descriptors: {bag: Dust.}}]
questions:
  - {id: a, type: stage, text: A., counts_towards: [{pillar: leaf}]}
)";
  CHECK(model_with(parts).questions.at(0).options.at(0).text == "Dust.");
  CHECK(
      mistakes_with(parts +
                    "  - {id: b, type: stage, text: B., counts_towards: [{stage: bag}]}\n") ==
      Lines{"10:5+1 a question of the type 'stage' needs a 'pillar', which describes the stages"});
}

}  // namespace
}  // namespace stagecraft
