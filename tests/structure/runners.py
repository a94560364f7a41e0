#!/usr/bin/env python3
"""The runners of tests/golden and tests/errors can fail: shown on a program that is a shell script."""

import contextlib
import importlib.util
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks  # noqa: E402

PROGRAM = """#!/bin/sh
case $1 in
  build) mkdir -p public; cp input.txt public/page.txt; echo built in 3 ms ;;
  check) cat input.txt >&2; exit 1 ;;
esac
"""


def runner(kind):
    spec = importlib.util.spec_from_file_location(kind, ROOT / "tests" / kind / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextlib.contextmanager
def case_of(files):
    """A case that holds `files` (path -> text), with the shell script as the program."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "program"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        case = pathlib.Path(folder) / "case"
        for name, text in {"project/input.txt": "text\n", **files}.items():
            (case / name).parent.mkdir(parents=True, exist_ok=True)
            (case / name).write_text(text)
        before = os.environ.get("STAGECRAFT")
        os.environ["STAGECRAFT"] = str(program)
        try:
            yield case
        finally:
            os.environ.pop("STAGECRAFT")
            if before is not None:
                os.environ["STAGECRAFT"] = before


def golden_problems(files, update=False):
    with case_of(files) as case:
        return runner("golden").problems_of(case, update)


def test_a_golden_case_that_comes_out_as_expected_passes():
    assert golden_problems({"expected/page.txt": "text\n"}) == []


def test_a_golden_case_fails_on_other_bytes():
    assert golden_problems({"expected/page.txt": "texts\n"})


def test_a_golden_case_fails_on_a_file_that_is_not_produced():
    files = {"expected/page.txt": "text\n", "expected/second.txt": ""}
    assert golden_problems(files) == ["not produced: second.txt"]


def test_a_golden_case_fails_on_a_file_that_is_not_expected():
    files = {"expected/other.txt": "text\n"}
    assert "not expected: page.txt" in golden_problems(files)


def test_a_golden_case_that_expects_nothing_fails():
    assert golden_problems({"only": "*.html\n"})


def test_a_golden_case_compares_standard_output_without_times():
    files = {"expected/page.txt": "text\n"}
    assert golden_problems({**files, "stdout": "built in TIME\n"}) == []
    assert golden_problems({**files, "stdout": "built\n"})


def test_the_switch_rewrites_what_a_golden_case_expects():
    with case_of({"expected/old.txt": "old\n"}) as case:
        assert runner("golden").problems_of(case, True) == []
        assert [path.name for path in (case / "expected").iterdir()] == ["page.txt"]


def test_an_error_case_compares_every_letter_and_the_exit_code():
    def problems(files):
        with case_of(files) as case:
            return runner("errors").problems_of(case, False)

    assert problems({"expected.txt": "text\n"}) == []
    assert problems({"expected.txt": "text"})
    assert problems({"expected.txt": "text\n", "exit": "3\n"})
    assert problems({})


def test_setup_adds_what_git_does_not_hold():
    files = {"setup.sh": "echo more >> input.txt\n", "expected/page.txt": "text\nmore\n"}
    assert golden_problems(files) == []


if __name__ == "__main__":
    checks.main(globals())
