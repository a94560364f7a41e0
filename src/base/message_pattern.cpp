#include "base/message_pattern.h"

#include <unicode/msgfmt.h>

#include <algorithm>
#include <cassert>
#include <set>

namespace stagecraft {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

icu::Formattable formattable(const MessageValue& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    return icu::Formattable(from_utf8(*text));
  if (const auto* decimal = std::get_if<DecimalNumber>(&value)) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Formattable number(icu::StringPiece(decimal->digits), status);
    assert(U_SUCCESS(status));
    return number;
  }
  return icu::Formattable(std::get<std::int64_t>(value));
}

}  // namespace

struct MessagePattern::Parsed {
  std::unique_ptr<icu::MessageFormat> format;
  std::vector<std::string> names;
};

MessagePattern::MessagePattern(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
MessagePattern::MessagePattern(MessagePattern&&) noexcept = default;
MessagePattern& MessagePattern::operator=(MessagePattern&&) noexcept = default;
MessagePattern::~MessagePattern() = default;

std::optional<MessagePattern> MessagePattern::parse(std::string_view pattern,
                                                    const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  auto parsed = std::make_unique<Parsed>();
  parsed->format = std::make_unique<icu::MessageFormat>(
      from_utf8(pattern), icu::Locale::forLanguageTag(language, status), where, status);
  if (U_FAILURE(status)) return std::nullopt;

  // getFormatNames() lists only places with a type, so the pattern's own parts are read instead.
  icu::MessagePattern parts(from_utf8(pattern), &where, status);
  if (U_FAILURE(status)) return std::nullopt;
  std::set<std::string> names;
  for (int32_t i = 0; i < parts.countParts(); ++i) {
    const UMessagePatternPartType type = parts.getPartType(i);
    if (type == UMSGPAT_PART_TYPE_ARG_NUMBER) return std::nullopt;  // places have names here
    if (type == UMSGPAT_PART_TYPE_ARG_NAME) {
      std::string name;
      parts.getSubstring(parts.getPart(i)).toUTF8String(name);
      names.insert(std::move(name));
    }
  }
  parsed->names.assign(names.begin(), names.end());
  return MessagePattern(std::move(parsed));
}

std::vector<std::string> MessagePattern::names() const {
  return parsed_->names;
}

std::string MessagePattern::format(const MessageValues& values) const {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> arguments;
  for (const auto& [name, value] : values) {
    names.push_back(from_utf8(name));
    arguments.push_back(formattable(value));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result;
  parsed_->format->format(names.data(), arguments.data(), static_cast<int32_t>(names.size()),
                          result, status);
  assert(U_SUCCESS(status));
  std::string text;
  result.toUTF8String(text);
  return text;
}

}  // namespace stagecraft
