#include "base/loose_text.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace stagecraft {
namespace {

constexpr std::size_t longest_slug = 60;
constexpr UChar32 typographic_apostrophe = 0x2019;

icu::UnicodeString unicode_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string transliterated(std::string_view text, const icu::Transliterator* transliterator) {
  icu::UnicodeString letters = unicode_of(text);
  if (transliterator) transliterator->transliterate(letters);
  std::string result;
  letters.toUTF8String(result);
  return result;
}

std::unique_ptr<const icu::Transliterator> transliterator(const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<const icu::Transliterator>(
      icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status));
}

/// `text` in Latin letters without accents, as far as ICU knows how. One transliterator cannot
/// serve two threads. That of all scripts takes a tenth of a second to make.
std::string latin_text(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  thread_local const auto to_plain = transliterator("Latin-ASCII");
  const std::string plain = transliterated(text, to_plain.get());
  if (is_ascii(plain)) return plain;
  thread_local const auto to_latin = transliterator("Any-Latin; Latin-ASCII");
  return transliterated(plain, to_latin.get());
}

}  // namespace

std::string loose_text(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString folded = unicode_of(text);
  if (U_SUCCESS(status)) folded = folding->normalize(folded, status);
  icu::UnicodeString words;
  bool is_between_words = false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_isUWhiteSpace(c)) {
      is_between_words = !words.isEmpty();
      continue;
    }
    if (is_between_words) words.append(static_cast<UChar32>(' '));
    is_between_words = false;
    words.append(c == typographic_apostrophe ? static_cast<UChar32>('\'') : c);
  }
  std::string result;
  words.toUTF8String(result);
  return result;
}

std::string_view without_outer_blanks(std::string_view text) {
  // Most texts have none: two comparisons then, where find_first_not_of() calls a function a byte.
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string slug_text(std::string_view text) {
  std::string slug;
  bool is_between_words = false;
  for (const char c : latin_text(text)) {
    const bool is_capital = 'A' <= c && c <= 'Z';
    const bool is_kept = is_capital || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
    if (c == '\'') continue;
    if (!is_kept) {
      is_between_words = !slug.empty();
      continue;
    }
    if (slug.size() + 2 > longest_slug) break;
    if (is_between_words) slug += '-';
    is_between_words = false;
    slug += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return slug;
}

}  // namespace stagecraft
