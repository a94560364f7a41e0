#include "plan/resolve_links.h"

#include <memory>

#include "plan/plan_site.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

ContentPage page_with(const std::string& source, const char* route, const std::string& text) {
  ContentPage page;
  page.source = source;
  page.route = Route(route);
  page.title = source;
  Diagnostics diagnostics;
  MarkdownOptions options;
  auto body = parse_markdown(std::make_shared<const SourceText>(source, text), 0, text.size(),
                             options, diagnostics);
  REQUIRE(body);
  page.body = std::move(*body);
  return page;
}

struct Resolved {
  SitePlan plan;
  std::string messages;
  /// Where the first link of the first content page leads.
  const PlannedLink& link() const {
    for (const PlannedPage& page : plan.pages)
      if (page.kind == PageKind::content) return page.links.at(0);
    throw std::runtime_error("no content page");
  }
};

/// A site of two content pages, one of which holds `text`, and a picture.
Resolved resolved(const std::string& text) {
  Project project;
  project.pages = {page_with("content/pages/guides/a.md", "/guides/a/", text),
                   page_with("content/pages/b.md", "/b/", "# How we work\n")};
  project.files = {
      {"content/pages/guides/dot.svg", OutputPath("guides/dot.svg"), "<svg/>", 40, 20}};
  Diagnostics diagnostics;
  Resolved result{plan_site(project, {}, diagnostics), ""};
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    result.messages += format_diagnostic(diagnostic);
  return result;
}

TEST_CASE("links between files become links between pages") {
  const Resolved to_b = resolved("[b](../b.md#how-we-work)");
  CHECK(to_b.messages == "");
  CHECK(to_b.link().route == Route("/b/"));
  CHECK(to_b.link().rest == "#how-we-work");
  CHECK(resolved("[b](/b/)").link().route == Route("/b/"));
}

TEST_CASE("links elsewhere stay as they are") {
  CHECK(resolved("[x](https://example.org/?a#b)").link().rest == "https://example.org/?a#b");
  CHECK(resolved("[x](mailto:ada@example.org)").link().rest == "mailto:ada@example.org");
}

TEST_CASE("a file is published because a page refers to it") {
  CHECK(resolved("plain").plan.files.empty());
  const Resolved image = resolved("![dot](dot.svg) [again](dot.svg)");
  CHECK(image.messages == "");
  REQUIRE(image.plan.files.size() == 1);
  CHECK(image.plan.files[0].path == OutputPath("guides/dot.svg"));
}

TEST_CASE("a link that leads nowhere is an error at its place") {
  CHECK(resolved("See [b](../bb.md).").messages ==
        "content/pages/guides/a.md:1:9: error: '../bb.md' leads nowhere\n"
        "   1 | See [b](../bb.md).\n"
        "     |         ^~~~~~~~\n"
        "  did you mean 'content/pages/b.md'?\n");
  CHECK_THAT(resolved("[x](/nowhere/)").messages, Catch::Contains("'/nowhere/' leads nowhere"));
  CHECK_THAT(resolved("[x](../../../../etc/passwd)").messages, Catch::Contains("leads nowhere"));
  CHECK_THAT(resolved("[x](//example.org/)").messages, Catch::Contains("leads nowhere"));
}

TEST_CASE("a heading that a page does not have is an error with the choices") {
  CHECK_THAT(resolved("[b](../b.md#how-we-wrk)").messages,
             Catch::Contains("has no heading 'how-we-wrk'") &&
                 Catch::Contains("did you mean 'how-we-work'?"));
  CHECK_THAT(resolved("[here](#top)").messages, Catch::Contains("has no heading 'top'"));
}

TEST_CASE("an image from another site is refused") {
  CHECK_THAT(resolved("![x](https://example.org/x.png)").messages,
             Catch::Contains("an image cannot come from another site"));
}

}  // namespace
}  // namespace stagecraft
