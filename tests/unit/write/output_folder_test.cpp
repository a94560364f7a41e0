#include "write/output_folder.h"

#include "support/catch.h"
#include "support/test_folder.h"

namespace stagecraft {
namespace {

namespace fs = std::filesystem;

/// A home folder with a project in it.
struct Home {
  TestFolder folder;

  Home() { folder.write("home/project/site.yaml", ""); }

  std::string at(const std::string& name) const { return folder / name; }

  /// The path that is accepted for `output`, without the place of the temporary folder; otherwise
  /// "! " and the message.
  std::string accepted(const std::string& output) const {
    Diagnostics diagnostics;
    const auto found = check_output_folder({at("home/project"), output, at("home")}, diagnostics);
    if (!found) return "! " + diagnostics.sorted().at(0).message;
    const std::string prefix = folder.path().string() + "/";
    const std::string path = found->path();
    return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
  }
};

TEST_CASE("a folder in the project or beside it is accepted, whether it exists or not") {
  const Home home;
  CHECK(home.accepted(home.at("home/project/public")) == "home/project/public");
  CHECK(home.accepted(home.at("home/web")) == "home/web");
  CHECK(home.accepted(home.at("new/deep/web")) == "new/deep/web");
  fs::create_directories(home.at("home/web"));
  CHECK(home.accepted(home.at("home/web")) == "home/web");
}

TEST_CASE("slashes and dots at the end change nothing") {
  const Home home;
  CHECK(home.accepted(home.at("home/web/")) == "home/web");
  CHECK(home.accepted(home.at("home/web//")) == "home/web");
  CHECK(home.accepted(home.at("home/web/./")) == "home/web");
  CHECK(home.accepted(home.at("home/project/../web")) == "home/web");
}

TEST_CASE("links above the output folder are resolved, so that it has one path only") {
  const Home home;
  fs::create_directory_symlink(home.at("home"), home.at("link"));
  CHECK(home.accepted(home.at("link/web")) == "home/web");
}

TEST_CASE("an output folder that is a link or a file is refused") {
  const Home home;
  fs::create_directories(home.at("web"));
  fs::create_directory_symlink("web", home.at("link"));
  fs::create_symlink("nowhere", home.at("dangling"));
  CHECK(home.accepted(home.at("link")) == "! the output folder is a symbolic link");
  CHECK(home.accepted(home.at("link/")) == "! the output folder is a symbolic link");
  CHECK(home.accepted(home.at("link/.")) == "! the output folder is a symbolic link");
  CHECK(home.accepted(home.at("dangling")) == "! the output folder is a symbolic link");
  CHECK(home.accepted(home.at("home/project/site.yaml")) == "! the output folder is not a folder");
}

TEST_CASE("folders whose loss would hurt are refused") {
  const Home home;
  CHECK(home.accepted(home.at("home/project")) == "! the output folder is the project itself");
  CHECK(home.accepted(home.at("home/project/")) == "! the output folder is the project itself");
  CHECK(home.accepted(home.at("home/project/a/..")) == "! the output folder is the project itself");
  CHECK(home.accepted(home.at("home")) == "! the output folder holds the project");
  CHECK(home.accepted(home.at("")) == "! the output folder holds the project");
  CHECK(home.accepted("/") == "! the output folder is the root of the file system");
  CHECK(home.accepted("//") == "! the output folder is the root of the file system");
  CHECK(home.accepted("") == "! the output folder has no name");
  CHECK(home.accepted(home.at("home/project/.stagecraft/web")) ==
        "! the output folder lies in the project's cache");
}

TEST_CASE("folders that the project is read from are refused") {
  const Home home;
  for (const char* name : {"assessments", "catalog", "content/pages", "templates", "themes/own"})
    CHECK(home.accepted(home.at("home/project/" + std::string(name))) ==
          "! the output folder lies in a folder that the project is read from");
  CHECK(home.accepted(home.at("home/project/contents")) == "home/project/contents");
  CHECK(home.accepted(home.at("home/content")) == "home/content");
}

TEST_CASE("the home folder and those above it are refused, wherever the project is") {
  const TestFolder folder;
  fs::create_directories(folder / "users/me");
  fs::create_directories(folder / "project");
  const auto message = [&](const std::string& output) {
    Diagnostics diagnostics;
    check_output_folder({folder / "project", folder / output, folder / "users/me"}, diagnostics);
    return diagnostics.sorted().at(0).message;
  };
  CHECK(message("users/me") == "the output folder is the home folder");
  CHECK(message("users") == "the output folder holds the home folder");
}

TEST_CASE("a path of a site is relative and made of plain names") {
  for (const char* path : {"index.html", "a/b.c/d", "...", ".nojekyll", "ü/€", "a b"})
    CHECK(is_site_path(path));
  for (const char* path :
       {"", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b", "a\n", "a\tb", "\x7F"})
    CHECK_FALSE(is_site_path(path));
  CHECK_FALSE(is_site_path(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace stagecraft
