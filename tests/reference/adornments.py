"""What random cases have beside answers: evidence, confidence, groups, targets, capabilities, and an
earlier assessment by the same model or by an earlier version of it."""

import copy
import random

from random_answers import random_assessment

GRADES = ("reported", "corroborated", "verified")
STATUSES = ("present", "partial", "absent", "planned")
EARLIER = "2024-06-30"


class Adorner:
    def __init__(self, rng):
        self.rng = rng
        self.often = rng.choice([0, 0.3, 0.7, 1])

    def evidence(self):
        if self.rng.random() < 0.2:
            return "A report."
        return [self.rng.choice(["A talk.", {"text": "A file.", "grade": self.rng.choice(GRADES)},
                                 {"text": "A test."}, {"text": "Seen.", "grade": "verified"}])
                for _ in range(self.rng.randint(1, 2))]

    def beside(self):
        extra = {}
        if self.rng.random() < self.often:
            extra["evidence"] = self.evidence()
        if self.rng.random() < self.often / 2:
            extra["confidence"] = self.rng.choice(["high", "medium", "low"])
        return extra

    def entry(self, entry):
        extra = self.beside()
        if isinstance(entry, dict) and "teams" in entry:
            return {"teams": {team: self.entry(one) for team, one in entry["teams"].items()},
                    **extra}
        if isinstance(entry, dict) and "history" in entry:
            return {"history": [{**one, **self.beside()} for one in entry["history"]], **extra}
        if isinstance(entry, dict):
            return {**entry, **extra}
        return {"answer": entry, **extra} if extra else entry

    def answers(self, holder):
        holder["answers"] = {name: self.entry(one)
                             for name, one in holder.get("answers", {}).items()}


def pillar_ids(pillars):
    return [name for one in pillars for name in (one["id"], *pillar_ids(one.get("pillars", [])))]


def random_target(rng, model):
    stages = [one["id"] for one in model["stages"]]
    target = {"stage": rng.choice(stages), "by": "2027-12"} if rng.random() < 0.8 else {}
    pillars = pillar_ids(model.get("pillars", []))
    chosen = rng.sample(pillars, rng.randint(0, min(3, len(pillars))))
    if chosen:
        target["pillars"] = {name: {"stage": rng.choice(stages)} for name in chosen}
    return target


def adorned(case, seed):
    """The same case with more in it."""
    rng = random.Random(f"{seed}/adorned")
    model, assessment = copy.deepcopy(case.model), copy.deepcopy(case.assessment)
    adorner = Adorner(rng)
    for holder in (assessment, *assessment.get("respondents", [])):
        adorner.answers(holder)
    for person in assessment.get("respondents", []):
        if rng.random() < 0.7:
            person["group"] = rng.choice(["board", "shop", "care"])
    target = random_target(rng, model) if "stages" in model else {}
    if target:
        assessment["target"] = target
    names = [one["id"] for one in model["questions"]]
    model["capabilities"] = []
    for n in range(rng.randint(0, 4)):
        questions = rng.sample(names, rng.randint(0, min(3, len(names))))
        capability = {"id": f"can-{n}", "title": "It can", "text": "It can."}
        if questions:
            capability["questions"] = questions
        model["capabilities"].append(capability)
        if rng.random() < 0.4:
            assessment.setdefault("capabilities", {})[f"can-{n}"] = rng.choice(STATUSES)
    if not model["capabilities"]:
        del model["capabilities"]
    if rng.random() < 0.5:
        assessment["model_version"] = "1.0.0"
    return type(case)(model, assessment)


def renamed(value, old, new):
    """The same with every text `old` replaced, in keys as well."""
    if isinstance(value, dict):
        return {new if key == old else key: renamed(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, old, new) for one in value]
    return new if value == old else value


def with_earlier(case, seed):
    """The case, an earlier assessment of it, and the model that it was made with or None."""
    rng = random.Random(f"{seed}/earlier")
    earlier = random_assessment(rng, case.model)
    earlier.update({"date": EARLIER, "model_version": "1.0.0"})
    if rng.random() < 0.5:
        return case, earlier, None
    model, before = copy.deepcopy(case.model), copy.deepcopy(case.model)
    before["version"] = rng.choice(["0.9.0", "1.0.0"])
    for question in before["questions"]:
        if rng.random() < 0.2:
            question["text"] = "What else was asked?"
    for question in rng.sample(model["questions"], min(2, len(model["questions"]))):
        old, new = question["id"], f"was-{question['id']}"
        if "formerly" in question:
            continue
        question["formerly"] = [new]
        before, earlier = renamed(before, old, new), renamed(earlier, old, new)
    return type(case)(model, case.assessment), earlier, before
