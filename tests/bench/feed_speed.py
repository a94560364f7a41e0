#!/usr/bin/env python3
"""A product catalog of any size through `stagecraft feed`: MB/s, peak memory, instructions per byte,
beside DuckDB's COPY on one thread and a loop of Python's csv.

usage: tests/bench/feed_speed.py [--rows N] [--program PATH] [--instructions]

DuckDB is npm's @duckdb/node-api, looked for in tests/bench/feed/node_modules; without it that line is
left out and the output says so. Ratios of medians are what counts: other work on the machine makes
all of them slower."""

import argparse
import csv
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from feed import catalogs  # noqa: E402

SETTINGS = catalogs.SETTINGS.replace("{PATTERN}", "{handle}") + "brand: Quillback\n"


def write_catalog(path, rows):
    """A clean Shopify export, so that it is read once."""
    written = catalogs.Shopify()
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(written.columns.values())
        for number in range(rows):
            item = {**catalogs.clean_item(number), "number": number}
            item["description"] += " It stands by itself, hangs from a branch, and burns for a night." * 4
            out.writerow(written.value(item, attribute) for attribute in written.columns)


def timed(command, folder):
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    message = process.stderr.read().decode()
    if status != 0:
        raise SystemExit(f"{command[0]} failed: {message}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def report(name, runs, size):
    wall = statistics.median(run[0] for run in runs)
    cpu = statistics.median(run[1] for run in runs)
    print(f"{name:<34}{size / wall / 1e6:>9.0f} MB/s{size / cpu / 1e6:>9.0f} MB per CPU second"
          f"{max(run[2] for run in runs) / 1024:>9.0f} MB of memory")


def instructions(program, folder, size):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *ARGUMENTS]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    count = int(re.search(r"Collected : (\d+)", done.stderr)[1])
    print(f"{'instructions per byte':<34}{count / size:>9.1f}")


ARGUMENTS = ["feed", "products.csv", "--settings", "feed.yaml", "--to", "openai", "-o", "out"]
PYTHON = "import csv,sys\nwith open('products.csv', newline='') as a, open('python.csv', 'w', newline='') as b:\n    csv.writer(b).writerows(csv.reader(a))\n"
DUCKDB = """const duckdb = require('@duckdb/node-api');
(async () => {
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads=1');
  await connection.run("COPY (SELECT * FROM read_csv('products.csv', all_varchar=true)) TO 'duckdb.json' (FORMAT json)");
})();
"""


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--program", default=str(ROOT / "build/stagecraft"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--instructions", action="store_true")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    modules = ROOT / "tests/bench/feed/node_modules"
    with tempfile.TemporaryDirectory(prefix="stagecraft-bench-") as name:
        folder = pathlib.Path(name)
        write_catalog(folder / "products.csv", options.rows)
        (folder / "feed.yaml").write_text(SETTINGS)
        (folder / "duckdb.cjs").write_text(DUCKDB)
        size = (folder / "products.csv").stat().st_size
        print(f"{options.rows} rows, {size / 1e6:.0f} MB, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        report("stagecraft, CSV to audited JSONL", [timed([program, *ARGUMENTS], folder) for _ in range(options.runs)], size)
        report("Python's csv, CSV to CSV", [timed([sys.executable, "-c", PYTHON], folder)], size)
        if (modules / "@duckdb/node-api").is_dir():
            os.environ["NODE_PATH"] = str(modules)
            report("DuckDB's COPY, one thread", [timed(["node", "duckdb.cjs"], folder) for _ in range(options.runs)], size)
        else:
            print("DuckDB is not installed: npm install --prefix tests/bench/feed @duckdb/node-api")
        if options.instructions:
            instructions(program, folder, size)


if __name__ == "__main__":
    main()
