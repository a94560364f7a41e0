#include "load/load_assets.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// A theme with a font in a folder, a picture and the style sheet `name` that says `css`.
struct Theme {
  explicit Theme(const std::string& css, const std::string& name = "base.css") {
    files.add("themes/look/" + name, css);
  }

  std::map<std::string, Asset, std::less<>> load() {
    const FileTree project{files, ""}, built_in{nothing, "<built-in>/"};
    return load_assets(Layers(project, built_in), {"look"}, diagnostics);
  }

  /// Every message in order, as people see it.
  std::string messages() {
    load();
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) text += format_diagnostic(diagnostic);
    return text;
  }

  MemoryFiles files{{{"themes/look/fonts/text.woff2", "font"},
                     {"themes/look/mark 1.svg", "picture"},
                     {"themes/look/print.css", ""}}};
  MemoryFiles nothing;
  Diagnostics diagnostics;
};

/// Which file, and what follows its name, `css` means by its only reference.
std::string meant_by(const std::string& css, const std::string& name = "base.css") {
  Theme theme(css, name);
  const auto assets = theme.load();
  CHECK(theme.messages() == "");
  const std::vector<AssetReference>& references = assets.at(name).references;
  return references.size() == 1 ? references[0].asset + "|" + references[0].rest : "";
}

TEST_CASE("a style sheet names files seen from its own folder") {
  CHECK(meant_by("a{src:url(fonts/text.woff2)}") == "fonts/text.woff2|");
  CHECK(meant_by("a{src:url(./fonts/../fonts//text.woff2)}") == "fonts/text.woff2|");
  CHECK(meant_by("a{src:url(text.woff2)}", "fonts/faces.css") == "fonts/text.woff2|");
  CHECK(meant_by("a{src:url('../mark 1.svg')}", "fonts/faces.css") == "mark 1.svg|");
}

TEST_CASE("encoded names, queries and fragments are understood") {
  CHECK(meant_by("a{mask:url(mark%201.svg#tip)}") == "mark 1.svg|#tip");
  CHECK(meant_by("a{mask:url('mark 1.svg?v=2#tip')}") == "mark 1.svg|?v=2#tip");
}

TEST_CASE("what needs no file is left as it is") {
  CHECK(meant_by("a{mask:url(#tip)} b{mask:url(data:image/png;base64,AAAA)}") == "");
}

TEST_CASE("a file that is not there is reported where it is named") {
  CHECK(Theme("p{}\na{src:url(fonts/test.woff2)}").messages() ==
        "themes/look/base.css:2:11: error: the theme has no file 'fonts/test.woff2'\n"
        "   2 | a{src:url(fonts/test.woff2)}\n"
        "     |           ^~~~~~~~~~~~~~~~\n"
        "  did you mean 'fonts/text.woff2'?\n");
}

TEST_CASE("a reference that leaves the theme or the site is reported") {
  for (const char* address : {"../other/a.png", "/a.png", "fonts/../../a.png"})
    CHECK_THAT(Theme(std::string("a{src:url(") + address + ")}").messages(),
               Catch::Contains("leads out of the theme"));
  for (const char* address :
       {"https://a.example/a.png", "//a.example/a.png", "HTTP:a", "file:///a"})
    CHECK_THAT(Theme(std::string("a{src:url(") + address + ")}").messages(),
               Catch::Contains("is on another host"));
}

TEST_CASE("style sheets cannot name each other, because they are joined") {
  CHECK_THAT(Theme("@import 'print.css';").messages(),
             Catch::StartsWith("themes/look/base.css:1:9: error: 'print.css' is imported"));
  CHECK_THAT(Theme("a{src:url(print.css)}").messages(),
             Catch::Contains("is not published on its own"));
}

TEST_CASE("all mistakes of all style sheets are reported in one run") {
  Theme theme("a{src:url(x)}b{src:url(y)}");
  theme.files.add("themes/look/print.css", "a{src:url(z)}");
  theme.load();
  CHECK(theme.diagnostics.error_count() == 3);
}

/// A theme whose script app.js says `script`, with two more below parts/.
struct ScriptedTheme : Theme {
  explicit ScriptedTheme(const std::string& script,
                         const std::string& part = "export const a = 1;")
      : Theme(script, "app.js") {
    files.add("themes/look/parts/a.js", part);
    files.add("themes/look/parts/b.js", "export const b = 1;");
  }
};

TEST_CASE("a script names others seen from its own folder") {
  const auto assets =
      ScriptedTheme("import { a } from './parts/a.js';", "export * from \"./b.js\"").load();
  CHECK(assets.at("app.js").references.at(0).asset == "parts/a.js");
  CHECK(assets.at("parts/a.js").references.at(0).asset == "parts/b.js");
  CHECK(ScriptedTheme("import '../app.js';").messages() != "");
}

TEST_CASE("a script that is not there is reported where it is named") {
  CHECK(ScriptedTheme("import { a } from './parts/c.js';").messages() ==
        "themes/look/app.js:1:19: error: the theme has no file 'parts/c.js'\n"
        "   1 | import { a } from './parts/c.js';\n"
        "     |                   ^~~~~~~~~~~~~~\n"
        "  did you mean 'parts/a.js'?\n");
}

TEST_CASE("a script names files, scripts of the theme, at its top") {
  CHECK_THAT(ScriptedTheme("import x from 'lodash';").messages(),
             Catch::Contains("'lodash' is not the name of a file") &&
                 Catch::Contains("as './lodash'"));
  CHECK_THAT(ScriptedTheme("import x from 'https://a.example/x.js';").messages(),
             Catch::Contains("is on another host"));
  CHECK_THAT(ScriptedTheme("import x from './print.css';").messages(),
             Catch::Contains("is not published on its own"));
  CHECK_THAT(ScriptedTheme("import x from './mark%201.svg';").messages(),
             Catch::Contains("'mark 1.svg' is no script"));
  CHECK_THAT(ScriptedTheme("let x;\nimport './parts/a.js';").messages(),
             Catch::Contains("is imported behind other code"));
}

TEST_CASE("scripts that import each other in a circle are reported where it closes") {
  ScriptedTheme theme("import './parts/a.js';", "import '../app.js';");
  CHECK_THAT(theme.messages(),
             Catch::StartsWith("themes/look/parts/a.js:1:8: error: 'app.js' imports this script"));
  CHECK(theme.diagnostics.error_count() == 1);
  CHECK_THAT(ScriptedTheme("import './app.js';").messages(),
             Catch::Contains("imports this script"));
}

}  // namespace
}  // namespace stagecraft
