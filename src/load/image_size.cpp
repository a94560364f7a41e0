#include "load/image_size.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/exact.h"

namespace stagecraft {
namespace {

constexpr int largest = 32767;

std::optional<ImageSize> plausible(std::int64_t width, std::int64_t height) {
  if (width < 1 || height < 1 || width > largest || height > largest) return std::nullopt;
  return ImageSize{static_cast<int>(width), static_cast<int>(height)};
}

std::int64_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::int64_t big_endian(std::string_view bytes, std::size_t at, std::size_t length) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < length; ++i) value = value * 256 + byte_at(bytes, at + i);
  return value;
}

std::optional<ImageSize> png_size(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return plausible(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
}

std::optional<ImageSize> gif_size(std::string_view bytes) {
  if (bytes.size() < 10) return std::nullopt;
  return plausible(byte_at(bytes, 6) + 256 * byte_at(bytes, 7),
                   byte_at(bytes, 8) + 256 * byte_at(bytes, 9));
}

/// Walks the segments up to the first start of frame (ITU T.81, B.1.1.3).
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const std::int64_t marker = byte_at(bytes, at + 1);
    const bool is_frame = 0xC0 <= marker && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
                          marker != 0xCC;
    if (is_frame) return plausible(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
    at += 2 + static_cast<std::size_t>(big_endian(bytes, at + 2, 2));
  }
  return std::nullopt;
}

/// The text of attribute `name` in `tag`; empty when it has none.
std::string_view attribute(std::string_view tag, const std::string& name) {
  for (const char quote : {'"', '\''}) {
    const std::size_t at = tag.find(" " + name + "=" + quote);
    if (at == std::string_view::npos) continue;
    const std::size_t start = at + name.size() + 3;
    const std::size_t end = tag.find(quote, start);
    if (end != std::string_view::npos) return tag.substr(start, end - start);
  }
  return {};
}

/// `text` as whole pixels, rounded; nothing for percentages and other units.
std::optional<std::int64_t> pixels(std::string_view text) {
  if (text.ends_with("px")) text.remove_suffix(2);
  const std::optional<Exact> value = parse_decimal(text);
  if (!value) return std::nullopt;
  const Exact whole = floor(std::max<Exact>(*value, 0) + Exact(1, 2));
  return whole > largest ? std::nullopt : whole_number(whole);
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
  const std::size_t start = bytes.find("<svg");
  if (start == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(start, bytes.find('>', start) - start);
  const auto width = pixels(attribute(tag, "width")), height = pixels(attribute(tag, "height"));
  if (width && height) return plausible(*width, *height);

  std::string_view box = attribute(tag, "viewBox");
  std::array<std::optional<std::int64_t>, 4> numbers;
  for (auto& number : numbers) {
    box.remove_prefix(std::min(box.find_first_not_of(" ,\t\n"), box.size()));
    const std::size_t length = std::min(box.find_first_of(" ,\t\n"), box.size());
    number = pixels(box.substr(0, length));
    box.remove_prefix(length);
  }
  return numbers[2] && numbers[3] ? plausible(*numbers[2], *numbers[3]) : std::nullopt;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png_size(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return gif_size(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_size(bytes);
  return svg_size(bytes);
}

}  // namespace stagecraft
