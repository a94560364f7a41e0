#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "format/node.h"
#include "model/benchmark.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// The benchmark in `document`, which is to be by `model`; content/docs/benchmarks.md is the
/// format. Every mistake is reported, and nothing is returned when there was one.
std::optional<Benchmark> load_benchmark(const Document& document, const MaturityModel& model,
                                        Diagnostics& diagnostics);

}  // namespace stagecraft
