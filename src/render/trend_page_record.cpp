#include "render/trend_page_record.h"

#include "evaluate/evaluate_project.h"
#include "evaluate/series.h"
#include "model/words.h"
#include "render/evaluation_record_parts.h"
#include "render/record_parts.h"
#include "render/trend_parts.h"

namespace stagecraft {
namespace {

int digits_of(const MaturityModel& model) {
  return model.methods.empty() ? share_digits : model.methods.front().digits;
}

Record date_record(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const Assessment& assessment = *evaluation.assessment;
  Record record{{"date", iso_text(assessment.date)}};
  put(record, "model_version", assessment.model_version);
  if (const PlannedPage* report = report_page_of(scope, assessment))
    record["report"] = scope.href(*report);
  put_stage(record, *evaluation.model, evaluation.current);
  if (const NodeScore* whole = evaluation.scores.overall()) {
    record["answered"] = whole->counts.answered;
    record["asked"] = whole->counts.applicable();
  }
  return record;
}

Record point_record(const MaturityModel& model, const SeriesPoint& point) {
  Record record = Record::object();
  put_stage(record, model, point.reading.stage);
  if (point.reading.is_below_first) record["below_first"] = true;
  put_number(record, "value", point.reading.value, digits_of(model));
  put_number(record, "point", point.point, share_digits);
  if (point.link == SeriesLink::same) record["goes_on"] = "same";
  if (point.link == SeriesLink::assumed) record["goes_on"] = "assumed";
  return record;
}

Record node_record(const MaturityModel& model, const SeriesNode& node) {
  Record record = Record::object();
  put_pillar(record, model, node.pillar);
  put(record, "points",
      list_of(node.points, [&](const SeriesPoint& point) { return point_record(model, point); }));
  return record;
}

/// A KPI with what was measured at each date.
Record kpi_record_of(const Kpi& kpi, const std::vector<AssessmentEvaluation>& dates) {
  Record values = Record::array();
  for (const AssessmentEvaluation& date : dates) {
    const auto measured = date.assessment->kpis.find(kpi.id);
    Record value = Record::object();
    if (measured != date.assessment->kpis.end())
      put_number(value, "value", measured->second.value, share_digits);
    values.push_back(std::move(value));
  }
  return {{"kpi", kpi.id.text()}, {"values", std::move(values)}};
}

}  // namespace

Record trend_page_record(const PageScope& scope) {
  const std::vector<AssessmentEvaluation> dates = evaluations_of(scope);
  const MaturityModel& model = scope.model();
  const Subject& subject = dates.back().assessment->subject;
  const Series series = series_of(dates);
  const Audience audience =
      scope.page().listing == Listing::listed ? Audience::everyone : Audience::client;
  Record record{{"schema", "stagecraft/trend/1"},
                {"subject", {{"id", subject.id.text()}, {"name", subject.name}}},
                {"audience", word_of(audience_words, audience)},
                {"model",
                 {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}},
                {"measure", series.measure == Measure::number ? "number" : "share"}};
  record["dates"] = list_of(dates, [&](const AssessmentEvaluation& date) {
    return date_record(scope, date);
  });
  put(record, "nodes", list_of(series.nodes, [&](const SeriesNode& node) {
        return node_record(model, node);
      }));
  Record steps = Record::array();
  for (std::size_t i = 1; i < dates.size(); ++i)
    steps.push_back(trend_record(dates[i - 1], dates[i]));
  record["steps"] = std::move(steps);
  Record kpis = Record::array();
  for (const Kpi* kpi : measured_kpis(model, dates)) kpis.push_back(kpi_record_of(*kpi, dates));
  put(record, "kpis", std::move(kpis));
  return record;
}

}  // namespace stagecraft
