"""Folder cases: a project in, the program run on a copy of it, what came out."""

import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from support import checks

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECTS = ROOT / "tests/support/projects"
TIME_LIMIT = 30  # seconds; a case takes a fraction of one


def program():
    path = pathlib.Path(os.environ.get("STAGECRAFT", ROOT / "build/stagecraft")).resolve()
    if not path.is_file():
        raise SystemExit(f"{path} is not built; scripts/test builds it")
    return path


class Run:
    def __init__(self, done, folder):
        self.exit_code = done.returncode
        self.stdout = settled(done.stdout.decode("utf-8", "replace"))
        self.stderr = settled(done.stderr.decode("utf-8", "replace"))
        self.folder = folder


def settled(text):
    """`text` without what differs from run to run: how long something took."""
    return re.sub(r"\b\d+(\.\d+)? (µs|ms|s)\b", "TIME", text)


def copy_of(case, folder):
    """Copies the case's project into `folder`, over the one that its file `base` names, if any, and
    runs its `setup.sh` there, for what git does not hold."""
    project = folder / "project"
    project.mkdir()
    base = case / "base"
    sources = [PROJECTS / base.read_text().strip()] if base.is_file() else []
    for source in [*sources, case / "project"]:
        if source.is_dir():
            shutil.copytree(source, project, symlinks=True, dirs_exist_ok=True)
    setup = case / "setup.sh"
    if setup.is_file():
        subprocess.run(["sh", "-eu", setup.resolve()], cwd=project, check=True)
    return project


def arguments_of(case, default):
    """One argument a line, `#` for a remark."""
    path = case / "args"
    if not path.is_file():
        return default
    return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]


def run(arguments, folder, environment=None):
    try:
        done = subprocess.run([program(), *arguments], cwd=folder, capture_output=True, timeout=TIME_LIMIT,
                              env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as slow:
        message = f"stopped after {TIME_LIMIT} seconds\n".encode()
        done = subprocess.CompletedProcess(slow.cmd, -1, slow.stdout or b"", (slow.stderr or b"") + message)
    return Run(done, folder)


def run_case(case, default_arguments):
    """A context manager: the finished run of `case`, its folder gone afterwards."""
    return _CaseRun(case, default_arguments)


class _CaseRun:
    def __init__(self, case, default_arguments):
        self.case, self.arguments = case, arguments_of(case, default_arguments)

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="stagecraft-case-")
        project = copy_of(self.case, pathlib.Path(self.temporary.name))
        return run(self.arguments, project)

    def __exit__(self, *_):
        self.temporary.cleanup()


def files_under(folder):
    """Relative path -> bytes of every file below `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file() or path.is_symlink()}


def difference(name, expected, actual):
    """The lines in which two files differ, at most 40 of them."""
    try:
        old, new = expected.decode().splitlines(), actual.decode().splitlines()
    except UnicodeDecodeError:
        return [f"{name}: differs"]
    lines = list(difflib.unified_diff(old, new, f"expected {name}", f"actual {name}", lineterm="", n=2))
    return lines[:40] or [f"{name}: differs in line ends"]


def cases_in(folder, wanted):
    cases = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))
    unknown = set(wanted) - {case.name for case in cases}
    if unknown:
        raise SystemExit(f"no such case: {', '.join(sorted(unknown))}")
    return [case for case in cases if not wanted or case.name in wanted]


def run_cases(folder, arguments, problems_of):
    """The main function of a runner of folder cases: runs those of `folder` that `arguments` name, or
    all, as many at once as there are processors, and prints them in order. `problems_of` takes a
    case and whether to rewrite what it expects, and gives the lines to print, none when it passes."""
    update = "--update" in arguments or os.environ.get("STAGECRAFT_UPDATE") == "1"
    every = cases_in(folder, [argument for argument in arguments if argument != "--update"])
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        for case, found in zip(every, threads.map(lambda case: problems_of(case, update), every)):
            print(f"{'FAILED' if found else 'ok'}: {case.name}", *found, sep="\n", flush=True)
            failed += bool(found)
    return checks.closing_line(len(every) - failed, failed)
