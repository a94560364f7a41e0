#include "render/report_record.h"

#include "evaluate/changes.h"
#include "evaluate/evaluate_project.h"
#include "model/words.h"
#include "render/evaluation_record.h"
#include "render/model_record.h"
#include "render/report_record_parts.h"
#include "render/score_record.h"

namespace stagecraft {
namespace {

Record subject_record(const Subject& subject) {
  Record record{{"id", subject.id.text()}, {"name", subject.name}};
  put(record, "description", subject.description);
  return record;
}

Record assessed_model_record(const MaturityModel& model, const Assessment& assessment) {
  Record record{{"id", model.id.text()}, {"title", model.title}, {"version", model.version}};
  put(record, "assessed_with", assessment.model_version);
  return record;
}

Record team_record(const Team& team) { return {{"id", team.id.text()}, {"name", team.name}}; }

/// Without an id, which could tell who it is.
Record respondent_record(const Respondent& respondent) {
  Record record = Record::object();
  put(record, "role", respondent.role);
  put(record, "group", respondent.group);
  return record;
}

/// What was looked at, by whom and when.
void put_circumstances(Record& record, const Assessment& assessment) {
  record["audience"] = word_of(audience_words, assessment.audience);
  put(record, "scope", assessment.scope);
  put(record, "assessor", assessment.assessor);
  if (assessment.period)
    record["period"] = {{"from", iso_text(assessment.period->from)},
                        {"to", iso_text(assessment.period->to)}};
  put(record, "teams", list_of(assessment.teams, team_record));
  put(record, "respondents", list_of(assessment.respondents, respondent_record));
}

}  // namespace

Record report_record(const MaturityModel& model, const Assessment& assessment,
                     const Assessment* earlier, const Benchmark* benchmark) {
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  Record record{{"schema", "stagecraft/report/2"},
                {"subject", subject_record(assessment.subject)},
                {"date", iso_text(assessment.date)}};
  record["model"] = assessed_model_record(model, assessment);
  put_circumstances(record, assessment);
  put(record, "current", stage_name_record(model, evaluation.current));
  put(record, "target", target_record(evaluation));
  record["steps_to_target"] = evaluation.steps_to_target;
  record["scores"] = method_scores_record(model, evaluation.scores);
  put(record, "disagreements", disagreements_record(model, evaluation.scores));
  record["answers"] = answers_record(evaluation);
  record["gaps"] = gaps_record(evaluation);
  record["kpis"] = kpis_record(evaluation);
  put(record, "kpi_stages", kpi_stages_record(evaluation));
  put(record, "capabilities", declared_capabilities_record(evaluation));
  put(record, "ways", ways_record(evaluation));
  record["roadmap"] = roadmap_record(evaluation);
  put(record, "schedule", schedule_record(evaluation));
  put(record, "decisions", decisions_record(evaluation));
  put(record, "deferred", deferred_record(assessment));
  put(record, "roi", roi_values_record(evaluation));
  std::optional<AssessmentEvaluation> before;
  if (earlier) before = evaluate_assessment(model, *earlier);
  put(record, "evaluation", evaluation_record(evaluation, {before ? &*before : nullptr, benchmark},
                                              page_change_budget));
  return record;
}

}  // namespace stagecraft
