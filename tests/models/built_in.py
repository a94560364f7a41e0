#!/usr/bin/env python3
"""Runs the linter over every model that comes with the program: nothing is found that the model does
not accept, and every stage of the whole is reached. Usage: built_in.py [PROGRAM]"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def problems(program, model):
    run = subprocess.run([program, "check", "--strict", "--model", model], capture_output=True,
                         text=True, check=False)
    found = [run.stderr] if run.returncode != 0 else []
    whole = False
    for line in run.stdout.splitlines():
        if line.startswith("    ") and not line.startswith("     "):
            whole = line == "    the whole"
        if whole and ("unreachable, which" in line or "not proven;" in line):
            found.append(line)
    return found


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("STAGECRAFT",
                                                                   ROOT / "build/stagecraft")
    passed = failed = 0
    for folder in sorted((ROOT / "content/models").iterdir()):
        found = problems(program, folder.name)
        passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
        print(f"{'FAILED' if found else 'ok'}: {folder.name}", *found, sep="\n  ")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
