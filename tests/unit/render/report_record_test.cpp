#include "render/report_record.h"

#include "support/catch.h"
#include "unit/render/record_fixture.h"
#include "unit/render/whole_model.h"

namespace stagecraft {
namespace {

using testing::assessment_with;
using testing::lines_of;
using testing::lines_of_json;
using testing::model_from_json;
using testing::whole_model;

/// By the whole model, in which questions may turn out not to apply.
Record report(const std::string& assessment_parts) {
  std::string text = whole_model;
  const std::string forbid = R"("not_applicable": "forbid")";
  text.replace(text.find(forbid), forbid.size(), R"("not_applicable": "exclude")");
  const MaturityModel model = model_from_json(text);
  return report_record(model, assessment_with(model, assessment_parts), nullptr, nullptr);
}

TEST_CASE("a report's record holds every kind of answer as an assessment spells it") {
  const Record record = report(R"(
teams: [{id: north, name: North}, {id: south, name: South}]
answers:
  kettle: {answer: yes, note: A red one., confidence: high, date: 2026-08}
  kinds: many
  guests: [clients, staff]
  taste: {teams: {south: 2, north: {answer: unknown, note: On leave.}}}
  share: 33.3
  wait: unknown
  place: pot
  garden: {history: [{answer: green, date: 2027-01}, {answer: bare, date: 2026-01-01}]}
  wish: {answer: Cake., evidence: A letter.}
)");
  CHECK(record["teams"].dump() ==
        R"([{"id":"north","name":"North"},{"id":"south","name":"South"}])");
  CHECK(lines_of(record["answers"]) == lines_of_json(R"([
    {"question": "kettle", "text": "Is there a kettle?", "answer": "yes", "note": "A red one.",
     "confidence": "high", "date": "2026-08"},
    {"question": "kinds", "text": "How many kinds are there?", "answer": "many"},
    {"question": "guests", "text": "Who comes?", "answer": ["staff", "clients"]},
    {"question": "taste", "text": "How is it?",
     "teams": {"south": {"answer": 2}, "north": {"answer": "unknown", "note": "On leave."}}},
    {"question": "share", "text": "How much of it is drunk?", "answer": 33.3},
    {"question": "wait", "text": "How long does it take?", "answer": "unknown"},
    {"question": "place", "text": "Where do you stand?", "answer": "pot"},
    {"question": "garden", "text": "How is the garden?",
     "history": [{"date": "2027-01", "answer": "green"}, {"date": "2026-01-01", "answer": "bare"}]},
    {"question": "wish", "text": "What do you wish for?", "answer": "Cake.",
     "evidence": [{"text": "A letter.", "grade": "reported"}]}
  ])"));
}

TEST_CASE("a question without an answer has none, and what does not apply says so") {
  const Record answers = report(R"(
answers:
  kinds: {answer: not-applicable, note: No kitchen.}
  guests: []
)")["answers"];
  CHECK(answers[0].dump() == R"({"question":"kettle","text":"Is there a kettle?"})");
  CHECK(answers[1].dump() ==
        R"({"question":"kinds","text":"How many kinds are there?","answer":"not-applicable",)"
        R"("note":"No kitchen."})");
  CHECK(answers[2].dump() == R"({"question":"guests","text":"Who comes?","answer":[]})");
}

TEST_CASE("evidence is told with all that is known of it") {
  const Record answers = report(R"(
answers:
  kettle:
    answer: no
    evidence:
      - A photograph.
      - text: The list.
        link: https://tea.example/list
        date: 2026-03
        owner: Host
        grade: verified
)")["answers"];
  CHECK(answers[0]["evidence"].dump() ==
        R"([{"text":"A photograph.","grade":"reported"},)"
        R"({"text":"The list.","link":"https://tea.example/list","date":"2026-03","owner":"Host",)"
        R"("grade":"verified"}])");
}

TEST_CASE("respondents are told by role and group, never by id or note") {
  const Record record = report(R"(
answers: {kinds: one}
respondents:
  - id: jane-doe
    role: Cook
    group: kitchen
    answers: {kettle: {answer: no, note: I swear.}, kinds: many}
  - {id: john-roe, answers: {kettle: unknown}}
)");
  CHECK(record["respondents"].dump() == R"([{"role":"Cook","group":"kitchen"},{}])");
  CHECK(record["answers"][0].dump() ==
        R"({"question":"kettle","text":"Is there a kettle?","respondents":[)"
        R"({"role":"Cook","group":"kitchen","answer":"no"},{"answer":"unknown"}]})");
  CHECK(record["answers"][1].dump() ==
        R"({"question":"kinds","text":"How many kinds are there?","answer":"one","respondents":[)"
        R"({"role":"Cook","group":"kitchen","answer":"many"}]})");
  const std::string text = record.dump();
  for (const char* secret : {"jane-doe", "john-roe", "I swear"})
    CHECK(text.find(secret) == std::string::npos);
}

TEST_CASE("a report's record holds what is decided and what waits") {
  const Record record = report(R"(
period: {from: 2026-09-01, to: 2026-09-10}
scope: The kitchen.
assessor: A friend
audience: public
target: {stage: garden, by: 2028-01, pillars: {serving: {stage: pot, by: 2027-03}}}
capabilities: {brews: {status: planned, note: In spring., date: 2026-09}, boils: present}
actions:
  dig: {skip: No garden.}
  buy-pot:
    {owner: Jo, status: started, start: 2026-08, end: 2026-12, impact: 3, effort: 2, note: Soon.}
deferred:
  - {question: taste, reason: Too early., review: 2027-01-15}
  - {pillar: water, reason: Dry., review: 2027-02}
roi:
  currency: EUR
  inputs:
    price: 0.25
    cups_a_day: {low: 1, expected: 2, high: 3.5, source: A count, method: estimate}
)");
  for (const char* key : {"scores", "answers", "gaps", "kpis", "roadmap"})
    CHECK(record.contains(key));
  CHECK(record["period"].dump() == R"({"from":"2026-09-01","to":"2026-09-10"})");
  CHECK(record["scope"] == "The kitchen.");
  CHECK(record["assessor"] == "A friend");
  CHECK(record["audience"] == "public");
  CHECK(record["target"].dump() ==
        R"({"stage":{"id":"garden","number":3,"title":"Garden"},"by":"2028-01","pillars":[)"
        R"({"pillar":"serving","stage":{"id":"pot","number":2,"title":"Pot"},"by":"2027-03"}]})");
  CHECK(record["capabilities"].dump() ==
        R"([{"capability":"boils","status":"present"},)"
        R"({"capability":"brews","status":"planned","note":"In spring.","date":"2026-09"}])");
  CHECK(record["decisions"].dump() ==
        R"([{"action":"buy-pot","owner":"Jo","status":"started","start":"2026-08","end":"2026-12",)"
        R"("impact":3,"effort":2,"note":"Soon."},)"
        R"({"action":"dig","status":"open","skip":"No garden."}])");
  CHECK(record["deferred"].dump() ==
        R"([{"question":"taste","reason":"Too early.","review":"2027-01-15"},)"
        R"({"pillar":"water","reason":"Dry.","review":"2027-02"}])");
  CHECK(report("deferred: [{action: dig, reason: Frost., review: 2027-04}]")["deferred"].dump() ==
        R"([{"action":"dig","reason":"Frost.","review":"2027-04"}])");
  CHECK(record["roi"]["currency"] == "EUR");
  CHECK(record["roi"]["inputs"].dump() ==
        R"([{"input":"cups_a_day","low":1,"expected":2,"high":3.5,"source":"A count",)"
        R"("method":"estimate"},{"input":"price","low":0.25,"expected":0.25,"high":0.25}])");
}

TEST_CASE("a report's record says where the subject stands and what leads to its target") {
  const Record record = report(R"(
model_version: 1.1.0
target: {stage: pot}
answers: {kettle: no, taste: unknown, kinds: many}
kpis:
  warmth: {value: 1.25, date: 2026-08, source: Thermometer, method: before-after}
  cups: {value: 12}
actions: {buy-pot: {owner: Jo}}
)");
  CHECK(record["schema"] == "stagecraft/report/2");
  CHECK(record["model"].dump() == R"({"id":"tea","title":"Tea maturity model","version":"1.2.0",)"
                                  R"("assessed_with":"1.1.0"})");
  CHECK_FALSE(record.contains("current"));  // too few are answered
  CHECK(record["steps_to_target"] == 0);
  CHECK(record["roadmap"].dump() == "[]");
  CHECK(record["scores"][0]["id"] == "by-mean");
  CHECK(record["scores"][0]["nodes"][0]["state"] == "too-few-answers");
  CHECK(record["gaps"].dump() == R"([{"question":"kettle","stage":"bag","state":"answered"},)"
                                 R"({"question":"taste","stage":"pot","state":"unknown"}])");
  CHECK(lines_of(record["kpis"]) == lines_of_json(R"([
    {"id": "warmth", "title": "Warmth", "unit": "times", "better": "higher",
     "typical_at_target": {"from": 1.5, "to": 2},
     "measured": {"value": 1.25, "date": "2026-08", "source": "Thermometer",
                  "method": "before-after"},
     "position_at_target": "below", "fits_stages": [],
     "speaks_for": [{"stage": "bag"}, {"between": ["bag", "pot"]}], "weight": 2,
     "gap_to_target": 0.25},
    {"id": "cups", "title": "Cups", "unit": "number", "better": "lower",
     "typical_at_target": {"to": 5, "note": "On a good day."},
     "measured": {"value": 12}, "position_at_target": "above", "fits_stages": ["bag"],
     "speaks_for": [{"stage": "bag"}], "weight": 2, "gap_to_target": 7},
    {"id": "praise", "title": "Praise", "unit": "text", "better": "higher"}
  ])"));
}

TEST_CASE("a roadmap's record numbers its actions through and names what is in place or left out") {
  const Record record = report(R"(
target: {stage: garden}
answers: {kettle: no, guests: [], taste: unknown, wait: 600, kinds: one}
actions: {buy-pot: {status: done}}
)");
  CHECK(record["current"].dump() == R"({"id":"bag","number":1,"title":"Bag"})");
  CHECK(record["steps_to_target"] == 2);
  CHECK(lines_of(record["roadmap"]) == lines_of_json(R"([
    {"from": "bag", "to": "pot", "open": [],
     "satisfied": [{"action": "buy-pot", "title": "Buy a pot"}], "without_actions": ["making"]},
    {"from": "pot", "to": "garden",
     "open": [{"number": 1, "action": "dig", "title": "Dig", "impact": 2, "effort": 5,
               "start": "2026-09-16", "end": "2028-09-15", "horizon": "now"}],
     "without_actions": ["making", "serving"]}
  ])"));
}

}  // namespace
}  // namespace stagecraft
