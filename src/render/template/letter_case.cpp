#include "render/template/letter_case.h"

#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace stagecraft::language {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char upper(char c) {
  return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

// Making one takes milliseconds, and one must not be used by two threads at once.
icu::Transliterator* to_ascii() {
  thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  }();
  return transliterator.get();
}

}  // namespace

std::string upper_text(std::string_view text) {
  if (!is_ascii(text)) return utf8(unicode(text).toUpper(icu::Locale::getRoot()));
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), upper);
  return result;
}

std::string lower_text(std::string_view text) {
  if (!is_ascii(text)) return utf8(unicode(text).toLower(icu::Locale::getRoot()));
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

std::string capitalized_text(std::string_view text) {
  const icu::UnicodeString whole = unicode(text);
  const std::int32_t first = whole.moveIndex32(0, 1);
  icu::UnicodeString start(whole, 0, first);
  icu::UnicodeString rest(whole, first);
  return utf8(start.toTitle(nullptr, icu::Locale::getRoot())) +
         utf8(rest.toLower(icu::Locale::getRoot()));
}

std::string reversed_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    result += text.substr(begin, end - begin);
    end = begin;
  }
  return result;
}

std::string slug_text(std::string_view text) {
  std::string latin(text);
  if (!is_ascii(text) && to_ascii()) {
    icu::UnicodeString letters = unicode(text);
    to_ascii()->transliterate(letters);
    latin = utf8(letters);
  }
  std::string result;
  for (const char c : latin) {
    const char letter = lower(c);
    const bool is_kept = ('a' <= letter && letter <= 'z') || ('0' <= letter && letter <= '9');
    if (is_kept)
      result += letter;
    else if (c != '\'' && !result.empty() && result.back() != '-')
      result += '-';
  }
  if (result.ends_with('-')) result.pop_back();
  return result.empty() ? "section" : result;
}

}  // namespace stagecraft::language
