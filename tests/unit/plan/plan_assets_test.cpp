#include "plan/plan_assets.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// A project with these files of its theme, which is called "look".
Project with_theme(std::map<std::string, Asset, std::less<>> assets) {
  Project project;
  project.settings.theme = "look";
  project.assets = std::move(assets);
  return project;
}

/// The style sheet `css`, in which `address` means the theme's file `asset`.
Asset naming(std::string css, const std::string& address, std::string asset,
             std::string rest = "") {
  const std::size_t at = css.find(address);
  return {std::move(css), {{at, address.size(), std::move(asset), std::move(rest)}}};
}

std::vector<std::string> paths_of(const Project& project) {
  std::vector<std::string> paths;
  for (const PlannedAsset& asset : plan_assets(project)) paths.push_back(asset.path.text());
  return paths;
}

std::string stylesheet_of(const Project& project) {
  const std::vector<PlannedAsset> assets = plan_assets(project);
  REQUIRE(assets.at(0).kind == AssetKind::stylesheet);
  return published_bytes(project, assets, assets[0]);
}

TEST_CASE("a published name holds the first digits of the hash, which anyone can compute") {
  // printf abc | sha256sum
  CHECK(paths_of(with_theme({{"icon.svg", {"abc", {}}}})) ==
        std::vector<std::string>{"theme/icon.ba7816bf.svg"});
  CHECK(paths_of(with_theme({{"fonts.d/README", {"abc", {}}}})) ==
        std::vector<std::string>{"theme/fonts.d/README.ba7816bf"});
  // printf abc | openssl dgst -sha256 -binary | base64
  CHECK(plan_assets(with_theme({{"a.css", {"abc", {}}}})).at(0).integrity ==
        "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("style sheets are one file, tokens first and print last") {
  const Project project = with_theme({{"base.css", {"b", {}}},
                                      {"print.css", {"p", {}}},
                                      {"zebra.css", {"z", {}}},
                                      {"components.css", {"c", {}}},
                                      {"tokens.css", {"t", {}}}});
  CHECK(stylesheet_of(project) == "tbczp");
  CHECK(plan_assets(project).size() == 1);
}

TEST_CASE("another byte gives another name") {
  CHECK(paths_of(with_theme({{"a.css", {"a", {}}}})) !=
        paths_of(with_theme({{"a.css", {"b", {}}}})));
}

TEST_CASE("references become published names, seen from the stylesheet") {
  const Project project =
      with_theme({{"base.css", naming("a{b:url( 'fonts/a b.woff2#x' )}", "'fonts/a b.woff2#x'",
                                      "fonts/a b.woff2", "#x")},
                  {"fonts/a b.woff2", {"abc", {}}}});
  CHECK(stylesheet_of(project) == "a{b:url( \"fonts/a%20b.ba7816bf.woff2#x\" )}");
}

TEST_CASE("a file that changes gives the stylesheet that names it another name") {
  const auto with_font = [](std::string bytes) {
    return with_theme({{"base.css", naming("a{b:url(f)}", "f)", "f.woff2")},
                       {"f.woff2", {std::move(bytes), {}}}});
  };
  CHECK(paths_of(with_font("one")).at(0) != paths_of(with_font("two")).at(0));
}

TEST_CASE("the brand's colours come after the theme's, in its layers") {
  Project project = with_theme({{"tokens.css", {"t\n", {}}}});
  CHECK(stylesheet_of(project) == "t\n");
  const std::string plain = paths_of(project).at(0);
  project.settings.brand.accent = Colour{0x11, 0x22, 0x33};
  project.settings.brand.accent_dark = Colour{0xAA, 0xBB, 0xCC};
  CHECK(stylesheet_of(project) ==
        "t\n"
        "@layer tokens {\n"
        "  :root { --accent: #112233; --focus: #112233; }\n"
        "  @media (prefers-color-scheme: dark) { :root { --accent: #aabbcc; --focus: #aabbcc; } }\n"
        "}\n"
        "@layer print { @media print { :root { --accent: #112233; --focus: #112233; } } }\n");
  CHECK(paths_of(project).at(0) != plain);
}

TEST_CASE("an accent for a dark theme is darkened on the printer's paper") {
  Brand brand;
  brand.accent = Colour{0xFF, 0xFF, 0xFF};
  const std::string rules = brand_rules(brand);
  CHECK_THAT(rules.substr(0, rules.find("@layer print")), Catch::Contains("--accent: #ffffff"));
  CHECK_THAT(rules.substr(rules.find("@layer print")), !Catch::Contains("#ffffff"));
}

TEST_CASE("the brand's colours come after the icon's own, and give it another name") {
  const std::string svg =
      "<svg><style>path{stroke:var(--accent)}</style><path d=\"M0 0\"/></svg>\n";
  Project project = with_theme({{"icon.svg", {svg, {}}}, {"parts/icon.svg", {svg, {}}}});
  const auto bytes_of = [&](std::size_t asset) {
    const std::vector<PlannedAsset> assets = plan_assets(project);
    return published_bytes(project, assets, assets.at(asset));
  };
  const auto with_no_brand = paths_of(project);
  CHECK(with_no_brand.size() == 2);
  CHECK(bytes_of(0) == svg);

  project.settings.brand.accent = Colour{0x11, 0x22, 0x33};
  CHECK(bytes_of(1) ==
        "<svg><style>path{stroke:var(--accent)}</style><path d=\"M0 0\"/>"
        "<style>:root{--accent:#112233}</style></svg>\n");
  project.settings.brand.accent_dark = Colour{0xAA, 0xBB, 0xCC};
  CHECK(bytes_of(1) ==
        "<svg><style>path{stroke:var(--accent)}</style><path d=\"M0 0\"/>"
        "<style>:root{--accent:#112233}"
        "@media (prefers-color-scheme:dark){:root{--accent:#aabbcc}}</style></svg>\n");
  CHECK(bytes_of(2) == svg);
  CHECK(paths_of(project).at(1) != with_no_brand.at(0));
  CHECK(paths_of(project).at(2) == with_no_brand.at(1));
}

TEST_CASE("the logo stands apart from the theme, so that no file of it can be in its way") {
  Project project = with_theme({{"logo.svg", {"abc", {}}}});
  project.logo = Logo{"abc", LogoFormat::svg, 32, 32, false};
  CHECK(paths_of(project) ==
        std::vector<std::string>{"theme/logo.ba7816bf.svg", "brand/logo.ba7816bf.svg"});
}

TEST_CASE("scripts at the top of a theme are for every page, others are files") {
  const std::vector<PlannedAsset> assets =
      plan_assets(with_theme({{"a.js", {"a", {}}}, {"parts/b.js", {"b", {}}}}));
  CHECK(assets.at(0).kind == AssetKind::script);
  CHECK(assets.at(1).kind == AssetKind::file);
}

TEST_CASE("a script is published after what it imports, under their published names") {
  const Project project =
      with_theme({{"app.js", naming("import './parts/b.js';", "'./parts/b.js'", "parts/b.js")},
                  {"parts/b.js", naming("import '../c.js';", "'../c.js'", "c.js")},
                  {"c.js", {"abc", {}}}});
  const std::vector<PlannedAsset> assets = plan_assets(project);
  CHECK(published_bytes(project, assets, assets[2]) == "import \"../c.ba7816bf.js\";");
  CHECK(published_bytes(project, assets, assets[0]) ==
        "import \"./" + assets[2].path.text().substr(6) + "\";");
  CHECK(assets[0].imports == std::vector<std::string>{"c.js", "parts/b.js"});
  CHECK(assets[1].imports.empty());
}

TEST_CASE("a script that changes gives every script that needs it another name") {
  const auto with_end = [](std::string bytes) {
    return with_theme({{"app.js", naming("import './b.js';", "'./b.js'", "b.js")},
                       {"b.js", naming("import './c.js';", "'./c.js'", "c.js")},
                       {"c.js", {std::move(bytes), {}}}});
  };
  const auto one = paths_of(with_end("one")), two = paths_of(with_end("two"));
  for (std::size_t i = 0; i < 3; ++i) CHECK(one.at(i) != two.at(i));
}

TEST_CASE("the scripts of single kinds of pages stand in a folder of their own") {
  const std::vector<PlannedAsset> assets = plan_assets(
      with_theme({{"scripts/assess.js", {"a", {}}}, {"scripts/parts/b.js", {"b", {}}}}));
  CHECK(assets.at(0).kind == AssetKind::page_script);
  CHECK(assets.at(1).kind == AssetKind::file);
}

}  // namespace
}  // namespace stagecraft
