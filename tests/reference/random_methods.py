"""Random scoring methods that the format allows for a model."""

from fractions import Fraction

from exact import median, number, plain
from tree import STAGE_RULES, build_tree
from worth import read_question

BY = ("count", "sum", "mean", "weighted-mean", "min", "max", "median")


def methods_of(model):
    return model["scoring"] if isinstance(model["scoring"], list) else [model["scoring"]]


def random_needs(rng, stages, number_of_stage):
    percents = [Fraction(text) for text in ("0", "20", "50", "57.5", "60", "75", "100")]
    kind = rng.choice(["all", "number", "map"])
    if kind == "all":
        return "all"
    if kind == "number":
        return rng.choice(percents)
    lower = stages[:number_of_stage]
    return {name: rng.choice(percents) for name in rng.sample(lower, rng.randint(1, len(lower)))}


def random_stage_rule(rng, stages):
    """One of `bands`, `prerequisites` and `stage`; the bands are spread later."""
    kind = rng.choice(["bands", "prerequisites", "fractional", "chosen"])
    if kind == "bands":
        reached = sorted(rng.sample(range(len(stages)),
                                    rng.randint(min(2, len(stages)), len(stages))))
        return {"bands": [{"from": None, "stage": stages[n]} for n in reached]}
    if kind == "prerequisites":
        reached = sorted(rng.sample(range(len(stages)), rng.randint(1, len(stages))))
        return {"prerequisites": [{"stage": stages[n], "needs": random_needs(rng, stages, n + 1)}
                                  for n in reached]}
    return {"stage": kind}


def random_rule(rng, stages):
    rule = {}
    if rng.random() < 0.9:
        rule["by"] = rng.choice(BY)
    if rule.get("by") == "count" and rng.random() < 0.5:
        rule["at_least"] = rng.choice([Fraction(1, 2), Fraction(1), Fraction(2), Fraction(0)])
    if rng.random() < 0.4:
        rule["over"] = rng.choice(["children", "questions", "stages"])
    if stages and rng.random() < 0.7:
        rule.update(random_stage_rule(rng, stages))
    if rng.random() < 0.12 and "bands" not in rule and "stage" not in rule:
        rule.pop("at_least", None)
        rule["by"] = "none"
    if "prerequisites" in rule and rng.random() < 0.5:
        rule.pop("by", None)
        rule.pop("at_least", None)
    return rule


def random_nodes(rng, model):
    """What is different at some pillars."""
    stages = [one["id"] for one in model.get("stages", [])]
    nodes, waiting = {}, list(model.get("pillars", []))
    while waiting:
        pillar = waiting.pop()
        waiting += pillar.get("pillars", [])
        if rng.random() < 0.7:
            continue
        entry = random_rule(rng, stages)
        for key in [key for key in entry if rng.random() < 0.4]:
            del entry[key]
        if rng.random() < 0.4:
            entry["weight"] = rng.choice([Fraction(4), Fraction(1, 4), Fraction(1)])
        if entry:
            nodes[pillar["id"]] = entry
    return nodes


def random_rules(rng, model):
    stages = [one["id"] for one in model.get("stages", [])]
    rules = {"overall": random_rule(rng, stages)}
    if model.get("pillars"):
        for name in ("pillars", "leaf_pillars"):
            if rng.random() < 0.7:
                rules[name] = random_rule(rng, stages)
        nodes = random_nodes(rng, model)
        if nodes:
            rules["nodes"] = nodes
    return rules


def policies(rng):
    """Each left out at times, for its default."""
    declared = {
        "unanswered": rng.choice(["lowest", "lowest", "skip", "skip", "void"]),
        "not_applicable": rng.choice(["exclude", "exclude", "exclude", "forbid"]),
        "enough": rng.choice([Fraction(text) for text in ("0", "0", "33.3", "50", "60", "100")]),
        "teams": rng.choice(["mean", "median", "min", "max"]),
        "respondents": rng.choice(["mean", "median", "min", "max", "majority"]),
        "digits": Fraction(rng.randint(0, 6)),
    }
    return {key: one for key, one in declared.items() if rng.random() < 0.6}


def random_method(rng, model, name):
    method = {"id": name, "title": "A method", "rule": "It was made at random.", **policies(rng)}
    scored = [one["id"] for one in model["questions"] if one.get("type") != "text"]
    if rng.random() < 0.3:
        method["questions"] = rng.sample(scored, rng.randint(1, len(scored)))
    for _ in range(300):
        made = {**method, **random_rules(rng, model)}
        if is_valid(model, made):
            spread_bands(rng, model, made)
            return made
    return {**method, "overall": {"by": "sum", "over": "questions"}}


def tree_of(model, method):
    """The tree of a method and the questions that take part."""
    read = plain(model)
    chosen = method.get("questions", [one["id"] for one in model["questions"]])
    questions = {one["id"]: read_question(one, read) for one in read["questions"]
                 if one["id"] in chosen and one.get("type") != "text"}
    places = [place for one in questions.values() for place in one.contributions]
    return build_tree(model, method, places), questions


def is_valid(model, method):
    """Whether each node's rule is possible: pillars have what `over` asks for (section 4), a stage
    is read off a value, and `chosen` is for questions of the type `stage`."""
    tree, questions = tree_of(model, method)
    for node in tree.nodes():
        rule = node.rule
        if rule["by"] == "none":
            if rule["over"] == "stages" or "bands" in rule or "stage" in rule:
                return False
            continue
        for pillar in node.pillars:
            if rule["over"] == "children" and pillar.rule["by"] == "none":
                return False
            if rule["over"] == "stages" and not any(key in pillar.rule for key in STAGE_RULES):
                return False
        if rule.get("stage") == "chosen" and (rule["by"] in ("count", "sum") or any(
                questions[one.question].type != "stage" or questions[one.question].map
                for one in node.inside)):
            return False
    return True


def low_and_high(node, questions, ranges, stage_count):
    """A value that no result of the node is below, and one that some result reaches; None for a
    node without contributions. `ranges` holds those of the nodes below."""
    rule, over = node.rule, node.rule["over"]
    places = node.inside if over == "questions" else node.contributions
    children = [(questions[one.question].lowest, questions[one.question].highest, one.weight)
                for one in places]
    for pillar in node.pillars if over != "questions" else []:
        if ranges[pillar.id] is not None:
            low, high = ranges[pillar.id]
            if over == "stages":
                low, high = Fraction(0), highest_stage(pillar.rule, high, stage_count)
            children.append((low, high, pillar.weight))
    if not children:
        return None
    lows, highs = [one[0] for one in children], [one[1] for one in children]
    if rule["by"] == "count":
        return Fraction(0), Fraction(sum(high >= number(rule["at_least"]) for high in highs))
    if rule["by"] == "sum":
        return sum(min(low, Fraction(0)) for low in lows), sum(highs)
    if rule["by"] == "weighted-mean":
        return min(lows), sum(h * w for _, h, w in children) / sum(w for _, _, w in children)
    mean = sum(highs) / len(highs)
    return min(lows), {"mean": mean, "median": median(highs), "none": mean,
                       "min": min(highs), "max": max(highs)}[rule["by"]]


def highest_stage(rule, high, stage_count):
    if "bands" in rule:
        return Fraction(int(rule["bands"][-1]["stage"].rsplit("-", 1)[1]) + 1)
    if "stage" in rule:
        return Fraction(min(max(high // 1, 0), stage_count))
    return Fraction(stage_count)


def all_ranges(tree, questions, stage_count):
    ranges = {}
    for node in reversed(tree.nodes()):
        ranges[node.id] = low_and_high(node, questions, ranges, stage_count)
    return ranges


def fill_bands(rules):
    """Gives beginnings to the bands of rules that hold for no node."""
    for rule in rules:
        for place, band in enumerate(rule.get("bands", [])):
            if band["from"] is None:
                band["from"] = Fraction(place)


def spread_bands(rng, model, method):
    """Gives the bands of all rules their beginnings, and drops those that no value reaches."""
    tree, questions = tree_of(model, method)
    stage_count = len(model.get("stages", []))
    for node in reversed(tree.nodes()):
        bands = node.rule.get("bands", [])
        if not bands or bands[0]["from"] is not None:
            continue
        found = all_ranges(tree, questions, stage_count)[node.id] or (Fraction(0), Fraction(4))
        step = rng.choice([Fraction(1), Fraction(1, 2), Fraction(1, 4)])
        start = found[0] // step * step
        if rng.random() < 0.5 and found[0].denominator in (1, 2, 4, 5, 8, 10, 20, 40):
            start = found[0]
        for band in bands:
            band["from"] = start
            start += step * rng.randint(1, 3)
    trimmed = True
    while trimmed:
        trimmed = False
        ranges = all_ranges(tree, questions, stage_count)
        for node in tree.nodes():
            bands, found = node.rule.get("bands", []), ranges[node.id]
            if not bands or found is None:
                continue
            if bands[0]["from"] > found[0]:
                bands[0]["from"] = Fraction(found[0] // 1)
                trimmed = True
            if bands[-1]["from"] > found[1] and len(bands) > 1:
                bands.pop()
                trimmed = True
    written = [method.get(key, {}) for key in ("overall", "pillars", "leaf_pillars")]
    fill_bands([*written, *method.get("nodes", {}).values()])


def ranges_fit(model):
    """Whether all bands ascend and begin where model-format.md (scoring) allows."""
    for method in methods_of(model):
        tree, questions = tree_of(model, method)
        ranges = all_ranges(tree, questions, len(model.get("stages", [])))
        for node in tree.nodes():
            starts = [band["from"] for band in node.rule.get("bands", [])]
            if any(one >= other for one, other in zip(starts, starts[1:])):
                return False
            if starts and ranges[node.id] is not None and (
                    starts[0] > ranges[node.id][0] or starts[-1] > ranges[node.id][1]):
                return False
    return True
