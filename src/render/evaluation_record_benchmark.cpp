// Where a subject stands among others.
#include "evaluate/benchmark_position.h"
#include "render/evaluation_record_parts.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record position_record(const MaturityModel& model, const BenchmarkPosition& position) {
  Record record = Record::object();
  put_pillar(record, model, position.pillar);
  record["n"] = position.n;
  if (position.is_refused) record["refused"] = true;
  if (!position.others) return record;
  record["below"] = position.others->below;
  record["same"] = position.others->same;
  record["above"] = position.others->above;
  put_number(record, "percent_below", Exact(100 * position.others->below) / position.n,
             share_digits);
  return record;
}

}  // namespace

Record benchmark_record(const Benchmark& benchmark, const AssessmentEvaluation& evaluation) {
  Record record{{"title", benchmark.title},
                {"date", iso_text(benchmark.date)},
                {"method", benchmark.method}};
  put(record, "source", benchmark.source);
  record["nodes"] =
      list_of(compare_with(benchmark, evaluation), [&](const BenchmarkPosition& position) {
        return position_record(*evaluation.model, position);
      });
  return record;
}

}  // namespace stagecraft
