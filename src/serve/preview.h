#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "serve/snapshot.h"

namespace stagecraft {

/// What the preview knows at one moment.
struct PreviewState {
  std::uint64_t number = 0;             ///< grows with every change; 0: nothing was read yet
  std::shared_ptr<Snapshot> site;       ///< the last one without mistakes; null: there was none
  std::vector<Diagnostic> mistakes;     ///< errors of the files as they are; empty: `site` is them
};

/// What a request is answered with.
struct Reply {
  int status = 200;
  OutputPath path;                           ///< the file; empty: none of the site
  std::shared_ptr<const std::string> bytes;  ///< null with a `location`
  std::string location;                      ///< where the browser is sent; empty: nowhere
  std::vector<Diagnostic> mistakes;          ///< errors of this page alone
  bool is_page = false;                      ///< whether `bytes` are HTML
};

/// The site that is shown: the last good one, whatever happened to its files since. Safe to use
/// from several threads.
class Preview {
 public:
  /// `waiting_page` is shown where there is no good page yet.
  explicit Preview(std::string waiting_page);

  /// The files have changed: `site` is made from them, or is null, and the errors of `found` say
  /// why.
  void show(std::shared_ptr<Snapshot> site, const Diagnostics& found);

  /// Nothing further will be shown; whoever waits is woken.
  void close();

  PreviewState state() const;
  bool is_closed() const;

  /// Waits for a state with another number than `number`, at most for `patience`. Gives whether
  /// there is one.
  bool wait_for_change(std::uint64_t number, std::chrono::milliseconds patience) const;

  /// What `state` has at `path`, the decoded path of an address. A page with mistakes is answered
  /// with what it last was.
  Reply answer(const PreviewState& state, std::string_view path);

 private:
  Reply reply_from(Snapshot& site, std::string_view path);
  /// Whether `file` is what a page that is still open may refer to: an earlier style sheet.
  bool is_known(const OutputPath& file) const;
  Reply file_reply(Snapshot& site, const OutputPath& file, int status);
  Reply waiting_reply(int status) const;

  const std::shared_ptr<const std::string> waiting_page_;
  mutable std::mutex mutex_;  // guards all below
  mutable std::condition_variable news_;
  PreviewState state_;
  bool is_closed_ = false;
  // The last good bytes of pages, and of files named by their content, that were asked for.
  std::map<OutputPath, std::shared_ptr<const std::string>> last_good_;
};

}  // namespace stagecraft
