#pragma once

#include "evaluate/evaluation.h"
#include "model/benchmark.h"

namespace stagecraft {

/// What an evaluation is compared with; null: with nothing of the kind.
struct Comparisons {
  const AssessmentEvaluation* earlier = nullptr;
  const Benchmark* benchmark = nullptr;  ///< by the model of the evaluation
};

}  // namespace stagecraft
