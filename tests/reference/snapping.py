"""Moves a boundary of a model to exactly where an assessment falls, so that boundaries are hit more
often than chance would hit them."""

from exact import decimal_text, is_number, plain
from scoring import Method, with_current_ids
from tree import joined
from worth import HUNDRED, read_question


def evaluated(model, method, assessment):
    """The method applied. Its rules hold the bands and conditions of `method` itself."""
    read = plain(model)
    questions = {one["id"]: read_question(one, read) for one in read["questions"]}
    return Method(read, method, questions, with_current_ids(plain(assessment), read, questions))


def is_decimal(value):
    return value is not None and decimal_text(value) is not None and len(decimal_text(value)) < 12


def snap_bands(rng, rule, node, done):
    """A band begins at the value of the node."""
    value = done.evaluation.outcomes[node.id].value
    if is_decimal(value) and len(rule["bands"]) > 1:
        rng.choice(rule["bands"][1:])["from"] = value


def snap_prerequisites(rng, rule, node, done):
    """A condition needs exactly what is fulfilled."""
    pools = done.evaluation.pools(node.inside)
    entry = rng.choice(rule["prerequisites"])
    number = done.stage_ids.index(entry["stage"]) + 1
    if isinstance(entry["needs"], dict):
        name = rng.choice(list(entry["needs"]))
        pool = pools.get(done.stage_ids.index(name) + 1)
        if pool and is_decimal(pool.fulfilment()):
            entry["needs"][name] = pool.fulfilment()
    else:
        reached = joined([pool for stage, pool in pools.items() if stage <= number]).fulfilment()
        if is_decimal(reached):
            entry["needs"] = reached


def snap_count(rng, rule, node, done):
    """What counts begins at the value of a child. `rule` is the one that is written down."""
    values = [part.value for part in done.evaluation.parts(node) if is_decimal(part.value)]
    if values:
        rule["at_least"] = rng.choice(values)


def snap_enough(method, done):
    coverage = done.evaluation.outcomes[None].coverage * HUNDRED
    if is_decimal(coverage):
        method["enough"] = coverage


def snap_condition(rng, model, assessment):
    """A condition compares with the number that was answered."""
    answers = plain(assessment.get("answers", {}))
    compared = [one["asked_if"] for one in model["questions"]
                if {"at_least", "at_most"} & set(one.get("asked_if", {}))]
    for condition in compared:
        answer = answers.get(condition["question"])
        if is_number(answer):
            for key in ("at_least", "at_most"):
                condition.pop(key, None)
            condition[rng.choice(["at_least", "at_most"])] = answer


def snap(rng, model, assessment):
    """Moves one boundary, if one can be moved."""
    methods = model["scoring"] if isinstance(model["scoring"], list) else [model["scoring"]]
    method = rng.choice(methods)
    kind = rng.choice(["rule", "rule", "rule", "enough", "condition"])
    if kind == "condition":
        return snap_condition(rng, model, assessment)
    done = evaluated(model, method, assessment)
    if kind == "enough":
        return snap_enough(method, done)
    node = rng.choice(done.tree.nodes())
    rule = node.rule
    if "bands" in rule:
        snap_bands(rng, rule, node, done)
    elif "prerequisites" in rule:
        snap_prerequisites(rng, rule, node, done)
    elif rule["by"] == "count" and node.id is None:
        snap_count(rng, method["overall"], node, done)
    return None
