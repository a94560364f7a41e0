#!/usr/bin/env python3
"""Holds the reference of KPIs and roadmaps against the examples of content/docs/kpis.md and
content/docs/roadmap.md, which were worked by hand."""

import pathlib
import sys
import unittest
from fractions import Fraction as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from compare_money import expected_records  # noqa: E402
from kpis import is_stale, named, places  # noqa: E402

STAGES = ["one", "two", "three", "four", "five"]


def kpi(name, better="higher", **typical):
    return {"id": name, "title": name, "definition": "D.", "better": better, "typical": typical}


DEFLECTION = kpi("deflection", two={"from": F(40), "to": F(60)}, three={"from": F(70), "to": F(80)},
                 four={"from": F(80)})
REVENUE = kpi("revenue-share", two={"words": "none"}, three={"from": F(5), "to": F(11)},
              four={"from": F(10)})
RESPONSE = kpi("response-time", "lower", two={"from": F(60), "to": F(240)},
               three={"from": F(5), "to": F(30)}, four={"to": F(5)})
MULTIPLE = kpi("multiple", three={"from": F(2), "to": F(3)}, five={"from": F(4)})


def spoken(one, value):
    """Places as numbers of stages: 2.5 is between 2 and 3."""
    return [F(place, 2) + 1 for place in places(one, STAGES, F(value))]


def model(stages, **parts):
    chosen = {"id": "chosen", "title": "Chosen", "rule": "As chosen.", "questions": ["stage-now"],
              "overall": {"by": "min", "stage": "chosen"}}
    count = {"id": "count", "title": "Count", "rule": "Each yes.", "questions": ["data-clean"],
             "overall": {"by": "count"}}
    return {"id": "m", "title": "M", "version": "1", "summary": "S.",
            "stages": [{"id": one, "title": one} for one in stages],
            "questions": [{"id": "stage-now", "text": "Where?", "type": "stage"},
                          {"id": "data-clean", "text": "Clean?"}],
            "scoring": [chosen, count], **parts}


def assessment(stage, **parts):
    return {"subject": {"id": "s", "name": "S"}, "date": "2026-01-31", "model": "m",
            "answers": {"stage-now": stage, **parts.pop("answers", {})}, **parts}


class Places(unittest.TestCase):
    def test_table_of_examples(self):
        self.assertEqual(spoken(DEFLECTION, 65), [F("2.5")])
        self.assertEqual(spoken(DEFLECTION, 80), [3, 4])
        self.assertEqual(spoken(DEFLECTION, 30), [1, F("1.5")])
        self.assertEqual(spoken(REVENUE, 10), [3, 4])
        self.assertEqual(spoken(REVENUE, "9.99"), [3])
        self.assertEqual(spoken(RESPONSE, 45), [F("2.5")])
        self.assertEqual(spoken(MULTIPLE, "3.5"), [F("3.5"), 4, F("4.5")])

    def test_ranges_that_contradict_each_other(self):
        self.assertEqual(spoken(kpi("x", two={"from": F(70), "to": F(80)},
                                    three={"from": F(40), "to": F(60)}), 65), [])

    def test_names_of_places(self):
        self.assertEqual(named(2, STAGES), {"stage": "two"})
        self.assertEqual(named(3, STAGES), {"between": ["two", "three"]})

    def test_a_year_is_counted_by_the_calendar(self):
        for measured, assessed, stale in (("2025-09-14", "2026-09-15", True),
                                          ("2025-09-15", "2026-09-15", False),
                                          ("2025-09", "2026-09-15", False),
                                          ("2025-08", "2026-09", True),
                                          ("2023-02-28", "2024-02-29", False),
                                          ("2023-02-27", "2024-02-29", True)):
            self.assertEqual(is_stale(measured, assessed), stale, measured)


class Implied(unittest.TestCase):
    def implied(self, stage):
        found = expected_records(
            model(STAGES, kpis=[DEFLECTION, REVENUE, RESPONSE]),
            assessment(stage, kpis={
                "deflection": {"value": F(65), "method": "before-after"},
                "revenue-share": {"value": F(10), "method": "holdout"},
                "response-time": {"value": F(45)}}))
        return found["kpi_stages"][0]

    def test_three_places_have_the_same_weight(self):
        entry = self.implied("three")
        self.assertEqual(entry["implied"], [{"between": ["two", "three"]}, {"stage": "three"},
                                            {"stage": "four"}])
        self.assertEqual((entry["weight"], entry["of_weight"]), (4, 8))
        self.assertEqual(entry["agreement"], "agrees")

    def test_a_lower_stage_is_below(self):
        self.assertEqual(self.implied("one")["agreement"], "below")
        self.assertEqual(self.implied("two")["agreement"], "near")
        self.assertEqual(self.implied("five")["agreement"], "above")


class Roadmap(unittest.TestCase):
    def plan(self, stage="one", target="three", answers=None):
        def action(name, start, impact, effort, owner, duration, **more):
            return {"id": name, "title": name, "from": start, "impact": F(impact),
                    "effort": F(effort), "owner": owner, "duration": duration, **more}
        actions = [
            action("clean-data", "one", 2, 4, "Data", {"from": F(2), "to": F(4), "unit": "weeks"},
                   satisfied_by=["data-clean"]),
            action("answer-faq", "one", 5, 1, "Care", {"from": F(48), "unit": "hours"}),
            action("link-orders", "one", 4, 3, "Data", {"from": F(1), "unit": "months"},
                   depends_on=["clean-data"]),
            action("advise", "two", 5, 5, "Shop", {"from": F(2), "to": F(3), "unit": "months"},
                   depends_on=["link-orders"])]
        return expected_records(
            model(["one", "two", "three"], actions=actions),
            assessment(stage, target={"stage": target, "by": "2026-06"}, answers=answers or {}))

    @staticmethod
    def dates(found):
        return [(one["action"], one["start"], one["end"], one["horizon"])
                for step in found["roadmap"] for one in step["open"]]

    def test_order_and_dates(self):
        found = self.plan()
        self.assertEqual(self.dates(found), [
            ("answer-faq", "2026-02-01", "2026-02-02", "now"),
            ("clean-data", "2026-02-01", "2026-02-28", "now"),
            ("link-orders", "2026-03-01", "2026-03-31", "now"),
            ("advise", "2026-04-01", "2026-06-30", "now")])
        self.assertEqual([one["action"] for one in found["schedule"]["critical_path"]],
                         ["clean-data", "link-orders", "advise"])
        marks = {one["action"]: (one.get("quick_win"), one.get("foundation"), one.get("late"))
                 for step in found["roadmap"] for one in step["open"]}
        self.assertEqual(marks, {"answer-faq": (True, None, None), "clean-data": (None, True, None),
                                 "link-orders": (None, True, None), "advise": (None,) * 3})

    def test_a_satisfied_action_is_gone(self):
        found = self.plan(answers={"data-clean": "yes"})
        self.assertEqual(self.dates(found)[1:], [
            ("link-orders", "2026-02-01", "2026-02-28", "now"),
            ("advise", "2026-03-01", "2026-05-31", "now")])

    def test_a_nearer_target_has_fewer_steps(self):
        self.assertNotIn("advise", [one[0] for one in self.dates(self.plan(target="two"))])
        self.assertEqual(self.plan(target="one")["roadmap"], [])


if __name__ == "__main__":
    unittest.main()
