// Builds that are killed, broken or disturbed at each of their steps.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "support/catch.h"
#include "unit/write/publishing_project.h"

namespace stagecraft {
namespace {

using Messages = std::vector<std::string>;
namespace fs = std::filesystem;

const Site old_site{{"index.html", "old home"}, {"same.html", "same"}, {"gone/index.html", "gone"}};
const Site new_site{{"index.html", "new home"}, {"same.html", "same"}, {"fresh/index.html", "new"}};
const Site last_site{{"same.html", "same"}};

Site with_foreign(Site site) {
  site["notes/mine.txt"] = "mine";
  return site;
}

/// A project with the old site and a foreign file.
struct Published : PublishingProject {
  Published() {
    build(old_site);
    write("public/notes/mine.txt", "mine");
  }
};

/// Whether the system can exchange two folders, or is made to say that it cannot.
enum class Swap { in_one_step, in_two_steps };

/// Answers step `broken` (from 0) with `fault()`, and exchanges as `swap` says.
DiskChanges broken_at(int broken, Swap swap, std::function<int()> fault) {
  return DiskChanges([=, step = 0](std::string_view call) mutable {
    if (step++ == broken) return fault();
    return call == "exchange" && swap == Swap::in_two_steps ? ENOSYS : 0;
  });
}

DiskChanges in_two_steps() {
  return broken_at(-1, Swap::in_two_steps, [] { return 0; });
}

/// Builds `site` in a process of its own that is killed before step `step`. False when the build
/// had fewer steps.
bool build_killed_at(int step, const PublishingProject& project, const Site& site, Swap swap) {
  const pid_t child = ::fork();
  if (child == 0) {
    Diagnostics diagnostics;
    project.publish(site, diagnostics, broken_at(step, swap, [] { return ::raise(SIGKILL); }));
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

/// Starts a build that finds nothing to do.
void start_a_build(const PublishingProject& project) {
  Diagnostics diagnostics;
  const SiteWriter writer(project.request(), diagnostics);
}

TEST_CASE("a build that is killed at any step leaves the old site or the new one, whole") {
  const Swap swap = GENERATE(Swap::in_one_step, Swap::in_two_steps);
  int step = 0;
  for (bool killed = true; killed; ++step) {
    PublishingProject project;
    project.build(old_site);
    project.write("public/notes/mine.txt", "mine");
    killed = build_killed_at(step, project, new_site, swap);
    if (swap == Swap::in_two_steps) start_a_build(project);
    INFO("killed at step " << step);
    const Site left = project.tree();
    CHECK((left == with_foreign(old_site) || left == with_foreign(new_site)));

    // The next builds find their way, remove all that is ours and nothing else.
    CHECK(project.build(new_site).outcome != WriteOutcome::failed);
    CHECK(project.tree() == with_foreign(new_site));
    CHECK_FALSE(project.has_staging());
    CHECK(project.build(last_site).outcome == WriteOutcome::published);
    CHECK(project.tree() == with_foreign(last_site));
    CHECK_FALSE(project.has_staging());
    CHECK(project.messages.empty());
  }
  CHECK(step > 20);
}

TEST_CASE("a first build that is killed at any step leaves nothing or the whole site") {
  int step = 0;
  for (bool killed = true; killed; ++step) {
    PublishingProject project;
    killed = build_killed_at(step, project, new_site, Swap::in_one_step);
    INFO("killed at step " << step);
    CHECK((project.tree() == Site{} || project.tree() == new_site));
    project.build(last_site);
    CHECK(project.tree() == last_site);
    CHECK_FALSE(project.has_staging());
  }
  CHECK(step > 10);
}

TEST_CASE("a second kill while the leftovers of the first are cleared does no harm") {
  for (int first : {8, 12, 16, 20, 24}) {
    int step = 0;
    for (bool killed = true; killed; ++step) {
      const Published project;
      build_killed_at(first, project, new_site, Swap::in_two_steps);
      killed = build_killed_at(step, project, new_site, Swap::in_two_steps);
      start_a_build(project);
      INFO("killed at step " << first << ", then at step " << step);
      const Site left = project.tree();
      CHECK((left == with_foreign(old_site) || left == with_foreign(new_site)));
    }
  }
}

/// How a build of the new site ends when step `step` fails with ENOSPC.
WriteOutcome outcome_when_broken_at(int step, PublishingProject& project, Swap swap, int& fired) {
  return project
      .build(new_site, broken_at(step, swap,
                                 [&fired] {
                                   ++fired;
                                   return ENOSPC;
                                 }))
      .outcome;
}

TEST_CASE("whichever step fails, the site is the old or the new one and the outcome says which") {
  const Swap swap = GENERATE(Swap::in_one_step, Swap::in_two_steps);
  int step = 0;
  for (int fired = 1; fired == 1; ++step) {
    fired = 0;
    Published project;
    const WriteOutcome outcome = outcome_when_broken_at(step, project, swap, fired);
    INFO("step " << step << " failed");
    if (outcome == WriteOutcome::published) {
      CHECK(project.tree() == with_foreign(new_site));
    } else {
      CHECK(outcome == WriteOutcome::failed);
      CHECK(project.tree() == with_foreign(old_site));
      REQUIRE(project.messages.size() == 1);
      CHECK(project.messages[0].ends_with(": no space left on device"));
      CHECK_FALSE(project.has_staging());
    }
    CHECK(project.build(last_site).outcome == WriteOutcome::published);
    CHECK(project.tree() == with_foreign(last_site));
  }
  CHECK(step > 20);
}

TEST_CASE("the old site is put back when the new one cannot take its place in two steps") {
  Published project;
  int renames_of_sites = 0;
  const WriteResult result = project.build(
      new_site, DiskChanges([&](std::string_view call) {
        if (call == "exchange") {
          renames_of_sites = 1;
          return EINVAL;
        }
        // Of the renames after the exchange, the second puts the new site in place.
        return call == "rename" && renames_of_sites > 0 && renames_of_sites++ == 2 ? EIO : 0;
      }));
  CHECK(result.outcome == WriteOutcome::failed);
  CHECK(project.messages == Messages{"public: cannot be put in place: input/output error"});
  CHECK(project.tree() == with_foreign(old_site));
  CHECK_FALSE(project.has_staging());
}

TEST_CASE("an old site that cannot be put back is kept for the next build") {
  Published project;
  bool is_swapping = false;
  int renames = 0;
  const auto fails_twice = [&](std::string_view call) {
    if (call == "exchange") is_swapping = true;
    if (call == "exchange") return ENOSYS;
    return is_swapping && call == "rename" && ++renames > 1 ? EIO : 0;
  };
  CHECK(project.build(new_site, DiskChanges(fails_twice)).outcome == WriteOutcome::failed);
  CHECK(project.tree().empty());

  SECTION("which puts it back when it starts") {
    start_a_build(project);
  }
  SECTION("which puts it back when it clears the leftovers") {
    int calls = 0;
    const auto fails_first = [&](std::string_view) { return calls++ == 0 ? EIO : 0; };
    CHECK(project.build(new_site, DiskChanges(fails_first)).outcome == WriteOutcome::failed);
  }
  CHECK(project.tree() == with_foreign(old_site));
  CHECK(project.build(new_site).outcome == WriteOutcome::published);
  CHECK(project.tree() == with_foreign(new_site));
}

TEST_CASE("a swap in two steps gives the same site") {
  Published project;
  CHECK(project.build(new_site, in_two_steps()).outcome == WriteOutcome::published);
  CHECK(project.tree() == with_foreign(new_site));
  CHECK_FALSE(project.has_staging());
}

TEST_CASE("a site that was taken aside by a killed build comes back when the next one starts") {
  const Published project;
  fs::create_directories(project / PublishingProject::staging);
  fs::rename(project / "public", project / (std::string(PublishingProject::staging) + "/old"));
  start_a_build(project);
  CHECK(project.tree() == with_foreign(old_site));
}

TEST_CASE("files are copied where the file system has no links") {
  Published project;
  fs::create_symlink("target", project / "public/link");
  fs::permissions(project / "public/notes/mine.txt", fs::perms::owner_read);
  fs::last_write_time(project / "public/notes/mine.txt", fs::file_time_type{});
  const auto no_links = [](std::string_view call) { return call == "link" ? EPERM : 0; };
  CHECK(project.build(new_site, DiskChanges(no_links)).outcome == WriteOutcome::published);
  Site expected = with_foreign(new_site);
  expected["link"] = "-> target";
  CHECK(project.tree() == expected);
  CHECK(project.mode("public/notes/mine.txt") == 0400);
  CHECK(fs::last_write_time(project / "public/notes/mine.txt") == fs::file_time_type{});
}

TEST_CASE("a second build at the same time is told so and does no harm") {
  Published project;
  Diagnostics diagnostics;
  SiteWriter first(project.request(), diagnostics);
  REQUIRE(first.add({OutputPath("index.html"), "first"}));
  CHECK(project.build(new_site).outcome == WriteOutcome::failed);
  CHECK(project.messages == Messages{"public: another build is writing here"});
  CHECK(first.publish().outcome == WriteOutcome::published);
  CHECK(project.read("public/index.html") == "first");
}

TEST_CASE("a build that compared with a site which another one replaced stops") {
  Published project;
  Diagnostics diagnostics;
  SiteWriter slow(project.request(), diagnostics);
  REQUIRE(slow.add({OutputPath("same.html"), "same"}));
  REQUIRE(project.build(new_site).outcome == WriteOutcome::published);
  CHECK_FALSE(slow.add({OutputPath("index.html"), "slow"}));
  CHECK(slow.abandon().outcome == WriteOutcome::failed);
  CHECK(diagnostics.sorted().at(0).message == "another build has written here meanwhile");
  CHECK(project.tree() == with_foreign(new_site));
}

TEST_CASE("a file that grows past the limit of the system fails in the system's words") {
  const Published project;
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Diagnostics diagnostics;
    const WriteResult result =
        project.publish({{"index.html", std::string(5000, 'x')}}, diagnostics, {});
    const bool right = result.outcome == WriteOutcome::failed &&
                       diagnostics.sorted().at(0).message == "cannot be written: file too large";
    ::_exit(right ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  CHECK(project.tree() == with_foreign(old_site));
}

TEST_CASE("a folder that may not be written leaves the old site and says so") {
  if (::geteuid() == 0) {
    WARN("skipped: root may write everywhere");
    return;
  }
  Published project;
  fs::permissions(project / "", fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(project.build(new_site).outcome == WriteOutcome::failed);
  CHECK(project.messages == Messages{"public: cannot be prepared: permission denied"});
  CHECK(project.tree() == with_foreign(old_site));
}

TEST_CASE("a project that may not be written publishes elsewhere and warns") {
  Published project;
  const auto read_only = [](std::string_view call) { return call == "open" ? EROFS : 0; };
  // Nothing but a page is removed, so the only file to be made is the list.
  const WriteResult result =
      project.build({{"index.html", "old home"}, {"same.html", "same"}}, DiskChanges(read_only));
  CHECK(result.outcome == WriteOutcome::published);
  REQUIRE(project.messages.size() == 1);
  CHECK(project.messages[0].ends_with("cannot be written: read-only file system"));
  CHECK(project.tree() == with_foreign({{"index.html", "old home"}, {"same.html", "same"}}));
}

}  // namespace
}  // namespace stagecraft
