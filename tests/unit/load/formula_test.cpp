#include "load/formula.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

const std::vector<std::string> inputs{"visits", "lift", "order_value"};

/// A formula with a parenthesis around every operation.
std::string bracketed(const Formula& formula) {
  const auto joined = [&](const char* sign) {
    return "(" + bracketed(formula.parts.at(0)) + sign + bracketed(formula.parts.at(1)) + ")";
  };
  switch (formula.kind) {
    case Formula::Kind::number:
      return fraction_text(formula.number);
    case Formula::Kind::input:
      return inputs.at(formula.input);
    case Formula::Kind::add:
      return joined("+");
    case Formula::Kind::subtract:
      return joined("-");
    case Formula::Kind::multiply:
      return joined("*");
    case Formula::Kind::divide:
      return joined("/");
    case Formula::Kind::negate:
      return "(-" + bracketed(formula.parts.at(0)) + ")";
  }
  return "";
}

/// `text` bracketed, or its mistakes as `offset+length message | note`.
std::string read(const std::string& text) {
  std::string mistakes;
  const auto formula = parse_formula(text, inputs,
                                     [&](std::size_t offset, std::size_t length,
                                         std::string message, std::vector<std::string> notes) {
                                       mistakes += std::to_string(offset) + "+" +
                                                   std::to_string(length) + " " + message;
                                       for (const std::string& note : notes)
                                         mistakes += " | " + note;
                                       mistakes += "\n";
                                     });
  CHECK(formula.has_value() == mistakes.empty());
  return formula ? bracketed(*formula) : mistakes;
}

TEST_CASE("formulas bind as they do at school") {
  CHECK(read("visits") == "visits");
  CHECK(read("2.50") == "5/2");
  CHECK(read("1 + 2 * 3") == "(1+(2*3))");
  CHECK(read("1 - 2 - 3") == "((1-2)-3)");
  CHECK(read("8/4/2") == "((8/4)/2)");
  CHECK(read("(1 + 2) * 3") == "((1+2)*3)");
  CHECK(read("-lift * -2") == "((-lift)*(-2))");
  CHECK(read("1 - -1") == "(1-(-1))");
  CHECK(read(" visits *\n lift/100*order_value ") == "(((visits*lift)/100)*order_value)");
}

TEST_CASE("every unknown input of a formula is reported, and what was meant") {
  CHECK(read("vists * lft + other") ==
        "0+5 unknown input 'vists' | did you mean 'visits'?\n"
        "8+3 unknown input 'lft' | did you mean 'lift'?\n"
        "14+5 unknown input 'other' | one of: visits, lift, order_value\n");
}

TEST_CASE("the first mistake in the grammar of a formula is reported where it stands") {
  const std::string parts = " | a formula has numbers, inputs, + - * / and parentheses\n";
  CHECK(read("1 +") == "3+1 the formula breaks off here\n");
  CHECK(read("1 + * 2 *") == "4+1 '*' cannot stand here" + parts);
  CHECK(read("visits lift") == "7+1 'l' cannot stand here" + parts);
  CHECK(read("2 × lift") == "2+2 '×' cannot stand here" + parts);
  CHECK(read("(1 + 2") == "0+1 this parenthesis is not closed\n");
  CHECK(read("1 + 2)") == "5+1 ')' cannot stand here" + parts);
  CHECK(read("1.2.3") == "0+5 '1.2.3' is no number such as 40 or 2.5\n");
  CHECK(read("lift % 2") == "5+1 '%' cannot stand here" + parts);
}

TEST_CASE("a formula may not divide by nothing, nor be endless") {
  CHECK(read("visits / 0.0") == "9+3 this divides by 0\n");
  CHECK(read(std::string(1001, '(')) == "0+1001 a formula has at most 1000 characters\n");
  CHECK(read(std::string(999, '-') + "1").size() > 2000);
}

}  // namespace
}  // namespace stagecraft
