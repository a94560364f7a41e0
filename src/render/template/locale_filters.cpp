// Filters that write numbers, dates and lists in the language of the site.
#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "render/template/filters.h"
#include "render/template/template_errors.h"

namespace stagecraft::language {
namespace {

constexpr int most_places = 20;

int places(Call& call, std::size_t index, int otherwise) {
  const std::int64_t given = call.integer(index, otherwise);
  if (given < 0 || given > most_places)
    call.fail_argument(index, "expected 0 to 20 decimal places");
  return static_cast<int>(given);
}

const TextLocale& locale(Call& call) {
  return call.evaluation().program().locale;
}

/// What parameters 0 and 1 of `number` and `percent` say.
NumberFormat number_format(Call& call, NumberStyle style) {
  NumberFormat format;
  format.style = style;
  format.most_places = places(call, 0, 0);
  format.fewest_places = places(call, 1, 0);
  format.most_places = std::max(format.most_places, format.fewest_places);
  return format;
}

Operand number(Call& call) {
  return call.made(
      number_text(call.input_number(), number_format(call, NumberStyle::plain), locale(call)));
}

Operand percent(Call& call) {
  return call.made(
      number_text(call.input_number(), number_format(call, NumberStyle::percent), locale(call)));
}

/// Money in the currency of parameter `index`, with the places of the one after it.
NumberFormat money_format(Call& call, std::size_t index) {
  NumberFormat format;
  format.style = NumberStyle::money;
  format.currency = call.text(index, "");
  const auto usual = currency_places(format.currency);
  if (!usual) call.fail_argument(index, "expected a currency code such as 'EUR'");
  format.most_places = places(call, index + 1, *usual);
  format.fewest_places = format.most_places;
  return format;
}

Operand money(Call& call) {
  return call.made(number_text(call.input_number(), money_format(call, 0), locale(call)));
}

// Parameters: high, currency, digits, style. The currency stands before the digits as in `money`.
Operand range(Call& call) {
  const Operand high = call.argument(0);
  if (!high.is_number())
    call.fail_argument(0, "expected a number, this is " + std::string(high.kind_name()));
  NumberFormat format;
  if (call.has(1)) {
    format = money_format(call, 1);
  } else {
    const std::string_view style = call.text(3, "number");
    if (style != "number" && style != "percent")
      call.fail_argument(3, "unknown style " + in_quotes(style), {"one of: number, percent"});
    format.style = style == "percent" ? NumberStyle::percent : NumberStyle::plain;
    format.most_places = places(call, 2, 0);
  }
  return call.made(range_text(call.input_number(), high.number(), format, locale(call)));
}

Operand date(Call& call) {
  static const std::vector<std::string> styles{"short", "medium", "long", "full", "month", "year"};
  const std::string_view style = call.text(0, "medium");
  if (std::find(styles.begin(), styles.end(), style) == styles.end())
    call.fail_argument(0, "unknown style " + in_quotes(style), {choices_note(style, styles)});
  auto text = date_text(call.input_text(), style, locale(call));
  if (!text) {
    call.fail("cannot write " + in_quotes(call.input_text()) + " in style " + in_quotes(style),
              {"a date is written 2026-09-30; '2026-09' has a month and a year, '2026' a year"});
  }
  return call.made(std::move(*text));
}

Operand plural(Call& call) {
  constexpr std::array<std::string_view, 6> categories{"one",  "other", "few",
                                                       "many", "two",   "zero"};
  const std::string category = plural_category(call.input_number(), locale(call));
  for (std::size_t i = 0; i < categories.size(); ++i)
    if (categories[i] == category && call.has(i)) return Operand::text(call.text(i, ""));
  return Operand::text(call.text(1, ""));
}

Operand list_text(Call& call) {
  const std::string_view separator = call.text(0, locale(call).list_separator);
  const std::string_view last = call.text(1, locale(call).last_separator);
  const Operand& list = call.input_list();
  std::string result;
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const auto text = shown_text(list.list_item(i));
    if (!text)
      call.fail("joins texts and numbers, this is " + std::string(list.list_item(i).kind_name()));
    if (i > 0) result += i + 1 == list.list_size() ? last : separator;
    result += *text;
  }
  return call.made(std::move(result));
}

constexpr Filter all[] = {
    {"number", number, 0, {"digits", "min"}},
    {"percent", percent, 0, {"digits", "min"}},
    {"money", money, 1, {"currency", "digits"}},
    {"range", range, 1, {"high", "currency", "digits", "style"}},
    {"date", date, 0, {"style"}},
    {"plural", plural, 2, {"one", "other", "few", "many", "two", "zero"}},
    {"list_text", list_text, 0, {"separator", "last"}},
};

}  // namespace

std::span<const Filter> locale_filters() {
  return all;
}

}  // namespace stagecraft::language
