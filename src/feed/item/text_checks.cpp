#include "feed/item/text_checks.h"

#include <algorithm>
#include <array>

#include "base/loose_text.h"

namespace stagecraft::feed {
namespace {

constexpr bool is_digit(char c) {
  return '0' <= c && c <= '9';
}
constexpr bool is_small(char c) {
  return 'a' <= c && c <= 'z';
}
constexpr bool is_capital(char c) {
  return 'A' <= c && c <= 'Z';
}
constexpr char lower(char c) {
  return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_word_part(char c) {
  return is_small(c) || is_capital(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `text` starts with `words` (lower case) and goes on with another word, or not at all.
bool starts_with_words(std::string_view text, std::string_view words) {
  if (!equals_without_case(text.substr(0, words.size()), words)) return false;
  return text.size() == words.size() || !is_word_part(words.back()) ||
         !is_word_part(text[words.size()]);
}

constexpr std::array<std::string_view, 12> placeholders{
    "n/a", "na",       "none",    "null",           "unknown", "-",
    "--",  "no brand", "generic", "does not exist", "default", "tbd"};

/// By their first bytes, so that those of one byte stand together.
constexpr std::array<std::string_view, 13> promotions{
    "% off",      "best price", "best seller",   "buy now",      "cheapest",
    "discount",   "free gift",  "free shipping", "limited time", "lowest price",
    "money back", "sale!",      "save up to"};

// Texts are looked through byte by byte; a table says more of each than comparisons do in the time.
constexpr unsigned char part_of_word = 1, part_of_address = 2;
constexpr std::array<unsigned char, 256> traits = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char c = static_cast<char>(byte);
    if (is_word_part(c)) table[byte] |= part_of_word;
    if (byte > 0x20 && byte < 0x7F &&
        std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos)
      table[byte] |= part_of_address;
  }
  return table;
}();

/// The first promotion that begins with a byte, in either case; their number when none does.
constexpr std::array<unsigned char, 256> promotions_of = [] {
  std::array<unsigned char, 256> table{};
  table.fill(promotions.size());
  for (std::size_t byte = 0; byte < table.size(); ++byte)
    for (std::size_t which = promotions.size(); which-- > 0;)
      if (promotions[which][0] == lower(static_cast<char>(byte)))
        table[byte] = static_cast<unsigned char>(which);
  return table;
}();

unsigned char traits_of(char c) {
  return traits[static_cast<unsigned char>(c)];
}

}  // namespace

std::size_t length_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : 1;
  return count;
}

bool equals_without_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool contains_without_case(std::string_view text, std::string_view part) {
  if (part.empty()) return true;
  const char first = lower(part[0]);
  for (std::size_t at = 0; at + part.size() <= text.size(); ++at)
    if (lower(text[at]) == first && equals_without_case(text.substr(at, part.size()), part))
      return true;
  return false;
}

bool is_placeholder(std::string_view text) {
  text = without_outer_blanks(text);
  return std::any_of(placeholders.begin(), placeholders.end(),
                     [&](std::string_view word) { return equals_without_case(text, word); });
}

bool is_all_capitals(std::string_view text) {
  std::size_t capitals = 0;
  for (const char c : text) {
    if (is_small(c) || static_cast<unsigned char>(c) >= 0x80) return false;
    capitals += is_capital(c) ? 1 : 0;
  }
  return capitals >= 8;
}

std::string_view promotion_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t which = promotions_of[static_cast<unsigned char>(text[at])];
    if (which == promotions.size()) continue;  // true of three bytes in four, so it is asked first
    const bool is_within_word = at > 0 && (traits_of(text[at - 1]) & part_of_word) != 0;
    if (is_within_word && text[at] != '%') continue;
    const char second = at + 1 < text.size() ? lower(text[at + 1]) : '\0';
    for (; which < promotions.size() && promotions[which][0] == lower(text[at]); ++which)
      if (promotions[which][1] == second && starts_with_words(text.substr(at), promotions[which]))
        return text.substr(at, promotions[which].size());
  }
  return {};
}

bool is_decorated(std::string_view text) {
  if (text.find("!!") != std::string_view::npos) return true;
  for (std::size_t at = text.find('\xE2'); at != std::string_view::npos;
       at = text.find('\xE2', at + 1)) {
    const std::string_view mark = text.substr(at, 3);
    // U+2190 to U+21FF arrows, U+2600 to U+27BF symbols and ornaments.
    const bool is_arrow = mark >= "\u2190" && mark <= "\u21FF";
    const bool is_symbol = mark >= "\u2600" && mark <= "\u27BF";
    if (mark.size() == 3 && (is_arrow || is_symbol)) return true;
  }
  return text.find("\xF0\x9F") != std::string_view::npos ||
         text.find("***") != std::string_view::npos;
}

std::string_view link_in(std::string_view text) {
  const bool has_scheme = text.find("://") != std::string_view::npos;
  for (const std::string_view start : {"http://", "https://", "www."}) {
    if (!has_scheme && start != "www.") continue;
    const std::size_t at = text.find(start);
    if (at == std::string_view::npos) continue;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n\"<>)", at), text.size());
    return text.substr(at, end - at);
  }
  return {};
}

bool is_web_address(std::string_view text) {
  const std::string_view host = host_of(text);
  if (host.empty() || host.find('.') == std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (traits_of(c) & part_of_address) != 0; });
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return {};
  url.remove_prefix(scheme);
  const auto is_end = [](char c) { return c == '/' || c == '?' || c == '#'; };
  const auto end = std::find_if(url.begin(), url.end(), is_end);
  url = url.substr(0, static_cast<std::size_t>(end - url.begin()));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos)
    url.remove_prefix(user + 1);
  return url.substr(0, url.find(':'));
}

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace stagecraft::feed
