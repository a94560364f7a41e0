#include "render/chart/ladder_picture.h"

#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <vector>

namespace stagecraft {
namespace {

constexpr std::size_t width = 1200, height = 630;
constexpr std::size_t margin = 120;
constexpr std::size_t pixels_per_byte = 4;  // two bits each: an index into a palette of four
constexpr std::size_t row_bytes = width / pixels_per_byte;

enum Ink : unsigned { paper = 0, ink = 1, accent = 2 };

/// A picture of palette indices that knows how to become a PNG file (W3C PNG, third edition).
class Picture {
 public:
  Picture() : rows_(height * (row_bytes + 1)) {}  // each row begins with its filter, 0: none

  void fill(std::size_t left, std::size_t top, std::size_t right, std::size_t bottom, Ink index) {
    for (std::size_t y = top; y < std::min(bottom, height); ++y)
      for (std::size_t x = left; x < std::min(right, width); ++x) set(x, y, index);
  }

  std::string png(const Palette& palette) const {
    std::string file("\x89PNG\r\n\x1A\n", 8);
    std::string header = big_endian(width) + big_endian(height);
    header += std::string("\x02\x03\x00\x00\x00", 5);  // depth 2, palette, no interlacing
    append_chunk(file, "IHDR", header);
    append_chunk(file, "PLTE",
                 bytes_of(palette.paper) + bytes_of(palette.ink) + bytes_of(palette.accent));
    append_chunk(file, "IDAT", deflated());
    append_chunk(file, "IEND", "");
    return file;
  }

 private:
  void set(std::size_t x, std::size_t y, Ink index) {
    unsigned char& byte = rows_[y * (row_bytes + 1) + 1 + x / pixels_per_byte];
    const unsigned shift = 6 - 2 * static_cast<unsigned>(x % pixels_per_byte);
    byte = static_cast<unsigned char>((byte & ~(3u << shift)) | (index << shift));
  }

  static std::string big_endian(std::size_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
    return bytes;
  }

  static std::string bytes_of(const Colour& colour) {
    return {static_cast<char>(colour.red), static_cast<char>(colour.green),
            static_cast<char>(colour.blue)};
  }

  static void append_chunk(std::string& file, const std::string& type, const std::string& data) {
    const std::string body = type + data;
    const uLong checksum = crc32(0, reinterpret_cast<const Bytef*>(body.data()),
                                 static_cast<uInt>(body.size()));
    file += big_endian(data.size()) + body + big_endian(checksum);
  }

  /// Looking for runs alone takes a quarter of the time of the best compression, and a picture of
  /// flat areas is hardly larger for it: 850 bytes, not 650.
  std::string deflated() const {
    z_stream stream{};
    int status = deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15, 9, Z_RLE);
    assert(status == Z_OK);
    std::string result(deflateBound(&stream, rows_.size()), '\0');
    stream.next_in = const_cast<Bytef*>(rows_.data());
    stream.avail_in = static_cast<uInt>(rows_.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    status = deflate(&stream, Z_FINISH);
    assert(status == Z_STREAM_END);
    static_cast<void>(status);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
  }

  std::vector<unsigned char> rows_;
};

}  // namespace

std::string draw_ladder_picture(const LadderPicture& ladder, const Palette& palette) {
  assert(0 < ladder.steps && ladder.steps <= 40);
  Picture picture;
  const std::size_t step_width = (width - 2 * margin) / ladder.steps;
  const std::size_t rise = (height - 2 * margin) / ladder.steps;
  constexpr std::size_t thin = 3, medium = 8, bold = 16;
  for (std::size_t step = 0; step < ladder.steps; ++step) {
    const bool is_today = ladder.today == step, is_target = ladder.target == step;
    const std::size_t left = margin + step * step_width;
    const std::size_t foot = height - margin - step * rise;
    const std::size_t weight = is_today ? bold : is_target ? medium : thin;
    picture.fill(left, foot - weight, left + step_width, foot,
                 is_today || is_target ? Ink::accent : Ink::ink);
    if (step + 1 < ladder.steps)
      picture.fill(left + step_width - thin, foot - rise, left + step_width, foot, Ink::ink);
  }
  return picture.png(palette);
}

}  // namespace stagecraft
