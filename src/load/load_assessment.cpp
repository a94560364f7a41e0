#include "load/load_assessment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "load/read_answers.h"
#include "load/read_decisions.h"
#include "load/read_roi_inputs.h"
#include "load/resolve_part.h"
#include "model/calendar.h"

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
  read_decisions(root_, model_, assessment_);
  read_roi_inputs(root_, model_, assessment_);
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
  if (value.date && assessment_.date.is_given() &&
      first_day(*value.date) > last_day(assessment_.date))
    reader.error(*reader.find("date"), "the value is measured after the assessment");
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

Subject read_subject(MapReader& root) {
  const Node* node = root.find_required("subject");
  if (!node) return {};
  MapReader reader(root.context(), *node, "subject");
  if (node->kind != NodeKind::map) return {};
  Subject subject{reader.required_id<SubjectId>("id"), reader.required_text("name"),
                  reader.text("description"), reader.text("sector")};
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
  root.text("$schema");  // for editors
  assessment.subject = read_subject(root);
  if (root.find_required("date")) assessment.date = root.date("date").value_or(Date{});
  assessment.model_version = root.text("model_version");
  assessment.audience = root.choice("audience", audience_words, Audience::client);
  assessment.scope = root.text("scope");
  assessment.assessor = root.text("assessor");
  assessment.period = read_period(root);
  assessment.is_draft = root.yes_no("draft");
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
  assessment.sha256 = hex_text(sha256(document.source->text()));
  return assessment;
}

}  // namespace stagecraft
