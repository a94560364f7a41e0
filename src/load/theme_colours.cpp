#include "load/theme_colours.h"

#include <algorithm>
#include <string>

#include "format/css.h"

namespace stagecraft {
namespace {

/// The value of the first declaration of `token`: what stands between its colon and semicolon.
std::optional<Colour> declared(std::string_view tokens, const std::string& token) {
  const std::size_t at = tokens.find(token + ":");
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view value = tokens.substr(at + token.size() + 1);
  value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
  return parse_colour(value.substr(0, value.find_first_of(" \t;}\n")));
}

/// What follows the first "prefers-color-scheme: dark", however it is spaced; empty without one.
std::string_view dark_part(std::string_view tokens) {
  constexpr std::string_view feature = "prefers-color-scheme", blanks = " \t\n";
  while (true) {
    const std::size_t at = tokens.find(feature);
    if (at == std::string_view::npos) return {};
    tokens.remove_prefix(at + feature.size());
    std::string_view value = tokens;
    value.remove_prefix(std::min(value.find_first_not_of(blanks), value.size()));
    if (!value.starts_with(':')) continue;
    value.remove_prefix(1);
    value.remove_prefix(std::min(value.find_first_not_of(blanks), value.size()));
    if (value.starts_with("dark")) return value;
  }
}

}  // namespace

ThemeColours theme_colours(std::string_view tokens) {
  const std::string text = without_css_comments(tokens);
  const std::string_view dark = dark_part(text);
  ThemeColours colours;
  colours.paper = declared(text, "--paper");
  colours.has_dark = !dark.empty();
  colours.dark_paper = declared(dark, "--paper");
  const auto ink = declared(text, "--ink"), accent = declared(text, "--accent");
  if (colours.paper && ink && accent) colours.pictures = Palette{*colours.paper, *ink, *accent};
  return colours;
}

}  // namespace stagecraft
