#include "write/manifest.h"

#include "support/catch.h"
#include "support/test_folder.h"

namespace stagecraft {
namespace {

Manifest listing(std::initializer_list<std::pair<const char*, const char*>> files) {
  Manifest manifest;
  for (const auto& [path, hash] : files) manifest.add(path, hash);
  return manifest;
}

const Manifest two_files = listing({{"index.html", "aa"}, {"models/a b/index.html", "bb"}});

TEST_CASE("a manifest knows paths, contents and folders") {
  CHECK(two_files.lists("index.html"));
  CHECK(two_files.lists("index.html", "aa"));
  CHECK_FALSE(two_files.lists("index.html", "bb"));
  CHECK_FALSE(two_files.lists("index"));
  CHECK(two_files.lists_below("models"));
  CHECK(two_files.lists_below("models/a b"));
  CHECK_FALSE(two_files.lists_below("model"));
  CHECK_FALSE(two_files.lists_below("index.html"));
}

TEST_CASE("a path with two contents is one path") {
  Manifest both = two_files;
  both.add_all(listing({{"index.html", "cc"}}));
  CHECK(both.lists("index.html", "aa"));
  CHECK(both.lists("index.html", "cc"));
  CHECK(both.paths() == std::vector<std::string>{"index.html", "models/a b/index.html"});
}

TEST_CASE("a manifest is read as it was written") {
  CHECK(Manifest::parse(two_files.text()) == two_files);
  CHECK(Manifest::parse(Manifest().text()) == Manifest());
}

TEST_CASE("a text that lost or gained a byte anywhere is no manifest") {
  const std::string text = two_files.text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    CHECK_FALSE(Manifest::parse(text.substr(0, i)));
    CHECK_FALSE(Manifest::parse(text.substr(0, i) + "x" + text.substr(i)));
    std::string other = text;
    other[i] = static_cast<char>(other[i] ^ 1);
    CHECK_FALSE(Manifest::parse(other));
  }
  CHECK_FALSE(Manifest::parse(text + "\n"));
}

TEST_CASE("a manifest that names a path outside the site is not believed") {
  for (const char* path : {"../x", "/etc/passwd", "a//b", "."})
    CHECK_FALSE(Manifest::parse(listing({{path, "aa"}}).text()));
}

TEST_CASE("a manifest is kept by output folder, and saved anew in one step") {
  const TestFolder folder;
  const ManifestFile file(folder.path(), "/somewhere/public");
  CHECK_FALSE(file.load());
  CHECK_FALSE(file.save(two_files, DiskChanges()));
  CHECK(file.load() == two_files);
  CHECK_FALSE(file.save(Manifest(), DiskChanges()));
  CHECK(file.load() == Manifest());
  CHECK_FALSE(ManifestFile(folder.path(), "/elsewhere/public").load());
  CHECK_FALSE(std::filesystem::exists(folder / (file.path() + ".new")));
}

}  // namespace
}  // namespace stagecraft
