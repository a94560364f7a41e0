#!/usr/bin/env python3
"""Laws of roadmaps, KPIs and calculations, held by the program itself: random cases are changed in
ways whose effect is known, and the program works out both. Fails if a law is hardly ever tried."""

import argparse
import copy
import datetime
import pathlib
import random
import sys
import tempfile
from collections import Counter
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from compare import differences  # noqa: E402
from compare_money import program_record  # noqa: E402
from exact import write_json  # noqa: E402
from random_money import random_money_case  # noqa: E402

LEAST_TRIED = 20
DAY = datetime.timedelta(days=1)


class Broken(Exception):
    """A law that does not hold. Says how."""


class Program:
    """Works out cases, in a folder of its own."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def record(self, model, assessment):
        for name, content in (("model", model), ("assessment", assessment)):
            (self.folder / f"{name}.json").write_text(write_json(content) + "\n", encoding="utf-8")
        record, wrong = program_record(self.path, self.folder)
        if wrong is not None:
            raise Broken(wrong)
        return record


def open_ids(record):
    return [one["action"] for step in record.get("roadmap", []) for one in step["open"]]


def open_actions(record):
    return [one for step in record.get("roadmap", []) for one in step["open"]]


def same(mine, theirs, what):
    first = next(differences(mine, theirs), None)
    if first is not None:
        raise Broken(f"{what}: {first}")


def swapped_impacts_swap_the_order(program, case, record, rng):
    """Of two neighbours of a step, neither depending on the other."""
    model = copy.deepcopy(case.model)
    by_id = {one["id"]: one for one in model["actions"]}
    for step in record.get("roadmap", []):
        for one, other in zip(step["open"], step["open"][1:]):
            first, second = by_id[one["action"]], by_id[other["action"]]
            if (one["impact"] == other["impact"] or
                    first["id"] in second.get("depends_on", []) or
                    any("impact" in case.assessment["actions"].get(name, {})
                        for name in (first["id"], second["id"]))):
                continue
            first["impact"], second["impact"] = second["impact"], first["impact"]
            order = open_ids(program.record(model, case.assessment))
            better = first["id"] if one["impact"] < other["impact"] else second["id"]
            if order.index(better) != min(order.index(first["id"]), order.index(second["id"])):
                raise Broken(f"{first['id']} and {second['id']} keep their order: {order}")
            return True
    return False


def a_satisfied_action_is_gone(program, case, record, rng):
    """An open action that comes to name a question of its own: open with no, gone with yes."""
    if not open_ids(record):
        return False
    chosen = rng.choice(open_ids(record))
    model, assessment = copy.deepcopy(case.model), copy.deepcopy(case.assessment)
    model["questions"].append({"id": "is-done", "text": "Is it done?"})
    model["scoring"] = [*model["scoring"]] if isinstance(model["scoring"], list) \
        else [model["scoring"]]
    for method in model["scoring"]:
        method.setdefault("questions", [one["id"] for one in case.model["questions"]
                                        if one.get("type") != "text"])
    model["scoring"].append({"id": "done", "title": "Done", "rule": "A yes is done.",
                             "questions": ["is-done"], "overall": {"by": "count"}})
    next(one for one in model["actions"] if one["id"] == chosen)["satisfied_by"] = ["is-done"]
    assessment.setdefault("answers", {})["is-done"] = False
    if chosen not in open_ids(program.record(model, assessment)):
        raise Broken(f"{chosen} is not open")
    assessment["answers"]["is-done"] = True
    if chosen in open_ids(program.record(model, assessment)):
        raise Broken(f"{chosen} is still open")
    return True


def a_moved_target_moves_the_roadmap(program, case, record, rng):
    """The steps of the way of the whole are all from the stage of today to the target."""
    stages = [stage["id"] for stage in case.model.get("stages", [])]
    whole = [way for way in record.get("ways", []) if "pillar" not in way]
    if not whole:
        return False
    start = stages.index(whole[0]["from"])
    for end in range(len(stages)):
        assessment = copy.deepcopy(case.assessment)
        assessment["target"] = {"stage": stages[end]}
        found = [step["from"] for step in
                 program.record(case.model, assessment).get("roadmap", [])]
        if found != stages[start:end]:
            raise Broken(f"target {stages[end]}: {found}")
    return True


def the_order_of_the_file_makes_no_difference(program, case, record, rng):
    model = copy.deepcopy(case.model)
    rng.shuffle(model["actions"])
    other = program.record(model, case.assessment)
    same([{**step, "satisfied": [], "skipped": [], "deferred": []}
          for step in record.get("roadmap", [])],
         [{**step, "satisfied": [], "skipped": [], "deferred": []}
          for step in other.get("roadmap", [])], "roadmap")
    same(record.get("schedule"), other.get("schedule"), "schedule")
    return bool(open_ids(record))


def dates_keep_the_rules(program, case, record, rng):
    schedule = record.get("schedule")
    if not schedule:
        return False
    day = datetime.date.fromisoformat
    actions = {one["action"]: one for one in open_actions(record)}
    declared = {one["id"]: one for one in case.model["actions"]}
    start = day(schedule["start"])
    free = {name for name in actions
            if not {"start", "end", "status"} & set(case.assessment["actions"].get(name, {}))}
    for name in free:
        if day(actions[name]["start"]) < start:
            raise Broken(f"{name} starts before the roadmap")
        for needed in declared[name].get("depends_on", []):
            if needed in actions and day(actions[needed]["end"]) >= day(actions[name]["start"]):
                raise Broken(f"{name} starts before {needed} ends")
        for other in free - {name}:
            if ("owner" in actions[name] and
                    actions[name]["owner"] == actions[other].get("owner") and
                    day(actions[name]["start"]) <= day(actions[other]["end"]) and
                    day(actions[other]["start"]) <= day(actions[name]["end"])):
                raise Broken(f"{name} and {other} of one owner overlap")
    path = [one["action"] for one in schedule["critical_path"]]
    for earlier, later in zip(path, path[1:]):
        if day(actions[earlier]["end"]) + DAY != day(actions[later]["start"]):
            raise Broken(f"the critical path has a hole before {later}")
    if actions[path[-1]]["end"] != schedule["end"]:
        raise Broken("the critical path does not end with the roadmap")
    if sum(len(one.get("actions", [])) for one in schedule["quarters"]) != len(actions):
        raise Broken("the quarters do not hold every action once")
    return len(path) > 1


def mirrored_kpis_say_the_same(program, case, record, rng):
    """With every number negated, ranges turned around, and the other direction the good one."""
    model, assessment = copy.deepcopy(case.model), copy.deepcopy(case.assessment)
    for kpi in model["kpis"]:
        kpi["better"] = "lower" if kpi["better"] == "higher" else "higher"
        for stage, typical in kpi.get("typical", {}).items():
            if "words" not in typical:
                kpi["typical"][stage] = {{"from": "to", "to": "from"}[key]: -value
                                         for key, value in typical.items()}
    for measured in assessment["kpis"].values():
        measured["value"] = -measured["value"]
    other = program.record(model, assessment)
    same(record.get("kpi_stages"), other.get("kpi_stages"), "kpi_stages")
    for mine, theirs in zip(record.get("kpis", []), other.get("kpis", [])):
        for key in ("speaks_for", "fits_stages", "gap_to_target", "stale"):
            same(mine.get(key), theirs.get(key), f"{mine['id']} {key}")
    return "kpi_stages" in record


def doubled_amounts_double_the_result(program, case, record, rng):
    if "roi" not in record:
        return False
    model = copy.deepcopy(case.model)
    for line in model["roi"]["lines"]:
        line["amount"] = f"2 * ({line['amount']})"
    other = program.record(model, case.assessment)["roi"]["result"]
    mine = record["roi"]["result"]
    for name in ("low", "expected", "high"):
        for key in ("payback_month", "not_within_five_years", "return_percent"):
            same(mine[name].get(key), other[name].get(key), f"{name} {key}")
        exact = [Fraction(one[name].get("net_exact", one[name]["net"])) for one in (mine, other)]
        if exact[1] != 2 * exact[0]:
            raise Broken(f"{name}: net {exact[0]} becomes {exact[1]}")
    same([one["input"] for one in mine["sensitivity"]],
         [one["input"] for one in other["sensitivity"]], "sensitivity")
    return True


LAWS = (swapped_impacts_swap_the_order, a_satisfied_action_is_gone,
        a_moved_target_moves_the_roadmap, the_order_of_the_file_makes_no_difference,
        dates_keep_the_rules, mirrored_kpis_say_the_same, doubled_amounts_double_the_result)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    tried, broken = Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program, pathlib.Path(folder))
        for index in range(options.count):
            case = random_money_case(f"{options.seed}/law/{index}")
            record = program.record(case.model, case.assessment)
            for law in LAWS:
                try:
                    tried[law.__name__] += law(program, case, record,
                                               random.Random(f"{options.seed}/{index}"))
                except Broken as error:
                    broken += 1
                    print(f"case {index}: {law.__name__}: {error}")
    for law in LAWS:
        print(f"  {tried[law.__name__]:5}  {law.__name__.replace('_', ' ')}")
    hardly = [law.__name__ for law in LAWS if tried[law.__name__] < LEAST_TRIED]
    if hardly:
        print(f"tried less than {LEAST_TRIED} times: {', '.join(hardly)}")
    sys.exit(1 if broken or hardly else 0)


if __name__ == "__main__":
    main()
