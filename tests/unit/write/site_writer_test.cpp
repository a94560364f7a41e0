#include "write/site_writer.h"

#include <sys/stat.h>

#include "support/catch.h"
#include "unit/write/publishing_project.h"

namespace stagecraft {
namespace {

using Messages = std::vector<std::string>;

const Site two_pages{{"index.html", "home"}, {"models/a/index.html", "model a"}};

Site with(Site site, const std::string& path, const std::string& bytes) {
  site[path] = bytes;
  return site;
}

Site without(Site site, const std::string& path) {
  site.erase(path);
  return site;
}

TEST_CASE("a first build writes all files and counts them") {
  PublishingProject project;
  const WriteResult result = project.build(two_pages);
  CHECK(result.outcome == WriteOutcome::published);
  CHECK(result.files == 2);
  CHECK(result.written == 2);
  CHECK(result.unchanged == 0);
  CHECK(result.removed == 0);
  CHECK(result.bytes == 11);
  CHECK(project.tree() == two_pages);
  CHECK_FALSE(project.has_staging());
  CHECK(project.messages.empty());
}

TEST_CASE("an unchanged build touches nothing, neither in the output folder nor around it") {
  PublishingProject project;
  project.build(two_pages);
  project.write("public/CNAME", "foreign");
  const auto before = project.stamps();
  const WriteResult result = project.build(two_pages);
  CHECK(result.outcome == WriteOutcome::unchanged);
  CHECK(result.files == 2);
  CHECK(result.unchanged == 2);
  CHECK(result.written == 0);
  CHECK(project.stamps() == before);
}

TEST_CASE("a changed file is new and all others keep their inodes") {
  PublishingProject project;
  project.build(two_pages);
  const ino_t home = project.inode("public/index.html");
  const ino_t model = project.inode("public/models/a/index.html");
  const Site changed = with(two_pages, "index.html", "new home");
  const WriteResult result = project.build(changed);
  CHECK(result.written == 1);
  CHECK(result.unchanged == 1);
  CHECK(project.tree() == changed);
  CHECK(project.inode("public/index.html") != home);
  CHECK(project.inode("public/models/a/index.html") == model);
}

TEST_CASE("a file that changes in its last byte only is written") {
  PublishingProject project;
  const std::string large(200000, 'x');
  project.build({{"a.txt", large + "1"}});
  CHECK(project.build({{"a.txt", large + "2"}}).written == 1);
  CHECK(project.read("public/a.txt") == large + "2");
}

TEST_CASE("a removed page disappears together with the folder that it leaves empty") {
  PublishingProject project;
  project.build(two_pages);
  const WriteResult result = project.build(without(two_pages, "models/a/index.html"));
  CHECK(result.outcome == WriteOutcome::published);
  CHECK(result.removed == 1);
  CHECK(result.unchanged == 1);
  CHECK(project.tree() == Site{{"index.html", "home"}});
}

TEST_CASE("a site of no files leaves an empty folder, and none where none was") {
  PublishingProject project;
  CHECK(project.build({}).outcome == WriteOutcome::unchanged);
  CHECK_FALSE(std::filesystem::exists(project / "public"));
  project.build(two_pages);
  CHECK(project.build({}).removed == 2);
  CHECK(std::filesystem::is_empty(project / "public"));
}

TEST_CASE("a file can become a folder and a folder a file") {
  PublishingProject project;
  const Site file{{"a", "file"}}, folder{{"a/b", "inner"}};
  project.build(file);
  CHECK(project.build(folder).outcome == WriteOutcome::published);
  CHECK(project.tree() == folder);
  CHECK(project.build(file).outcome == WriteOutcome::published);
  CHECK(project.tree() == file);
}

TEST_CASE("what is not ours stays: files, folders, links and special files") {
  PublishingProject project;
  project.build(two_pages);
  project.write("public/CNAME", "example.org");
  project.write("public/models/a/notes/n.txt", "notes");
  std::filesystem::create_directories(project / "public/uploads/empty");
  std::filesystem::create_symlink("/nowhere/else", project / "public/link");
  REQUIRE(::mkfifo((project / "public/pipe").c_str(), 0644) == 0);
  const ino_t name = project.inode("public/CNAME");
  const ino_t link = project.inode("public/link");

  const WriteResult result = project.build({{"index.html", "new"}});
  CHECK(result.outcome == WriteOutcome::published);
  CHECK(result.kept_foreign == 4);
  CHECK(project.tree() == Site{{"index.html", "new"},
                               {"CNAME", "example.org"},
                               {"models/a/notes/n.txt", "notes"},
                               {"uploads/empty", "(empty)"},
                               {"link", "-> /nowhere/else"},
                               {"pipe", "(special)"}});
  CHECK(project.inode("public/CNAME") == name);
  CHECK(project.inode("public/link") == link);
}

TEST_CASE("folders keep their modes") {
  PublishingProject project;
  project.build(two_pages);
  std::filesystem::create_directories(project / "public/uploads");
  ::chmod((project / "public").c_str(), 0750);
  ::chmod((project / "public/models").c_str(), 02771);
  ::chmod((project / "public/uploads").c_str(), 0500);
  project.build(with(two_pages, "index.html", "new"));
  CHECK(project.mode("public") == 0750);
  CHECK(project.mode("public/models") == 02771);
  CHECK(project.mode("public/uploads") == 0500);
}

TEST_CASE("new files and folders have the modes of the umask, and bytes do not depend on it") {
  PublishingProject project;
  const mode_t before = ::umask(027);
  project.build(two_pages);
  ::umask(before);
  CHECK(project.mode("public") == 0750);
  CHECK(project.mode("public/models/a") == 0750);
  CHECK(project.mode("public/index.html") == 0640);
  CHECK(project.build(two_pages).outcome == WriteOutcome::unchanged);
}

TEST_CASE("a file of ours that somebody edited is written again while it is planned") {
  PublishingProject project;
  project.build(two_pages);
  project.write("public/index.html", "edited");
  CHECK(project.build(two_pages).written == 1);
  CHECK(project.tree() == two_pages);
  CHECK(project.messages.empty());
}

TEST_CASE("a file of ours that somebody deleted is written again") {
  PublishingProject project;
  project.build(two_pages);
  std::filesystem::remove_all(project / "public/models");
  CHECK(project.build(two_pages).written == 1);
  CHECK(project.tree() == two_pages);
}

TEST_CASE("a file of ours that somebody edited stays when it is no longer planned, said once") {
  PublishingProject project;
  project.build(two_pages);
  project.write("public/models/a/index.html", "edited");
  const Site home = without(two_pages, "models/a/index.html");
  CHECK(project.build(home).outcome == WriteOutcome::unchanged);
  CHECK(project.messages ==
        Messages{"public/models/a/index.html: is no longer part of the site, but stays: somebody "
                 "changed it"});
  CHECK(project.read("public/models/a/index.html") == "edited");

  CHECK(project.build(with(home, "new.html", "new")).removed == 0);
  CHECK(project.messages.empty());
  CHECK(project.read("public/models/a/index.html") == "edited");
}

TEST_CASE("an abandoned build leaves no trace") {
  PublishingProject project;
  project.build(two_pages);
  const Site before = project.tree();
  {
    Diagnostics diagnostics;
    SiteWriter writer(project.request(), diagnostics);
    CHECK(writer.add({OutputPath("index.html"), "new"}));
    CHECK(project.has_staging());
    SECTION("when it says so") {
      CHECK(writer.abandon().outcome == WriteOutcome::unchanged);
    }
    SECTION("when it is simply dropped") {}
  }
  CHECK_FALSE(project.has_staging());
  CHECK(project.tree() == before);
}

TEST_CASE("parents of the output folder are made, and taken away when nothing is published") {
  PublishingProject project;
  OutputRequest request = project.request();
  request.output = project / "build/web/public";
  Diagnostics diagnostics;
  {
    SiteWriter writer(request, diagnostics);
    CHECK(writer.add({OutputPath("index.html"), "home"}));
  }
  CHECK_FALSE(std::filesystem::exists(project / "build"));
  SiteWriter writer(request, diagnostics);
  CHECK(writer.add({OutputPath("index.html"), "home"}));
  CHECK(writer.publish().outcome == WriteOutcome::published);
  CHECK(project.tree("build") == Site{{"web/public/index.html", "home"}});
}

TEST_CASE("each output folder has a list of its own") {
  PublishingProject project;
  Diagnostics diagnostics;
  for (const char* name : {"one", "two"}) {
    OutputRequest request = project.request();
    request.output = project / name;
    SiteWriter writer(request, diagnostics);
    writer.add({OutputPath(std::string(name) + ".html"), "page"});
    writer.publish();
  }
  CHECK(project.tree("one") == Site{{"one.html", "page"}});
  CHECK(project.tree("two") == Site{{"two.html", "page"}});
  CHECK(project.tree(".stagecraft/outputs").size() == 2);
}

// --- Without a list -------------------------------------------------------------------------

constexpr const char* our_home = "<meta name=\"generator\" content=\"Stagecraft 1\">";

TEST_CASE("a foreign file at a planned path is an error, unless it is equal") {
  PublishingProject project;
  project.write("public/index.html", "somebody's home");
  project.write("public/models/a/index.html", "model a");
  CHECK(project.build(two_pages).outcome == WriteOutcome::refused);
  CHECK(project.messages == Messages{"public/index.html: a file that is not ours stands where the "
                                     "site puts 'index.html'"});
  CHECK(project.read("public/index.html") == "somebody's home");
  CHECK_FALSE(project.has_staging());

  project.write("public/index.html", "home");
  CHECK(project.build(two_pages).outcome == WriteOutcome::unchanged);
}

TEST_CASE("adopted files are ours from then on") {
  PublishingProject project;
  for (const auto& [path, bytes] : two_pages) project.write("public/" + path, bytes);
  project.build(two_pages);
  CHECK(project.build({{"index.html", "home"}}).removed == 1);
  CHECK(project.tree() == Site{{"index.html", "home"}});
}

TEST_CASE("a foreign file stays foreign when the site has a list") {
  PublishingProject project;
  project.build(with(two_pages, "index.html", our_home));
  project.write("public/robots.txt", "mine");
  CHECK(project.build(with(two_pages, "robots.txt", "theirs")).outcome == WriteOutcome::refused);
  CHECK(project.read("public/robots.txt") == "mine");
}

TEST_CASE("a site of ours whose list is lost or damaged is replaced, but nothing is removed") {
  PublishingProject project;
  project.build({{"index.html", our_home}, {"old.html", "old"}, {"page.html", "page"}});
  const Site lists = project.tree(".stagecraft/outputs");
  REQUIRE(lists.size() == 1);
  const std::string list = ".stagecraft/outputs/" + lists.begin()->first;
  SECTION("lost") {
    std::filesystem::remove_all(project / ".stagecraft");
  }
  SECTION("cut short") {
    project.write(list, lists.begin()->second.substr(0, lists.begin()->second.size() / 2));
  }
  SECTION("something else") {
    project.write(list, "hello");
  }
  SECTION("a link") {
    std::filesystem::rename(project / list, project / "list");
    std::filesystem::create_symlink(project / "list", project / list);
  }
  const WriteResult result = project.build({{"index.html", our_home}, {"page.html", "new"}});
  CHECK(result.outcome == WriteOutcome::published);
  CHECK(result.removed == 0);
  CHECK(project.tree() ==
        Site{{"index.html", our_home}, {"old.html", "old"}, {"page.html", "new"}});
}

}  // namespace
}  // namespace stagecraft
