"""What a calculation comes to: content/docs/roi.md. `roi_record(model, assessment)` is the member
`roi.result` of the records (records.md), None without values of the subject."""

import functools
import re
from dataclasses import dataclass
from fractions import Fraction

from exact import number, put

SHARES = {"holdout": 100, "ab-test": 80, "before-after": 50, "estimate": 25}  # strongest first
DECIMALS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3), "CLF": 4, "UYW": 4}
ENDS = ("low", "expected", "high")
PAYBACK_LIMIT = 60
ROUNDS = 10
TOKEN = re.compile(r"\s*([a-z][a-z0-9_]*|[0-9.]+|[-+*/()])")


class DividesByZero(Exception):
    """A divisor can be 0."""


def parse(text):
    """A formula as nested tuples: a number, ("input", id), (operator, left, right), ("neg", x)."""
    tokens = TOKEN.findall(text)

    def expression(level):
        if level == 2:
            return factor()
        left = expression(level + 1)
        while tokens and tokens[0] in ("+-", "*/")[level]:
            left = (tokens.pop(0), left, expression(level + 1))
        return left

    def factor():
        token = tokens.pop(0)
        if token == "-":
            return ("neg", factor())
        if token == "(":
            inner = expression(0)
            tokens.pop(0)
            return inner
        return ("input", token) if token[0].isalpha() else Fraction(token)

    return expression(0)


def value_of(formula, values):
    if isinstance(formula, Fraction):
        return formula
    if formula[0] == "input":
        return values[formula[1]]
    parts = [value_of(part, values) for part in formula[1:]]
    if formula[0] == "neg":
        return -parts[0]
    left, right = parts
    if formula[0] == "/":
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[formula[0]]


def range_of(formula, ranges):
    """The range part by part; DividesByZero where a divisor holds 0."""
    if isinstance(formula, Fraction):
        return formula, formula
    if formula[0] == "input":
        return ranges[formula[1]]
    parts = [range_of(part, ranges) for part in formula[1:]]
    if formula[0] == "neg":
        return -parts[0][1], -parts[0][0]
    if formula[0] == "/" and parts[1][0] <= 0 <= parts[1][1]:
        raise DividesByZero
    ends = [value_of((formula[0], left, right), {}) for left in parts[0] for right in parts[1]]
    return min(ends), max(ends)


@functools.lru_cache
def ramped(ramp, months):
    if ramp == 0:
        return Fraction(months)
    return sum((min(Fraction(month, ramp), Fraction(1)) for month in range(1, months + 1)),
               Fraction(0))


def inputs_in(formula):
    if isinstance(formula, Fraction):
        return set()
    if formula[0] == "input":
        return {formula[1]}
    return set().union(*map(inputs_in, formula[1:]))


@dataclass
class Line:
    """A line and what its amount is multiplied by."""
    declared: dict
    formula: object
    method: str | None
    share: Fraction

    @property
    def every(self):
        return self.declared.get("every", "month")

    @property
    def sign(self):
        return -1 if self.declared["kind"] == "cost" else 1


class Calculation:
    """A model's calculation with the values of a subject, which may be none: `given` by input."""

    def __init__(self, roi, given):
        self.inputs = [one["id"] for one in roi["inputs"]]
        self.values = {one["id"]: self.read(given.get(one["id"], one)) for one in roi["inputs"]}
        self.examples = {name for name in self.inputs if name not in given}
        methods = {name: one["method"] for name, one in given.items()
                   if isinstance(one, dict) and "method" in one}
        shares = {**SHARES, **roi.get("proof", {})}
        self.lines = [self.line(one, methods, shares) for one in roi["lines"]]
        self.ramp = int(number(roi.get("ramp", {}).get("months", 0)))
        self.horizon = int(number(roi.get("horizon", 60)))
        self.rate = number(roi["rate"]) if "rate" in roi else None
        ranges = {name: (one["low"], one["high"]) for name, one in self.values.items()}
        for line in self.lines:
            range_of(line.formula, ranges)
        self.expected = self.at({name: "expected" for name in self.inputs})
        self.ends = {"expected": {name: "expected" for name in self.inputs},
                     "low": self.worst(lambda one, other: one < other),
                     "high": self.worst(lambda one, other: one > other)}

    @staticmethod
    def read(written):
        if not isinstance(written, dict):
            return dict.fromkeys(ENDS, number(written))
        return {end: number(written.get(end, written["expected"])) for end in ENDS}

    @staticmethod
    def line(declared, methods, shares):
        formula = parse(declared["amount"])
        if declared.get("lift", "no") not in ("yes", True):
            return Line(declared, formula, None, Fraction(1))
        weakest = "estimate"
        stated = [methods[name] for name in inputs_in(formula) if name in methods]
        if stated:
            weakest = max(stated, key=list(SHARES).index)
        return Line(declared, formula, weakest, number(shares[weakest]) / 100)

    def at(self, ends):
        return {name: self.values[name][end] for name, end in ends.items()}

    def amounts(self, values):
        return [value_of(line.formula, values) for line in self.lines]

    def ramped(self, months):
        """S of the page."""
        return ramped(self.ramp, months)

    def balance(self, values, months):
        """K of the page."""
        return sum(line.sign * total for line, total in
                   zip(self.lines, self.totals(values, months)))

    def totals(self, values, months):
        """What each line comes to, costs too above 0."""
        found = []
        for line, amount in zip(self.lines, self.amounts(values)):
            size = {"month": Fraction(months), "year": Fraction(months, 12), "once": Fraction(1)}
            if line.sign > 0 and line.every != "once":
                size = {"month": self.ramped(months), "year": self.ramped(months) / 12}
            found.append(amount * line.share * size[line.every])
        return found

    def net(self, values):
        return self.balance(values, self.horizon)

    def worst(self, better):
        ends = {name: "expected" for name in self.inputs}
        for _ in range(ROUNDS):
            before = dict(ends)
            for name in self.inputs:
                best, found = self.net(self.at(ends)), ends[name]
                for end in ("low", "high"):
                    net = self.net(self.at({**ends, name: end}))
                    if better(net, best):
                        best, found = net, end
                ends[name] = found
            if ends == before:
                break
        return ends

    def payback(self, values):
        month = None
        for after in range(PAYBACK_LIMIT, -1, -1):
            if self.balance(values, after) < 0:
                break
            month = after
        return month

    def present_value(self, values):
        total, before, year = Fraction(0), Fraction(0), 0
        for month in range(0, self.horizon + 1):
            if month and (month - 1) % 12 == 0:
                year += 1
            now = self.balance(values, month)
            total += (now - before) / (1 + self.rate / 100) ** year
            before = now
        return total

    def sensitivity(self):
        found = []
        for name in self.inputs:
            if self.values[name]["low"] == self.values[name]["high"]:
                continue
            low, high = (self.net({**self.expected, name: self.values[name][end]})
                         for end in ("low", "high"))
            nets = (low, high, self.net(self.expected))
            found.append((name, low, high, max(nets) - min(nets)))
        return sorted(found, key=lambda one: -one[3])


def case_record(calculation, case, digits):
    values = calculation.at(calculation.ends[case])
    totals = calculation.totals(values, calculation.horizon)
    benefits = sum((total for line, total in zip(calculation.lines, totals) if line.sign > 0),
                   Fraction(0))
    costs = sum((total for line, total in zip(calculation.lines, totals) if line.sign < 0),
                Fraction(0))
    record = {}
    put(record, "benefits", benefits, digits)
    put(record, "costs", costs, digits)
    put(record, "net", benefits - costs, digits)
    if costs > 0:
        put(record, "return_percent", (benefits - costs) / costs * 100, 1)
    month = calculation.payback(values)
    if month is None:
        record["not_within_five_years"] = True
    else:
        record["payback_month"] = month
    delay = calculation.net(values) - calculation.balance(values, calculation.horizon - 1)
    put(record, "cost_of_delay", delay, digits)
    if calculation.rate is not None:
        put(record, "present_value", calculation.present_value(values), digits)
    return record


def line_record(calculation, index, digits):
    line = calculation.lines[index]
    record = {"line": line.declared["id"], "kind": line.declared["kind"], "every": line.every}
    if line.method:
        record["proof"] = line.method
        record["trusted_percent"] = line.share * 100
    for name, at in (("amount", lambda values: calculation.amounts(values)[index]),
                     ("total", lambda values: calculation.totals(values,
                                                                 calculation.horizon)[index])):
        record[name] = {}
        for case in ENDS:
            put(record[name], case, at(calculation.at(calculation.ends[case])), digits)
    return record


def result_record(roi, given, currency):
    calculation = Calculation(roi, given)
    digits = DECIMALS.get(currency, 2)
    record = {"horizon": calculation.horizon, "ramp": calculation.ramp, "values": []}
    if calculation.rate is not None:
        record["rate"] = calculation.rate
    for name in calculation.inputs:
        value = {"input": name, **calculation.values[name]}
        if name in calculation.examples:
            value["example"] = True
        value["in_low"] = calculation.ends["low"][name]
        value["in_high"] = calculation.ends["high"][name]
        record["values"].append(value)
    record["lines"] = [line_record(calculation, index, digits)
                       for index in range(len(calculation.lines))]
    for case in ENDS:
        record[case] = case_record(calculation, case, digits)
    record["sensitivity"] = []
    for name, low, high, swing in calculation.sensitivity():
        entry = {"input": name}
        for key, value in (("net_at_low", low), ("net_at_high", high), ("swing", swing)):
            put(entry, key, value, digits)
        record["sensitivity"].append(entry)
    return record


def roi_record(model, assessment):
    if "roi" not in assessment or "roi" not in model:
        return None
    given = assessment["roi"]
    return result_record(model["roi"], given.get("inputs", {}), given["currency"])
