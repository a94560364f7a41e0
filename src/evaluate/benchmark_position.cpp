#include "evaluate/benchmark_position.h"

namespace stagecraft {
namespace {

/// Nothing for a node without a stage.
std::optional<AmongOthers> among(const BenchmarkCounts& counts, const Reading& reading) {
  if (!reading.stage && !reading.is_below_first) return std::nullopt;
  AmongOthers others;
  (reading.stage ? others.below : others.same) += counts.below_first;
  for (StageIndex stage = 0; stage < counts.by_stage.size(); ++stage) {
    if (reading.stage && stage < *reading.stage)
      others.below += counts.by_stage[stage];
    else if (stage == reading.stage)
      others.same += counts.by_stage[stage];
    else
      others.above += counts.by_stage[stage];
  }
  return others;
}

}  // namespace

std::vector<BenchmarkPosition> compare_with(const Benchmark& benchmark,
                                            const AssessmentEvaluation& evaluation) {
  std::vector<BenchmarkPosition> positions;
  if (evaluation.scores.methods.empty()) return positions;
  const MethodScore& score = evaluation.scores.methods.front();
  for (const BenchmarkCounts& counts : benchmark.nodes) {
    BenchmarkPosition position{counts.pillar, counts.total(), false, std::nullopt};
    position.is_refused = position.n < least_for_benchmarks;
    const NodeScore& node = counts.pillar ? score.of_pillar(*counts.pillar) : score.overall();
    if (!position.is_refused) position.others = among(counts, node.result);
    positions.push_back(position);
  }
  return positions;
}

}  // namespace stagecraft
