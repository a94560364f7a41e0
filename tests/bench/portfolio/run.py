#!/usr/bin/env python3
"""Evaluates portfolios of 1,000 and of 10,000 assessments and prints CPU time and peak memory.
usage: run.py PROGRAM"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
MODEL = ROOT / "content/models/ecommerce-ai/model.yaml"
PER_FOLDER = 500


def write_portfolio(folder, count):
    """As many subjects, each with its own answers to the model's questions, every fifth left open."""
    questions = [question["id"] for question in yaml.safe_load(MODEL.read_text())["questions"]]
    chance = random.Random(1)
    for number in range(count):
        path = folder / f"{number // PER_FOLDER}" / f"subject-{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        answers = {question: chance.choice(["yes", "no"]) for question in questions if chance.random() < 0.8}
        path.write_text(json.dumps({"subject": {"id": f"subject-{number}", "name": f"Subject {number}"},
                                    "date": "2026-09-15", "model": "ecommerce-ai", "model_version": "1.0.0",
                                    "audience": "client", "answers": answers}))


def command(program, folder):
    return [program, "score", "--portfolio", "--model", MODEL, "--format", "json", folder]


def evaluated(program, count):
    """Seconds of CPU and MB at most, of `count` assessments."""
    with tempfile.TemporaryDirectory() as name:
        write_portfolio(pathlib.Path(name), count)
        process = subprocess.Popen(command(program, name), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        record = json.load(process.stdout)
        _, status, usage = os.wait4(process.pid, 0)
        assert status == 0 and record["subjects"] == count, (status, record.get("subjects"))
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    small, large = evaluated(program, 1000), evaluated(program, 10000)
    for count, (seconds, memory) in ((1000, small), (10000, large)):
        print(f"{count:6} assessments: {seconds:.2f} s CPU, {memory:.1f} MB")
    print(f"ten times as many: {large[0] / small[0]:.2f} times the time, {large[1] / small[1]:.2f} times the memory")


if __name__ == "__main__":
    main()
