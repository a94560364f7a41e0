#include "format/html_escape.h"

#include <fmt/format.h>

namespace stagecraft {
namespace {

bool is_alphanumeric(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

}  // namespace

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
}

void append_escaped_url(std::string& html, std::string_view url) {
  constexpr std::string_view kept = "-_.+!*(),%#@?=;:/$~";
  for (const char c : url) {
    if (is_alphanumeric(c) || kept.find(c) != kept.npos) {
      html += c;
    } else if (c == '&') {
      html += "&amp;";
    } else if (c == '\'') {
      html += "&#x27;";
    } else {
      html += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
}

std::string scheme_of(std::string_view url) {
  std::string scheme;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) < 0x20 || (c == ' ' && scheme.empty())) continue;
    if (c == ':') return scheme;
    const bool may_be_in_scheme = is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
    if (!may_be_in_scheme) break;
    scheme += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return {};
}

}  // namespace stagecraft
