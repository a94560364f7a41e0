#include "render/wording.h"

#include <unicode/gregocal.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <cassert>
#include <utility>

namespace stagecraft {
namespace {

constexpr int shown_digits = 2;

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

/// A formatter for the date fields that `skeleton` names, in the order of the locale.
icu::SimpleDateFormat date_format(const char* skeleton, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString pattern =
      icu::DateFormat::getBestPattern(locale, icu::UnicodeString(skeleton), status);
  icu::SimpleDateFormat format(pattern, locale, status);
  assert(U_SUCCESS(status));
  format.setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

icu::Locale locale_of(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  // Plain "en" means the American order of dates to ICU; the site's own English is the world's.
  return language == "en" ? icu::Locale("en", "001") : locale;
}

/// The texts of the site as nested maps, without the patterns that only the program uses.
Value labels_of(const Wording::Strings& strings) {
  ValueMap groups;
  std::string group_name;
  ValueMap group;
  for (const auto& [key, text] : strings) {  // sorted, so a group's texts stand together
    const std::size_t dot = key.find('.');
    const std::string name = key.substr(0, dot);
    if (name == "sentences" || dot == std::string::npos) continue;
    if (name != group_name && !group_name.empty()) groups.set(group_name, std::exchange(group, {}));
    group_name = name;
    group.set(key.substr(dot + 1), text);
  }
  if (!group_name.empty()) groups.set(group_name, std::move(group));
  return groups;
}

}  // namespace

struct Wording::Formats {
  explicit Formats(const icu::Locale& locale)
      : number(icu::number::NumberFormatter::withLocale(locale)),
        day(date_format("yMMMMd", locale)),
        month(date_format("yMMMM", locale)) {}

  icu::number::LocalizedNumberFormatter number;
  icu::SimpleDateFormat day;
  icu::SimpleDateFormat month;
};

Wording::Wording(const Strings& strings, const std::string& language)
    : strings_(strings),
      language_(language),
      labels_(labels_of(strings)),
      formats_(std::make_unique<const Formats>(locale_of(language))) {}

Wording::~Wording() = default;

const std::string& Wording::label(std::string_view key) const {
  const auto found = strings_.find(key);
  assert(found != strings_.end());
  return found->second;
}

std::string Wording::sentence(std::string_view key, const MessageValues& values) {
  const auto known = patterns_.find(key);
  if (known != patterns_.end()) return known->second.format(values);
  auto pattern = MessagePattern::parse(label("sentences." + std::string(key)), language_);
  assert(pattern && "load_strings checks patterns");
  return patterns_.emplace(key, std::move(*pattern)).first->second.format(values);
}

std::string Wording::number(const Exact& value) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::string digits = decimal_text(value, shown_digits);
  const std::string text =
      to_utf8(formats_->number.formatDecimal(icu::StringPiece(digits), status).toString(status));
  assert(U_SUCCESS(status));
  return text;
}

std::string Wording::fixed(const Exact& value, int places) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::string digits = decimal_text(value, places);
  const std::string text =
      to_utf8(formats_->number.precision(icu::number::Precision::fixedFraction(places))
                  .formatDecimal(icu::StringPiece(digits), status)
                  .toString(status));
  assert(U_SUCCESS(status));
  return text;
}

std::string Wording::money(const Exact& amount, std::string_view currency) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::CurrencyUnit unit(icu::StringPiece(currency), status);
  const std::string digits = decimal_text(amount, shown_digits);
  const auto precision = icu::number::Precision::minMaxFraction(0, shown_digits);
  const auto format = formats_->number.unit(unit).precision(precision);
  std::string text =
      to_utf8(format.formatDecimal(icu::StringPiece(digits), status).toString(status));
  assert(U_SUCCESS(status));
  if (text.starts_with('-')) text.replace(0, 1, "\u2212");  // lines do not break after it
  return text;
}

std::string Wording::date(const Date& date) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  calendar.clear();
  calendar.set(date.year, date.month - 1, date.day == 0 ? 1 : date.day);
  icu::UnicodeString text;
  icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
  const icu::SimpleDateFormat& format = date.day == 0 ? formats_->month : formats_->day;
  format.format(calendar, text, ignored);
  assert(U_SUCCESS(status));
  return to_utf8(text);
}

}  // namespace stagecraft
