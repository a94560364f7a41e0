#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/exact.h"

namespace stagecraft {

class Value;

/// HTML that the program itself made (rendered Markdown, a chart). The one kind of value that is
/// not escaped in HTML text; data from files is never of this type.
struct Markup {
  std::string html;
  std::string markdown = {};  ///< the same for Markdown templates; empty when there is no such text

  bool operator==(const Markup&) const = default;
};

/// Named values in the order in which they were set; a name is set once. Copies share the values
/// until one of them is set, so that a part of many views costs no more than a part of one.
class ValueMap {
 public:
  ValueMap() = default;
  ValueMap(std::initializer_list<std::pair<std::string_view, Value>> members);

  /// Sets `name`, replacing an earlier value.
  void set(std::string_view name, Value value);

  /// The value of `name`, null when there is none.
  const Value* find(std::string_view name) const;

  const std::vector<std::pair<std::string, Value>>& members() const;
  bool operator==(const ValueMap&) const;

 private:
  std::vector<std::pair<std::string, Value>>& own_members();

  std::shared_ptr<std::vector<std::pair<std::string, Value>>> members_;  // null: none
};

using ValueList = std::vector<Value>;

/// What a template can see: a closed tree of plain values. A view is a Value, usually a map.
class Value {
 public:
  using Storage = std::variant<std::monostate, bool, std::int64_t, Exact, std::string, Markup,
                               ValueList, ValueMap>;

  Value() = default;
  Value(bool value) : storage_(value) {}
  Value(int value) : storage_(std::int64_t{value}) {}
  Value(std::int64_t value) : storage_(value) {}
  Value(std::size_t value) : storage_(static_cast<std::int64_t>(value)) {}
  Value(Exact value) : storage_(std::move(value)) {}
  Value(const char* text) : storage_(std::string(text)) {}
  Value(std::string_view text) : storage_(std::string(text)) {}
  Value(std::string text) : storage_(std::move(text)) {}
  Value(Markup markup) : storage_(std::move(markup)) {}
  Value(ValueList list) : storage_(std::move(list)) {}
  Value(ValueMap map) : storage_(std::move(map)) {}

  const Storage& storage() const { return storage_; }
  bool is_null() const { return std::holds_alternative<std::monostate>(storage_); }
  bool operator==(const Value&) const = default;

 private:
  Storage storage_;
};

}  // namespace stagecraft
