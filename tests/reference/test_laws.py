#!/usr/bin/env python3
"""Laws that content/docs/scoring.md promises, on random cases. The brute force at the end
shows that the page's own rules for the interval (section 6) are right."""

import copy
import pathlib
import random
import sys
import unittest
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from completions import MOST, Completions, possible_answers  # noqa: E402
from exact import plain  # noqa: E402
from random_cases import DISCRETE_TYPES, Size, random_case  # noqa: E402
from random_methods import methods_of  # noqa: E402
from scoring import score  # noqa: E402
from worth import value_of  # noqa: E402

SMALL = Size(questions=5, types=DISCRETE_TYPES, depth=2, pillars=4, methods=1, answers=3)


def cases(name, count, size=Size()):
    for n in range(count):
        yield random.Random(f"{name}/{n}"), random_case(f"{name}/{n}", size=size)


def without(record, key):
    """The record without a member, at any depth."""
    if isinstance(record, dict):
        return {name: without(one, key) for name, one in record.items()
                if name not in (key, key + "_exact")}
    return [without(one, key) for one in record] if isinstance(record, list) else record


def shuffled(rng, entries):
    names = list(entries)
    rng.shuffle(names)
    return {name: entries[name] for name in names}


def pillars_of(model):
    waiting = list(model.get("pillars", []))
    for pillar in waiting:
        waiting += pillar.get("pillars", [])
    return waiting


def with_weights_times(model, factor):
    """The model with every weight multiplied, also those that it does not write down."""
    scaled = copy.deepcopy(model)
    bearers = list(pillars_of(scaled))
    for question in scaled["questions"]:
        bearers += question.get("counts_towards", [question])
    for one in bearers:
        one["weight"] = one.get("weight", 1) * factor
    for method in methods_of(scaled):
        for one in method.get("nodes", {}).values():
            if "weight" in one:
                one["weight"] *= factor
    return scaled


def gates_of(model):
    return {one["asked_if"]["question"] for one in model["questions"] if "asked_if" in one}


def result_of(node):
    return {key: one for key, one in node.items() if key.startswith(("value", "stage", "below"))}


class Laws(unittest.TestCase):
    def test_scaling_all_weights_changes_nothing(self):
        for _, case in cases("weights", 300):
            scaled = with_weights_times(case.model, Fraction(7, 3))
            self.assertEqual(without(score(scaled, case.assessment), "weight"),
                             without(score(case.model, case.assessment), "weight"))

    def test_the_order_of_answers_changes_nothing(self):
        for rng, case in cases("order", 300):
            other = copy.deepcopy(case.assessment)
            other["answers"] = shuffled(rng, other.get("answers", {}))
            for part in ("respondents", "teams"):
                if part in other:
                    rng.shuffle(other[part])
            self.assertEqual(score(case.model, other), score(case.model, case.assessment))

    def test_a_question_that_does_not_apply_counts_as_if_the_method_left_it_out(self):
        compared = 0
        for rng, case in cases("applies", 400):
            scored = [one["id"] for one in case.model["questions"] if one.get("type") != "text"
                      and one["id"] not in gates_of(case.model)
                      and one.get("asked_if", {}).get("otherwise") != "lowest"]
            model = {**case.model, "scoring": methods_of(case.model)[0]}
            chosen = model["scoring"].get("questions", [one["id"] for one in model["questions"]
                                                        if one.get("type") != "text"])
            left = [name for name in scored if name in chosen]
            if not left or len(chosen) < 2:
                continue
            name = rng.choice(left)
            old = next(one for one in model["questions"] if one["id"] == name).get("formerly", [])
            answers = {key: one for key, one in case.assessment.get("answers", {}).items()
                       if key not in old}
            answers[name] = {"answer": "not-applicable", "note": "There is none."}
            assessment = {**case.assessment, "answers": answers}
            fewer = {**model, "scoring": {**model["scoring"],
                                          "questions": [one for one in chosen if one != name]}}
            first, second = (score(one, assessment)["methods"][0]["nodes"]
                             for one in (model, fewer))
            before = score(model, case.assessment)["methods"][0]["nodes"]
            for one, other, earlier in zip(first, second, before):
                self.assertEqual(result_of(one), result_of(other))
                if one["counts"]["not_applicable"] == other["counts"]["not_applicable"]:
                    self.assertEqual(one, earlier)  # the node does not contain the question
                compared += 1
        self.assertGreater(compared, 500)

    def test_a_better_answer_never_lowers_a_value_or_a_stage(self):
        raised = 0
        for rng, case in cases("better", 600, Size(types=DISCRETE_TYPES)):
            done = Completions(case)
            gates = gates_of(case.model)
            single = [name for name, one in done.assessment["answers"].items()
                      if name not in gates and not isinstance(one, dict)
                      and one not in ("unknown", "not-applicable")]
            if not single:
                continue
            name = rng.choice(single)
            one = done.questions[name]
            now = value_of(one, done.assessment["answers"][name])
            better = [answer for answer in possible_answers(one) if value_of(one, answer) > now]
            if not better:
                continue
            answers = {**done.assessment["answers"], name: rng.choice(better)}
            for method in methods_of(done.model):
                before = done.applied(method, done.assessment).evaluation.outcomes
                after = done.applied(method, {**done.assessment, "answers": answers})
                for pillar, outcome in after.evaluation.outcomes.items():
                    for mine, earlier in ((outcome.value, before[pillar].value),
                                          (outcome.stage, before[pillar].stage)):
                        self.assertEqual(mine is None, earlier is None)
                        if mine is not None:
                            self.assertGreaterEqual(mine, earlier)
                            raised += mine > earlier
        self.assertGreater(raised, 100)

    def test_without_open_questions_worst_and_best_are_the_value(self):
        compared = 0
        for _, case in cases("closed", 500):
            for method in score(case.model, case.assessment)["methods"]:
                closed = all("worst" not in one for one in method["questions"])
                for node in method["nodes"] if closed else []:
                    if "bound" in node:
                        self.assertEqual(node["worst"], result_of(node))
                        self.assertEqual((node["best"], node["bound"]), (node["worst"], "exact"))
                        compared += 1
        self.assertGreater(compared, 100)

    def test_under_lowest_an_exact_worst_is_the_value(self):
        compared = 0
        for _, case in cases("lowest", 500):
            record = score(case.model, case.assessment)
            for method, found in zip(methods_of(case.model), record["methods"]):
                for node in found["nodes"]:
                    if (method.get("unanswered", "lowest") == "lowest" and
                            node.get("bound") == "exact" and node["state"] != "too-few-answers"):
                        self.assertEqual(node["worst"], result_of(node))
                        compared += 1
        self.assertGreater(compared, 100)


class BruteForce(unittest.TestCase):
    """Every way in which the open questions of small cases could turn out, scored one by one."""

    CASES = 600

    def check(self, interval, values, stages):
        """How many ends were compared."""
        compared = 0
        for kind, found in (("value", values), ("stage", stages)):
            if not found:
                continue  # by: none, no stage rule, or nothing of it came to be asked
            ends = getattr(interval.worst, kind), getattr(interval.best, kind)
            if interval.bound == "exact":
                self.assertEqual(ends, (min(found), max(found)))
            else:
                self.assertLessEqual(ends[0], min(found))
                self.assertGreaterEqual(ends[1], max(found))
            compared += 1
        return compared

    def test_exact_bounds_are_reached_and_outer_ones_never_left(self):
        compared = {"exact": 0, "outer": 0}
        for _, case in cases("brute", self.CASES, SMALL):
            done = Completions(case)
            if not done.slots or done.count() > MOST:
                continue
            method = methods_of(done.model)[0]
            intervals = done.applied(method, done.assessment).ranges.intervals
            values, stages = done.results(method)
            for pillar in values:
                if pillar not in intervals:
                    self.assertFalse(values[pillar])
                    continue
                with self.subTest(model=plain(case.model), answers=done.assessment, node=pillar):
                    compared[intervals[pillar].bound] += self.check(
                        intervals[pillar], values[pillar], stages[pillar])
        self.assertGreater(min(compared.values()), 100, compared)


if __name__ == "__main__":
    unittest.main()
