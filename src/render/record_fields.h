#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/strong_text.h"
#include "model/date.h"
#include "model/part.h"

namespace stagecraft {

/// What we publish as JSON: members in the order in which they are put. The records and the rules
/// for numbers are told in content/docs/records.md.
using Record = nlohmann::ordered_json;

/// A number that was computed, with at most `digits` places, rounded half away from zero. Where
/// that is not the number, or programs that read JSON would not get it, its fraction follows:
/// "value": 3.33, "value_exact": "10/3".
void put_number(Record& record, const std::string& key, const Exact& value, int digits);
/// As above; nothing leaves it out.
void put_number(Record& record, const std::string& key, const std::optional<Exact>& value,
                int digits);

/// A number that somebody wrote down, as it was written; as a text where programs that read JSON
/// would not get it. Requires: it has at most 40 places, as every number of an input file.
Record given_number(const Exact& value);

/// Each of these leaves the member out when there is nothing to say.
void put(Record& record, const std::string& key, const std::string& text);
void put(Record& record, const std::string& key, const std::vector<std::string>& texts);
void put(Record& record, const std::string& key, const std::optional<Date>& date);
void put(Record& record, const std::string& key, const Duration& duration);
/// As given_number().
void put_given(Record& record, const std::string& key, const std::optional<Exact>& number);
/// A list or a map.
void put(Record& record, const std::string& key, Record several);

template <class Tag>
void put(Record& record, const std::string& key, const StrongText<Tag>& id) {
  put(record, key, id.text());
}

template <class Tag>
void put(Record& record, const std::string& key, const std::vector<StrongText<Tag>>& ids) {
  std::vector<std::string> texts;
  for (const StrongText<Tag>& id : ids) texts.push_back(id.text());
  put(record, key, texts);
}

/// The records that `make` gives for each of `parts`.
template <class Element, class Make>
Record list_of(const std::vector<Element>& parts, const Make& make) {
  Record list = Record::array();
  for (const Element& part : parts) list.push_back(make(part));
  return list;
}

}  // namespace stagecraft
