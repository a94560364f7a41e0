"""An independent reference of the scoring engine, written from content/docs/scoring.md alone.

`score(model, assessment)` takes both in their documented formats, as exact.read_file gives them,
and returns the record of the section "The record". The other modules follow the page: worth.py
section 1, standing.py section 2, tree.py sections 3 to 5, interval.py section 6."""

from exact import number, plain, put
from interval import Intervals
from standing import stands
from tree import Evaluation, build_tree
from worth import read_question

TWO_DECIMALS = 2


def score(model, assessment):
    """The record of an assessment."""
    model = plain(model)
    questions = {one["id"]: read_question(one, model) for one in model.get("questions", [])}
    assessment = with_current_ids(plain(assessment), model, questions)
    declared = model.get("scoring", [])
    methods = [Method(model, method, questions, assessment)
               for method in (declared if isinstance(declared, list) else [declared])]
    record = {
        "schema": "stagecraft/score/1",
        "model": {key: model[key] for key in ("id", "title", "version")},
        "subject": {key: assessment["subject"][key] for key in ("id", "name")},
        "date": assessment["date"],
        "methods": [method.record() for method in methods],
    }
    disagreements = [other.disagreement(methods[0]) for other in methods[1:]]
    found = [one for one in disagreements if one is not None]
    if found:
        record["disagreements"] = found
    return record


def with_current_ids(assessment, model, questions):
    """The assessment with earlier ids (`formerly`) of questions and stages replaced."""
    renamed = {old: one["id"] for one in model.get("questions", [])
               for old in one.get("formerly", [])}
    stages = {old: one["id"] for one in model.get("stages", []) for old in one.get("formerly", [])}

    def of_stage(written):
        if isinstance(written, dict):
            entry = {**written}
            if "answer" in entry:
                entry["answer"] = of_stage(entry["answer"])
            if "teams" in entry:
                entry["teams"] = {team: of_stage(one) for team, one in entry["teams"].items()}
            return entry
        return stages.get(written, written)

    def current(answers):
        named = {renamed.get(name, name): written for name, written in answers.items()}
        return {name: of_stage(one) if questions[name].type == "stage" else one
                for name, one in named.items()}

    people = [{**person, "answers": current(person.get("answers", {}))}
              for person in assessment.get("respondents", [])]
    return {**assessment, "answers": current(assessment.get("answers", {})), "respondents": people}


class Method:
    """One method applied to an assessment."""

    def __init__(self, model, method, questions, assessment):
        chosen = method.get("questions", list(questions))
        self.declared = method
        self.digits = int(number(method.get("digits", 2)))
        self.stage_ids = [stage["id"] for stage in model.get("stages", [])]
        self.questions = {name: one for name, one in questions.items()
                          if name in chosen and one.type != "text"}
        self.standings = {name: stands(one, questions, assessment, method)
                          for name, one in self.questions.items()}
        places = [place for one in self.questions.values() for place in one.contributions]
        self.tree = build_tree(model, method, places)
        self.evaluation = Evaluation(method, self.questions, self.standings, self.stage_ids)
        self.evaluation.evaluate(self.tree)
        self.ranges = Intervals(self.questions, self.standings, self.stage_ids)
        self.ranges.evaluate(self.tree)

    def record(self):
        return {
            **{key: self.declared[key] for key in ("id", "title", "rule")},
            "questions": [self.question_record(name) for name in self.questions],
            "nodes": [self.node_record(node) for node in self.tree.nodes()],
        }

    def question_record(self, name):
        standing = self.standings[name]
        record = {"id": name, "state": standing.state}
        put(record, "value", standing.value, self.digits)
        put(record, "worst", standing.worst, self.digits)
        put(record, "best", standing.best, self.digits)
        if standing.conditional:
            record["conditional"] = True
        return record

    def put_stage(self, record, stage):
        if stage == 0:
            record["below_first"] = True
        elif stage is not None:
            record["stage"] = self.stage_ids[stage - 1]

    def stage_shown(self, node):
        """Section 5: a node has a stage if it is scored, or has no number but prerequisites."""
        outcome = self.evaluation.outcomes[node.id]
        return outcome.stage if outcome.state in ("scored", "no-number") else None

    def node_record(self, node):
        outcome = self.evaluation.outcomes[node.id]
        record = {} if node.id is None else {"pillar": node.id}
        record["state"] = outcome.state
        if outcome.state == "scored":
            put(record, "value", outcome.value, self.digits)
        self.put_stage(record, self.stage_shown(node))
        self.put_interval(record, self.ranges.intervals.get(node.id))
        inside = node.inside
        record["counts"] = self.counts(inside)
        put(record, "coverage", outcome.coverage, TWO_DECIMALS)
        for name, entries in (("fulfilment", self.fulfilment(inside)), ("parts", self.parts(node))):
            if entries:
                record[name] = entries
        return record

    def put_interval(self, record, interval):
        if interval is None or not interval.is_given():
            return
        for name, end in (("worst", interval.worst), ("best", interval.best)):
            record[name] = {}
            put(record[name], "value", end.value, self.digits)
            self.put_stage(record[name], end.stage)
        record["bound"] = interval.bound

    def counts(self, inside):
        states = [self.standings[name].state for name in {one.question for one in inside}]
        return {name: states.count(name.replace("_", "-")) for name in (
            "answered", "unknown", "unanswered", "not_applicable", "not_asked")}

    def fulfilment(self, inside):
        """Without a percent under `void` while a contribution is open: it has no value then."""
        entries = []
        for stage, pool in sorted(self.evaluation.pools(inside).items()):
            entry = {"stage": self.stage_ids[stage - 1]}
            if not (pool.some_open and self.evaluation.policy == "void"):
                put(entry, "percent", pool.fulfilment(), TWO_DECIMALS)
            entries.append(entry)
        return entries

    def parts(self, node):
        entries = []
        for part in self.evaluation.parts(node):
            entry = {"pillar": part.pillar}
            if part.contribution:
                entry = {"question": part.contribution.question}
                self.put_stage(entry, part.contribution.stage)
            put(entry, "weight", part.weight, self.digits)
            put(entry, "value", part.value, self.digits)
            if part.value is None:
                entry["left_out"] = True
            entries.append(entry)
        return entries

    def disagreement(self, primary):
        """Section 7: only two stages can differ; a node without one disagrees with nothing."""
        mine, other = self.stage_shown(self.tree), primary.stage_shown(primary.tree)
        if mine is None or other is None or mine == other:
            return None
        record = {"method": self.declared["id"]}
        self.put_stage(record, mine)
        return record
