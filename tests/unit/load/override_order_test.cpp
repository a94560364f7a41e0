// Which file counts when several have the same path: the project's own, then the project's copy of
// the theme, then the built-in theme, then the built-in one. One test per kind of file.
#include <string>

#include "load/load_project.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

const std::string theme = "themes/annual/";

std::string model_called(const std::string& title) {
  return R"({"id": "tea", "title": ")" + title + R"(", "version": "1", "summary": "Tea.",
             "stages": [{"id": "bag", "title": "Bag"}, {"id": "pot", "title": "Pot"}]})";
}

/// A project that loads, to which a test adds layer by layer, the lowest first.
struct Layered {
  MemoryFiles project{
      {{"site.yaml",
        "{title: Tea, description: Tea., base_url: https://tea.example, models: [tea]}"}}};
  MemoryFiles built_in{{{"content/strings/en.yaml", "greeting: built in\nfarewell: built in\n"},
                        {"content/models/tea/model.yaml", model_called("built in")},
                        {"themes/annual/base.css", "p{}"}}};

  Project loaded() const {
    Diagnostics diagnostics;
    std::optional<Project> project_read =
        load_project({project, ""}, {built_in, "<built-in>/"}, {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.sorted())
      UNSCOPED_INFO(format_diagnostic(diagnostic));
    REQUIRE(project_read);
    return std::move(*project_read);
  }
};

TEST_CASE("templates: project, the project's theme, the built-in theme, built-in") {
  Layered tree;
  const auto home = [&] { return tree.loaded().templates.at("pages/home.html")->text(); };
  tree.built_in.add("templates/pages/home.html", "built in");
  tree.built_in.add("templates/pages/stage.html", "built in");
  CHECK(home() == "built in");
  tree.built_in.add(theme + "templates/pages/home.html", "built-in theme");
  CHECK(home() == "built-in theme");
  tree.project.add(theme + "templates/pages/home.html", "the project's theme");
  CHECK(home() == "the project's theme");
  tree.project.add("templates/pages/home.html", "project");
  CHECK(home() == "project");
  CHECK(tree.loaded().templates.at("pages/stage.html")->text() == "built in");
}

TEST_CASE("templates: every layer can add one that no other has") {
  Layered tree;
  tree.built_in.add("templates/a.html", "a");
  tree.built_in.add(theme + "templates/b.html", "b");
  tree.project.add(theme + "templates/c.html", "c");
  tree.project.add("templates/d.html", "d");
  const Project project = tree.loaded();
  for (const char* name : {"a.html", "b.html", "c.html", "d.html"})
    CHECK(project.templates.contains(name));
}

TEST_CASE("texts: one by one, project, the project's theme, the built-in theme, built-in") {
  Layered tree;
  const auto greeting = [&] { return tree.loaded().strings.at("greeting"); };
  CHECK(greeting() == "built in");
  tree.built_in.add(theme + "content/strings/en.yaml", "greeting: built-in theme\n");
  CHECK(greeting() == "built-in theme");
  tree.project.add(theme + "content/strings/en.yaml", "greeting: the project's theme\n");
  CHECK(greeting() == "the project's theme");
  tree.project.add("content/strings/en.yaml", "greeting: project\n");
  CHECK(greeting() == "project");
  CHECK(tree.loaded().strings.at("farewell") == "built in");
}

TEST_CASE("models: project, the project's theme, the built-in theme, built-in") {
  Layered tree;
  const auto title = [&] { return tree.loaded().models.at(0).title; };
  const std::string path = "content/models/tea/model.yaml";
  CHECK(title() == "built in");
  tree.built_in.add(theme + path, model_called("built-in theme"));
  CHECK(title() == "built-in theme");
  tree.project.add(theme + path, model_called("the project's theme"));
  CHECK(title() == "the project's theme");
  tree.project.add(path, model_called("project"));
  CHECK(title() == "project");
}

TEST_CASE(
    "models: the project's JSON hides the built-in YAML, and in one folder YAML comes first") {
  Layered tree;
  tree.project.add("content/models/tea/model.json", model_called("JSON"));
  CHECK(tree.loaded().models.at(0).title == "JSON");
  tree.project.add("content/models/tea/model.yaml", model_called("YAML"));
  CHECK(tree.loaded().models.at(0).title == "YAML");
}

TEST_CASE("style sheets: the project's theme file by file, then the built-in theme") {
  Layered tree;
  tree.built_in.add(theme + "print.css", "built in");
  CHECK(tree.loaded().assets.at("base.css").bytes == "p{}");
  tree.project.add(theme + "base.css", "p{margin:0}");
  tree.project.add(theme + "extra.css", "a{}");
  const Project project = tree.loaded();
  CHECK(project.assets.at("base.css").bytes == "p{margin:0}");
  CHECK(project.assets.at("extra.css").bytes == "a{}");
  CHECK(project.assets.at("print.css").bytes == "built in");
}

TEST_CASE("other files of a theme: the project's theme, then the built-in theme") {
  Layered tree;
  const auto icon = [&] { return tree.loaded().assets.at("icon.svg").bytes; };
  tree.built_in.add(theme + "icon.svg", "built in");
  CHECK(icon() == "built in");
  tree.project.add(theme + "icon.svg", "project");
  CHECK(icon() == "project");
  tree.project.add(theme + "fonts/text.woff2", "a font");
  CHECK(tree.loaded().assets.at("fonts/text.woff2").bytes == "a font");
}

TEST_CASE("the colours of pictures come from the tokens that count") {
  Layered tree;
  const auto accent = [&] { return colour_text(tree.loaded().palette->accent); };
  const std::string start = ":root{--paper:#ffffff;--ink:#000000;--accent:";
  tree.built_in.add(theme + "tokens.css", start + "#111111}");
  CHECK(accent() == "#111111");
  tree.project.add(theme + "tokens.css", start + "#222222}");
  CHECK(accent() == "#222222");
}

TEST_CASE("what a theme overrides is not published as a file of it") {
  Layered tree;
  tree.project.add(theme + "templates/pages/home.html", "x");
  tree.project.add(theme + "content/strings/en.yaml", "greeting: x\n");
  CHECK(tree.loaded().assets.size() == 1);
}

TEST_CASE("a theme that the project brings along needs no built-in counterpart") {
  Layered tree;
  tree.project.add("site.yaml",
                   "{title: Tea, description: Tea., base_url: https://tea.example, "
                   "models: [tea], theme: own}");
  tree.project.add("themes/own/base.css", "own");
  tree.project.add(theme + "base.css", "of another theme");
  CHECK(tree.loaded().assets.at("base.css").bytes == "own");
}

TEST_CASE("another theme's files override nothing") {
  Layered tree;
  tree.built_in.add("templates/a.html", "built in");
  tree.project.add("themes/other/templates/a.html", "other");
  tree.project.add("themes/other/content/strings/en.yaml", "greeting: other\n");
  const Project project = tree.loaded();
  CHECK(project.templates.at("a.html")->text() == "built in");
  CHECK(project.strings.at("greeting") == "built in");
}

}  // namespace
}  // namespace stagecraft
