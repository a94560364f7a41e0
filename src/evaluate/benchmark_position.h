#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.h"
#include "model/benchmark.h"

namespace stagecraft {

/// With fewer others a comparison is refused.
inline constexpr std::size_t least_for_benchmarks = 20;

/// Where others stand, seen from one subject.
struct AmongOthers {
  std::size_t below = 0;  ///< at a lower stage
  std::size_t same = 0;
  std::size_t above = 0;
};

/// One node that the benchmark has.
struct BenchmarkPosition {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::size_t n = 0;
  bool is_refused = false;            ///< there are too few others
  std::optional<AmongOthers> others;  ///< nothing: refused, or the node has no stage
};

/// Where the subject stands among others by the primary method, in the order of the benchmark;
/// empty without a method. Rule: content/docs/benchmarks.md.
std::vector<BenchmarkPosition> compare_with(const Benchmark& benchmark,
                                            const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
