#include "support/catch.h"
#include "unit/load/model_fixture.h"

namespace stagecraft {
namespace {

using testing::Lines;
using testing::model_with;
using testing::texts_of;
using testing::three_stages;

const std::string nouns = three_stages + R"(
sources: [{id: book, document: The Book, publisher: Press}]
kpis: [{id: cups, title: Cups, definition: D.}]
use_cases: [{id: breakfast, title: Breakfast}]
actions: [{id: buy, title: Buy, from: bag, impact: 1, effort: 2, duration: {from: 1}}]
)";

TEST_CASE("claims, benefits and pitfalls are read with all their keys") {
  const MaturityModel model = model_with(nouns + R"(
claims:
  - id: most
    figure: 9 of 10
    text: Offices without a pot.
    source: book
    date: 2020-05
    organisation: Offices
    kpi: cups
    use_case: breakfast
    unsourced_note: Nobody counted.
    stages: [field, bag]
benefits:
  - {id: money, formerly: [cash], title: Money, text: Saved., kind: financial, source: book}
  - {id: joy, title: Joy}
pitfalls:
  - id: haste
    title: Haste
    problem: Too soon.
    avoidance: Wait.
    stages: [pot]
    use_cases: [breakfast]
    actions: [buy]
    source: book
)");
  const Claim& claim = model.claims.at(0);
  CHECK(claim.figure == "9 of 10");
  CHECK(claim.text == "Offices without a pot.");
  CHECK(claim.source == SourceId("book"));
  CHECK(claim.date == Date{2020, 5, 0});
  CHECK(claim.organisation == "Offices");
  CHECK(claim.kpi == KpiId("cups"));
  CHECK(claim.use_case == UseCaseId("breakfast"));
  CHECK(claim.unsourced_note == "Nobody counted.");
  CHECK(claim.stages == std::vector<StageIndex>{2, 0});
  CHECK(model.benefits.at(0).kind == BenefitKind::financial);
  CHECK(model.benefits.at(0).text == "Saved.");
  CHECK(texts_of(model.benefits.at(0).formerly) == Lines{"cash"});
  CHECK(model.benefits.at(1).kind == BenefitKind::other);
  const Pitfall& haste = model.pitfalls.at(0);
  CHECK(haste.problem == "Too soon.");
  CHECK(haste.avoidance == "Wait.");
  CHECK(haste.stages == std::vector<StageIndex>{1});
  CHECK(texts_of(haste.use_cases) == Lines{"breakfast"});
  CHECK(texts_of(haste.actions) == Lines{"buy"});
  CHECK(haste.source == SourceId("book"));
}

TEST_CASE("checklists, topics, readers' questions and terms are read with all their keys") {
  const MaturityModel model = model_with(nouns + R"(
checklists:
  - id: morning
    title: Morning
    text: Before eight.
    source: book
    items: [Wake up., {text: Boil., help: Hot., stage: pot, source: book}]
topics:
  - id: guests
    title: Guests
    text: They come.
    paragraphs: [Smile.]
    points: [Cups]
    stages: [pot]
    source: book
    sections: [{title: Many, paragraphs: [Hurry.], points: [Trays], source: book}]
faq:
  - {id: why, question: Why tea., answer: [Because., It is good.], stages: [bag], source: book}
glossary:
  - {id: t, term: Temperature, definition: Heat., abbreviation: T, aliases: [Warmth], source: book}
)");
  const Checklist& morning = model.checklists.at(0);
  CHECK(morning.text == "Before eight.");
  CHECK(morning.source == SourceId("book"));
  REQUIRE(morning.items.size() == 2);
  CHECK(morning.items[0].text == "Wake up.");
  CHECK(morning.items[1].text == "Boil.");
  CHECK(morning.items[1].help == "Hot.");
  CHECK(morning.items[1].stage == StageIndex{1});
  CHECK(morning.items[1].source == SourceId("book"));
  const Topic& guests = model.topics.at(0);
  CHECK(guests.text == "They come.");
  CHECK(guests.paragraphs == Lines{"Smile."});
  CHECK(guests.points == Lines{"Cups"});
  CHECK(guests.stages == std::vector<StageIndex>{1});
  REQUIRE(guests.sections.size() == 1);
  CHECK(guests.sections[0].title == "Many");
  CHECK(guests.sections[0].paragraphs == Lines{"Hurry."});
  CHECK(guests.sections[0].points == Lines{"Trays"});
  CHECK(guests.sections[0].source == SourceId("book"));
  CHECK(model.faq.at(0).title == "Why tea.");
  CHECK(model.faq.at(0).answer == Lines{"Because.", "It is good."});
  CHECK(model.faq.at(0).stages == std::vector<StageIndex>{0});
  CHECK(model.glossary.at(0).title == "Temperature");
  CHECK(model.glossary.at(0).definition == "Heat.");
  CHECK(model.glossary.at(0).abbreviation == "T");
  CHECK(model.glossary.at(0).aliases == Lines{"Warmth"});
}

TEST_CASE("the cells of a table are what their columns say") {
  const MaturityModel model = model_with(nouns + R"(
tables:
  - id: kettles
    kind: register
    title: Kettles
    text: All of them.
    row_title: Kettle
    source: book
    columns:
      - {id: note, title: Note}
      - {id: size, title: Size, type: word, order: [Small, Large]}
      - {id: price, title: Price, type: number, unit: pounds}
      - {id: time, title: Time, type: range}
    rows:
      - title: Old
        use_case: breakfast
        source: book
        cells: {time: {to: 3}, price: 4.5, size: Small, note: Leaks.}
      - {title: New, cells: {price: ~, note: "7"}}
)");
  const GuidanceTable& table = model.tables.at(0);
  CHECK(table.kind == TableKind::register_of_things);
  CHECK(table.text == "All of them.");
  CHECK(table.row_title == "Kettle");
  REQUIRE(table.columns.size() == 4);
  CHECK(table.columns[1].order == Lines{"Small", "Large"});
  CHECK(table.columns[2].unit == "pounds");
  REQUIRE(table.rows.size() == 2);
  const TableRow& old = table.rows[0];
  CHECK(old.title == "Old");
  CHECK(old.use_case == UseCaseId("breakfast"));
  CHECK(old.source == SourceId("book"));
  REQUIRE(old.cells.size() == 4);
  CHECK(std::get<std::string>(old.cells[0]) == "Leaks.");
  CHECK(std::get<std::string>(old.cells[1]) == "Small");
  CHECK(std::get<Exact>(old.cells[2]) == Exact(9, 2));
  CHECK_FALSE(std::get<CellRange>(old.cells[3]).from);
  CHECK(std::get<CellRange>(old.cells[3]).to == Exact(3));
  CHECK(std::get<std::string>(table.rows[1].cells[0]) == "7");
  CHECK(std::holds_alternative<std::monostate>(table.rows[1].cells[2]));
}

TEST_CASE("the calculation of worth is read with all its keys") {
  const MaturityModel model = model_with(nouns + R"(
roi:
  title: Worth
  text: What it brings.
  source: book
  inputs:
    - {id: cups_sold, title: Cups, expected: 100, help: Look., source: book}
    - {id: lift, title: Lift, unit: percent, low: 2, expected: 5, high: 8}
  lines:
    - id: extra
      title: Extra
      kind: benefit
      amount: cups_sold * lift / 100
      lift: yes
      text: T.
      source: book
    - {id: kettle, title: Kettle, kind: cost, amount: 40, every: once}
  ramp: {months: 6}
  horizon: 36
  other_benefits: [Joy.]
)");
  REQUIRE(model.roi);
  const RoiModel& roi = *model.roi;
  CHECK(roi.title == "Worth");
  CHECK(roi.text == "What it brings.");
  CHECK(roi.source == SourceId("book"));
  REQUIRE(roi.inputs.size() == 2);
  CHECK(roi.inputs[0].id == RoiInputId("cups_sold"));
  CHECK(roi.inputs[0].unit == RoiUnit::number);
  CHECK(roi.inputs[0].low == 100);
  CHECK(roi.inputs[0].expected == 100);
  CHECK(roi.inputs[0].high == 100);
  CHECK(roi.inputs[0].help == "Look.");
  CHECK(roi.inputs[0].source == SourceId("book"));
  CHECK(roi.inputs[1].unit == RoiUnit::percent);
  CHECK(roi.inputs[1].low == 2);
  CHECK(roi.inputs[1].high == 8);
  REQUIRE(roi.lines.size() == 2);
  CHECK(roi.lines[0].id == RoiLineId("extra"));
  CHECK(roi.lines[0].kind == RoiKind::benefit);
  CHECK(roi.lines[0].amount == "cups_sold * lift / 100");
  CHECK(roi.lines[0].formula.kind == Formula::Kind::divide);
  CHECK(roi.lines[0].every == Every::month);
  CHECK(roi.lines[0].is_lift);
  CHECK(roi.lines[0].text == "T.");
  CHECK(roi.lines[0].source == SourceId("book"));
  CHECK(roi.lines[1].kind == RoiKind::cost);
  CHECK(roi.lines[1].every == Every::once);
  CHECK_FALSE(roi.lines[1].is_lift);
  CHECK(roi.lines[1].formula.number == 40);
  CHECK(roi.ramp_months == 6);
  CHECK(roi.horizon == 36);
  CHECK(roi.other_benefits == Lines{"Joy."});
}

TEST_CASE("a calculation has its benefits at once and looks at five years unless it says more") {
  const MaturityModel model = model_with(
      "roi: {title: W, inputs: [{id: a, title: A, expected: 1}], "
      "lines: [{id: l, title: L, kind: saving, amount: a}]}\n");
  CHECK(model.roi->ramp_months == 0);
  CHECK(model.roi->horizon == 60);
  CHECK(model.roi->lines.at(0).kind == RoiKind::saving);
}

}  // namespace
}  // namespace stagecraft
