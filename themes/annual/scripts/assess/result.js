// What a result says: the readings of all methods, what is still possible, and what to do next.

import { add, atLeast, compare, hundred, multiply, number, whole } from './fraction.js';
import { evaluate, openly, saidOf } from './score.js';
import { standings } from './question.js';

const leastShare = whole(60), mostSteps = 3;

/** Whether too little is answered to say anything. @type {(outcome: Outcome) => boolean} */
const isThin = ({ coverage }) => !atLeast(multiply(coverage, hundred), leastShare);

/** Whether a value lies within 0.1 of a boundary between stages.
 * @type {(rule: Rule, value: Fraction | undefined, stages: number) => boolean} */
function isAtEdge({ by, bands, stage }, value, stages) {
  if (!value || by === 'count' || stage === 'chosen') return false;
  const edges = bands ? bands.slice(1).map(({ from }) => from)
    : stage ? Array.from({ length: stages - 1 }, (_, index) => whole(index + 2)) : [];
  const near = number('0.1');
  return edges.some((edge) => atLeast(add(value, near), edge) && atLeast(add(edge, near), value));
}

/** @type {(outcome: Outcome, method: Method, stages: number) => Reading} */
function readingOf(outcome, method, stages) {
  const { node, counts, worst, best, coverage } = outcome, thin = isThin(outcome);
  const { value, stage } = thin ? {} : openly(outcome);
  const open = counts.unknown + counts.unanswered;
  return {
    id: node.id, thin, value, stage, worst, best, open, coverage, counts, digits: method.digits,
    numbered: node.rule.by !== 'none',
    staged: !!(node.rule.bands || node.rule.stage || node.rule.prerequisites),
    edge: isAtEdge(node.rule, value, stages), byStage: !!node.rule.stage,
  };
}

/** The band or condition that the primary method states for a stage.
 * @type {(method: MethodJson, stage: string | undefined) => {meaning?: string}} */
export const messageOf = ({ overall }, stage) =>
  [...overall.bands ?? [], ...overall.prerequisites ?? []].find((each) => each.stage === stage) ?? {};

/** The readings of every method: of the whole, and of the pillars that it looks at.
 * @type {(model: Model, assessment: AssessmentJson) => MethodReading[]} */
export const readAll = (model, assessment) => model.methods.map((method) => {
  const stages = model.stages.length;
  const found = standings(model, saidOf(model, method, assessment));
  const top = evaluate(method.whole, { found, method, stages }, ['value', 'worst', 'best']);
  /** @type {(outcome: Outcome) => Outcome[]} */
  const inOrder = (outcome) => [outcome, ...outcome.below.flatMap(inOrder)];
  return {
    method, whole: readingOf(top, method, stages), found,
    pillars: inOrder(top).slice(1).filter(({ state }) => state !== 'empty')
      .map((outcome) => readingOf(outcome, method, stages)),
  };
});

/** Where a result lies on a scale: at its value or, without one, at the number of its stage.
 * @type {(result?: Result) => Fraction | undefined} */
export const placeOn = ({ value, stage } = {}) => value ?? (stage === undefined ? stage : whole(stage));

/** The lowest and the highest that the values of pillars can be, for a scale to draw them on.
 * @type {(reading: MethodReading, stages: number) => [Fraction, Fraction] | null} */
export function scaleOf({ method, pillars }, stages) {
  const byStage = pillars.some((pillar) => pillar.byStage || !pillar.numbered);
  const questions = method.whole.questions;
  if (!pillars.some(({ worst }) => placeOn(worst))) return null;
  const ends = pillars.flatMap(({ worst, best }) => [worst, best].flatMap((end) => placeOn(end) ?? []));
  const possible = byStage ? Array.from({ length: stages }, (_, index) => whole(index + 1)) : questions.flatMap(({ lowest, highest }) => [lowest, highest]);
  const all = [...ends, ...possible].sort(compare);
  return [all[0], all[all.length - 1]];
}

/** Whether every question that would satisfy an action has its highest value.
 * @type {(action: ActionJson, model: Model, found: Standings) => boolean} */
function isSatisfied({ satisfied_by: ids = [] }, model, found) {
  return ids.length > 0 && ids.every((id) => {
    const question = model.questions.get(id), standing = question && found.get(question);
    return question && standing?.role === 'settled' && !standing.open && standing.value
      && !compare(standing.value, question.highest);
  });
}

/** The first steps from the stage that was reached: those of the lowest pillar first.
 * @type {(model: Model, reading: MethodReading) => ActionJson[]} */
export function nextSteps(model, { whole: { stage }, pillars, found }) {
  const from = model.stages.length && stage !== undefined ? model.stages[Math.max(stage, 1) - 1] : '';
  if (model.stages.length && !from) return [];
  const worth = new Map(pillars.map((pillar) => [pillar.id, placeOn(pillar)]));
  /** @type {(a: ActionJson, b: ActionJson) => number} */
  const order = (a, b) => {
    const [left, right] = [a, b].map(({ pillar }) => worth.get(pillar));
    return (left && right ? compare(left, right) : left ? -1 : right ? 1 : 0)
      || Number(b.impact) - Number(a.impact) || Number(a.effort) - Number(b.effort)
      || (a.id < b.id ? -1 : 1);
  };
  const waiting = (model.source.actions ?? [])
    .filter((action) => (action.from ?? '') === from && !isSatisfied(action, model, found))
    .sort(order);
  /** @type {ActionJson[]} */
  const ordered = [];
  while (ordered.length < mostSteps && waiting.length) {
    const free = waiting.findIndex(({ depends_on: needs = [] }) =>
      !waiting.some(({ id }) => needs.includes(id)));
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered;
}
