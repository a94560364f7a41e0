"""How a question stands: scoring.md, section 2. Every function is for one method."""

import calendar
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from exact import median, number
from worth import value_of

OPEN = ("unknown", "unanswered")


@dataclass
class Entry:
    """What one person or team said: a state of section 2 and, if `answered`, the answer."""
    state: str
    answer: object = None


@dataclass
class Given:
    """All that was said about a question. `by` is `all`, `teams` or `respondents`."""
    by: str
    entries: list


@dataclass
class Standing:
    """How a question stands. `worst` and `best` are there while it or a team of it is open."""
    state: str
    value: Fraction | None = None
    worst: Fraction | None = None
    best: Fraction | None = None
    conditional: bool = False
    optional: bool = False

    @property
    def open(self):
        return self.state in OPEN


def first_day(date):
    return date if len(date) > 7 else date + "-01"


def last_day(date):
    if len(date) > 7:
        return date
    year, month = int(date[:4]), int(date[5:])
    return f"{date}-{calendar.monthrange(year, month)[1]:02d}"


def current(history, date):
    """States over time: the entry that counts at `date`, or None."""
    counting = None
    for entry in history:
        if first_day(entry["date"]) <= last_day(date) and (
                counting is None or first_day(entry["date"]) >= first_day(counting["date"])):
            counting = entry
    return counting


def read_entry(written, date):
    if isinstance(written, dict):
        if "history" in written:
            written = current(written["history"], date)
        written = written.get("answer") if written is not None else None
    if written is None:
        return Entry("unanswered")
    if written in ("unknown", "not-applicable"):
        return Entry(written)
    return Entry("answered", written)


def given(question_id, assessment):
    """Several teams, several respondents: what stands under `answers` counts alone."""
    date = assessment["date"]
    written = assessment.get("answers", {}).get(question_id)
    if written is None:
        people = [person.get("answers", {}) for person in assessment.get("respondents", [])]
        return Given("respondents", [read_entry(one.get(question_id), date) for one in people])
    if isinstance(written, dict) and "teams" in written:
        teams = [team["id"] for team in assessment["teams"]]
        return Given("teams", [read_entry(written["teams"].get(team), date) for team in teams])
    return Given("all", [read_entry(written, date)])


def joint_state(said):
    """The state of a question before its condition is looked at and before `void`."""
    states = [entry.state for entry in said.entries]
    if "answered" in states:
        return "answered"
    if said.by == "teams" and all(state == "not-applicable" for state in states):
        return "not-applicable"
    if "unknown" in states:
        return "unknown"
    if said.by != "teams" and "not-applicable" in states:
        return "not-applicable"
    return "unanswered"


def meets(condition, answer):
    """Whether one answer is what `asked_if` asks for."""
    if "answers" in condition:
        given_answers = answer if isinstance(answer, list) else [answer]
        return any(one in condition["answers"] for one in given_answers)
    worth = number(answer)
    return (("at_least" not in condition or worth >= number(condition["at_least"])) and
            ("at_most" not in condition or worth <= number(condition["at_most"])))


def condition_holds(question, questions, assessment):
    """Conditions: True, False, or None while it is undecided."""
    if not question.condition:
        return True
    gate = questions[question.condition["question"]]
    gate_holds = condition_holds(gate, questions, assessment)
    if gate_holds is False:
        return False
    said = given(gate.id, assessment)
    if any(entry.state == "answered" and meets(question.condition, entry.answer)
           for entry in said.entries):
        return gate_holds
    if said.by == "teams":
        return None if any(entry.state in OPEN for entry in said.entries) else False
    return None if joint_state(said) in OPEN else False


def combined(how, values):
    """Several values of teams or respondents as one."""
    if how == "majority":
        counts = Counter(values)
        most = max(counts.values())
        return min(value for value, count in counts.items() if count == most)
    if how == "mean":
        return sum(values, Fraction(0)) / len(values)
    return {"median": median, "min": min, "max": max}[how](values)


def stands_for_teams(question, said, method):
    """Several teams, if some have answered and some are open."""
    values = [value_of(question, one.answer) for one in said.entries if one.state == "answered"]
    missing = sum(entry.state in OPEN for entry in said.entries)
    how, policy = method.get("teams", "mean"), method.get("unanswered", "lowest")
    worst = combined(how, values + [question.lowest] * missing)
    best = combined(how, values + [question.highest] * missing)
    if policy == "void":
        return Standing("unanswered", None, worst, best)
    return Standing("answered", worst if policy == "lowest" else combined(how, values), worst, best)


def stands_if_asked(question, assessment, method):
    said = given(question.id, assessment)
    state = joint_state(said)
    if state in OPEN:
        return Standing(state, None, question.lowest, question.highest)
    if state == "not-applicable":
        return Standing(state)
    if said.by == "teams" and any(entry.state in OPEN for entry in said.entries):
        return stands_for_teams(question, said, method)
    values = [value_of(question, one.answer) for one in said.entries if one.state == "answered"]
    how = method.get("teams" if said.by == "teams" else "respondents", "mean")
    return Standing(state, combined(how, values))


def stands(question, questions, assessment, method):
    """The standing of a question under a method."""
    holds = condition_holds(question, questions, assessment)
    if holds is False:
        value = question.lowest if question.otherwise == "lowest" else None
        return Standing("not-asked", value)
    standing = stands_if_asked(question, assessment, method)
    if holds is not None:
        return standing
    standing.conditional = True
    standing.optional = question.otherwise == "exclude"
    worst = standing.value if standing.worst is None else standing.worst
    best = standing.value if standing.best is None else standing.best
    if standing.optional:
        standing.worst, standing.best = worst, best
    else:
        standing.worst = question.lowest
        standing.best = best if best is not None else question.lowest
        standing.optional = standing.state == "not-applicable"
    return standing
