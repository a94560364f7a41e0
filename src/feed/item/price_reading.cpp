#include "feed/item/price_reading.h"

#include <algorithm>
#include <string>

#include "base/loose_text.h"

namespace stagecraft::feed {
namespace {

bool is_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}
bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

/// Takes a three-letter word off one end of `text`; empty when there is none.
std::string_view take_currency(std::string_view& text) {
  const auto is_code = [](std::string_view word) {
    return word.size() == 3 && std::all_of(word.begin(), word.end(), is_letter);
  };
  if (text.size() < 4) return {};
  std::string_view code;
  if (is_code(text.substr(text.size() - 3)) && !is_letter(text[text.size() - 4])) {
    code = text.substr(text.size() - 3);
    text.remove_suffix(3);
  } else if (is_code(text.substr(0, 3)) && !is_letter(text[3])) {
    code = text.substr(0, 3);
    text.remove_prefix(3);
  }
  text = without_outer_blanks(text);
  return code;
}

void read_currency(std::string_view code, const Currency* fallback, PriceReading& reading) {
  if (code.empty()) {
    reading.money.currency = fallback;
    if (!fallback) reading.fault = PriceFault::no_currency;
    return;
  }
  std::string upper(code);
  for (char& c : upper)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  reading.money.currency = find_currency(upper);
  if (!reading.money.currency)
    reading.fault = PriceFault::unknown_currency;
  else if (upper != code)
    reading.fault = PriceFault::lower_case_currency;
}

/// Why `text` is no plain decimal.
PriceFault fault_in(std::string_view text) {
  const std::size_t comma = text.rfind(','), point = text.rfind('.');
  const bool is_numeric = std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || c == ',' || c == '.' || c == ' ' || c == '\'' || c == '-';
  });
  if (!is_numeric) {
    const bool has_digit = std::any_of(text.begin(), text.end(), is_digit);
    const bool has_word = std::any_of(text.begin(), text.end(), is_letter);
    return has_digit && !has_word ? PriceFault::symbol : PriceFault::malformed;
  }
  if (comma == std::string_view::npos)
    return text.find_first_of(" '") != std::string_view::npos ||
                   std::count(text.begin(), text.end(), '.') > 1
               ? PriceFault::thousands_separator
               : PriceFault::malformed;
  if (point != std::string_view::npos)
    return point > comma ? PriceFault::thousands_separator : PriceFault::decimal_comma;
  const bool is_thousands =
      std::count(text.begin(), text.end(), ',') > 1 || text.size() - comma - 1 == 3;
  return is_thousands ? PriceFault::thousands_separator : PriceFault::decimal_comma;
}

/// "1.234,50" as "1234.50".
std::string with_point(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ',') result += '.';
    if (c != ',' && c != '.' && c != ' ') result += c;
  }
  return result;
}

}  // namespace

PriceReading read_price(std::string_view text, const Currency* fallback, DecimalMark mark) {
  PriceReading reading;
  text = without_outer_blanks(text);
  if (text.empty()) return reading;
  reading.fault = PriceFault::none;
  const std::string_view code = take_currency(text);
  const bool is_localised =
      mark == DecimalMark::comma && code.empty() && std::count(text.begin(), text.end(), ',') <= 1;
  const std::optional<Decimal> amount =
      is_localised ? parse_amount(with_point(text)) : parse_amount(text);
  if (!amount) {
    reading.fault = fault_in(text);
    return reading;
  }
  reading.money.amount = *amount;
  read_currency(code, fallback, reading);
  return reading;
}

std::string price_text(const Money& money) {
  std::string text = amount_text(money.amount, money.currency->places);
  text += ' ';
  text += money.currency->code;
  return text;
}

}  // namespace stagecraft::feed
