#include "base/file_descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <clocale>

#include "support/catch.h"
#include "support/test_folder.h"

namespace stagecraft {
namespace {

using Opener = FileDescriptor (*)(const FileDescriptor&, std::string_view, int, mode_t);

/// What reading `path` below `folder` gives; a failure as "! " and the system's words.
std::string opened(Opener open, const TestFolder& folder, std::string_view path) {
  const FileDescriptor file = open(open_folder(folder / "root"), path, O_RDONLY, 0);
  if (!file.is_open()) return "! " + system_words(errno);
  return read_to_end(file).value_or("! " + system_words(errno));
}

TEST_CASE("both ways to open a path below a folder refuse the same") {
  const Opener open = GENERATE(Opener(&open_beneath), Opener(&open_name_by_name));
  const TestFolder folder;
  folder.write("root/a/b/file", "content");
  folder.write("outside", "secret");
  std::filesystem::create_symlink("a", folder / "root/link");
  std::filesystem::create_symlink("../../outside", folder / "root/a/out");
  CHECK(opened(open, folder, "a/b/file") == "content");
  CHECK(opened(open, folder, "") == "! is a directory");
  CHECK(opened(open, folder, "a/none") == "! no such file or directory");
  CHECK(opened(open, folder, "a/b/file/x") == "! not a directory");
  CHECK(opened(open, folder, "link/b/file") == "! too many levels of symbolic links");
  CHECK(opened(open, folder, "a/out") == "! too many levels of symbolic links");
  CHECK(opened(open, folder, "../outside") == "! invalid cross-device link");
  CHECK(opened(open, folder, (folder / "outside").string()) == "! invalid cross-device link");
  CHECK(opened(open, folder, std::string_view("a/b/file\0", 9)) == "! invalid argument");
}

TEST_CASE("both ways can look at a symbolic link itself") {
  const Opener open = GENERATE(Opener(&open_beneath), Opener(&open_name_by_name));
  const TestFolder folder;
  std::filesystem::create_symlink("nowhere", folder / "link");
  const FileDescriptor link = open(open_folder(folder.path()), "link", O_PATH, 0);
  struct stat status {};
  REQUIRE(::fstat(link.number(), &status) == 0);
  CHECK(kind_from_mode(status.st_mode) == FileKind::symlink);
}

TEST_CASE("a descriptor is closed once, by its last owner") {
  const TestFolder folder;
  FileDescriptor first = open_folder(folder.path());
  const int number = first.number();
  {
    const FileDescriptor second = std::move(first);
    CHECK(second.number() == number);
    CHECK(::fcntl(number, F_GETFD) != -1);
  }
  CHECK(::fcntl(number, F_GETFD) == -1);
}

TEST_CASE("a file is read to its end, also when it is empty or larger than it says") {
  const TestFolder folder;
  folder.write("root/empty", "");
  folder.write("root/large", std::string(300000, 'x'));
  CHECK(opened(&open_beneath, folder, "empty").empty());
  CHECK(opened(&open_beneath, folder, "large") == std::string(300000, 'x'));
  const FileDescriptor grown(::open("/proc/self/status", O_RDONLY | O_CLOEXEC));  // its size is 0
  CHECK(read_to_end(grown).value_or("").size() > 100);
}

TEST_CASE("the system's words are lower case and known for every number") {
  CHECK(system_words(ENOSPC) == "no space left on device");
  CHECK(system_words(EACCES) == "permission denied");
  CHECK(system_words(EIO) == "input/output error");
  CHECK(system_words(99999) == "error 99999");
}

}  // namespace
}  // namespace stagecraft
