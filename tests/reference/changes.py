"""The shortest list of answers that would raise the stage: position.md, last section. Every list is
tried, without any of the shortcuts that a program may take."""

import itertools
import math
from fractions import Fraction

from standing import meets
from worth import HUNDRED, ZERO, value_of

STEPS = 100
MOST_FOR_ALL_SUBSETS = 6


class TooMany(Exception):
    """More lists than anybody wants to wait for."""


def subsets(question):
    ids = list(question.answers)
    if len(ids) <= MOST_FOR_ALL_SUBSETS:
        return [list(some) for n in range(len(ids) + 1) for some in itertools.combinations(ids, n)]
    best = sorted(ids, key=lambda one: -(question.answers[one] or ZERO))
    return [[one for one in ids if one in best[:n]] for n in range(len(ids) + 1)]


def numbers(question, ends):
    low, high = ((ZERO, HUNDRED) if question.type == "percent" else (question.start, question.end))
    fine = question.type == "percent" or (question.type == "scale" and high - low <= STEPS)
    count = int(high - low) if fine else STEPS
    tried = [low + (high - low) * step / count for step in range(count + 1)]
    for kind in ("points", "thresholds"):
        for pair in question.map.get(kind, []):
            worth = Fraction(pair[0])
            below = Fraction(math.floor(worth))
            tried += [below, below + 1] if question.type == "scale" else [worth]
    for end in ends:
        tried += [end - 1, end, end + 1]
    return sorted({one for one in tried if low <= one <= high
                   and (question.type != "scale" or one.denominator == 1)})


def answers_of(question, ends):
    """All answers that are tried, by value; and whether there are no others."""
    if question.type == "several":
        answers, all_of_them = subsets(question), len(question.answers) <= MOST_FOR_ALL_SUBSETS
    elif question.type in ("scale", "percent", "number"):
        answers = numbers(question, ends)
        all_of_them = question.type == "scale" and question.end - question.start <= STEPS
    elif question.type == "yes-no":
        answers, all_of_them = ["yes", "no"], True
    else:
        answers = question.stages if question.type == "stage" else list(question.answers)
        all_of_them = True
    return sorted(answers, key=lambda one: value_of(question, one)), all_of_them


class Candidate:
    def __init__(self, place, question, standing, conditions):
        self.place = place
        self.question = question
        ends = [Fraction(one[key]) for one in conditions for key in ("at_least", "at_most")
                if key in one]
        self.answers, complete = answers_of(question, ends)
        self.complete = complete or not conditions
        ways = {}
        for answer in self.answers:
            way = tuple(meets(one, answer) for one in conditions)
            if way not in ways or value_of(question, ways[way]) < value_of(question, answer):
                ways[way] = answer
        self.tried = list(ways.values())
        had = question.lowest if standing.value is None else standing.value
        width = question.highest - question.lowest
        self.share = (had - question.lowest) / width if width else ZERO


class Search:
    """`apply` applies the primary method to an assessment; `standing` says how a question stands,
    also one that the method does not look at."""

    def __init__(self, case, method, standing, most):
        self.case = case
        self.method = method
        self.most = most
        self.tries = 0
        named = set(method.questions)
        while True:
            gates = {case.questions[name].condition["question"] for name in named
                     if case.questions[name].condition}
            if gates <= named:
                break
            named |= gates
        candidates = []
        for place, (name, question) in enumerate(case.questions.items()):
            if name not in named:
                continue
            now = standing(name)
            conditions = [case.questions[one].condition for one in named
                          if case.questions[one].condition.get("question") == name]
            if now.state == "not-applicable":
                continue
            candidates.append(Candidate(place, question, now, conditions))
        self.candidates = sorted(candidates, key=lambda one: (one.share, one.place))

    def stage_with(self, chosen):
        self.tries += 1
        if self.tries > self.most:
            raise TooMany
        answers = {**self.case.assessment["answers"],
                   **{one.question.id: answer for one, answer in chosen}}
        method = self.case.applied({**self.case.assessment, "answers": answers})
        return method.stage_shown(method.tree) or 0

    def shortest(self, present):
        for length in range(1, len(self.candidates) + 1):
            for some in itertools.combinations(self.candidates, length):
                for answers in itertools.product(*(one.tried for one in some)):
                    chosen = list(zip(some, answers))
                    if self.stage_with(chosen) > present:
                        return chosen
        return []

    def modest(self, chosen, present):
        chosen = sorted(chosen, key=lambda pair: pair[0].place)
        for index, (one, answer) in enumerate(chosen):
            value = value_of(one.question, answer)
            for other in one.answers:
                if value_of(one.question, other) >= value:
                    break
                trial = chosen[:index] + [(one, other)] + chosen[index + 1:]
                if self.stage_with(trial) > present:
                    chosen = trial
                    break
        return chosen


def changes_record(case, method, standing, most=400):
    """None where there is no list to speak of."""
    present = method.stage_shown(method.tree)
    if present is None or present == len(method.stage_ids):
        return None
    search = Search(case, method, standing, most)
    chosen = search.shortest(present)
    length = len(chosen)
    proven = length == 1 or all(one.complete for one in search.candidates)
    record = {}
    if chosen:
        chosen = search.modest(chosen, present)
        record["list"] = [{"question": one.question.id, "answer": answer}
                          for one, answer in chosen]
        record["stage"] = method.stage_ids[search.stage_with(chosen) - 1]
    return {**record, "proven": proven}
