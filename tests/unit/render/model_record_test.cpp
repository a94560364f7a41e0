#include "render/model_record.h"

#include "support/catch.h"
#include "unit/render/record_fixture.h"
#include "unit/render/whole_model.h"

namespace stagecraft {
namespace {

using testing::lines_of;
using testing::lines_of_json;
using testing::model_from_json;
using testing::model_with;
using testing::three_stages;
using testing::whole_model;

Record without_schema(Record record) {
  record.erase("schema");
  return record;
}

TEST_CASE("the record of a model is the model, part by part and key by key") {
  const Record record = model_record(model_from_json(whole_model));
  CHECK(record.begin().key() == "schema");
  CHECK(record["schema"] == "stagecraft/model/2");
  CHECK(lines_of(without_schema(record)) == lines_of_json(whole_model));
}

TEST_CASE("a record can be read again as a model, and gives the same record") {
  const MaturityModel model = model_with(three_stages + R"(
pillars:
  - id: build
    title: Build
    weight: 3
    pillars: [{id: tests, title: Tests}, {id: review, title: Review}]
  - {id: run, title: Run}
answer_sets:
  - {id: coverage, answers: [{id: none, text: "No", value: 0}, {id: all, text: For all, value: 1}]}
questions:
  - {id: a, text: A., pillar: tests}
  - id: b
    type: choice
    text: B.
    answers: coverage
    counts_towards: [{pillar: review, stage: pot}]
  - {id: c, type: scale, text: C., pillar: run}
scoring:
  id: m
  title: M
  rule: R.
  overall: {stage: fractional}
  pillars: {by: max}
  leaf_pillars: {by: min, over: questions}
  nodes: {run: {by: sum, weight: 0.5}}
)");
  const Record record = model_record(model);
  CHECK(lines_of(model_record(model_from_json(without_schema(record).dump()))) ==
        lines_of(record));

  CHECK(lines_of(record["questions"]) == lines_of_json(R"([
    {"id": "a", "type": "yes-no", "title": "A.", "text": "A.", "values": {"yes": 1, "no": 0},
     "pillar": "tests", "weight": 1},
    {"id": "b", "type": "choice", "title": "B.", "text": "B.",
     "answers": [{"id": "none", "text": "No", "value": 0},
                 {"id": "all", "text": "For all", "value": 1}],
     "pillar": "review", "stage": "pot", "weight": 1},
    {"id": "c", "type": "scale", "title": "C.", "text": "C.", "from": 1, "to": 5,
     "pillar": "run", "weight": 1}
  ])"));
  CHECK(lines_of(record["scoring"]) == lines_of_json(R"([
    {"id": "m", "title": "M", "rule": "R.", "questions": ["a", "b", "c"],
     "unanswered": "lowest", "not_applicable": "exclude", "enough": 0, "teams": "mean",
     "respondents": "mean", "digits": 2,
     "overall": {"by": "mean", "over": "children", "stage": "fractional"},
     "nodes": {"build": {"by": "max", "over": "children", "weight": 3},
               "tests": {"by": "min", "over": "questions", "weight": 1},
               "review": {"by": "min", "over": "questions", "weight": 1},
               "run": {"by": "sum", "over": "questions", "weight": 0.5}}}
  ])"));
}

TEST_CASE("a model without anything but its head is a head") {
  CHECK(lines_of(model_record(model_with(""))) == lines_of_json(R"({
    "schema": "stagecraft/model/2", "id": "tea", "title": "Tea", "short_title": "Tea",
    "version": "1.0.0", "summary": "About tea."
  })"));
}

TEST_CASE("the record of a stage holds what belongs to it and nothing of other stages") {
  const MaturityModel model = model_from_json(whole_model);
  const Record parts = Record::parse(whole_model);
  const Record record = stage_page_record(model, 1);

  CHECK(record["schema"] == "stagecraft/stage/2");
  CHECK(record["model"].dump() ==
        R"({"id":"tea","title":"Tea maturity model","version":"1.2.0"})");
  CHECK(record["number"] == 2);
  CHECK(record["stage"] == parts["stages"][1]);
  CHECK(record["related"].dump() == R"([{"model":"coffee","stages":["filter","press"]}])");
  CHECK_FALSE(record.contains("descriptors"));
  CHECK(record["conditions"].dump() ==
        R"([{"method":"by-mean","from":0.575},{"method":"by-steps","needs":62.5}])");
  CHECK(record["questions"] == Record::array({parts["questions"][1], parts["questions"][3]}));
  CHECK(record["typical"].dump() ==
        R"({"warmth":{"from":1.5,"to":2},"cups":{"to":5,"note":"On a good day."}})");
  CHECK_FALSE(record.contains("capabilities"));
  CHECK(record["roles"] == Record::array({parts["roles"][0]}));
  CHECK(record["transition"] == parts["transitions"][1]);
  CHECK(record["actions"] == Record::array({parts["actions"][1]}));
  CHECK(record["claims"] == Record::array({parts["claims"][0]}));
  CHECK(record["pitfalls"] == parts["pitfalls"]);
  CHECK(record["checklists"][0]["items"] ==
        Record::array({parts["checklists"][0]["items"][0]}));
  CHECK_FALSE(record.contains("topics"));
  CHECK(record["faq"] == parts["faq"]);
}

TEST_CASE("a stage has what pillars look like there, and why that is not said") {
  const MaturityModel model = model_from_json(whole_model);
  CHECK(stage_page_record(model, 0)["descriptors"].dump() == R"({"making":"A bag in a cup."})");
  CHECK(stage_page_record(model, 2)["descriptors"].dump() ==
        R"({"making":{"absent":"The book does not go that far."}})");
}

TEST_CASE("parts that first appear at a stage stand in its record alone") {
  const MaturityModel model = model_from_json(whole_model);
  const Record parts = Record::parse(whole_model);
  const Record first = stage_page_record(model, 0), last = stage_page_record(model, 2);
  CHECK(first["capabilities"] == Record::array({parts["capabilities"][0]}));
  CHECK(first["use_cases"] == Record::array({parts["use_cases"][0]}));
  CHECK(first["layers"] == Record::array({parts["layers"][0]}));
  CHECK(first["topics"] == parts["topics"]);
  for (const char* key : {"capabilities", "use_cases", "layers", "topics", "transition", "actions"})
    CHECK_FALSE(last.contains(key));
}

}  // namespace
}  // namespace stagecraft
