#pragma once

#include <optional>
#include <string>

#include "evaluate/evaluation.h"
#include "render/page_scope.h"

namespace stagecraft {

// Answers as people read them.

/// "not known", "not answered", …; empty for an answered question, whose answer says it.
std::string state_text(const PageScope& scope, QuestionState state);

/// "yes", "For most", "40 minutes", "Cards, Invoices", the title of a stage, or the state of a
/// question that has no answer.
std::string answer_text(const PageScope& scope, const Question& question, const Answer* answer);

/// What was said to a question of the evaluated assessment, by whoever answers there: agreed on, by
/// teams, or by respondents.
std::string answer_text(const PageScope& scope, const AssessmentEvaluation& evaluation,
                        const Question& question);

}  // namespace stagecraft
