#include "render/formula_wording.h"

#include "base/exact.h"

namespace stagecraft {
namespace {

using Kind = Formula::Kind;

/// Numbers of input files have no more places.
constexpr int most_places = 40;

int strength(Kind kind) {
  switch (kind) {
    case Kind::add:
    case Kind::subtract:
      return 1;
    case Kind::multiply:
    case Kind::divide:
      return 2;
    case Kind::negate:
      return 3;
    case Kind::number:
    case Kind::input:
      break;
  }
  return 4;
}

std::string_view sign_of(Kind kind) {
  switch (kind) {
    case Kind::add:
      return " + ";
    case Kind::subtract:
      return " − ";
    case Kind::multiply:
      return " × ";
    default:
      return " ÷ ";
  }
}

std::string words(const RoiModel& model, const Formula& formula);

/// `part` as an operand of something that binds with `strength_around`.
std::string operand(const RoiModel& model, const Formula& part, int strength_around) {
  const std::string text = words(model, part);
  return strength(part.kind) < strength_around ? "(" + text + ")" : text;
}

std::string words(const RoiModel& model, const Formula& formula) {
  const int own = strength(formula.kind);
  switch (formula.kind) {
    case Kind::number:
      return decimal_text(formula.number, most_places);
    case Kind::input:
      return model.inputs[formula.input].title;
    case Kind::negate:
      return "−" + operand(model, formula.parts[0], own);
    default:
      break;
  }
  const bool is_one_sided = formula.kind == Kind::subtract || formula.kind == Kind::divide;
  return operand(model, formula.parts[0], own) + std::string(sign_of(formula.kind)) +
         operand(model, formula.parts[1], own + (is_one_sided ? 1 : 0));
}

}  // namespace

std::string formula_in_words(const RoiModel& model, const RoiLine& line) {
  return words(model, line.formula);
}

}  // namespace stagecraft
