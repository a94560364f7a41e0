#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "serve/preview.h"

namespace stagecraft {

/// What the script of an open page is told, as server-sent events name it:
/// - `reload`: the page has changed;
/// - `style`: only the style sheet has; data is {"old": path, "new": path, "integrity": …};
/// - `mistakes`: data is a list of texts, each a diagnostic as the terminal shows it;
/// - `mended`: there are none any more.
struct PageEvent {
  std::string name;
  std::string data;  ///< JSON on one line
  std::string seen;  ///< what the page shows once it has done that; see seen_text()
};

/// What stands for the bytes of a page in its script and in events.
std::string seen_text(const std::string& bytes);

/// One page open in a browser, and what it has been told.
class OpenPage {
 public:
  /// The page at `path` of `preview`, which outlives the object; `seen` is what it shows.
  OpenPage(Preview& preview, std::string path, std::string seen)
      : preview_(preview), path_(std::move(path)), seen_(std::move(seen)) {}

  /// The next thing to tell; nothing when there is none within `patience`.
  std::optional<PageEvent> next(std::chrono::milliseconds patience);

 private:
  void compare(const PreviewState& state);
  void tell_mistakes(const PreviewState& state, const Reply& reply);
  void tell_change(const PreviewState& state, const Reply& reply);

  Preview& preview_;
  std::string path_;
  std::string seen_;
  std::uint64_t state_ = 0;
  std::shared_ptr<Snapshot> site_;           // that the page is from; null: not known
  std::shared_ptr<const std::string> page_;  // its bytes; null: not known
  std::string mistakes_;                     // that it shows; empty: not known
  std::deque<PageEvent> events_;
};

}  // namespace stagecraft
