#include "load/load_pages.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// A model "tea" with a stage "pot" and a KPI "warmth".
std::vector<MaturityModel> tea() {
  MaturityModel model;
  model.id = ModelId("tea");
  model.stages.resize(1);
  model.stages[0].id = StageId("pot");
  Kpi warmth;
  warmth.id = KpiId("warmth");
  model.kpis.push_back(warmth);
  return {model};
}

struct Loaded {
  PageCollection collection;
  std::string messages;
};

Loaded load(std::map<std::string, std::string, std::less<>> files) {
  const MemoryFiles project(std::move(files)), built_in;
  const FileTree project_tree{project, ""}, built_in_tree{built_in, "<built-in>/"};
  Diagnostics diagnostics;
  Loaded loaded;
  loaded.collection = load_pages(Layers(project_tree, built_in_tree), {"content/pages", Route("/")},
                                 tea(), {}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    loaded.messages += format_diagnostic(diagnostic);
  return loaded;
}

/// The messages for one page with this text below a good front matter.
std::string messages_for(const std::string& text) {
  return load({{"content/pages/a.md", "---\ntitle: A\n---\n" + text}}).messages;
}

TEST_CASE("the path of a file is the route of its page") {
  const std::string page = "---\ntitle: T\n---\n";
  const Loaded loaded = load({{"content/pages/about.md", page},
                              {"content/pages/guides/index.md", page},
                              {"content/pages/guides/first-steps.md", page}});
  REQUIRE(loaded.collection.pages.size() == 3);
  CHECK(loaded.collection.pages[0].route == Route("/about/"));
  CHECK(loaded.collection.pages[1].route == Route("/guides/first-steps/"));
  CHECK(loaded.collection.pages[2].route == Route("/guides/"));
}

TEST_CASE("a page needs a title") {
  CHECK_THAT(load({{"content/pages/a.md", "Hello.\n"}}).messages,
             Catch::Contains("content/pages/a.md:1:1: error: the page has no title"));
  CHECK_THAT(load({{"content/pages/a.md", "---\ndescription: D\n---\n"}}).messages,
             Catch::Contains("the page has no 'title'"));
}

TEST_CASE("a text that begins with its title does not show it twice, and keeps its levels") {
  const auto page = [](const std::string& text) {
    const Loaded loaded = load({{"content/pages/a.md", "---\ntitle: A b\n---\n" + text}});
    REQUIRE(loaded.collection.pages.size() == 1);
    return loaded.collection.pages[0];
  };
  for (const char* title : {"\n# A b\n", "# A b  \r\n"}) {
    const ContentPage found = page(title + std::string("\n## C\n\n[d](e.md)\n"));
    CHECK(found.body.html == "<h2 id=\"c\">C</h2>\n<p><a href=\"e.md\">d</a></p>\n");
    CHECK(found.markdown == "\n## C\n\n[d](e.md)\n");
    CHECK(found.body.source->text().substr(found.body_offset) == found.markdown);
  }
  CHECK(page("# A b").body.html.empty());
  CHECK(page("# A b c\n").body.outline.size() == 1);
  CHECK(page("text\n\n# A b\n").body.outline.size() == 1);
}

TEST_CASE("unknown front matter is refused where it stands") {
  CHECK_THAT(load({{"content/pages/a.md", "---\ntitle: T\ntitel: T\n---\n"}}).messages,
             Catch::Contains("content/pages/a.md:3:1: error: unknown key 'titel'"));
}

TEST_CASE("names that are no ids are refused") {
  for (const char* path :
       {"content/pages/About Us.md", "content/pages/con..md", "content/pages/A.md"})
    CHECK_THAT(load({{path, "---\ntitle: T\n---\n"}}).messages,
               Catch::Contains("the path of a page is made of ids"));
}

TEST_CASE("the topmost headings of a text become h2, whatever level they are written at") {
  for (const char* text : {"# One\n## Two\n", "## One\n### Two\n", "### One\n#### Two\n"}) {
    const Loaded loaded =
        load({{"content/pages/a.md", std::string("---\ntitle: T\n---\n") + text}});
    const auto& outline = loaded.collection.pages.at(0).body.outline;
    REQUIRE(outline.size() == 2);
    CHECK(outline[0].level == 2);
    CHECK(outline[1].level == 3);
  }
}

TEST_CASE("without a description the first words serve") {
  const Loaded loaded =
      load({{"content/pages/a.md", "---\ntitle: T\n---\nFirst *words*.\n\nMore.\n"}});
  CHECK_THAT(loaded.collection.pages.at(0).description, Catch::StartsWith("First words."));
}

TEST_CASE("good shortcodes are silent") {
  CHECK(messages_for("{{< kpi model=\"tea\" kpi=\"warmth\" stage=\"pot\" >}}\n\n"
                     "{{< ladder model=\"tea\" >}}\n\n{{< note text=\"x\" >}}\n") == "");
}

TEST_CASE("an unknown shortcode is named with the choices") {
  CHECK_THAT(messages_for("{{< ladders model=\"tea\" >}}\n"),
             Catch::Contains("content/pages/a.md:4:5: error: unknown shortcode 'ladders'") &&
                 Catch::Contains("did you mean 'ladder'?"));
}

TEST_CASE("a shortcode's arguments are checked one by one") {
  CHECK_THAT(messages_for("{{< kpi model=\"tea\" kpi=\"warmth\" >}}\n"),
             Catch::Contains("the shortcode 'kpi' needs 'stage'"));
  CHECK_THAT(messages_for("{{< note txt=\"x\" >}}\n"),
             Catch::Contains("unknown argument 'txt' of 'note'"));
  CHECK_THAT(messages_for("{{< kpi model=\"tea\" kpi=\"warmt\" stage=\"pot\" >}}\n"),
             Catch::Contains(":4:25: error: unknown KPI 'warmt'"));
  CHECK_THAT(messages_for("{{< ladder model=\"coffee\" >}}\n"),
             Catch::Contains("unknown model 'coffee'"));
}

TEST_CASE("files beside pages know their size when they are images") {
  const Loaded loaded = load({{"content/pages/a.svg", "<svg viewBox=\"0 0 40 20\"></svg>"},
                              {"content/pages/agenda.pdf", "%PDF"}});
  REQUIRE(loaded.collection.files.size() == 2);
  CHECK(loaded.collection.files[0].width == 40);
  CHECK(loaded.collection.files[0].path == OutputPath("a.svg"));
  CHECK(loaded.collection.files[1].width == 0);
}

}  // namespace
}  // namespace stagecraft
