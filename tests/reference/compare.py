#!/usr/bin/env python3
"""Scores random assessments of random models with the program and with the reference, and compares
the records field by field. Fails at a difference, and if a feature of the format never occurred."""

import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from adornments import adorned, with_earlier  # noqa: E402
from evaluation import NOT_TRIED, evaluation  # noqa: E402
from evaluation_features import NAMES as EVALUATION_NAMES  # noqa: E402
from evaluation_features import evaluation_features  # noqa: E402
from exact import write_json  # noqa: E402
from features import NAMES, features_of  # noqa: E402
from random_cases import random_case  # noqa: E402
from scoring import score  # noqa: E402

SHOWN_FAILURES = 5
COMPARED_ELSEWHERE = ("kpi_stages", "ways", "roadmap", "schedule", "kpis", "roi")  # compare_money.py


def differences(expected, found, path="record"):
    """The places where two records differ, as path and both values; None for a missing one. A
    list without entries is as good as none."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in [*expected, *(key for key in found if key not in expected)]:
            yield from differences(expected.get(key), found.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list):
        for index in range(max(len(expected), len(found))):
            mine, theirs = (side[index] if index < len(side) else None
                            for side in (expected, found))
            yield from differences(mine, theirs, f"{path}[{index}]")
    elif not same(expected, found) and not (expected in ([], None) and found in ([], None)):
        yield path, expected, found


def same(one, other):
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


def count_fields(record):
    if isinstance(record, dict):
        return sum(map(count_fields, record.values()))
    if isinstance(record, list):
        return sum(map(count_fields, record))
    return 1


def shown(value):
    if value is None:
        return "nothing"
    return write_json(value, 0).replace("\n", " ")


def program_record(program, folder, options=()):
    """What the program prints for a case, and what is wrong with the run or None."""
    command = [program, "score", str(folder / "assessment.json"), "--model",
               str(folder / "model.json"), "--format=json", *options]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if run.returncode != 0:
        return None, f"exit code {run.returncode}\n{run.stderr.strip()}"
    try:
        return json.loads(run.stdout, parse_int=Fraction, parse_float=Fraction), None
    except json.JSONDecodeError as error:
        return None, f"no JSON: {error}\n{run.stdout[:400]}"


def check(program, root, seed, index):
    """One case: the features that it shows, the fields compared, and what is wrong or None."""
    plain_case = random_case(f"{seed}/{index}", f"case-{index}")
    case, earlier, earlier_model = with_earlier(adorned(plain_case, f"{seed}/{index}"),
                                                f"{seed}/{index}")
    folder = root / case.model["id"]
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("model", case.model), ("assessment", case.assessment),
                          ("earlier", earlier), ("earlier-model", earlier_model)):
        (folder / f"{name}.json").write_text(write_json(content) + "\n", encoding="utf-8")
    expected = score(case.model, case.assessment)
    expected["evaluation"] = evaluation(case.model, case.assessment, earlier, earlier_model)
    options = ["--since", str(folder / "earlier.json")]
    if earlier_model is not None:
        options += ["--since-model", str(folder / "earlier-model.json")]
    found, wrong = program_record(program, folder, options)
    if wrong is None:
        for name in COMPARED_ELSEWHERE:
            found.pop(name, None)
        if expected["evaluation"].get("changes") == NOT_TRIED:
            del expected["evaluation"]["changes"]
            found["evaluation"].pop("changes", None)
        first = next(differences(expected, found), None)
        if first is not None:
            path, mine, theirs = first
            wrong = f"{path}\n  reference: {shown(mine)}\n  program:   {shown(theirs)}"
    if wrong is not None:
        (folder / "expected.json").write_text(write_json(expected) + "\n", encoding="utf-8")
    shows = features_of(plain_case, expected) | evaluation_features(
        expected["evaluation"], expected["methods"][0]["nodes"], earlier_model is None)
    return shows, count_fields(expected), wrong


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="the stagecraft to compare with")
    parser.add_argument("--count", type=int, default=500, help="how many cases (500)")
    parser.add_argument("--seed", default="1", help="what the cases are made from (1)")
    parser.add_argument("--only", type=int, metavar="INDEX", help="this case alone")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="where to leave the files")
    return parser.parse_args()


def say_what_occurred(features, indices):
    """Prints how often each feature occurred; False if one never did."""
    names = [*NAMES, *EVALUATION_NAMES]
    for name in names:
        print(f"  {features[name]:6}  {name}")
    missing = [name for name in names if not features[name]]
    if missing:
        print(f"{len(missing)} features never occurred in {len(indices)} cases: "
              + ", ".join(missing))
    return not missing


def main():
    options = read_options()
    indices = range(options.count) if options.only is None else [options.only]
    features, fields, failures = Counter(), 0, 0
    with contextlib.ExitStack() as stack:
        root = options.keep or pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pool = stack.enter_context(concurrent.futures.ProcessPoolExecutor(min(4, os.cpu_count())))
        results = [(index, pool.submit(check, options.program, root, options.seed, index))
                   for index in indices]
        for index, future in results:
            shows, compared, wrong = future.result()
            features.update(shows)
            fields += compared
            failures += wrong is not None
            if wrong is not None and failures <= SHOWN_FAILURES:
                print(f"case {index} differs: {wrong}\n  again: --seed {options.seed} "
                      f"--only {index} --keep DIR\n", flush=True)
    complete = options.only is not None or say_what_occurred(features, indices)
    print(f"{len(indices)} cases, {fields} fields compared, {failures} cases differ "
          f"(seed {options.seed})")
    sys.exit(0 if failures == 0 and complete else 1)


if __name__ == "__main__":
    main()
