#include "render/template/operand.h"

#include <algorithm>

namespace stagecraft::language {
namespace {

bool are_equal_lists(const Operand& left, const Operand& right) {
  if (left.list_size() != right.list_size()) return false;
  for (std::size_t i = 0; i < left.list_size(); ++i)
    if (!are_equal(left.list_item(i), right.list_item(i))) return false;
  return true;
}

bool are_equal_maps(const ValueMap& left, const ValueMap& right) {
  if (left.members().size() != right.members().size()) return false;
  return std::all_of(left.members().begin(), left.members().end(), [&](const auto& member) {
    const Value* other = right.find(member.first);
    return other && are_equal(Operand::of(member.second), Operand::of(*other));
  });
}

bool is_textual(const Operand& operand) {
  return operand.is(OperandKind::text) || operand.is(OperandKind::markup);
}

std::string_view textual(const Operand& operand) {
  return operand.is(OperandKind::text) ? operand.as_text() : operand.as_markup().html;
}

}  // namespace

bool Operand::is_true() const {
  switch (kind_) {
    case OperandKind::undefined:
    case OperandKind::null:
      return false;
    case OperandKind::boolean:
    case OperandKind::integer:
      return integer_ != 0;
    case OperandKind::exact:
      return as_exact() != 0;
    case OperandKind::text:
      return length_ != 0;
    case OperandKind::markup:
      return !as_markup().html.empty();
    case OperandKind::map:
      return !as_map().members().empty();
    default:
      return list_size() != 0;
  }
}

std::string_view Operand::kind_name() const {
  switch (kind_) {
    case OperandKind::undefined:
      return "undefined";
    case OperandKind::null:
      return "none";
    case OperandKind::boolean:
      return "a truth value";
    case OperandKind::integer:
    case OperandKind::exact:
      return "a number";
    case OperandKind::text:
      return "a text";
    case OperandKind::markup:
      return "markup";
    case OperandKind::map:
      return "a map";
    default:
      return "a list";
  }
}

bool are_equal(const Operand& left, const Operand& right) {
  const bool has_boolean = left.is(OperandKind::boolean) || right.is(OperandKind::boolean);
  if (has_boolean && (left.is_number() || right.is_number())) throw IncomparableOperands{};
  if (left.is(OperandKind::integer) && right.is(OperandKind::integer))
    return left.as_integer() == right.as_integer();
  if (left.is_number() && right.is_number()) return left.number() == right.number();
  if (is_textual(left) && is_textual(right)) return textual(left) == textual(right);
  if (left.is_list() && right.is_list()) return are_equal_lists(left, right);
  if (left.kind() != right.kind()) return false;
  if (left.is(OperandKind::boolean)) return left.as_boolean() == right.as_boolean();
  if (left.is(OperandKind::map)) return are_equal_maps(left.as_map(), right.as_map());
  return true;
}

int compare(const Operand& left, const Operand& right) {
  if (left.is(OperandKind::integer) && right.is(OperandKind::integer))
    return left.as_integer() < right.as_integer() ? -1 : left.as_integer() > right.as_integer();
  if (left.is_number() && right.is_number()) {
    const auto order = left.number() <=> right.number();
    return order < 0 ? -1 : order > 0;
  }
  if (!is_textual(left) || !is_textual(right)) throw IncomparableOperands{};
  const int order = textual(left).compare(textual(right));  // UTF-8 keeps code points in order
  return order < 0 ? -1 : order > 0;
}

Value copy_of(const Operand& operand) {
  switch (operand.kind()) {
    case OperandKind::undefined:
    case OperandKind::null:
      return {};
    case OperandKind::boolean:
      return operand.as_boolean();
    case OperandKind::integer:
      return operand.as_integer();
    case OperandKind::exact:
      return operand.as_exact();
    case OperandKind::text:
      return operand.as_text();
    case OperandKind::markup:
      return operand.as_markup();
    case OperandKind::map:
      return operand.as_map();
    default:
      break;
  }
  ValueList list;
  for (std::size_t i = 0; i < operand.list_size(); ++i)
    list.push_back(copy_of(operand.list_item(i)));
  return list;
}

void Temporaries::shrink(const Mark& mark) {
  while (texts_.size() > mark.texts) texts_.pop_back();
  while (markups_.size() > mark.markups) markups_.pop_back();
  while (numbers_.size() > mark.numbers) numbers_.pop_back();
  while (lists_.size() > mark.lists) lists_.pop_back();
  now_ = mark;
}

Operand Temporaries::text(std::string text) {
  now_.bytes += text.size();
  ++now_.texts;
  texts_.push_back(std::move(text));
  return Operand::text(texts_.back());
}

Operand Temporaries::markup(Markup markup) {
  now_.bytes += markup.html.size() + markup.markdown.size();
  ++now_.markups;
  markups_.push_back(std::move(markup));
  return Operand::of(markups_.back());
}

Operand Temporaries::number(const Exact& value) {
  if (const auto whole = whole_number(value)) return Operand::integer(*whole);
  ++now_.numbers;
  numbers_.push_back(value);
  return Operand::of(numbers_.back());
}

Operand Temporaries::list(OperandList list) {
  now_.bytes += list.size() * sizeof(Operand);
  ++now_.lists;
  lists_.push_back(std::move(list));
  return Operand::of(lists_.back());
}

}  // namespace stagecraft::language
