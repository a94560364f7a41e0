// The shortest list of answers that raises the stage, against hand-made cases and against trying
// every combination of answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesUpward } from '../../themes/annual/scripts/assess/changes.js';
import { score } from '../../themes/annual/scripts/assess/record.js';
import { method, modelOf } from './fixtures.mjs';

const bandsAt = (...from) => from.map((value, index) => ({ from: value, stage: ['one', 'two', 'three', 'four', 'five'][index] }));
const yesNo = (ids, more = {}) => [...ids].map((id) => ({ id, ...more }));

const listOf = (parts, answers, budget) => {
  const model = modelOf(parts);
  return changesUpward(model, model.methods[0], { answers }, budget);
};
const said = ({ stage, changes, proven }) => `${changes.map(({ question, answer }) => `${question}=${answer}`).join(' ')} → ${stage} ${proven ? 'proven' : 'not proven'}`;

test('a count needs as many answers as are missing, the first of the model', () => {
  const parts = { questions: yesNo('abcdefgh'), scoring: method({ by: 'count', bands: bandsAt(0, 3, 6) }) };
  assert.equal(said(listOf(parts, { a: 'yes', b: 'no', d: 'not-applicable', e: 'unknown' })), 'b=yes c=yes → two proven');
  assert.equal(said(listOf(parts, { a: 'yes', b: 'yes', c: 'yes' })), 'd=yes e=yes f=yes → three proven');
});

test('there is no list above the last stage, without a stage, or where no answer helps', () => {
  const count = { by: 'count', bands: bandsAt(0, 1) };
  const parts = { stages: [{ id: 'one' }, { id: 'two' }], questions: yesNo('ab'), scoring: method(count) };
  assert.equal(said(listOf(parts, { a: 'yes' })), ' → undefined proven');
  assert.equal(said(listOf({ ...parts, scoring: method(count, { unanswered: 'void' }) }, { a: 'no' })), ' → undefined proven');
  assert.equal(said(listOf({ ...parts, scoring: method({ by: 'count' }) }, { a: 'no' })), ' → undefined proven');
  assert.equal(said(listOf(parts, { a: 'not-applicable', b: 'not-applicable' })), ' → undefined proven');
});

test('answers are no better than they need to be', () => {
  const questions = [{ id: 's', type: 'scale' }, { id: 'p', type: 'percent', weight: 2, map: { points: [[0, 1], [100, 5]] } }];
  const parts = { questions, scoring: method({ by: 'weighted-mean', stage: 'fractional' }) };
  assert.equal(said(listOf(parts, { s: 1, p: 10 })), 's=4 → two proven');
  assert.equal(said(listOf(parts, { s: 5, p: 10 })), 'p=25 → three proven');
});

test('a gate is opened together with what lies behind it', () => {
  const ask = (id, on) => ({ id, asked_if: { question: on, answers: ['yes'] } });
  const questions = [{ id: 'gate', values: { yes: 0, no: 0 } }, ask('a', 'gate'), ask('b', 'a')];
  const parts = { questions, scoring: method({ by: 'sum', bands: bandsAt(0, 1, 2) }) };
  assert.equal(said(listOf(parts, { gate: 'no' })), 'gate=yes a=yes → two proven');
  assert.equal(said(listOf(parts, { gate: 'no', a: 'not-applicable' })), 'gate=yes a=yes → two proven'); // whatever is written
  assert.equal(said(listOf(parts, { gate: 'yes', a: 'yes' })), 'b=yes → three proven');
});

test('a branch can be left by an answer of less value', () => {
  const questions = [{ id: 'gate', type: 'scale' }, { id: 'a', type: 'scale', asked_if: { question: 'gate', at_least: 3 } }, { id: 'b', type: 'scale' }];
  const parts = { questions, scoring: method({ by: 'min', stage: 'fractional' }, { questions: ['a', 'b'] }) };
  assert.equal(said(listOf(parts, { gate: 5, a: 1, b: 4 })), 'a=2 → two proven');
});

test('under skip a question may be better left open', () => {
  const questions = [{ id: 'a', type: 'scale', to: 2 }, { id: 'b', type: 'scale' }];
  const parts = { questions, scoring: method({ by: 'mean', stage: 'fractional' }, { unanswered: 'skip' }) };
  assert.equal(said(listOf(parts, { b: 3 })), 'b=4 → four proven');
});

test('answers of teams and respondents give way to one answer', () => {
  const model = modelOf({ questions: [{ id: 'q', type: 'scale' }, { id: 'r', type: 'scale' }], scoring: method({ stage: 'fractional' }) });
  const assessment = { teams: [{ id: 't' }, { id: 'u' }], answers: { q: { teams: { t: 2, u: 3 } } }, respondents: [{ answers: { r: 2 } }, { answers: { r: 4 } }] };
  assert.equal(said(changesUpward(model, model.methods[0], assessment)), 'q=3 → three proven');
});

test('several answers are chosen as far as needed', () => {
  const answers = [{ id: 'x', value: 1 }, { id: 'y', value: 3 }, { id: 'z', value: -2 }];
  const parts = { questions: [{ id: 'q', type: 'several', answers }], scoring: method({ by: 'sum', bands: bandsAt(-2, 1, 4) }) };
  assert.equal(said(listOf(parts, { q: ['z'] })), 'q=x → two proven');
  assert.equal(said(listOf(parts, { q: ['y'] })), 'q=x,y → three proven');
});

test('a list that the budget cuts short is right and says that it is not proven', () => {
  const questions = Array.from({ length: 24 }, (_, index) => ({ id: `q${index}`, type: 'scale', weight: 1 + index * 0.01 }));
  const parts = { questions, scoring: method({ by: 'weighted-mean', stage: 'fractional' }) };
  const { stage, changes, proven, trials } = listOf(parts, Object.fromEntries(questions.map(({ id }) => [id, 1])), 50);
  assert.deepEqual([stage, proven], ['two', false]);
  assert.ok(changes.length >= 6 && changes.length <= 8, `${changes.length}`);
  assert.ok(trials < 150, `${trials}`);
});

// ---- against trying everything

/** Whole numbers below `n`, the same for the same seed. */
function dice(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
}

const overall = (model, answers) => {
  const { stage, below_first: below } = score(model, { answers }).methods[0].nodes[0];
  return below ? 0 : stage && model.stages.indexOf(stage) + 1;
};

/** The length of the shortest list among all combinations of these answers. */
function shortestOf(model, answers, choices, present) {
  let best = Infinity;
  const visit = (at, list, length) => {
    if (length >= best) return;
    if (at === choices.length) {
      if ((overall(model, list) ?? 0) > present) best = length;
      return;
    }
    const [id, possible] = choices[at];
    visit(at + 1, list, length);
    if (list[id] !== 'not-applicable') for (const answer of possible) visit(at + 1, { ...list, [id]: answer }, length + 1);
  };
  visit(0, answers, 0);
  return best;
}

function randomCase(roll) {
  const set = [{ id: 'x', value: -1 }, { id: 'y', value: 2 }, { id: 'z', value: 5 }];
  const types = [[{}, ['yes', 'no']], [{ type: 'choice', answers: set }, ['x', 'y', 'z']], [{ type: 'scale', to: 3 }, [1, 2, 3]],
    [{ type: 'several', answers: set.slice(0, 2) }, [[], ['x'], ['y'], ['x', 'y']]]];
  const questions = [], choices = [], answers = {};
  for (let index = 0; index < 4 + roll(2); index++) {
    const [type, possible] = types[roll(4)], id = `q${index}`, on = roll(3) ? null : choices[roll(index || 1)];
    const question = { id, ...type, weight: 1 + roll(2), ...roll(3) && { pillar: `p${roll(2)}` }, ...roll(2) && { stage: ['one', 'two', 'three'][roll(3)] } };
    if (on && index) {
      const answer = on[1][roll(on[1].length)];
      question.asked_if = { question: on[0], otherwise: roll(2) ? 'lowest' : 'exclude', ...typeof answer === 'number' ? { at_least: answer } : { answers: [answer].flat() } };
    }
    questions.push(question);
    choices.push([id, possible]);
    const low = Array(4).fill(possible[0]), any = [...possible, 'unknown', undefined, ...low, 'not-applicable'];
    const answer = any[roll(any.length)];
    if (answer !== undefined) answers[id] = answer;
  }
  const step = 1 + roll(6);
  const rules = [{ by: ['sum', 'sum', 'count', 'mean', 'weighted-mean', 'min', 'max', 'median'][roll(8)], over: ['children', 'questions'][roll(2)], bands: bandsAt(-9, ...[1, 2, 3, 4].map((number) => number * step - 0.5)) },
    { prerequisites: [{ stage: 'one', needs: 30 }, { stage: 'two', needs: 'all' }, { stage: 'three', needs: { one: 50, three: 80 } }] }];
  const scoring = method(rules[roll(3) ? 0 : 1], { unanswered: ['lowest', 'skip'][roll(2)], enough: roll(3) ? 0 : 50 });
  return { model: modelOf({ pillars: [{ id: 'p0' }, { id: 'p1', weight: 2 }], questions, scoring }), answers, choices };
}

test('no list is shorter than the one that is found, tried on random models', () => {
  const lengths = {};
  for (let seed = 1; seed <= 250; seed++) {
    const { model, answers, choices } = randomCase(dice(seed * 7919));
    const present = overall(model, answers), found = changesUpward(model, model.methods[0], { answers }, 5000);
    if (present === undefined) { assert.equal(found.changes.length, 0); continue; }
    const shortest = shortestOf(model, answers, choices, present);
    assert.equal(found.proven, true, `seed ${seed}`);
    assert.equal(found.changes.length || Infinity, shortest, `seed ${seed}: ${said(found)}`);
    lengths[found.changes.length] = (lengths[found.changes.length] ?? 0) + 1;
    if (!found.changes.length) continue;
    const after = { ...answers, ...Object.fromEntries(found.changes.map(({ question, answer }) => [question, answer])) };
    assert.equal(model.stages[overall(model, after) - 1], found.stage, `seed ${seed}`);
    const cut = changesUpward(model, model.methods[0], { answers }, 1);
    assert.ok(cut.changes.length === 0 || cut.changes.length >= shortest, `seed ${seed}`);
  }
  for (const length of [0, 1, 2, 3]) assert.ok(lengths[length] >= 5, `lengths ${JSON.stringify(lengths)}`);
});
