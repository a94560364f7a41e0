"""Respondents and teams: respondents.md."""

from exact import median, put
from position import figures, gives_stage, number_of, shown_value
from standing import combined, read_entry
from worth import ZERO, value_of

TWO_DECIMALS = 2


def reading(method, node):
    """Value and stage of a node as far as they are shown."""
    record = {}
    put(record, "value", shown_value(method, node), method.digits)
    method.put_stage(record, method.stage_shown(node))
    return record


def node_readings(method):
    return [{**({} if node.id is None else {"pillar": node.id}), **reading(method, node)}
            for node in method.tree.nodes()]


def as_seen_by(assessment, people):
    """The assessment with these respondents alone; what was agreed on is set aside where any
    respondent has an entry."""
    said = {name for one in assessment["respondents"] for name in one.get("answers", {})}
    kept = {name: one for name, one in assessment["answers"].items() if name not in said}
    return {**assessment, "answers": kept, "respondents": people}


class Opinions:
    """What respondents said to one question."""

    def __init__(self, question, people, assessment):
        self.question = question
        self.entries = [read_entry(one.get("answers", {}).get(question.id), assessment["date"])
                        for one in people]
        self.values = [value_of(question, one.answer) for one in self.entries
                       if one.state == "answered"]
        self.agreed = question.id in assessment["answers"]
        self.range = question.highest - question.lowest

    def count(self, state):
        return sum(one.state == state for one in self.entries)

    def of_range(self, width):
        return width / self.range if self.range else ZERO

    def disagreement(self):
        if len(self.values) < 2:
            return None
        return self.of_range(max(self.values) - min(self.values))

    def distance(self):
        middle = median(self.values)
        return self.of_range(sum((abs(one - middle) for one in self.values), ZERO)
                             / len(self.values))

    def record(self, digits):
        record = {"question": self.question.id}
        for key, state in (("answered", "answered"), ("unknown", "unknown"),
                           ("not_applicable", "not-applicable"), ("silent", "unanswered")):
            record[key] = self.count(state)
        if self.values:
            put(record, "least", min(self.values), digits)
            put(record, "median", median(self.values), digits)
            put(record, "greatest", max(self.values), digits)
        if len(self.values) > 1:
            put(record, "disagreement", self.disagreement(), TWO_DECIMALS)
            put(record, "distance", self.distance(), TWO_DECIMALS)
        if self.agreed:
            record["agreed"] = True
        return record


def differences(method, assessment, groups):
    """Questions on which groups differ, the greater difference first."""
    found = []
    for name, question in method.questions.items():
        by_group = [Opinions(question, people, assessment).values for people in groups.values()]
        values = [combined(method.declared.get("respondents", "mean"), one)
                  for one in by_group if one]
        if len(values) > 1 and max(values) > min(values):
            found.append((name, (max(values) - min(values))
                          / (question.highest - question.lowest)))
    found.sort(key=lambda one: -one[1])
    records = []
    for name, difference in found:
        record = {"question": name}
        put(record, "difference", difference, TWO_DECIMALS)
        records.append(record)
    return records


def after(method, views):
    """The results of single respondents, combined node by node."""
    how, records = method.declared.get("respondents", "mean"), []
    for nodes in zip(*(seen.tree.nodes() for seen in views)):
        record = {} if nodes[0].id is None else {"pillar": nodes[0].id}
        for key, one_of in (("value", shown_value), ("number", number_of)):
            found = [one_of(seen, node) for seen, node in zip(views, nodes)]
            known = [one for one in found if one is not None]
            put(record, key, combined(how, known) if known else None, method.digits)
        records.append(record)
    return records


def respondents_record(method, assessment, apply):
    people = assessment["respondents"]
    opinions = [Opinions(one, people, assessment) for one in method.questions.values()]
    opinions = [one for one in opinions if one.count("unanswered") < len(people)]
    apart = [one for one in opinions if len(one.values) > 1 and one.disagreement() > 0]
    apart.sort(key=lambda one: (-one.disagreement(), -one.distance(), -one.count("unknown")))
    groups = {}
    for person in people:
        if "group" in person:
            groups.setdefault(person["group"], []).append(person)
    alone, views = [], []
    for person in people:
        seen = apply(as_seen_by(assessment, [person]))
        views.append(seen)
        alone.append({**{key: person[key] for key in ("role", "group") if key in person},
                      **reading(seen, seen.tree)})
    record = {
        "count": len(people),
        "questions": [one.record(method.digits) for one in opinions],
        "discuss": [one.question.id for one in apart],
        "alone": alone,
        "after": after(method, views),
        "groups": [{"group": name, "respondents": len(members),
                    "nodes": node_readings(apply(as_seen_by(assessment, members)))}
                   for name, members in groups.items()],
        "differences": differences(method, assessment, groups),
    }
    return {key: one for key, one in record.items() if one != []}


def of_team(assessment, team):
    """The assessment with one team alone."""
    def own(written):
        if not (isinstance(written, dict) and "teams" in written):
            return written
        return {**written, "teams": {name: one for name, one in written["teams"].items()
                                     if name == team["id"]}}
    answers = {name: own(one) for name, one in assessment["answers"].items()}
    return {**assessment, "teams": [team], "answers": answers}


def teams_record(assessment, apply):
    results, points = [], {}
    for team in assessment["teams"]:
        seen = apply(of_team(assessment, team))
        results.append({"team": team["id"], "nodes": node_readings(seen)})
        by_number = gives_stage(seen.tree.rule)
        point = number_of(seen, seen.tree) if by_number else shown_value(seen, seen.tree)
        if point is not None:
            points[team["id"]] = point
    record = {"results": results}
    if points:
        roll_up = {"measure": "number" if by_number else "value"}
        for key, one in zip(("floor", "mean", "ceiling", "spread"), figures(list(points.values()))):
            put(roll_up, key, one, seen.digits)
        roll_up["lowest"] = [one for one, point in points.items() if point == min(points.values())]
        record["roll_up"] = roll_up
    return record
