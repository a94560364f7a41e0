#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.h"

namespace stagecraft {

/// What is there.
enum class CapabilityPresence { present, partial, absent, planned, not_applicable, unknown };

/// How that is known.
enum class CapabilityBasis { declaration, evidence, answers };

/// One capability of the model.
struct CapabilityResult {
  const Capability* capability = nullptr;
  CapabilityPresence presence = CapabilityPresence::unknown;
  std::optional<CapabilityBasis> basis;  ///< nothing: not applicable, or unknown
  /// What the questions alone would say, where a declaration counts and they say something else.
  std::optional<CapabilityPresence> answers_say;
};

/// How the capabilities of the model stand, in its order. Rule: content/docs/position.md,
/// "Capabilities".
std::vector<CapabilityResult> capabilities_of(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
