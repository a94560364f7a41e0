"""What answers rest on: position.md, Evidence and Confidence."""

from standing import current, read_entry

GRADES = ("reported", "corroborated", "verified")
BACKED = ("corroborated", "verified")
SURE = ("low", "medium", "high")
NOT_OPENED = ("unknown", "not-applicable")


def grades_in(written):
    """The grades of the evidence beside one answer."""
    if not isinstance(written, dict):
        return []
    evidence = written.get("evidence", [])
    items = evidence if isinstance(evidence, list) else [evidence]
    return [item.get("grade", "reported") if isinstance(item, dict) else "reported"
            for item in items]


def strongest(grades):
    return max(grades, key=GRADES.index, default=None)


class Leaf:
    """One answer of the whole, a team or a respondent, as it stands on the date."""

    def __init__(self, written, date, beside=None):
        self.answered = read_entry(written, date).state == "answered"
        grades, sure = grades_in(beside) + grades_in(written), None
        if isinstance(beside, dict):
            sure = beside.get("confidence")
        if isinstance(written, dict):
            sure = written.get("confidence", sure)
            if "history" in written:
                entry = current(written["history"], date)
                grades += grades_in(entry)
                sure = entry.get("confidence", sure) if entry else sure
        self.grade = strongest(grades)
        self.confidence = sure


def answered_leaves(name, assessment):
    date = assessment["date"]
    written = assessment.get("answers", {}).get(name)
    if written is None:
        people = [one.get("answers", {}).get(name) for one in assessment.get("respondents", [])]
        leaves = [Leaf(one, date) for one in people]
    elif isinstance(written, dict) and "teams" in written:
        leaves = [Leaf(one, date, written) for one in written["teams"].values()]
    else:
        leaves = [Leaf(written, date)]
    return [leaf for leaf in leaves if leaf.answered]


def grade_of(name, assessment):
    """The weakest grade of those that answered; None is weaker than all."""
    grades = [leaf.grade for leaf in answered_leaves(name, assessment)]
    return None if None in grades else min(grades, key=GRADES.index)


def confidence_of(name, assessment):
    given_ones = [leaf.confidence for leaf in answered_leaves(name, assessment) if leaf.confidence]
    return min(given_ones, key=SURE.index, default="not_given")


def reopened(assessment, keeps):
    """The assessment with every answer open whose grade `keeps` does not accept."""
    def leaf(written, beside, outer):
        answer = written.get("answer") if isinstance(written, dict) else written
        if answer is None or answer in NOT_OPENED or keeps(strongest(outer + grades_in(written))):
            return written
        return {**beside, "answer": "unknown"}

    def entry(written, outer):
        if isinstance(written, dict) and "teams" in written:
            outer = outer + grades_in(written)
            return {**written, "teams": {team: entry(one, outer)
                                         for team, one in written["teams"].items()}}
        if isinstance(written, dict) and "history" in written:
            outer = outer + grades_in(written)
            return {**written, "history": [leaf(one, {"date": one["date"]}, outer)
                                           for one in written["history"]]}
        return leaf(written, {}, outer)

    def answers(holder):
        return {name: entry(one, []) for name, one in holder.get("answers", {}).items()}

    people = assessment["respondents"]
    asked = {name for person in people for name in person.get("answers", {})}
    date = assessment["date"]
    doubted = {name for name in asked for person in people
               for one in [Leaf(person.get("answers", {}).get(name), date)]
               if one.answered and not keeps(one.grade)}

    def own_answers(person):
        return {name: one if name not in doubted else reopen_all(one)
                for name, one in person.get("answers", {}).items()}

    def reopen_all(written):
        return reopened({"answers": {"q": written}, "respondents": [], "date": date},
                        lambda grade: False)["answers"]["q"]
    people = [{**person, "answers": own_answers(person)} for person in people]
    return {**assessment, "answers": answers(assessment), "respondents": people}


def evidence_record(method, node, assessment):
    """The counts by grade and by confidence, and the grade of the node."""
    names = {place.question for place in node.inside}
    answered = [name for name in method.questions
                if name in names and method.standings[name].state == "answered"]
    grades = [grade_of(name, assessment) for name in answered]
    sure = [confidence_of(name, assessment) for name in answered]
    record = {"evidence": {**{one: grades.count(one) for one in reversed(GRADES)},
                           "none": grades.count(None)}}
    if grades and None not in grades:
        record["grade"] = min(grades, key=GRADES.index)
    record["confidence"] = {one: sure.count(one) for one in ("high", "medium", "low", "not_given")}
    return record
