#include "load/model_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stagecraft {
namespace {

constexpr std::array<Word<StageStatus>, 2> status_words{
    {{"established", StageStatus::established}, {"emerging", StageStatus::emerging}}};
constexpr std::array<Word<QuestionKind>, 1> question_words{{{"yes-no", QuestionKind::yes_no}}};
constexpr std::array<Word<bool>, 1> method_words{{{"count", true}}};
constexpr std::array<Word<UnansweredPolicy>, 2> unanswered_words{
    {{"counts-as-no", UnansweredPolicy::counts_as_no},
     {"voids-the-score", UnansweredPolicy::voids_the_score}}};
constexpr std::array<Word<Unit>, 3> unit_words{
    {{"percent", Unit::percent}, {"times", Unit::times}, {"text", Unit::text}}};
constexpr std::array<Word<Direction>, 2> direction_words{
    {{"higher", Direction::higher_is_better}, {"lower", Direction::lower_is_better}}};
constexpr std::array<Word<Timing>, 2> timing_words{
    {{"leading", Timing::leading}, {"lagging", Timing::lagging}}};
constexpr std::array<Word<DurationUnit>, 4> duration_words{{{"hours", DurationUnit::hours},
                                                            {"days", DurationUnit::days},
                                                            {"weeks", DurationUnit::weeks},
                                                            {"months", DurationUnit::months}}};

}  // namespace

ModelReader::ModelReader(const ReadContext& context, const Node& root)
    : context_(context), root_(context, root, "the model") {}

MaturityModel ModelReader::read() {
  if (root_.node().kind != NodeKind::map) return {};
  read_head();
  read_sources();
  read_facets();
  read_stages();
  if (!model_.stages.empty()) {  // everything below refers to stages
    read_transitions();
    read_questions();
    read_scoring();
    read_kpis();
    read_actions();
    read_claims();
    root_.finish();
  }
  return std::move(model_);
}

void ModelReader::read_head() {
  model_.id = root_.required_id<ModelId>("id");
  model_.title = root_.required_text("title");
  model_.short_title = root_.text("short_title");
  if (model_.short_title.empty()) model_.short_title = model_.title;
  model_.version = root_.required_text("version");
  if (const std::optional<Date> updated = root_.date("updated"))
    model_.updated = iso_text(*updated);
  model_.licence = root_.text("licence");
  model_.summary = root_.required_text("summary");
  model_.audience = root_.text("audience");
}

void ModelReader::read_sources() {
  root_.each_map("sources", "source", [&](MapReader& reader) {
    model_.sources.push_back({sources_.define(reader), reader.required_text("document"),
                              reader.required_text("publisher"), reader.text("note")});
  });
}

void ModelReader::read_facets() {
  root_.each_map("facets", "facet", [&](MapReader& reader) {
    model_.facets.push_back({facets_.define(reader), reader.required_text("title")});
  });
}

void ModelReader::read_stages() {
  const Node* stages = root_.find_required("stages");
  root_.each_map("stages", "stage", [&](MapReader& reader) { read_stage(reader); });
  if (stages && stages->kind == NodeKind::list && stages->items.empty())
    context_.error(*stages, "a model needs at least one stage");
}

void ModelReader::read_stage(MapReader& reader) {
  Stage stage;
  stage.id = stages_.define(reader);
  stage.title = reader.required_text("title");
  stage.subtitle = reader.text("subtitle");
  stage.status = reader.choice("status", status_words, StageStatus::established);
  stage.status_note = reader.text("status_note");
  stage.summary = reader.text("summary");
  stage.focus = reader.text("focus");
  stage.challenge = reader.text("challenge");
  stage.signs = reader.texts("signs");
  read_facet_texts(reader, stage);
  stage.exit_criteria = reader.texts("exit_criteria");
  stage.cost_of_staying = reader.text("cost_of_staying");
  stage.not_yet = reader.texts("not_yet");
  model_.stages.push_back(std::move(stage));
}

void ModelReader::read_facet_texts(MapReader& reader, Stage& stage) {
  std::vector<FacetText> texts(model_.facets.size());
  reader.each_member("facets", [&](const Member& member) {
    const auto facet = facets_.resolve(context_, context_.document.span_of_key(member), member.key);
    MapReader text(context_, member.value, "facet text");
    if (!facet || member.value.kind != NodeKind::map) return;
    texts[*facet] = {model_.facets[*facet].id, text.texts("paragraphs"), text.texts("points")};
    text.finish();
  });
  for (FacetText& text : texts)
    if (!text.facet.empty()) stage.facets.push_back(std::move(text));
}

StageIndex ModelReader::required_stage(MapReader& reader, std::string_view key) {
  const Node* node = reader.find_required(key);
  return node ? stages_.resolve(context_, *node).value_or(0) : 0;
}

StageIndex ModelReader::required_step(MapReader& reader, std::string_view key) {
  const StageIndex from = required_stage(reader, key);
  if (const Node* node = reader.find(key); node && from + 1 == model_.stages.size())
    reader.error(*node, fmt::format("'{}' is the last stage, nothing leads on from it",
                                    model_.stages.back().id.text()));
  return from;
}

void ModelReader::read_transitions() {
  root_.each_map("transitions", "transition", [&](MapReader& reader) {
    Transition transition;
    transition.from = required_step(reader, "from");
    if (model_.transition_from(transition.from))
      reader.error(reader.node(), fmt::format("a second transition from '{}'",
                                              model_.stages[transition.from].id.text()));
    transition.title = reader.required_text("title");
    transition.summary = reader.text("summary");
    transition.difference = reader.text("difference");
    transition.duration_claim = reader.text("duration_claim");
    model_.transitions.push_back(std::move(transition));
  });
  std::sort(model_.transitions.begin(), model_.transitions.end(),
            [](const Transition& a, const Transition& b) { return a.from < b.from; });
}

void ModelReader::read_questions() {
  root_.each_map("questions", "question", [&](MapReader& reader) {
    Question question;
    question.id = questions_.define(reader);
    question.kind = reader.choice("type", question_words, QuestionKind::yes_no);
    question.text = reader.required_text("text");
    question.title = reader.text("title");
    if (question.title.empty()) question.title = question.text;
    question.help = reader.text("help");
    question.evidence = reader.text("evidence");
    question.stage = required_stage(reader, "stage");
    model_.questions.push_back(std::move(question));
  });
}

void ModelReader::read_scoring() {
  const Node* node = root_.find("scoring");
  if (!node) return;
  MapReader reader(context_, *node, "scoring");
  if (node->kind != NodeKind::map) return;
  ScoringMethod method;
  method.id = reader.required_id<MethodId>("id");
  method.title = reader.required_text("title");
  method.rule = reader.required_text("rule");
  reader.choice("method", method_words, true);
  method.unanswered = reader.choice("unanswered", unanswered_words, UnansweredPolicy::counts_as_no);
  read_bands(reader, method);
  reader.finish();
  if (!method.bands.empty()) model_.method = std::move(method);
}

void ModelReader::read_bands(MapReader& reader, ScoringMethod& method) {
  const Node* bands = reader.find_required("bands");
  reader.each_map("bands", "band", [&](MapReader& band) {
    const std::optional<Exact> from = band.required_number("from");
    const StageIndex stage = required_stage(band, "stage");
    Band read{from.value_or(0), stage, band.text("meaning"), band.text("priority")};
    if (!from) return;
    if (method.bands.empty() && read.from != 0)
      band.error(*band.find("from"), "the first band must start at 0, or a low score has no stage");
    if (!method.bands.empty() && read.from <= method.bands.back().from)
      band.error(*band.find("from"),
                 "bands must ascend, and this one does not start above the last");
    if (read.from > model_.questions.size())
      band.error(*band.find("from"),
                 fmt::format("no score reaches this band: {} questions give at most {}",
                             model_.questions.size(), model_.questions.size()));
    method.bands.push_back(std::move(read));
  });
  if (bands && bands->kind == NodeKind::list && bands->items.empty())
    reader.error(*bands, "scoring needs at least one band");
}

void ModelReader::read_kpis() {
  root_.each_map("kpis", "KPI", [&](MapReader& reader) {
    Kpi kpi;
    kpi.id = kpis_.define(reader);
    kpi.title = reader.required_text("title");
    kpi.unit = reader.choice("unit", unit_words, Unit::percent);
    kpi.baseline = reader.text("baseline");
    kpi.direction = reader.choice("better", direction_words, Direction::higher_is_better);
    kpi.timing = reader.choice("timing", timing_words, Timing::lagging);
    kpi.definition = reader.required_text("definition");
    kpi.formula = reader.text("formula");
    kpi.data_source = reader.text("data_source");
    kpi.source = sources_.reference(reader, "source");
    read_typical_values(reader, kpi);
    model_.kpis.push_back(std::move(kpi));
  });
}

void ModelReader::read_typical_values(MapReader& reader, Kpi& kpi) {
  kpi.typical.resize(model_.stages.size());
  reader.each_member("typical", [&](const Member& member) {
    const auto stage = stages_.resolve(context_, context_.document.span_of_key(member), member.key);
    if (stage) kpi.typical[*stage] = read_typical_value(member.value, kpi.unit);
  });
}

TypicalValue ModelReader::read_typical_value(const Node& node, Unit unit) {
  MapReader reader(context_, node, "typical value");
  if (node.kind != NodeKind::map) return {};
  TypicalValue value;
  value.low = reader.number("from");
  value.high = reader.number("to");
  value.words = reader.text("words");
  reader.finish();

  const bool is_range = reader.find("from") || reader.find("to");
  const bool has_words = reader.find("words") != nullptr;
  value.kind = is_range ? TypicalKind::range : TypicalKind::words;
  if (is_range == has_words)
    reader.error(node, "a typical value has either 'from' and 'to' or 'words'");
  if (is_range && unit == Unit::text)
    reader.error(node, "a KPI with the unit 'text' has no numbers");
  if (value.low && value.high && *value.low > *value.high)
    reader.error(*reader.find("from"), "the range ends before it starts");
  return value;
}

void ModelReader::read_actions() {
  root_.each_map("actions", "action", [&](MapReader& reader) { read_action(reader); });
  resolve_dependencies();
  report_circles();
}

void ModelReader::read_action(MapReader& reader) {
  Action action;
  action.id = actions_.define(reader);
  action.title = reader.required_text("title");
  action.text = reader.text("text");
  action.from = required_step(reader, "from");
  action.impact = reader.required_whole("impact", 1, 5);
  action.effort = reader.required_whole("effort", 1, 5);
  action.duration = read_duration(reader);
  action.owner = reader.text("owner");
  action.checks = reader.texts("checks");
  action.satisfied_by = questions_.references(reader, "satisfied_by");
  action.moves = kpis_.references(reader, "moves");
  const Node* depends_on = reader.find("depends_on");
  reader.each("depends_on", [](const Node&) {});  // ids may come later in the file: resolved below
  dependencies_.push_back(depends_on && depends_on->kind == NodeKind::list ? depends_on : nullptr);
  model_.actions.push_back(std::move(action));
}

Duration ModelReader::read_duration(MapReader& reader) {
  const Node* node = reader.find_required("duration");
  if (!node) return {};
  MapReader duration(context_, *node, "duration");
  if (node->kind != NodeKind::map) return {};
  Duration result;
  result.from = duration.required_whole("from", 1, 999);
  result.to = duration.find("to") ? duration.required_whole("to", 1, 999) : result.from;
  result.unit = duration.choice("unit", duration_words, DurationUnit::weeks);
  duration.finish();
  if (result.to < result.from) duration.error(*node, "the duration ends before it starts");
  return result;
}

void ModelReader::resolve_dependencies() {
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    if (!dependencies_[i]) continue;
    Action& action = model_.actions[i];
    for (const Node& node : dependencies_[i]->items) {
      const auto position = actions_.resolve(context_, node);
      const Action* needed = position ? model_.find(ActionId(node.scalar)) : nullptr;
      if (!needed) continue;
      if (needed->from > action.from)
        context_.error(node, fmt::format("'{}' belongs to a later step than '{}', which would wait "
                                         "for it",
                                         needed->id.text(), action.id.text()));
      action.depends_on.push_back(needed->id);
    }
  }
}

void ModelReader::report_circles() {
  // Takes away, round by round, every action that waits for nothing; what stays waits in a circle.
  std::set<ActionId> placed;
  for (bool moved = true; moved;) {
    moved = false;
    for (const Action& action : model_.actions) {
      const bool is_free = std::all_of(action.depends_on.begin(), action.depends_on.end(),
                                       [&](const ActionId& id) { return placed.contains(id); });
      if (is_free) moved |= placed.insert(action.id).second;
    }
  }
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    if (!placed.contains(model_.actions[i].id))
      context_.error(*dependencies_[i], fmt::format("action '{}' waits for itself, or for actions "
                                                    "that do",
                                                    model_.actions[i].id.text()));
}

void ModelReader::read_claims() {
  root_.each_map("claims", "claim", [&](MapReader& reader) {
    Claim claim;
    claim.id = claims_.define(reader);
    claim.figure = reader.text("figure");
    claim.text = reader.required_text("text");
    claim.source = sources_.reference(reader, "source");
    claim.unsourced_note = reader.text("unsourced_note");
    reader.each("stages", [&](const Node& node) {
      if (const auto stage = stages_.resolve(context_, node)) claim.stages.push_back(*stage);
    });
    model_.claims.push_back(std::move(claim));
  });
}

}  // namespace stagecraft
