#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "evaluate/assessment_views.h"
#include "evaluate/evaluation.h"

namespace stagecraft {

/// How many answered questions have which grade.
struct GradeCounts {
  std::size_t verified = 0;
  std::size_t corroborated = 0;
  std::size_t reported = 0;
  std::size_t none = 0;  ///< nothing stands behind the answer

  bool operator==(const GradeCounts&) const = default;
};

/// How many answered questions are how sure.
struct ConfidenceCounts {
  std::size_t high = 0;
  std::size_t medium = 0;
  std::size_t low = 0;
  std::size_t not_given = 0;

  bool operator==(const ConfidenceCounts&) const = default;
};

/// What one node rests on.
struct NodeEvidence {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  GradeCounts grades;                 ///< of the answered questions in it and below, each once
  Grade weakest;                      ///< of them; nothing when one has none, or none is answered
  ConfidenceCounts confidence;        ///< of the same questions
  std::optional<Reading> backed;      ///< what could be shown; nothing when nothing can count
};

/// Whether a grade is enough for the backed result: verified or corroborated.
bool is_backed(Grade grade);

/// The grade of what was answered to `question`: of several teams or respondents the weakest.
Grade grade_of(const Question& question, const Assessment& assessment);

/// One entry per node of the primary method, the whole first; empty without a method. Scores the
/// assessment once more. Rule: content/docs/position.md, "Evidence" and "Confidence".
std::vector<NodeEvidence> evidence_of(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
