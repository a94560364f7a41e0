#include "plan/plan_sitemaps.h"

#include <fmt/format.h>

namespace stagecraft {
namespace {

/// More than everything around the address of one page, and than head and foot of the file.
constexpr std::size_t bytes_around_an_address = 128;
constexpr std::size_t bytes_around_the_pages = 512;

}  // namespace

std::vector<PlannedIndex> plan_sitemaps(const std::vector<PlannedPage>& pages, const Url& base_url,
                                        const SitemapLimits& limits) {
  std::vector<PlannedIndex> sitemaps{{IndexKind::sitemap, OutputPath("sitemap.xml"), 0, 0}};
  std::size_t bytes = bytes_around_the_pages, listed = 0;
  for (const PlannedPage& page : pages) {
    if (page.listing == Listing::unlisted) continue;
    const std::size_t entry =
        base_url.text().size() + page.route.text().size() + bytes_around_an_address;
    const bool is_full = sitemaps.back().count == limits.pages || bytes + entry > limits.bytes;
    if (is_full && sitemaps.back().count > 0) {
      sitemaps.push_back({IndexKind::sitemap, {}, listed, 0});
      bytes = bytes_around_the_pages;
    }
    bytes += entry;
    ++sitemaps.back().count;
    ++listed;
  }
  if (sitemaps.size() == 1) return sitemaps;
  for (std::size_t i = 0; i < sitemaps.size(); ++i)
    sitemaps[i].path = OutputPath(fmt::format("sitemap-{}.xml", i + 1));
  sitemaps.insert(sitemaps.begin(),
                  PlannedIndex{IndexKind::sitemap_index, OutputPath("sitemap.xml"), 0, 0});
  return sitemaps;
}

}  // namespace stagecraft
