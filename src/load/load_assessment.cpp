#include "load/load_assessment.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/read_answers.h"
#include "load/resolve_part.h"

namespace stagecraft {
namespace {

/// Reads one assessment made with a known model, part by part.
class AssessmentReader {
 public:
  AssessmentReader(MapReader& root, const MaturityModel& model, Assessment& assessment)
      : root_(root), context_(root.context()), model_(model), assessment_(assessment) {}

  void read();

 private:
  void read_teams();
  void read_respondents();
  void read_target();
  void read_pillar_targets(MapReader& reader);
  std::optional<Date> read_by(MapReader& reader);
  void read_capabilities();
  void read_kpis();
  std::optional<KpiValue> read_kpi_value(const Node& node, const Kpi& kpi);
  void read_actions();
  ActionDecision read_decision(MapReader& reader);
  void read_deferred();
  void read_roi();
  std::optional<RoiValue> read_roi_value(const Node& node);

  MapReader& root_;
  ReadContext context_;
  const MaturityModel& model_;
  Assessment& assessment_;
};

void AssessmentReader::read() {
  read_teams();
  assessment_.answers =
      AnswerReader(context_, model_, assessment_.date, assessment_.teams).read(root_);
  read_respondents();
  read_target();
  read_capabilities();
  read_kpis();
  read_actions();
  read_deferred();
  read_roi();
}

/// Reports an id that is already in `parts`.
template <class Element>
void refuse_second(MapReader& reader, const std::vector<Element>& parts, std::string_view kind) {
  const Node* id = reader.find("id");
  if (!id) return;
  const bool is_taken = std::any_of(parts.begin(), parts.end(), [&](const Element& part) {
    return part.id.text() == id->scalar;
  });
  if (is_taken) reader.error(*id, fmt::format("the {} id '{}' is used twice", kind, id->scalar));
}

void AssessmentReader::read_teams() {
  root_.each_map("teams", "team", [&](MapReader& reader) {
    refuse_second(reader, assessment_.teams, "team");
    assessment_.teams.push_back({reader.required_id<TeamId>("id"), reader.required_text("name")});
  });
}

void AssessmentReader::read_respondents() {
  root_.each_map("respondents", "respondent", [&](MapReader& reader) {
    refuse_second(reader, assessment_.respondents, "respondent");
    Respondent respondent;
    respondent.id = reader.required_id<RespondentId>("id");
    respondent.role = reader.text("role");
    respondent.group = reader.id<GroupId>("group");
    respondent.date = reader.date("date");
    respondent.answers =
        AnswerReader(context_, model_, assessment_.date, assessment_.teams).read_alone(reader);
    assessment_.respondents.push_back(std::move(respondent));
  });
}

std::optional<Date> AssessmentReader::read_by(MapReader& reader) {
  const std::optional<Date> by = reader.date("by");
  if (by && *by <= assessment_.date)
    reader.error(*reader.find("by"), "the target date is not after the assessment's date");
  return by;
}

void AssessmentReader::read_target() {
  const Node* node = root_.find("target");
  if (!node) return;
  MapReader reader(context_, *node, "target");
  if (node->kind != NodeKind::map) return;
  Target target;
  if (const Node* stage = reader.find("stage"))
    target.stage = resolve_part(context_, model_.stages, *stage, "stage");
  target.by = read_by(reader);
  assessment_.target = std::move(target);
  read_pillar_targets(reader);
  if (!reader.find("stage") && !reader.find("pillars"))
    reader.error(*node, "target has no 'stage' and no 'pillars'");
  reader.finish();
}

void AssessmentReader::read_pillar_targets(MapReader& reader) {
  std::vector<PillarTarget>& targets = assessment_.target->pillars;
  reader.each_member("pillars", [&](const Member& member) {
    const auto pillar = resolve_part(context_, model_.pillars, member, "pillar");
    MapReader own(context_, member.value, "pillar target");
    if (!pillar || member.value.kind != NodeKind::map) return;
    const Node* node = own.find_required("stage");
    const auto stage =
        node ? resolve_part(context_, model_.stages, *node, "stage") : std::nullopt;
    targets.push_back({*pillar, stage.value_or(0), read_by(own)});
    own.finish();
  });
  std::sort(targets.begin(), targets.end(),
            [](const PillarTarget& a, const PillarTarget& b) { return a.pillar < b.pillar; });
}

void AssessmentReader::read_capabilities() {
  root_.each_member("capabilities", [&](const Member& member) {
    const auto index = resolve_part(context_, model_.capabilities, member, "capability");
    if (!index || member.value.kind == NodeKind::null) return;
    DeclaredCapability declared;
    if (member.value.kind == NodeKind::map) {
      MapReader reader(context_, member.value, "capability");
      reader.find_required("status");
      declared.status = reader.choice("status", capability_words, CapabilityStatus::absent);
      declared.note = reader.text("note");
      declared.date = reader.date("date");
      reader.finish();
    } else {
      declared.status =
          read_choice(context_, member.value, fmt::format("'{}'", member.key),
                      capability_words)
              .value_or(CapabilityStatus::absent);
    }
    assessment_.capabilities.emplace(model_.capabilities[*index].id, std::move(declared));
  });
}

std::optional<KpiValue> AssessmentReader::read_kpi_value(const Node& node, const Kpi& kpi) {
  MapReader reader(context_, node, "KPI value");
  if (node.kind != NodeKind::map) return std::nullopt;
  if (kpi.unit == Unit::text)
    reader.error(node, fmt::format("the KPI '{}' has no number in this model", kpi.id.text()));
  const std::optional<Exact> number = reader.required_number("value");
  KpiValue value;
  value.value = number.value_or(0);
  value.date = reader.date("date");
  value.source = reader.text("source");
  if (reader.find("method"))
    value.method = reader.choice("method", proof_words, ProofMethod::estimate);
  reader.finish();
  return number ? std::optional(std::move(value)) : std::nullopt;
}

void AssessmentReader::read_kpis() {
  root_.each_member("kpis", [&](const Member& member) {
    const auto index = resolve_part(context_, model_.kpis, member, "KPI");
    if (!index || member.value.kind == NodeKind::null) return;
    if (auto value = read_kpi_value(member.value, model_.kpis[*index]))
      assessment_.kpis.emplace(model_.kpis[*index].id, std::move(*value));
  });
}

ActionDecision AssessmentReader::read_decision(MapReader& reader) {
  ActionDecision decision;
  decision.owner = reader.text("owner");
  decision.status = reader.choice("status", action_status_words, ActionStatus::open);
  decision.start = reader.date("start");
  decision.end = reader.date("end");
  if (decision.start && decision.end && *decision.end < *decision.start)
    reader.error(*reader.find("end"), "the action ends before it starts");
  if (reader.find("impact")) decision.impact = reader.required_whole("impact", 1, 5);
  if (reader.find("effort")) decision.effort = reader.required_whole("effort", 1, 5);
  decision.note = reader.text("note");
  decision.skip = reader.text("skip");
  return decision;
}

void AssessmentReader::read_actions() {
  root_.each_member("actions", [&](const Member& member) {
    const auto index = resolve_part(context_, model_.actions, member, "action");
    MapReader reader(context_, member.value, "decision");
    if (!index || member.value.kind != NodeKind::map) return;
    assessment_.actions.emplace(model_.actions[*index].id, read_decision(reader));
    reader.finish();
  });
}

void AssessmentReader::read_deferred() {
  root_.each_map("deferred", "deferred gap", [&](MapReader& reader) {
    Deferral deferral;
    std::size_t named = 0;
    if (const Node* node = reader.find("question"); node && ++named)
      if (const auto index = resolve_part(context_, model_.questions, *node, "question"))
        deferral.question = model_.questions[*index].id;
    if (const Node* node = reader.find("pillar"); node && ++named)
      if (const auto index = resolve_part(context_, model_.pillars, *node, "pillar"))
        deferral.pillar = model_.pillars[*index].id;
    if (const Node* node = reader.find("action"); node && ++named)
      if (const auto index = resolve_part(context_, model_.actions, *node, "action"))
        deferral.action = model_.actions[*index].id;
    if (named != 1)
      reader.error(reader.node(), "a deferred gap names one of 'question', 'pillar' and 'action'");
    deferral.reason = reader.required_text("reason");
    if (reader.find_required("review")) deferral.review = reader.date("review").value_or(Date{});
    assessment_.deferred.push_back(std::move(deferral));
  });
}

std::optional<RoiValue> AssessmentReader::read_roi_value(const Node& node) {
  RoiValue value;
  if (node.kind != NodeKind::map) {
    const std::optional<Exact> number = read_number(context_, node, "value");
    if (!number) return std::nullopt;
    value.low = value.expected = value.high = *number;
    return value;
  }
  MapReader reader(context_, node, "value");
  const std::optional<Exact> expected = reader.required_number("expected");
  value.expected = expected.value_or(0);
  value.low = reader.number("low").value_or(value.expected);
  value.high = reader.number("high").value_or(value.expected);
  value.source = reader.text("source");
  if (reader.find("method"))
    value.method = reader.choice("method", proof_words, ProofMethod::estimate);
  reader.finish();
  return expected ? std::optional(std::move(value)) : std::nullopt;
}

void AssessmentReader::read_roi() {
  const Node* node = root_.find("roi");
  if (!node) return;
  MapReader reader(context_, *node, "roi");
  if (node->kind != NodeKind::map) return;
  if (!model_.roi) {
    reader.error(*node, fmt::format("the model '{}' has no calculation", model_.id.text()));
    return;
  }
  RoiInputs inputs;
  inputs.currency = reader.required_text("currency");
  const bool is_code = inputs.currency.size() == 3 &&
                       std::all_of(inputs.currency.begin(), inputs.currency.end(),
                                   [](char c) { return 'A' <= c && c <= 'Z'; });
  if (const Node* currency = reader.find("currency"); currency && !is_code)
    reader.error(*currency, "a currency is three capitals, such as EUR");
  reader.each_member("inputs", [&](const Member& member) {
    const auto index = resolve_part(context_, model_.roi->inputs, member, "input");
    const auto value = index ? read_roi_value(member.value) : std::nullopt;
    if (value) inputs.values.emplace(model_.roi->inputs[*index].id, *value);
  });
  reader.finish();
  assessment_.roi = std::move(inputs);
}

Subject read_subject(MapReader& root) {
  const Node* node = root.find_required("subject");
  if (!node) return {};
  MapReader reader(root.context(), *node, "subject");
  if (node->kind != NodeKind::map) return {};
  Subject subject{reader.required_id<SubjectId>("id"), reader.required_text("name"),
                  reader.text("description")};
  reader.finish();
  return subject;
}

std::optional<Period> read_period(MapReader& root) {
  const Node* node = root.find("period");
  if (!node) return std::nullopt;
  MapReader reader(root.context(), *node, "period");
  if (node->kind != NodeKind::map) return std::nullopt;
  reader.find_required("from");
  reader.find_required("to");
  const std::optional<Date> from = reader.date("from"), to = reader.date("to");
  if (from && to && *to < *from) reader.error(*node, "the period ends before it starts");
  reader.finish();
  if (!from || !to) return std::nullopt;
  return Period{*from, *to};
}

}  // namespace

std::optional<Assessment> load_assessment(const Document& document,
                                          const std::vector<MaturityModel>& models,
                                          Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MapReader root(ReadContext{document, diagnostics}, document.root, "the assessment");
  if (document.root.kind != NodeKind::map) return std::nullopt;

  Assessment assessment;
  assessment.subject = read_subject(root);
  if (root.find_required("date")) assessment.date = root.date("date").value_or(Date{});
  assessment.model_version = root.text("model_version");
  assessment.audience = root.choice("audience", audience_words, Audience::client);
  assessment.scope = root.text("scope");
  assessment.assessor = root.text("assessor");
  assessment.period = read_period(root);
  const Node* name = root.find_required("model");
  const auto model = name ? resolve_part(root.context(), models, *name, "model") : std::nullopt;
  if (model) {
    assessment.model = models[*model].id;
    AssessmentReader(root, models[*model], assessment).read();
  } else {
    for (const char* key : {"teams", "answers", "respondents", "target", "capabilities", "kpis",
                            "actions", "deferred", "roi"})
      root.find(key);
  }
  root.finish();
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return assessment;
}

}  // namespace stagecraft
