#pragma once

#include <string>
#include <string_view>

namespace stagecraft::feed {

/// What had to be taken out of a text to make it plain.
struct TextRepairs {
  bool tags = false;
  bool scripts = false;           ///< script or style with its content
  bool entities = false;          ///< "&amp;" and its like
  bool unknown_entities = false;  ///< "&nonsense;", which stay as they are
  bool double_encoded = false;    ///< "&amp;ndash;"
  bool controls = false;          ///< control characters, invisible or not allowed in XML
  bool lost_characters = false;   ///< U+FFFD: bytes that were no characters
  bool mojibake = false;          ///< "Ã¤", "â€™": UTF-8 that was read as Windows-1252

  bool any() const { return tags || scripts || entities || double_encoded || controls; }
};

/// `html` as plain text: without tags, comments, scripts and styles; blocks and <br> begin a new
/// line, list items with "- "; entities are decoded; runs of blanks become one, of empty lines one.
/// Text without markup comes out as it is, but for control characters.
std::string plain_text(std::string_view html, TextRepairs& repairs);

/// As plain_text(), on one line: for titles, names and brands.
std::string plain_line(std::string_view html, TextRepairs& repairs);

}  // namespace stagecraft::feed
