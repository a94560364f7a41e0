#!/usr/bin/env python3
"""Builds the project of every case and compares all that comes out with what is expected.

usage: tests/golden/run.py [--update] [CASE...]      --update (or STAGECRAFT_UPDATE=1) rewrites

A case is a folder:
  project/     the input; setup.sh beside it adds what git does not hold
  base         a project of tests/support/projects over which project/ is laid
  args         the command line, one argument a line; without it: build . -o public
  expected/    every file of the output folder, or of the part that `only` names
  only         patterns of output paths, one a line: the case looks at these files alone; those behind
               a "!" it passes over
  stdout       what the program prints to standard output; not looked at when the file is missing
"""

import fnmatch
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from support import cases  # noqa: E402


def part_of(files, case):
    only = case / "only"
    if not only.is_file():
        return files
    patterns = [line for line in only.read_text().splitlines() if line and not line.startswith("#")]
    passed_over = [pattern[1:] for pattern in patterns if pattern.startswith("!")]

    def matches(name, some):
        return any(fnmatch.fnmatchcase(name, pattern) for pattern in some)

    return {name: content for name, content in files.items()
            if matches(name, patterns) and not matches(name, passed_over)}


def compare(expected, actual):
    found = [f"not produced: {name}" for name in sorted(set(expected) - set(actual))]
    found += [f"not expected: {name}" for name in sorted(set(actual) - set(expected))]
    for name in sorted(set(expected) & set(actual)):
        if expected[name] != actual[name]:
            found += cases.difference(name, expected[name], actual[name])
    return found


def rewrite(case, files, stdout):
    shutil.rmtree(case / "expected", ignore_errors=True)
    for name, content in files.items():
        target = case / "expected" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if (case / "stdout").is_file():
        (case / "stdout").write_text(stdout)


def problems_of(case, update):
    with cases.run_case(case, ["build", ".", "-o", "public"]) as run:
        if run.exit_code != 0:
            return [f"exit code {run.exit_code}", run.stderr]
        produced = part_of(cases.files_under(run.folder / "public"), case)
        if update:
            rewrite(case, produced, run.stdout)
        found = compare(cases.files_under(case / "expected"), produced)
        if (case / "stdout").is_file():
            found += compare({"stdout": (case / "stdout").read_bytes()}, {"stdout": run.stdout.encode()})
        elif not (case / "expected").is_dir():
            found.append("the case expects nothing: neither expected/ nor stdout is there")
        return found


if __name__ == "__main__":
    sys.exit(cases.run_cases(HERE, sys.argv[1:], problems_of))
