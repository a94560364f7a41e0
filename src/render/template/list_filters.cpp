// Filters that take a list, or give one.
#include "base/utf8.h"
#include "render/template/filters.h"

namespace stagecraft::language {
namespace {

Operand length(Call& call) {
  const Operand& input = call.input();
  const auto count = [](std::size_t n) { return Operand::integer(static_cast<std::int64_t>(n)); };
  if (input.is_list()) return count(input.list_size());
  if (input.is(OperandKind::map)) return count(input.as_map().members().size());
  return count(code_point_count(call.input_text()));
}

Operand first(Call& call) {
  const Operand& list = call.input_list();
  return list.list_size() == 0 ? Operand::undefined(call.id(), nullptr) : list.list_item(0);
}

Operand last(Call& call) {
  const Operand& list = call.input_list();
  const std::size_t size = list.list_size();
  return size == 0 ? Operand::undefined(call.id(), nullptr) : list.list_item(size - 1);
}

Operand join(Call& call) {
  const std::string_view separator = call.text(0, "");
  const Operand& list = call.input_list();
  std::string result;
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const auto text = shown_text(list.list_item(i));
    if (!text) call.fail("joins texts and numbers");
    if (i > 0) result += separator;
    result += *text;
  }
  return call.made(std::move(result));
}

constexpr Filter all[] = {
    {"length", length},
    {"count", length},
    {"first", first},
    {"last", last},
    {"join", join, 0, {"d", "attribute"}},
};

}  // namespace

std::span<const Filter> list_filters() {
  return all;
}

}  // namespace stagecraft::language
