#!/usr/bin/env python3
"""Scores every assessment of the test models and compares the records with those worked by hand.

usage: tests/models/run.py [PROGRAM] [CASE...]    PROGRAM: else $STAGECRAFT, else build/stagecraft

A model is a folder with model.yaml, assessments/NAME.yaml and, for each of them, expected/NAME.md,
the result worked by hand, and expected/NAME.json, what of it the record must hold. A case is
MODEL or MODEL/NAME. The program is called as: PROGRAM score ASSESSMENT --model MODEL --format=json

An expected record is a part of the whole one:
  map                what is left out is not looked at; null: the member must not be there
  number             compared as a decimal, exactly; where the record has a fraction beside it
                     (`value_exact`), it must be expected too: no rounding hides a difference
  questions, nodes   the entries that are named, in this order, found by `id` and `pillar`
  any other list     all of its entries, in this order
"""

import json
import os
import pathlib
import subprocess
import sys
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from support import checks  # noqa: E402

TIME_LIMIT = 30  # seconds; a case takes a fraction of one
SHOWN = 10  # differences of a case
NAMED_BY = {"questions": "id", "nodes": "pillar"}
ABSENT = object()


def read_json(text):
    return json.loads(text, parse_int=Fraction, parse_float=Fraction)


def shown(value):
    if value is ABSENT:
        return "nothing"
    if isinstance(value, Fraction):
        return str(value if value.denominator == 1 else float(value))
    text = json.dumps(value, ensure_ascii=False, default=float)
    return text if len(text) <= 80 else text[:77] + "..."


def unlike(place, expected, actual):
    return [f"{place}: expected {shown(expected)}, found {shown(actual)}"]


def compare_maps(place, expected, actual):
    found = []
    for key, value in expected.items():
        there = actual.get(key, ABSENT)
        inner = f"{place}.{key}" if place else key
        if value is None:
            found += [] if there is ABSENT else unlike(inner, ABSENT, there)
        elif key in NAMED_BY and isinstance(value, list) and isinstance(there, list):
            found += compare_named(inner, value, there, NAMED_BY[key])
        else:
            found += compare(inner, value, there)
        exact = f"{key}_exact"
        if isinstance(value, Fraction) and exact in actual and exact not in expected:
            found += unlike(f"{place}.{exact}", ABSENT, actual[exact])
    return found


def compare_named(place, expected, actual, name):
    """Both lists hold maps; an entry without the key `name` stands for the whole."""
    positions = {entry.get(name): index for index, entry in enumerate(actual)}
    found, last = [], -1
    for entry in expected:
        key = entry.get(name)
        inner = f"{place}[{key or 'the whole'}]"
        position = positions.get(key)
        if position is None:
            found.append(f"{inner}: is missing")
            continue
        if position < last:
            found.append(f"{inner}: stands too early")
        last = max(last, position)
        found += compare_maps(inner, entry, actual[position])
    return found


def compare_lists(place, expected, actual):
    if len(expected) != len(actual):
        return [f"{place}: expected {len(expected)} entries, found {len(actual)}"]
    return [difference for index, (left, right) in enumerate(zip(expected, actual))
            for difference in compare(f"{place}[{index}]", left, right)]


def compare(place, expected, actual):
    """The places at which `actual` is not what `expected` says, with both values."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return compare_maps(place, expected, actual)
    if isinstance(expected, list) and isinstance(actual, list):
        return compare_lists(place, expected, actual)
    if type(expected) is type(actual) and expected == actual:
        return []
    return unlike(place, expected, actual)


def record_of(program, model, assessment):
    """(record, problems): one of the two is empty."""
    command = [program, "score", str(assessment), "--model", str(model), "--format=json"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return {}, [f"stopped after {TIME_LIMIT} seconds"]
    if done.returncode != 0:
        return {}, [f"exit code {done.returncode}", done.stderr.strip()]
    try:
        return read_json(done.stdout), []
    except ValueError as error:
        return {}, [f"the output is no JSON: {error}"]


def problems_of(program, model, name):
    """What is wrong with the assessment `name` of the model in the folder `model`."""
    expected = model / "expected" / f"{name}.json"
    worked = expected.with_suffix(".md")
    found = [f"{path.name} is missing" for path in (expected, worked) if not path.is_file()]
    if found:
        return found
    record, found = record_of(program, model / "model.yaml", model / "assessments" / f"{name}.yaml")
    return found or compare("", read_json(expected.read_text(encoding="utf-8")), record)


def cases_in(folder):
    """(model, name) of every assessment and of every expectation, so that neither is left alone."""
    for model in sorted(path.parent for path in folder.glob("*/model.yaml")):
        names = {path.stem for path in (model / "assessments").glob("*.yaml")}
        names |= {path.stem for path in (model / "expected").glob("*.json")}
        yield from ((model, name) for name in sorted(names))


def program_of(arguments):
    """The program to run, and the arguments that are left."""
    if arguments and pathlib.Path(arguments[0]).is_file():
        path, arguments = arguments[0], arguments[1:]
    else:
        path = os.environ.get("STAGECRAFT", HERE.parents[1] / "build/stagecraft")
    program = pathlib.Path(path).resolve()
    if not program.is_file():
        raise SystemExit(f"{program} is not built; scripts/test builds it")
    return program, arguments


def main(arguments):
    program, wanted = program_of(arguments)
    every = [(model, name) for model, name in cases_in(HERE)
             if not wanted or model.name in wanted or f"{model.name}/{name}" in wanted]
    if not every:
        raise SystemExit(f"no such case: {', '.join(wanted)}")
    failed = 0
    for model, name in every:
        found = problems_of(program, model, name)
        more = [f"and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
        print(f"{'FAILED' if found else 'ok'}: {model.name}/{name}", *found[:SHOWN], *more,
              sep="\n", flush=True)
        failed += bool(found)
    return checks.closing_line(len(every) - failed, failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
