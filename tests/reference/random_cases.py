"""Random models with random assessments, in the formats of model-format.md and
assessment-format.md. `random_case(seed)` gives the same case for the same seed."""

import copy
import random
from dataclasses import dataclass
from fractions import Fraction

from random_answers import random_assessment
from random_methods import random_method, ranges_fit
from snapping import snap

ALL_TYPES = ("yes-no", "choice", "several", "scale", "percent", "number", "stage", "state", "text")
DISCRETE_TYPES = ("yes-no", "choice", "several", "scale", "stage", "state")
VALUES = [Fraction(text) for text in ("0", "1", "2", "3", "5", "10", "0.25", "0.5", "0.575", "1.5",
                                      "-1", "-2.5", "0.1", "0.125")]


@dataclass
class Size:
    """How large a case may become."""
    questions: int = 12
    types: tuple = ALL_TYPES
    depth: int = 4
    pillars: int = 9
    methods: int = 3
    answers: int = 4


@dataclass
class Case:
    """Both as parsed JSON, with fractions for numbers and booleans where JSON has them."""
    model: dict
    assessment: dict


def number_in(rng, low, high):
    """A decimal from `low` to `high`, often a simple one or an end."""
    if rng.random() < 0.2:
        return rng.choice([low, high])
    step = rng.choice([Fraction(1), Fraction(1, 4), Fraction(1, 10), Fraction(1, 1000)])
    return low + step * rng.randint(0, int((high - low) / step))


def ascending(rng, count, low, high):
    """At most `count` different decimals, ascending."""
    return sorted({number_in(rng, low, high) for _ in range(count)})


def random_map(rng, lowest, highest):
    """A `map` for worths from `lowest` to `highest`."""
    if rng.random() < 0.4:
        starts = [lowest - rng.choice([0, 0, 1])]
        starts += [x for x in ascending(rng, 3, lowest, highest) if x > starts[0]]
        return {"thresholds": [[x, rng.choice(VALUES)] for x in starts]}
    ends = sorted({lowest + rng.choice([-1, 0, 0, 1]), highest + rng.choice([-1, 0, 0, 1])})
    if len(ends) == 1:
        ends.append(ends[0] + 3)
    low, high = ends
    inner = [x for x in ascending(rng, 2, low, high) if low < x < high]
    xs = [low] + (inner if rng.random() < 0.4 else []) + [high]
    ys = [rng.choice(VALUES) for _ in xs]
    shape = rng.choice(["up", "down", "bent"])
    if shape != "bent":
        ys.sort(reverse=shape == "down")
    return {"points": [list(pair) for pair in zip(xs, ys)]}


class Maker:
    """Makes one model, part by part."""

    def __init__(self, rng, size):
        self.rng = rng
        self.size = size
        self.stages = [f"stage-{n}" for n in range(rng.choice([0, 1, 2, 3, 4, 5, 5]))]
        self.pillars = []
        self.sets = {}
        self.types = [one for one in size.types if self.stages or one != "stage"]
        if self.stages and "stage" in size.types and rng.random() < 0.15:
            self.types = ["stage"]

    def chance(self, probability):
        return self.rng.random() < probability

    def answers(self, valued):
        ids = self.rng.sample(["yes", "no", "partly", "a", "b-2", "most", "nearly-all"],
                              self.rng.randint(2, self.size.answers))
        entries = [{"id": one, "text": one.capitalize()} for one in ids]
        for entry in entries if valued else []:
            entry["value"] = self.rng.choice(VALUES)
        return entries

    def answer_sets(self):
        for valued in (True, False):
            for n in range(self.rng.randint(0, 2)):
                self.sets[f"{'worth' if valued else 'plain'}-{n}"] = self.answers(valued)
        return [{"id": name, "answers": answers} for name, answers in self.sets.items()]

    def shared_or_inline(self, valued):
        fitting = [name for name, one in self.sets.items() if ("value" in one[0]) == valued]
        return self.rng.choice(fitting) if fitting and self.chance(0.6) else self.answers(valued)

    def pillar_tree(self, depth):
        if depth == 0:
            return []
        made = []
        for _ in range(self.rng.randint(1, 3)):
            if len(self.pillars) >= self.size.pillars:
                break
            pillar = {"id": f"pillar-{len(self.pillars)}", "title": "A pillar"}
            self.pillars.append(pillar["id"])
            if self.chance(0.3):
                pillar["weight"] = self.rng.choice([Fraction(2), Fraction(1, 2), Fraction(3)])
            inner = self.pillar_tree(depth - 1) if not made or self.chance(0.5) else []
            if inner:
                pillar["pillars"] = inner
            made.append(pillar)
        return made

    def place(self, pillar_needed):
        place = {}
        if self.pillars and (pillar_needed or self.chance(0.85)):
            place["pillar"] = self.rng.choice(self.pillars)
        if self.stages and self.chance(0.7):
            place["stage"] = self.rng.choice(self.stages)
        if self.chance(0.3):
            place["weight"] = Fraction(self.rng.choice(["2", "1/2", "3", "1"]))
        return place

    def question(self, name):
        kind = self.rng.choice(self.types)
        made = {"id": name, "text": f"What about {name}?"}
        if kind != "yes-no" or self.chance(0.5):
            made["type"] = kind
        self.fill(made, kind)
        if self.chance(0.06):
            made["formerly"] = [f"old-{name}"]
        if kind == "text":
            return made
        needed = kind == "stage" and bool(self.pillars)
        if self.chance(0.3):
            made["counts_towards"] = [self.place(needed) for _ in range(self.rng.randint(1, 3))]
            if not all(made["counts_towards"]):
                del made["counts_towards"]
        if "counts_towards" not in made:
            made.update(self.place(needed))
        return made

    def fill(self, made, kind):
        """The keys that the type needs or may have."""
        rng, worths = self.rng, None
        if kind == "yes-no" and self.chance(0.4):
            made["values"] = {"yes": rng.choice(VALUES), "no": rng.choice(VALUES)}
        elif kind in ("choice", "state"):
            made["answers"] = self.shared_or_inline(True)
        elif kind == "several":
            valued = self.chance(0.5)
            made["answers"] = self.shared_or_inline(valued)
            worths = None if valued else (Fraction(0), Fraction(1))
        elif kind == "scale":
            if self.chance(0.5):
                made["from"] = Fraction(rng.randint(-1, 1))
                made["to"] = made["from"] + rng.randint(1, self.size.answers)
            worths = (made.get("from", Fraction(1)), made.get("to", Fraction(5)))
        elif kind == "percent":
            worths = (Fraction(0), Fraction(100))
        elif kind == "number":
            made["from"] = rng.choice([Fraction(0), Fraction(-5), Fraction(1, 2)])
            made["to"] = made["from"] + rng.choice([Fraction(3), Fraction(10), Fraction(100)])
            worths = (made["from"], made["to"])
        elif kind == "stage":
            worths = (Fraction(1), Fraction(len(self.stages)))
        if worths and self.chance(0.5 if self.types != ["stage"] else 0.1):
            made["map"] = random_map(rng, *worths)

    def condition(self, gate):
        """An `asked_if` that names `gate`."""
        kind, rng = gate.get("type", "yes-no"), self.rng
        made = {"question": gate["id"]}
        if kind in ("scale", "percent", "number"):
            low, high = {"scale": (1, 5), "percent": (0, 100), "number": (0, 0)}[kind]
            low, high = Fraction(gate.get("from", low)), Fraction(gate.get("to", high))
            ends = sorted(Fraction(round(low + (high - low) * rng.random())) for _ in range(2))
            for key, end in zip(("at_least", "at_most"), ends):
                if self.chance(0.6):
                    made[key] = end
            if len(made) == 1:
                made["at_least"] = ends[0]
        else:
            choices = ["yes", "no"] if kind == "yes-no" else self.stages
            if kind in ("choice", "state", "several"):
                answers = gate["answers"]
                answers = self.sets[answers] if isinstance(answers, str) else answers
                choices = [one["id"] for one in answers]
            made["answers"] = rng.sample(choices, rng.randint(1, max(1, len(choices) - 1)))
        if self.chance(0.6):
            made["otherwise"] = rng.choice(["exclude", "lowest"])
        return made

    def conditions(self, questions):
        """In a random order each may name an earlier one, so none goes in a circle."""
        gates = [one for one in questions if one.get("type") != "text"]
        self.rng.shuffle(gates)
        often = self.rng.choice([0, 0.3, 0.7])
        for index, one in enumerate(gates):
            if index and self.chance(often):
                one["asked_if"] = self.condition(self.rng.choice(gates[:index]))

    def model(self, name):
        made = {"id": name, "title": "A random model", "version": "1.0.0",
                "summary": "Made at random to compare two ways of scoring."}
        if self.stages:
            made["stages"] = [{"id": one, "title": one.capitalize()} for one in self.stages]
            if self.chance(0.05):
                made["stages"][0]["formerly"] = ["stage-of-old"]
        pillars = self.pillar_tree(self.rng.randint(0, self.size.depth))
        if pillars:
            made["pillars"] = pillars
        sets = self.answer_sets()
        if sets:
            made["answer_sets"] = sets
        count = self.rng.randint(1, self.size.questions)
        made["questions"] = [self.question(f"q{n}") for n in range(count)]
        if all(one.get("type") == "text" for one in made["questions"]):
            made["questions"].append({"id": "asked", "text": "And this?"})
        self.conditions(made["questions"])
        methods = [random_method(self.rng, made, f"method-{n}")
                   for n in range(self.rng.randint(1, self.size.methods))]
        made["scoring"] = methods[0] if len(methods) == 1 and self.chance(0.5) else methods
        return made


def random_case(seed, name="case", size=Size()):
    """A model with the id `name` and an assessment of it."""
    rng = random.Random(seed)
    model = Maker(rng, size).model(name)
    assessment = random_assessment(rng, model)
    for _ in range(rng.randint(0, 3)):
        snapped = copy.deepcopy(model)
        snap(rng, snapped, assessment)
        if ranges_fit(snapped):
            model = snapped
    return Case(model, assessment)
