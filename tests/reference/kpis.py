"""What measured KPIs say: content/docs/kpis.md. `kpi_records(model, assessment, record)` gives the
members `kpis` (of each entry what is computed) and `kpi_stages`; `record` is what scoring.score()
gives."""

import datetime

from exact import number, put
from standing import first_day, last_day

WEIGHTS = {"holdout": 4, "ab-test": 3, "before-after": 2, None: 2, "estimate": 1}


def stage_of(record, pillar=None):
    """The id of a stage by the primary method; None without one."""
    if not record["methods"]:
        return None
    return next(node.get("stage") for node in record["methods"][0]["nodes"]
                if node.get("pillar") == pillar)


def parents_of(model):
    """Pillar ids in the model's order, each with that of the pillar above or None."""
    found = {}

    def collect(pillars, parent):
        for pillar in pillars:
            found[pillar["id"]] = parent
            collect(pillar.get("pillars", []), pillar["id"])

    collect(model.get("pillars", []), None)
    return found


def above(parents, pillar):
    """The pillar and those above it."""
    while pillar is not None:
        yield pillar
        pillar = parents[pillar]


def position(typical, value):
    if "from" not in typical and "to" not in typical:
        return "no-range"
    if "from" in typical and value < number(typical["from"]):
        return "below"
    if "to" in typical and value > number(typical["to"]):
        return "above"
    return "within"


def places(kpi, stages, value):
    """Half steps from the first stage: 0 is stage 1, 1 is between 1 and 2."""
    found = {stage: position(kpi.get("typical", {}).get(stage, {}), value) for stage in stages}
    within = [2 * i for i, stage in enumerate(stages) if found[stage] == "within"]
    if within:
        return within
    good = "above" if kpi.get("better", "higher") == "higher" else "below"
    past = [i for i, stage in enumerate(stages) if found[stage] == good]
    short = [i for i, stage in enumerate(stages) if found[stage] in {"above", "below"} - {good}]
    if not past and not short or past and short and max(past) >= min(short):
        return []
    top = 2 * (len(stages) - 1)
    low = 2 * max(past) + 1 if past else 0
    high = 2 * min(short) - 1 if short else top
    if low > top:
        return [top]
    return [0] if high < 0 else list(range(low, high + 1))


def named(place, stages):
    if place % 2:
        return {"between": [stages[place // 2], stages[place // 2 + 1]]}
    return {"stage": stages[place // 2]}


def is_stale(measured, assessed):
    if measured is None:
        return False
    year, month, day = map(int, first_day(assessed).split("-"))
    try:
        limit = datetime.date(year - 1, month, day)
    except ValueError:
        limit = datetime.date(year - 1, month, 28)
    return datetime.date.fromisoformat(last_day(measured)) < limit


def gap_to(kpi, typical, value):
    if kpi.get("better", "higher") == "higher":
        return number(typical["from"]) - value if position(typical, value) == "below" else None
    return value - number(typical["to"]) if position(typical, value) == "above" else None


def compared_with(model, assessment, record, kpi):
    """The stage and the target that a value is compared with."""
    target = assessment.get("target", {})
    current, aim = stage_of(record), target.get("stage")
    if "pillar" in kpi:
        if current is None:
            current = stage_of(record, kpi["pillar"])
        if aim is None:
            aim = target.get("pillars", {}).get(kpi["pillar"], {}).get("stage")
    return current, aim


def kpi_record(model, assessment, record, kpi):
    """The computed members of an entry of `kpis`, and the places it speaks for."""
    stages = [stage["id"] for stage in model.get("stages", [])]
    measured = assessment.get("kpis", {}).get(kpi["id"])
    found = {"id": kpi["id"]}
    if measured is None:
        return found, []
    value = number(measured["value"])
    typical = kpi.get("typical", {})
    current, target = compared_with(model, assessment, record, kpi)
    stale = is_stale(measured.get("date"), assessment["date"])
    if stale:
        found["stale"] = True
    if current is not None:
        found["position_at_current"] = position(typical.get(current, {}), value)
    if target is not None:
        found["position_at_target"] = position(typical.get(target, {}), value)
        put(found, "gap_to_target", gap_to(kpi, typical.get(target, {}), value), 2)
    found["fits_stages"] = [stage for stage in stages
                            if position(typical.get(stage, {}), value) == "within"]
    spoken = places(kpi, stages, value)
    found["speaks_for"] = [named(place, stages) for place in spoken]
    found["weight"] = WEIGHTS[measured.get("method")]
    return found, [] if stale else spoken


def agreement(own, implied):
    distances = [place - own for place in implied]
    nearest = min(map(abs, distances))
    if nearest < 2:
        return ("agrees", "near")[nearest]
    if min(distances) > 0:
        return "below"
    return "above" if max(distances) < 0 else "split"


def implied_record(model, record, pillar, spoken):
    """An entry of `kpi_stages`; `spoken` are pairs of places and weight. None without any."""
    stages = [stage["id"] for stage in model.get("stages", [])]
    sums = {}
    for found, weight in spoken:
        for place in found:
            sums[place] = sums.get(place, 0) + weight
    if not sums:
        return None
    implied = sorted(place for place, weight in sums.items() if weight == max(sums.values()))
    entry = {} if pillar is None else {"pillar": pillar}
    entry["implied"] = [named(place, stages) for place in implied]
    entry["weight"] = max(sums.values())
    entry["of_weight"] = sum(weight for found, weight in spoken if found)
    answered = stage_of(record, pillar)
    if answered is not None:
        entry["answered"] = answered
        entry["agreement"] = agreement(2 * stages.index(answered), implied)
    return entry


def kpi_records(model, assessment, record):
    parents = parents_of(model)
    entries, spoken = [], []
    for kpi in model.get("kpis", []):
        entry, found = kpi_record(model, assessment, record, kpi)
        entries.append(entry)
        spoken.append((kpi.get("pillar"), found, entry.get("weight", 0)))
    stages = [implied_record(model, record, pillar,
                             [(found, weight) for own, found, weight in spoken
                              if pillar is None or pillar in above(parents, own)])
              for pillar in [None, *parents]]
    return {"kpis": entries, "kpi_stages": [one for one in stages if one is not None]}
