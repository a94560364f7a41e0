#include "render/template/locale_format.h"

#include <unicode/currunit.h>
#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/numberrangeformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/ucurr.h>
#include <unicode/ures.h>

#include <chrono>
#include <map>
#include <memory>
#include <tuple>

namespace stagecraft::language {
namespace {

using icu::number::FormattedNumber;
using icu::number::IntegerWidth;
using icu::number::LocalizedNumberFormatter;
using icu::number::Precision;

// ICU falls back to the locale of the environment for a language that it does not know; the same
// input would give other bytes elsewhere.
icu::Locale known_locale(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(name, status);
  if (U_FAILURE(status)) return icu::Locale::getRoot();
  UResourceBundle* bundle = ures_open(nullptr, locale.getName(), &status);
  const bool is_known = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
  ures_close(bundle);
  return is_known ? locale : icu::Locale::getRoot();
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

using NumberKey = std::tuple<NumberStyle, int, std::string>;

/// What ICU needs tens of microseconds to make, kept for the pages that follow. One per thread and
/// language: date formats are not safe to share.
struct LocaleTools {
  icu::Locale locale;
  std::map<NumberKey, LocalizedNumberFormatter> numbers;
  std::map<NumberKey, icu::number::LocalizedNumberRangeFormatter> ranges;
  std::map<std::string, std::unique_ptr<icu::DateFormat>, std::less<>> dates;
  std::unique_ptr<icu::PluralRules> plurals;
};

LocaleTools& tools_of(const TextLocale& locale) {
  thread_local std::map<std::string, LocaleTools, std::less<>> all;
  const auto found = all.find(locale.name);
  if (found != all.end()) return found->second;
  LocaleTools& tools = all[locale.name];
  tools.locale = known_locale(locale.name);
  return tools;
}

icu::number::UnlocalizedNumberFormatter number_settings(const NumberFormat& format) {
  auto settings =
      icu::number::NumberFormatter::with().precision(Precision::minFraction(format.fewest_places));
  if (format.style == NumberStyle::percent) return settings.unit(icu::NoUnit::percent());
  if (format.style != NumberStyle::money) return settings;
  UErrorCode status = U_ZERO_ERROR;
  const icu::CurrencyUnit unit(icu::StringPiece(format.currency), status);
  return U_SUCCESS(status) ? settings.unit(unit) : settings;
}

NumberKey key_of(const NumberFormat& format) {
  return {format.style, format.fewest_places, format.currency};
}

const LocalizedNumberFormatter& formatter_of(const NumberFormat& format, LocaleTools& tools) {
  const NumberKey key = key_of(format);
  auto found = tools.numbers.find(key);
  if (found == tools.numbers.end())
    found = tools.numbers.emplace(key, number_settings(format).locale(tools.locale)).first;
  return found->second;
}

std::string digits_of(const Exact& value, const NumberFormat& format) {
  return decimal_text(format.style == NumberStyle::percent ? Exact(value * 100) : value,
                      format.most_places);
}

FormattedNumber formatted(const Exact& value, const NumberFormat& format, LocaleTools& tools) {
  UErrorCode status = U_ZERO_ERROR;
  return formatter_of(format, tools).formatDecimal(digits_of(value, format), status);
}

struct ParsedDate {
  std::chrono::year_month_day date{};
  std::size_t parts = 0;  // 1: only the year, 2: no day
};

std::optional<int> number_of(std::string_view digits) {
  int result = 0;
  for (const char c : digits) {
    if (c < '0' || '9' < c) return std::nullopt;
    result = result * 10 + (c - '0');
  }
  return result;
}

std::optional<ParsedDate> parsed_date(std::string_view text) {
  const bool has_form = (text.size() == 4) || (text.size() == 7 && text[4] == '-') ||
                        (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!has_form) return std::nullopt;
  const auto year = number_of(text.substr(0, 4));
  const auto month = text.size() >= 7 ? number_of(text.substr(5, 2)) : 1;
  const auto day = text.size() == 10 ? number_of(text.substr(8, 2)) : 1;
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return ParsedDate{date, (text.size() + 2) / 3 - 1};
}

std::unique_ptr<icu::DateFormat> new_date_format(std::string_view style,
                                                 const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::DateFormat> result;
  if (style == "month" || style == "year") {
    result.reset(icu::DateFormat::createInstanceForSkeleton(style == "month" ? "yMMMM" : "y",
                                                            locale, status));
  } else {
    const auto length = style == "short"  ? icu::DateFormat::kShort
                        : style == "long" ? icu::DateFormat::kLong
                        : style == "full" ? icu::DateFormat::kFull
                                          : icu::DateFormat::kMedium;
    result.reset(icu::DateFormat::createDateInstance(length, locale));
  }
  if (result) result->setTimeZone(*icu::TimeZone::getGMT());
  return result;
}

}  // namespace

std::string number_text(const Exact& value, const NumberFormat& format, const TextLocale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  return utf8(formatted(value, format, tools_of(locale)).toString(status));
}

std::string range_text(const Exact& low, const Exact& high, const NumberFormat& format,
                       const TextLocale& locale) {
  LocaleTools& tools = tools_of(locale);
  const NumberKey key = key_of(format);
  auto found = tools.ranges.find(key);
  if (found == tools.ranges.end()) {
    auto formatter = icu::number::NumberRangeFormatter::withLocale(tools.locale)
                         .numberFormatterBoth(number_settings(format))
                         .identityFallback(UNUM_IDENTITY_FALLBACK_SINGLE_VALUE);
    found = tools.ranges.emplace(key, std::move(formatter)).first;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Formattable first(digits_of(low, format), status);
  const icu::Formattable second(digits_of(high, format), status);
  return utf8(found->second.formatFormattableRange(first, second, status).toString(status));
}

std::optional<int> currency_places(std::string_view currency) {
  if (currency.size() != 3) return std::nullopt;
  for (const char c : currency)
    if (c < 'A' || 'Z' < c) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString code(currency.data(), 3, US_INV);
  return ucurr_getDefaultFractionDigits(icu::UnicodeString(code).getTerminatedBuffer(), &status);
}

std::optional<std::string> date_text(std::string_view date, std::string_view style,
                                     const TextLocale& locale) {
  const auto parsed = parsed_date(date);
  const std::size_t needed = style == "year" ? 1 : style == "month" ? 2 : 3;
  if (!parsed || parsed->parts < needed) return std::nullopt;
  LocaleTools& tools = tools_of(locale);
  auto found = tools.dates.find(style);
  if (found == tools.dates.end())
    found = tools.dates.emplace(std::string(style), new_date_format(style, tools.locale)).first;
  if (!found->second) return std::nullopt;
  const auto days = std::chrono::sys_days(parsed->date).time_since_epoch().count();
  icu::UnicodeString result;
  found->second->format(static_cast<UDate>(days) * 86'400'000.0, result);
  return utf8(result);
}

std::string plural_category(const Exact& value, const TextLocale& locale) {
  LocaleTools& tools = tools_of(locale);
  UErrorCode status = U_ZERO_ERROR;
  if (!tools.plurals) tools.plurals.reset(icu::PluralRules::forLocale(tools.locale, status));
  NumberFormat format;
  format.most_places = 20;
  if (U_FAILURE(status)) return "other";
  return utf8(tools.plurals->select(formatted(value, format, tools), status));
}

}  // namespace stagecraft::language
