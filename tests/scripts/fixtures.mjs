// Short ways to write models and assessments down, and to read records.
import { score } from '../../themes/annual/scripts/assess/record.js';
import { prepare } from '../../themes/annual/scripts/assess/score.js';

const five = ['one', 'two', 'three', 'four', 'five'].map((id) => ({ id }));

/** A model with five stages unless `parts` says otherwise. */
export const modelOf = (parts) => prepare({ id: 'm', title: 'M', version: '1', stages: five, ...parts });

/** A method with this rule for the whole. */
export const method = (overall, more = {}) => ({ id: 'x', title: 'X', rule: 'R', overall, ...more });

/** The record of a model with these parts, and an assessment with these answers. */
export const recordOf = (parts, answers, more = {}) => score(modelOf(parts), { date: '2026-09-15', answers, ...more });

export const questionOf = (record, id) => record.methods[0].questions.find((question) => question.id === id);
export const nodeOf = (record, pillar) => record.methods[0].nodes.find((node) => node.pillar === pillar);

/** `value` of a question as the only one of a sum, with more digits than any result here has. */
export const worthOf = (question, answer, parts = {}) => questionOf(recordOf({
  questions: [{ id: 'q', ...question }], scoring: method({ by: 'sum' }, { digits: 6 }), ...parts,
}, { q: answer }), 'q');

/** Value and stage of a node, and of its worst and best, as one line. */
export const line = ({ state, value, stage, below_first: below, worst, best, bound }) => {
  const one = (result) => (result ? `${result.value_exact ?? result.value ?? '-'} ${result.below_first ? 'below' : result.stage ?? '-'}` : 'none');
  return `${state}: ${one({ value, stage, below_first: below })}, ${one(worst)} to ${one(best)} ${bound}`;
};
