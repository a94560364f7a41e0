"""Profile, shares, targets, capabilities and what is ahead: position.md. Every function takes a
`Method` of scoring.py, which is the primary method applied to an assessment."""

from fractions import Fraction

from evidence import BACKED, grade_of, reopened
from exact import put
from worth import HUNDRED, ONE, ZERO

TWO_DECIMALS = 2


def shown_value(method, node):
    outcome = method.evaluation.outcomes[node.id]
    return outcome.value if outcome.state == "scored" else None


def number_of(method, node):
    """The number of a node; None without a stage."""
    stage = method.stage_shown(node)
    if stage is None:
        return None
    if node.rule.get("stage") == "fractional":
        value = method.evaluation.outcomes[node.id].value
        return min(max(value, ZERO), Fraction(len(method.stage_ids)))
    return Fraction(stage)


def shares(method, assessment, apply):
    """By node its share. `apply` applies the method to another assessment."""
    ranges = apply(reopened(assessment, lambda grade: False)).ranges.intervals
    found = {}
    for node in method.tree.nodes():
        value, interval = shown_value(method, node), ranges.get(node.id)
        if value is None or interval is None or interval.worst.value is None:
            continue
        least, greatest = interval.worst.value, interval.best.value
        if least != greatest:
            found[node.id] = min(max((value - least) / (greatest - least), ZERO), ONE)
    return found


def gives_stage(rule):
    return any(key in rule for key in ("bands", "prerequisites", "stage"))


def figures(points):
    """Floor, mean, ceiling and their distance, of at least one point."""
    floor, ceiling = min(points), max(points)
    return floor, sum(points, ZERO) / len(points), ceiling, ceiling - floor


def profile(method, share_by_node):
    compared = [node for node in method.tree.pillars if method.evaluation.outcomes[node.id].state
                not in ("empty", "not-applicable")]
    if not compared:
        return None
    by_number = all(gives_stage(node.rule) for node in compared)
    name, digits = ("number", method.digits) if by_number else ("share", TWO_DECIMALS)
    points = {node.id: number_of(method, node) if by_number else share_by_node.get(node.id)
              for node in compared}
    record = {"measure": name, "pillars": []}
    for pillar, point in points.items():
        entry = {"pillar": pillar}
        put(entry, name, point, digits)
        record["pillars"].append(entry)
    known = {pillar: point for pillar, point in points.items() if point is not None}
    if not known:
        return record
    floor, mean, ceiling, imbalance = figures(list(known.values()))
    for key, one in (("floor", floor), ("mean", mean), ("ceiling", ceiling)):
        put(record, key, one, digits)
    if len(known) > 1:
        put(record, "imbalance", imbalance, digits)
        if imbalance > 0:
            record["leading"] = [one for one, point in known.items() if point == ceiling]
            record["lagging"] = [one for one, point in known.items() if point == floor]
    return record


def parents(model):
    """By pillar the one above it; None for the whole."""
    found = {}

    def walk(pillars, above):
        for pillar in pillars:
            found[pillar["id"]] = above
            walk(pillar.get("pillars", []), pillar["id"])
    walk(model.get("pillars", []), None)
    return found


def target_of(node, target, above):
    """The target of a node and whether it is inherited; None without one."""
    own = target.get("pillars", {})
    at, inherited = node.id, False
    while at is not None:
        if at in own:
            return own[at], inherited
        at, inherited = above[at], True
    return (target, inherited) if "stage" in target else None


def target_record(method, node, found):
    declared, inherited = found
    goal = method.stage_ids.index(declared["stage"]) + 1
    record = {"stage": declared["stage"]}
    if inherited:
        record["inherited"] = True
    if "by" in declared:
        record["by"] = declared["by"]
    number = number_of(method, node)
    if number is None:
        return record
    put(record, "gap", goal - number, method.digits)
    if goal > 1:
        percent = HUNDRED * (number - 1) / (goal - 1)
        put(record, "percent", percent, TWO_DECIMALS)
        put(record, "percent_limited", min(max(percent, ZERO), HUNDRED), TWO_DECIMALS)
    if goal <= number:
        record["reached"] = True
    return record


def ahead(method):
    """Questions with their highest value that are evidence of a stage above the present one."""
    present = method.stage_shown(method.tree)
    if present is None:
        return []
    found = []
    for name, question in method.questions.items():
        stages = [place.stage for place in question.contributions if place.stage is not None]
        standing = method.standings[name]
        if (stages and stages[0] > present and standing.state == "answered"
                and standing.value == question.highest):
            found.append(name)
    return found


class Capabilities:
    """Rules 1 to 6. `methods` are all methods, applied."""

    def __init__(self, methods, assessment):
        self.methods = methods
        self.assessment = assessment

    def standing(self, name):
        for method in self.methods:
            if name in method.standings:
                return method.questions[name], method.standings[name]
        return None

    def by_questions(self, capability):
        """Status and basis."""
        names = [name for name in capability.get("questions", []) if self.standing(name)]
        kept = [(name, *self.standing(name)) for name in names]
        kept = [(name, question, standing) for name, question, standing in kept
                if standing.state != "not-applicable"
                and not (standing.state == "not-asked" and standing.value is None)]
        if names and not kept:
            return "not-applicable", None
        ranges = [(question, standing.value if standing.worst is None else standing.worst,
                   standing.value if standing.best is None else standing.best)
                  for _, question, standing in kept]
        highest = [low == high == question.highest for question, low, high in ranges]
        lowest = [low == high == question.lowest and question.lowest < question.highest
                  for question, low, high in ranges]
        more = [low > question.lowest or low == high == question.highest
                for question, low, high in ranges]
        status = ("unknown" if not kept else "present" if all(highest) else
                  "absent" if all(lowest) else "partial" if any(more) else "unknown")
        if status == "unknown":
            return status, None
        answered = [name for name, _, standing in kept if standing.state == "answered"]
        proven = answered and all(grade_of(name, self.assessment) in BACKED for name in answered)
        return status, "evidence" if proven else "answers"

    def record(self, capability):
        status, basis = self.by_questions(capability)
        declared = self.assessment.get("capabilities", {}).get(capability["id"])
        if declared is None:
            record = {"capability": capability["id"], "status": status}
            if basis:
                record["basis"] = basis
            return record
        said = declared["status"] if isinstance(declared, dict) else declared
        record = {"capability": capability["id"], "status": said, "basis": "declaration"}
        same = status in ("unknown", "not-applicable", said) or (said, status) == ("planned", "absent")
        if not same:
            record["answers_say"] = status
        return record
