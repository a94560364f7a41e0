// The text of a catalog, whatever its encoding.
#pragma once

#include <memory>

#include "feed/stream/byte_source.h"

namespace stagecraft::feed {

enum class Encoding {
  utf8,
  windows_1252,
  damaged_utf8,  ///< mostly UTF-8; each byte that is not is read as U+FFFD
  utf16,         ///< cannot be read
  unknown,       ///< neither UTF-8 nor Windows-1252: cannot be read
};

/// What reading a catalog once from end to end tells about its bytes.
struct TextSurvey {
  Encoding encoding = Encoding::utf8;
  bool has_byte_order_mark = false;
  std::uint64_t bytes = 0;  ///< decompressed
  std::string failure;      ///< why it could not be read; empty when it could
};

/// Reads `source` to its end. A file that is not UTF-8 is taken for Windows-1252, unless more of
/// its characters beyond ASCII are well-formed UTF-8 than are not.
TextSurvey survey_text(ByteSource& source);

/// `bytes` as UTF-8 without a byte order mark.
std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> bytes, Encoding encoding);

}  // namespace stagecraft::feed
