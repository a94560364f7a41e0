#pragma once

#include <nlohmann/json_fwd.hpp>

#include "render/page_scope.h"

namespace stagecraft {

/// The JSON twins of the pages of a model: the whole model without its prose pages' layout
/// ("stagecraft/model/1"), and one stage of it ("stagecraft/stage/1").
nlohmann::ordered_json model_record(const PageScope& scope);
nlohmann::ordered_json stage_record(const PageScope& scope);

/// The words that JSON uses for closed choices; the same as in the input files.
const char* unit_word(Unit unit);
const char* direction_word(Direction direction);

/// The displayed number, and the fraction where the display rounds: {"value": 0.33, "exact":
/// "1/3"}.
nlohmann::ordered_json number_record(const Exact& value);

/// from/to, words, or null where nothing is given.
nlohmann::ordered_json typical_record(const TypicalValue& typical);

/// id, number and title of a stage.
nlohmann::ordered_json stage_name_record(const MaturityModel& model, StageIndex stage);

}  // namespace stagecraft
