"""What to do and when: content/docs/roadmap.md. `roadmap_records(model, assessment, record, kpis)`
gives the members `ways`, `roadmap` and `schedule`."""

import calendar
import datetime
from dataclasses import dataclass, field

from exact import number
from kpis import above, parents_of, stage_of
from standing import first_day, last_day
from worth import read_question

DAY = datetime.timedelta(days=1)
END_OF_TIME = datetime.date(2199, 12, 31)


def date(text):
    return datetime.date.fromisoformat(text)


def plus(day, days):
    return min(END_OF_TIME, day + DAY * days) if days < 110000 else END_OF_TIME


def months_on(day, months):
    """The same day `months` later, which may lie beyond the end of time."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def plus_months(day, months):
    return min(END_OF_TIME, months_on(day, months))


def end_of(first, duration):
    """The last day of a duration, planned at its upper end."""
    count = int(number(duration.get("to", duration["from"])))
    unit = duration.get("unit", "weeks")
    if unit == "months":
        return min(END_OF_TIME, months_on(first, count) - DAY)
    days = {"hours": -(-count // 24), "days": count, "weeks": 7 * count}[unit]
    return plus(first, days - 1)


@dataclass
class Way:
    """From one stage to a higher one, both as places in the ladder."""
    pillar: str | None
    start: int
    end: int
    by: str | None


@dataclass
class Step:
    """A step of the ladder (`place` counts from 0) or a phase."""
    place: int | None
    phase: str | None = None
    open: list = field(default_factory=list)
    satisfied: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    deferred: list = field(default_factory=list)
    without: list = field(default_factory=list)


class Roadmap:
    """The roadmap of one assessment."""

    def __init__(self, model, assessment, record, kpis):
        self.model, self.assessment, self.record = model, assessment, record
        self.gaps = {kpi["id"]: kpi for kpi in kpis}
        self.stages = [stage["id"] for stage in model.get("stages", [])]
        self.parents = parents_of(model)
        self.actions = model.get("actions", [])
        self.decisions = assessment.get("actions", {})
        self.deferrals = assessment.get("deferred", [])
        self.highest = self.highest_questions()
        self.ways, self.reached = self.find_ways()
        self.steps = self.ladder() if self.stages else self.phases()

    def highest_questions(self):
        """Answered, with the highest value, by the first method that looks at the question."""
        found = {}
        declared = {one["id"]: read_question(one, self.model)
                    for one in self.model.get("questions", [])}
        for method in self.record["methods"]:
            for one in method["questions"]:
                exact = number_of(one)
                found.setdefault(one["id"], one["state"] == "answered" and
                                 exact == declared[one["id"]].highest)
        return {name for name, is_highest in found.items() if is_highest}

    def find_ways(self):
        target = self.assessment.get("target", {})
        own = target.get("pillars", {})
        current = stage_of(self.record)
        wanted = []
        if current is not None and "stage" in target:
            wanted.append((None, current, target["stage"], target.get("by")))
        for pillar in self.parents:
            aim, start = own.get(pillar), stage_of(self.record, pillar)
            if current is None:
                heirs = [own[one] for one in above(self.parents, pillar) if one in own]
                aim = heirs[0] if heirs else target if "stage" in target else None
            elif start is None:
                start = current
            if aim is not None and start is not None:
                wanted.append((pillar, start, aim["stage"], aim.get("by", target.get("by"))))
        ways, reached = [], set()
        for pillar, start, end, by in wanted:
            start, end = self.stages.index(start), self.stages.index(end)
            if start < end:
                ways.append(Way(pillar, start, end, by))
            elif pillar is not None:
                reached.add(pillar)
        return ways, reached

    def ways_taking(self, action):
        """The ways that an action belongs to and that take its step."""
        step = self.stages.index(action["from"])
        by_pillar = {way.pillar: way for way in self.ways}
        belongs = None
        for pillar in above(self.parents, action.get("pillar")):
            if pillar in by_pillar or pillar in self.reached:
                belongs = [by_pillar[pillar]] if pillar in by_pillar else []
                break
        if belongs is None:
            if None in by_pillar:
                belongs = [by_pillar[None]]
            else:
                belongs = [] if "pillar" in action else self.ways
        return [way for way in belongs if way.start <= step < way.end]

    def decision(self, action):
        return self.decisions.get(action["id"], {})

    def in_place(self, action):
        asked = action.get("satisfied_by", [])
        return (self.decision(action).get("status") == "done" or
                bool(asked) and all(name in self.highest for name in asked))

    def deferral(self, action):
        questions = action.get("satisfied_by", [])
        waiting = {one["question"] for one in self.deferrals if "question" in one}
        lacking = [name for name in questions if name not in self.highest]
        for one in self.deferrals:
            if one.get("action") == action["id"]:
                return one
            if "pillar" in one and one["pillar"] in above(self.parents, action.get("pillar")):
                return one
            if one.get("question") in questions and set(lacking) <= waiting:
                return one
        return None

    def put_action(self, step, action):
        decision = self.decision(action)
        if self.in_place(action):
            step.satisfied.append(action)
        elif "skip" in decision:
            step.skipped.append(action)
        elif decision.get("status") != "started" and self.deferral(action):
            step.deferred.append((action, self.deferral(action)))
        else:
            step.open.append(action)

    def judged(self, action, what):
        return int(number(self.decision(action).get(what, action[what])))

    def ordered(self, actions):
        left, done = list(actions), []
        while left:
            waiting = {action["id"] for action in left}
            free = [action for action in left if not waiting & set(action.get("depends_on", []))]
            best = min(free, key=lambda one: (-self.judged(one, "impact"),
                                              self.judged(one, "effort"), one["id"]))
            left.remove(best)
            done.append(best)
        return done

    def ladder(self):
        steps = []
        for place in range(len(self.stages) - 1):
            taking = [way for way in self.ways if way.start <= place < way.end]
            if not taking:
                continue
            step = Step(place)
            here = [one for one in self.actions if one["from"] == self.stages[place]]
            for action in here:
                if self.ways_taking(action):
                    self.put_action(step, action)
            step.open = self.ordered(step.open)
            covered = {pillar for one in here for pillar in above(self.parents, one.get("pillar"))}
            with_way = {way.pillar for way in self.ways}
            on_way = {way.pillar for way in taking}
            for pillar, parent in self.parents.items():
                by_whole = (None in on_way and parent is None and pillar not in with_way and
                            pillar not in self.reached)
                if (pillar in on_way or by_whole) and pillar not in covered:
                    step.without.append(pillar)
            steps.append(step)
        return steps

    def phases(self):
        steps = []
        phases = [one["id"] for one in self.model.get("phases", [])] + [None]
        by_id = {one["id"]: one for one in self.actions}

        def place(action):
            """The latest phase of the action and all that it depends on."""
            return max([phases.index(action.get("phase"))] +
                       [place(by_id[name]) for name in action.get("depends_on", [])])

        for index, phase in enumerate(phases):
            here = [one for one in self.actions if place(one) == index]
            step = Step(None, phase)
            for action in here:
                self.put_action(step, action)
            step.open = self.ordered(step.open)
            if here:
                steps.append(step)
        return steps

    def owner(self, action):
        return self.decision(action).get("owner") or action.get("owner")


def number_of(entry):
    from fractions import Fraction
    if "value" not in entry:
        return None
    return Fraction(entry.get("value_exact", entry["value"]))


class Dates:
    """When the open actions are taken."""

    def __init__(self, roadmap):
        self.roadmap = roadmap
        self.start = plus(date(last_day(roadmap.assessment["date"])), 1)
        self.order = [(step, action) for step in roadmap.steps for action in step.open]
        self.first, self.last, self.fixed, self.early = [], [], [], []
        for index in range(len(self.order)):
            self.date(index)

    def reason(self, later, earlier):
        (low, before), (high, after) = self.order[earlier], self.order[later]
        if before["id"] in after.get("depends_on", []):
            return "dependency"
        owner = self.roadmap.owner(after)
        if owner and owner == self.roadmap.owner(before):
            return "owner"
        if low is high:
            return None
        if not self.roadmap.stages:
            return "lower-step"
        mine, theirs = (self.roadmap.ways_taking(one) for one in (after, before))
        return "lower-step" if any(way in theirs for way in mine) else None

    def date(self, index):
        action = self.order[index][1]
        decision = self.roadmap.decision(action)
        running = decision.get("status") == "started"
        allowed = max([self.start] + [plus(self.last[other], 1) for other in range(index)
                                      if self.reason(index, other)])
        first = allowed
        if "start" in decision:
            first = date(first_day(decision["start"]))
        elif running and "end" not in decision:
            first = self.start
        if "end" in decision:
            last = date(last_day(decision["end"]))
            first = min(first, last)
        else:
            last = max(end_of(first, action["duration"]), self.start)
        given = "start" in decision or "end" in decision
        self.first.append(first)
        self.last.append(last)
        self.fixed.append(given or running)
        self.early.append(given and first < allowed)

    def horizon(self, index):
        for name, months in (("now", 3), ("next", 6)):
            if self.first[index] < plus_months(self.start, months):
                return name
        return "later"

    def late(self, index):
        if not self.roadmap.stages:
            return False
        ways = self.roadmap.ways_taking(self.order[index][1])
        if any(way.by is None for way in ways):
            return False
        return self.last[index] > max(date(last_day(way.by)) for way in ways)

    def critical_path(self):
        at = max(range(len(self.order)), key=lambda one: (self.last[one], -one))
        path = []
        while True:
            found = None
            if not self.fixed[at] and self.first[at] > self.start:
                for wanted in ("dependency", "owner", "lower-step"):
                    before = [other for other in range(at) if self.reason(at, other) == wanted and
                              plus(self.last[other], 1) == self.first[at]]
                    if before:
                        found = (before[0], wanted)
                        break
            entry = {"action": self.order[at][1]["id"]}
            if found:
                entry["waited_for"] = found[1]
            path.insert(0, entry)
            if not found:
                return path
            at = found[0]

    def quarters(self):
        def quarter(day):
            return day.year * 4 + (day.month - 1) // 3
        ends = [date(last_day(way.by)) for way in self.roadmap.ways if way.by]
        end = max(ends) if ends else plus_months(self.start, 18)
        first = quarter(min([self.start, *self.first]))
        listed = []
        for index in range(first, quarter(max([end, *self.last])) + 1):
            entry = {"quarter": f"{index // 4}-Q{index % 4 + 1}"}
            ids = [action["id"] for place, (_, action) in enumerate(self.order)
                   if quarter(self.first[place]) == index]
            if ids:
                entry["actions"] = ids
            listed.append(entry)
        return listed


def open_record(roadmap, dates, index, action, open_ids, needed):
    decision = roadmap.decision(action)
    by_id = {one["id"]: one for one in roadmap.actions}
    record = {"number": index + 1, "action": action["id"], "title": action["title"]}
    if "pillar" in action:
        record["pillar"] = action["pillar"]
    record["impact"] = roadmap.judged(action, "impact")
    record["effort"] = roadmap.judged(action, "effort")
    if roadmap.owner(action):
        record["owner"] = roadmap.owner(action)
    if decision.get("status") == "started":
        record["started"] = True
    if record["impact"] >= 4 and record["effort"] <= 2:
        record["quick_win"] = True
    if action["id"] in needed:
        record["foundation"] = True
    record["start"], record["end"] = str(dates.first[index]), str(dates.last[index])
    record["horizon"] = dates.horizon(index)
    if dates.early[index]:
        record["too_early"] = True
    if dates.late(index):
        record["late"] = True
    record["moves"] = [{"kpi": name, **{key: entry for key, entry in roadmap.gaps[name].items()
                                        if key.startswith("gap_to_target")}}
                       for name in action.get("moves", [])]
    record["settles"] = [name for name in action.get("satisfied_by", [])
                         if name not in roadmap.highest]
    record["not_secured"] = [name for name in action.get("depends_on", [])
                             if name not in open_ids and not roadmap.in_place(by_id[name])]
    return record


def step_record(roadmap, dates, step, numbers, open_ids, needed):
    record = {}
    if step.place is not None:
        record["from"] = roadmap.stages[step.place]
        record["to"] = roadmap.stages[step.place + 1]
    if step.phase is not None:
        record["phase"] = step.phase
    record["open"] = [open_record(roadmap, dates, numbers[action["id"]], action, open_ids, needed)
                      for action in step.open]
    for name in ("satisfied", "skipped"):
        record[name] = [{"action": one["id"], "title": one["title"]}
                        for one in getattr(step, name)]
    record["deferred"] = [{"action": one["id"], "title": one["title"], "reason": why["reason"],
                           "review": why["review"]} for one, why in step.deferred]
    record["without_actions"] = step.without
    return record


def roadmap_records(model, assessment, record, kpis):
    roadmap = Roadmap(model, assessment, record, kpis)
    dates = Dates(roadmap)
    numbers = {action["id"]: index for index, (_, action) in enumerate(dates.order)}
    needed = {name for _, action in dates.order for name in action.get("depends_on", [])}
    found = {"ways": [], "roadmap": [step_record(roadmap, dates, step, numbers, set(numbers),
                                                 needed) for step in roadmap.steps]}
    for way in roadmap.ways:
        entry = {} if way.pillar is None else {"pillar": way.pillar}
        entry.update({"from": roadmap.stages[way.start], "to": roadmap.stages[way.end]})
        if way.by:
            entry["by"] = way.by
        found["ways"].append(entry)
    if dates.order:
        found["schedule"] = {"start": str(dates.start), "end": str(max(dates.last)),
                             "quarters": dates.quarters(),
                             "critical_path": dates.critical_path()}
    return found
