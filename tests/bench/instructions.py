#!/usr/bin/env python3
"""Counts instructions and holds them against the table of tests/bench/README.md.
usage: instructions.py BUILD_FOLDER"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import feed_speed  # noqa: E402
from portfolio import run as portfolio  # noqa: E402

PAGE = "a page of 17 KB from a template"
BUILT_PAGE = "a page of the four models, with all its files"
CATALOG_BYTE = "a byte of a catalog, from CSV to an audited feed"
BYTE, STEP = "a byte of Markdown", "a step that the guard of Markdown counts"
GROWTH = "growth when a Markdown text is twice as long"
ASSESSMENT, ASSESSMENTS = "an assessment of a portfolio", "growth when a portfolio is twice as large"
MODELS_SITE = """title: The four models
description: Every page that they have.
base_url: https://models.example/
models: [ecommerce-ai, ai-automation, ai-customer-experience, ecommerce]
"""
SMALLEST, LARGEST = 1024, 8192  # bytes of the shorter one of two texts
QUADRATIC = 3  # twice the text, so many times the steps: the guard counts a square


def budgets():
    rows = re.findall(r"^\| (.+?) \| ([\d.]+) \|$", (HERE / "README.md").read_text(), re.M)
    return {name: float(value) for name, value in rows}


def instructions(*command, folder=None):
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                         cwd=folder, capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", run.stderr)[1])


def page_instructions(build):
    """Of one page: the difference between two runs, so that reading and parsing do not count."""
    command = [build / "bench_template", HERE / "template/page.html", "--only", "template", "--times"]
    return (instructions(*command, "60") - instructions(*command, "10")) // 50


def built_page_instructions(build):
    """Of a whole build of the models that come with the program, divided by its pages."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "site.yaml").write_text(MODELS_SITE)
        total = instructions(build / "stagecraft", "build", folder, "--jobs", "1")
        return total // len(list(pathlib.Path(folder, "public").rglob("*.html")))


def catalog_instructions(build):
    """Of one byte: the difference between two runs, so that what is done once does not count."""
    def counted(rows):
        with tempfile.TemporaryDirectory() as folder:
            catalog = pathlib.Path(folder) / "products.csv"
            feed_speed.write_catalog(catalog, rows)
            (catalog.parent / "feed.yaml").write_text(feed_speed.SETTINGS)
            command = [build / "stagecraft", *feed_speed.ARGUMENTS]
            return instructions(*command, folder=folder), catalog.stat().st_size

    (small, small_size), (large, large_size) = counted(1000), counted(3000)
    return (large - small) // (large_size - small_size)


def portfolio_instructions(build):
    """Of one assessment among 400, and how many times as many 200 more of them cost as 100 more did:
    reading the model, which each run does once, falls out of the differences."""
    def counted(count):
        with tempfile.TemporaryDirectory() as folder:
            portfolio.write_portfolio(pathlib.Path(folder), count)
            return instructions(*portfolio.command(build / "stagecraft", folder))

    small, middle, large = (counted(count) for count in (100, 200, 400))
    return (large - middle) // 200, (large - middle) / (middle - small)


def measured_text(program, shape, size):
    """The bytes of a text, the steps that the guard counts in it, and whether it is accepted."""
    words = subprocess.run([program, str(size), shape], capture_output=True, text=True, check=True).stdout.split()
    return int(words[0]), int(words[1]), words[2] == "accepted"


def growth_of(program, shape, start):
    """(bytes, steps, instructions) of a text and of one twice as long; None when the guard refuses all."""
    size = LARGEST
    while size >= SMALLEST:
        if measured_text(program, shape, 2 * size)[2]:
            return [(*measured_text(program, shape, each)[:2],
                     instructions(program, str(each), shape) - start) for each in (size, 2 * size)]
        size //= 2
    return None


def problem_with(growth, allowed):
    """What is wrong with a shape that grows like that; empty when nothing is."""
    (_, small_steps, small), (size, steps, large) = growth
    most = allowed[BYTE] * size + allowed[STEP] * steps
    if large > most:
        return f"{large} instructions, {most:.0f} are allowed"
    is_counted = steps > QUADRATIC * max(small_steps, size)
    return f"grows {large / small:.2f} times" if large > allowed[GROWTH] * small and not is_counted else ""


def self_test():
    """The judge must be able to say no."""
    allowed = {BYTE: 200, STEP: 2, GROWTH: 2.6}
    assert problem_with([(1, 0, 100), (2, 0, 400)], allowed) == "grows 4.00 times"
    assert problem_with([(1, 0, 300), (2, 0, 600)], allowed) == "600 instructions, 400 are allowed"
    assert problem_with([(1, 100, 100), (2, 400, 1300)], allowed) == "1300 instructions, 1200 are allowed"
    assert not problem_with([(1, 0, 100), (2, 0, 210)], allowed)
    assert not problem_with([(1, 100, 100), (2, 400, 500)], allowed)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    self_test()
    allowed = budgets()
    results = []

    def report(name, problem, figures):
        results.append(not problem)
        print(f"{'FAILED' if problem else 'ok'}: {name}: {problem or figures}")

    program = build / "bench_markdown"
    shapes = subprocess.run([program, "--list"], capture_output=True, text=True, check=True).stdout.splitlines()
    start = instructions(program, "1", "one long word")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        page = pool.submit(page_instructions, build)
        built_page = pool.submit(built_page_instructions, build)
        catalog_byte = pool.submit(catalog_instructions, build)
        assessments = pool.submit(portfolio_instructions, build)
        growths = list(pool.map(lambda shape: growth_of(program, shape, start), shapes))
    each, growth = assessments.result()
    for name, count in ((PAGE, page.result()), (BUILT_PAGE, built_page.result()),
                        (CATALOG_BYTE, catalog_byte.result()), (ASSESSMENT, each)):
        problem = f"{count} instructions, {allowed[name]:.0f} are allowed" if count > allowed[name] else ""
        report(name, problem, f"{count} instructions")
    report(ASSESSMENTS, f"grows {growth:.2f} times" if growth > allowed[ASSESSMENTS] else "", f"{growth:.2f} times")
    for shape, growth in zip(shapes, growths):
        if growth is None:
            report(shape, "", "refused")
            continue
        (_, _, small), (size, steps, large) = growth
        report(shape, problem_with(growth, allowed),
               f"{size} bytes, {steps} steps, {large} instructions, {large / small:.2f} times the half")
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
