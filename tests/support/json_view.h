#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "render/template/value.h"
#include "support/fraction.h"

namespace stagecraft::tests {

/// Reads JSON into a view. Numbers stay exact: "0.575" never is a double. Two objects have a
/// meaning of their own: {"$markup": "<b>…</b>"} and {"$exact": "1/3"}.
class JsonViewReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add(Value()); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(std::int64_t{value}); }
  bool number_unsigned(number_unsigned_t value) override {
    return add(static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t, const string_t& spelling) override {
    const std::optional<Exact> value = parse_decimal(spelling);
    return value && add(*value);
  }
  bool string(string_t& value) override { return add(value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open_.push_back({true, {}, {}, {}}), true; }
  bool start_array(std::size_t) override { return open_.push_back({false, {}, {}, {}}), true; }
  bool key(string_t& name) override { return open_.back().key = name, true; }
  bool end_array() override {
    Value list(std::move(open_.back().list));
    open_.pop_back();
    return add(std::move(list));
  }
  bool end_object() override {
    ValueMap map = std::move(open_.back().map);
    open_.pop_back();
    const Value* markup = map.find("$markup");
    const Value* exact = map.find("$exact");
    if (markup) return add(Markup{std::get<std::string>(markup->storage())});
    if (exact) return add(fraction(std::get<std::string>(exact->storage())));
    return add(std::move(map));
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

  Value result;

 private:
  struct Open {
    bool is_object = false;
    std::string key;
    ValueMap map;
    ValueList list;
  };

  bool add(Value value) {
    if (open_.empty())
      result = std::move(value);
    else if (open_.back().is_object)
      open_.back().map.set(open_.back().key, std::move(value));
    else
      open_.back().list.push_back(std::move(value));
    return true;
  }

  std::vector<Open> open_;
};

/// The view that `json` spells, nothing when it is not well formed.
inline std::optional<Value> view_from_json(const std::string& json) {
  JsonViewReader reader;
  if (!nlohmann::json::sax_parse(json, &reader)) return std::nullopt;
  return std::move(reader.result);
}

}  // namespace stagecraft::tests
