#pragma once

#include <string>

#include "render/page_scope.h"
#include "scoring/score.h"

namespace stagecraft {

// Methods and their results as people read them.

/// What an open question does, in words.
std::string unanswered_text(const PageScope& scope, const ScoringMethod& method);

/// "4 to 6", "from 1.5 to below 2.5", "10 or more": the values that a band covers.
std::string band_text(const PageScope& scope, const ScoringMethod& method, const Bands& bands,
                      std::size_t index);

/// What it takes for the whole to reach a stage, in words; meaning and priority may be empty.
struct StageCondition {
  std::string range;
  StageIndex stage = 0;
  std::string meaning;
  std::string priority;

  bool operator==(const StageCondition&) const = default;
};

/// One for each stage that the whole can reach by its bands or prerequisites.
std::vector<StageCondition> conditions_of(const PageScope& scope, const ScoringMethod& method);

/// The same for pillar `pillar`.
std::vector<StageCondition> conditions_of(const PageScope& scope, const ScoringMethod& method,
                                          PillarIndex pillar);

/// One row for each stage that the whole can reach by its bands or prerequisites: what it takes,
/// the stage, meaning, priority, and whether it is where `reading` stands.
ValueList stage_conditions(const PageScope& scope, const ScoringMethod& method,
                           const Reading& reading);

/// What a band or prerequisite says about the stage of `reading`; empty texts without one.
struct StageMessage {
  std::string meaning;
  std::string priority;
};
StageMessage message_of(const NodeRule& rule, const Reading& reading);

/// Whether the whole is a number of questions, of which one can say "3 of 10".
bool counts_questions(const MaturityModel& model, const ScoringMethod& method);

}  // namespace stagecraft
