#include "render/template/evaluation.h"

#include <algorithm>

#include "base/suggest.h"
#include "render/template/filters.h"
#include "render/template/template_errors.h"

namespace stagecraft::language {
namespace {

constexpr std::size_t number_bits_limit = 4096;

}  // namespace

void Scope::assign(SymbolId symbol, Operand value, std::size_t scope_start) {
  for (std::size_t i = names_.size(); i > scope_start; --i) {
    if (names_[i - 1].symbol != symbol) continue;
    names_[i - 1].value = value;
    return;
  }
  push(symbol, value);
}

std::vector<SymbolId> Scope::visible() const {
  std::vector<SymbolId> result;
  for (std::size_t i = floor_; i < names_.size(); ++i) result.push_back(names_[i].symbol);
  return result;
}

void Scope::enter_block() {
  const std::size_t begin = floor_, end = owned_;
  floor_ = names_.size();
  for (std::size_t i = begin; i < end; ++i) names_.push_back(Name(names_[i]));
  owned_ = names_.size();
}

void Scope::restore(const Frame& frame) {
  floor_ = frame.floor;
  owned_ = frame.owned;
  names_.resize(frame.size);
}

Evaluation::Evaluation(const Program& program, const Value& view)
    : program_(program), view_(Operand::of(view)) {}

Operand Evaluation::value_of(ExpressionId id) {
  const Expression& e = program_.expressions[id];
  switch (e.kind) {
    case ExpressionKind::constant:
      return Operand::of(program_.constants[e.a]);
    case ExpressionKind::name:
      return name(e, id);
    case ExpressionKind::member:
      return member(defined(value_of(e.a), e.a), program_.symbols[e.b], id);
    case ExpressionKind::index: {
      const Operand object = defined(value_of(e.a), e.a);
      return element(object, defined(value_of(e.b), e.b), id);
    }
    case ExpressionKind::list:
      return list(e);
    case ExpressionKind::negate:
    case ExpressionKind::plus:
      return negation(e);
    case ExpressionKind::logical_not:
      return Operand::boolean(!defined(value_of(e.a), e.a).is_true());
    case ExpressionKind::logical_and: {
      const Operand left = defined(value_of(e.a), e.a);
      return left.is_true() ? value_of(e.b) : left;
    }
    case ExpressionKind::logical_or: {
      const Operand left = defined(value_of(e.a), e.a);
      return left.is_true() ? left : value_of(e.b);
    }
    case ExpressionKind::conditional:
      return conditional(e, id);
    case ExpressionKind::concatenate:
      return concatenation(e);
    case ExpressionKind::filter:
      return apply_filter(*this, id);
    case ExpressionKind::test:
      return Operand::boolean(apply_test(*this, id));
    case ExpressionKind::loop_field:
      return loop_field(e, id);
    case ExpressionKind::loop_cycle:
      return loop_cycle(e);
    case ExpressionKind::loop_changed:
      return loop_changed(e);
    case ExpressionKind::equal:
    case ExpressionKind::not_equal:
    case ExpressionKind::less:
    case ExpressionKind::less_equal:
    case ExpressionKind::greater:
    case ExpressionKind::greater_equal:
    case ExpressionKind::contained:
      return comparison(e);
    default:
      return arithmetic(e);
  }
}

Operand Evaluation::defined(Operand operand, ExpressionId id) const {
  if (!operand.is_defined()) fail_undefined(operand, id);
  return operand;
}

void Evaluation::fail_undefined(const Operand& operand, ExpressionId id) const {
  const std::uint32_t origin = operand.undefined_expression();
  const Expression& e = program_.expressions[origin == none ? id : origin];
  std::vector<std::string> choices;
  std::string message;
  std::string_view word;
  if (e.kind == ExpressionKind::name) {
    word = program_.symbols[e.a];
    for (const SymbolId symbol : scope.visible()) choices.push_back(program_.symbols[symbol]);
    message = in_quotes(word) + " is undefined";
  } else if (e.kind == ExpressionKind::member) {
    word = program_.symbols[e.b];
    message = "there is no " + in_quotes(word) + " here";
  } else if (e.kind == ExpressionKind::conditional) {
    message = "this 'if' has no 'else', and its condition is not true";
  } else {
    message = "there is no such element here";
  }
  if (operand.searched_map())
    for (const auto& [name, value] : operand.searched_map()->members()) choices.push_back(name);
  std::sort(choices.begin(), choices.end());
  throw RenderFailure{e.place, message, {word.empty() ? "" : choices_note(word, choices)}};
}

Operand Evaluation::name(const Expression& expression, ExpressionId id) const {
  if (const Operand* found = scope.find(expression.a)) return *found;
  return member(view_, program_.symbols[expression.a], id);
}

Operand Evaluation::member(const Operand& operand, std::string_view name, ExpressionId id) const {
  if (!operand.is(OperandKind::map)) return Operand::undefined(id, nullptr);
  const Value* found = operand.as_map().find(name);
  return found ? Operand::of(*found) : Operand::undefined(id, &operand.as_map());
}

Operand Evaluation::element(const Operand& operand, const Operand& key, ExpressionId id) const {
  if (key.is(OperandKind::text)) return member(operand, key.as_text(), id);
  if (!key.is(OperandKind::integer) || !operand.is_list()) return Operand::undefined(id, nullptr);
  const auto size = static_cast<std::int64_t>(operand.list_size());
  const std::int64_t index = key.as_integer() < 0 ? key.as_integer() + size : key.as_integer();
  if (index < 0 || index >= size) return Operand::undefined(id, nullptr);
  return operand.list_item(static_cast<std::size_t>(index));
}

Operand Evaluation::list(const Expression& expression) {
  OperandList result;
  for (std::uint32_t i = 0; i < expression.argument_count; ++i) {
    const ExpressionId item = program_.arguments[expression.first_argument + i];
    result.push_back(defined(value_of(item), item));
  }
  return new_list(std::move(result));
}

Operand Evaluation::new_text(std::string text, const Place& place) {
  if (temporaries.bytes() + text.size() > text_limit)
    throw RenderFailure{place, "this makes more than 32 MB of text", {}};
  return temporaries.text(std::move(text));
}

Operand Evaluation::new_markup(Markup markup, const Place& place) {
  if (temporaries.bytes() + markup.html.size() + markup.markdown.size() > text_limit)
    throw RenderFailure{place, "this makes more than 32 MB of text", {}};
  return temporaries.markup(std::move(markup));
}

Operand Evaluation::new_number(const Exact& value, const Place& place) {
  if (bit_count(value) > number_bits_limit)
    throw RenderFailure{place, "this number has too many digits", {}};
  return temporaries.number(value);
}

Operand Evaluation::negation(const Expression& expression) {
  const Operand operand = defined(value_of(expression.a), expression.a);
  if (!operand.is_number()) {
    throw RenderFailure{expression.place,
                        "only a number has a sign, this is " + std::string(operand.kind_name()),
                        {}};
  }
  if (expression.kind == ExpressionKind::plus) return operand;
  return new_number(-operand.number(), expression.place);
}

Operand Evaluation::arithmetic(const Expression& expression) {
  const Operand left = defined(value_of(expression.a), expression.a);
  const Operand right = defined(value_of(expression.b), expression.b);
  if (!left.is_number() || !right.is_number()) {
    const Operand& wrong = left.is_number() ? right : left;
    throw RenderFailure{program_.expressions[left.is_number() ? expression.b : expression.a].place,
                        "arithmetic needs numbers, this is " + std::string(wrong.kind_name()),
                        {wrong.is(OperandKind::text) ? "texts are joined by '~'" : ""}};
  }
  if (left.is(OperandKind::integer) && right.is(OperandKind::integer)) {
    std::int64_t result = 0;
    const std::int64_t a = left.as_integer(), b = right.as_integer();
    if (expression.kind == ExpressionKind::add && !__builtin_add_overflow(a, b, &result))
      return Operand::integer(result);
    if (expression.kind == ExpressionKind::subtract && !__builtin_sub_overflow(a, b, &result))
      return Operand::integer(result);
    if (expression.kind == ExpressionKind::multiply && !__builtin_mul_overflow(a, b, &result))
      return Operand::integer(result);
  }
  return exact_arithmetic(expression, left, right);
}

Operand Evaluation::exact_arithmetic(const Expression& expression, const Operand& left,
                                     const Operand& right) {
  const Exact a = left.number(), b = right.number();
  switch (expression.kind) {
    case ExpressionKind::add:
      return new_number(a + b, expression.place);
    case ExpressionKind::subtract:
      return new_number(a - b, expression.place);
    case ExpressionKind::multiply:
      return new_number(a * b, expression.place);
    default:
      break;
  }
  if (b == 0) throw RenderFailure{expression.place, "division by zero", {}};
  const Exact quotient = a / b;
  if (expression.kind == ExpressionKind::divide) return new_number(quotient, expression.place);
  const Exact whole = floor(quotient);
  if (expression.kind == ExpressionKind::floor_divide) return new_number(whole, expression.place);
  return new_number(a - b * whole, expression.place);
}

Operand Evaluation::comparison(const Expression& expression) {
  const Operand left = defined(value_of(expression.a), expression.a);
  const Operand right = defined(value_of(expression.b), expression.b);
  try {
    switch (expression.kind) {
      case ExpressionKind::equal:
        return Operand::boolean(are_equal(left, right));
      case ExpressionKind::not_equal:
        return Operand::boolean(!are_equal(left, right));
      case ExpressionKind::contained:
        return Operand::boolean(contains(right, left, expression));
      case ExpressionKind::less:
        return Operand::boolean(compare(left, right) < 0);
      case ExpressionKind::less_equal:
        return Operand::boolean(compare(left, right) <= 0);
      case ExpressionKind::greater:
        return Operand::boolean(compare(left, right) > 0);
      default:
        return Operand::boolean(compare(left, right) >= 0);
    }
  } catch (const IncomparableOperands&) {
    throw RenderFailure{expression.place,
                        std::string(left.kind_name()) + " and " + std::string(right.kind_name()) +
                            " cannot be compared",
                        {}};
  }
}

bool Evaluation::contains(const Operand& container, const Operand& item,
                          const Expression& expression) const {
  if (container.is(OperandKind::text) && item.is(OperandKind::text))
    return container.as_text().find(item.as_text()) != std::string_view::npos;
  if (container.is(OperandKind::map))
    return item.is(OperandKind::text) && container.as_map().find(item.as_text());
  if (!container.is_list()) {
    throw RenderFailure{expression.place,
                        "'in' looks into a list, a map or a text in a text, not " +
                            std::string(item.kind_name()) + " in " +
                            std::string(container.kind_name()),
                        {}};
  }
  for (std::size_t i = 0; i < container.list_size(); ++i)
    if (are_equal(container.list_item(i), item)) return true;
  return false;
}

Operand Evaluation::concatenation(const Expression& expression) {
  std::string result;
  for (const ExpressionId part : {expression.a, expression.b}) {
    const Operand operand = defined(value_of(part), part);
    const auto text = shown_text(operand);
    if (!text) {
      throw RenderFailure{
          program_.expressions[part].place,
          "'~' joins texts and numbers, this is " + std::string(operand.kind_name()),
          {}};
    }
    result += *text;
  }
  return new_text(std::move(result), expression.place);
}

Operand Evaluation::conditional(const Expression& expression, ExpressionId id) {
  if (defined(value_of(expression.a), expression.a).is_true()) return value_of(expression.b);
  return expression.c == none ? Operand::undefined(id, nullptr) : value_of(expression.c);
}

Operand Evaluation::loop_field(const Expression& expression, ExpressionId id) const {
  const LoopRun& loop = loops.back();
  const auto count = [](std::size_t n) { return Operand::integer(static_cast<std::int64_t>(n)); };
  switch (static_cast<LoopField>(expression.a)) {
    case LoopField::index:
      return count(loop.index + 1);
    case LoopField::index0:
      return count(loop.index);
    case LoopField::revindex:
      return count(loop.length - loop.index);
    case LoopField::revindex0:
      return count(loop.length - loop.index - 1);
    case LoopField::first:
      return Operand::boolean(loop.index == 0);
    case LoopField::last:
      return Operand::boolean(loop.index + 1 == loop.length);
    case LoopField::length:
      return count(loop.length);
    case LoopField::depth:
      return count(loop.depth0 + 1);
    case LoopField::depth0:
      return count(loop.depth0);
    case LoopField::previtem:
      if (loop.index > 0) return loop.items.list_item(loop.index - 1);
      return Operand::undefined(id, nullptr);
    default:
      if (loop.index + 1 < loop.length) return loop.items.list_item(loop.index + 1);
      return Operand::undefined(id, nullptr);
  }
}

Operand Evaluation::loop_cycle(const Expression& expression) {
  const std::size_t chosen = loops.back().index % expression.argument_count;
  return value_of(program_.arguments[expression.first_argument + chosen]);
}

Operand Evaluation::loop_changed(const Expression& expression) {
  ValueList values;
  for (std::uint32_t i = 0; i < expression.argument_count; ++i) {
    const ExpressionId argument = program_.arguments[expression.first_argument + i];
    values.push_back(copy_of(defined(value_of(argument), argument)));
  }
  std::optional<ValueList>& last = loops.back().last_changed;
  const bool changed = !last || *last != values;
  if (changed) last = std::move(values);
  return Operand::boolean(changed);
}

std::optional<std::string> shown_text(const Operand& operand) {
  if (operand.is(OperandKind::text)) return std::string(operand.as_text());
  if (operand.is(OperandKind::integer)) return std::to_string(operand.as_integer());
  if (!operand.is(OperandKind::exact)) return std::nullopt;
  const auto places = exact_places(operand.as_exact());
  return places ? decimal_text(operand.as_exact(), *places) : fraction_text(operand.as_exact());
}

}  // namespace stagecraft::language
