#!/usr/bin/env python3
"""Times a report page of 17 KB: from a template, by plain appends, by Python's Jinja2, side by side;
with valgrind also the instructions. Usage: run.py BENCH_TEMPLATE. Fails above the budget."""

import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

import jinja2

HERE = pathlib.Path(__file__).parent
TEMPLATE = HERE / "page.html"
BUDGET = 60  # microseconds for one page


def output(program, *arguments):
    return subprocess.run([program, TEMPLATE, *arguments], capture_output=True, text=True, check=True).stdout


def python_microseconds(view, page):
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True,
                                     keep_trailing_newline=True, undefined=jinja2.StrictUndefined)
    template = environment.from_string(TEMPLATE.read_text())
    if template.render(view) != page:
        print("note: Python's page differs")
    runs = []
    for _ in range(300):
        start = time.perf_counter()
        template.render(view)
        runs.append((time.perf_counter() - start) * 1e6)
    return statistics.median(runs)


def instructions(program, what):
    """Per page: the difference between two runs, so that reading and parsing do not count."""
    counts = []
    for times in (10, 110):
        run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program,
                              TEMPLATE, "--times", str(times), "--only", what], capture_output=True, text=True)
        counts.append(int(re.search(r"Collected : (\d+)", run.stderr)[1]))
    return (counts[1] - counts[0]) // 100


def main():
    program = sys.argv[1]
    page, view = output(program, "--page"), json.loads(output(program, "--view"))
    runs = [dict(line.split() for line in output(program).splitlines()) for _ in range(5)]
    times = {name: min(float(run[name]) for run in runs) for name in runs[0]}
    times["jinja2"] = python_microseconds(view, page)
    counted = shutil.which("valgrind") is not None
    print(f"one page of {len(page.encode())} bytes")
    for name, microseconds in times.items():
        count = f"{instructions(program, name):>10} instructions" if counted and name != "jinja2" else ""
        print(f"{name:>10} {microseconds * 1000:>9.0f} ns {microseconds / times['template']:>6.2f} x {count}")
    if times["template"] > BUDGET:
        print(f"over the budget of {BUDGET} µs")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
