#include "load/load_logo.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/svg_picture.h"

namespace stagecraft {
namespace {

constexpr int shown_height = 32;  // CSS pixels
constexpr int widest = 2000;

/// Pictures are shown at one height; `width` and `height` give the ratio and are above 0.
Logo logo_of(std::string bytes, LogoFormat format, const Exact& width, const Exact& height) {
  const Exact shown = width * shown_height / height;
  const Exact rounded = floor(std::clamp<Exact>(shown, 1, widest) + Exact(1, 2));
  return {std::move(bytes), format, static_cast<int>(whole_number(rounded).value()), shown_height,
          false};
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

/// What speaks against reading `path` as a logo; empty when nothing does.
std::string objection_to(const FileTree& project, const std::string& path) {
  if (const std::string reason = reason_against(project.files.kind_of(path)); !reason.empty())
    return ": " + reason;
  if (!path.ends_with(".svg") && !path.ends_with(".png"))
    return " is neither an SVG nor a PNG file";
  if (const std::uint64_t size = project.files.size_of(path); size > logo_limit)
    return fmt::format(" has {} bytes, more than the {} allowed", size, logo_limit);
  return {};
}

std::optional<Logo> read_svg(const SourceText& source, Diagnostics& diagnostics) {
  const std::optional<SvgPicture> picture = read_svg_picture(source, diagnostics);
  if (!picture) return std::nullopt;
  Logo logo = logo_of(source.text(), LogoFormat::svg, picture->width, picture->height);
  logo.adapts = picture->adapts;
  return logo;
}

std::optional<Logo> read_png(const SourceText& source, Diagnostics& diagnostics) {
  constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
  const std::string_view bytes = source.text();
  const bool is_png = bytes.size() >= 24 && bytes.starts_with(signature) &&
                      bytes.substr(12, 4) == "IHDR";  // PNG 11.2.2: the header comes first
  const std::uint32_t width = is_png ? big_endian(bytes.substr(16, 4)) : 0;
  const std::uint32_t height = is_png ? big_endian(bytes.substr(20, 4)) : 0;
  if (width == 0 || height == 0) {
    diagnostics.error_in(source.path(), "is not a PNG picture, whatever its name says");
    return std::nullopt;
  }
  return logo_of(source.text(), LogoFormat::png, width, height);
}

}  // namespace

std::optional<Logo> load_logo(const ReadContext& context, const Node& setting,
                              const FileTree& project, const std::string& path) {
  if (const std::string objection = objection_to(project, path); !objection.empty()) {
    context.error(setting, fmt::format("the logo '{}'{}", path, objection));
    return std::nullopt;
  }
  const auto source = read_source(project, path, logo_limit, context.diagnostics);
  if (!source) return std::nullopt;
  return path.ends_with(".svg") ? read_svg(*source, context.diagnostics)
                                : read_png(*source, context.diagnostics);
}

}  // namespace stagecraft
