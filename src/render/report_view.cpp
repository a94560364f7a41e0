#include "evaluate/evaluate_project.h"
#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/report_parts.h"

namespace stagecraft {
namespace {

std::string version_note(const PageScope& scope, const Assessment& assessment) {
  const std::string& then = assessment.model_version;
  if (then.empty() || then == scope.model().version) return {};
  return scope.sentence("report.version_note", {{"then", then}, {"now", scope.model().version}});
}

}  // namespace

ValueMap report_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const Assessment& assessment = scope.project().assessments[scope.page().assessment];
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  const std::string& client = assessment.subject.name;
  ValueMap report{
      {"client", client},
      {"description", assessment.subject.description},
      {"scope", assessment.scope},
      {"assessor", assessment.assessor},
      {"date", scope.date(assessment.date)},
      {"title", scope.sentence("report.title", {{"model", model.short_title}, {"client", client}})},
      {"model", ValueMap{{"title", model.title},
                         {"href", scope.href(*scope.plan().find_model_page(scope.page().model))},
                         {"version", model.version}}},
      {"version_note", version_note(scope, assessment)},
      {"confidential", assessment.audience == Audience::everyone
                           ? ""
                           : scope.sentence("report.confidential", {{"client", client}})}};
  ValueList stages;
  for (StageIndex stage = 0; stage < model.stages.size(); ++stage)
    stages.push_back(stage_reference(scope, stage));
  report.set("stages", std::move(stages));

  add_summary(scope, evaluation, report);
  add_position(scope, evaluation, report);
  add_kpis(scope, evaluation, report);
  add_gaps(scope, evaluation, report);
  add_roadmap(scope, evaluation, report);
  add_appendix(scope, evaluation, report);
  return report;
}

}  // namespace stagecraft
