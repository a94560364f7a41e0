#!/usr/bin/env python3
"""Scores all 1,024 ways to answer the ten questions of the shipped model ecommerce-ai.

The numbers are those of the article that the model comes from (0 to 1, 2 to 3, 4 to 6, 7 to 9 and 10
yes answers) and of counting the patterns by hand: 11, 165, 672, 175 and 1 of them by count. By
prerequisites a stage needs every question of its own stage and of those below; one question belongs
to stage 2, four to 3, four to 4 and one to 5, which gives 512, 480, 30, 1 and 1.
Usage: ecommerce_ai.py [PROGRAM]"""

import collections
import concurrent.futures
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
STAGES = ["reactive", "responsive", "proactive", "autonomous", "orchestrated"]
QUESTIONS = {"resolves-alone": 1, "catalogue-attributes": 2, "speaks-first": 2,
             "recommends-in-context": 2, "revenue-attributed": 2, "returns-in-conversation": 3,
             "three-channels": 3, "improves-itself": 3, "prepares-checkout": 3,
             "external-surfaces": 4}


def by_count(yes):
    return STAGES[sum(yes >= least for least in (2, 4, 7, 10))]


def by_prerequisites(answers):
    reached = 0
    for stage in range(1, 5):
        if not all(answers[name] for name, own in QUESTIONS.items() if own == stage):
            break
        reached = stage
    return STAGES[reached]


def scored(program, folder, number, answers):
    path = pathlib.Path(folder) / f"{number}.json"
    path.write_text(json.dumps({
        "subject": {"id": "acme", "name": "Acme"}, "date": "2026-09-15", "model": "ecommerce-ai",
        "answers": {name: "yes" if is_so else "no" for name, is_so in answers.items()}}))
    run = subprocess.run([program, "score", path, "--format=json"], capture_output=True, text=True,
                         check=True)
    return json.loads(run.stdout)


def wrong(record, answers):
    """What is wrong with the record of some answers."""
    count, prerequisites = record["methods"]
    expected = by_count(sum(answers.values())), by_prerequisites(answers)
    found = count["nodes"][0]["stage"], prerequisites["nodes"][0]["stage"]
    told = [other["method"] for other in record.get("disagreements", [])]
    problems = [f"{found} instead of {expected}"] if found != expected else []
    if told != (["by-prerequisites"] if expected[0] != expected[1] else []):
        problems.append(f"disagreements {told}")
    return found, problems


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("STAGECRAFT",
                                                                   ROOT / "build/stagecraft")
    patterns = [dict(zip(QUESTIONS, one)) for one in itertools.product([False, True], repeat=10)]
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        records = list(pool.map(lambda job: scored(program, folder, *job), enumerate(patterns)))
    failed = 0
    counts = [collections.Counter(), collections.Counter()]
    for record, answers in zip(records, patterns):
        found, problems = wrong(record, answers)
        counts[0][found[0]] += 1
        counts[1][found[1]] += 1
        if problems:
            failed += 1
            print(f"FAILED: {[name for name in answers if answers[name]]}: {problems}")
    for counted, expected in zip(counts, ([11, 165, 672, 175, 1], [512, 480, 30, 1, 1])):
        if [counted[stage] for stage in STAGES] != expected:
            failed += 1
            print(f"FAILED: {dict(counted)} instead of {expected}")
    print(f"{len(patterns) + 2 - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
