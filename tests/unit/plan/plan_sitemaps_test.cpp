#include "plan/plan_sitemaps.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

const Url base("https://tea.example/");

std::vector<PlannedPage> pages(std::size_t listed) {
  std::vector<PlannedPage> result(listed + 1);
  for (std::size_t i = 0; i < result.size(); ++i) result[i].route = Route("/teas/");
  result[1].listing = Listing::unlisted;
  return result;
}

TEST_CASE("the listed pages stand in one sitemap as long as they fit") {
  const auto sitemaps = plan_sitemaps(pages(3), base, {3, 50'000'000});
  REQUIRE(sitemaps.size() == 1);
  CHECK(sitemaps[0].kind == IndexKind::sitemap);
  CHECK(sitemaps[0].path.text() == "sitemap.xml");
  CHECK(sitemaps[0].first == 0);
  CHECK(sitemaps[0].count == 3);
}

TEST_CASE("more pages than one sitemap may hold have an index of several") {
  const auto sitemaps = plan_sitemaps(pages(7), base, {3, 50'000'000});
  REQUIRE(sitemaps.size() == 4);
  CHECK(sitemaps[0].kind == IndexKind::sitemap_index);
  CHECK(sitemaps[0].path.text() == "sitemap.xml");
  for (std::size_t i = 1; i < 4; ++i) {
    CHECK(sitemaps[i].kind == IndexKind::sitemap);
    CHECK(sitemaps[i].path.text() == "sitemap-" + std::to_string(i) + ".xml");
    CHECK(sitemaps[i].first == 3 * (i - 1));
    CHECK(sitemaps[i].count == (i < 3 ? 3 : 1));
  }
}

TEST_CASE("a sitemap is full when its bytes are as well") {
  // 512 around, and for each page 128 and the 26 bytes of its address.
  CHECK(plan_sitemaps(pages(4), base, {50'000, 512 + 4 * 154}).size() == 1);
  CHECK(plan_sitemaps(pages(4), base, {50'000, 512 + 4 * 154 - 1}).size() == 3);
}

TEST_CASE("a page that alone is too large still has a sitemap") {
  CHECK(plan_sitemaps(pages(1), base, {50'000, 1}).size() == 1);
  CHECK(plan_sitemaps(pages(2), base, {50'000, 1}).size() == 3);
}

}  // namespace
}  // namespace stagecraft
