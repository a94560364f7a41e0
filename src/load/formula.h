#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/roi_model.h"

namespace stagecraft {

/// Called for a mistake in a formula: `length` bytes from byte `offset` on, at least one of them,
/// which may lie behind the end.
using FormulaError = std::function<void(std::size_t offset, std::size_t length, std::string message,
                                        std::vector<std::string> notes)>;

/// The most bytes that a formula may have, so that none is too deep to be walked.
constexpr std::size_t formula_limit = 1000;
/// The most numbers and inputs that it may have, so that none is slow to work out.
constexpr std::size_t formula_term_limit = 50;

/// The tree of `text`, in which * and / bind more tightly than + and -, and equal ones from the
/// left. Names refer to `inputs`. All unknown names are reported, and of all other mistakes the
/// first; nothing is returned then. The format: content/docs/model-format.md, roi.
std::optional<Formula> parse_formula(std::string_view text, const std::vector<std::string>& inputs,
                                     const FormulaError& error);

}  // namespace stagecraft
