#!/usr/bin/env python3
"""Runs the program on every faulty project and compares the words it says, exactly.

usage: tests/errors/run.py [--update] [CASE...]      --update (or STAGECRAFT_UPDATE=1) rewrites

A case is a folder:
  project/       the input; setup.sh beside it adds what git does not hold
  base           a project of tests/support/projects over which project/ is laid
  args           the command line, one argument a line; without it: check .
  expected.txt   the exact text on standard error; times stand as TIME
  exit           the expected exit code; without it: 1
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from support import cases  # noqa: E402


def expected_exit(case):
    path = case / "exit"
    return int(path.read_text()) if path.is_file() else 1


def problems_of(case, update):
    with cases.run_case(case, ["check", "."]) as run:
        found = []
        if run.exit_code != expected_exit(case):
            found.append(f"exit code {run.exit_code}, expected {expected_exit(case)}")
        left_behind = [name for name in ("public", ".stagecraft") if (run.folder / name).exists()]
        if left_behind and run.exit_code != 0:
            found.append(f"a failed run left behind: {', '.join(left_behind)}")
        text = case / "expected.txt"
        if update:
            text.write_text(run.stderr)
        expected = text.read_text() if text.is_file() else ""
        if not expected:
            found.append("expected.txt is missing or empty")
        if expected != run.stderr:
            found += cases.difference(text.name, expected.encode(), run.stderr.encode())
        return found


if __name__ == "__main__":
    sys.exit(cases.run_cases(HERE, sys.argv[1:], problems_of))
