// The filters and tests of the language: their names and parameters, which the parser checks, and
// what they do. content/docs/templates.md says what each gives.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/template/evaluation.h"

namespace stagecraft::language {

/// One use of a filter or test while a template is rendered.
class Call {
 public:
  /// `first_parameter`: the parameter of the filter that is number 0 here, for a test that a filter
  /// applies.
  Call(Evaluation& evaluation, ExpressionId id, Operand input, std::size_t first_parameter = 0)
      : evaluation_(evaluation), id_(id), input_(input), first_parameter_(first_parameter) {}

  Evaluation& evaluation() { return evaluation_; }
  ExpressionId id() const { return id_; }
  const Operand& input() const { return input_; }
  const Place& place() const { return node().place; }

  /// Whether the template gives parameter `index`.
  bool has(std::size_t index) const { return argument_id(index) != none; }

  /// The value given for parameter `index`. Requires: has(index).
  Operand argument(std::size_t index);

  /// Likewise; it may be undefined.
  Operand argument_or_undefined(std::size_t index);

  // Each gives parameter `index` or, where the template does not, `otherwise`; another type of
  // value is a failure that names the argument.
  std::string_view text(std::size_t index, std::string_view otherwise);
  std::int64_t integer(std::size_t index, std::int64_t otherwise);
  bool truth(std::size_t index, bool otherwise);

  // The input; another type of value is a failure.
  std::string_view input_text() const;
  Exact input_number() const;
  const Operand& input_list() const;

  Operand made(std::string text) { return evaluation_.new_text(std::move(text), place()); }
  Operand made(const Exact& number) { return evaluation_.new_number(number, place()); }
  Operand made(Markup markup) { return evaluation_.new_markup(std::move(markup), place()); }
  Operand made(OperandList list) { return evaluation_.new_list(std::move(list)); }

  [[noreturn]] void fail(std::string message, std::vector<std::string> notes = {}) const;
  [[noreturn]] void fail_argument(std::size_t index, const std::string& message,
                                  std::vector<std::string> notes = {}) const;

 private:
  const Expression& node() const { return evaluation_.expression(id_); }
  ExpressionId argument_id(std::size_t index) const {
    const std::size_t position = first_parameter_ + index;
    return position < node().argument_count
               ? evaluation_.program().arguments[node().first_argument + position]
               : none;
  }

  Evaluation& evaluation_;
  ExpressionId id_;
  Operand input_;
  std::size_t first_parameter_;
};

constexpr std::size_t parameter_limit = 6;
using ParameterNames = std::array<std::string_view, parameter_limit>;

struct Filter {
  std::string_view name;
  Operand (*apply)(Call&) = nullptr;
  std::size_t required = 0;     ///< how many of `parameters` must be given
  ParameterNames parameters{};  ///< in the order in which they may stand without their name
  bool takes_undefined = false;
  bool makes_json = false;  ///< its text is safe in a data script and in a JSON file
  bool needs_markdown = false;  ///< is there only in a set that was given Markdown
};

struct Test {
  std::string_view name;
  bool (*apply)(Call&) = nullptr;
  std::size_t required = 0;  ///< 0 or 1: tests take no optional parameters
  bool takes_undefined = false;
};

/// All filters, all tests; an index into them is what a program holds.
std::span<const Filter> filters();
std::span<const Test> tests();

/// The index of the filter or test of this name; `none` when there is none.
std::uint32_t find_filter(std::string_view name);
std::uint32_t find_test(std::string_view name);

/// How many of `parameters` there are.
std::size_t parameter_count(const ParameterNames& parameters);

/// What the filter or test expression `id` gives.
Operand apply_filter(Evaluation& evaluation, ExpressionId id);
bool apply_test(Evaluation& evaluation, ExpressionId id);

std::span<const Filter> text_filters();
std::span<const Filter> list_filters();
std::span<const Filter> locale_filters();

}  // namespace stagecraft::language
