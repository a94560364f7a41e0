#include "serve/known_files.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

using Paths = std::vector<std::string>;

std::string text_of(const FileReader& files, std::string_view path) {
  const auto read = files.read(path);
  const auto* text = std::get_if<std::string>(&read);
  return text ? *text : "(none)";
}

TEST_CASE("what was read is remembered until it is said to have changed") {
  MemoryFiles disk{{{"a.md", "one"}}};
  KnownFiles files(disk);
  CHECK(text_of(files, "a.md") == "one");
  disk.add("a.md", "two");
  CHECK(text_of(files, "a.md") == "one");
  CHECK(files.refresh({"a.md"}) == Paths{"a.md"});
  CHECK(text_of(files, "a.md") == "two");
}

TEST_CASE("a file with the bytes that it had has not changed") {
  MemoryFiles disk{{{"a.md", "one"}}};
  KnownFiles files(disk);
  text_of(files, "a.md");
  disk.add("a.md", "one");
  CHECK(files.refresh({"a.md", ""}).empty());
}

TEST_CASE("a file that nobody asked for is no change") {
  MemoryFiles disk{{{"a.md", "one"}}};
  KnownFiles files(disk);
  disk.add("b.md", "new");
  CHECK(files.refresh({"b.md"}).empty());
}

TEST_CASE("a file that was missed and has come is a change") {
  MemoryFiles disk;
  KnownFiles files(disk);
  CHECK(files.kind_of("a.md") == FileKind::missing);
  disk.add("a.md", "");
  CHECK(files.refresh({"a.md"}) == Paths{"a.md"});
  CHECK(files.kind_of("a.md") == FileKind::regular);
}

TEST_CASE("what comes into a listed folder is a change, unless its name begins with a dot") {
  MemoryFiles disk{{{"pages/a.md", "one"}}};
  KnownFiles files(disk);
  CHECK(files.list("pages").size() == 1);
  disk.add("pages/.a.md.swp", "");
  CHECK(files.refresh({"pages/.a.md.swp"}).empty());
  disk.add("pages/b.md", "");
  CHECK(files.refresh({"pages/b.md"}) == Paths{"pages/b.md"});
  CHECK(files.list("pages").size() == 3);
}

TEST_CASE("a folder stands for everything below it, and not for what only begins like it") {
  MemoryFiles disk{{{"pages/a.md", "one"}, {"pages/deep/b.md", "one"}, {"pages-2/c.md", "one"}}};
  KnownFiles files(disk);
  for (const char* path : {"pages/a.md", "pages/deep/b.md", "pages-2/c.md"}) {
    text_of(files, path);
    disk.add(path, "two");
  }
  CHECK(files.refresh({"pages"}) == Paths{"pages/a.md", "pages/deep/b.md"});
  CHECK(text_of(files, "pages-2/c.md") == "one");
  CHECK(files.refresh({""}) == Paths{"pages-2/c.md"});
}

TEST_CASE("a file that becomes a folder is a change of its own") {
  MemoryFiles before{{{"a.md", "one"}}};
  KnownFiles files(before);
  CHECK(files.kind_of("a.md") == FileKind::regular);
  text_of(files, "a.md");
  before = MemoryFiles{{{"a.md/b.md", "one"}}};
  CHECK(files.refresh({"a.md"}) == Paths{"a.md"});
  CHECK(files.kind_of("a.md") == FileKind::directory);
}

}  // namespace
}  // namespace stagecraft
