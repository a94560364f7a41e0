#!/usr/bin/env python3
"""Holds the reference against the examples of content/docs/position.md, respondents.md and trend.md,
which were worked by hand."""

import pathlib
import sys
import unittest
from fractions import Fraction as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from evaluation import evaluation  # noqa: E402
from test_reference import assessment, exactly, model, scales, yes_no  # noqa: E402

FRACTIONAL = {"overall": {"by": "mean", "stage": "fractional"}}
COUNT = {"overall": {"by": "count"}}


def placed(values):
    """A pillar for each value, which is its stage."""
    names = [f"p{n}" for n in range(len(values))]
    parts = {"pillars": [{"id": name, "title": name} for name in names]}
    questions = [{"id": f"q-{name}", "text": "?", "type": "stage", "pillar": name} for name in names]
    scoring = {"leaf_pillars": {"by": "min", "stage": "chosen"},
               "overall": {"by": "min", "over": "stages", "stage": "chosen"}}
    ladder = ("first", "second", "third", "fourth", "fifth")
    answers = {f"q-{name}": ladder[value - 1] for name, value in zip(names, values)}
    return model(questions, scoring, **parts), answers


class TheProfile(unittest.TestCase):
    def test_floor_and_mean_stand_side_by_side(self):
        made, answers = placed([2, 3, 1, 4])
        profile = evaluation(made, assessment(answers))["profile"]
        self.assertEqual([profile[key] for key in ("floor", "mean", "ceiling", "imbalance")],
                         [1, F(5, 2), 4, 3])
        self.assertEqual((profile["leading"], profile["lagging"]), (["p3"], ["p2"]))

    def test_a_pillar_that_is_open_has_no_number(self):
        made, answers = placed([2, 3, 1])
        del answers["q-p1"]
        made["scoring"]["unanswered"] = "skip"
        profile = evaluation(made, assessment(answers))["profile"]
        self.assertEqual(profile["pillars"][1], {"pillar": "p1"})
        self.assertEqual(profile["mean"], F(3, 2))


class Targets(unittest.TestCase):
    def check(self, value, target, gap, percent, limited):
        made = model(scales(["q"], **{"from": 0}), FRACTIONAL)
        made["questions"][0]["map"] = {"points": [[0, 0], [4, 4]]}
        made["questions"][0].update({"type": "number", "from": 0, "to": 4})
        stage = ("first", "second", "third", "fourth")[target - 1]
        found = evaluation(made, assessment({"q": value}, target={"stage": stage}))
        found = found["nodes"][0]["target"]
        self.assertEqual((exactly(found, "gap"), exactly(found, "percent"),
                          exactly(found, "percent_limited")), (gap, percent, limited))
        self.assertEqual("reached" in found, gap <= 0)

    def test_the_table(self):
        for row in ((2, 4, 2, F(100, 3), F(100, 3)), (0, 3, 3, -50, 0), (4, 3, -1, 150, 100),
                    (1, 1, 0, None, None), (F(11, 4), 4, F(5, 4), F(175, 3), F(175, 3))):
            with self.subTest(row=row):
                self.check(*row)


class Evidence(unittest.TestCase):
    def test_the_table(self):
        def said(word, grade=None):
            evidence = {"evidence": [{"text": "E.", "grade": grade}]} if grade else {}
            return {"answer": word, **evidence}
        made = model(yes_no(["a", "b", "c"]), COUNT)
        for answers, claimed, backed in (
                ((said("yes", "verified"), said("yes", "reported"), "no"), 2, 1),
                ((said("yes", "corroborated"), said("yes", "verified"), "no"), 2, 2),
                (("yes", "yes", "yes"), 3, 0)):
            given = assessment(dict(zip("abc", answers)))
            node = evaluation(made, given)["nodes"][0]
            self.assertEqual(node["backed"]["value"], backed)
            self.assertEqual(sum(node["evidence"].values()), 3)


class Disagreement(unittest.TestCase):
    def opinions(self, *answers):
        people = [{"id": f"r{n}", "answers": {"q": one}} for n, one in enumerate(answers)]
        made = model(scales(["q"]), FRACTIONAL)
        found = evaluation(made, assessment({}, respondents=people))["respondents"]
        one = found["questions"][0]
        return tuple(exactly(one, key) for key in (
            "least", "median", "greatest", "disagreement", "distance")), found.get("discuss", [])

    def test_the_table(self):
        for answers, expected in (
                ((2, 2, 2, 2, 4), (2, 2, 4, F(1, 2), F(1, 10))),
                ((2, 2, 3, 4, 4), (2, 3, 4, F(1, 2), F(1, 5))),
                ((1, 5), (1, 3, 5, 1, F(1, 2))), ((3, 3, "unknown"), (3, 3, 3, 0, 0))):
            with self.subTest(answers=answers):
                found, discuss = self.opinions(*answers)
                self.assertEqual(found, expected)
                self.assertEqual(bool(discuss), expected[3] > 0)


class Changes(unittest.TestCase):
    def test_the_question_that_comes_first_is_the_list(self):
        bands = [{"from": start, "stage": stage}
                 for start, stage in ((0, "first"), (2, "second"), (3, "third"))]
        made = model(yes_no(["a", "b", "c"]), {"overall": {"by": "count", "bands": bands}})
        found = evaluation(made, assessment({"a": "yes", "b": "no", "c": "unknown"}))["changes"]
        self.assertEqual(found, {"list": [{"question": "b", "answer": "yes"}], "stage": "second",
                                 "proven": True})


class Progress(unittest.TestCase):
    def test_the_table(self):
        ladder = ("first", "second", "third", "fourth", "fifth")
        for then, now, target, progress, limited in (
                (1, 2, 4, F(100, 3), F(100, 3)), (2, 1, 4, -50, 0), (2, 5, 4, 150, 100),
                (4, 4, 4, None, None)):
            made, before = placed([then])
            _, after = placed([now])
            given = assessment(after, target={"stage": ladder[target - 1]})
            earlier = {**assessment(before), "date": "2025-09-15"}
            node = evaluation(made, given, earlier)["trend"]["nodes"][0]
            self.assertEqual((exactly(node, "progress"), exactly(node, "progress_limited")),
                             (progress, limited))


class ModelVersions(unittest.TestCase):
    def test_what_is_reworded_is_not_compared(self):
        now = model([*yes_no(["a", "b"]), *scales(["s"]), *yes_no(["new"])], COUNT)
        now["questions"][1]["formerly"] = ["old-b"]
        then = model([*yes_no(["a", "old-b"]), *scales(["s"], to=4), *yes_no(["gone"])], COUNT)
        then["questions"][1]["text"] = "b"
        then["questions"][0]["text"] = "Something else?"
        given = assessment({"a": "yes", "b": "yes", "s": 3, "new": "yes"})
        earlier = {**assessment({"a": "no", "old-b": "no", "s": 3, "gone": "yes"}),
                   "date": "2025-09"}
        trend = evaluation(now, given, earlier, then)["trend"]
        self.assertEqual([(one["question"], one["change"]) for one in trend["model_changes"]],
                         [("a", "reworded"), ("b", "renamed"), ("s", "rescaled"), ("new", "added"),
                          ("gone", "removed")])
        self.assertEqual((trend["questions"], trend["risen"]), (1, ["b"]))
        self.assertEqual(trend["only_now"], ["a", "s", "new"])
        self.assertEqual(trend["only_then"], ["a", "s", "gone"])


if __name__ == "__main__":
    unittest.main()
