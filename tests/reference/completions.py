"""All ways in which the open questions of a small assessment could turn out."""

import itertools
from dataclasses import dataclass

from exact import plain
from scoring import Method, with_current_ids
from standing import OPEN, given, joint_state
from worth import read_question

MOST = 1500


@dataclass
class Slot:
    """What is open: a question, or one team of it."""
    question: str
    team: str | None


def possible_answers(question):
    if question.type == "yes-no":
        return ["yes", "no"]
    if question.type == "scale":
        return list(range(int(question.start), int(question.end) + 1))
    if question.type == "stage":
        return question.stages
    ids = list(question.answers)
    if question.type == "several":
        return [list(some) for n in range(len(ids) + 1) for some in itertools.combinations(ids, n)]
    return ids


class Completions:
    """A case with everything that its open questions leave possible."""

    def __init__(self, case):
        self.model = plain(case.model)
        self.questions = {one["id"]: read_question(one, self.model)
                          for one in self.model["questions"]}
        self.assessment = with_current_ids(plain(case.assessment), self.model, self.questions)
        self.slots = [slot for name in self.questions for slot in self.slots_of(name)]

    def slots_of(self, name):
        said = given(name, self.assessment)
        if said.by == "teams":
            teams = [team["id"] for team in self.assessment["teams"]]
            return [Slot(name, team) for team, entry in zip(teams, said.entries)
                    if entry.state in OPEN]
        return [Slot(name, None)] if joint_state(said) in OPEN else []

    def count(self):
        """How many ways there are."""
        product = 1
        for slot in self.slots:
            product *= len(possible_answers(self.questions[slot.question]))
        return product

    def assessments(self):
        choices = [possible_answers(self.questions[slot.question]) for slot in self.slots]
        for chosen in itertools.product(*choices):
            answers = dict(self.assessment["answers"])
            for slot, answer in zip(self.slots, chosen):
                if slot.team is None:
                    answers[slot.question] = answer
                else:
                    teams = {**answers[slot.question]["teams"], slot.team: answer}
                    answers[slot.question] = {"teams": teams}
            yield {**self.assessment, "answers": answers}

    def applied(self, method, assessment):
        return Method(self.model, method, self.questions, assessment)

    def results(self, method):
        """By node the values and the stages that occur, as sets."""
        values, stages = {}, {}
        for assessment in self.assessments():
            done = self.applied(method, assessment)
            for node in done.tree.nodes():
                outcome = done.evaluation.outcomes[node.id]
                for found, one in ((values, outcome.value), (stages, outcome.stage)):
                    found.setdefault(node.id, set())
                    if one is not None:
                        found[node.id].add(one)
        return values, stages
