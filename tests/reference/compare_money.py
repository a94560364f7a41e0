#!/usr/bin/env python3
"""KPIs, roadmaps and calculations of random cases by the program and by the reference, compared
field by field. Fails at a difference, and if a feature never occurred."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from compare import count_fields, differences, shown  # noqa: E402
from exact import plain, write_json  # noqa: E402
from kpis import kpi_records  # noqa: E402
from random_money import random_money_case  # noqa: E402
from roadmap import roadmap_records  # noqa: E402
from roi import roi_record  # noqa: E402
from scoring import score, with_current_ids  # noqa: E402
from worth import read_question  # noqa: E402

SHOWN_FAILURES = 5
LARGE = 10 ** 9
COMPUTED_OF_KPI = ("id", "stale", "position_at_current", "position_at_target", "gap_to_target",
                   "gap_to_target_exact", "fits_stages", "speaks_for", "weight")


def expected_records(model, assessment):
    """Everything that the reference says of a case."""
    record = score(model, assessment)
    model = plain(model)
    questions = {one["id"]: read_question(one, model) for one in model["questions"]}
    assessment = with_current_ids(plain(assessment), model, questions)
    found = kpi_records(model, assessment, record)
    found.update(roadmap_records(model, assessment, record, found["kpis"]))
    found["roi"] = roi_record(model, assessment)
    return found


def readable(record):
    """The record without numbers that JSON readers may get wrong; their fractions stay."""
    if isinstance(record, list):
        return [readable(one) for one in record]
    if not isinstance(record, dict):
        return record
    found = {key: readable(entry) for key, entry in record.items()}
    for key, entry in record.items():
        if isinstance(entry, Fraction) and abs(entry) >= LARGE:
            found[key + "_exact"] = Fraction(found.get(key + "_exact", entry))
            del found[key]
    return found


def program_record(program, folder):
    """What the program prints for the case in a folder, and what is wrong with the run or None."""
    run = subprocess.run(
        [program, "score", str(folder / "assessment.json"), "--model", str(folder / "model.json"),
         "--format=json"], capture_output=True, text=True, timeout=60, check=False)
    if run.returncode != 0:
        return None, f"exit code {run.returncode}\n{run.stderr.strip()}"
    return json.loads(run.stdout, parse_int=Fraction, parse_float=Fraction), None


def program_records(record):
    """The same members of what the program prints."""
    found = {key: record.get(key) for key in ("kpi_stages", "ways", "roadmap", "schedule")}
    found["kpis"] = [{key: kpi[key] for key in COMPUTED_OF_KPI if key in kpi}
                     for kpi in record.get("kpis", [])]
    found["roi"] = record.get("roi", {}).get("result")
    for line in (found["roi"] or {}).get("lines", []):
        line.pop("in_words")
    return found


def features_of(found):
    """What a case shows, so that a comparison of nothing is noticed."""
    for kpi in found["kpis"]:
        yield from (f"KPI {key}" for key in kpi if key not in ("id", "weight"))
        yield f"KPI speaks for {len(kpi.get('speaks_for', []))} places"
    for stages in found["kpi_stages"]:
        yield f"KPIs: {stages.get('agreement', 'not compared')}"
        yield "KPIs of a pillar" if "pillar" in stages else "KPIs of the whole"
    for way in found["ways"]:
        yield "way of a pillar" if "pillar" in way else "way of the whole"
    for step in found["roadmap"]:
        yield "step of the ladder" if "from" in step else "step without stages"
        yield from (f"step with {key}" for key in ("satisfied", "skipped", "deferred",
                                                   "without_actions", "open") if step[key])
        for action in step["open"]:
            yield from (f"action {key}" for key in ("quick_win", "foundation", "started", "late",
                                                    "too_early", "owner") if key in action)
            yield from (f"action {key}" for key in ("moves", "settles", "not_secured")
                        if action[key])
            yield f"action {action['horizon']}"
    for action in (found.get("schedule") or {}).get("critical_path", []):
        yield f"waited for {action.get('waited_for', 'nothing')}"
    if found["roi"]:
        yield "calculation"
        for case in ("low", "expected", "high"):
            yield from (f"calculation: {key}" for key in found["roi"][case])
        for value in found["roi"]["values"]:
            yield f"calculation: low takes {value['in_low']}"
            yield f"calculation: high takes {value['in_high']}"
        yield from (f"calculation: {line['proof']}" for line in found["roi"]["lines"]
                    if "proof" in line)


REQUIRED = {
    "KPI stale", "KPI gap_to_target", "KPI speaks for 0 places", "KPI speaks for 1 places",
    "KPI speaks for 2 places", "KPI speaks for 3 places", "KPIs: agrees", "KPIs: near",
    "KPIs: below", "KPIs: above", "KPIs: not compared", "KPIs of a pillar", "KPIs of the whole",
    "way of a pillar", "way of the whole", "step of the ladder", "step without stages",
    "step with satisfied", "step with skipped", "step with deferred", "step with without_actions",
    "action quick_win", "action foundation", "action started", "action late", "action too_early",
    "action moves", "action settles", "action not_secured", "action now", "action next",
    "action later", "waited for dependency", "waited for owner", "waited for lower-step",
    "calculation: payback_month", "calculation: not_within_five_years",
    "calculation: return_percent", "calculation: present_value", "calculation: low takes low",
    "calculation: low takes high", "calculation: low takes expected", "calculation: holdout",
    "calculation: ab-test", "calculation: before-after", "calculation: estimate"}


def check(program, root, seed, index):
    case = random_money_case(f"{seed}/{index}", f"case-{index}")
    folder = root / case.model["id"]
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("model", case.model), ("assessment", case.assessment)):
        (folder / f"{name}.json").write_text(write_json(content) + "\n", encoding="utf-8")
    expected = expected_records(case.model, case.assessment)
    record, wrong = program_record(program, folder)
    if wrong is None:
        first = next(differences(readable(expected), readable(program_records(record))), None)
        if first is not None:
            path, mine, theirs = first
            wrong = f"{path}\n  reference: {shown(mine)}\n  program:   {shown(theirs)}"
    return list(features_of(expected)), count_fields(expected), wrong


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="the stagecraft to compare with")
    parser.add_argument("--count", type=int, default=300, help="how many cases (300)")
    parser.add_argument("--seed", default="1", help="what the cases are made from (1)")
    parser.add_argument("--only", type=int, metavar="INDEX", help="this case alone")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="where to leave the files")
    return parser.parse_args()


def main():
    options = read_options()
    indices = range(options.count) if options.only is None else [options.only]
    features, fields, failures = Counter(), 0, 0
    with tempfile.TemporaryDirectory() as temporary:
        root = options.keep or pathlib.Path(temporary)
        for index in indices:
            shows, compared, wrong = check(options.program, root, options.seed, index)
            features.update(shows)
            fields += compared
            failures += wrong is not None
            if wrong is not None and failures <= SHOWN_FAILURES:
                print(f"case {index} differs: {wrong}\n  again: --seed {options.seed} "
                      f"--only {index} --keep DIR\n", flush=True)
    missing = sorted(REQUIRED - set(features)) if options.only is None else []
    if missing:
        print(f"never occurred: {', '.join(missing)}")
    print(f"{len(indices)} cases, {fields} fields compared, {failures} cases differ "
          f"(seed {options.seed})")
    sys.exit(0 if failures == 0 and not missing else 1)


if __name__ == "__main__":
    main()
