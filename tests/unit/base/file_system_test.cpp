#include "base/file_system.h"

#include <sys/stat.h>
#include <unistd.h>

#include "support/catch.h"
#include "support/test_folder.h"

namespace stagecraft {
namespace {

using Entries = std::vector<DirectoryEntry>;

std::string text_of(const FileReader& files, std::string_view path) {
  const auto result = files.read(path);
  if (const auto* failure = std::get_if<ReadFailure>(&result)) return "! " + failure->message;
  return std::get<std::string>(result);
}

/// The tree that both kinds of reader are asked about.
const std::map<std::string, std::string, std::less<>> tree{{"site.yaml", "title: x\n"},
                                                           {"data/b.csv", "1"},
                                                           {"data/B.csv", ""},
                                                           {"data/deep/a", "22"},
                                                           {"data.txt", "333"}};

void check_tree(const FileReader& files) {
  CHECK(files.kind_of("") == FileKind::directory);
  CHECK(files.kind_of("site.yaml") == FileKind::regular);
  CHECK(files.kind_of("data") == FileKind::directory);
  CHECK(files.kind_of("data/deep/a") == FileKind::regular);
  CHECK(files.kind_of("dat") == FileKind::missing);
  CHECK(files.kind_of("data/none") == FileKind::missing);
  CHECK(files.kind_of("site.yaml/x") == FileKind::missing);

  CHECK(files.size_of("site.yaml") == 9);
  CHECK(files.size_of("data/B.csv") == 0);
  CHECK(files.size_of("data") == 0);
  CHECK(files.size_of("none") == 0);

  CHECK(text_of(files, "data.txt") == "333");
  CHECK(text_of(files, "data/B.csv") == "");
  CHECK(text_of(files, "none") == "! no such file or directory");
  CHECK(text_of(files, "data") == "! is a directory");

  CHECK(files.list("") == Entries{{"data", FileKind::directory},
                                  {"data.txt", FileKind::regular},
                                  {"link", FileKind::symlink},
                                  {"site.yaml", FileKind::regular}});
  CHECK(files.list("data") == Entries{{"B.csv", FileKind::regular},
                                      {"b.csv", FileKind::regular},
                                      {"deep", FileKind::directory}});
  CHECK(files.list("site.yaml").empty());
  CHECK(files.list("none").empty());
  CHECK(files.list("link").empty());

  CHECK(files.kind_of("link") == FileKind::symlink);
  CHECK(files.kind_of("link/b.csv") == FileKind::missing);
  CHECK(files.size_of("link") == 0);
  CHECK(text_of(files, "link") == "! symbolic links are not followed");
}

TEST_CASE("files in memory and files on the disk answer alike") {
  SECTION("in memory") {
    MemoryFiles files(tree);
    files.add_symlink("link");
    check_tree(files);
  }
  SECTION("on the disk") {
    const TestFolder folder;
    for (const auto& [path, content] : tree) folder.write(path, content);
    std::filesystem::create_symlink("data", folder / "link");
    check_tree(DiskFiles(folder.path()));
  }
}

TEST_CASE("a file in memory can be added and replaced") {
  MemoryFiles files;
  CHECK(files.list("").empty());
  files.add("a/b", "old");
  files.add("a/b", "new");
  CHECK(text_of(files, "a/b") == "new");
  CHECK(files.list("") == Entries{{"a", FileKind::directory}});
}

TEST_CASE("nothing is read through a symbolic link, wherever it stands on the path") {
  const TestFolder folder;
  folder.write("outside/secret", "secret");
  folder.write("project/own/file", "own");
  std::filesystem::create_symlink(folder / "outside", folder / "project/out");
  std::filesystem::create_symlink("own", folder / "project/in");
  std::filesystem::create_symlink("../outside/secret", folder / "project/own/link");
  const DiskFiles files(folder / "project");
  CHECK(text_of(files, "out/secret") == "! symbolic links are not followed");
  CHECK(text_of(files, "in/file") == "! symbolic links are not followed");
  CHECK(text_of(files, "own/link") == "! symbolic links are not followed");
  CHECK(files.list("in").empty());
  CHECK(text_of(files, "own/file") == "own");
}

TEST_CASE("no path leaves the root") {
  const TestFolder folder;
  folder.write("secret", "secret");
  folder.write("project/file", "own");
  const DiskFiles files(folder / "project");
  CHECK(files.kind_of("../secret") == FileKind::missing);
  CHECK(text_of(files, "../secret").starts_with("! "));
  CHECK(text_of(files, (folder / "secret").string()).starts_with("! "));
  CHECK(text_of(files, std::string_view("file\0x", 6)) == "! invalid argument");
}

TEST_CASE("a named pipe is refused at once instead of being waited for") {
  const TestFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const DiskFiles files(folder.path());
  CHECK(files.kind_of("pipe") == FileKind::other);
  CHECK(text_of(files, "pipe") == "! not a regular file");
}

TEST_CASE("a file that may not be read says so in the system's words") {
  if (::geteuid() == 0) {
    WARN("skipped: root may read everything");
    return;
  }
  const TestFolder folder;
  folder.write("closed", "x");
  std::filesystem::permissions(folder / "closed", std::filesystem::perms::none);
  CHECK(text_of(DiskFiles(folder.path()), "closed") == "! permission denied");
}

TEST_CASE("a root that is not there has nothing in it") {
  const DiskFiles files("/nonexistent/stagecraft");
  CHECK(files.kind_of("") == FileKind::missing);
  CHECK(files.list("").empty());
  CHECK(text_of(files, "site.yaml") == "! no such file or directory");
}

}  // namespace
}  // namespace stagecraft
