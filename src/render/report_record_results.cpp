// What is computed from an assessment: KPIs, gaps, roadmap.
#include "model/words.h"
#include "render/record_parts.h"
#include "render/report_record_parts.h"
#include "render/score_record.h"

namespace stagecraft {
namespace {

/// Decimals of what is computed from KPIs.
constexpr int kpi_digits = 2;

constexpr std::array<Word<RangePosition>, 4> position_words{
    {{"below", RangePosition::below},
     {"within", RangePosition::within},
     {"above", RangePosition::above},
     {"no-range", RangePosition::no_range}}};

Record measured_record(const KpiValue& measured) {
  Record record;
  put_given(record, "value", measured.value);
  put(record, "date", measured.date);
  put(record, "source", measured.source);
  if (measured.method) record["method"] = word_of(proof_words, *measured.method);
  return record;
}

Record kpi_result_record(const AssessmentEvaluation& evaluation, const KpiResult& result) {
  const Kpi& kpi = *result.kpi;
  Record record{{"id", kpi.id.text()}, {"title", kpi.title}};
  record["unit"] = word_of(unit_words, kpi.unit);
  record["better"] = word_of(direction_words, kpi.direction);
  if (evaluation.current)
    put(record, "typical_at_current", typical_record(kpi.typical[*evaluation.current]));
  if (evaluation.target)
    put(record, "typical_at_target", typical_record(kpi.typical[*evaluation.target]));
  if (!result.measured) return record;
  record["measured"] = measured_record(*result.measured);
  if (evaluation.current)
    record["position_at_current"] = word_of(position_words, result.at_current);
  if (evaluation.target) record["position_at_target"] = word_of(position_words, result.at_target);
  record["fits_stages"] = stage_ids(*evaluation.model, result.fits);
  put_number(record, "gap_to_target", result.gap, kpi_digits);
  return record;
}

Record planned_record(const PlannedAction& planned, std::size_t number) {
  Record record{{"number", number},
                {"action", planned.action->id.text()},
                {"title", planned.action->title},
                {"impact", planned.impact},
                {"effort", planned.effort}};
  put(record, "owner", planned.owner);
  if (planned.quick_win) record["quick_win"] = true;
  if (planned.foundation) record["foundation"] = true;
  return record;
}

Record action_name_record(const Action* action) {
  return {{"action", action->id.text()}, {"title", action->title}};
}

}  // namespace

Record kpis_record(const AssessmentEvaluation& evaluation) {
  return list_of(evaluation.kpis, [&](const KpiResult& result) {
    return kpi_result_record(evaluation, result);
  });
}

Record gaps_record(const AssessmentEvaluation& evaluation) {
  return list_of(evaluation.gaps, [&](const AnswerGap& gap) {
    Record record{{"question", gap.question->id.text()}};
    put_stage(record, *evaluation.model, gap.question->stage());
    record["state"] = state_word(gap.state);
    return record;
  });
}

Record roadmap_record(const AssessmentEvaluation& evaluation) {
  const std::vector<Stage>& stages = evaluation.model->stages;
  std::size_t number = 0;
  return list_of(evaluation.roadmap, [&](const RoadmapStep& step) {
    Record record{{"from", stages[step.from].id.text()}, {"to", stages[step.from + 1].id.text()}};
    record["open"] = list_of(step.open, [&](const PlannedAction& planned) {
      return planned_record(planned, ++number);
    });
    put(record, "satisfied", list_of(step.satisfied, action_name_record));
    put(record, "skipped", list_of(step.skipped, action_name_record));
    return record;
  });
}

}  // namespace stagecraft
