// What stands in the way of a site, and attempts to lead the writer out of its folder.

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.h"
#include "unit/write/publishing_project.h"

namespace stagecraft {
namespace {

using Messages = std::vector<std::string>;
namespace fs = std::filesystem;

const Site deep_page{{"models/a/index.html", "page"}};

/// Builds `site`, which must be refused with that message and leave the output as it is.
void check_refused(PublishingProject& project, const Site& site, const std::string& message) {
  const Site before = project.tree();
  CHECK(project.build(site).outcome == WriteOutcome::refused);
  CHECK(project.messages == Messages{message});
  CHECK(project.tree() == before);
  CHECK_FALSE(project.has_staging());
}

TEST_CASE("a symbolic link on a planned path is refused and nothing is written through it") {
  PublishingProject project;
  fs::create_directories(project / "public");
  fs::create_directories(project / "elsewhere/a");
  SECTION("as a folder") {
    fs::create_directory_symlink(project / "elsewhere", project / "public/models");
    check_refused(project, deep_page,
                  "public/models: a symbolic link that is not ours stands where the site puts "
                  "'models/a/index.html'");
  }
  SECTION("as the file") {
    fs::create_directories(project / "public/models/a");
    fs::create_symlink(project / "elsewhere/a/index.html", project / "public/models/a/index.html");
    check_refused(project, deep_page,
                  "public/models/a/index.html: a symbolic link that is not ours stands where the "
                  "site puts 'models/a/index.html'");
  }
  CHECK(project.tree("elsewhere") == Site{{"a", "(empty)"}});
}

TEST_CASE("a link that took the place of our folder or file is refused too") {
  PublishingProject project;
  project.build(deep_page);
  fs::rename(project / "public/models", project / "moved");
  fs::create_directory_symlink(project / "moved", project / "public/models");
  check_refused(project, {{"models/a/index.html", "new"}},
                "public/models: a symbolic link that is not ours stands where the site puts "
                "'models/a/index.html'");
  CHECK(project.tree("moved") == Site{{"a/index.html", "page"}});
}

TEST_CASE("a page that is no longer planned is not removed through a link") {
  PublishingProject project;
  project.build({{"index.html", "home"}, {"models/a/index.html", "page"}});
  fs::rename(project / "public/models", project / "moved");
  fs::create_directory_symlink(project / "moved", project / "public/models");
  CHECK(project.build({{"index.html", "new"}}).outcome == WriteOutcome::published);
  CHECK(project.tree("moved") == Site{{"a/index.html", "page"}});
  CHECK(fs::is_symlink(project / "public/models"));
}

TEST_CASE("a foreign folder where a file is planned is refused, with or without content") {
  PublishingProject project;
  SECTION("empty") {
    fs::create_directories(project / "public/feed.xml");
    check_refused(project, {{"feed.xml", "feed"}},
                  "public/feed.xml: a folder that is not ours stands where the site puts "
                  "'feed.xml'");
  }
  SECTION("of ours, with something foreign in it") {
    project.build({{"feed.xml/old", "old"}});
    project.write("public/feed.xml/notes", "notes");
    check_refused(project, {{"feed.xml", "feed"}},
                  "public/feed.xml/notes: a file that is not ours stands where the site puts "
                  "'feed.xml'");
  }
}

TEST_CASE("a foreign file where a folder is planned is refused") {
  PublishingProject project;
  project.write("public/models", "a list of models");
  check_refused(project, deep_page,
                "public/models: a file that is not ours stands where the site puts "
                "'models/a/index.html'");
}

TEST_CASE("all conflicts are reported at once") {
  PublishingProject project;
  for (const char* name : {"a", "b", "c"}) project.write(std::string("public/") + name, "mine");
  CHECK(project.build({{"a", "1"}, {"b", "2"}, {"d", "3"}}).outcome == WriteOutcome::refused);
  CHECK(project.messages ==
        Messages{"public/a: a file that is not ours stands where the site puts 'a'",
                 "public/b: a file that is not ours stands where the site puts 'b'"});
}

TEST_CASE("an unfit output folder is refused before anything is written") {
  PublishingProject project;
  project.write("target/file", "x");
  fs::create_directory_symlink("target", project / "public");
  CHECK(project.build(deep_page).outcome == WriteOutcome::unfit);
  CHECK(project.messages == Messages{"public: the output folder is a symbolic link"});
  CHECK(project.tree("target") == Site{{"file", "x"}});
}

TEST_CASE("a staging folder that is a link or holds foreign things is not touched") {
  PublishingProject project;
  project.write("precious/file", "x");
  SECTION("a link") {
    fs::create_directory_symlink("precious", project / PublishingProject::staging);
    CHECK(project.build(deep_page).outcome == WriteOutcome::failed);
  }
  SECTION("foreign things") {
    fs::rename(project / "precious", project / PublishingProject::staging);
    CHECK(project.build(deep_page).outcome == WriteOutcome::failed);
    CHECK(project.messages == Messages{"public: '.public.stagecraft-new' beside it holds 'file', "
                                       "which is not of this program"});
    fs::rename(project / PublishingProject::staging, project / "precious");
  }
  CHECK(project.tree("precious") == Site{{"file", "x"}});
}

TEST_CASE("a cache folder that is a link is not written through") {
  PublishingProject project;
  fs::create_directories(project / "elsewhere");
  fs::create_directory_symlink("elsewhere", project / ".stagecraft");
  CHECK(project.build(deep_page).outcome == WriteOutcome::published);
  REQUIRE(project.messages.size() == 1);
  CHECK(project.messages[0].find("cannot be written") != std::string::npos);
  CHECK(project.tree("elsewhere").empty());
}

#ifdef NDEBUG  // an assert otherwise
TEST_CASE("a path that no site has is refused even where asserts are off") {
  for (const char* path : {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "a\nb"}) {
    PublishingProject project;
    project.build(deep_page);
    CHECK(project.build({{path, "bad"}}).outcome == WriteOutcome::failed);
    CHECK(project.tree() == deep_page);
  }
}

TEST_CASE("two files on one path are refused even where asserts are off") {
  PublishingProject project;
  Diagnostics diagnostics;
  SiteWriter writer(project.request(), diagnostics);
  CHECK(writer.add({OutputPath("a"), "1"}));
  CHECK_FALSE(writer.add({OutputPath("a"), "2"}));
  CHECK(writer.publish().outcome == WriteOutcome::failed);
  CHECK(project.tree().empty());
}
#endif

/// Runs `check` in a child process that has mounted an empty file system at `place`.
/// False, with a warning, where this process may not mount anything.
bool in_a_mount(const fs::path& place, const std::function<bool()>& check) {
  const pid_t child = ::fork();
  if (child == 0) {
    const bool mounted = ::unshare(CLONE_NEWNS) == 0 &&
                         ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                         ::mount("none", place.c_str(), "tmpfs", 0, "size=64k") == 0;
    ::_exit(!mounted ? 77 : check() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
    WARN("skipped: nothing may be mounted here");
    return true;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_CASE("a mount point as output folder is refused, and one in it as well") {
  PublishingProject project;
  project.build(deep_page);
  fs::create_directories(project / "public/uploads");
  CHECK(in_a_mount(project / "public", [&] {
    return project.build(deep_page).outcome == WriteOutcome::unfit &&
           project.messages == Messages{"public: the output folder is a mount point"};
  }));
  CHECK(in_a_mount(project / "public/uploads", [&] {
    project.write("public/uploads/file", "x");
    return project.build({{"index.html", "home"}}).outcome == WriteOutcome::refused &&
           project.read("public/uploads/file") == "x" &&
           project.messages ==
               Messages{"public/uploads: a mount point cannot be carried into a new site"};
  }));
  CHECK(project.tree() == Site{{"models/a/index.html", "page"}, {"uploads", "(empty)"}});
}

TEST_CASE("a full disk leaves the old site and says so") {
  PublishingProject project;
  CHECK(in_a_mount(project.folder / "project", [&] {
    project.build(deep_page);
    const Site large{{"index.html", std::string(200000, 'x')}};
    return project.build(large).outcome == WriteOutcome::failed && !project.has_staging() &&
           project.messages ==
               Messages{"public/index.html: cannot be written: no space left on device"} &&
           project.tree() == deep_page;
  }));
}

}  // namespace
}  // namespace stagecraft
