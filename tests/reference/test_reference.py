#!/usr/bin/env python3
"""Holds the reference against the examples and tables of content/docs/scoring.md, which were worked
by hand, and against laws."""

import pathlib
import sys
import unittest
from fractions import Fraction as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from exact import median, read_json, read_yaml, rounded, write_json  # noqa: E402
from scoring import score  # noqa: E402
from worth import mapped, read_question  # noqa: E402

HEAD = {"id": "m", "title": "M", "version": "1", "summary": "A model."}
LADDER = ("first", "second", "third", "fourth", "fifth")


def ladder(count):
    return [{"id": name, "title": name} for name in LADDER[:count]]


def yes_no(names, **keys):
    return [{"id": name, "text": name, **keys} for name in names]


def scales(names, **keys):
    return [{"id": name, "text": name, "type": "scale", **keys} for name in names]


def model(questions, scoring, stages=5, **parts):
    method = {"id": "only", "title": "Only", "rule": "It is.", **scoring}
    return {**HEAD, "stages": ladder(stages), "questions": questions, "scoring": method, **parts}


def assessment(answers, **parts):
    return {"subject": {"id": "s", "name": "S"}, "date": "2026-09-15", "model": "m",
            "answers": answers, **parts}


def result(*arguments, **parts):
    """The record of the only method."""
    return score(*arguments, **parts)["methods"][0]


def node(record, pillar=None):
    return next(one for one in record["nodes"] if one.get("pillar") == pillar)


def question(record, name):
    return next(one for one in record["questions"] if one["id"] == name)


def exactly(entry, name="value"):
    """A number of the record as a fraction."""
    return F(entry[name + "_exact"]) if name + "_exact" in entry else entry.get(name)


class Numbers(unittest.TestCase):
    def test_decimals_are_exact_and_words_stay_words(self):
        read = read_yaml("{a: 0.575, b: yes, c: No, d: , e: ~, f: [yes, 2]}")
        self.assertEqual(read, {"a": "0.575", "b": "yes", "c": "No", "f": ["yes", "2"]})
        self.assertEqual(read_json('{"a": 0.575, "b": true, "c": null}'),
                         {"a": F(575, 1000), "b": "yes"})

    def test_halves_are_rounded_away_from_zero(self):
        for value, digits, expected in ((F(5, 2), 0, 3), (F(-5, 2), 0, -3), (F(1, 8), 2, F(13, 100)),
                                        (F(10, 3), 2, F(333, 100)), (F(-1, 3), 0, 0)):
            self.assertEqual(rounded(value, digits), expected)

    def test_json_is_written_without_binary_fractions(self):
        self.assertEqual(write_json({"a": F(-1, 8), "b": F(100), "c": F(575, 1000)}, 0),
                         '{\n"a": -0.125,\n"b": 100,\n"c": 0.575\n}')

    def test_the_median_of_an_even_number_is_the_mean_of_the_middle(self):
        self.assertEqual(median([F(9), F(1), F(2), F(4)]), 3)


class Worth(unittest.TestCase):
    """Section 1."""

    def test_points(self):
        points = {"points": [[15, 1], [240, "0.5"], [1440, 0]]}
        for worth, value in ((10, 1), (15, 1), (60, F(9, 10)), (240, F(1, 2)), (840, F(1, 4)),
                             (2000, 0)):
            self.assertEqual(mapped(points, F(worth)), value)

    def test_thresholds(self):
        thresholds = {"thresholds": [[0, 0], [5, 1], [10, 3]]}
        for worth, value in ((F(4999, 1000), 0), (5, 1), (9, 1), (10, 3)):
            self.assertEqual(mapped(thresholds, F(worth)), value)

    def test_lowest_and_highest(self):
        worths = {"answers": [{"id": "a", "text": "A", "value": -2},
                              {"id": "b", "text": "B", "value": 3},
                              {"id": "c", "text": "C", "value": 4}]}
        shares = {"answers": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}
        for declared, expected in (
                ({}, (0, 1)),
                ({"values": {"yes": 0, "no": 3}}, (0, 3)),
                ({"type": "choice", **worths}, (-2, 4)),
                ({"type": "state", **worths}, (-2, 4)),
                ({"type": "several", **worths}, (-2, 7)),
                ({"type": "several", **shares}, (0, 1)),
                ({"type": "several", **shares, "map": {"points": [[0, 1], ["0.5", 5], [1, 2]]}},
                 (1, 5)),
                ({"type": "several", **shares, "map": {"points": [[0, 1], ["0.4", 5], [1, 1]]}},
                 (1, F(13, 3))),
                ({"type": "scale"}, (1, 5)),
                ({"type": "scale", "from": 0, "to": 3}, (0, 3)),
                ({"type": "scale", "map": {"thresholds": [[0, 9], ["4.5", 0]]}}, (0, 9)),
                ({"type": "scale", "to": 4, "map": {"thresholds": [[0, 9], ["4.5", 0]]}}, (9, 9)),
                ({"type": "percent"}, (0, 100)),
                ({"type": "percent", "map": {"points": [[10, 5], ["50.5", -1], [90, 3]]}}, (-1, 5)),
                ({"type": "number", "from": -2, "to": 7}, (-2, 7)),
                ({"type": "number", "from": 0, "to": 10000,
                  "map": {"points": [[15, 1], [240, "0.5"], [1440, 0]]}}, (0, 1)),
                ({"type": "number", "from": 5, "to": 8, "map": {"points": [[0, 0], [10, 1]]}},
                 (F(1, 2), F(4, 5))),
                ({"type": "stage"}, (1, 5))):
            read = read_question({"id": "q", "text": "Q", **declared}, {"stages": ladder(5)})
            self.assertEqual((read.lowest, read.highest), expected, declared)


class Counting(unittest.TestCase):
    """Worked examples: a count with bands."""

    NAMES = [f"q{n}" for n in range(10)]
    OVERALL = {"by": "count", "bands": [{"from": start, "stage": stage}
                                        for start, stage in zip((0, 2, 4, 7, 10), LADDER)]}

    def check(self, answers, value, stage, worst, best, **policy):
        answers = {name: {"answer": said, "note": "N."} if said == "not-applicable" else said
                   for name, said in zip(self.NAMES, answers) if said}
        whole = node(result(model(yes_no(self.NAMES), {"overall": self.OVERALL, **policy}),
                            assessment(answers)))
        self.assertEqual((whole.get("value"), whole.get("stage")), (value, stage))
        self.assertEqual((whole["worst"], whole["best"], whole["bound"]),
                         ({"value": worst[0], "stage": worst[1]},
                          {"value": best[0], "stage": best[1]}, "exact"))

    def test_the_table(self):
        self.check(["yes"] * 3 + ["no"] * 7, 3, "second", (3, "second"), (3, "second"))
        self.check(["yes"] * 3 + ["no"] * 6 + ["unknown"], 3, "second", (3, "second"), (4, "third"))
        self.check(["yes"] * 4 + ["no"] * 5, 4, "third", (4, "third"), (5, "third"))
        self.check(["yes"] * 4 + ["no"] * 5, None, None, (4, "third"), (5, "third"),
                   unanswered="void")
        self.check(["yes"] * 9 + ["not-applicable"], 9, "fourth", (9, "fourth"), (9, "fourth"))
        self.check(["yes", "no"] + ["unknown"] * 2, 1, "first", (1, "first"), (9, "fourth"))
        self.check([], 0, "first", (0, "first"), (10, "fifth"))


class Pillars(unittest.TestCase):
    """Worked examples: pillars of pillars."""

    TREE = [{"id": "build", "title": "B", "pillars": [{"id": "tests", "title": "T"},
                                                      {"id": "review", "title": "R"}]}]
    QUESTIONS = scales("ab", pillar="tests") + scales("c", pillar="review")

    def scored(self, answers, over="children", **policy):
        overall = {"by": "mean", "stage": "fractional", "over": over}
        return result(model(self.QUESTIONS, {"overall": overall, **policy}, pillars=self.TREE),
                      assessment(answers))

    def test_means_of_children(self):
        record = self.scored({"a": 2, "b": 3, "c": 5})
        for pillar, value in (("tests", F(5, 2)), ("review", 5), ("build", F(15, 4)),
                              (None, F(15, 4))):
            self.assertEqual(exactly(node(record, pillar)), value)
        self.assertEqual(node(record)["value"], F("3.75"))
        self.assertEqual(node(record)["stage"], "third")
        self.assertEqual([one.get("pillar") for one in record["nodes"]],
                         [None, "build", "tests", "review"])
        self.assertEqual([part["value"] for part in node(record, "tests")["parts"]], [2, 3])

    def test_the_mean_over_questions(self):
        whole = node(self.scored({"a": 2, "b": 3, "c": 5}, over="questions"))
        self.assertEqual((whole["value"], whole["value_exact"]), (F("3.33"), "10/3"))
        self.assertEqual(whole["stage"], "third")
        self.assertEqual([part["question"] for part in whole["parts"]], ["a", "b", "c"])

    def test_an_open_pillar_under_skip(self):
        record = self.scored({"a": 2, "b": 3}, unanswered="skip")
        build = node(record, "build")
        self.assertEqual(node(record, "review")["state"], "open")
        self.assertNotIn("value", node(record, "review"))
        self.assertEqual(exactly(build), F(5, 2))
        self.assertEqual(exactly(build["worst"]), F(7, 4))
        self.assertEqual(exactly(build["best"]), F(15, 4))
        self.assertEqual(build["parts"][1], {"pillar": "review", "weight": 1, "left_out": True})


class Prerequisites(unittest.TestCase):
    """Worked examples: prerequisites."""

    QUESTIONS = yes_no("pq", stage="second") + yes_no("rst", stage="third")
    ANSWERS = {"p": "yes", "q": "yes", "r": "yes", "s": "no", "t": "unknown"}

    def whole(self, needs, policy):
        overall = {"prerequisites": [{"stage": "third", "needs": needs}]}
        scoring = {"overall": overall, "unanswered": policy}
        return node(result(model(self.QUESTIONS, scoring, 3), assessment(self.ANSWERS)))

    def test_fulfilment(self):
        for policy, third in (("lowest", F(100, 3)), ("skip", 50)):
            entries = self.whole("all", policy)["fulfilment"]
            self.assertEqual([(one["stage"], exactly(one, "percent")) for one in entries],
                             [("second", 100), ("third", third)])

    def test_needs(self):
        for needs, lowest, skip in (("all", "second", "second"), (60, "third", "third"),
                                    ({"second": 100, "third": 50}, "second", "third")):
            for policy, stage in (("lowest", lowest), ("skip", skip)):
                whole = self.whole(needs, policy)
                self.assertEqual((whole["state"], whole["stage"]), ("no-number", stage),
                                 (needs, policy))
        self.assertEqual(self.whole("60.01", "lowest")["stage"], "second")
        self.assertEqual(self.whole("75", "skip")["stage"], "third")
        self.assertEqual(self.whole("75.01", "skip")["stage"], "second")

    def test_the_best_case_has_two_thirds(self):
        for percent, stage in (("66.66", "third"), ("66.67", "second")):
            whole = self.whole({"third": percent}, "lowest")
            self.assertEqual((whole["worst"], whole["best"], whole["bound"]),
                             ({"stage": "second"}, {"stage": stage}, "exact"))


class Branches(unittest.TestCase):
    """Worked examples: a branch that stops."""

    def record(self, answers):
        questions = yes_no("ghi")
        for one, before in zip(questions[1:], "gh"):
            one["asked_if"] = {"question": before, "answers": ["yes"], "otherwise": "lowest"}
        return result(model(questions, {"overall": {"by": "count"}}), assessment(answers))

    def test_a_no_ends_the_branch(self):
        record = self.record({"g": "yes", "h": "no", "i": "yes"})
        self.assertEqual(question(record, "i"), {"id": "i", "state": "not-asked", "value": 0})
        self.assertEqual(node(record)["value"], 1)
        self.assertEqual(node(record)["worst"], node(record)["best"])
        self.assertEqual(node(record)["bound"], "exact")
        self.assertEqual(node(record)["counts"], {"answered": 2, "unknown": 0, "unanswered": 0,
                                                  "not_applicable": 0, "not_asked": 1})

    def test_an_unknown_leaves_it_undecided(self):
        record = self.record({"g": "yes", "h": "unknown"})
        self.assertTrue(question(record, "i")["conditional"])
        whole = node(record)
        self.assertEqual((whole["value"], whole["worst"], whole["best"], whole["bound"]),
                         (1, {"value": 1}, {"value": 3}, "outer"))


if __name__ == "__main__":
    unittest.main()
