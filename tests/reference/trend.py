"""What has changed between two assessments: trend.md."""

from exact import put
from position import number_of, shown_value
from scoring import Method
from worth import HUNDRED, ZERO

TWO_DECIMALS = 2


def names_of(question):
    return [question["id"], *question.get("formerly", [])]


def counterpart(question, earlier):
    """The declaration in the earlier model, by the id or an earlier one; None without."""
    by_id = {one["id"]: one for one in earlier.get("questions", [])}
    return next((by_id[name] for name in names_of(question) if name in by_id), None)


def texts_of(question, model):
    answers = question.get("answers", [])
    if isinstance(answers, str):
        answers = next(one["answers"] for one in model["answer_sets"] if one["id"] == answers)
    return {one["id"]: one["text"] for one in answers}


def is_reworded(before, earlier, now, later):
    mine, theirs = texts_of(before, earlier), texts_of(now, later)
    return before["text"] != now["text"] or any(
        mine[name] != theirs[name] for name in mine if name in theirs)


def scale_of(question):
    """All that says what an answer is worth."""
    return (question.type, list(question.answers.items()), question.stages if question.type == "stage"
            else None, question.values if question.type == "yes-no" else None,
            question.start, question.end, question.map)


def places_of(question, stage_ids):
    return [(place.pillar, place.stage and stage_ids[place.stage - 1], place.weight)
            for place in question.contributions]


def changes_of(now, case, earlier):
    """The changes of one question, in the order of the table."""
    before = counterpart(now, earlier.model)
    if before is None:
        return [{"question": now["id"], "change": "added"}]
    one, other = earlier.questions[before["id"]], case.questions[now["id"]]
    found = []
    if before["id"] != now["id"]:
        found.append({"change": "renamed", "before": before["id"]})
    if is_reworded(before, earlier.model, now, case.model):
        found.append({"change": "reworded", "before": before["text"]})
    if scale_of(one) != scale_of(other):
        found.append({"change": "rescaled"})
    if places_of(one, one.stages) != places_of(other, other.stages):
        found.append({"change": "moved"})
    return [{"question": now["id"], **change} for change in found]


def model_changes(case, earlier):
    found = [change for now in case.model["questions"] for change in changes_of(now, case, earlier)]
    kept = [counterpart(now, earlier.model) for now in case.model["questions"]]
    found += [{"question": one["id"], "change": "removed"}
              for one in earlier.model["questions"] if one not in kept]
    return found


class Comparison:
    """Two cases, of one model or of two versions of it."""

    def __init__(self, case, earlier, one_model):
        self.case = case
        self.earlier = earlier
        self.now, self.then = case.methods[0], earlier.methods[0]
        self.changes = [] if one_model else model_changes(case, earlier)
        broken = {one["question"] for one in self.changes
                  if one["change"] in ("reworded", "rescaled")}
        self.pairs = {}
        for declared in case.model["questions"]:
            name, before = declared["id"], counterpart(declared, earlier.model)
            if before is None or name in broken:
                continue
            if self.is_answered(self.now, name) and self.is_answered(self.then, before["id"]):
                self.pairs[name] = before["id"]

    @staticmethod
    def is_answered(method, name):
        return name in method.standings and method.standings[name].state == "answered"

    def moved(self, sign):
        return [name for name, before in self.pairs.items()
                if (self.now.standings[name].value - self.then.standings[before].value) * sign > 0]

    def limited(self, assessment):
        """The later method over the comparable questions alone, which were all asked."""
        questions = {name: one for name, one in self.case.questions.items() if name in self.pairs}
        kept = {name: one.condition for name, one in questions.items()}
        for one in questions.values():
            one.condition = {}
        declared = {**self.case.declared[0], "questions": list(questions), "enough": 0}
        method = Method(self.case.model, declared, questions, assessment)
        for name, one in questions.items():
            one.condition = kept[name]
        return method

    def said_then(self):
        said = self.earlier.assessment

        def under_new_ids(answers):
            return {name: answers[before] for name, before in self.pairs.items()
                    if before in answers}
        people = [{**one, "answers": under_new_ids(one.get("answers", {}))}
                  for one in said["respondents"]]
        return {**said, "answers": under_new_ids(said["answers"]), "respondents": people}

    def progress(self, before, node, target):
        if target is None or self.then.stage_ids != self.now.stage_ids:
            return None
        goal = self.now.stage_ids.index(target["stage"]) + 1
        start, end = number_of(self.then, before), number_of(self.now, node)
        if start is None or end is None or start >= goal:
            return None
        return HUNDRED * (end - start) / (goal - start)

    def nodes(self, targets):
        then, now = self.limited(self.said_then()), self.limited(self.case.assessment)
        earlier = {node.id: node for node in self.then.tree.nodes()}
        records = []
        for mine, theirs, node in zip(now.tree.nodes(), then.tree.nodes(), self.now.tree.nodes()):
            record = {} if node.id is None else {"pillar": node.id}
            values = shown_value(then, theirs), shown_value(now, mine)
            put(record, "then", values[0], self.now.digits)
            put(record, "now", values[1], self.now.digits)
            if None not in values:
                put(record, "change", values[1] - values[0], self.now.digits)
            before = earlier.get(node.id)
            for key, method, one in (("stage_then", self.then, before), ("stage_now", self.now, node)):
                stage = method.stage_shown(one) if one else None
                if stage:
                    record[key] = method.stage_ids[stage - 1]
            progress = self.progress(before, node, targets.get(node.id)) if before else None
            put(record, "progress", progress, TWO_DECIMALS)
            if progress is not None:
                put(record, "progress_limited", min(max(progress, ZERO), HUNDRED), TWO_DECIMALS)
            records.append(record)
        return records


def trend_record(case, earlier, one_model, targets):
    """`targets` by node, as the record of the later evaluation has them."""
    before, now = (one.assessment.get("model_version") for one in (earlier, case))
    same = (before is not None and before == now) if one_model else (
        earlier.model["version"] == case.model["version"])
    compared = Comparison(case, earlier, one_model)
    record = {"since": earlier.assessment["date"], "same_model": same}
    if one_model and not same:
        record["assumed"] = True
    record["questions"] = len(compared.pairs)
    matched = set(compared.pairs.values())
    record["risen"], record["fallen"] = compared.moved(1), compared.moved(-1)
    record["only_now"] = [name for name in compared.now.standings
                          if compared.is_answered(compared.now, name)
                          and name not in compared.pairs]
    record["only_then"] = [name for name in compared.then.standings
                           if compared.is_answered(compared.then, name) and name not in matched]
    record["nodes"] = compared.nodes(targets)
    record["model_changes"] = compared.changes
    return {key: one for key, one in record.items() if one != []}
