// The record of a score, as the program writes it; content/docs/scoring.md describes it.

import { compare, decimal, fractionText, number } from './fraction.js';
import { standings } from './question.js';
import { evaluate, fulfilment, openly, saidOf, standingOf } from './score.js';

/** A number of a record: as it is shown and, where that is not all of it, as a fraction.
 * @template {string} K
 * @param {K} key @param {Fraction | undefined} value @param {number} digits
 * @returns {{[key in K | `${K}_exact`]?: string}} */
function shown(key, value, digits) {
  if (!value) return {};
  const text = decimal(value, digits), rest = compare(number(text), value) !== 0;
  return /** @type {any} */ (
    { [key]: text, ...rest && { [`${key}_exact`]: fractionText(value) } });
}

/** @type {(model: Model, stage?: number) => Pick<ResultRecord, 'stage' | 'below_first'>} */
const stageRecord = ({ stages }, stage) =>
  (stage ? { stage: stages[stage - 1] } : stage === 0 ? { below_first: true } : {});

/** A list of a record; one without entries does not exist.
 * @template {string} K @template V @param {K} key @param {V[]} list
 * @returns {{[key in K]?: V[]}} */
const listed = (key, list) => /** @type {any} */ (list.length ? { [key]: list } : {});

/** @type {(outcome: Outcome, setting: Setting, model: Model) => NodeRecord} */
function nodeRecord(outcome, setting, model) {
  const { node, state, counts, coverage, conditional, worst, best } = outcome;
  const { digits } = setting.method;
  const result = (/** @type {Result} */ { value, stage }) =>
    ({ ...shown('value', value, digits), ...stageRecord(model, stage) });
  const fulfilled = model.stages.flatMap((stage, index) => {
    const asked = node.all.filter((contribution) => contribution.stage === index + 1);
    const { percent } = fulfilment(asked, setting, 'value');
    return asked.length ? { stage, ...shown('percent', percent, 2) } : [];
  });
  const parts = outcome.parts.map(({ question, pillar, stage, weight, value }) => ({
    ...question ? { question } : { pillar }, ...stageRecord(model, stage),
    ...shown('weight', weight, digits), ...shown('value', value, digits),
    ...!value && { left_out: /** @type {const} */ (true) },
  }));
  return {
    ...node.id && { pillar: node.id }, state, ...result(openly(outcome)),
    ...worst && best && (worst.value || worst.stage !== undefined)
      && { worst: result(worst), best: result(best), bound: conditional ? 'outer' : 'exact' },
    counts: Object.fromEntries(Object.entries(counts)
      .map(([key, count]) => [key.replace('-', '_'), count])),
    ...shown('coverage', coverage, 2), ...listed('fulfilment', fulfilled),
    ...listed('parts', parts),
  };
}

/** @type {(question: Question, standing: Standing, digits: number) => QuestionRecord} */
function questionRecord({ id }, { state, role, value, worst, best, open, conditional }, digits) {
  const undecided = open || conditional;
  return {
    id, state, ...role === 'settled' && shown('value', value, digits),
    ...undecided && { ...shown('worst', worst, digits), ...shown('best', best, digits) },
    ...conditional && { conditional },
  };
}

/** A node's outcome and those below. @type {(top: Outcome) => Outcome[]} */
const inOrder = (top) => [top, ...top.below.flatMap(inOrder)];

/** The record of an assessment that was loaded without mistakes. Numbers are decimal texts in it.
 * @type {(model: Model, assessment: AssessmentJson) => ScoreRecord} */
export function score(model, assessment) {
  const { id, title, version } = model.source, { subject, date } = assessment;
  /** @type {(number | undefined)[]} */
  const reached = [];
  const methods = model.methods.map((method) => {
    const { source, digits } = method;
    const found = standings(model, saidOf(model, method, assessment));
    const setting = { found, method, stages: model.stages.length };
    const outcome = evaluate(method.whole, setting, ['value', 'worst', 'best']);
    reached.push(openly(outcome).stage);
    return {
      id: source.id, title: source.title, rule: source.rule,
      questions: method.whole.questions
        .map((question) => questionRecord(question, standingOf(setting, question), digits)),
      nodes: inOrder(outcome).map((each) => nodeRecord(each, setting, model)),
    };
  });
  const disagreements = methods.flatMap((method, index) => {
    const [first] = reached, stage = reached[index];
    return first === undefined || stage === undefined || stage === first ? []
      : { method: method.id, ...stageRecord(model, stage) };
  });
  return {
    schema: 'stagecraft/score/1', model: { id, title, version },
    ...subject && { subject: { id: subject.id, name: subject.name } }, ...date && { date },
    methods, ...listed('disagreements', disagreements),
  };
}

/** The record as JSON, with numbers in place of their texts. */
export const recordText = (/** @type {ScoreRecord} */ record) => JSON.stringify(record)
  .replace(/"(value|worst|best|coverage|percent|weight)":"([-\d.]+)"/g, '"$1":$2');
