// The shortest list of answers that would raise the stage of the whole.
//
// A list gives an answer to each of some questions, in place of all that was said to them, by teams
// and respondents too. Everything else stays as it is. A question that does not apply is never in a
// list; one that is not asked can be, together with the question that its condition names. Where
// there is no stage now, or the last one is reached, there is no list.
//
// The shortest list has the fewest questions. Of several, it is the one whose questions come first
// when the questions are ordered by how much of their range they have now (open ones have nothing),
// least first, and then as in the model. Then each answer of the list, in the model's order, is
// replaced by the one with the least value that still raises the stage. Numbers are tried at their
// ends, at and around the points of their map, and on a grid: scales and per cent at whole numbers,
// others in hundredths of their range. Lists are given in the model's order.
//
// Lists are tried by their length. A question that no condition names is tried with its greatest
// value alone, because no rule lets a stage fall when a value rises; any other with the greatest
// value of each way to meet the conditions. Of questions that count towards the same things in the
// same range, those that have less are taken first, because with them the result is never lower.
//
// If `budget` trials do not suffice, the list is found by answering everything at its best and then
// taking back what is not needed, and it is not proven to be the shortest.

import {
  add, compare, decimal, divide, fractionText, multiply, one, subtract, whole, zero,
} from './fraction.js';
import { accept, holds, standingAs, standings } from './question.js';
import { evaluate, openly, saidOf } from './score.js';

const steps = 100, mostSubsets = 6, decimals = 20;

/** All subsets of a short list, the shorter ones and those of earlier items first; of a long one
 * the beginnings of `best`, in the order of the list.
 * @type {(list: string[], best: string[]) => string[][]} */
function subsets(list, best) {
  if (list.length > mostSubsets) {
    return [list.length, ...list.keys()].map((_, count) =>
      list.filter((item) => best.indexOf(item) < count));
  }
  /** @type {(from: number, count: number) => string[][]} */
  const some = (from, count) => (count ? list.slice(from).flatMap((item, at) =>
    some(from + at + 1, count - 1).map((rest) => [item, ...rest])) : [[]]);
  return [list.length, ...list.keys()].flatMap((_, count) => some(0, count));
}

/** The answers that are tried, by ascending value, and whether they are all that can be given.
 * @type {(question: Question, bounds: Fraction[], model: Model) =>
 *   {choices: Choice[], all: boolean}} */
function choicesOf(question, bounds, model) {
  const { type, options, from, to, step, worths } = question, range = subtract(to, from);
  const fine = type === 'percent' || (step !== null && compare(range, whole(steps)) <= 0);
  const count = fine ? Number(range.n) : steps, width = divide(range, whole(count || 1));
  const grid = Array.from({ length: count }, (_, at) => add(from, multiply(width, whole(at))));
  const texts = [...grid, ...worths, ...bounds].sort(compare)
    .map((worth) => decimal(worth, decimals));
  const byValue = [...options].sort(([, a], [, b]) => compare(b ?? zero, a ?? zero));
  /** @type {(string | string[])[]} */
  const answers = type === 'several' ? subsets([...options.keys()], byValue.map(([key]) => key))
    : options.size ? [...options.keys()] : [...new Set(texts)];
  const choices = answers.flatMap((answer) => {
    const given = accept(question, answer, model.source);
    return given ? { answer, given } : [];
  });
  return {
    choices: choices.sort((a, b) => compare(a.given.value, b.given.value)),
    all: type === 'several' ? options.size <= mostSubsets
      : options.size > 0 || (fine && step !== null),
  };
}

/** Whether an answer meets a condition. @type {(condition: Condition, given: Given) => boolean} */
const meets = (condition, given) =>
  holds(condition, standingAs('answered', [given], false, {})) === true;

/** The questions whose answers may change, in the order in which they are tried.
 * @type {(model: Model, method: Method, now: Standings) => Candidate[]} */
function candidatesOf(model, method, now) {
  const found = standings(model, now);
  const named = new Set(method.whole.questions);
  for (const { condition } of named) {  // grows while it is gone through
    const other = condition && model.questions.get(condition.question);
    if (other) named.add(other);
  }
  const conditions = [...named].flatMap(({ condition }) => condition ?? []);
  const candidates = [...model.questions.values()].flatMap((question) => {
    const standing = found.get(question), { id, lowest, highest } = question;
    if (!named.has(question) || !standing || standing.state === 'not-applicable') return [];
    const naming = conditions.filter((condition) => condition.question === id);
    const bounds = naming.flatMap(({ atLeast, atMost }) => [atLeast ?? [], atMost ?? []].flat())
      .flatMap((bound) => [subtract(bound, one), bound, add(bound, one)]);
    const { choices, all } = choicesOf(question, bounds, model);
    /** @type {Map<string, Choice>} */
    const tried = new Map();
    for (const choice of choices) {  // they ascend; of equal ones the first stays
      const way = naming.map((condition) => meets(condition, choice.given)).join();
      const before = tried.get(way);
      if (!before || compare(before.given.value, choice.given.value)) tried.set(way, choice);
    }
    const { state, role, open, conditional, value = lowest } = standing;
    const had = role === 'settled' ? value : lowest, free = !naming.length && !question.condition;
    const done = state === 'answered' && !open && !conditional && !compare(had, highest);
    if (done && !naming.length) return [];
    const targets = method.whole.all.filter((contribution) => contribution.question === question)
      .map(({ pillar, stage, weight }) => [pillar, stage, fractionText(weight)]);
    const range = subtract(highest, lowest), ends = [lowest, highest].map(fractionText);
    return {
      question, choices, tried: [...tried.values()], free, all: all || !naming.length,
      open: role === 'open', share: range.n ? divide(subtract(had, lowest), range) : zero,
      kind: free ? JSON.stringify([targets, role, open, ends]) : id,
    };
  });
  return candidates.sort((a, b) => compare(a.share, b.share));
}

/** The shortest list of answers that would raise the overall stage by a method of `model`.
 * @type {(model: Model, method: Method, assessment: AssessmentJson, budget?: number) => Changes} */
export function changesUpward(model, method, assessment, budget = 2000) {
  const now = saidOf(model, method, assessment), stages = model.stages.length;
  const candidates = candidatesOf(model, method, now);
  let trials = 0;
  /** @type {(list: Picked[]) => number | undefined} */
  const stageWith = (list) => {
    trials++;
    const changed = new Map(now);
    for (const { candidate: { question }, choice: { given } } of list) {
      const { value } = given, values = { value, worst: value, best: value };
      changed.set(question, standingAs('answered', [given], false, values));
    }
    const setting = { found: standings(model, changed), method, stages };
    return openly(evaluate(method.whole, setting, ['value'])).stage;
  };
  const present = stageWith([]);
  if (present === undefined || present === stages) return { changes: [], proven: true, trials };
  const raises = (/** @type {Picked[]} */ list) => (stageWith(list) ?? 0) > present;
  const best = candidates.map((candidate) => ({ candidate, choice: candidate.tried.reduce(
    (a, b) => (compare(b.given.value, a.given.value) > 0 ? b : a)) }));
  const plain = candidates.every(({ free }) => free) && method.unanswered !== 'skip';
  if (plain && !raises(best)) return { changes: [], proven: true, trials };

  /** The first list with `more` further questions, from the candidate `from` on; null: there is
   * none, undefined: the budget is used up.
   * @type {(more: number, from: number, list: Picked[], skipped: Set<string>) =>
   *   Picked[] | null | undefined} */
  const search = (more, from, list, skipped) => {
    if (!more) return trials >= budget ? undefined : raises(list) ? list : null;
    const passed = new Set(skipped);
    for (let at = from; at <= candidates.length - more; at++) {
      const candidate = candidates[at];
      if (passed.has(candidate.kind)) continue;
      for (const choice of candidate.tried) {
        const found = search(more - 1, at + 1, [...list, { candidate, choice }], passed);
        if (found !== null) return found;
      }
      passed.add(candidate.kind);
    }
    return null;
  };
  /** @type {Picked[] | null | undefined} */
  let shortest = null;
  for (let length = 1; shortest === null && length <= candidates.length; length++) {
    shortest = search(length, 0, [], new Set());
  }
  const proven = shortest !== undefined
    && (shortest?.length === 1 || candidates.every(({ all }) => all));
  const list = shortest === undefined ? takenBack(best, raises) : shortest ?? [];
  if (!list.length) return { changes: [], proven, trials };

  const order = [...model.questions.values()];
  list.sort((a, b) => order.indexOf(a.candidate.question) - order.indexOf(b.candidate.question));
  for (const [at, { candidate, choice }] of list.entries()) {
    const less = candidate.choices
      .filter(({ given }) => compare(given.value, choice.given.value) < 0);
    const fits = (/** @type {Choice} */ other) => raises(list.map((picked, index) => (
      index === at ? { candidate, choice: other } : picked)));
    const modest = candidate.free ? firstThat(less, fits) : less.find(fits);
    if (modest) list[at] = { candidate, choice: modest };
  }
  const stage = stageWith(list);
  return {
    ...stage && { stage: model.stages[stage - 1] }, proven, trials,
    changes: list.map(({ candidate: { question: { id } }, choice: { answer } }) => (
      { question: id, answer })),
  };
}

/** All answers, or all but those to open questions, less what is not needed; empty if neither
 * raises the stage. @type {(best: Picked[], raises: (list: Picked[]) => boolean) => Picked[]} */
function takenBack(best, raises) {
  const starts = [best, best.filter(({ candidate: { open } }) => !open)];
  const start = starts.find(raises) ?? [];
  return start.reduceRight((/** @type {Picked[]} */ list, picked) => {
    const without = list.filter((other) => other !== picked);
    return raises(without) ? without : list;
  }, start);
}

/** The first in a list in which all after the first one fit that fits. @template T
 * @param {T[]} list @param {(item: T) => boolean} fits @returns {T | undefined} */
function firstThat(list, fits) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(list[middle])) high = middle;
    else low = middle + 1;
  }
  return list[low];
}
