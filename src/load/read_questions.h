#pragma once

#include <string_view>

#include "load/model_parts.h"

namespace stagecraft {

/// How the model file spells a type: "yes-no".
std::string_view type_word(QuestionType type);

/// The `answers` of `reader`, a list: at least two, all with a value or none.
std::vector<AnswerOption> read_options(MapReader& reader);

/// The `map` of a question that has its type, options and ends; an error where it can have none.
void read_worth_map(MapReader& reader, Question& question);

/// The conditions of all questions, which have been read but for these. `nodes` holds the
/// `asked_if` of each, null where there is none.
void read_conditions(ModelReading& reading, const std::vector<const Node*>& nodes);

}  // namespace stagecraft
