#include "load/theme_palette.h"

#include <algorithm>
#include <string>

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

}  // namespace

std::optional<Palette> theme_palette(std::string_view tokens) {
  const auto paper = declared(tokens, "--paper"), ink = declared(tokens, "--ink"),
             accent = declared(tokens, "--accent");
  if (!paper || !ink || !accent) return std::nullopt;
  return Palette{*paper, *ink, *accent};
}

}  // namespace stagecraft
