#include "serve/folder_watcher.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "support/catch.h"
#include "support/test_folder.h"

namespace stagecraft {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

/// A project with a watcher. The system has told of a change when the call that made it returns, so
/// nothing here waits.
struct Watched {
  Watched() {
    folder.write("project/site.yaml", "title: x\n");
    folder.write("project/pages/deep/a.md", "a");
    watcher.emplace((folder / "project").string());
  }

  void write(const std::string& name) { folder.write("project/" + name, "text"); }
  fs::path at(const std::string& name) const { return folder / ("project/" + name); }
  Paths take() { return watcher->take(); }

  TestFolder folder;
  std::optional<FolderWatcher> watcher;
};

TEST_CASE("nothing is told where nothing has happened") {
  Watched project;
  CHECK(project.watcher->descriptor() >= 0);
  CHECK(project.watcher->gap().empty());
  CHECK(project.take().empty());
}

TEST_CASE("a file that is written, made or removed is told once, wherever it is") {
  Watched project;
  project.write("site.yaml");
  project.write("pages/deep/a.md");
  project.write("pages/deep/a.md");
  CHECK(project.take() == Paths{"pages/deep/a.md", "site.yaml"});
  project.write("pages/new.md");
  CHECK(project.take() == Paths{"pages/new.md"});
  fs::remove(project.at("pages/new.md"));
  CHECK(project.take() == Paths{"pages/new.md"});
}

TEST_CASE("a file that an editor puts in the place of another is told") {
  Watched project;
  project.write("site.yaml.new");
  fs::rename(project.at("site.yaml.new"), project.at("site.yaml"));
  CHECK(project.take() == Paths{"site.yaml", "site.yaml.new"});
}

TEST_CASE("what is only read is not told") {
  Watched project;
  CHECK(project.folder.read("project/site.yaml") == "title: x\n");
  CHECK(project.take().empty());
}

TEST_CASE("a new folder is followed, with what it brought along") {
  Watched project;
  project.folder.write("elsewhere/inner/b.md", "b");
  fs::rename(project.folder / "elsewhere", project.at("pages/here"));
  CHECK(project.take() == Paths{"pages/here"});
  project.write("pages/here/inner/b.md");
  CHECK(project.take() == Paths{"pages/here/inner/b.md"});
}

TEST_CASE("a renamed folder is followed under its new name alone") {
  Watched project;
  fs::rename(project.at("pages"), project.at("texts"));
  CHECK(project.take() == Paths{"pages", "texts"});
  project.write("texts/deep/a.md");
  CHECK(project.take() == Paths{"texts/deep/a.md"});
}

TEST_CASE("a folder that has left is not followed") {
  Watched project;
  fs::rename(project.at("pages"), project.folder / "outside");
  CHECK(project.take() == Paths{"pages"});
  project.folder.write("outside/deep/a.md", "changed");
  CHECK(project.take().empty());
}

TEST_CASE("a file in the place of a folder, and a folder in the place of a file, are told") {
  Watched project;
  fs::remove_all(project.at("pages"));
  project.write("pages");
  fs::remove(project.at("site.yaml"));
  project.write("site.yaml/a");
  const Paths told = project.take();
  CHECK(std::count(told.begin(), told.end(), "pages") == 1);
  CHECK(std::count(told.begin(), told.end(), "site.yaml") == 1);
  project.write("site.yaml/b");
  CHECK(project.take() == Paths{"site.yaml/b"});
}

TEST_CASE("output, cache, history and packages are left out") {
  Watched project;
  for (const char* name : {"public/index.html", ".stagecraft/x", ".git/HEAD", "pages/.git/HEAD",
                           "node_modules/a/b.js"})
    project.write(name);
  CHECK(project.take().empty());
  project.write("pages/public/a.md");
  CHECK(project.take() == Paths{"pages/public"});
}

TEST_CASE("the folder itself may be renamed and come back") {
  Watched project;
  fs::rename(project.at(""), project.folder / "away");
  CHECK(project.take() == Paths{""});
  project.folder.write("away/site.yaml", "title: y\n");
  CHECK(project.take().empty());
  fs::rename(project.folder / "away", project.folder / "project");
  CHECK(project.take() == Paths{""});
  project.write("pages/deep/a.md");
  CHECK(project.take() == Paths{"pages/deep/a.md"});
}

TEST_CASE("the folder itself may be replaced by another") {
  Watched project;
  fs::remove_all(project.at(""));
  project.write("site.yaml");
  CHECK(project.take().front().empty());
  project.write("site.yaml");
  CHECK(project.take() == Paths{"site.yaml"});
}

TEST_CASE("a symbolic link is told and not followed") {
  Watched project;
  project.folder.write("outside/a.md", "a");
  fs::create_directory_symlink(project.folder / "outside", project.at("link"));
  CHECK(project.take() == Paths{"link"});
  project.folder.write("outside/a.md", "b");
  CHECK(project.take().empty());
}

}  // namespace
}  // namespace stagecraft
