"""Which features of the evaluation a record shows; see features.py."""

NAMES = (
    ["profile by number", "profile by share", "an imbalance", "a pillar without the measure",
     "a target", "a target inherited", "a target reached", "a percentage below zero",
     "a percentage above a hundred", "a share", "a question ahead", "a backed result below the claimed",
     "a backed result that is the claimed"] +
    [f"grade {one}" for one in ("verified", "corroborated", "reported", "none")] +
    [f"confidence {one}" for one in ("high", "medium", "low", "not_given")] +
    ["a disagreement", "nobody disagrees", "a group", "groups that differ", "a roll-up by number",
     "a roll-up by value"] +
    [f"capability {one}" for one in ("present", "partial", "absent", "planned", "not-applicable",
                                     "unknown")] +
    [f"basis {one}" for one in ("declaration", "evidence", "answers")] +
    ["answers that contradict", "a list of changes", "a list of several changes",
     "no list of changes", "changes not proven"] +
    ["a trend by one model", "a trend by two models", "a trend assumed", "comparable questions",
     "a rise", "a fall", "a question answered now alone", "a question answered then alone",
     "progress", "progress below zero"] +
    [f"a question {one}" for one in ("renamed", "reworded")])


def of_profile(record):
    profile = record.get("profile")
    if not profile:
        return
    yield f"profile by {profile['measure']}"
    if profile.get("imbalance"):
        yield "an imbalance"
    if any(len(one) == 1 for one in profile["pillars"]):
        yield "a pillar without the measure"


def of_nodes(record, results):
    for node, result in zip(record.get("nodes", []), results):
        target = node.get("target")
        if target:
            yield "a target inherited" if target.get("inherited") else "a target"
            if target.get("reached"):
                yield "a target reached"
            if target.get("percent", 0) < 0:
                yield "a percentage below zero"
            if target.get("percent", 0) > 100:
                yield "a percentage above a hundred"
        if "share" in node:
            yield "a share"
        for kind in ("grade", "confidence"):
            counts = node["evidence" if kind == "grade" else kind]
            yield from (f"{kind} {one}" for one, count in counts.items() if count)
        if "backed" in node and "value" in result:
            same = node["backed"].get("value") == result["value"]
            yield ("a backed result that is the claimed" if same
                   else "a backed result below the claimed")


def of_people(record):
    people = record.get("respondents")
    if people:
        yield "a disagreement" if "discuss" in people else "nobody disagrees"
        if "groups" in people:
            yield "a group"
        if "differences" in people:
            yield "groups that differ"
    roll_up = record.get("teams", {}).get("roll_up")
    if roll_up:
        yield f"a roll-up by {roll_up['measure']}"


def of_changes(record):
    changes = record.get("changes")
    if not isinstance(changes, dict):
        return
    found = changes.get("list", [])
    yield "a list of changes" if found else "no list of changes"
    if len(found) > 1:
        yield "a list of several changes"
    if not changes["proven"]:
        yield "changes not proven"


def of_trend(record, one_model):
    trend = record.get("trend")
    if not trend:
        return
    yield "a trend by one model" if one_model else "a trend by two models"
    for key, name in (("assumed", "a trend assumed"), ("questions", "comparable questions"),
                      ("risen", "a rise"), ("fallen", "a fall"),
                      ("only_now", "a question answered now alone"),
                      ("only_then", "a question answered then alone")):
        if trend.get(key):
            yield name
    for node in trend["nodes"]:
        if "progress" in node:
            yield "progress below zero" if node["progress"] < 0 else "progress"
    yield from (f"a question {one['change']}" for one in trend.get("model_changes", []))


def evaluation_features(record, results, one_model):
    """`results` are the nodes of the primary method."""
    found = {*of_profile(record), *of_nodes(record, results), *of_people(record),
             *of_changes(record), *of_trend(record, one_model)}
    if record.get("ahead"):
        found.add("a question ahead")
    for one in record.get("capabilities", []):
        found.add(f"capability {one['status']}")
        if "basis" in one:
            found.add(f"basis {one['basis']}")
        if "answers_say" in one:
            found.add("answers that contradict")
    return found
