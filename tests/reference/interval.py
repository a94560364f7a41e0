"""The worst and the best that open questions leave possible: scoring.md, section 6."""

from dataclasses import dataclass
from fractions import Fraction

from exact import number
from tree import Pool, climb, combine, share, stage_of_value
from worth import ONE, ZERO


@dataclass
class End:
    """One end of an interval. `stage` is 0 below the first stage."""
    value: Fraction | None
    stage: int | None


@dataclass
class Interval:
    worst: End
    best: End
    bound: str
    optional: bool

    def is_given(self):
        return self.worst.value is not None or self.worst.stage is not None


@dataclass
class Range:
    """What a child can turn out as."""
    worst: Fraction
    best: Fraction
    weight: Fraction
    optional: bool


def taken_together(rule, ranges):
    """Worst and best value of a node from those of its children."""
    certain = [one for one in ranges if not one.optional]
    optional = [one for one in ranges if one.optional]
    worst = combine(rule, [(one.worst, one.weight) for one in certain])
    best = combine(rule, [(one.best, one.weight) for one in certain])
    if rule["by"] == "none":
        return None, None
    for one in optional:
        if rule["by"] == "sum":
            worst += min(one.worst, ZERO)
            best += max(one.best, ZERO)
        elif rule["by"] == "count":
            best += 1 if one.best >= number(rule["at_least"]) else 0
        else:
            worst = one.worst if worst is None else min(worst, one.worst)
            best = one.best if best is None else max(best, one.best)
    return worst, best


class Intervals:
    """Section 6 for one method. `intervals` holds nothing for nodes that have none."""

    def __init__(self, questions, standings, stage_ids):
        self.questions = questions
        self.standings = standings
        self.stage_ids = stage_ids
        self.intervals = {}

    def range_of(self, contribution):
        """What a contribution can turn out as, or None where it is left out."""
        standing = self.standings[contribution.question]
        worst = standing.value if standing.worst is None else standing.worst
        best = standing.value if standing.best is None else standing.best
        if worst is None:
            return None
        return Range(worst, best, contribution.weight, standing.optional)

    def children(self, node):
        over = node.rule["over"]
        places = node.inside if over == "questions" else node.contributions
        ranges = [self.range_of(one) for one in places]
        if over != "questions":
            ranges += [self.range_of_pillar(pillar, over) for pillar in node.pillars]
        return [one for one in ranges if one is not None]

    def range_of_pillar(self, pillar, over):
        inner = self.intervals.get(pillar.id)
        if inner is None:
            return None
        ends = (inner.worst, inner.best)
        worst, best = (end.stage if over == "stages" else end.value for end in ends)
        if worst is None:
            return None
        return Range(Fraction(worst), Fraction(best), pillar.weight, inner.optional)

    def pools(self, inside, end):
        """The shares of the worst or the best case, by stage."""
        pools = {}
        for one in inside:
            reach = self.range_of(one)
            if one.stage is None or reach is None:
                continue
            if reach.optional:
                fulfilled = ZERO if end == "worst" else ONE
            else:
                fulfilled = share(self.questions[one.question], getattr(reach, end))
            pools.setdefault(one.stage, Pool()).shares.append((fulfilled, one.weight))
        return pools

    def evaluate(self, node):
        """Fills `intervals` for the node and all below."""
        for pillar in node.pillars:
            self.evaluate(pillar)
        inside = node.inside
        ranges = [reach for reach in map(self.range_of, inside) if reach is not None]
        if not ranges:
            return
        worst, best = taken_together(node.rule, self.children(node))
        if "prerequisites" in node.rule:
            stages = [climb(node.rule, self.pools(inside, end), self.stage_ids)
                      for end in ("worst", "best")]
        else:
            stages = [stage_of_value(node.rule, value, self.stage_ids) for value in (worst, best)]
        conditional = any(self.standings[one.question].conditional for one in inside)
        self.intervals[node.id] = Interval(End(worst, stages[0]), End(best, stages[1]),
                                           "outer" if conditional else "exact",
                                           all(reach.optional for reach in ranges))
