#!/usr/bin/env python3
"""Laws that position.md and trend.md promise, on random cases. Lists of changes are checked against
every way to answer small cases differently."""

import itertools
import pathlib
import random
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from adornments import adorned, with_earlier  # noqa: E402
from completions import possible_answers  # noqa: E402
from evaluation import NOT_TRIED, Case, evaluation, shortest_changes  # noqa: E402
from random_cases import DISCRETE_TYPES, Size, random_case  # noqa: E402
from standing import stands  # noqa: E402
from test_reference import exactly  # noqa: E402

SMALL = Size(questions=5, types=DISCRETE_TYPES, depth=2, pillars=4, methods=1, answers=3)
MOST = 3000


def cases(name, count, size=Size()):
    for n in range(count):
        seed = f"{name}/{n}"
        yield random.Random(seed), adorned(random_case(seed, size=size), seed)


class Exhaustive:
    """Every list of a length for one case."""

    def __init__(self, case):
        self.case = case
        self.method = case.methods[0]
        self.present = self.method.stage_shown(self.method.tree)
        out = [name for name, one in case.questions.items() if one.type != "text" and stands(
            one, case.questions, case.assessment, case.declared[0]).state == "not-applicable"]
        self.names = [name for name, one in case.questions.items()
                      if one.type != "text" and name not in out]

    def stage_with(self, answers):
        said = {**self.case.assessment["answers"], **answers}
        method = self.case.applied({**self.case.assessment, "answers": said})
        return method.stage_shown(method.tree) or 0

    def count(self, length):
        return sum(self.product(some) for some in itertools.combinations(self.names, length))

    def product(self, names):
        product = 1
        for name in names:
            product *= len(possible_answers(self.case.questions[name]))
        return product

    def any_raises(self, length):
        for some in itertools.combinations(self.names, length):
            for answers in itertools.product(*(possible_answers(self.case.questions[name])
                                               for name in some)):
                if self.stage_with(dict(zip(some, answers))) > self.present:
                    return True
        return False


class Changes(unittest.TestCase):
    def test_the_shortest_list_raises_the_stage_and_no_shorter_one_does(self):
        checked = {length: 0 for length in range(4)}
        for _, made in cases("changes", 900, SMALL):
            case = Case(made.model, made.assessment)
            found = shortest_changes(case, case.methods[0])
            if found is None or found == NOT_TRIED or not found["proven"]:
                continue
            every = Exhaustive(case)
            answers = {one["question"]: one["answer"] for one in found.get("list", [])}
            length = len(answers) if answers else len(every.names) + 1
            if any(every.count(fewer) > MOST for fewer in range(1, length)):
                continue
            if answers:
                self.assertGreater(every.stage_with(answers), every.present)
            for fewer in range(1, length):
                self.assertFalse(every.any_raises(fewer), (made.model, made.assessment, found))
            if len(answers) in checked:
                checked[len(answers)] += 1
        self.assertGreater(min(checked.values()), 2, checked)


class Evidence(unittest.TestCase):
    def test_what_is_backed_is_never_more_than_what_is_claimed_under_lowest(self):
        compared = 0
        for _, made in cases("backed", 300):
            case = Case(made.model, made.assessment)
            if case.declared[0].get("unanswered", "lowest") != "lowest":
                continue
            record = evaluation(made.model, made.assessment)
            for node, mine in zip(case.methods[0].tree.nodes(), record["nodes"]):
                outcome = case.methods[0].evaluation.outcomes[node.id]
                if "value" not in mine.get("backed", {}) or outcome.state != "scored":
                    continue
                conditional = case.methods[0].ranges.intervals[node.id].bound == "outer"
                if not conditional:
                    self.assertLessEqual(exactly(mine["backed"]), outcome.value)
                    compared += 1
        self.assertGreater(compared, 100)

    def test_counts_add_up_to_the_answered_questions(self):
        for _, made in cases("counts", 200):
            case = Case(made.model, made.assessment)
            record = evaluation(made.model, made.assessment)
            for node, mine in zip(case.methods[0].tree.nodes(), record["nodes"]):
                answered = case.methods[0].counts(node.inside)["answered"]
                self.assertEqual(sum(mine["evidence"].values()), answered)
                self.assertEqual(sum(mine["confidence"].values()), answered)


class Respondents(unittest.TestCase):
    def test_the_order_of_respondents_moves_no_disagreement(self):
        compared = 0
        for rng, made in cases("people", 300):
            people = made.assessment.get("respondents", [])
            if len(people) < 2:
                continue
            other = {**made.assessment, "respondents": rng.sample(people, len(people))}
            mine, theirs = (evaluation(made.model, one)["respondents"]
                            for one in (made.assessment, other))
            for key in ("questions", "discuss", "differences"):
                self.assertEqual(mine.get(key), theirs.get(key))
            compared += 1
        self.assertGreater(compared, 50)


class Trend(unittest.TestCase):
    def test_an_assessment_has_not_changed_since_itself(self):
        compared = 0
        for _, made in cases("itself", 200):
            earlier = {**made.assessment, "date": made.assessment["date"]}
            trend = evaluation(made.model, made.assessment, earlier)["trend"]
            for key in ("risen", "fallen", "only_now", "only_then"):
                self.assertNotIn(key, trend)
            for node in trend["nodes"]:
                self.assertEqual(node.get("change", 0), 0)
                self.assertEqual(node.get("stage_then"), node.get("stage_now"))
                compared += "change" in node
        self.assertGreater(compared, 100)

    def test_swapping_the_dates_swaps_what_has_risen_and_fallen(self):
        compared = 0
        for n in range(200):
            seed = f"swap/{n}"
            case, earlier, model = with_earlier(random_case(seed), seed)
            if model is not None:
                continue
            there = evaluation(case.model, case.assessment, earlier)["trend"]
            back = evaluation(case.model, earlier, case.assessment)["trend"]
            for one, other in (("risen", "fallen"), ("only_now", "only_then")):
                self.assertEqual(there.get(one), back.get(other))
            for mine, theirs in zip(there["nodes"], back["nodes"]):
                self.assertEqual(mine.get("then"), theirs.get("now"))
                compared += "then" in mine
        self.assertGreater(compared, 30)


if __name__ == "__main__":
    unittest.main()
