#include "render/template/escape.h"

#include <algorithm>
#include <array>

namespace stagecraft::language {
namespace {

constexpr std::string_view unreserved =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

using CharacterSet = std::array<bool, 256>;

constexpr CharacterSet set_of(std::string_view characters) {
  CharacterSet result{};
  for (const char c : characters) result[static_cast<unsigned char>(c)] = true;
  return result;
}

constexpr CharacterSet html_special = set_of("&<>\"'");
constexpr CharacterSet component_safe = set_of(unreserved);

bool is_in(const CharacterSet& set, char c) {
  return set[static_cast<unsigned char>(c)];
}

std::string_view html_reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&#34;";
    default:
      return "&#39;";
  }
}

void append_percent(std::string& output, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  output += '%';
  output += digits[byte >> 4];
  output += digits[byte & 15];
}

bool is_hex(char c) {
  return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F');
}

bool has_unsafe_scheme(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#");
  if (end == std::string_view::npos || url[end] != ':') return false;
  std::string scheme(url.substr(0, end));
  for (char& c : scheme)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  constexpr std::array<std::string_view, 4> safe{"http", "https", "mailto", "tel"};
  return std::find(safe.begin(), safe.end(), scheme) == safe.end();
}

}  // namespace

void append_html(std::string& output, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_in(html_special, text[i])) continue;
    output += text.substr(begin, i - begin);
    output += html_reference(text[i]);
    begin = i + 1;
  }
  output += text.substr(begin);
}

void append_xml(std::string& output, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string_view noncharacter = text.substr(i, 3);
    if (noncharacter == "\xEF\xBF\xBE" || noncharacter == "\xEF\xBF\xBF") {
      output += replacement;
      i += 2;
    } else if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') {
      output += replacement;
    } else if (is_in(html_special, text[i])) {
      output += html_reference(text[i]);
    } else {
      output += text[i];
    }
  }
}

void append_url(std::string& output, std::string_view text) {
  if (has_unsafe_scheme(text)) {
    output += '#';
    return;
  }
  constexpr CharacterSet kept =
      set_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$*+,;=");
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_encoded =
        text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    if (is_in(kept, text[i]) || is_encoded)
      output += text[i];
    else if (text[i] == '&')
      output += "&amp;";
    else
      append_percent(output, text[i]);
  }
}

void append_url_path(std::string& output, std::string_view text) {
  for (const char c : text) {
    const bool follows_slash = !output.empty() && output.back() == '/';
    if (is_in(component_safe, c) || (c == '/' && !follows_slash))
      output += c;
    else
      append_percent(output, c);
  }
}

void append_url_component(std::string& output, std::string_view text) {
  for (const char c : text) {
    if (is_in(component_safe, c))
      output += c;
    else
      append_percent(output, c);
  }
}

void append_url_address(std::string& output, std::string_view text) {
  constexpr CharacterSet kept =
      set_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~@+,");
  for (const char c : text) {
    if (is_in(kept, c))
      output += c;
    else
      append_percent(output, c);
  }
}

void append_csv(std::string& output, std::string_view text) {
  // What spreadsheets take for the beginning of a formula, in plain and in full width.
  constexpr std::array<std::string_view, 11> formula_beginnings{
      "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  const bool is_formula =
      std::any_of(formula_beginnings.begin(), formula_beginnings.end(),
                  [&](std::string_view beginning) { return text.starts_with(beginning); });
  const bool is_quoted = text.find_first_of(",;\"\r\n\t") != std::string_view::npos ||
                         text.starts_with(' ') || text.ends_with(' ');
  if (is_quoted) output += '"';
  if (is_formula) output += '\'';
  for (const char c : text) {
    if (c == '\0') continue;
    if (c == '"') output += '"';
    output += c;
  }
  if (is_quoted) output += '"';
}

void append_ics(std::string& output, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ';' || c == ',') {
      output += '\\';
      output += c;
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      output += "\\n";
    } else if (c == '\t' || static_cast<unsigned char>(c) >= 0x20) {
      if (c != '\x7F') output += c;
    }
  }
}

void append_plain(std::string& output, std::string_view text) {
  for (const char c : text) {
    const bool is_control =
        (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '\x7F';
    if (!is_control) output += c;
  }
}

}  // namespace stagecraft::language
