#include "feed/item/unit_price.h"

#include <algorithm>

#include "base/exact.h"

namespace stagecraft::feed {
namespace {

enum class Dimension { mass, volume, length, area, count };

/// `size` counts a part of the dimension so small that every unit is a whole number of it.
struct Unit {
  std::string_view name;
  Dimension dimension;
  std::int64_t size;
};

// Mass in nanograms, volume in 10^-10 ml, length in 0.1 mm, area in 10^-8 square metres: the
// international pound is 453.59237 g, the gallon of the United States 3785.411784 ml, the inch
// 25.4 mm, each by definition.
constexpr Unit units[] = {
    {"mg", Dimension::mass, 1'000'000},
    {"g", Dimension::mass, 1'000'000'000},
    {"kg", Dimension::mass, 1'000'000'000'000},
    {"oz", Dimension::mass, 28'349'523'125},
    {"lb", Dimension::mass, 453'592'370'000},
    {"ml", Dimension::volume, 10'000'000'000},
    {"cl", Dimension::volume, 100'000'000'000},
    {"l", Dimension::volume, 10'000'000'000'000},
    {"cbm", Dimension::volume, 10'000'000'000'000'000},
    {"floz", Dimension::volume, 295'735'295'625},
    {"pt", Dimension::volume, 4'731'764'730'000},
    {"qt", Dimension::volume, 9'463'529'460'000},
    {"gal", Dimension::volume, 37'854'117'840'000},
    {"cm", Dimension::length, 100},
    {"m", Dimension::length, 10'000},
    {"in", Dimension::length, 254},
    {"ft", Dimension::length, 3'048},
    {"yd", Dimension::length, 9'144},
    {"sqm", Dimension::area, 100'000'000},
    {"sqft", Dimension::area, 9'290'304},
    {"ct", Dimension::count, 1},
};

char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char left, char right) { return lower(left) == lower(right); });
}

const Unit* find_unit(std::string_view name) {
  for (const Unit& unit : units)
    if (is_same(unit.name, name)) return &unit;
  return nullptr;
}

Exact exact_of(const Decimal& decimal) {
  Exact value = decimal.digits;
  for (int i = 0; i < decimal.places; ++i) value /= 10;
  return value;
}

}  // namespace

std::optional<Measure> read_measure(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == text.npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(' ') - first + 1);
  const auto end = text.find_first_not_of("0123456789.");
  if (end == text.npos) return std::nullopt;
  const auto value = parse_amount(text.substr(0, end));
  const auto unit = text.find_first_not_of(' ', end);
  const bool is_measure = value && value->digits > 0 && text.find(' ', unit) == text.npos;
  return is_measure ? std::optional<Measure>({*value, text.substr(unit)}) : std::nullopt;
}

std::optional<std::int64_t> unit_price(const Money& price, const Measure& measure,
                                       const Measure& base) {
  const auto paid = minor_units(price.amount, *price.currency);
  const Unit* of_measure = find_unit(measure.unit);
  const Unit* of_base = find_unit(base.unit);
  const bool are_same = is_same(measure.unit, base.unit);
  const bool are_known = of_measure && of_base && of_measure->dimension == of_base->dimension;
  if (!paid || (!are_same && !are_known)) return std::nullopt;
  Exact price_of_base = exact_of(base.value) / exact_of(measure.value) * Exact(*paid);
  if (!are_same) price_of_base *= Exact(of_base->size, of_measure->size);
  return whole_number(floor(price_of_base + Exact(1, 2)));
}

}  // namespace stagecraft::feed
