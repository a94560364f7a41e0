#!/usr/bin/env python3
"""How the program treats the output folder: same input, same bytes; nothing lost, nothing outside."""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402

KILLS = 20
WRITING_CALLS = ["openat,openat2", "write", "mkdir,mkdirat", "link,linkat", "rename,renameat,renameat2", "unlink,unlinkat,rmdir"]


class Workshop:
    """A temporary folder that holds a copy of the example project, built on demand."""

    def __init__(self, name="example"):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stagecraft-publishing-"))
        self.project = self.folder / name
        shutil.copytree(ROOT / "site", self.project, ignore=shutil.ignore_patterns("public", ".stagecraft"))
        self.output = self.project / "public"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def build(self, *options, environment=None, **process):
        done = subprocess.run([cases.program(), "build", ".", *options], cwd=self.project, text=True,
                              env={**os.environ, **(environment or {})}, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=cases.TIME_LIMIT, **process)
        return done

    def built(self, *options, **process):
        """Builds, which must succeed; the files of the output folder."""
        done = self.build(*options, **process)
        assert done.returncode == 0, f"exit code {done.returncode}\n{done.stderr}"
        return cases.files_under(self.output)

    def remove_assessments(self):
        """And what the settings say of their subjects."""
        shutil.rmtree(self.project / "assessments")
        settings = self.project / "site.yaml"
        lines = settings.read_text().splitlines(keepends=True)
        settings.write_text("".join(line for line in lines if not line.startswith("capability_feeds:")))

    def change_every_page(self):
        settings = self.project / "site.yaml"
        lines = settings.read_text().splitlines(keepends=True)
        changed = ["title: Another title\n" if line.startswith("title:") else line for line in lines]
        assert changed != lines, "site.yaml has no title to change"
        settings.write_text("".join(changed))


def assert_same(first, second):
    missing = sorted(set(first) ^ set(second))
    assert not missing, f"in one of the two only: {missing[:10]}"
    differing = [name for name in first if first[name] != second[name]]
    assert not differing, f"differ: {differing[:10]}"


def snapshot(folder, skip=()):
    """What is below `folder`, by path: kind, mode, size, content; without what `skip` names."""
    seen = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(name == skipped or name.startswith(skipped + "/") for skipped in skip):
            continue
        status = path.lstat()
        content = path.read_bytes() if path.is_file() else None
        seen[name] = (status.st_mode, content)
    return seen


def identity(folder):
    """Inode and time of change of `folder` and everything below it."""
    return {str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns, path.lstat().st_ctime_ns)
            for path in [folder, *sorted(folder.rglob("*"))]}


def test_two_folders_give_the_same_bytes():
    with Workshop() as first, Workshop("another name/deep down") as second:
        assert_same(first.built(), second.built())


def test_an_output_folder_elsewhere_gets_the_same_bytes():
    with Workshop() as first, Workshop() as second:
        elsewhere = second.folder / "elsewhere" / "www"
        elsewhere.parent.mkdir()
        done = second.build("-o", str(elsewhere))
        assert done.returncode == 0, done.stderr
        assert_same(first.built(), cases.files_under(elsewhere))
        assert not second.output.exists()


def test_locales_give_the_same_bytes():
    if not shutil.which("localedef"):
        raise checks.Skipped("localedef is not installed")
    with Workshop() as workshop:
        locales = workshop.folder / "locales"
        locales.mkdir()
        for name in ("tr_TR", "de_DE"):
            made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", locales / f"{name}.UTF-8"], capture_output=True)
            if not (locales / f"{name}.UTF-8").is_dir():
                raise checks.Skipped(f"localedef cannot make {name}: {made.stderr.decode().strip()}")
        plain = workshop.built(environment={"LC_ALL": "C"})
        for name in ("tr_TR.UTF-8", "de_DE.UTF-8"):
            shutil.rmtree(workshop.output)
            environment = {"LOCPATH": str(locales), "LC_ALL": name, "LANG": name, "LANGUAGE": name[:2]}
            assert_same(plain, workshop.built(environment=environment))


def assert_same_whatever(runs):
    """Builds from nothing with each of `runs` (arguments of Workshop.built) and compares the bytes."""
    with Workshop() as workshop:
        plain = workshop.built()
        for options, process in runs:
            shutil.rmtree(workshop.output)
            assert_same(plain, workshop.built(*options, **process))


def test_time_zones_give_the_same_bytes():
    zones = ["UTC", "XYZ-14", "ABC+12", "America/New_York"]
    assert_same_whatever([((), {"environment": {"TZ": zone}}) for zone in zones])


def test_umasks_give_the_same_bytes():
    assert_same_whatever([((), {"umask": umask}) for umask in (0o022, 0o077)])


def test_thread_counts_give_the_same_bytes():
    assert_same_whatever([(("--jobs", jobs), {}) for jobs in ("1", "2", "8")])


def test_an_unchanged_build_touches_nothing():
    with Workshop() as workshop:
        workshop.built()
        before = identity(workshop.output)
        workshop.built()
        assert identity(workshop.output) == before


def test_a_changed_build_leaves_unchanged_files_as_they_were():
    with Workshop() as workshop:
        first = workshop.built()
        inodes = {name: (workshop.output / name).stat().st_ino for name in first}
        workshop.change_every_page()
        second = workshop.built()
        same = [name for name in first if second.get(name) == first[name]]
        assert same and len(same) < len(first), "the change should reach some files and not others"
        touched = [name for name in same if (workshop.output / name).stat().st_ino != inodes[name]]
        assert not touched, f"written again with the same bytes: {touched[:10]}"


def test_a_page_removed_from_the_input_disappears():
    with Workshop() as workshop:
        before = workshop.built()
        workshop.remove_assessments()
        after = workshop.built()
        gone = set(before) - set(after)
        assert any(name.endswith("index.html") for name in gone), f"no page went: {sorted(gone)}"
        empty = [path for path in workshop.output.rglob("*") if path.is_dir() and not any(path.iterdir())]
        assert not empty, f"left empty: {empty}"


def test_files_that_are_not_ours_stay():
    foreign = {"CNAME": b"example.org\n", "own/deep/file.bin": bytes(range(256)), "models/notes.txt": b"mine\n"}
    with Workshop() as workshop:
        workshop.built()
        for name, content in foreign.items():
            (workshop.output / name).parent.mkdir(parents=True, exist_ok=True)
            (workshop.output / name).write_bytes(content)
        (workshop.output / "own/link").symlink_to("deep/file.bin")
        workshop.change_every_page()
        for _ in range(2):
            files = workshop.built()
            assert {name: files.get(name) for name in foreign} == foreign
            assert os.readlink(workshop.output / "own/link") == "deep/file.bin"
        workshop.remove_assessments()
        files = workshop.built()
        assert {name: files.get(name) for name in foreign} == foreign


def test_a_folder_that_was_there_before_the_first_build_keeps_its_files():
    with Workshop() as workshop:
        workshop.output.mkdir()
        (workshop.output / "notes.txt").write_text("mine\n")
        assert workshop.built()["notes.txt"] == b"mine\n"


def test_nothing_outside_the_output_folder_changes():
    with Workshop() as workshop:
        (workshop.folder / "beside").mkdir()
        (workshop.folder / "beside/file").write_text("mine\n")
        home = workshop.folder / "home"
        home.mkdir()
        skip = ("example/public", "example/.stagecraft")
        before = snapshot(workshop.folder, skip)
        environment = {"HOME": str(home), "TMPDIR": str(home)}
        workshop.built(environment=environment)
        workshop.change_every_page()
        before["example/site.yaml"] = snapshot(workshop.folder, skip)["example/site.yaml"]
        workshop.built(environment=environment)
        assert snapshot(workshop.folder, skip) == before


def test_a_link_in_the_output_folder_leads_nowhere():
    with Workshop() as workshop:
        elsewhere = workshop.folder / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "index.html").write_text("mine\n")
        workshop.output.mkdir()
        (workshop.output / "models").symlink_to(elsewhere)
        (workshop.output / "index.html").symlink_to(elsewhere / "index.html")
        workshop.build()
        assert cases.files_under(elsewhere) == {"index.html": b"mine\n"}


def test_the_project_itself_is_never_an_output_folder():
    with Workshop() as workshop:
        before = snapshot(workshop.project)
        for target in (".", "..", "assessments", "site.yaml"):
            done = workshop.build("-o", target)
            assert done.returncode in (1, 2, 3), f"-o {target} gave exit code {done.returncode}"
            assert snapshot(workshop.project) == before, f"-o {target} changed the project"


def test_a_project_with_mistakes_leaves_the_last_good_site():
    with Workshop() as workshop:
        good = workshop.built()
        (workshop.project / "site.yaml").write_text("title: [\n")
        assert workshop.build().returncode == 1
        assert_same(good, cases.files_under(workshop.output))


def test_a_disk_that_takes_no_more_leaves_the_last_good_site():
    with Workshop() as workshop:
        good = workshop.built()
        workshop.change_every_page()

        def small_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

        done = workshop.build(preexec_fn=small_disk, restore_signals=False)
        assert done.returncode == 3, f"exit code {done.returncode}\n{done.stderr}"
        assert "error" in done.stderr
        assert_same(good, cases.files_under(workshop.output))


def assert_killed_builds_leave_a_whole_site(killed_builds):
    """`killed_builds` yields functions that start a build of the workshop and kill it on the way.
    Each of them has the whole site to write: the project changes to and fro between two titles."""
    with Workshop() as changed, Workshop() as workshop:
        settings = workshop.project / "site.yaml"
        old_settings = settings.read_text()
        changed.change_every_page()
        new_settings = (changed.project / "site.yaml").read_text()
        old, new = workshop.built(), changed.built()
        surroundings = snapshot(workshop.folder, ("example/public", "example/.stagecraft", "example/site.yaml"))
        outcomes = set()
        for when, killed_build in killed_builds:
            stands_old = cases.files_under(workshop.output) == old
            settings.write_text(new_settings if stands_old else old_settings)
            killed_build(workshop)
            actual = cases.files_under(workshop.output)
            assert actual in (old, new), f"{when}: neither the old site nor the new one stands there"
            outcomes.add((actual == old) == stands_old)
        assert outcomes == {True, False}, "every kill came before, or every kill came after, the swap"
        settings.write_text(new_settings)
        assert_same(new, workshop.built())
        left = snapshot(workshop.folder, ("example/public", "example/.stagecraft", "example/site.yaml"))
        assert left == surroundings, f"left behind: {sorted(set(left) ^ set(surroundings))}"


def killed_after(seconds):
    def build(workshop):
        process = subprocess.Popen([cases.program(), "build", "."], cwd=workshop.project, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
    return build


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site():
    with Workshop() as workshop:
        start = time.monotonic()
        workshop.built()
        whole = time.monotonic() - start
    moments = [2 * whole * kill / KILLS for kill in range(KILLS)]
    assert_killed_builds_leave_a_whole_site((f"killed after {moment:.3f} s", killed_after(moment)) for moment in moments)


def killed_in(call, occurrence):
    def build(workshop):
        inject = f"inject={call}:signal=KILL:when={occurrence}"
        subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject,
                        cases.program(), "build", ".", "--jobs", "1"],
                       cwd=workshop.project, stdin=subprocess.DEVNULL, capture_output=True, timeout=cases.TIME_LIMIT)
    return build


def test_a_build_that_is_killed_in_any_call_to_the_disk_leaves_a_whole_site():
    if not shutil.which("strace"):
        raise checks.Skipped("strace is not installed")
    if subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        raise checks.Skipped("this system lets nobody trace a process")
    occurrences = [1, 2, 3, 5, 8, 13, 21, 34, 55]
    assert_killed_builds_leave_a_whole_site((f"killed in {call} number {occurrence}", killed_in(call, occurrence))
                                            for call in WRITING_CALLS for occurrence in occurrences)


if __name__ == "__main__":
    checks.main(globals())
