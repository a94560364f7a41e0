#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "model/address.h"

namespace stagecraft {

/// What one page says of itself to files that list pages.
struct PageNote {
  std::string title;
  std::string description;            ///< may be empty
  std::vector<std::string> headings;  ///< of its Markdown twin, the first three levels
};

/// What one published file weighs.
struct FileNote {
  std::size_t bytes = 0;
  Sha256Digest sha256{};
};

/// What render remembers of pages and files that are already on their way to write, for those that
/// come later and list them. Small: a site of any size is held. Pages are noted by many threads at
/// once, each page by one; nothing is read before all are noted.
class SiteNotes {
 public:
  explicit SiteNotes(std::size_t pages) : pages_(pages) {}

  void note_page(std::size_t page, PageNote note) { pages_[page] = std::move(note); }
  void note_file(const OutputPath& path, std::string_view bytes);

  /// Of a page by its place in SitePlan::pages; empty when nothing was noted.
  const PageNote& page(std::size_t page) const { return pages_[page]; }
  /// Null when nothing was noted.
  const FileNote* file(const OutputPath& path) const;

 private:
  std::vector<PageNote> pages_;
  std::mutex mutex_;
  std::map<OutputPath, FileNote> files_;
};

/// The headings of the first three levels in `markdown`, in their order, as plain text.
std::vector<std::string> headings_in(std::string_view markdown);

}  // namespace stagecraft
