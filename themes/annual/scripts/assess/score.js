// From answers to scores and stages: the tree, the rules, and the interval.

import {
  add, atLeast, divide, floor, greater, hundred, lesser, multiply, number, one, subtract, sum,
  together, whole, zero,
} from './fraction.js';
import { read, readQuestions } from './question.js';

// ---- a model made ready

/** `own` on top of `base`: what it leaves out is taken from there.
 * @type {(stages: string[], base: RuleJson, own?: RuleJson) => Rule} */
function readRule(stages, base, own = {}) {
  const replaced = own.bands || own.prerequisites || own.stage
    ? { bands: undefined, prerequisites: undefined, stage: undefined } : {};
  const { by, over = 'children', at_least: least = 1, bands, prerequisites, stage } =
    { ...base, ...replaced, ...own };
  const numberOf = (/** @type {string} */ id) => stages.indexOf(id) + 1;
  return {
    by: by ?? (prerequisites ? 'none' : 'mean'), over, atLeast: number(least), stage,
    bands: bands?.map((band) => ({ from: number(band.from), stage: numberOf(band.stage) })),
    prerequisites: prerequisites && new Map(prerequisites.map(({ stage: id, needs }) => [
      numberOf(id), needs === 'all' ? needs : typeof needs !== 'object' ? number(needs)
        : new Map(Object.entries(needs).map(([key, share]) => [numberOf(key), number(share)])),
    ])),
  };
}

/** @type {(source: MethodJson, model: Omit<Model, 'methods'>) => Method} */
function readMethod(source, { source: model, stages, questions }) {
  const { questions: listed = [], pillars = [] } = model;
  const chosen = source.questions?.length ? source.questions : [...questions.keys()];
  const asked = listed.filter(({ id }) => questions.has(id) && chosen.includes(id));
  const contributions = asked.flatMap((json) => {
    const question = /** @type {Question} */ (questions.get(json.id));
    const targets = json.counts_towards?.length ? json.counts_towards : [json];
    return targets.map(({ pillar, stage, weight = 1 }) => ({
      question, pillar, weight: number(weight),
      stage: stage ? stages.indexOf(stage) + 1 : undefined,
    }));
  });
  /** @type {(below: PillarJson[], rule: Rule, weight: Fraction, id?: string) => TreeNode} */
  const grow = (below, rule, weight, id) => {
    const nodes = below.map(({ id: pillar, pillars: inner = [], weight: share = 1 }) => {
      const own = source.nodes?.[pillar], shared = source.pillars ?? { by: 'mean' };
      const base = inner.length ? shared : source.leaf_pillars ?? shared;
      return grow(inner, readRule(stages, base, own), number(own?.weight ?? share), pillar);
    });
    const within = new Set([id, ...nodes.flatMap((node) => [...node.within])]);
    const all = contributions.filter(({ pillar }) => within.has(pillar));
    return {
      id, rule, weight, pillars: nodes, within, all,
      contributions: all.filter(({ pillar }) => pillar === id),
      questions: [...new Set(all.map(({ question }) => question))],
    };
  };
  const {
    unanswered = 'lowest', enough = 0, teams = 'mean', respondents = 'mean', digits = 2,
  } = source;
  return {
    source, whole: grow(pillars, readRule(stages, source.overall), one), unanswered, teams,
    respondents, enough: number(enough), digits: Number(digits),
  };
}

/** A model that was loaded without mistakes, made ready for scoring.
 * @type {(source: ModelJson) => Model} */
export function prepare(source) {
  const stages = (source.stages ?? []).map(({ id }) => id);
  const model = { source, stages, questions: readQuestions(source) };
  const methods = [source.scoring ?? []].flat().map((method) => readMethod(method, model));
  return { ...model, methods };
}

// ---- a node's worth

/** @type {(setting: Setting, question: Question) => Standing} */
export const standingOf = ({ found }, question) => /** @type {Standing} */ (found.get(question));

/** The value that a question takes part with; undefined: it is left out.
 * @type {(question: Question, setting: Setting, end: End) => Fraction | undefined} */
function taken(question, setting, end) {
  const standing = standingOf(setting, question), { role } = standing;
  if (end !== 'value') return standing[end];
  return role === 'settled' ? standing.value
    : role === 'open' && setting.method.unanswered === 'lowest' ? question.lowest : undefined;
}

/** @type {(node: TreeNode, below: Outcome[], setting: Setting, end: End) => Part[]} */
function partsOf({ rule: { over }, all, contributions }, below, setting, end) {
  const hanging = over === 'questions' ? all : contributions;
  const leaves = hanging.map(({ question, stage, weight }) => ({
    question: question.id, stage, weight, value: taken(question, setting, end),
    optional: standingOf(setting, question).optional,
  }));
  return over === 'questions' ? leaves : [...leaves, ...below.map((outcome) => {
    const { node: { id, weight }, optional } = outcome, { value, stage } = outcome[end] ?? {};
    const number = stage === undefined ? stage : whole(stage);
    return { pillar: id, weight, value: over === 'stages' ? number : value, optional };
  })];
}

/** @type {(list: {value: Fraction, weight: Fraction}[]) => Fraction} */
const weighted = (list) => divide(sum(list.map(({ value, weight }) => multiply(value, weight))),
  sum(list.map(({ weight }) => weight)));

/** The value that is made of `parts`; undefined if there are none.
 * @type {(rule: Rule, parts: Part[], end: End) => Fraction | undefined} */
function combine({ by, atLeast: least }, parts, end) {
  const here = /** @type {(Part & {value: Fraction})[]} */ (parts.filter(({ value }) => value));
  const loose = end === 'value' ? [] : here.filter(({ optional }) => optional);
  const certain = loose.length ? here.filter(({ optional }) => !optional) : here;
  const values = certain.map(({ value }) => value);
  let result = by === 'count' ? whole(values.filter((value) => atLeast(value, least)).length)
    : by === 'sum' ? sum(values) : !values.length ? undefined
    : by === 'weighted-mean' ? weighted(certain) : together(by, values);
  const worst = end === 'worst', further = worst ? lesser : greater;
  for (const { value } of loose) {
    result = !result ? value
      : by === 'count' ? add(result, !worst && atLeast(value, least) ? one : zero)
      : by === 'sum' ? add(result, further(value, zero)) : further(result, value);
  }
  return result;
}

/** How far `list` is fulfilled, in per cent, and whether something is left out for being open.
 * @type {(list: Contribution[], setting: Setting, end: End) =>
 *   {percent?: Fraction, open: boolean}} */
export function fulfilment(list, setting, end) {
  let open = false;
  const shares = list.flatMap(({ question, weight }) => {
    const { lowest, highest } = question, { role, optional } = standingOf(setting, question);
    const value = taken(question, setting, end), range = subtract(highest, lowest);
    if (!value) open ||= role === 'open';
    return !value ? [] : {
      weight, value: optional && end !== 'value' ? (end === 'best' ? one : zero)
        : range.n ? divide(subtract(value, lowest), range) : one,
    };
  });
  const none = !shares.length || (open && setting.method.unanswered === 'void');
  return none ? { open } : { open, percent: multiply(hundred, weighted(shares)) };
}

/** The number of the stage that is climbed to.
 * @type {(node: TreeNode, setting: Setting, end: End) => number} */
function climb({ all, rule: { prerequisites } }, setting, end) {
  /** @type {(from: number, to: number, least: Fraction) => boolean} */
  const reaches = (from, to, least) => {
    const asked = all.filter(({ stage = 0 }) => stage >= from && stage <= to);
    const { percent, open } = fulfilment(asked, setting, end);
    return percent ? atLeast(percent, least) : !open;
  };
  const met = (/** @type {Needs} */ needs, /** @type {number} */ top) => (
    needs === 'all' ? Array.from({ length: top }).every((_, i) => reaches(i + 1, i + 1, hundred))
      : needs instanceof Map ? [...needs].every(([stage, least]) => reaches(stage, stage, least))
      : reaches(1, top, needs));
  for (let stage = 1; stage <= setting.stages; stage++) {
    const needs = prerequisites?.get(stage);
    if (needs && !met(needs, stage)) return stage - 1;
  }
  return setting.stages;
}

/** @type {(rule: Rule, value: Fraction | undefined, stages: number) => number | undefined} */
function stageAt({ bands, stage }, value, stages) {
  if (!value || !(bands || stage)) return undefined;
  return bands ? bands.findLast(({ from }) => atLeast(value, from))?.stage
    : Math.max(0, Math.min(stages, Number(floor(value))));
}

const valueless = new Set(['empty', 'not-applicable', 'void', 'open']);

/** Scores a node and those below; `ends` says what of.
 * @type {(node: TreeNode, setting: Setting, ends: End[]) => Outcome} */
export function evaluate(node, setting, ends) {
  const { rule } = node, { unanswered, enough } = setting.method;
  const below = node.pillars.map((pillar) => evaluate(pillar, setting, ends));
  const counts = { answered: 0, unknown: 0, unanswered: 0, 'not-applicable': 0, 'not-asked': 0 };
  const here = node.questions.map((question) => standingOf(setting, question));
  for (const { state } of here) counts[state]++;
  const open = counts.unknown + counts.unanswered, seen = counts.answered + open;
  const coverage = seen ? divide(whole(counts.answered), whole(seen)) : one;
  const settled = here.some(({ role }) => role === 'settled');
  /** @type {NodeState} */
  const state = !here.length ? 'empty' : !settled && !open ? 'not-applicable'
    : unanswered === 'void' && open ? 'void' : unanswered === 'skip' && !settled ? 'open'
    : !atLeast(multiply(coverage, hundred), enough) ? 'too-few-answers'
    : rule.by === 'none' ? 'no-number' : 'scored';
  const possible = here.filter(({ best }) => best);
  /** @type {Outcome} */
  const outcome = {
    node, state, counts, coverage, below, parts: partsOf(node, below, setting, 'value'),
    conditional: here.some(({ conditional }) => conditional),
    optional: possible.length > 0 && possible.every(({ optional }) => optional),
  };
  for (const end of ends) {
    if (end === 'value' ? valueless.has(state) : !possible.length) continue;
    const parts = end === 'value' ? outcome.parts : partsOf(node, below, setting, end);
    const value = rule.by === 'none' ? undefined : combine(rule, parts, end);
    outcome[end] = { value, stage: rule.prerequisites ? climb(node, setting, end)
      : stageAt(rule, value, setting.stages) };
  }
  return outcome;
}

/** @type {(outcome: Outcome) => Result} */
export const openly = ({ state, value }) => (value && state !== 'too-few-answers' ? value : {});

/** How questions stand by what was said, before conditions.
 * @type {(model: Model, method: Method, assessment: AssessmentJson) => Standings} */
export const saidOf = (model, method, assessment) => new Map([...model.questions.values()]
  .map((question) => [question, read(question, assessment, method, model.source)]));
