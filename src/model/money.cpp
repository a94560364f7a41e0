#include "model/money.h"

#include <algorithm>
#include <array>

namespace stagecraft {
namespace {

constexpr int most_digits = 18;
constexpr int most_places = 9;

constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
  std::array<std::int64_t, 19> powers{};
  std::int64_t power = 1;
  for (std::int64_t& entry : powers) {
    entry = power;
    if (&entry != &powers.back()) power *= 10;
  }
  return powers;
}();

std::int64_t power_of_ten(int exponent) {
  return powers_of_ten[static_cast<std::size_t>(exponent)];
}

// Sorted by code. ISO 4217, list one of 2024-06.
constexpr Currency currencies[] = {
    {"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"ANG", 2}, {"AOA", 2}, {"ARS", 2}, {"AUD", 2},
    {"AWG", 2}, {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BGN", 2}, {"BHD", 3}, {"BIF", 0},
    {"BMD", 2}, {"BND", 2}, {"BOB", 2}, {"BRL", 2}, {"BSD", 2}, {"BTN", 2}, {"BWP", 2}, {"BYN", 2},
    {"BZD", 2}, {"CAD", 2}, {"CDF", 2}, {"CHF", 2}, {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"CRC", 2},
    {"CUP", 2}, {"CVE", 2}, {"CZK", 2}, {"DJF", 0}, {"DKK", 2}, {"DOP", 2}, {"DZD", 2}, {"EGP", 2},
    {"ERN", 2}, {"ETB", 2}, {"EUR", 2}, {"FJD", 2}, {"FKP", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2},
    {"GIP", 2}, {"GMD", 2}, {"GNF", 0}, {"GTQ", 2}, {"GYD", 2}, {"HKD", 2}, {"HNL", 2}, {"HTG", 2},
    {"HUF", 2}, {"IDR", 2}, {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2}, {"ISK", 0}, {"JMD", 2},
    {"JOD", 3}, {"JPY", 0}, {"KES", 2}, {"KGS", 2}, {"KHR", 2}, {"KMF", 0}, {"KPW", 2}, {"KRW", 0},
    {"KWD", 3}, {"KYD", 2}, {"KZT", 2}, {"LAK", 2}, {"LBP", 2}, {"LKR", 2}, {"LRD", 2}, {"LSL", 2},
    {"LYD", 3}, {"MAD", 2}, {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2},
    {"MRU", 2}, {"MUR", 2}, {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2},
    {"NGN", 2}, {"NIO", 2}, {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2},
    {"PGK", 2}, {"PHP", 2}, {"PKR", 2}, {"PLN", 2}, {"PYG", 0}, {"QAR", 2}, {"RON", 2}, {"RSD", 2},
    {"RUB", 2}, {"RWF", 0}, {"SAR", 2}, {"SBD", 2}, {"SCR", 2}, {"SDG", 2}, {"SEK", 2}, {"SGD", 2},
    {"SHP", 2}, {"SLE", 2}, {"SOS", 2}, {"SRD", 2}, {"SSP", 2}, {"STN", 2}, {"SVC", 2}, {"SYP", 2},
    {"SZL", 2}, {"THB", 2}, {"TJS", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2}, {"TRY", 2}, {"TTD", 2},
    {"TWD", 2}, {"TZS", 2}, {"UAH", 2}, {"UGX", 0}, {"USD", 2}, {"UYU", 2}, {"UZS", 2}, {"VED", 2},
    {"VES", 2}, {"VND", 0}, {"VUV", 0}, {"WST", 2}, {"XAF", 0}, {"XCD", 2}, {"XOF", 0}, {"XPF", 0},
    {"YER", 2}, {"ZAR", 2}, {"ZMW", 2}, {"ZWG", 2}};

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

}  // namespace

std::optional<Decimal> parse_amount(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  Decimal result;
  int digits = 0;
  bool has_point = false;
  for (const char c : text) {
    if (c == '.' && !has_point && digits > 0) {
      has_point = true;
      continue;
    }
    if (!is_digit(c) || ++digits > most_digits) return std::nullopt;
    result.digits = 10 * result.digits + (c - '0');
    if (has_point) ++result.places;
  }
  if (digits == 0 || result.places > most_places || text.ends_with('.')) return std::nullopt;
  if (is_negative) result.digits = -result.digits;
  return result;
}

int compare(const Decimal& a, const Decimal& b) {
  __extension__ using Wide = __int128;
  const int places = std::max(a.places, b.places);
  const Wide left = static_cast<Wide>(a.digits) * power_of_ten(places - a.places);
  const Wide right = static_cast<Wide>(b.digits) * power_of_ten(places - b.places);
  return left < right ? -1 : left > right ? 1 : 0;
}

std::string amount_text(const Decimal& amount, int places) {
  Decimal shown = amount;
  while (shown.places > places && shown.digits % 10 == 0) {
    shown.digits /= 10;
    --shown.places;
  }
  std::string text = std::to_string(shown.digits < 0 ? -shown.digits : shown.digits);
  const std::size_t wanted = static_cast<std::size_t>(shown.places);
  if (text.size() <= wanted) text.insert(0, wanted + 1 - text.size(), '0');
  if (wanted > 0) text.insert(text.size() - wanted, 1, '.');
  if (shown.places < places) {
    if (shown.places == 0) text += '.';
    text.append(static_cast<std::size_t>(places - shown.places), '0');
  }
  return shown.digits < 0 ? "-" + text : text;
}

const Currency* find_currency(std::string_view code) {
  const auto found = std::lower_bound(
      std::begin(currencies), std::end(currencies), code,
      [](const Currency& currency, std::string_view wanted) { return currency.code < wanted; });
  return found != std::end(currencies) && found->code == code ? found : nullptr;
}

std::optional<std::int64_t> minor_units(const Decimal& amount, const Currency& currency) {
  std::int64_t units = amount.digits;
  int places = amount.places;
  for (; places > currency.places; --places) {
    if (units % 10 != 0) return std::nullopt;
    units /= 10;
  }
  for (; places < currency.places; ++places)
    if (__builtin_mul_overflow(units, std::int64_t{10}, &units)) return std::nullopt;
  return units;
}

Decimal amount_of_minor_units(std::int64_t units, const Currency& currency) {
  return {units, currency.places};
}

}  // namespace stagecraft
