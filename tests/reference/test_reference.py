#!/usr/bin/env python3
"""Holds the reference against the examples and tables of content/docs/scoring.md, which were worked
by hand, and against laws."""

import pathlib
import sys
import unittest
from fractions import Fraction as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from compare import differences  # noqa: E402
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
        for value, digits, expected in (
                (F(5, 2), 0, 3), (F(-5, 2), 0, -3), (F(1, 8), 2, F(13, 100)),
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


NOT_APPLICABLE = {"answer": "not-applicable", "note": "There is none."}


class Standings(unittest.TestCase):
    """Section 2."""

    def stand(self, written, declared=None, policy=None, **parts):
        """State and value of the question q, of the type `scale`, beside an answered gate."""
        questions = yes_no("g") + scales("q") + scales("n")
        questions[1].update(declared or {})
        answers = {"g": "yes", "n": 3, **({} if written is None else {"q": written})}
        answers.update(parts.pop("gates", {}))
        scoring = {"overall": {"by": "sum"}, **(policy or {})}
        record = result(model(questions, scoring), assessment(answers, **parts))
        self.q = question(record, "q")
        return self.q["state"], exactly(self.q)

    def test_states(self):
        self.assertEqual(self.stand(4), ("answered", 4))
        self.assertEqual(self.stand({"answer": 4, "note": "Seen."}), ("answered", 4))
        self.assertEqual(self.stand("unknown"), ("unknown", None))
        self.assertEqual((self.q["worst"], self.q["best"]), (1, 5))
        self.assertEqual(self.stand(None), ("unanswered", None))
        self.assertEqual(self.stand(NOT_APPLICABLE), ("not-applicable", None))

    def test_conditions(self):
        if_no = {"asked_if": {"question": "g", "answers": ["no"]}}
        lowest = {"asked_if": {**if_no["asked_if"], "otherwise": "lowest"}}
        self.assertEqual(self.stand(4, if_no), ("not-asked", None))
        self.assertEqual(self.stand(4, lowest), ("not-asked", 1))
        self.assertEqual(self.stand(4, if_no, gates={"g": "no"}), ("answered", 4))
        self.assertEqual(self.stand(4, if_no, gates={"g": NOT_APPLICABLE}), ("not-asked", None))
        self.assertEqual(self.stand(4, if_no, gates={"g": "unknown"}), ("answered", 4))
        self.assertTrue(self.q["conditional"])
        self.assertEqual((self.q["worst"], self.q["best"]), (4, 4))
        self.stand(4, lowest, gates={"g": "unknown"})
        self.assertEqual((self.q["worst"], self.q["best"]), (1, 4))
        self.assertEqual(self.stand(None, if_no, gates={"g": "unknown"}), ("unanswered", None))
        self.assertTrue(self.q["conditional"])

    def test_conditions_by_a_number_include_their_ends(self):
        for ends, asked in (({"at_least": 3}, True), ({"at_least": "3.01"}, False),
                            ({"at_most": 3}, True), ({"at_most": "2.99"}, False),
                            ({"at_least": 3, "at_most": 3}, True)):
            state, _ = self.stand(4, {"asked_if": {"question": "n", **ends}})
            self.assertEqual(state, "answered" if asked else "not-asked", ends)

    def teams(self, entries, **policy):
        teams = [{"id": name, "name": name} for name in ("one", "two", "three")]
        written = {"teams": dict(zip(("one", "two", "three"), entries))}
        return self.stand(written, policy=policy, teams=teams)

    def test_teams(self):
        self.assertEqual(self.teams([NOT_APPLICABLE] * 3), ("not-applicable", None))
        self.assertEqual(self.teams([NOT_APPLICABLE, "unknown"]), ("unknown", None))
        self.assertEqual(self.teams([NOT_APPLICABLE] * 2), ("unanswered", None))
        self.assertEqual(self.teams([2, 5, NOT_APPLICABLE]), ("answered", F(7, 2)))
        self.assertNotIn("worst", self.q)
        self.assertEqual(self.teams([2, 5]), ("answered", F(8, 3)))
        self.assertEqual((exactly(self.q, "worst"), exactly(self.q, "best")), (F(8, 3), 4))
        self.assertEqual(self.teams([2, 5], unanswered="skip"), ("answered", F(7, 2)))
        self.assertEqual(self.teams([2, 5], unanswered="void"), ("unanswered", None))
        for how, value in (("median", 3), ("min", 2), ("max", 5), ("mean", F(10, 3))):
            self.assertEqual(self.teams([2, 3, 5], teams=how), ("answered", value))

    def test_a_condition_on_teams(self):
        teams = [{"id": name, "name": name} for name in ("one", "two")]
        declared = {"asked_if": {"question": "g", "answers": ["yes"]}}
        for entries, state, conditional in (
                ({"one": "yes"}, "unanswered", False), ({"one": "no"}, "unanswered", True),
                ({"one": "no", "two": NOT_APPLICABLE}, "not-asked", False),
                ({"one": NOT_APPLICABLE, "two": NOT_APPLICABLE}, "not-asked", False)):
            found = self.stand(None, declared, gates={"g": {"teams": entries}}, teams=teams)
            self.assertEqual(found, (state, None))
            self.assertEqual("conditional" in self.q, conditional)

    def respondents(self, entries, written=None, **policy):
        people = [{"id": f"p{n}", "answers": {} if one is None else {"q": one}}
                  for n, one in enumerate(entries)]
        return self.stand(written, policy=policy, respondents=people)

    def test_respondents(self):
        self.assertEqual(self.respondents([2, 5], written="unknown"), ("unknown", None))
        self.assertEqual(self.respondents([2, "unknown", NOT_APPLICABLE, 5]), ("answered", F(7, 2)))
        self.assertEqual(self.respondents(["unknown", NOT_APPLICABLE]), ("unknown", None))
        self.assertEqual(self.respondents([NOT_APPLICABLE, None]), ("not-applicable", None))
        self.assertEqual(self.respondents([None, None]), ("unanswered", None))
        for how, value in (("median", 3), ("majority", 2), ("min", 2), ("max", 5)):
            self.assertEqual(self.respondents([5, 2, 2, 5, 4, 2], respondents=how),
                             ("answered", value))
        self.assertEqual(self.respondents([5, 4, 5, 4, 3], respondents="majority"), ("answered", 4))

    def test_history(self):
        state = {"type": "state", "answers": [{"id": name, "text": name, "value": value}
                                              for name, value in (("off", 0), ("on", 1))]}
        for history, expected in (
                ([("on", "2026-09-15"), ("off", "2026-01-01")], ("answered", 1)),
                ([("on", "2026-09-16"), ("off", "2026-01-01")], ("answered", 0)),
                ([("off", "2026-05-01"), ("on", "2026-05-01")], ("answered", 1)),
                ([("on", "2026-05-01"), ("off", "2026-05-01")], ("answered", 0)),
                ([("on", "2026-10")], ("unanswered", None))):
            written = {"history": [{"answer": answer, "date": date} for answer, date in history]}
            self.assertEqual(self.stand(written, state), expected, history)


class Nodes(unittest.TestCase):
    """Sections 3 to 5."""

    TREE = [{"id": "p", "title": "P"}, {"id": "o", "title": "O"}]

    def record(self, answers, overall, **parts):
        questions = scales("ab", pillar="p") + scales("c", pillar="o")
        questions += scales("d", weight=2)
        return result(model(questions, {"overall": overall, **parts}, pillars=self.TREE),
                      assessment(answers))

    def test_states(self):
        mean = {"by": "mean"}
        for answers, parts, state in (
                ({}, {"questions": ["c"]}, "empty"),
                ({"a": NOT_APPLICABLE, "b": NOT_APPLICABLE}, {}, "not-applicable"),
                ({"a": 1}, {"unanswered": "void"}, "void"),
                ({"a": "unknown"}, {"unanswered": "skip"}, "open"),
                ({"a": 1}, {"enough": "50.1"}, "too-few-answers"),
                ({"a": 1}, {"enough": 50}, "scored")):
            pillar = node(self.record(answers, mean, **parts), "p")
            self.assertEqual(pillar["state"], state)
            self.assertEqual("value" in pillar, state == "scored")
        self.assertEqual(node(self.record({"a": 1}, {"by": "none"}))["state"], "no-number")

    def test_ways_to_take_children_together(self):
        answers = {"a": 2, "b": 5, "c": 1, "d": 4}
        # the children of the whole: d = 4 with the weight 2, p = 7/2, o = 1
        for rule, value in (({"by": "sum"}, F(17, 2)), ({"by": "mean"}, F(17, 6)),
                            ({"by": "weighted-mean"}, F(25, 8)), ({"by": "median"}, F(7, 2)),
                            ({"by": "min"}, 1), ({"by": "max"}, 4),
                            ({"by": "count", "at_least": "3.5"}, 2),
                            ({"by": "count"}, 3),
                            ({"by": "sum", "over": "questions"}, 12),
                            ({"by": "median", "over": "questions"}, 3),
                            ({"by": "weighted-mean", "over": "questions"}, F(16, 5))):
            self.assertEqual(exactly(node(self.record(answers, rule))), value, rule)

    def test_a_withheld_value_takes_part_above(self):
        record = self.record({"a": 2, "c": 4, "d": 3}, {"by": "sum"}, enough=60)
        self.assertEqual(node(record, "p")["state"], "too-few-answers")
        self.assertEqual(exactly(node(record)), F(3, 2) + 4 + 3)

    def test_stages_of_pillars(self):
        bands = [{"from": 0, "stage": "first"}, {"from": "3.5", "stage": "third"}]
        record = self.record({"a": 2, "b": 5, "c": 3, "d": 5}, {"by": "mean", "over": "stages"},
                             pillars={"bands": bands})
        self.assertEqual((node(record, "p")["stage"], node(record, "o")["stage"]),
                         ("third", "first"))
        self.assertEqual([part["value"] for part in node(record)["parts"]], [5, 3, 1])
        self.assertEqual(node(record)["value"], 3)

    def test_a_question_counts_where_it_contributes_and_is_asked_once(self):
        places = [{"pillar": "p"}, {"pillar": "p", "weight": 3}, {}]
        questions = scales("a", counts_towards=places) + scales("b", pillar="p")
        record = result(model(questions, {"overall": {"by": "sum", "over": "questions"},
                                          "pillars": {"by": "weighted-mean"}}, pillars=self.TREE),
                        assessment({"a": 2}))
        self.assertEqual(exactly(node(record, "p")), F(2 + 6 + 1, 5))
        self.assertEqual(node(record)["value"], 7)
        self.assertEqual(exactly(node(record), "coverage"), F(1, 2))

    def test_bands_are_reached_and_not_rounded_to(self):
        bands = [{"from": n, "stage": stage} for n, stage in zip((0, 2, 4), LADDER)]
        overall = {"by": "mean", "bands": bands}
        for answers, stage in (((1, 2), "first"), ((1, 3), "second"), ((4, 4), "third"),
                               ((3, 4), "second")):
            record = result(model(scales("ab"), {"overall": overall}),
                            assessment(dict(zip("ab", answers))))
            self.assertEqual(node(record)["stage"], stage)

    def test_thirds_that_fall_on_a_boundary(self):
        third = {"type": "number", "from": 0, "to": 3, "map": {"points": [[0, 0], [3, 1]]}}
        questions = [{"id": name, "text": name, **third} for name in "abc"]
        bands = [{"from": 0, "stage": "first"}, {"from": "0.575", "stage": "second"},
                 {"from": 1, "stage": "third"}]
        for by, answers, stage in (("sum", (1, 1, 1), "third"), ("sum", (1, 1, "0.99"), "second"),
                                   ("mean", ("1.725", "1.725", "1.725"), "second"),
                                   ("mean", ("1.725", "1.725", "1.724"), "first")):
            record = result(model(questions, {"overall": {"by": by, "bands": bands}}),
                            assessment(dict(zip("abc", answers))))
            self.assertEqual(node(record)["stage"], stage, answers)

    def test_a_value_as_the_number_of_a_stage(self):
        number_type = {"type": "number", "from": 0, "to": 10}
        for answer, stage in (("2.9", "second"), (3, "third"), ("0.99", None), (9, "third")):
            record = result(model([{"id": "a", "text": "A", **number_type}],
                                  {"overall": {"by": "mean", "stage": "fractional"}}, stages=3),
                            assessment({"a": answer}))
            self.assertEqual(node(record).get("stage"), stage)
            self.assertEqual("below_first" in node(record), stage is None)

    def test_conditions_of_stages(self):
        questions = yes_no("a", stage="first") + yes_no("b", stage="second")
        for entries, answers, policy, stage in (
                ([("first", "all")], ("no", "yes"), "lowest", None),
                ([("second", "all")], ("no", "yes"), "lowest", "first"),
                ([("second", {"second": 100})], ("no", "yes"), "lowest", "third"),
                ([("third", 50)], ("no", "yes"), "lowest", "third"),
                ([("third", "50.5")], ("no", "yes"), "lowest", "second"),
                ([("second", {"first": 0})], ("unknown", "yes"), "skip", "first"),
                ([("second", 100)], ("unknown", "yes"), "skip", "third"),
                ([("second", "all")], (NOT_APPLICABLE, "yes"), "lowest", "third")):
            overall = {"prerequisites": [{"stage": one, "needs": needs} for one, needs in entries]}
            record = result(model(questions, {"overall": overall, "unanswered": policy}, stages=3),
                            assessment(dict(zip("ab", answers))))
            self.assertEqual(node(record).get("stage"), stage, (entries, answers))
            self.assertEqual("below_first" in node(record), stage is None)


class OptionalChildren(unittest.TestCase):
    """Section 6: what a conditional question with `otherwise: exclude` does to the interval."""

    def ends(self, overall, start=-2, **gate):
        questions = scales("a", **{"from": 0, "to": 4})
        questions += yes_no("g", values={"yes": 0, "no": 0})
        questions += scales("h", **{"from": start, "to": 6},
                            asked_if={"question": "g", "answers": ["yes"]})
        scoring = {"overall": overall, "questions": ["a", "h"]}
        whole = node(result(model(questions, scoring), assessment({"a": 3, **gate})))
        return exactly(whole["worst"]), exactly(whole["best"]), whole["bound"]

    def test_each_way(self):
        for rule, ends in (({"by": "sum"}, (1, 9)), ({"by": "count"}, (1, 2)),
                           ({"by": "count", "at_least": 7}, (0, 0)), ({"by": "mean"}, (-2, 6)),
                           ({"by": "min"}, (-2, 6)), ({"by": "median"}, (-2, 6))):
            self.assertEqual(self.ends(rule), (*ends, "outer"), rule)
        self.assertEqual(self.ends({"by": "sum"}, start=1), (3, 9, "outer"))
        self.assertEqual(self.ends({"by": "mean"}, start=4), (3, 6, "outer"))

    def test_a_decided_condition_is_exact(self):
        self.assertEqual(self.ends({"by": "mean"}, g="yes"), (F(1, 2), F(9, 2), "exact"))
        self.assertEqual(self.ends({"by": "mean"}, g="no"), (3, 3, "exact"))

    def test_shares_of_optional_contributions(self):
        """What has only one value has the share 1 if it is asked, and 0 in the worst case."""
        questions = yes_no("a", stage="first") + yes_no("g")
        questions += yes_no("h", stage="first", values={"yes": 1, "no": 1},
                            asked_if={"question": "g", "answers": ["yes"]})
        overall = {"prerequisites": [{"stage": "first", "needs": 50}]}
        whole = node(result(model(questions, {"overall": overall}, 1), assessment({"a": "no"})))
        self.assertEqual((whole["worst"], whole["best"], whole["bound"]),
                         ({"below_first": True}, {"stage": "first"}, "outer"))


TEA = """
id: tea
title: Tea maturity model
version: 0.1
summary: Shows how well an office makes tea.
stages: [{id: bags, title: Bags}, {id: leaves, title: Leaves}]
questions:
  - {id: pot, text: "Is there a teapot?", stage: leaves}
scoring:
  id: by-count
  title: By count
  rule: Each yes counts one.
  overall: {by: count, bands: [{from: 0, stage: bags}, {from: 1, stage: leaves}]}
"""


class Records(unittest.TestCase):
    """The record, section 7, and the comparison of two records."""

    def methods(self, *overalls, answers=None):
        scoring = [{"id": f"m{n}", "title": "M", "rule": "R.", "overall": overall}
                   for n, overall in enumerate(overalls)]
        declared = {**model(yes_no("abc"), {}), "scoring": scoring}
        return score(declared, assessment(answers or {"a": "yes"}))

    def test_a_model_and_an_assessment_in_yaml(self):
        said = read_yaml("{subject: {id: s, name: S}, date: 2026-09, model: tea, "
                         "answers: {pot: yes}}")
        record = score(read_yaml(TEA), said)
        self.assertEqual((record["model"]["version"], record["date"]), ("0.1", "2026-09"))
        self.assertEqual(record["methods"][0]["nodes"][0]["stage"], "leaves")

    def test_methods_that_disagree(self):
        low = {"by": "count", "bands": [{"from": 0, "stage": "first"}]}
        high = {"by": "count", "bands": [{"from": 0, "stage": "second"}]}
        below = {"by": "mean", "stage": "fractional"}
        record = self.methods(low, low, high, below, {"by": "sum"})
        self.assertEqual(record["disagreements"], [{"method": "m2", "stage": "second"},
                                                   {"method": "m3", "below_first": True}])
        self.assertNotIn("disagreements", self.methods(low, low))

    def test_the_whole_record_of_a_small_assessment(self):
        record = self.methods({"by": "mean"}, answers={"a": "yes", "b": "no"})
        self.assertEqual(record, {
            "schema": "stagecraft/score/1",
            "model": {"id": "m", "title": "M", "version": "1"},
            "subject": {"id": "s", "name": "S"}, "date": "2026-09-15",
            "methods": [{
                "id": "m0", "title": "M", "rule": "R.",
                "questions": [{"id": "a", "state": "answered", "value": 1},
                              {"id": "b", "state": "answered", "value": 0},
                              {"id": "c", "state": "unanswered", "worst": 0, "best": 1}],
                "nodes": [{
                    "state": "scored", "value": F(33, 100), "value_exact": "1/3",
                    "worst": {"value": F(33, 100), "value_exact": "1/3"},
                    "best": {"value": F(67, 100), "value_exact": "2/3"}, "bound": "exact",
                    "counts": {"answered": 2, "unknown": 0, "unanswered": 1, "not_applicable": 0,
                               "not_asked": 0},
                    "coverage": F(67, 100), "coverage_exact": "2/3",
                    "parts": [{"question": "a", "weight": 1, "value": 1},
                              {"question": "b", "weight": 1, "value": 0},
                              {"question": "c", "weight": 1, "value": 0}]}]}]})

    def test_differences_are_found(self):
        for one, other, path in (({"a": 1}, {}, "record.a"), ({}, {"a": 1}, "record.a"),
                                 ({"a": [1, 2]}, {"a": [1]}, "record.a[1]"),
                                 ({"a": True}, {"a": 1}, "record.a"),
                                 ({"a": F(1, 3)}, {"a": F(1, 4)}, "record.a"),
                                 ({"a": {"b": "x"}}, {"a": {"b": "y"}}, "record.a.b")):
            self.assertEqual([place for place, _, _ in differences(one, other)], [path])
        self.assertEqual(list(differences({"a": [], "b": F(3)}, {"b": 3})), [])


if __name__ == "__main__":
    unittest.main()
