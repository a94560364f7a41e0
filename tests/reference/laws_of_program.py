#!/usr/bin/env python3
"""Laws of scoring, held by the program itself: random cases are changed in ways that must leave the
record alone, or move it in one direction only, and the program scores both. With --selftest every
law is applied wrongly, and it counts as passed if that is noticed."""

import argparse
import contextlib
import copy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from compare import differences, shown  # noqa: E402
from exact import decimal_text, write_json  # noqa: E402
from random_cases import random_case  # noqa: E402
from random_methods import STAGE_RULES, methods_of, ranges_fit, tree_of  # noqa: E402
from test_laws import gates_of, shuffled, with_weights_times, without  # noqa: E402

LEAST_EXERCISED = 20
SHOWN_FAILURES = 3
HAIR = Fraction(1, 10 ** 20)


class Broken(Exception):
    """A law that does not hold, or a run that failed. Says how."""


class ExactDumper(yaml.SafeDumper):
    """Writes fractions as plain scalars with their exact text, and never an alias."""

    def ignore_aliases(self, data):
        return True

    def number(self, value):
        text = decimal_text(value)
        kind = "float" if "." in text else "int"
        return self.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


ExactDumper.add_representer(Fraction, ExactDumper.number)


class CoarseDumper(ExactDumper):
    """Loses what a number has after its first decimal."""


CoarseDumper.add_representer(
    Fraction, lambda dumper, value: dumper.number(Fraction(int(value * 10), 10)))


class Program:
    """Scores cases, in a folder of its own."""

    def __init__(self, path, folder):
        self.path = path
        self.folder = folder

    def score(self, model, assessment):
        return self.score_texts(write_json(model), write_json(assessment), "json")

    def score_texts(self, model, assessment, suffix):
        paths = []
        for name, text in (("assessment", assessment), ("model", model)):
            paths.append(self.folder / f"{name}.{suffix}")
            paths[-1].write_text(text + "\n", encoding="utf-8")
        run = subprocess.run(
            [self.path, "score", str(paths[0]), "--model", str(paths[1]), "--format=json"],
            capture_output=True, text=True, timeout=60, check=False)
        if run.returncode != 0:
            raise Broken(f"exit code {run.returncode}: {run.stderr.strip()}")
        return json.loads(run.stdout, parse_int=Fraction, parse_float=Fraction)


def same_or_broken(before, after):
    first = next(differences(before, after), None)
    if first is not None:
        path, mine, theirs = first
        raise Broken(f"{path}\n  before: {shown(mine)}\n  after:  {shown(theirs)}")


def uses_weights(model):
    text = write_json(model)
    return '"weight"' in text and any(f'"{word}"' in text
                                      for word in ("weighted-mean", "prerequisites"))


def exact_number(record, name):
    """A number of the record before rounding; None without one."""
    if name + "_exact" in record:
        return Fraction(record[name + "_exact"])
    return record.get(name)


def scored_questions(model):
    return [one for one in model["questions"] if one.get("type") != "text"]


def with_answer(assessment, question, entry):
    """The assessment with this entry for the question alone, under its present id."""
    names = {question["id"], *question.get("formerly", [])}
    answers = {name: one for name, one in assessment.get("answers", {}).items()
               if name not in names}
    return {**assessment, "answers": {**answers, question["id"]: entry}}


class Weights:
    """One positive factor on all weights changes nothing but the weights shown."""

    def scaled(self, rng, model):
        factor = Fraction(rng.choice(["2", "0.3", "1.7", "250", "0.001", "7"]))
        return with_weights_times(model, factor)

    def exercised(self, rng, case, program):
        before = program.score(case.model, case.assessment)
        after = program.score(self.scaled(rng, case.model), case.assessment)
        same_or_broken(without(before, "weight"), without(after, "weight"))
        return uses_weights(case.model)


class WrongWeights(Weights):
    def scaled(self, rng, model):
        wrong = super().scaled(rng, model)
        place = wrong["questions"][0]
        place = place.get("counts_towards", [place])[0]
        place["weight"] = place["weight"] * 5
        return wrong


def keys_shuffled(rng, value):
    """The same content with the keys of every map in another order."""
    if isinstance(value, dict):
        return shuffled(rng, {key: keys_shuffled(rng, one) for key, one in value.items()})
    return [keys_shuffled(rng, one) for one in value] if isinstance(value, list) else value


class Order:
    """The order of keys, and of answers among them, changes nothing."""

    def reordered(self, rng, case):
        return keys_shuffled(rng, case.model), keys_shuffled(rng, case.assessment)

    def exercised(self, rng, case, program):
        model, assessment = self.reordered(rng, case)
        same_or_broken(program.score(case.model, case.assessment),
                       program.score(model, assessment))
        return len(assessment.get("answers", {})) > 1


class WrongOrder(Order):
    def reordered(self, rng, case):
        """Gives the entries of the answers to other questions of the same kind."""
        model, assessment = super().reordered(rng, case)
        alike = {}
        for question in scored_questions(model):
            if question["id"] in assessment.get("answers", {}):
                alike.setdefault(question.get("type", "yes-no"), []).append(question["id"])
        for kind in ("yes-no", "percent", "stage"):
            names = alike.get(kind, [])
            entries = [assessment["answers"][name] for name in names]
            assessment.get("answers", {}).update(zip(names, entries[1:] + entries[:1]))
        return model, assessment


def without_their_order(record):
    """The record with its lists of respondents and of teams in the order of their texts."""
    record = copy.deepcopy(record)
    evaluation = record["evaluation"]
    for part, entries in (("respondents", "alone"), ("teams", "results")):
        if part in evaluation:
            evaluation[part][entries].sort(key=str)
    if "roll_up" in evaluation.get("teams", {}):
        evaluation["teams"]["roll_up"]["lowest"].sort()
    return record


class Respondents:
    """The order of respondents changes only the order in which the record names them, however their
    answers are combined."""

    part = "respondents"
    times = 2  # few cases have them

    def reordered(self, rng, entries):
        return rng.sample(entries, len(entries))

    def exercised(self, rng, case, program):
        entries = case.assessment.get(self.part, [])
        other = self.reordered(rng, entries)
        if len(entries) < 2 or entries == other:
            return False
        before = program.score(case.model, case.assessment)
        after = program.score(case.model, {**case.assessment, self.part: other})
        same_or_broken(without_their_order(before), without_their_order(after))
        return True


class WrongRespondents(Respondents):
    def reordered(self, rng, entries):
        return entries[1:]


class Teams(Respondents):
    """The order of teams changes only the order in which the record names them, however their
    answers are combined."""

    part = "teams"


class WrongTeams(Teams):
    def reordered(self, rng, entries):
        return [*entries, {"id": "team-of-nobody", "name": "Nobody"}]


class Yaml:
    """The same model and assessment written as YAML change nothing."""

    dumper = ExactDumper

    def exercised(self, rng, case, program):
        flow = rng.choice([True, False, None])
        texts = [yaml.dump(one, Dumper=self.dumper, sort_keys=False, default_flow_style=flow,
                           width=rng.choice([40, 100])) for one in (case.model, case.assessment)]
        same_or_broken(program.score(case.model, case.assessment),
                       program.score_texts(*texts, "yaml"))
        return True


class WrongYaml(Yaml):
    dumper = CoarseDumper


class NotApplicable:
    """Under `exclude`, a question that does not apply changes no node that is without it."""

    def is_apart(self, node, name):
        return all(one.question != name for one in node.inside)

    def exercised(self, rng, case, program):
        methods = methods_of(case.model)
        free = [one for one in scored_questions(case.model)
                if one["id"] not in gates_of(case.model)]
        if not free or any(one.get("not_applicable") == "forbid" for one in methods):
            return False
        question = rng.choice(free)
        left_out = with_answer(case.assessment, question,
                               {"answer": "not-applicable", "note": "There is none."})
        before, after = (program.score(case.model, one)["methods"]
                         for one in (case.assessment, left_out))
        compared = False
        for method, first, second in zip(methods, before, after):
            nodes = tree_of(case.model, method)[0].nodes()
            for node, one, other in zip(nodes, first["nodes"], second["nodes"]):
                if self.is_apart(node, question["id"]):
                    same_or_broken(one, other)
                    compared |= first["questions"] != second["questions"]
        return compared


class WrongNotApplicable(NotApplicable):
    def is_apart(self, node, name):
        return node.id is None


def ascend(model):
    """The model without conditions, under `lowest`, and with options and maps that ascend; None
    where its bands do not fit then."""
    made = copy.deepcopy(model)
    for question in made["questions"]:
        question.pop("asked_if", None)
        for pairs in question.get("map", {}).values():
            for pair, value in zip(pairs, sorted(value for _, value in pairs)):
                pair[1] = value
        if "values" in question:
            no, yes = sorted(question["values"].values())
            question["values"] = {"yes": yes, "no": no}
        if isinstance(question.get("answers"), list):
            ascend_answers(question["answers"])
    for one in made.get("answer_sets", []):
        ascend_answers(one["answers"])
    for method in methods_of(made):
        method["unanswered"] = "lowest"
    return made if ranges_fit(made) else None


def ascend_answers(answers):
    """Positive too: with `several`, one more option is then never worse."""
    if "value" in answers[0]:
        for one, value in zip(answers, sorted(abs(one["value"]) for one in answers)):
            one["value"] = value


def low_and_high(rng, model, question):
    """Two answers, the second the better one."""
    kind = question.get("type", "yes-no")
    if kind == "yes-no":
        return "no", "yes"
    if kind in ("scale", "percent", "number"):
        low, high = {"scale": (1, 5), "percent": (0, 100), "number": (0, 0)}[kind]
        low, high = Fraction(question.get("from", low)), Fraction(question.get("to", high))
        step = Fraction(1) if kind == "scale" else Fraction(1, 8)
        return sorted(low + step * n for n in rng.sample(range(int((high - low) / step) + 1), 2))
    ids = [one["id"] for one in model["stages"]] if kind == "stage" else question["answers"]
    if isinstance(ids, str):
        ids = next(one["answers"] for one in model["answer_sets"] if one["id"] == ids)
    ids = [one if kind == "stage" else one["id"] for one in ids]
    if kind == "several":
        chosen = rng.sample(ids, rng.randint(1, len(ids)))
        return chosen[:rng.randint(0, len(chosen) - 1)], chosen
    first, second = sorted(rng.choices(range(len(ids)), k=2))
    return ids[first], ids[second]


def answered_with(rng, case, model, question):
    """A way to put an answer into the assessment: by all, by one team, or by one respondent. A
    majority can turn to a lower value where one respondent leaves it for a higher one."""
    name, assessment = question["id"], case.assessment
    entry = assessment.get("answers", {}).get(name)
    if isinstance(entry, dict) and entry.get("teams"):
        team = rng.choice(list(entry["teams"]))
        return lambda answer: with_answer(
            assessment, question, {"teams": {**entry["teams"], team: answer}})
    by_majority = any(one.get("respondents") == "majority" for one in methods_of(model))
    if entry is None and assessment.get("respondents") and not by_majority \
            and "formerly" not in question:
        people = assessment["respondents"]
        place = rng.randrange(len(people))
        return lambda answer: {**assessment, "respondents": [
            with_answer(one, question, answer) if n == place else one
            for n, one in enumerate(people)]}
    return lambda answer: with_answer(assessment, question, answer)


class Better:
    """In an ascending model without conditions, a better answer lowers no value or stage."""

    def pair(self, rng, model, question):
        return low_and_high(rng, model, question)

    def exercised(self, rng, case, program):
        model = ascend(case.model)
        if model is None:
            return False
        stages = [one["id"] for one in model.get("stages", [])]
        question = rng.choice(scored_questions(model))
        given = answered_with(rng, case, model, question)
        before, after = (program.score(model, given(answer))["methods"]
                         for answer in self.pair(rng, model, question))
        raised = False
        for first, second in zip(before, after):
            for one, other in zip(first["nodes"], second["nodes"]):
                for side in ("", "worst", "best"):
                    raised |= is_raised(stages, *((node.get(side, {}) if side else node)
                                                  for node in (one, other)))
        return raised


class WrongBetter(Better):
    def pair(self, rng, model, question):
        return tuple(reversed(super().pair(rng, model, question)))


def stage_number(record, stages):
    if record.get("below_first"):
        return 0
    return stages.index(record["stage"]) + 1 if "stage" in record else None


def is_raised(stages, before, after):
    """Whether a value or stage rises; it must not sink, come or go."""
    raised = False
    for one, other in ((exact_number(before, "value"), exact_number(after, "value")),
                       (stage_number(before, stages), stage_number(after, stages))):
        if (one is None) != (other is None) or (one is not None and other < one):
            raise Broken(f"a better answer lowers {one} to {other}\n"
                         f"  before: {shown(before)}\n  after:  {shown(after)}")
        raised |= one != other
    return raised


def with_band_at(model, place, value, start):
    """The model, but the method at `place` has two bands for the whole: the first stage from
    below `value` and the last from `start`. None where the format does not allow that."""
    made = copy.deepcopy(model)
    method = methods_of(made)[place]
    rule = {key: one for key, one in method["overall"].items() if key not in STAGE_RULES}
    low = next((band["from"] for band in method["overall"].get("bands", [])),
               Fraction(value // 1 - 1000))
    if low >= value:
        return None
    stages = [one["id"] for one in made["stages"]]
    rule["bands"] = [{"from": low, "stage": stages[0]}, {"from": start, "stage": stages[-1]}]
    method["overall"] = rule
    return made if ranges_fit(made) else None


class Boundary:
    """A value exactly at the beginning of a band has its stage; a hair below, it has not."""

    at = Fraction(0)

    def exercised(self, rng, case, program):
        stages = [one["id"] for one in case.model.get("stages", [])]
        record = program.score(case.model, case.assessment)
        places = list(range(len(record["methods"])))
        rng.shuffle(places)
        for place in places if len(stages) > 1 else []:
            whole = record["methods"][place]["nodes"][0]
            value = exact_number(whole, "value")
            if value is None or decimal_text(value) is None:
                continue
            reached, missed = (with_band_at(case.model, place, value, value + by)
                               for by in (self.at, HAIR))
            if reached is None:
                continue
            for model, expected in ((reached, stages[-1]), (missed, stages[0])):
                if model is None:  # nothing is above the highest value that there can be
                    continue
                node = program.score(model, case.assessment)["methods"][place]["nodes"][0]
                if exact_number(node, "value") != value or node.get("stage") != expected:
                    raise Broken(f"the value {decimal_text(value)} should reach '{expected}'\n"
                                 f"  bands: {shown(methods_of(model)[place]['overall'])}\n"
                                 f"  found: {shown(node.get('stage'))}")
            return missed is not None
        return False


class WrongBoundary(Boundary):
    at = HAIR


LAWS = (Weights, Order, Respondents, Teams, Yaml, NotApplicable, Better, Boundary)
WRONG = (WrongWeights, WrongOrder, WrongRespondents, WrongTeams, WrongYaml, WrongNotApplicable,
         WrongBetter, WrongBoundary)


def check(law, path, root, seed, index):
    """Whether the case exercised the law, and how it breaks it or None."""
    name = f"case-{index}"
    folder = root / law.__name__ / name
    folder.mkdir(parents=True, exist_ok=True)
    case = random_case(f"{seed}/{law.__mro__[-2].__name__}/{index}", name)
    try:
        return law().exercised(random.Random(f"{seed}/{index}"), case,
                               Program(path, folder)), None
    except Broken as broken:
        return True, str(broken)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="the stagecraft that is to hold the laws")
    parser.add_argument("--count", type=int, default=90, help="how many cases per law (90)")
    parser.add_argument("--seed", default="1", help="what the cases are made from (1)")
    parser.add_argument("--selftest", action="store_true", help="whether broken laws are noticed")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="where to leave the files")
    return parser.parse_args()


def is_held(law, results):
    """Prints how a law fared; whether it was exercised often enough and never broken."""
    exercised = sum(bool(one) for one, _ in results)
    broken = [(index, wrong) for index, (_, wrong) in enumerate(results) if wrong is not None]
    print(f"{law.__name__:14} exercised {exercised} times in {len(results)} cases, "
          f"broken {len(broken)} times: {law.__doc__}")
    for index, wrong in broken[:SHOWN_FAILURES]:
        print(f"  case {index}: {wrong}")
    if exercised < LEAST_EXERCISED:
        print(f"  exercised too seldom: at least {LEAST_EXERCISED} times are needed")
    return not broken and exercised >= LEAST_EXERCISED


def is_noticed(law, results):
    """Prints how often a wrong change was noticed. A run that failed is no such notice."""
    noticed = sum(wrong is not None and not wrong.startswith("exit code") for _, wrong in results)
    print(f"{law.__name__:18} noticed {noticed} times in {len(results)} cases")
    return noticed > 0


def main():
    options = read_options()
    laws, judged = (WRONG, is_noticed) if options.selftest else (LAWS, is_held)
    verdicts = Counter()
    with contextlib.ExitStack() as stack:
        root = options.keep or pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pool = stack.enter_context(ProcessPoolExecutor(min(4, os.cpu_count())))
        waiting = [(law, [pool.submit(check, law, options.program, root, options.seed, index)
                          for index in range(options.count * getattr(law, "times", 1))])
                   for law in laws]
        for law, futures in waiting:
            verdicts[judged(law, [one.result() for one in futures])] += 1
    print(f"{verdicts[True]} passed, {verdicts[False]} failed")
    sys.exit(0 if verdicts[False] == 0 else 1)


if __name__ == "__main__":
    main()
