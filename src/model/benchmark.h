#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/part.h"

namespace stagecraft {

/// How many others are where, in one node.
struct BenchmarkCounts {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::vector<std::size_t> by_stage;  ///< one per stage of the model
  std::size_t below_first = 0;

  std::size_t total() const {
    std::size_t sum = below_first;
    for (const std::size_t count : by_stage) sum += count;
    return sum;
  }
};

/// Where others stand by one model. The format: content/docs/benchmarks.md.
struct Benchmark {
  ModelId model;  ///< that all were assessed with
  std::string title;
  Date date;
  std::string method;
  std::string source;                  ///< may be empty
  std::vector<BenchmarkCounts> nodes;  ///< the whole first, then pillars in the model's order
};

}  // namespace stagecraft
