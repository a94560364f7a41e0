// Ids for headings, made of their words.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace stagecraft {

/// Gives each heading of one document an id of its own.
class HeadingIds {
 public:
  explicit HeadingIds(std::string prefix) : prefix_(std::move(prefix)) {}

  /// The prefix and the words of `text` joined by "-": case folded, Latin accents dropped, letters
  /// and digits of every script kept; "section" when there are none. The second heading of the same
  /// words gets "-2", the third "-3".
  std::string id_for(std::string_view text);

 private:
  std::string prefix_;
  std::map<std::string, int, std::less<>> uses_;  // by id without its number; also of taken ids
};

}  // namespace stagecraft
