#include "render/record_fields.h"

#include <algorithm>

#include "model/words.h"

namespace stagecraft {
namespace {

/// What every program that reads JSON keeps of a number, even one that knows only binary fractions.
constexpr std::ptrdiff_t safe_digits = 15;
constexpr int most_places = 40;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// The digits of a decimal without the zeros before the first other one.
std::ptrdiff_t significant_digits(const std::string& decimal) {
  const auto first = std::find_if(decimal.begin(), decimal.end(),
                                  [](char c) { return is_digit(c) && c != '0'; });
  return std::count_if(first, decimal.end(), is_digit);
}

}  // namespace

void put_number(Record& record, const std::string& key, const Exact& value, int digits) {
  const std::string shown = decimal_text(value, digits);
  record[key] = Record::parse(shown);
  if (!is_shown_exactly(value, digits) || significant_digits(shown) > safe_digits)
    record[key + "_exact"] = fraction_text(value);
}

void put_number(Record& record, const std::string& key, const std::optional<Exact>& value,
                int digits) {
  if (value) put_number(record, key, *value, digits);
}

Record given_number(const Exact& value) {
  const std::string written = decimal_text(value, most_places);
  if (significant_digits(written) > safe_digits) return written;
  Record number = Record::parse(written);
  // A number of many zeros would be written with an exponent, which no format of ours knows.
  return parse_decimal(number.dump()) ? number : Record(written);
}

void put(Record& record, const std::string& key, const std::string& text) {
  if (!text.empty()) record[key] = text;
}

void put(Record& record, const std::string& key, const std::vector<std::string>& texts) {
  if (!texts.empty()) record[key] = texts;
}

void put(Record& record, const std::string& key, const std::optional<Date>& date) {
  if (date) record[key] = iso_text(*date);
}

void put(Record& record, const std::string& key, const Duration& duration) {
  if (duration.is_given())
    record[key] = {{"from", duration.from},
                   {"to", duration.to},
                   {"unit", word_of(time_unit_words, duration.unit)}};
}

void put_given(Record& record, const std::string& key, const std::optional<Exact>& number) {
  if (number) record[key] = given_number(*number);
}

void put(Record& record, const std::string& key, Record several) {
  if (!several.empty()) record[key] = std::move(several);
}

}  // namespace stagecraft
