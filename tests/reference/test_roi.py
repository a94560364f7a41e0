#!/usr/bin/env python3
"""Holds the reference of calculations against the example of content/docs/roi.md, worked by hand,
and against laws: exhaustive over all corners where inputs work in one direction."""

import itertools
import pathlib
import random
import sys
import unittest
from fractions import Fraction as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from exact import read_yaml  # noqa: E402
from random_money import random_calculation  # noqa: E402
from roi import ENDS, Calculation, DividesByZero, parse, result_record, value_of  # noqa: E402

PAGE = pathlib.Path(__file__).resolve().parents[2] / "content" / "docs" / "roi.md"
GIVEN = {"lift": {"low": F(1), "expected": F(4), "high": F(6), "method": "before-after"}}


def example():
    text = PAGE.read_text(encoding="utf-8").split("## An example by hand")[1]
    return read_yaml(text.split("```yaml\n")[1].split("```")[0])["roi"]


def sign(value):
    return (value > 0) - (value < 0)


class ByHand(unittest.TestCase):
    def setUp(self):
        self.record = result_record(example(), GIVEN, "EUR")

    def test_cases(self):
        expected = {"benefits": 6300, "costs": 3000, "net": 3300, "return_percent": 110,
                    "payback_month": 5, "cost_of_delay": 450}
        self.assertEqual(self.record["expected"], expected)
        self.assertEqual(self.record["low"]["net"], -2025)
        self.assertTrue(self.record["low"]["not_within_five_years"])
        self.assertEqual(self.record["low"]["cost_of_delay"], -50)
        self.assertEqual((self.record["high"]["net"], self.record["high"]["payback_month"]),
                         (7050, 4))

    def test_cautious_ends(self):
        ends = {one["input"]: (one["in_low"], one["in_high"]) for one in self.record["values"]}
        self.assertEqual(ends["lift"], ("low", "high"))
        self.assertEqual(ends["licence"], ("high", "low"))
        self.assertEqual(ends["orders"], ("expected", "expected"))

    def test_sensitivity(self):
        found = [(one["input"], one["net_at_low"], one["net_at_high"], one["swing"])
                 for one in self.record["sensitivity"]]
        self.assertEqual(found, [("lift", -1425, 6450, 7875), ("licence", 3900, 2700, 1200)])

    def test_an_unproven_lift_is_an_estimate(self):
        record = result_record(example(), {}, "EUR")
        self.assertEqual(record["lines"][0]["proof"], "estimate")
        self.assertEqual(record["expected"]["benefits"], F(3150))

    def test_decimals_of_a_currency(self):
        lift = {"lift": {**GIVEN["lift"], "expected": F("4.0001")}}
        nets = {name: result_record(example(), lift, name)["expected"]["net"]
                for name in ("JPY", "EUR", "KWD")}
        self.assertEqual(nets, {"JPY": 3300, "EUR": F("3300.16"), "KWD": F("3300.158")})

    def test_present_value(self):
        record = result_record({**example(), "rate": F(10), "horizon": F(13)}, GIVEN, "EUR")
        self.assertEqual(record["expected"]["present_value_exact"],
                         str(-1200 + F(4500) / F("1.1") + F(450) / F("1.21")))


class Formulas(unittest.TestCase):
    def test_order_of_operations(self):
        for text, value in (("2 + 3 * 4", 14), ("20 / 5 / 2", 2), ("10 - 4 - 3", 3),
                            ("-(2 + 3) * 2", -10), ("2 * -3", -6)):
            self.assertEqual(value_of(parse(text), {}), value, text)

    def test_a_divisor_that_holds_0_is_refused(self):
        roi = {"inputs": [{"id": "x", "low": F(-1), "expected": F(1), "high": F(2)}],
               "lines": [{"id": "l", "kind": "benefit", "amount": "1 / x"}]}
        with self.assertRaises(DividesByZero):
            Calculation(roi, {})
        Calculation(roi, {"x": F(2)})


class Laws(unittest.TestCase):
    def random_calculations(self, count):
        for seed in range(count):
            rng = random.Random(f"roi/{seed}")
            roi = random_calculation(rng)
            try:
                yield seed, Calculation(roi, {})
            except DividesByZero:
                continue

    def test_low_is_no_more_than_expected_and_no_single_input_makes_it_worse(self):
        for seed, one in self.random_calculations(100):
            low, expected, high = (one.net(one.at(one.ends[case]))
                                   for case in ("low", "expected", "high"))
            self.assertLessEqual(low, expected, seed)
            self.assertLessEqual(expected, high, seed)
            for name, end in itertools.product(one.inputs, ("low", "high")):
                self.assertGreaterEqual(one.net(one.at({**one.ends["low"], name: end})), low, seed)

    def test_low_is_the_worst_corner_where_inputs_work_in_one_direction(self):
        held = 0
        for seed, one in self.random_calculations(100):
            moved = [name for name in one.inputs if one.values[name]["low"] <
                     one.values[name]["high"]]
            corners = {ends: one.net(one.at({**one.ends["expected"], **dict(zip(moved, ends))}))
                       for ends in itertools.product(ENDS, repeat=len(moved))}
            ways = [{sign(corners[ends[:i] + (ENDS[k + 1],) + ends[i + 1:]] - corners[ends])
                     for ends in corners for k in (0, 1) if ends[i] == ENDS[k]}
                    for i in range(len(moved))]
            if any({1, -1} <= way for way in ways):
                continue
            held += 1
            self.assertEqual(one.net(one.at(one.ends["low"])), min(corners.values()), seed)
            self.assertEqual(one.net(one.at(one.ends["high"])), max(corners.values()), seed)
        self.assertGreater(held, 30)

    def test_ramp_adds_up_as_the_page_says(self):
        for seed, one in self.random_calculations(40):
            for months in (0, 1, one.ramp, one.ramp + 1, 60):
                ramp, m = one.ramp, F(months)
                closed = (m if ramp == 0 else m * (m + 1) / (2 * ramp) if m <= ramp
                          else F(ramp + 1, 2) + m - ramp)
                self.assertEqual(one.ramped(months), closed, seed)


if __name__ == "__main__":
    unittest.main()
