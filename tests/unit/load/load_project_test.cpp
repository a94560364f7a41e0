#include "load/load_project.h"

#include <string>

#include "support/catch.h"

namespace stagecraft {
namespace {

const char* const model_text = R"(id: tea
title: Tea
version: "1"
summary: How good the tea is.
sources:
  - {id: book, document: The Book of Tea, publisher: Kettle Press}
facets:
  - {id: leaf, title: Leaf}
stages:
  - {id: bag, title: Bag, facets: {leaf: {points: [dust]}}}
  - {id: pot, title: Pot}
transitions:
  - {from: bag, title: Buy a pot}
questions:
  - {id: has-pot, type: yes-no, text: "Is there a pot?", stage: pot}
scoring:
  id: by-count
  title: By count
  rule: Count.
  overall: {by: count, bands: [{from: 0, stage: bag}, {from: 1, stage: pot}]}
kpis:
  - id: warmth
    title: Warmth
    unit: percent
    better: higher
    timing: lagging
    definition: How warm it is.
    source: book
    typical:
      bag: {words: lukewarm}
      pot: {from: 60, to: 80}
actions:
  - id: buy-pot
    title: Buy a pot
    from: bag
    impact: 4
    effort: 1
    duration: {from: 1, unit: days}
    satisfied_by: [has-pot]
    moves: [warmth]
claims:
  - {id: most, figure: "98 %", text: Most like it., source: book, stages: [pot]}
)";

const char* const site_text = R"(title: Tea rooms
description: Which tea room is how good.
base_url: https://tea.example
models: [tea]
link_key: 0123456789abcdef
)";

const char* const assessment_text = R"(subject: {id: cosy, name: The Cosy}
date: 2026-09-15
model: tea
target: {stage: pot, by: 2027-01}
answers:
  has-pot: no
kpis:
  warmth: {value: 65.5, date: 2026-08, method: estimate}
)";

/// What was answered: the options of a question of the type yes-no are yes and no.
const std::vector<OptionIndex> yes{0}, no{1};

/// A project and the program's own files, both in memory, which load without mistakes until a file
/// is replaced.
struct Tree {
  MemoryFiles project{{{"site.yaml", site_text},
                       {"content/models/tea/model.yaml", model_text},
                       {"assessments/cosy/2026-09.yaml", assessment_text}}};
  MemoryFiles built_in{
      {{"content/strings/en.yaml", "greeting: hello\nsentences:\n  count: \"{n} cups\"\n"},
       {"themes/annual/base.css", "p{}"}}};

  std::optional<Project> load() const {
    Diagnostics diagnostics;
    return load_project({project, ""}, {built_in, "<built-in>/"}, {}, diagnostics);
  }

  /// Every message in order, as people see it.
  std::string messages() const {
    Diagnostics diagnostics;
    load_project({project, ""}, {built_in, "<built-in>/"}, {}, diagnostics);
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) text += format_diagnostic(diagnostic);
    return text;
  }
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Tree with_site(const std::string& from, const std::string& to) {
  Tree tree;
  tree.project.add("site.yaml", replaced(site_text, from, to));
  return tree;
}

Tree with_model(const std::string& from, const std::string& to) {
  Tree tree;
  tree.project.add("content/models/tea/model.yaml", replaced(model_text, from, to));
  return tree;
}

Tree with_assessment(const std::string& from, const std::string& to) {
  Tree tree;
  tree.project.add("assessments/cosy/2026-09.yaml", replaced(assessment_text, from, to));
  return tree;
}

TEST_CASE("a project without mistakes loads with every reference resolved") {
  Tree tree;
  const std::optional<Project> project = tree.load();
  REQUIRE(project);
  CHECK(project->settings.base_url == Url("https://tea.example/"));
  const MaturityModel& model = project->models.at(0);
  CHECK(model.questions.at(0).stage() == 1);
  CHECK(model.kpis.at(0).typical.at(0).words == "lukewarm");
  CHECK(model.kpis.at(0).typical.at(1).high == Exact(80));
  const Assessment& assessment = project->assessments.at(0);
  CHECK(assessment.audience == Audience::client);
  CHECK(assessment.kpis.at(KpiId("warmth")).value == Exact(131) / 2);
  CHECK(assessment.answers.at(QuestionId("has-pot")).chosen == no);
  CHECK(assessment.target->stage == 1);
}

TEST_CASE("YAML and JSON assessments are the same to the loader") {
  Tree tree;
  tree.project.add("assessments/cosy/2026-10.json",
                   R"({"subject": {"id": "cosy", "name": "The Cosy"}, "date": "2026-10-01",
                       "model": "tea", "answers": {"has-pot": true},
                       "kpis": {"warmth": {"value": 70}}})");
  const std::optional<Project> project = tree.load();
  REQUIRE(project);
  REQUIRE(project->assessments.size() == 2);
  CHECK(project->assessments[1].answers.at(QuestionId("has-pot")).chosen == yes);
  CHECK(project->assessments[1].kpis.at(KpiId("warmth")).value == 70);
}

/// A project of the theme "slim", which extends "annual".
Tree with_slim_theme() {
  Tree tree = with_site("models: [tea]", "models: [tea]\ntheme: slim");
  tree.built_in.add("themes/annual/tokens.css", ":root{}");
  tree.built_in.add("themes/annual/templates/pages/home.html", "from the theme");
  tree.project.add("themes/slim/theme.yaml", "extends: annual\n");
  tree.project.add("themes/slim/tokens.css", ":root{--paper:#fff}");
  return tree;
}

TEST_CASE("what a theme does not hold comes from the theme that it extends") {
  Tree tree = with_slim_theme();
  const std::optional<Project> project = tree.load();
  REQUIRE(project);
  REQUIRE(project->assets.size() == 2);
  CHECK(project->assets.at("base.css").bytes == "p{}");
  CHECK(project->assets.at("tokens.css").bytes == ":root{--paper:#fff}");
  CHECK(project->templates.at("pages/home.html")->text() == "from the theme");

  tree.project.add("themes/slim/templates/pages/home.html", "slim");
  CHECK(tree.load()->templates.at("pages/home.html")->text() == "slim");
  tree.project.add("themes/annual/base.css", "p{margin:0}");
  CHECK(tree.load()->assets.at("base.css").bytes == "p{margin:0}");
  tree.project.add("templates/pages/home.html", "the project's");
  CHECK(tree.load()->templates.at("pages/home.html")->text() == "the project's");
}

TEST_CASE("themes extend themes that extend themes") {
  Tree tree = with_slim_theme();
  tree.built_in.add("themes/wide/base.css", "p{width:100%}");
  tree.built_in.add("themes/wide/theme.yaml", "extends: annual");
  tree.project.add("themes/slim/theme.yaml", "extends: wide\n");
  CHECK(tree.load()->assets.at("base.css").bytes == "p{width:100%}");
  CHECK(tree.load()->templates.at("pages/home.html")->text() == "from the theme");
}

TEST_CASE("a theme that extends an unknown theme is told the known ones") {
  Tree tree = with_slim_theme();
  tree.project.add("themes/slim/theme.yaml", "extends: anual\n");
  CHECK(tree.messages() ==
        "themes/slim/theme.yaml:1:10: error: unknown theme 'anual'\n"
        "   1 | extends: anual\n"
        "     |          ^~~~~\n"
        "  did you mean 'annual'?\n");
}

TEST_CASE("themes that extend each other in a circle are found where the circle closes") {
  Tree tree = with_slim_theme();
  tree.project.add("themes/annual/theme.yaml", "extends: slim\n");
  CHECK(tree.messages() ==
        "themes/annual/theme.yaml:1:10: error: a theme cannot extend itself\n"
        "   1 | extends: slim\n"
        "     |          ^~~~\n"
        "  the circle: slim, annual, slim\n");
}

TEST_CASE("a theme's file says nothing but what it extends") {
  Tree tree = with_slim_theme();
  tree.project.add("themes/slim/theme.yaml", "extend: annual\n");
  CHECK(tree.messages() ==
        "themes/slim/theme.yaml:1:1: error: unknown key 'extend' in the theme\n"
        "   1 | extend: annual\n"
        "     | ^~~~~~\n"
        "  did you mean 'extends'?\n");
}

TEST_CASE("a project replaces single texts and no others") {
  Tree tree;
  tree.project.add("content/strings/en.yaml", "greeting: good day\n");
  const std::optional<Project> project = tree.load();
  CHECK(project->strings.at("greeting") == "good day");
  CHECK(project->strings.at("sentences.count") == "{n} cups");
  tree.project.add("content/strings/en.yaml", "greetings: good day\n");
  CHECK(tree.messages() ==
        "content/strings/en.yaml:1:1: error: unknown text 'greetings'\n"
        "   1 | greetings: good day\n"
        "     | ^~~~~~~~~\n"
        "  did you mean 'greeting'?\n");
}

TEST_CASE("a text with a place that nobody fills is refused") {
  Tree tree;
  tree.project.add("content/strings/en.yaml", "sentences:\n  count: \"{cups} cups\"\n");
  CHECK_THAT(tree.messages(), Catch::Contains("nothing is known for the place '{cups}'") &&
                                  Catch::Contains("one of: n"));
}

TEST_CASE("two assessments of one subject at one date are refused") {
  Tree tree;
  tree.project.add("assessments/cosy/again.yaml", assessment_text);
  CHECK(tree.messages() ==
        "assessments/cosy/again.yaml: error: a second assessment of 'cosy' at 2026-09-15\n"
        "  the first is assessments/cosy/2026-09.yaml\n");
}

TEST_CASE("a client's report needs a key for its secret path") {
  Tree tree = with_site("link_key: 0123456789abcdef\n", "");
  CHECK_THAT(tree.messages(), Catch::Contains("a client's report needs a 'link_key'") &&
                                  Catch::Contains("openssl rand -hex 16"));
  CHECK_THAT(with_site("0123456789abcdef", "short").messages(),
             Catch::Contains("needs at least 16 characters"));
}

TEST_CASE("an unknown model is named with the choices") {
  CHECK(with_site("models: [tea]", "models: [coffee]").messages() ==
        "site.yaml:4:10: error: unknown model 'coffee'\n"
        "   4 | models: [coffee]\n"
        "     |          ^~~~~~\n"
        "  one of: tea\n");
}

TEST_CASE("a folder outside the project is refused") {
  for (const char* path : {"../clients", "/etc", "a/../../b", "a//b", "./a"})
    CHECK_THAT(with_site("link_key", std::string("assessments: ") + path + "\nlink_key").messages(),
               Catch::Contains("leaves the project"));
}

TEST_CASE("symbolic links are reported and never followed") {
  Tree tree;
  tree.project.add_symlink("assessments/elsewhere.yaml");
  CHECK(tree.messages() ==
        "assessments/elsewhere.yaml: error: is a symbolic link, and links are not followed\n");
}

TEST_CASE("an address that is none is refused") {
  for (const char* address :
       {"tea.example", "ftp://tea.example", "https://", "https:///x", "'https://tea.example/?q'",
        "'https://tea.example/#x'", "'https://tea.example/\"'", "javascript:alert(1)"})
    CHECK_THAT(with_site("https://tea.example", address).messages(),
               Catch::Contains("is not the address of a site"));
}

TEST_CASE("bands that cannot be reached or do not ascend are refused") {
  CHECK_THAT(with_model("{from: 0, stage: bag}", "{from: 0.5, stage: bag}").messages(),
             Catch::Contains("begins above 0, so the lowest values have no stage"));
  CHECK_THAT(with_model("{from: 1, stage: pot}", "{from: 0, stage: pot}").messages(),
             Catch::Contains("bands must ascend"));
  CHECK_THAT(with_model("{from: 1, stage: pot}", "{from: 1.5, stage: pot}").messages(),
             Catch::Contains("no answers reach this band"));
}

TEST_CASE("actions that wait for each other in a circle are refused") {
  Tree tree = with_model("claims:", R"(  - id: boil
    title: Boil
    from: bag
    impact: 1
    effort: 1
    duration: {from: 1, unit: days}
    depends_on: [boil]
claims:)");
  CHECK_THAT(tree.messages(), Catch::Contains("action 'boil' waits for itself"));
}

TEST_CASE("nothing leads on from the last stage") {
  CHECK_THAT(
      with_model("{from: bag, title: Buy a pot}", "{from: pot, title: Buy a pot}").messages(),
      Catch::Contains("'pot' is the last stage"));
}

TEST_CASE("an id that is used twice is refused at its second use") {
  CHECK_THAT(with_model("{id: pot, title: Pot}", "{id: bag, title: Pot}").messages(),
             Catch::Contains("the stage id 'bag' is used twice"));
}

TEST_CASE("numbers, dates and whole numbers are what their field declares") {
  CHECK_THAT(with_model("from: 60, to: 80", "from: many, to: 80").messages(),
             Catch::Contains("'from' must be a number such as 40 or 2.5, not 'many'"));
  CHECK_THAT(with_model("from: 60, to: 80", "from: 90, to: 80").messages(),
             Catch::Contains("the range ends before it starts"));
  CHECK_THAT(with_model("impact: 4", "impact: 6").messages(),
             Catch::Contains("'impact' must be a whole number from 1 to 5"));
  CHECK_THAT(with_assessment("2026-09-15", "2026-09-31").messages(),
             Catch::Contains("'date' must be a date"));
  CHECK_THAT(with_assessment("2027-01", "2026-01").messages(),
             Catch::Contains("not after the assessment's date"));
}

TEST_CASE("an answer that the question does not offer is refused with the choices") {
  CHECK(
      with_assessment("has-pot: no", "has-pot: mostly").messages() ==
      "assessments/cosy/2026-09.yaml:6:12: error: unknown answer 'mostly' for question 'has-pot'\n"
      "   6 |   has-pot: mostly\n"
      "     |            ^~~~~~\n"
      "  one of: yes, no, unknown, not-applicable\n");
}

TEST_CASE("does not apply needs a reason") {
  CHECK_THAT(with_assessment("has-pot: no", "has-pot: not-applicable").messages(),
             Catch::Contains("say why 'has-pot' does not apply"));
}

TEST_CASE("all mistakes of all files are reported in one run") {
  Tree tree = with_assessment("has-pot: no", "has-kettle: no");
  tree.project.add("assessments/cosy/b.yaml",
                   "subject: {id: b, name: B}\ndate: soon\nmodel: coffee\n");
  const std::string messages = tree.messages();
  CHECK_THAT(messages, Catch::Contains("unknown question 'has-kettle'"));
  CHECK_THAT(messages, Catch::Contains("'date' must be a date"));
  CHECK_THAT(messages, Catch::Contains("unknown model 'coffee'"));
}

TEST_CASE("control characters in a text are refused, wherever an escape hid them") {
  CHECK_THAT(with_assessment("The Cosy", "\"The\\u0007 Cosy\"").messages(),
             Catch::Contains("holds a control character"));
}

}  // namespace
}  // namespace stagecraft
