// What expressions work on: small handles to values of the view, to constants and to temporaries.
// Making one copies nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "render/template/value.h"

namespace stagecraft::language {

class Operand;

/// A list that an expression made. Its elements are handles, never copies of what they point to.
using OperandList = std::vector<Operand>;

enum class OperandKind : std::uint8_t {
  undefined,
  null,
  boolean,
  integer,
  exact,
  text,
  markup,
  value_list,
  operand_list,
  map,
};

/// Valid as long as what it points to: the view, the program, or the temporaries of its statement.
class Operand {
 public:
  Operand() = default;

  static Operand of(const Value& value);
  static Operand of(const Exact& number) { return {OperandKind::exact, &number}; }
  static Operand of(const Markup& markup) { return {OperandKind::markup, &markup}; }
  static Operand of(const OperandList& list) { return {OperandKind::operand_list, &list}; }
  static Operand null() { return {OperandKind::null, nullptr}; }
  static Operand boolean(bool value) { return integral(OperandKind::boolean, value ? 1 : 0); }
  static Operand integer(std::int64_t value) { return integral(OperandKind::integer, value); }
  static Operand text(std::string_view text) {
    return {OperandKind::text, text.data(), text.size()};
  }
  /// No value: `expression` found nothing, in `searched` when that is not null.
  static Operand undefined(std::uint32_t expression, const ValueMap* searched) {
    return {OperandKind::undefined, searched, expression};
  }

  OperandKind kind() const { return kind_; }
  bool is(OperandKind kind) const { return kind_ == kind; }
  bool is_defined() const { return kind_ != OperandKind::undefined; }
  bool is_list() const {
    return kind_ == OperandKind::value_list || kind_ == OperandKind::operand_list;
  }
  bool is_number() const { return kind_ == OperandKind::integer || kind_ == OperandKind::exact; }

  // Each requires the kind it is named after.
  bool as_boolean() const { return integer_ != 0; }
  std::int64_t as_integer() const { return integer_; }
  const Exact& as_exact() const { return *static_cast<const Exact*>(pointer_); }
  const Markup& as_markup() const { return *static_cast<const Markup*>(pointer_); }
  const ValueMap& as_map() const { return *static_cast<const ValueMap*>(pointer_); }
  std::string_view as_text() const { return {static_cast<const char*>(pointer_), length_}; }
  std::uint32_t undefined_expression() const { return static_cast<std::uint32_t>(length_); }
  const ValueMap* searched_map() const { return static_cast<const ValueMap*>(pointer_); }

  /// Requires: is_number().
  Exact number() const { return is(OperandKind::exact) ? as_exact() : Exact(integer_); }

  /// Requires: is_list().
  std::size_t list_size() const {
    return is(OperandKind::value_list) ? values().size() : operands().size();
  }

  /// Requires: is_list() and index < list_size().
  Operand list_item(std::size_t index) const {
    return is(OperandKind::value_list) ? of(values()[index]) : operands()[index];
  }

  /// What Jinja2 takes as true: not null, false, zero, or empty. Undefined is not true.
  bool is_true() const;

  /// "a number", "a list", … for messages.
  std::string_view kind_name() const;

 private:
  Operand(OperandKind kind, const void* pointer, std::size_t length = 0)
      : kind_(kind), length_(length), pointer_(pointer) {}
  static Operand integral(OperandKind kind, std::int64_t value) {
    Operand result(kind, nullptr);
    result.integer_ = value;
    return result;
  }
  const ValueList& values() const { return *static_cast<const ValueList*>(pointer_); }
  const OperandList& operands() const { return *static_cast<const OperandList*>(pointer_); }

  OperandKind kind_ = OperandKind::undefined;
  std::size_t length_ = 0;
  union {
    const void* pointer_ = nullptr;
    std::int64_t integer_;
  };
};

inline Operand Operand::of(const Value& value) {
  const Value::Storage& storage = value.storage();
  switch (storage.index()) {
    case 1:
      return boolean(*std::get_if<bool>(&storage));
    case 2:
      return integer(*std::get_if<std::int64_t>(&storage));
    case 3:
      return {OperandKind::exact, std::get_if<Exact>(&storage)};
    case 4:
      return text(*std::get_if<std::string>(&storage));
    case 5:
      return {OperandKind::markup, std::get_if<Markup>(&storage)};
    case 6:
      return {OperandKind::value_list, std::get_if<ValueList>(&storage)};
    case 7:
      return {OperandKind::map, std::get_if<ValueMap>(&storage)};
    default:
      return null();
  }
}

/// Whether two operands are equal: numbers by value, lists and maps by their elements.
/// Throws IncomparableOperands for a truth value and a number, which Jinja2 takes as equal when the
/// number is 0 or 1 and we refuse to.
bool are_equal(const Operand& left, const Operand& right);

struct IncomparableOperands {};

/// -1, 0 or 1: numbers by value, texts by code point. Throws IncomparableOperands for anything
/// else.
int compare(const Operand& left, const Operand& right);

/// A copy that outlives everything the operand points to. Undefined gives null.
Value copy_of(const Operand& operand);

/// What expressions make, alive until released. Addresses stay as they are.
class Temporaries {
 public:
  struct Mark {
    std::size_t texts = 0, markups = 0, numbers = 0, lists = 0, bytes = 0;

    bool operator==(const Mark&) const = default;
  };

  const Mark& mark() const { return now_; }

  /// Ends everything made since `mark`. Most statements make nothing.
  void release(const Mark& mark) {
    if (now_ != mark) shrink(mark);
  }

  Operand text(std::string text);
  Operand markup(Markup markup);
  Operand number(const Exact& value);  ///< an integer operand when it is one of 64 bits
  Operand list(OperandList list);

  std::size_t bytes() const { return now_.bytes; }

 private:
  void shrink(const Mark& mark);

  std::deque<std::string> texts_;
  std::deque<Markup> markups_;
  std::deque<Exact> numbers_;
  std::deque<OperandList> lists_;
  Mark now_;  // their sizes, at hand without asking the deques
};

}  // namespace stagecraft::language
