"""An independent reference of the evaluation, written from content/docs/position.md,
respondents.md and evaluation.md alone. `evaluation(model, assessment)` returns the member
`evaluation` of the score's record."""

from changes import TooMany, changes_record
from evidence import BACKED, evidence_record, reopened
from exact import plain, put
from position import (TWO_DECIMALS, Capabilities, ahead, number_of, parents, profile, shares,
                      target_of, target_record)
from respondents import respondents_record, teams_record
from scoring import Method, with_current_ids
from standing import stands
from trend import trend_record
from worth import read_question


NOT_TRIED = "not tried"


class Case:
    """A model and an assessment, read once."""

    def __init__(self, model, assessment):
        self.model = plain(model)
        self.questions = {one["id"]: read_question(one, self.model)
                          for one in self.model.get("questions", [])}
        self.assessment = with_current_ids(plain(assessment), self.model, self.questions)
        declared = self.model.get("scoring", [])
        self.declared = declared if isinstance(declared, list) else [declared]
        self.methods = [self.applied(self.assessment, one) for one in self.declared]

    def applied(self, assessment, declared=None):
        """A method, the primary one by default, applied to an assessment."""
        return Method(self.model, declared or self.declared[0], self.questions, assessment)


def with_current_stages(target, model):
    """The target with earlier ids of stages replaced."""
    renamed = {old: one["id"] for one in model.get("stages", []) for old in one.get("formerly", [])}

    def current(one):
        return {**one, "stage": renamed.get(one["stage"], one["stage"])} if "stage" in one else one
    return {**current(target),
            "pillars": {name: current(one) for name, one in target.get("pillars", {}).items()}}


def nodes_record(case, method, share_by_node):
    target = with_current_stages(case.assessment.get("target", {}), case.model)
    above = parents(case.model)
    backed = case.applied(reopened(case.assessment, lambda grade: grade in BACKED))
    records = []
    for node in method.tree.nodes():
        record = {} if node.id is None else {"pillar": node.id}
        put(record, "number", number_of(method, node), method.digits)
        put(record, "share", share_by_node.get(node.id), TWO_DECIMALS)
        found = target_of(node, target, above)
        if found:
            record["target"] = target_record(method, node, found)
        record.update(evidence_record(method, node, case.assessment))
        interval = backed.ranges.intervals.get(node.id)
        if interval is not None and interval.is_given():
            record["backed"] = {}
            put(record["backed"], "value", interval.worst.value, method.digits)
            method.put_stage(record["backed"], interval.worst.stage)
        records.append(record)
    return records


def shortest_changes(case, method):
    """The member `changes`; NOT_TRIED where there are too many lists to try them all."""
    def standing(name):
        return stands(case.questions[name], case.questions, case.assessment, case.declared[0])
    try:
        return changes_record(case, method, standing)
    except TooMany:
        return NOT_TRIED


def evaluation(model, assessment, earlier=None, earlier_model=None):
    """`earlier` is the assessment that it is compared with; `earlier_model` the model that it was
    made with, where that is not `model`."""
    case = Case(model, assessment)
    record = {}
    if case.methods:
        method = case.methods[0]
        share_by_node = shares(method, case.assessment, case.applied)
        found = profile(method, share_by_node)
        if found:
            record["profile"] = found
        record["nodes"] = nodes_record(case, method, share_by_node)
        record["ahead"] = ahead(method)
        if case.assessment["respondents"]:
            record["respondents"] = respondents_record(method, case.assessment, case.applied)
        if case.assessment.get("teams"):
            record["teams"] = teams_record(case.assessment, case.applied)
        changes = shortest_changes(case, method)
        if changes is not None:
            record["changes"] = changes
    capabilities = Capabilities(case.methods, case.assessment)
    record["capabilities"] = [capabilities.record(one)
                              for one in case.model.get("capabilities", [])]
    if earlier is not None:
        targets = {one.get("pillar"): one.get("target") for one in record["nodes"]}
        before = Case(earlier_model or model, earlier)
        record["trend"] = trend_record(case, before, earlier_model is None, targets)
    return {key: one for key, one in record.items() if one != []}
