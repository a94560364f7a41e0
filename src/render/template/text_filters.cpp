// Filters from text to text.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include "render/template/filters.h"

namespace stagecraft::language {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

// Case does not depend on the language of the site: the same template gives the same identifiers.
std::string upper_text(std::string_view text) {
  if (!is_ascii(text)) return utf8(unicode(text).toUpper(icu::Locale::getRoot()));
  std::string result(text);
  for (char& c : result)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

std::string lower_text(std::string_view text) {
  if (!is_ascii(text)) return utf8(unicode(text).toLower(icu::Locale::getRoot()));
  std::string result(text);
  for (char& c : result)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

Operand upper(Call& call) {
  return call.made(upper_text(call.input_text()));
}
Operand lower(Call& call) {
  return call.made(lower_text(call.input_text()));
}

Operand trim(Call& call) {
  std::string_view text = call.input_text();
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return Operand::text(text.substr(0, text.find_last_not_of(blanks) + 1));
}

constexpr Filter all[] = {
    {"upper", upper},
    {"lower", lower},
    {"trim", trim},
};

}  // namespace

std::span<const Filter> text_filters() {
  return all;
}

}  // namespace stagecraft::language
