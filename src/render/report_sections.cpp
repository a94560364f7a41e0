#include "render/report_sections.h"

#include "model/report_sections.h"
#include "render/model_wording.h"

namespace stagecraft {

ReportScope report_scope(const PageScope& page, const AssessmentEvaluation& evaluation,
                         const AssessmentEvaluation* earlier) {
  return {page,
          evaluation,
          earlier,
          position_of(evaluation),
          evidence_of(evaluation),
          compare_respondents(evaluation)};
}

std::vector<std::size_t> shown_nodes(const ReportScope& scope) {
  std::vector<std::size_t> shown;
  if (scope.evaluation.scores.methods.empty()) return shown;
  const std::vector<NodeScore>& nodes = scope.evaluation.scores.methods.front().nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (i == 0 || nodes[i].state != NodeState::empty) shown.push_back(i);
  return shown;
}

std::vector<std::size_t> finding_nodes(const ReportScope& scope) {
  std::vector<std::size_t> shown = shown_nodes(scope);
  if (shown.size() > 1) shown.erase(shown.begin());
  return shown;
}

std::string node_title(const PageScope& page, std::optional<PillarIndex> pillar) {
  return pillar ? page.model().pillars[*pillar].title : page.label("report.the_whole");
}

std::string stage_name(const MaturityModel& model, StageIndex stage) {
  return stage_number(stage) + " " + model.stages[stage].title;
}

std::string reading_text(const ReportScope& scope, const Reading& reading) {
  if (reading.stage) return stage_name(scope.model(), *reading.stage);
  if (reading.is_below_first) return scope.page.label("report.below_first");
  if (reading.value) return scope.page.number(*reading.value);
  return scope.page.label("report.not_assessed");
}

std::string joined(const PageScope& page, const std::vector<std::string>& texts) {
  std::string text;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool is_last = i + 1 == texts.size();
    if (i > 0) text += page.label(is_last ? "words.and" : "words.comma");
    text += texts[i];
  }
  return text;
}

PartCell missing_cell(const PageScope& page) {
  return {page.label("words.dash"), {}, true};
}

PartCell text_cell(std::string text) {
  return {std::move(text), {}, false};
}

std::string owner_of(const PageScope& page, const PlannedAction& planned) {
  return planned.owner.empty() ? page.label("words.unassigned") : planned.owner;
}

std::string numbered(std::size_t index, const Action& action) {
  return std::to_string(index + 1) + " " + action.title;
}

std::string deferred_title(const MaturityModel& model, const Deferral& deferral) {
  if (const Action* action = model.find(deferral.action)) return action->title;
  if (const Question* question = model.find(deferral.question))
    return question->title.empty() ? question->text : question->title;
  const std::optional<PillarIndex> pillar = model.find(deferral.pillar);
  return pillar ? model.pillars[*pillar].title : std::string();
}

std::string finding_id(const MaturityModel& model, std::optional<PillarIndex> pillar) {
  return "finding-" + (pillar ? model.pillars[*pillar].id.text() : "whole");
}

std::string report_anchor(const PageScope& page, std::string_view section,
                          const std::string& anchor) {
  const std::optional<std::size_t>& shown = page.page().section;
  if (!shown || report_section_ids[*shown] == section) return "#" + anchor;
  return "../" + std::string(section) + "/#" + anchor;
}

std::vector<const PlannedAction*> open_actions(const AssessmentEvaluation& evaluation) {
  std::vector<const PlannedAction*> actions;
  for (const RoadmapStep& step : evaluation.roadmap)
    for (const PlannedAction& planned : step.open) actions.push_back(&planned);
  return actions;
}

}  // namespace stagecraft
