#pragma once

#include "evaluate/evaluation.h"
#include "model/project.h"

namespace stagecraft {

/// Pass 2: what every assessment comes to, in short. Pure; the whole evaluation of one assessment
/// is made again by evaluate_assessment() when its pages are rendered.
Evaluation evaluate_project(const Project& project);

/// Everything that is computed from `assessment`. Pure and cheap.
/// Requires: `assessment` was made with `model`.
AssessmentEvaluation evaluate_assessment(const MaturityModel& model, const Assessment& assessment);

/// The latest assessment before `assessment` of the same subject and model; null when there is
/// none. What everybody may see is compared with nothing that only the client may.
const Assessment* earlier_assessment(const Project& project, const Assessment& assessment);

/// The benchmark of `model` with the latest date, the first of equals; null when there is none.
const Benchmark* latest_benchmark(const Project& project, const MaturityModel& model);

}  // namespace stagecraft
