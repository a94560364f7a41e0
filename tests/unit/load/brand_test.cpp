#include <string>

#include "base/contrast.h"
#include "load/load_project.h"
#include "load/theme_colours.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

const char* const site_text = R"(title: Tea rooms
description: Which tea room is how good.
base_url: https://tea.example
models: [tea]
brand:
)";

const char* const model_text = R"({id: tea, title: Tea, version: "1", summary: Tea.,
  stages: [{id: bag, title: Bag}, {id: pot, title: Pot}]})";

const char* const tokens =
    ":root { --paper: #ffffff; --ink: #000000; --accent: #0b5a50; }\n"
    "@media (prefers-color-scheme: dark) { :root { --paper: #000000; } }\n";

const std::string svg_start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 30\">";

/// A project whose brand is `brand`, in YAML without its indentation of two blanks.
struct Branded {
  explicit Branded(const std::string& brand,
                   std::map<std::string, std::string, std::less<>> beside = {})
      : files(std::move(beside)) {
    files.add("site.yaml", site_text + brand);
    files.add("content/models/tea/model.yaml", model_text);
  }

  std::optional<Project> load() {
    return load_project({files, ""}, {built_in, "<built-in>/"}, {}, diagnostics);
  }

  /// Every message in order, as people see it.
  std::string messages() {
    load();
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) text += format_diagnostic(diagnostic);
    return text;
  }

  MemoryFiles files;
  MemoryFiles built_in{
      {{"content/strings/en.yaml", "greeting: hello\n"}, {"themes/annual/tokens.css", tokens}}};
  Diagnostics diagnostics;
};

Branded with_logo(const std::string& name, std::string bytes) {
  return Branded("  logo: " + name + "\n", {{name, std::move(bytes)}});
}

/// The messages about a logo that holds `inside`.
std::string about_svg(const std::string& inside) {
  return with_logo("logo.svg", svg_start + "\n" + inside + "\n</svg>\n").messages();
}

std::string png(std::string_view size) {
  return "\x89PNG\r\n\x1A\n" + std::string("\0\0\0\x0DIHDR", 8) + std::string(size) + "\x08";
}

TEST_CASE("a readable accent is used as it is, in pictures too") {
  Branded branded("  name: The Cosy\n  accent: \"#aa0000\"\n");
  const std::optional<Project> project = branded.load();
  REQUIRE(project);
  CHECK(project->settings.brand.name == "The Cosy");
  CHECK(project->settings.brand.accent == Colour{0xAA, 0, 0});
  CHECK(project->palette->accent == Colour{0xAA, 0, 0});
  CHECK(branded.diagnostics.warning_count() == 0);
}

TEST_CASE("an accent that cannot be read is adjusted and the build says how") {
  Branded branded("  accent: \"#777777\"\n");
  const std::string messages = branded.messages();
  CHECK_THAT(messages, Catch::StartsWith(
                           "site.yaml:6:11: warning: accent '#777777' has a contrast of 4.4 on the "
                           "theme's paper; '#7") &&
                           Catch::Contains("is used, with 4.5\n   6 |   accent: \"#777777\"\n"));
  CHECK(contrast(*branded.load()->settings.brand.accent, {255, 255, 255}) >= 4.5);
}

TEST_CASE("a dark accent is made from the light one without a word") {
  Branded branded("  accent: \"#550000\"\n");
  const std::optional<Project> project = branded.load();
  CHECK(branded.diagnostics.warning_count() == 0);
  REQUIRE(project->settings.brand.accent_dark);
  CHECK(contrast(*project->settings.brand.accent_dark, {0, 0, 0}) >= 4.5);
}

TEST_CASE("a dark accent that is given is measured on dark paper") {
  CHECK_THAT(
      Branded("  accent_dark: \"#333333\"\n").messages(),
      Catch::StartsWith("site.yaml:6:16: warning: accent_dark '#333333' has a contrast of 1.6 on "
                        "the theme's dark paper; "));
}

TEST_CASE("a theme that does not say its paper cannot keep a contrast") {
  Branded branded("  accent: \"#777777\"\n");
  branded.built_in.add("themes/annual/tokens.css", ":root { --paper: white; }");
  CHECK_THAT(branded.messages(),
             Catch::StartsWith("site.yaml:6:11: error: the theme 'annual' does not "
                               "say what colour paper is"));
  Branded half_said("  accent: \"#777777\"\n");
  half_said.built_in.add(
      "themes/annual/tokens.css",
      "a{--paper: #ffffff} @media (prefers-color-scheme:dark){a{--paper: black}}");
  CHECK_THAT(half_said.messages(), Catch::Contains("does not say what colour dark paper is"));
}

TEST_CASE("a theme without dark surroundings has no use for a dark accent") {
  Branded branded("  accent: \"#aa0000\"\n  accent_dark: \"#ff0000\"\n");
  branded.built_in.add("themes/annual/tokens.css", "a{--paper: #ffffff}");
  CHECK_THAT(branded.messages(),
             Catch::StartsWith("site.yaml:7:16: warning: the theme 'annual' looks the "
                               "same in dark surroundings"));
  CHECK_FALSE(branded.load()->settings.brand.accent_dark);
}

TEST_CASE("colours of a theme are read around comments, for light and dark") {
  const ThemeColours colours = theme_colours(
      "/* --paper: #111111; (prefers-color-scheme: dark) */ a{--paper: #222222; --ink:#333333;\n"
      "--accent:#444444} @media ( prefers-color-scheme : dark ){a{--paper:#555555}}");
  CHECK(colours.paper == Colour{0x22, 0x22, 0x22});
  CHECK(colours.dark_paper == Colour{0x55, 0x55, 0x55});
  CHECK(colours.pictures->accent == Colour{0x44, 0x44, 0x44});
}

TEST_CASE("what is no colour is refused where it stands") {
  CHECK(Branded("  accent: orange\n").messages() ==
        "site.yaml:6:11: error: 'orange' is not a colour\n"
        "   6 |   accent: orange\n"
        "     |           ^~~~~~\n"
        "  a colour is '#' and six hexadecimal digits, in quotes: \"#0b5a50\"\n");
  CHECK_THAT(Branded("  accent_dark: \"#12345\"\n").messages(), Catch::Contains("is not a colour"));
  CHECK_THAT(Branded("  accent: #ff8800\n").messages(),
             Catch::Contains("'accent' of the brand has no value") && Catch::Contains("in quotes"));
  CHECK_THAT(Branded("  acent: \"#ff8800\"\n").messages(),
             Catch::Contains("unknown key 'acent' in the brand"));
  CHECK_THAT(Branded("  - a\n").messages(), Catch::Contains("the brand must be a map"));
}

TEST_CASE("a logo is read with the ratio of its sides") {
  Branded svg = with_logo("brand/logo.svg", svg_start + "<path d=\"M0 0h9\"/></svg>");
  const std::optional<Project> project = svg.load();
  REQUIRE(project);
  CHECK(project->logo->width == 128);
  CHECK(project->logo->height == 32);
  CHECK_FALSE(project->logo->adapts);

  Branded bitmap = with_logo("logo.png", png(std::string_view("\0\0\1\0\0\0\1\0", 8)));
  REQUIRE(bitmap.load());
  CHECK(bitmap.load()->logo->width == 32);
  CHECK(bitmap.load()->logo->format == LogoFormat::png);
}

TEST_CASE("the sides of an SVG are those of its viewBox, else its own") {
  const auto width_of = [](const std::string& attributes) {
    Branded branded =
        with_logo("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + "/>");
    const std::optional<Project> project = branded.load();
    return project ? project->logo->width : 0;
  };
  CHECK(width_of("width='1' height='1' viewBox='-5,-5 12.5 .5'") == 800);
  CHECK(width_of("viewBox='0 0 2 1' width='100%' height='3'") == 64);
  CHECK(width_of("width='64px' height='64'") == 32);
  CHECK(width_of("viewBox='0 0 1 100'") == 1);
  CHECK(width_of("width='100%' height='100%'") == 0);
  CHECK(width_of("viewBox='0 0 0 5'") == 0);
  CHECK(width_of("") == 0);
}

TEST_CASE("a logo that asks for dark surroundings adapts") {
  Branded branded = with_logo(
      "logo.svg",
      svg_start + "<style>@media (prefers-color-scheme:dark){path{fill:red}}</style></svg>");
  CHECK(branded.load()->logo->adapts);
}

TEST_CASE("a logo that is no file of the project is refused where it is named") {
  CHECK(Branded("  logo: logo.svg\n").messages() ==
        "site.yaml:6:9: error: the logo 'logo.svg': there is no such file\n"
        "   6 |   logo: logo.svg\n"
        "     |         ^~~~~~~~\n");
  CHECK_THAT(Branded("  logo: ../logo.svg\n").messages(), Catch::Contains("leaves the project"));
  CHECK_THAT(Branded("  logo: /logo.svg\n").messages(), Catch::Contains("leaves the project"));
  Branded linked("  logo: logo.svg\n");
  linked.files.add_symlink("logo.svg");
  CHECK_THAT(linked.messages(), Catch::Contains("'logo.svg': is a symbolic link"));
  CHECK_THAT(with_logo("logo.gif", "GIF89a").messages(),
             Catch::Contains("the logo 'logo.gif' is neither an SVG nor a PNG file"));
  CHECK_THAT(with_logo("logo.svg", std::string(102401, ' ')).messages(),
             Catch::Contains("has 102401 bytes, more than the 102400 allowed"));
  CHECK_THAT(with_logo("logo.png", "GIF89a").messages(),
             Catch::Contains("logo.png: error: is not a PNG picture"));
}

TEST_CASE("an SVG that could run something is refused at the element") {
  CHECK(about_svg("  <script>alert(1)</script>") ==
        "logo.svg:2:3: error: the element 'script' is not allowed in a logo\n"
        "   2 |   <script>alert(1)</script>\n"
        "     |   ^~~~~~~\n");
  const std::vector<std::pair<std::string, std::string>> refused{
      {"<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "the element 'script'"},
      {"<foreignObject/>", "the element 'foreignObject'"},
      {"<h:img xmlns:h='http://www.w3.org/1999/xhtml'/>", "the HTML element 'img'"},
      {"<path onclick='x()'/>", "the event handler 'onclick'"},
      {"<path ONLOAD='x()'/>", "the event handler 'ONLOAD'"},
      {"<a href='java&#9;script:x()'/>", "'href' holds 'javascript:'"},
      {"<set attributeName='fill' to=' JavaScript:x()'/>", "'to' holds 'javascript:'"},
      {"<set attributeName='xlink:href' to='#a'/>", "animating a link"},
      {"<g xml:base='https://a.example/'/>", "the attribute 'base'"}};
  for (const auto& [inside, message] : refused)
    CHECK_THAT(about_svg(inside), Catch::StartsWith("logo.svg:2:1: error: " + message));
}

TEST_CASE("an SVG that could load something is refused at the element") {
  for (const char* inside :
       {"<image href='https://a.example/a.png'/>", "<image href='a.png'/>", "<use href='b.svg#a'/>",
        "<use xmlns:x='http://www.w3.org/1999/xlink' x:href='//a.example/b.svg'/>",
        "<image href='data:image/svg+xml,x'/>", "<image href='data:image/pngx'/>",
        "<path fill='url(https://a.example/#a)'/>", "<path style='fill:u\\52l(b.svg#a)'/>",
        "<style>path{fill:url(b.svg#a)}</style>",
        "<style><![CDATA[path{fill:url(b.svg#a)}]]></style>"})
    CHECK_THAT(about_svg(inside), Catch::StartsWith("logo.svg:2:1: error: the reference to '") &&
                                      Catch::Contains("' leads out of the logo"));
  CHECK_THAT(about_svg("<style>@import 'a.css';</style>"), Catch::Contains("imports 'a.css'"));
}

TEST_CASE("an SVG may refer to its own parts and to bitmaps in it") {
  CHECK(about_svg("<use href='#a'/><path fill='url(#g)'/><image href='data:image/png;base64,AAAA'/>"
                  "<style>path{fill:url('#g')}</style>") == "");
}

TEST_CASE("an SVG that is not well-formed is refused at line and column") {
  CHECK_THAT(about_svg("  <path"),
             Catch::StartsWith("logo.svg:3:1: error: this is not well-formed XML"));
  CHECK_THAT(with_logo("logo.svg", "<html/>").messages(),
             Catch::StartsWith("logo.svg:1:1: error: this is no SVG"));
}

}  // namespace
}  // namespace stagecraft
