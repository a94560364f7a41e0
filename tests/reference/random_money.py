"""KPIs, actions, calculations and what an assessment says of them, added to random cases."""

import random
from fractions import Fraction

from kpis import parents_of
from random_cases import random_case
from random_methods import ranges_fit
from roi import Calculation, DividesByZero, roi_record

METHODS = ("holdout", "ab-test", "before-after", "estimate")
UNITS = ("hours", "days", "weeks", "months")


def decimal(rng, low, high, step="0.5"):
    step = Fraction(step)
    return low + step * rng.randint(0, int((high - low) / step))


def ordered(rng, low, high):
    return dict(zip(("low", "expected", "high"),
                    sorted(decimal(rng, Fraction(low), Fraction(high)) for _ in range(3))))


def random_input(rng, name):
    made = {"id": name, "title": f"Input {name}",
            "unit": rng.choice(["number", "percent", "money", "hours", "months"])}
    values = ordered(rng, *rng.choice([(1, 20), (0, 5), (-3, 6), (100, 2000)]))
    if rng.random() < 0.3:
        values = {"expected": values["expected"]}
    return {**made, **values}


def random_formula(rng, names, depth=3):
    if depth == 0 or rng.random() < 0.3:
        if rng.random() < 0.75:
            return rng.choice(names)
        return rng.choice(["100", "2", "0.5", "12", "3.25"])
    operator = rng.choice("***++-/")
    left, right = (random_formula(rng, names, depth - 1) for _ in range(2))
    if rng.random() < 0.1:
        left = f"-{left}"
    return f"({left} {operator} {right})" if rng.random() < 0.5 else f"{left} {operator} {right}"


def random_calculation(rng):
    names = [f"in_{n}" for n in range(rng.randint(1, 5))]
    lines = []
    for n in range(rng.randint(1, 5)):
        line = {"id": f"line-{n}", "title": f"Line {n}",
                "kind": rng.choice(["benefit", "saving", "cost"]),
                "amount": random_formula(rng, names)}
        if rng.random() < 0.5:
            line["every"] = rng.choice(["month", "year", "once"])
        if rng.random() < 0.4:
            line["lift"] = True
        lines.append(line)
    made = {"title": "Worth", "inputs": [random_input(rng, name) for name in names],
            "lines": lines}
    if rng.random() < 0.6:
        made["ramp"] = {"months": Fraction(rng.choice([1, 2, 5, 6, 18, 70]))}
    if rng.random() < 0.7:
        made["horizon"] = Fraction(rng.choice([1, 6, 12, 13, 36, 61, 120]))
    if rng.random() < 0.5:
        made["rate"] = rng.choice([Fraction(0), Fraction(5), Fraction("7.25"), Fraction(100)])
    if rng.random() < 0.3:
        made["proof"] = {"before-after": Fraction(40), "estimate": Fraction(rng.choice([0, 10]))}
    return made


def random_typical(rng, stages, better):
    """Ranges that mostly ascend in the good direction, with gaps, overlaps and holes."""
    found, at = {}, decimal(rng, Fraction(0), Fraction(10))
    for stage in stages if better == "higher" else reversed(stages):
        width, pause = (decimal(rng, Fraction(0), Fraction(10)) for _ in range(2))
        kind = rng.choice(["range", "range", "range", "open", "words", "none"])
        if kind == "range":
            found[stage] = {"from": at, "to": at + width}
        elif kind == "open":
            found[stage] = rng.choice([{"from": at}, {"to": at + width}])
        elif kind == "words":
            found[stage] = {"words": "Hardly any"}
        at += width + rng.choice([0, 0, 1]) * pause - rng.choice([0, 0, 1])
    return found


def random_kpis(rng, stages, pillars):
    kpis = []
    for n in range(rng.randint(0, 6)):
        better = rng.choice(["higher", "lower"])
        kpi = {"id": f"kpi-{n}", "title": f"KPI {n}", "definition": "A number.", "better": better}
        if stages:
            kpi["typical"] = random_typical(rng, stages, better)
        if pillars and rng.random() < 0.5:
            kpi["pillar"] = rng.choice(pillars)
        kpis.append(kpi)
    return kpis


def random_date(rng, year, month=None):
    month = month or rng.randint(1, 12)
    text = f"{year}-{month:02d}"
    return text if rng.random() < 0.3 else f"{text}-{rng.randint(1, 28):02d}"


def random_measured(rng, kpi):
    ends = [end for one in kpi.get("typical", {}).values() for key, end in one.items()
            if key != "words"]
    if ends and rng.random() < 0.7:
        value = rng.choice(ends) + rng.choice([0, 0, Fraction(1, 2), Fraction(-1, 2)])
    else:
        value = decimal(rng, Fraction(-1), Fraction(60), "0.25")
    made = {"value": value}
    if rng.random() < 0.6:
        made["method"] = rng.choice(METHODS)
    if rng.random() < 0.8:
        made["date"] = rng.choice([random_date(rng, 2025), random_date(rng, 2024),
                                   random_date(rng, 2026, rng.randint(1, 8)),
                                   "2025-09-14", "2025-09-15", "2025-09", "2025-08"])
    return made


def random_actions(rng, model, stages, pillars, questions):
    kpis = [kpi["id"] for kpi in model.get("kpis", [])]
    phases = [phase["id"] for phase in model.get("phases", [])]
    steps = sorted(rng.randrange(len(stages) - 1) for _ in range(rng.randint(2, 10))) \
        if len(stages) > 1 else [None] * (rng.randint(0, 6) if not stages else 0)
    names = [f"act-{n}" for n in range(len(steps))]
    labels = dict(zip(names, rng.sample([f"do-{letter}" for letter in "abcdefghij"], len(names))))
    actions = []
    for name, step in zip(names, steps):
        low = rng.randint(1, 30)
        action = {"id": labels[name], "title": f"Title of {name}", "impact": Fraction(rng.randint(1, 5)),
                  "effort": Fraction(rng.randint(1, 5)),
                  "duration": {"from": Fraction(low), "unit": rng.choice(UNITS)}}
        if action["duration"]["unit"] == "months":
            action["duration"]["from"] = Fraction(rng.randint(1, 8))
        if rng.random() < 0.6:
            action["duration"]["to"] = action["duration"]["from"] + rng.randint(0, 20)
        if step is not None:
            action["from"] = stages[step]
        for key, choices, chance, most in (("depends_on", [one["id"] for one in actions], 0.5, 2),
                                           ("satisfied_by", questions, 0.5, 2),
                                           ("moves", kpis, 0.4, 2)):
            if choices and rng.random() < chance:
                action[key] = rng.sample(choices, rng.randint(1, min(most, len(choices))))
        for key, choices in (("pillar", pillars), ("owner", ["Data", "Shop"]), ("phase", phases)):
            if choices and rng.random() < 0.5:
                action[key] = rng.choice(choices)
        actions.append(action)
    rng.shuffle(actions)
    return actions


def random_decision(rng):
    made = {}
    if rng.random() < 0.3:
        made["owner"] = rng.choice(["Data", "Care"])
    for key in ("impact", "effort"):
        if rng.random() < 0.2:
            made[key] = Fraction(rng.randint(1, 5))
    kind = rng.choice(["plain", "plain", "skip", "done", "started", "dated", "dated"])
    if kind == "skip":
        made["skip"] = "Not for us."
    elif kind in ("done", "started"):
        made["status"] = kind
        if rng.random() < 0.5:
            made["start"] = random_date(rng, 2026, rng.randint(1, 8))
        if kind == "started" and rng.random() < 0.3:
            made["end"] = random_date(rng, 2027)
    elif kind == "dated":
        if rng.random() < 0.6:
            made["start"] = random_date(rng, 2026, rng.randint(10, 12))
        if rng.random() < 0.6:
            made["end"] = random_date(rng, 2027)
    return made or {"note": "Nothing is decided yet."}


def random_target(rng, stages, pillars):
    target = {}
    if rng.random() < 0.7 or not pillars:
        target["stage"] = rng.choice(stages[len(stages) // 2:])
    if rng.random() < 0.6:
        target["by"] = random_date(rng, 2027)
    chosen = rng.sample(pillars, rng.randint(0, min(2, len(pillars)))) if pillars else []
    if not chosen and "stage" not in target:
        chosen = [rng.choice(pillars)]
    if chosen:
        target["pillars"] = {pillar: {"stage": rng.choice(stages)} for pillar in chosen}
        for own in target["pillars"].values():
            if rng.random() < 0.5:
                own["by"] = random_date(rng, 2027)
    return target


def add_chosen_stages(rng, model, assessment, stages, pillars):
    """A primary method that reads the stage of each pillar, or of the whole, off a question."""
    places = {f"at-{name}": {"pillar": name} for name in pillars} or {"at-whole": {}}
    for name, place in places.items():
        model["questions"].append({"id": name, "text": "Where?", "type": "stage", **place})
        if rng.random() < 0.9:
            assessment.setdefault("answers", {})[name] = rng.choice(stages[:len(stages) // 2 + 1])
    method = {"id": "chosen", "title": "Chosen", "rule": "As chosen.", "questions": list(places),
              "overall": {"by": "min", "stage": "chosen"}}
    if pillars:
        method["pillars"] = {"by": "min", "stage": "chosen"}
        if rng.random() < 0.4:
            method["overall"] = {"by": "none"}
    others = model["scoring"] if isinstance(model["scoring"], list) else [model["scoring"]]
    model["scoring"] = [method, *others]


def add_money(rng, model, assessment):
    """Adds KPIs, actions and a calculation to a case, and what the assessment says of them."""
    stages = [stage["id"] for stage in model.get("stages", [])]
    pillars = list(parents_of(model))
    if len(stages) > 1 and rng.random() < 0.8:
        add_chosen_stages(rng, model, assessment, stages, pillars)
    questions = [one["id"] for one in model["questions"] if one.get("type") != "text"]
    if not stages and rng.random() < 0.7:
        model["phases"] = [{"id": f"phase-{n}", "title": f"Phase {n}"} for n in range(2)]
    model["kpis"] = random_kpis(rng, stages, pillars)
    model["actions"] = random_actions(rng, model, stages, pillars, questions)
    assessment["date"] = rng.choice(["2026-09-15", "2026-09", "2026-09-30"])
    assessment["kpis"] = {kpi["id"]: random_measured(rng, kpi) for kpi in model["kpis"]
                          if rng.random() < 0.8}
    if stages and rng.random() < 0.9:
        assessment["target"] = random_target(rng, stages, pillars)
    decided = [one["id"] for one in model["actions"] if rng.random() < 0.4]
    assessment["actions"] = {name: random_decision(rng) for name in decided}
    free = [one["id"] for one in model["actions"] if one["id"] not in decided]
    deferred = [{"action": name} for name in free if rng.random() < 0.15]
    deferred += [{"pillar": name} for name in pillars if rng.random() < 0.1]
    deferred += [{"question": name} for name in questions if rng.random() < 0.1]
    assessment["deferred"] = [{**one, "reason": f"Reason {n}", "review": random_date(rng, 2027)}
                              for n, one in enumerate(deferred)]
    if rng.random() < 0.7:
        model["roi"] = random_calculation(rng)
        given = {}
        for one in model["roi"]["inputs"]:
            if rng.random() < 0.6:
                given[one["id"]] = random_value(rng)
        assessment["roi"] = {"currency": rng.choice(["EUR", "JPY", "KWD", "CLF"]),
                             "inputs": given}


def random_value(rng):
    if rng.random() < 0.3:
        return decimal(rng, Fraction(1), Fraction(300))
    value = ordered(rng, *rng.choice([(1, 20), (5, 400)]))
    if rng.random() < 0.5:
        value["method"] = rng.choice(METHODS)
    return value


def divides_by_zero(case):
    if "roi" not in case.model:
        return False
    try:
        Calculation(case.model["roi"], {})
        roi_record(case.model, case.assessment)
    except DividesByZero:
        return True
    return False


def random_money_case(seed, name="case"):
    """A random case that the program takes: what divides by 0 is made again, and so is a method whose
    bands the added questions put out of reach."""
    attempt = 0
    while True:
        case = random_case(seed, name)
        add_money(random.Random(f"{seed}/money/{attempt}"), case.model, case.assessment)
        if ranges_fit(case.model) and not divides_by_zero(case):
            return case
        attempt += 1
