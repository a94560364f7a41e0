#include "feed/stream/text_source.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "format/windows_1252.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t piece_size = 256 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// How many bytes at the end of `text` may be the first ones of a code point that goes on.
std::size_t unfinished_tail(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0) == 0x80) continue;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/// Counts what is and what is not UTF-8 in a file that is not wholly UTF-8.
struct Tally {
  std::uint64_t good = 0;  ///< code points beyond ASCII
  std::uint64_t bad = 0;   ///< bytes
  bool fits_windows_1252 = true;

  void take_good(std::string_view text) {
    good += static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) >= 0xC0;  // the first byte of each
    }));
  }

  void take(std::string_view text) {
    fits_windows_1252 = fits_windows_1252 && !find_bad_windows_1252(text);
    while (!text.empty()) {
      const bool is_ascii = static_cast<unsigned char>(text[0]) < 0x80;
      const std::size_t length = first_code_point_length(text);
      if (!is_ascii) ++(length > 1 ? good : bad);
      text.remove_prefix(length);
    }
  }
};

}  // namespace

TextSurvey survey_text(ByteSource& source) {
  TextSurvey result;
  std::vector<char> buffer(piece_size);
  std::size_t kept = 0;
  Tally tally;
  bool is_valid = true, is_first = true;
  for (bool at_end = false; !at_end;) {
    const std::size_t wanted = buffer.size() - kept;
    const std::size_t count = source.read(buffer.data() + kept, wanted);
    at_end = count < wanted;
    result.bytes += count;
    std::string_view text(buffer.data(), kept + count);
    if (is_first) {
      result.has_byte_order_mark = text.starts_with(byte_order_mark);
      if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        result.encoding = Encoding::utf16;
    }
    is_first = false;
    const std::size_t tail = at_end ? 0 : unfinished_tail(text);
    text.remove_suffix(tail);
    const bool piece_is_valid = simdjson::validate_utf8(text.data(), text.size());
    is_valid = is_valid && piece_is_valid;
    piece_is_valid ? tally.take_good(text) : tally.take(text);
    std::memmove(buffer.data(), text.data() + text.size(), tail);
    kept = tail;
  }
  result.failure = source.failure();
  if (result.encoding == Encoding::utf16 || is_valid) return result;
  result.encoding = result.has_byte_order_mark || tally.good > tally.bad ? Encoding::damaged_utf8
                    : tally.fits_windows_1252                            ? Encoding::windows_1252
                                                                         : Encoding::unknown;
  return result;
}

namespace {

/// Passes UTF-8 on, without its mark.
class MarklessSource final : public ByteSource {
 public:
  explicit MarklessSource(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* into, std::size_t size) override {
    if (!is_started_) start();
    const std::size_t from_head = std::min(size, head_.size());
    std::memcpy(into, head_.data(), from_head);
    head_.erase(0, from_head);
    return from_head + (from_head < size ? bytes_->read(into + from_head, size - from_head) : 0);
  }
  const std::string& failure() const override { return bytes_->failure(); }
  std::uint64_t position() const override { return bytes_->position(); }

 private:
  void start() {
    is_started_ = true;
    head_.resize(byte_order_mark.size());
    head_.resize(bytes_->read(head_.data(), head_.size()));
    if (head_ == byte_order_mark) head_.clear();
  }

  std::unique_ptr<ByteSource> bytes_;
  std::string head_;
  bool is_started_ = false;
};

/// Turns bytes into UTF-8 piece by piece.
class ConvertedSource final : public ByteSource {
 public:
  ConvertedSource(std::unique_ptr<ByteSource> bytes, Encoding encoding)
      : bytes_(std::move(bytes)), encoding_(encoding) {}

  std::size_t read(char* into, std::size_t size) override {
    std::size_t count = 0;
    while (count < size) {
      if (next_ == text_.size() && !refill()) break;
      const std::size_t part = std::min(size - count, text_.size() - next_);
      std::memcpy(into + count, text_.data() + next_, part);
      next_ += part;
      count += part;
    }
    return count;
  }
  const std::string& failure() const override { return bytes_->failure(); }
  std::uint64_t position() const override { return bytes_->position(); }

 private:
  bool refill() {
    const std::size_t kept = raw_.size();
    raw_.resize(piece_size);
    const std::size_t count = bytes_->read(raw_.data() + kept, piece_size - kept);
    raw_.resize(kept + count);
    const bool at_end = raw_.size() < piece_size;
    next_ = 0;
    if (encoding_ == Encoding::windows_1252) {
      text_ = utf8_of_windows_1252(raw_);
      raw_.clear();
    } else {
      const std::size_t tail = at_end ? 0 : unfinished_tail(raw_);
      repair(std::string_view(raw_).substr(0, raw_.size() - tail));
      raw_.erase(0, raw_.size() - tail);
    }
    return !text_.empty();
  }

  void repair(std::string_view raw) {
    text_.clear();
    while (!raw.empty()) {
      const std::size_t length = first_code_point_length(raw);
      const bool is_bad = length == 1 && static_cast<unsigned char>(raw[0]) >= 0x80;
      text_ += is_bad ? replacement : raw.substr(0, length);
      raw.remove_prefix(length);
    }
  }

  std::unique_ptr<ByteSource> bytes_;
  Encoding encoding_;
  std::string raw_;
  std::string text_;
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> bytes, Encoding encoding) {
  if (encoding == Encoding::windows_1252)
    return std::make_unique<ConvertedSource>(std::move(bytes), encoding);
  auto text = std::make_unique<MarklessSource>(std::move(bytes));
  if (encoding != Encoding::damaged_utf8) return text;
  return std::make_unique<ConvertedSource>(std::move(text), encoding);
}

}  // namespace stagecraft::feed
