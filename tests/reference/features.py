"""Which features of the format and of the rules a case shows. compare.py counts them, so that
nobody believes in a comparison that never met them."""

from exact import number, plain
from snapping import evaluated
from tree import STAGE_RULES, joined
from worth import HUNDRED

NAMES = (
    [f"type {one}" for one in ("yes-no", "choice", "several", "scale", "percent", "number", "stage",
                               "state", "text")] +
    [f"map {one}" for one in ("ascending points", "descending points", "bent points",
                              "thresholds")] +
    ["answers shared", "answers inline", "several with values", "several without values",
     "values of yes-no", "a question with one value only", "several contributions",
     "one node twice", "a weight of a question", "a weight of a pillar", "a weight under nodes"] +
    [f"pillars {depth} deep" for depth in range(5)] + ["no stages"] +
    [f"by {one}" for one in ("count", "sum", "mean", "weighted-mean", "min", "max", "median",
                             "none")] +
    [f"over {one}" for one in ("children", "questions", "stages")] +
    [f"stage rule {one}" for one in ("bands", "prerequisites", "chosen", "fractional", "none")] +
    [f"rule for {one}" for one in ("overall", "pillars", "leaf_pillars", "nodes")] +
    [f"needs {one}" for one in ("all", "number", "map")] + ["prerequisites beside a value"] +
    [f"unanswered {one}" for one in ("lowest", "skip", "void")] +
    [f"not_applicable {one}" for one in ("exclude", "forbid")] +
    [f"teams {one}" for one in ("mean", "median", "min", "max")] +
    [f"respondents {one}" for one in ("mean", "median", "min", "max", "majority")] +
    [f"digits {one}" for one in range(7)] +
    ["some questions only", "several methods", "disagreement", "condition by answers",
     "condition by a number", "otherwise exclude", "otherwise lowest", "a chain of conditions",
     "history", "a plan", "agreed beside respondents", "a team without an entry",
     "an earlier id"] +
    [f"question {one}" for one in ("answered", "unknown", "unanswered", "not-applicable",
                                   "not-asked", "conditional", "optional", "with open teams")] +
    [f"node {one}" for one in ("empty", "not-applicable", "void", "open", "too-few-answers",
                               "no-number", "scored")] +
    [f"bound {one}" for one in ("exact", "outer", "none")] +
    ["below the first stage", "an optional pillar", "a rounded value", "a value on a band",
     "a fulfilment on a need", "a coverage on enough", "a child on at_least",
     "a number on a condition"])


def of_question(one):
    yield f"type {one.get('type', 'yes-no')}"
    if "map" in one:
        if "thresholds" in one["map"]:
            yield "map thresholds"
        else:
            values = [value for _, value in one["map"]["points"]]
            shape = {tuple(sorted(values)): "ascending",
                     tuple(sorted(values, reverse=True)): "descending"}
            yield f"map {shape.get(tuple(values), 'bent')} points"
    if "answers" in one:
        yield "answers shared" if isinstance(one["answers"], str) else "answers inline"
    if "values" in one:
        yield "values of yes-no"
    if "weight" in one:
        yield "a weight of a question"
    places = one.get("counts_towards", [])
    if len(places) > 1:
        yield "several contributions"
    if len({place.get("pillar") for place in places}) < len(places):
        yield "one node twice"
    condition = one.get("asked_if")
    if condition:
        yield "condition by answers" if "answers" in condition else "condition by a number"
        yield f"otherwise {condition.get('otherwise', 'exclude')}"


def depth(pillars):
    return max((1 + depth(one.get("pillars", [])) for one in pillars), default=0)


def of_model(model):
    for one in model["questions"]:
        yield from of_question(one)
        if "formerly" in one:
            yield "an earlier id"
    gated = {one["id"]: one["asked_if"]["question"] for one in model["questions"]
             if "asked_if" in one}
    if any(gate in gated for gate in gated.values()):
        yield "a chain of conditions"
    yield f"pillars {depth(model.get('pillars', []))} deep"
    if "stages" not in model:
        yield "no stages"


def of_rule(rule):
    yield f"by {rule['by']}"
    yield f"over {rule['over']}"
    kind = next((one for one in STAGE_RULES if one in rule), "none")
    yield f"stage rule {rule['stage'] if kind == 'stage' else kind}"
    if kind == "prerequisites":
        for entry in rule["prerequisites"]:
            needs = entry["needs"]
            yield "needs " + ("all" if needs == "all" else
                              "map" if isinstance(needs, dict) else "number")
        if rule["by"] != "none":
            yield "prerequisites beside a value"


def of_method(method):
    for key, default in (("unanswered", "lowest"), ("not_applicable", "exclude"),
                         ("teams", "mean"), ("respondents", "mean"), ("digits", 2)):
        yield f"{key} {method.get(key, default)}"
    for key in ("overall", "pillars", "leaf_pillars", "nodes"):
        if key in method:
            yield f"rule for {key}"
    if any("weight" in one for one in method.get("nodes", {}).values()):
        yield "a weight under nodes"
    if "questions" in method:
        yield "some questions only"


def of_standings(done):
    for name, one in done.questions.items():
        standing = done.standings[name]
        yield f"question {standing.state}"
        if one.type == "several":
            yield "several with values" if one.has_values() else "several without values"
        if one.lowest == one.highest:
            yield "a question with one value only"
        if standing.conditional:
            yield "question conditional"
        if standing.optional:
            yield "question optional"
        if standing.state == "answered" and standing.worst is not None:
            yield "question with open teams"


def of_node(done, node):
    outcome, interval = done.evaluation.outcomes[node.id], done.ranges.intervals.get(node.id)
    yield from of_rule(node.rule)
    yield f"node {outcome.state}"
    if interval is None or not interval.is_given():
        yield "bound none"
    else:
        yield f"bound {interval.bound}"
    if interval is not None and interval.optional and node.id is not None:
        yield "an optional pillar"
    if done.stage_shown(node) == 0:
        yield "below the first stage"
    yield from on_boundaries(done, node, outcome)


def on_boundaries(done, node, outcome):
    rule = node.rule
    if outcome.state == "scored":
        if any(number(band["from"]) == outcome.value for band in rule.get("bands", [])[1:]):
            yield "a value on a band"
        if rule["by"] == "count" and any(part.value == number(rule["at_least"])
                                         for part in done.evaluation.parts(node)):
            yield "a child on at_least"
    if done.evaluation.enough > 0 and outcome.coverage * HUNDRED == done.evaluation.enough:
        yield "a coverage on enough"
    pools = done.evaluation.pools(node.inside)
    for entry in rule.get("prerequisites", []):
        if entry["needs"] == "all" or isinstance(entry["needs"], dict):
            continue
        stage = done.stage_ids.index(entry["stage"]) + 1
        reached = joined([pool for name, pool in pools.items() if name <= stage]).fulfilment()
        if reached == number(entry["needs"]):
            yield "a fulfilment on a need"


def of_assessment(model, assessment):
    answers = assessment.get("answers", {})
    people = assessment.get("respondents", [])
    entries = list(answers.values()) + [one for person in people
                                        for one in person["answers"].values()]
    for one in entries:
        if isinstance(one, dict) and "history" in one:
            yield "history"
            if any(entry["date"] > assessment["date"] + "-99" for entry in one["history"]):
                yield "a plan"
        teams = one.get("teams") if isinstance(one, dict) else None
        if teams is not None and len(teams) < len(assessment["teams"]):
            yield "a team without an entry"
    if any(name in answers for person in people for name in person["answers"]):
        yield "agreed beside respondents"
    for one in model["questions"]:
        condition = one.get("asked_if", {})
        answer = answers.get(condition.get("question"))
        if answer is not None and answer in (condition.get("at_least"), condition.get("at_most")):
            yield "a number on a condition"


def features_of(case, record):
    """The names of all features of a case."""
    found = {*of_model(case.model), *of_assessment(plain(case.model), plain(case.assessment))}
    methods = case.model["scoring"]
    methods = methods if isinstance(methods, list) else [methods]
    if len(methods) > 1:
        found.add("several methods")
    if "disagreements" in record:
        found.add("disagreement")
    for method in methods:
        done = evaluated(case.model, method, case.assessment)
        found |= {*of_method(method), *of_standings(done)}
        for node in done.tree.nodes():
            found |= set(of_node(done, node))
            if any(pillar.weight != 1 for pillar in node.pillars):
                found.add("a weight of a pillar")
        if any("_exact" in key for node in record["methods"][0]["nodes"] for key in node):
            found.add("a rounded value")
    return found
