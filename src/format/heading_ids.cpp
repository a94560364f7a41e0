#include "format/heading_ids.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace stagecraft {
namespace {

bool is_kept(UChar32 c) {
  const auto mask = U_GET_GC_MASK(c);
  return (mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

/// Whether `c` is an accent over a letter without which the word still reads the same: in Latin
/// script. Elsewhere it makes another letter.
bool is_latin_accent(UChar32 c, const icu::UnicodeString& words) {
  return 0x300 <= c && c <= 0x36F && !words.isEmpty() && words.char32At(words.length() - 1) < 0x80;
}

icu::UnicodeString decomposed_and_folded(std::string_view text) {
  icu::UnicodeString result = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return result;
  return nfkd->normalize(result.foldCase(), status);
}

std::string slug_of(std::string_view text) {
  const icu::UnicodeString folded = decomposed_and_folded(text);
  icu::UnicodeString words;
  bool is_between_words = false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (is_latin_accent(c, words) || c == '\'' || c == 0x2019) continue;
    if (!is_kept(c)) {
      is_between_words = !words.isEmpty();
      continue;
    }
    if (is_between_words) words.append(static_cast<UChar32>('-'));
    is_between_words = false;
    words.append(c);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) words = nfc->normalize(words, status);
  std::string result;
  words.toUTF8String(result);
  return result.empty() ? "section" : result;
}

}  // namespace

std::string HeadingIds::id_for(std::string_view text) {
  const std::string slug = slug_of(text);
  int& uses = uses_[slug];
  std::string id = slug;
  // A heading may itself be called "Costs 2", so a number is taken only when no heading has it.
  while (++uses > 1) {
    id = slug + "-" + std::to_string(uses);
    if (uses_.try_emplace(id, 1).second) break;
  }
  return prefix_ + id;
}

}  // namespace stagecraft
