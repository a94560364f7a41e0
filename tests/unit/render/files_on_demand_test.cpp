#include "render/files_on_demand.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <vector>

#include "evaluate/evaluate_project.h"
#include "load/embedded_files.h"
#include "load/load_project.h"
#include "plan/plan_site.h"
#include "render/render_site.h"
#include "render/site_templates.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

std::string example_site() {
  std::filesystem::path path(__FILE__);
  for (int i = 0; i < 4; ++i) path = path.parent_path();
  return path / "site";
}

/// A project with its plan and templates.
struct Site {
  explicit Site(const FileReader& files) {
    Diagnostics diagnostics;
    auto loaded = load_project({files, ""}, {embedded_files(), "<built-in>/"}, {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.sorted())
      UNSCOPED_INFO(format_diagnostic(diagnostic));
    REQUIRE(loaded);
    project = std::move(*loaded);
    project.catalogs.clear();  // nobody has read their products here; tests/structure has them
    templates = parse_templates(project, diagnostics);
    REQUIRE(templates);
    plan = plan_site(project, evaluate_project(project), diagnostics);
  }

  Project project;
  SitePlan plan;
  std::optional<TemplateSet> templates;
};

/// A small project whose page of models uses a partial.
MemoryFiles small_project(const std::string& partial) {
  MemoryFiles files;
  files.add("site.yaml",
            "title: Tea\ndescription: About tea.\nbase_url: https://example.org/\nmodels: [tea]\n");
  files.add("content/models/tea/model.yaml",
            "id: tea\ntitle: Tea\nversion: 1.0.0\nupdated: 2026-10\nsummary: How well.\n"
            "stages:\n  - {id: bag, title: Bag}\n  - {id: pot, title: Pot}\n");
  files.add("templates/partials/footer.html", partial);
  return files;
}

using Files = std::map<std::string, std::string>;

Files whole_build(const Site& site) {
  Files files;
  Diagnostics diagnostics;
  const auto take = [&](RenderedFile file) {
    files[file.path.text()] = std::move(file.bytes);
    return true;
  };
  render_site(site.project, site.plan, 1, take, diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  return files;
}

TEST_CASE("every file has the bytes of a whole build, whatever is asked for first") {
  const DiskFiles disk(example_site());
  const Site site(disk);
  const Files expected = whole_build(site);
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : expected) paths.push_back(path);
  std::mt19937 random(7);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(paths.begin(), paths.end(), random);
    FilesOnDemand files(site.project, site.plan, *site.templates);
    Diagnostics diagnostics;
    for (const std::string& path : paths) {
      CAPTURE(path);
      CHECK(files.is_planned(OutputPath(path)));
      const auto bytes = files.bytes_of(OutputPath(path), diagnostics);
      REQUIRE(bytes);
      CHECK((*bytes == expected.at(path)));
    }
    CHECK(diagnostics.sorted().empty());
  }
}

TEST_CASE("the page of all data is right when nothing else was asked for") {
  const Site site(small_project("the end"));
  const Files expected = whole_build(site);
  for (const char* path : {"data/index.html", "data/index.json", "search.json", "llms.txt"}) {
    FilesOnDemand files(site.project, site.plan, *site.templates);
    Diagnostics diagnostics;
    const auto bytes = files.bytes_of(OutputPath(path), diagnostics);
    REQUIRE(bytes);
    CHECK(*bytes == expected.at(path));
  }
}

TEST_CASE("what is not planned is not there") {
  const Site site(small_project("the end"));
  FilesOnDemand files(site.project, site.plan, *site.templates);
  Diagnostics diagnostics;
  for (const char* path : {"", "models", "../site.yaml", "index.html/", "/index.html"}) {
    CHECK_FALSE(files.is_planned(OutputPath(path)));
    CHECK_FALSE(files.bytes_of(OutputPath(path), diagnostics));
  }
  CHECK(diagnostics.sorted().empty());
}

TEST_CASE("a file is made once") {
  const Site site(small_project("the end"));
  FilesOnDemand files(site.project, site.plan, *site.templates);
  Diagnostics diagnostics;
  const auto first = files.bytes_of(OutputPath("index.html"), diagnostics);
  CHECK(first == files.bytes_of(OutputPath("index.html"), diagnostics));
}

TEST_CASE("a page with a mistake is not made, and each time says why") {
  const Site site(small_project("{{ nothing.of_that_name }}"));
  FilesOnDemand files(site.project, site.plan, *site.templates);
  for (int time = 0; time < 2; ++time) {
    Diagnostics diagnostics;
    CHECK_FALSE(files.bytes_of(OutputPath("index.html"), diagnostics));
    CHECK(diagnostics.error_count() == 1);
  }
  Diagnostics of_list;
  files.bytes_of(OutputPath("search.json"), of_list);
  CHECK(of_list.has_errors());
}

}  // namespace
}  // namespace stagecraft
