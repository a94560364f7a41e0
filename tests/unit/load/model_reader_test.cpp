#include "load/model_reader.h"

#include "support/catch.h"
#include "unit/load/model_fixture.h"

namespace stagecraft {
namespace {

using testing::Lines;
using testing::model_with;
using testing::read_model_with;
using testing::texts_of;
using testing::three_stages;

TEST_CASE("the head is read with all its keys") {
  const MaturityModel model = model_with(R"(formerly: [brew, old-tea]
short_title: T
updated: 2026-11
licence: CC0
authors: [Ann, Bo]
audience: For drinkers.
instructions: [Sit down., Answer.]
provenance: All our own.
sources:
  - {id: book, document: The Book, publisher: Press, note: Old.}
related:
  - model: coffee
    text: Stronger.
    stages: {pot: [filter, press], bag: [instant]}
accepted:
  - {rule: kpi-overlap, of: cups, reason: The book says so.}
)" + three_stages);
  CHECK(model.id == ModelId("tea"));
  CHECK(texts_of(model.formerly) == Lines{"brew", "old-tea"});
  CHECK(model.title == "Tea");
  CHECK(model.short_title == "T");
  CHECK(model.version == "1.0.0");
  CHECK(model.updated == "2026-11");
  CHECK(model.licence == "CC0");
  CHECK(model.authors == Lines{"Ann", "Bo"});
  CHECK(model.summary == "About tea.");
  CHECK(model.audience == "For drinkers.");
  CHECK(model.instructions == Lines{"Sit down.", "Answer."});
  CHECK(model.provenance == "All our own.");
  REQUIRE(model.sources.size() == 1);
  CHECK(model.sources[0].document == "The Book");
  CHECK(model.sources[0].publisher == "Press");
  CHECK(model.sources[0].note == "Old.");
  REQUIRE(model.related.size() == 1);
  CHECK(model.related[0].model == ModelId("coffee"));
  CHECK(model.related[0].text == "Stronger.");
  REQUIRE(model.related[0].stages.size() == 2);
  CHECK(model.related[0].stages[0].stage == 0);
  CHECK(texts_of(model.related[0].stages[0].nearest) == Lines{"instant"});
  CHECK(model.related[0].stages[1].stage == 1);
  CHECK(texts_of(model.related[0].stages[1].nearest) == Lines{"filter", "press"});
  REQUIRE(model.accepted.size() == 1);
  CHECK(model.accepted[0].rule == "kpi-overlap");
  CHECK(model.accepted[0].of == "cups");
  CHECK(model.accepted[0].reason == "The book says so.");
}

TEST_CASE("a model needs nothing but its head") {
  const MaturityModel model = model_with("");
  CHECK(model.short_title == "Tea");
  CHECK(model.stages.empty());
  CHECK(model.questions.empty());
  CHECK(model.methods.empty());
  CHECK_FALSE(model.roi);
}

TEST_CASE("stages and transitions are read with all their keys") {
  const MaturityModel model = model_with(R"(
sources: [{id: book, document: The Book, publisher: Press}]
facets: [{id: water, title: Water}, {id: cups, title: Cups}]
stages:
  - id: bag
    title: Bag
    formerly: [sachet]
    source: book
    aliases: [Sachet]
    subtitle: Dust
    summary: Hot water.
    focus: Buy a pot.
    challenge: Habit.
    signs: [Strings hang.]
    lists: [{title: Indicators, points: [One, Two], source: book}]
    facets: {cups: {points: [Paper]}, water: {paragraphs: [Boil it.], points: [Hot]}}
    exit_criteria: [A pot stands there.]
    cost_of_staying: Taste.
    not_yet: [Fields.]
  - {id: pot, title: Pot, status: emerging, status_note: Rare., characteristic: Round.}
transitions:
  - from: sachet
    title: Buy a pot
    summary: Shop.
    difference: Room.
    duration: {from: 2, to: 3, unit: months}
    duration_claim: A year, says the book.
    source: book
    steps:
      - {title: Choose, text: Look., check: One is chosen., duration: {from: 1}, source: book}
      - {title: Pay}
)");
  REQUIRE(model.stages.size() == 2);
  const Stage& bag = model.stages[0];
  CHECK(bag.title == "Bag");
  CHECK(texts_of(bag.formerly) == Lines{"sachet"});
  CHECK(bag.source == SourceId("book"));
  CHECK(bag.aliases == Lines{"Sachet"});
  CHECK(bag.subtitle == "Dust");
  CHECK(bag.status == StageStatus::established);
  CHECK(bag.summary == "Hot water.");
  CHECK(bag.focus == "Buy a pot.");
  CHECK(bag.challenge == "Habit.");
  CHECK(bag.signs == Lines{"Strings hang."});
  REQUIRE(bag.lists.size() == 1);
  CHECK(bag.lists[0].title == "Indicators");
  CHECK(bag.lists[0].points == Lines{"One", "Two"});
  CHECK(bag.lists[0].source == SourceId("book"));
  REQUIRE(bag.facets.size() == 2);
  CHECK(bag.facets[0].facet == FacetId("water"));
  CHECK(bag.facets[0].paragraphs == Lines{"Boil it."});
  CHECK(bag.facets[1].points == Lines{"Paper"});
  CHECK(bag.exit_criteria == Lines{"A pot stands there."});
  CHECK(bag.cost_of_staying == "Taste.");
  CHECK(bag.not_yet == Lines{"Fields."});
  CHECK(model.stages[1].status == StageStatus::emerging);
  CHECK(model.stages[1].status_note == "Rare.");
  CHECK(model.stages[1].characteristic == "Round.");

  REQUIRE(model.transitions.size() == 1);
  const Transition& transition = model.transitions[0];
  CHECK(transition.from == 0);
  CHECK(transition.title == "Buy a pot");
  CHECK(transition.summary == "Shop.");
  CHECK(transition.difference == "Room.");
  CHECK(transition.duration.from == 2);
  CHECK(transition.duration.to == 3);
  CHECK(transition.duration.unit == TimeUnit::months);
  CHECK(transition.duration_claim == "A year, says the book.");
  CHECK(transition.source == SourceId("book"));
  REQUIRE(transition.steps.size() == 2);
  CHECK(transition.steps[0].title == "Choose");
  CHECK(transition.steps[0].text == "Look.");
  CHECK(transition.steps[0].check == "One is chosen.");
  CHECK(transition.steps[0].duration.to == 1);
  CHECK(transition.steps[0].duration.unit == TimeUnit::weeks);
  CHECK(transition.steps[0].source == SourceId("book"));
  CHECK_FALSE(transition.steps[1].duration.is_given());
}

TEST_CASE("pillars become a list in which parents stand before their children") {
  const MaturityModel model = model_with(three_stages + R"(
sources: [{id: book, document: The Book, publisher: Press}]
pillars:
  - id: leaf
    title: Leaf
    formerly: [herb]
    source: book
    aliases: [Plant]
    definition: What is brewed.
    scope: [Origin, Age]
    from: Dust
    to: Whole leaves
    weight: 2.5
    descriptors: {bag: In bags., field: {absent: Nobody knows.}}
    pillars:
      - {id: leaf-age, title: Age, pillars: [{id: leaf-year, title: Year}]}
  - {id: water, title: Water}
)");
  REQUIRE(model.pillars.size() == 4);
  const Pillar& leaf = model.pillars[0];
  CHECK(leaf.id == PillarId("leaf"));
  CHECK(leaf.title == "Leaf");
  CHECK(texts_of(leaf.formerly) == Lines{"herb"});
  CHECK(leaf.source == SourceId("book"));
  CHECK(leaf.aliases == Lines{"Plant"});
  CHECK(leaf.definition == "What is brewed.");
  CHECK(leaf.scope == Lines{"Origin", "Age"});
  CHECK(leaf.from == "Dust");
  CHECK(leaf.to == "Whole leaves");
  CHECK(leaf.weight == Exact(5, 2));
  REQUIRE(leaf.descriptors.size() == 3);
  CHECK(leaf.descriptors[0].text == "In bags.");
  CHECK(leaf.descriptors[1].text.empty());
  CHECK(leaf.descriptors[1].absent.empty());
  CHECK(leaf.descriptors[2].absent == "Nobody knows.");
  CHECK_FALSE(leaf.parent);
  CHECK(leaf.depth == 0);
  CHECK(model.pillars[1].parent == PillarIndex{0});
  CHECK(model.pillars[1].depth == 1);
  CHECK(model.pillars[1].weight == 1);
  CHECK(model.pillars[2].id == PillarId("leaf-year"));
  CHECK(model.pillars[2].parent == PillarIndex{1});
  CHECK(model.pillars[2].depth == 2);
  CHECK(model.pillars[3].id == PillarId("water"));
  CHECK_FALSE(model.pillars[3].parent);
}

TEST_CASE("capabilities, roles and layers are read with all their keys") {
  const MaturityModel model = model_with(three_stages + R"(
sources: [{id: book, document: The Book, publisher: Press}]
pillars: [{id: leaf, title: Leaf}]
questions: [{id: has-pot, text: A pot.}]
capabilities:
  - id: brews
    title: Brews
    formerly: [cooks]
    text: Makes tea.
    source: book
    stage: pot
    pillar: leaf
    replaces: Buying it
    builds_on: [boils]
    questions: [has-pot]
    examples: [{name: A kettle}, {name: Steamer 3, kind: vendor}]
  - {id: boils, title: Boils}
roles:
  - id: brewer
    title: Brewer
    formerly: [cook]
    source: book
    responsibility: Brews.
    stage: field
    headcount: shrinks
    headcount_note: Machines.
    by_stage: {field: Picks., bag: Dips.}
layers:
  - id: stove
    title: Stove
    text: Heat.
    source: book
    stage: pot
    components: [{title: Fire, text: Hot., source: book}, {title: Grate}]
)");
  const Capability& brews = model.capabilities.at(0);
  CHECK(brews.title == "Brews");
  CHECK(texts_of(brews.formerly) == Lines{"cooks"});
  CHECK(brews.text == "Makes tea.");
  CHECK(brews.source == SourceId("book"));
  CHECK(brews.stage == StageIndex{1});
  CHECK(brews.pillar == PillarIndex{0});
  CHECK(brews.replaces == "Buying it");
  CHECK(texts_of(brews.builds_on) == Lines{"boils"});
  CHECK(texts_of(brews.questions) == Lines{"has-pot"});
  REQUIRE(brews.examples.size() == 2);
  CHECK(brews.examples[0].name == "A kettle");
  CHECK_FALSE(brews.examples[0].is_vendor);
  CHECK(brews.examples[1].is_vendor);

  const Role& brewer = model.roles.at(0);
  CHECK(brewer.title == "Brewer");
  CHECK(texts_of(brewer.formerly) == Lines{"cook"});
  CHECK(brewer.source == SourceId("book"));
  CHECK(brewer.responsibility == "Brews.");
  CHECK(brewer.stage == StageIndex{2});
  CHECK(brewer.headcount == Headcount::shrinks);
  CHECK(brewer.headcount_note == "Machines.");
  CHECK(brewer.by_stage == Lines{"Dips.", "", "Picks."});

  const Layer& stove = model.layers.at(0);
  CHECK(stove.title == "Stove");
  CHECK(stove.text == "Heat.");
  CHECK(stove.source == SourceId("book"));
  CHECK(stove.stage == StageIndex{1});
  REQUIRE(stove.components.size() == 2);
  CHECK(stove.components[0].title == "Fire");
  CHECK(stove.components[0].text == "Hot.");
  CHECK(stove.components[0].source == SourceId("book"));
  CHECK(stove.components[1].title == "Grate");
}

TEST_CASE("use cases, phases and effort classes are read with all their keys") {
  const MaturityModel model = model_with(three_stages + R"(
use_cases:
  - id: breakfast
    title: Breakfast
    text: In the morning.
    paragraphs: [Early.]
    points: [Toast]
    stage: pot
    pillar: leaf
    complexity: high
    components: [Timer]
    effort_class: quick
    build_time: {from: 2}
    pays_back: {from: 1, to: 3, unit: days}
    primary_kpi: cups
    secondary_kpis: [waste]
    questions: [has-pot]
    capabilities: [brews]
  - {id: lunch, title: Lunch}
phases:
  - id: trial
    title: Trial
    text: One cup.
    duration: {from: 3, unit: hours}
    entry: [Thirst.]
    activities: [Drink.]
    gate: [It was good.]
effort_classes:
  - {id: quick, title: Quick, text: Soon., points: [Small], window: {from: 2, to: 4, unit: days}}
  - {id: slow, title: Slow, window: {from: 5}}
pillars: [{id: leaf, title: Leaf}]
questions: [{id: has-pot, text: A pot.}]
capabilities: [{id: brews, title: Brews}]
kpis: [{id: cups, title: Cups, definition: D.}, {id: waste, title: Waste, definition: D.}]
)");
  const UseCase& breakfast = model.use_cases.at(0);
  CHECK(breakfast.title == "Breakfast");
  CHECK(breakfast.text == "In the morning.");
  CHECK(breakfast.paragraphs == Lines{"Early."});
  CHECK(breakfast.points == Lines{"Toast"});
  CHECK(breakfast.stage == StageIndex{1});
  CHECK(breakfast.pillar == PillarIndex{0});
  CHECK(breakfast.complexity == Complexity::high);
  CHECK(breakfast.components == Lines{"Timer"});
  CHECK(breakfast.effort_class == EffortClassId("quick"));
  CHECK(breakfast.build_time.from == 2);
  CHECK(breakfast.pays_back.to == 3);
  CHECK(breakfast.pays_back.unit == TimeUnit::days);
  CHECK(breakfast.primary_kpi == KpiId("cups"));
  CHECK(texts_of(breakfast.secondary_kpis) == Lines{"waste"});
  CHECK(texts_of(breakfast.questions) == Lines{"has-pot"});
  CHECK(texts_of(breakfast.capabilities) == Lines{"brews"});
  CHECK(model.use_cases.at(1).complexity == Complexity::not_given);
  CHECK(model.use_cases.at(1).primary_kpi.empty());

  const Phase& trial = model.phases.at(0);
  CHECK(trial.text == "One cup.");
  CHECK(trial.duration.from == 3);
  CHECK(trial.duration.unit == TimeUnit::hours);
  CHECK(trial.entry == Lines{"Thirst."});
  CHECK(trial.activities == Lines{"Drink."});
  CHECK(trial.gate == Lines{"It was good."});

  const EffortClass& quick = model.effort_classes.at(0);
  CHECK(quick.text == "Soon.");
  CHECK(quick.points == Lines{"Small"});
  CHECK(quick.from == 2);
  CHECK(quick.to == 4);
  CHECK(quick.unit == TimeUnit::days);
  CHECK_FALSE(model.effort_classes.at(1).to);
  CHECK(model.effort_classes.at(1).unit == TimeUnit::weeks);
}

TEST_CASE("KPIs are read with every kind of typical value") {
  const MaturityModel model = model_with(R"(
sources: [{id: book, document: The Book, publisher: Press}]
stages:
  - {id: a, title: A}
  - {id: b, title: B}
  - {id: c, title: C}
  - {id: d, title: D}
  - {id: e, title: E}
pillars: [{id: leaf, title: Leaf}]
kpis:
  - id: cups
    title: Cups
    formerly: [mugs]
    unit: minutes
    baseline: last year
    better: lower
    timing: leading
    definition: How many.
    formula: Count them
    data_source: Sink
    owner: Brewer
    cadence: daily
    window: a day
    pillar: leaf
    leads_to: [joy]
    source: book
    typical:
      a: {from: 2, to: 2.5, note: N., window: a week, source: book}
      b: {to: 5}
      c: {words: "None"}
      d: {undefined: Nobody counts.}
  - {id: joy, title: Joy, definition: D.}
)");
  const Kpi& cups = model.kpis.at(0);
  CHECK(texts_of(cups.formerly) == Lines{"mugs"});
  CHECK(cups.unit == Unit::minutes);
  CHECK(cups.baseline == "last year");
  CHECK(cups.direction == Direction::lower_is_better);
  CHECK(cups.timing == Timing::leading);
  CHECK(cups.definition == "How many.");
  CHECK(cups.formula == "Count them");
  CHECK(cups.data_source == "Sink");
  CHECK(cups.owner == "Brewer");
  CHECK(cups.cadence == "daily");
  CHECK(cups.window == "a day");
  CHECK(cups.pillar == PillarIndex{0});
  CHECK(texts_of(cups.leads_to) == Lines{"joy"});
  CHECK(cups.source == SourceId("book"));
  REQUIRE(cups.typical.size() == 5);
  CHECK(cups.typical[0].kind == TypicalKind::range);
  CHECK(cups.typical[0].low == Exact(2));
  CHECK(cups.typical[0].high == Exact(5, 2));
  CHECK(cups.typical[0].note == "N.");
  CHECK(cups.typical[0].window == "a week");
  CHECK(cups.typical[0].source == SourceId("book"));
  CHECK_FALSE(cups.typical[1].low);
  CHECK(cups.typical[1].high == Exact(5));
  CHECK(cups.typical[2].kind == TypicalKind::words);
  CHECK(cups.typical[2].words == "None");
  CHECK(cups.typical[3].kind == TypicalKind::not_defined);
  CHECK(cups.typical[3].words == "Nobody counts.");
  CHECK(cups.typical[4].kind == TypicalKind::not_defined);
  CHECK(cups.typical[4].words.empty());

  const Kpi& joy = model.kpis.at(1);
  CHECK(joy.unit == Unit::percent);
  CHECK(joy.direction == Direction::higher_is_better);
  CHECK(joy.timing == Timing::lagging);
}

TEST_CASE("actions are read with all their keys") {
  const MaturityModel model = model_with(three_stages + R"(
sources: [{id: book, document: The Book, publisher: Press}]
pillars: [{id: leaf, title: Leaf}]
questions: [{id: has-pot, text: A pot.}]
actions:
  - id: brew
    title: Brew
    text: With water.
    formerly: [cook]
    source: book
    from: pot
    pillar: leaf
    area: Kitchen
    impact: 5
    effort: 1
    duration: {from: 1, to: 2}
    owner: Brewer
    checks: [It steams.]
    depends_on: [buy]
    satisfied_by: [has-pot]
    moves: [cups]
    brings: [brews]
    use_cases: [breakfast]
    phase: trial
    risk: Burns.
  - {id: buy, title: Buy, from: bag, impact: 1, effort: 2, duration: {from: 1}}
kpis: [{id: cups, title: Cups, definition: D.}]
capabilities: [{id: brews, title: Brews}]
use_cases: [{id: breakfast, title: Breakfast}]
phases: [{id: trial, title: Trial}]
)");
  const Action& brew = model.actions.at(0);
  CHECK(brew.title == "Brew");
  CHECK(brew.text == "With water.");
  CHECK(texts_of(brew.formerly) == Lines{"cook"});
  CHECK(brew.source == SourceId("book"));
  CHECK(brew.from == StageIndex{1});
  CHECK(brew.pillar == PillarIndex{0});
  CHECK(brew.area == "Kitchen");
  CHECK(brew.impact == 5);
  CHECK(brew.effort == 1);
  CHECK(brew.duration.to == 2);
  CHECK(brew.owner == "Brewer");
  CHECK(brew.checks == Lines{"It steams."});
  CHECK(texts_of(brew.depends_on) == Lines{"buy"});
  CHECK(texts_of(brew.satisfied_by) == Lines{"has-pot"});
  CHECK(texts_of(brew.moves) == Lines{"cups"});
  CHECK(texts_of(brew.brings) == Lines{"brews"});
  CHECK(texts_of(brew.use_cases) == Lines{"breakfast"});
  CHECK(brew.phase == PhaseId("trial"));
  CHECK(brew.risk == "Burns.");
}

TEST_CASE("actions of a model without stages belong to no step") {
  const MaturityModel model =
      model_with("actions: [{id: buy, title: Buy, impact: 1, effort: 2, duration: {from: 1}}]\n");
  CHECK_FALSE(model.actions.at(0).from);
}

TEST_CASE("a reference may use an id that the thing had before") {
  const MaturityModel model = model_with(R"(
stages: [{id: bag, title: Bag, formerly: [sachet]}, {id: pot, title: Pot}]
questions: [{id: has-pot, text: A pot., stage: pot, formerly: [pot-there]}]
kpis: [{id: cups, title: Cups, definition: D., typical: {sachet: {from: 1}}}]
actions:
  - id: buy
    title: Buy
    from: sachet
    impact: 1
    effort: 1
    duration: {from: 1}
    satisfied_by: [pot-there]
)");
  CHECK(model.actions.at(0).from == StageIndex{0});
  CHECK(texts_of(model.actions.at(0).satisfied_by) == Lines{"has-pot"});
  CHECK(model.kpis.at(0).typical.at(0).low == Exact(1));
}

}  // namespace
}  // namespace stagecraft
