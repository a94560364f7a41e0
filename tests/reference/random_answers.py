"""Random assessments of a model: answers, teams, respondents, histories."""

from fractions import Fraction

DATES = ("2026-09-15", "2026-09-15", "2026-09-15", "2026-02-28", "2025-12-31", "2026-09")


class Answers:
    """What one assessment answers."""

    def __init__(self, rng, model):
        self.rng = rng
        self.model = model
        self.date = rng.choice(DATES)
        self.missing = rng.choice([0, 0.1, 0.2, 0.4, 0.4, 0.8, 1])
        declared = model["scoring"]
        methods = declared if isinstance(declared, list) else [declared]
        self.may_not_apply = not any(one.get("not_applicable") == "forbid" for one in methods)
        self.teams = [f"team-{n}" for n in range(rng.choice([0, 0, 1, 2, 3]))]

    def chance(self, probability):
        return self.rng.random() < probability

    def number_in(self, low, high):
        if self.chance(0.3):
            return self.rng.choice([low, high])
        step = self.rng.choice([Fraction(1), Fraction(1, 2), Fraction(1, 8)])
        return low + step * self.rng.randint(0, int((high - low) / step))

    def answer(self, question):
        """An answer with a value."""
        kind, rng = question.get("type", "yes-no"), self.rng
        if kind == "yes-no":
            return rng.choice(["yes", "no", True, False])
        if kind in ("choice", "state", "several"):
            answers = question["answers"]
            if isinstance(answers, str):
                answers = next(one["answers"] for one in self.model["answer_sets"]
                               if one["id"] == answers)
            ids = [one["id"] for one in answers]
            chosen = rng.sample(ids, rng.randint(0, len(ids)))
            return chosen if kind == "several" else rng.choice(ids)
        if kind == "stage":
            stage = rng.choice(self.model["stages"])
            return rng.choice([stage["id"]] + stage.get("formerly", []))
        if kind == "scale":
            return Fraction(rng.randint(int(question.get("from", 1)), int(question.get("to", 5))))
        if kind == "text":
            return "Some words."
        low, high = (0, 100) if kind == "percent" else (question["from"], question["to"])
        return self.number_in(Fraction(low), Fraction(high))

    def entry(self, question):
        """An entry, alone or as a map; None for no entry."""
        if self.chance(self.missing):
            return self.rng.choice([None, "unknown", {"answer": "unknown", "note": "Ask again."}])
        if self.may_not_apply and self.chance(0.12):
            return {"answer": "not-applicable", "note": "There is none."}
        if question.get("type") == "state" and self.chance(0.6):
            return {"history": [self.dated(question) for _ in range(self.rng.randint(1, 4))]}
        answer = self.answer(question)
        if self.chance(0.2):
            return {"answer": answer, "note": "Seen.", "confidence": "high"}
        return answer

    def dated(self, question):
        year, month = int(self.date[:4]), int(self.date[5:7])
        other = [f"{year - 1}-11", f"{year - 1}-05-31", f"{year + 1}-01", f"{year + 1}-01-02",
                 f"{year - 1}-05-30"]
        near = [f"{year}-{month:02d}-{day:02d}" for day in (1, 15, 15, 28)] \
            if len(self.date) > 7 else []
        answer = "unknown" if self.chance(0.05) else self.answer(question)
        return {"answer": answer, "date": self.rng.choice(other + near)}

    def by_team(self, question):
        entries = {team: self.entry(question) for team in self.teams}
        return {"teams": {team: one for team, one in entries.items() if one is not None}}

    def answers(self, questions):
        """Entries by question, sometimes under an earlier id, in any order."""
        made = {}
        for question in self.rng.sample(questions, len(questions)):
            name = self.rng.choice([question["id"]] + question.get("formerly", []))
            with_teams = self.teams and question.get("type") != "text" and self.chance(0.5)
            made[name] = self.by_team(question) if with_teams else self.entry(question)
        return {name: one for name, one in made.items() if one is not None}

    def respondents(self):
        teams, self.teams = self.teams, []
        people = [{"id": f"person-{n}", "role": "Somebody",
                   "answers": self.answers(self.model["questions"])}
                  for n in range(self.rng.randint(1, 4))]
        self.teams = teams
        return people

    def assessment(self):
        made = {"subject": {"id": "wrenfold", "name": "Wrenfold"}, "date": self.date,
                "model": self.model["id"], "audience": "public"}
        if self.teams:
            made["teams"] = [{"id": team, "name": team.capitalize()} for team in self.teams]
        agreed = self.model["questions"]
        if self.chance(0.4):
            made["respondents"] = self.respondents()
            agreed = [one for one in agreed if self.chance(0.4)]
        answers = self.answers(agreed)
        if answers:
            made["answers"] = answers
        return made


def random_assessment(rng, model):
    return Answers(rng, model).assessment()
