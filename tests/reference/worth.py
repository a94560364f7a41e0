"""What a question can be worth: scoring.md, section 1."""

import math
from dataclasses import dataclass, field
from fractions import Fraction

from exact import number

ZERO, ONE, HUNDRED = Fraction(0), Fraction(1), Fraction(100)


@dataclass
class Contribution:
    """One place where a question counts (section 3). `stage` is a number counted from 1."""
    question: str
    pillar: str | None
    stage: int | None
    weight: Fraction


@dataclass
class Question:
    """A question as its declaration says, without any answer."""
    id: str
    type: str
    answers: dict = field(default_factory=dict)  # id -> value or None
    stages: list = field(default_factory=list)   # ids, for type `stage`
    values: dict = field(default_factory=dict)   # for `yes-no`
    start: Fraction = ZERO
    end: Fraction = ZERO
    map: dict = field(default_factory=dict)
    condition: dict = field(default_factory=dict)
    contributions: list = field(default_factory=list)
    lowest: Fraction | None = None
    highest: Fraction | None = None

    @property
    def otherwise(self):
        return self.condition.get("otherwise", "exclude")

    def has_values(self):
        return any(value is not None for value in self.answers.values())


def mapped(declared, worth):
    """`map` applied to a worth."""
    if "points" in declared:
        points = [(number(x), number(y)) for x, y in declared["points"]]
        if worth <= points[0][0]:
            return points[0][1]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            if worth <= x1:
                return y0 + (y1 - y0) * (worth - x0) / (x1 - x0)
        return points[-1][1]
    if "thresholds" in declared:
        pairs = [(number(x), number(y)) for x, y in declared["thresholds"]]
        return [value for start, value in pairs if start <= worth][-1]
    return worth


def worth_of(question, answer):
    """The worth of an answer before `map`: the table of section 1."""
    if question.type == "yes-no":
        return question.values[answer]
    if question.type in ("choice", "state"):
        return question.answers[answer]
    if question.type == "several":
        chosen = set(answer)
        if question.has_values():
            return sum((question.answers[one] for one in chosen), ZERO)
        return Fraction(len(chosen), len(question.answers))
    if question.type == "stage":
        return Fraction(question.stages.index(answer) + 1)
    return number(answer)


def value_of(question, answer):
    return mapped(question.map, worth_of(question, answer))


def possible_worths(question):
    """Worths among whose values the least and the greatest are found."""
    if question.type == "yes-no":
        return list(question.values.values())
    if question.type in ("choice", "state"):
        return list(question.answers.values())
    if question.type == "several":
        if question.has_values():
            values = question.answers.values()
            return [sum((one for one in values if one < 0), ZERO),
                    sum((one for one in values if one > 0), ZERO)]
        return [Fraction(n, len(question.answers)) for n in range(len(question.answers) + 1)]
    if question.type == "stage":
        return [Fraction(n + 1) for n in range(len(question.stages))]
    if question.type == "scale":
        return [Fraction(n) for n in range(math.ceil(question.start), math.floor(question.end) + 1)]
    bends = [number(pair[0]) for kind in ("points", "thresholds")
             for pair in question.map.get(kind, [])]
    ends = [question.start, question.end]
    return ends + [x for x in bends if ends[0] <= x <= ends[1]]


def contributions_of(declared, stage_ids):
    """Section 3: one for every entry of `counts_towards`, or a single one."""
    places = declared["counts_towards"] if "counts_towards" in declared else [declared]
    return [Contribution(declared["id"], place.get("pillar"),
                         stage_ids.index(place["stage"]) + 1 if "stage" in place else None,
                         number(place.get("weight", 1)))
            for place in places]


def answers_of(declared, model):
    answers = declared.get("answers", [])
    if isinstance(answers, str):
        answers = next(s["answers"] for s in model["answer_sets"] if s["id"] == answers)
    return {one["id"]: number(one["value"]) if "value" in one else None for one in answers}


def read_question(declared, model):
    """The question with its lowest and its highest value; both None for `text`."""
    stage_ids = [stage["id"] for stage in model.get("stages", [])]
    kind = declared.get("type", "yes-no")
    start, end = {"scale": (1, 5), "percent": (0, 100)}.get(kind, (0, 0))
    question = Question(
        id=declared["id"], type=kind, answers=answers_of(declared, model), stages=stage_ids,
        values={word: number(declared.get("values", {}).get(word, default))
                for word, default in (("yes", 1), ("no", 0))},
        start=number(declared.get("from", start)), end=number(declared.get("to", end)),
        map=declared.get("map", {}), condition=declared.get("asked_if", {}),
        contributions=contributions_of(declared, stage_ids))
    if kind != "text":
        values = [mapped(question.map, worth) for worth in possible_worths(question)]
        question.lowest, question.highest = min(values), max(values)
    return question
