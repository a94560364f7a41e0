#include "render/evaluation_record.h"

#include "render/evaluation_record_parts.h"

namespace stagecraft {

void put_figures(Record& record, const Figures& figures, int digits) {
  put_number(record, "floor", figures.floor, digits);
  put_number(record, "mean", figures.mean, digits);
  put_number(record, "ceiling", figures.ceiling, digits);
}

Record evaluation_record(const AssessmentEvaluation& evaluation, const Comparisons& comparisons,
                         std::size_t lists) {
  Record record = Record::object();
  put_position(record, evaluation);
  put(record, "respondents", respondents_record(evaluation));
  put(record, "teams", teams_record(evaluation));
  put(record, "capabilities", capabilities_record(evaluation));
  put(record, "changes", changes_record(evaluation, lists));
  if (comparisons.earlier) record["trend"] = trend_record(*comparisons.earlier, evaluation);
  if (comparisons.benchmark)
    record["benchmark"] = benchmark_record(*comparisons.benchmark, evaluation);
  return record;
}

}  // namespace stagecraft
