#include "serve/preview.h"

#include "serve/headers.h"
#include "serve/http_server.h"
#include "serve/open_page.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

constexpr std::chrono::milliseconds no_time{0};

/// A site under /teas/ with one page of its own.
MemoryFiles tea_site(const std::string& about = "One.") {
  return MemoryFiles{
      {{"site.yaml",
        "title: Teas\ndescription: About tea.\nbase_url: https://example.org/teas/\n"
        "models: [tea]\n"},
       {"content/models/tea/model.yaml",
        "id: tea\ntitle: Tea\nversion: 1.0.0\nupdated: 2026-10\nsummary: How well.\n"
        "stages:\n  - {id: bag, title: Bag}\n  - {id: pot, title: Pot}\n"},
       {"content/pages/about.md", "---\ntitle: About\n---\n\n" + about + "\n"}}};
}

/// A preview that is shown one state of the files after the other.
struct Shown {
  void show(const FileReader& files) {
    Diagnostics diagnostics;
    const auto site = Snapshot::take({files, "", {}}, diagnostics);
    preview.show(site, diagnostics);
  }

  Reply reply(std::string_view path) { return preview.answer(preview.state(), path); }

  /// Names of the events for a page; its data stands in `data`.
  std::vector<std::string> events(OpenPage& page) {
    std::vector<std::string> names;
    while (const auto event = page.next(no_time)) {
      names.push_back(event->name);
      data = event->data;
    }
    return names;
  }

  OpenPage open(const std::string& path) {
    OpenPage page(preview, path, seen_text(*reply(path).bytes));
    events(page);
    return page;
  }

  Preview preview{"<p>waiting</p>"};
  std::string data;
};

using Names = std::vector<std::string>;

TEST_CASE("pages and files stand under the path of the site's address") {
  Shown shown;
  shown.show(tea_site());
  CHECK(shown.reply("/teas/").path.text() == "index.html");
  CHECK(shown.reply("/teas/about/").path.text() == "about/index.html");
  CHECK(shown.reply("/teas/about/index.html").path.text() == "about/index.html");
  CHECK(shown.reply("/teas/robots.txt").status == 200);
  CHECK_FALSE(shown.reply("/teas/robots.txt").is_page);
}

TEST_CASE("an address without its last slash leads to the page, the root to the site") {
  Shown shown;
  shown.show(tea_site());
  for (const auto& [from, to] : std::map<std::string, std::string>{
           {"/", "/teas/"}, {"/teas", "/teas/"}, {"/teas/about", "/teas/about/"}}) {
    CHECK(shown.reply(from).status == 302);
    CHECK(shown.reply(from).location == to);
  }
}

TEST_CASE("what the site does not have is answered with its 404 page") {
  Shown shown;
  shown.show(tea_site());
  const std::string nul("/teas/\0", 7);
  for (const std::string& path :
       {std::string("/teas/nothing/"), std::string("/about/"), std::string("/teas/../site.yaml"),
        std::string("/teas//etc/passwd"), std::string("//teas/"), std::string("/teas/models"),
        std::string(), std::string("teas/"), std::string("/teas/site.yaml"), nul}) {
    CAPTURE(path);
    CHECK(shown.reply(path).status == 404);
    CHECK(shown.reply(path).path.text() == "404.html");
    CHECK(shown.reply(path).location.empty());
  }
}

TEST_CASE("before there is a site, every path waits") {
  Shown shown;
  shown.show(MemoryFiles());
  CHECK(shown.reply("/").status == 503);
  CHECK(*shown.reply("/anything").bytes == "<p>waiting</p>");
  CHECK(shown.preview.state().mistakes.size() == 1);
}

TEST_CASE("the last good site stays until the mistakes are mended") {
  Shown shown;
  shown.show(tea_site("One."));
  MemoryFiles broken = tea_site("Two.");
  broken.add("site.yaml", "title: [");
  shown.show(broken);
  CHECK(shown.reply("/teas/about/").bytes->find("One.") != std::string::npos);
  CHECK_FALSE(shown.preview.state().mistakes.empty());
  shown.show(tea_site("Two."));
  CHECK(shown.reply("/teas/about/").bytes->find("Two.") != std::string::npos);
  CHECK(shown.preview.state().mistakes.empty());
}

TEST_CASE("a page with a mistake of its own is what it last was, with its style") {
  Shown shown;
  shown.show(tea_site("One."));
  const auto good = shown.reply("/teas/about/").bytes;
  const PlannedAsset* style =
      shown.preview.state().site->plan().find_asset(AssetKind::stylesheet);
  REQUIRE(style);
  const std::string style_path = "/teas/" + style->path.text();
  const auto good_style = shown.reply(style_path).bytes;
  MemoryFiles broken = tea_site("Two.");
  broken.add("templates/pages/content.html", "{{ nobody.knows }}");
  broken.add("themes/annual/extra.css", "h1 { margin: 0; }");
  shown.show(broken);
  const Reply reply = shown.reply("/teas/about/");
  CHECK(reply.status == 200);
  CHECK(*reply.bytes == *good);
  REQUIRE(reply.mistakes.size() == 1);
  CHECK(reply.mistakes[0].path == "templates/pages/content.html");
  CHECK(shown.reply(style_path).status == 200);
  CHECK(*shown.reply(style_path).bytes == *good_style);
  CHECK(shown.reply("/teas/theme/never.css").status == 404);
}

TEST_CASE("a page that never was good waits with its mistakes") {
  Shown shown;
  MemoryFiles broken = tea_site();
  broken.add("templates/pages/content.html", "{{ nobody.knows }}");
  broken.add("templates/pages/content.md", "{{ nobody.knows }}");
  shown.show(broken);
  CHECK(shown.reply("/teas/about/").status == 500);
  CHECK(*shown.reply("/teas/about/").bytes == "<p>waiting</p>");
  CHECK(shown.reply("/teas/about/").mistakes.size() == 2);
  CHECK(shown.reply("/teas/about/index.md").status == 500);
}

TEST_CASE("an open page is told to reload when its bytes change, and of nothing else") {
  Shown shown;
  shown.show(tea_site("One."));
  OpenPage about = shown.open("/teas/about/"), home = shown.open("/teas/models/tea/");
  shown.show(tea_site("Two."));
  CHECK(shown.events(about) == Names{"reload"});
  CHECK(shown.events(home) == Names{});
  shown.show(tea_site("Two."));
  CHECK(shown.events(about) == Names{});
}

TEST_CASE("a page that has become old while nobody listened reloads at once") {
  Shown shown;
  shown.show(tea_site("One."));
  const std::string seen = seen_text(*shown.reply("/teas/about/").bytes);
  shown.show(tea_site("Two."));
  OpenPage page(shown.preview, "/teas/about/", seen);
  CHECK(shown.events(page).front() == "reload");
}

TEST_CASE("a style sheet alone is told by its old and its new name") {
  Shown shown;
  shown.show(tea_site());
  OpenPage page = shown.open("/teas/about/");
  const auto style = [&] {
    return *shown.preview.state().site->plan().find_asset(AssetKind::stylesheet);
  };
  const PlannedAsset before = style();
  MemoryFiles other = tea_site();
  other.add("themes/annual/extra.css", "h1 { margin: 0; }");
  shown.show(other);
  const PlannedAsset after = style();
  CHECK(before.path != after.path);
  CHECK(shown.events(page) == Names{"style"});
  CHECK(shown.data == R"({"old":"/teas/)" + before.path.text() + R"(","new":"/teas/)" +
                          after.path.text() + R"(","integrity":")" + after.integrity + R"("})");
  MemoryFiles both = tea_site("Two.");
  shown.show(both);
  CHECK(shown.events(page) == Names{"reload"});
}

TEST_CASE("mistakes are told once, and that they are mended") {
  Shown shown;
  shown.show(tea_site());
  OpenPage page = shown.open("/teas/about/");
  MemoryFiles broken = tea_site();
  broken.add("site.yaml", "title: [");
  shown.show(broken);
  CHECK(shown.events(page) == Names{"mistakes"});
  CHECK(shown.data.starts_with(R"(["site.yaml:)"));
  shown.show(broken);
  CHECK(shown.events(page) == Names{});
  shown.show(tea_site());
  CHECK(shown.events(page) == Names{"mended"});
}

TEST_CASE("the page that waits reloads when there is a site") {
  Shown shown;
  shown.show(MemoryFiles());
  OpenPage page(shown.preview, "/teas/about/", seen_text("<p>waiting</p>"));
  CHECK(shown.events(page) == Names{"mistakes"});
  shown.show(tea_site());
  CHECK(shown.events(page) == Names{"reload", "mended"});
}

TEST_CASE("whoever waits is woken at the end") {
  Preview preview("");
  preview.close();
  CHECK(preview.is_closed());
  CHECK_FALSE(preview.wait_for_change(0, std::chrono::hours(1)));
}

TEST_CASE("the script stands at the end of the body and knows what the page shows") {
  const std::string page = "<body><p>x</p></body></html>\n";
  const std::string live = with_live_script(page);
  CHECK(live == "<body><p>x</p><script defer src=\"/.stagecraft/live.js\" data-seen=\"" +
                    seen_text(page) + "\"></script>\n</body></html>\n");
  CHECK(with_live_script("text").starts_with("text<script "));
}

TEST_CASE("headers are those of the manual's page about hosting") {
  SiteSettings settings;
  settings.self_assessments.resize(2);
  settings.self_assessments[0].model = ModelId("tea");
  settings.self_assessments[0].embed_on = {"https://a.example", "https://b.example"};
  settings.self_assessments[1].model = ModelId("coffee");
  const auto headers = [&](const char* path) { return headers_of(OutputPath(path), settings); };
  const Headers::value_type alone{"Content-Security-Policy", "frame-ancestors 'none'"};
  const Headers::value_type fresh{"Cache-Control", "no-cache"};
  CHECK(headers("index.html") == Headers{fresh, alone});
  CHECK(headers("assess/tea/index.html") == Headers{fresh, alone});
  const Headers::value_type framed{"Content-Security-Policy",
                                   "frame-ancestors https://a.example https://b.example"};
  CHECK(headers("assess/tea/embed/index.html") == Headers{fresh, framed});
  CHECK(headers("assess/coffee/embed/index.html") == Headers{fresh});
  CHECK(headers("reports/abc/index.html") == Headers{fresh, alone, {"X-Robots-Tag", "noindex"}});
  CHECK(headers("theme/a.12345678.css") ==
        Headers{{"Cache-Control", "public, max-age=31536000, immutable"}});
}

}  // namespace
}  // namespace stagecraft
