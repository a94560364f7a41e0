"""The tree of a method, what its nodes are worth and the stages they reach: scoring.md, sections
3 to 5. Section 6 (interval.py) uses the same ways of taking values together."""

from dataclasses import dataclass, field
from fractions import Fraction

from exact import is_number, median, number
from worth import HUNDRED, ONE, ZERO

STAGE_RULES = ("bands", "prerequisites", "stage")


@dataclass
class Node:
    """The whole (`id` None) or a pillar, with what hangs on it. `inside` are all contributions in
    it and below, in the order of the questions."""
    id: str | None
    weight: Fraction
    rule: dict
    inside: list = field(default_factory=list)
    contributions: list = field(default_factory=list)
    pillars: list = field(default_factory=list)

    def nodes(self):
        """This node and all below, parents before children."""
        return [self] + [node for pillar in self.pillars for node in pillar.nodes()]


@dataclass
class Outcome:
    """What came out for a node. `value` and `stage` are also there where they are withheld.
    `stage` is a number counted from 1, and 0 for a node below the first stage."""
    state: str
    value: Fraction | None
    stage: int | None
    coverage: Fraction


@dataclass
class Part:
    """A child, or with `over: questions` a contribution below. `value` None: left out."""
    weight: Fraction
    value: Fraction | None
    contribution: object = None
    pillar: str | None = None


def written_rule(method, pillar):
    """The keys of the rule of a pillar, before defaults (model-format.md, scoring)."""
    inner = method.get("pillars", {"by": "mean"})
    base = inner if pillar.get("pillars") else method.get("leaf_pillars", inner)
    own = method.get("nodes", {}).get(pillar["id"], {})
    kept = base
    if any(key in own for key in STAGE_RULES):
        kept = {key: entry for key, entry in base.items() if key not in STAGE_RULES}
    return {**kept, **own}


def complete(rule):
    """A rule with its defaults."""
    by = "none" if "prerequisites" in rule else "mean"
    return {"by": by, "at_least": ONE, "over": "children", **rule}


def build_tree(model, method, contributions):
    """Section 3. `contributions` are those of the method, in the order of the questions."""
    def hang(node, pillars):
        node.contributions = [one for one in contributions if one.pillar == node.id]
        for pillar in pillars:
            rule = complete(written_rule(method, pillar))
            weight = number(rule.get("weight", pillar.get("weight", 1)))
            node.pillars.append(hang(Node(pillar["id"], weight, rule), pillar.get("pillars", [])))
        reached = {inner.id for inner in node.nodes()}
        node.inside = [one for one in contributions if one.pillar in reached]
        return node
    return hang(Node(None, ONE, complete(method["overall"])), model.get("pillars", []))


def combine(rule, weighted):
    """The table of `by`, over pairs of value and weight; None without any."""
    by, values = rule["by"], [value for value, _ in weighted]
    if by == "count":
        return Fraction(sum(value >= number(rule["at_least"]) for value in values))
    if by == "sum":
        return sum(values, ZERO)
    if not values or by == "none":
        return None
    if by == "mean":
        return sum(values, ZERO) / len(values)
    if by == "weighted-mean":
        return sum((v * w for v, w in weighted), ZERO) / sum((w for _, w in weighted), ZERO)
    return {"median": median, "min": min, "max": max}[by](values)


def stage_of_value(rule, value, stage_ids):
    """Section 5, bands and `stage`. None where the rule gives no stage."""
    if value is None:
        return None
    if "bands" in rule:
        reached = [band for band in rule["bands"] if number(band["from"]) <= value]
        return stage_ids.index(reached[-1]["stage"]) + 1
    if "stage" in rule:
        return min(max(int(value // 1), 0), len(stage_ids))
    return None


def share(question, value):
    if question.highest == question.lowest:
        return ONE
    return (value - question.lowest) / (question.highest - question.lowest)


@dataclass
class Pool:
    """What a stage asks for in a node: pairs of share and weight. `only_open`: there was something,
    and all of it is open under `skip`."""
    shares: list = field(default_factory=list)
    some_open: bool = False

    @property
    def only_open(self):
        return self.some_open and not self.shares

    def at_least(self, percent):
        """Whether the fulfilment is reached; nothing asked or nothing applicable holds."""
        if not self.shares:
            return not self.only_open
        return self.fulfilment() >= percent

    def fulfilment(self):
        if not self.shares:
            return None
        total = sum((weight for _, weight in self.shares), ZERO)
        return HUNDRED * sum((one * weight for one, weight in self.shares), ZERO) / total


def joined(pools):
    return Pool([pair for pool in pools for pair in pool.shares],
                any(pool.some_open for pool in pools))


def climb(rule, pools, stage_ids):
    """Section 5, prerequisites: the number of the stage reached. `pools` is by stage number."""
    entries = {stage_ids.index(entry["stage"]) + 1: entry["needs"]
               for entry in rule["prerequisites"]}

    def pool(stage):
        return pools.get(stage, Pool())

    def holds(stage):
        if stage not in entries:
            return True
        needs = entries[stage]
        if isinstance(needs, dict):
            return all(pool(stage_ids.index(name) + 1).at_least(number(percent))
                       for name, percent in needs.items())
        if is_number(needs):
            return joined([pool(n + 1) for n in range(stage)]).at_least(number(needs))
        return all(pool(n + 1).at_least(HUNDRED) for n in range(stage))

    for stage in range(1, len(stage_ids) + 1):
        if not holds(stage):
            return stage - 1
    return len(stage_ids)


class Evaluation:
    """Sections 4 and 5 for one method over the standings of its questions."""

    def __init__(self, method, questions, standings, stage_ids):
        self.policy = method.get("unanswered", "lowest")
        self.enough = number(method.get("enough", 0))
        self.questions = questions
        self.standings = standings
        self.stage_ids = stage_ids
        self.outcomes = {}

    def is_settled(self, question):
        standing = self.standings[question]
        return standing.state == "answered" or (
            standing.state == "not-asked" and standing.value is not None)

    def taken(self, question):
        """What a contribution counts with, or None where it is left out (section 4, 1 to 3)."""
        if self.is_settled(question):
            return self.standings[question].value
        if self.standings[question].open and self.policy == "lowest":
            return self.questions[question].lowest
        return None

    def coverage(self, inside):
        asked = {one.question for one in inside}
        answered = sum(self.standings[one].state == "answered" for one in asked)
        missing = sum(self.standings[one].open for one in asked)
        return Fraction(answered, answered + missing) if answered + missing else ONE

    def state(self, node, inside, coverage):
        """The first row of the table of section 4 that fits."""
        settled = any(self.is_settled(one.question) for one in inside)
        missing = any(self.standings[one.question].open for one in inside)
        if not inside:
            return "empty"
        if not settled and not missing:
            return "not-applicable"
        if self.policy == "void" and missing:
            return "void"
        if self.policy == "skip" and not settled:
            return "open"
        if coverage * HUNDRED < self.enough:
            return "too-few-answers"
        return "no-number" if node.rule["by"] == "none" else "scored"

    def pillar_value(self, node, pillar):
        outcome = self.outcomes[pillar.id]
        if node.rule["over"] == "stages":
            return None if outcome.stage is None else Fraction(outcome.stage)
        return outcome.value

    def parts(self, node):
        """What a node is made of, in order."""
        over_questions = node.rule["over"] == "questions"
        places = node.inside if over_questions else node.contributions
        parts = [Part(one.weight, self.taken(one.question), contribution=one) for one in places]
        if not over_questions:
            parts += [Part(pillar.weight, self.pillar_value(node, pillar), pillar=pillar.id)
                      for pillar in node.pillars]
        return parts

    def pools(self, inside):
        """Section 5: what each stage asks for and how far it is fulfilled."""
        pools = {}
        for one in inside:
            if one.stage is None:
                continue
            pool = pools.setdefault(one.stage, Pool())
            value = self.taken(one.question)
            if value is not None:
                pool.shares.append((share(self.questions[one.question], value), one.weight))
            pool.some_open |= self.standings[one.question].open
        return pools

    def evaluate(self, node):
        """Fills `outcomes` for the node and all below."""
        for pillar in node.pillars:
            self.evaluate(pillar)
        inside = node.inside
        coverage = self.coverage(inside)
        state = self.state(node, inside, coverage)
        value = stage = None
        if state in ("scored", "too-few-answers", "no-number"):
            value = combine(node.rule, [(part.value, part.weight) for part in self.parts(node)
                                        if part.value is not None])
            if "prerequisites" in node.rule:
                stage = climb(node.rule, self.pools(inside), self.stage_ids)
            else:
                stage = stage_of_value(node.rule, value, self.stage_ids)
        self.outcomes[node.id] = Outcome(state, value, stage, coverage)
