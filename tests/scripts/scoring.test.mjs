// The tables and worked examples of the page on scoring, worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../../themes/annual/scripts/assess/fraction.js';
import { recordText, score } from '../../themes/annual/scripts/assess/record.js';
import { prepare } from '../../themes/annual/scripts/assess/score.js';
import { line, method, modelOf, nodeOf, questionOf, recordOf, worthOf } from './fixtures.mjs';

const yesNo = (ids, more = {}) => [...ids].map((id) => ({ id, ...more }));
const sum = method({ by: 'sum' });
const shares = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }];
const valued = [{ id: 'a', value: 2 }, { id: 'b', value: -1 }, { id: 'c', value: 0.5 }];

// ---- 1. What a question can be worth

test('every type of answer has its worth', () => {
  const cases = [
    [{}, 'yes', '1'], [{}, 'no', '0'], [{}, true, '1'], [{}, false, '0'],
    [{ values: { yes: -2, no: 3 } }, 'yes', '-2'], [{ values: { yes: 4 } }, 'no', '0'],
    [{ type: 'choice', answers: valued }, 'c', '0.5'], [{ type: 'state', answers: valued }, { answer: 'a', date: '2026-01' }, '2'],
    [{ type: 'several', answers: valued }, ['a', 'b'], '1'], [{ type: 'several', answers: valued }, [], '0'],
    [{ type: 'several', answers: shares }, ['a', 'b', 'd'], '0.75'], [{ type: 'several', answers: shares }, ['a', 'a'], '0.25'],
    [{ type: 'scale' }, 4, '4'], [{ type: 'scale', from: 0, to: 10 }, '7', '7'],
    [{ type: 'percent' }, 37.5, '37.5'], [{ type: 'number', from: -5, to: 5 }, '-2.25', '-2.25'],
    [{ type: 'stage' }, 'three', '3'],
  ];
  for (const [question, answer, expected] of cases) {
    assert.equal(worthOf(question, answer).value, expected, JSON.stringify([question, answer]));
  }
});

test('every type of question has its lowest and its highest value', () => {
  const cases = [
    [{}, '0', '1'], [{ values: { yes: -2, no: 3 } }, '-2', '3'],
    [{ type: 'choice', answers: valued }, '-1', '2'], [{ type: 'several', answers: valued }, '-1', '2.5'],
    [{ type: 'several', answers: [{ id: 'a', value: 1 }, { id: 'b', value: 3 }] }, '0', '4'],
    [{ type: 'several', answers: shares }, '0', '1'], [{ type: 'scale' }, '1', '5'], [{ type: 'scale', from: 0, to: 3 }, '0', '3'],
    [{ type: 'percent' }, '0', '100'], [{ type: 'number', from: -5, to: 7.5 }, '-5', '7.5'], [{ type: 'stage' }, '1', '5'],
  ];
  for (const [question, lowest, highest] of cases) {
    const { state, worst, best } = worthOf(question, undefined);
    assert.deepEqual([state, worst, best], ['unanswered', lowest, highest], JSON.stringify(question));
  }
});

test('a set of answers can be shared', () => {
  const parts = { answer_sets: [{ id: 'x', answers: [] }, { id: 'set', answers: valued }] };
  assert.equal(worthOf({ type: 'choice', answers: 'set' }, 'a', parts).value, '2');
});

test('an answer that is none to the question counts as no entry', () => {
  const cases = [[{}, 'maybe'], [{ type: 'scale' }, 6], [{ type: 'scale' }, 2.5], [{ type: 'percent' }, 100.1], [{ type: 'percent' }, 'much'],
    [{ type: 'choice', answers: valued }, 'd'], [{ type: 'choice', answers: valued }, ['a']], [{ type: 'several', answers: valued }, 'a'],
    [{ type: 'several', answers: valued }, ['d']], [{ type: 'stage' }, 'six'], [{}, {}], [{}, { answer: null }]];
  for (const [question, answer] of cases) assert.equal(worthOf(question, answer).state, 'unanswered', JSON.stringify([question, answer]));
});

test('points of a map make straight lines', () => {
  const question = { type: 'number', from: 0, to: 10000, map: { points: [[15, 1], [240, 0.5], [1440, 0]] } };
  const cases = { 10: '1', 15: '1', 60: '0.9', 240: '0.5', 840: '0.25', 1440: '0', 2000: '0' };
  for (const [worth, value] of Object.entries(cases)) assert.equal(worthOf(question, Number(worth)).value, value, worth);
});

test('thresholds of a map make steps', () => {
  const question = { type: 'number', from: 0, to: 20, map: { thresholds: [[0, 0], [5, 1], [10, 3]] } };
  const cases = { 0: '0', 4.999: '0', 5: '1', 9: '1', 10: '3', 20: '3' };
  for (const [worth, value] of Object.entries(cases)) assert.equal(worthOf(question, Number(worth)).value, value, worth);
});

test('the ends of a mapped question are those of the worths that are possible', () => {
  const peak = { points: [[0, 0], [2.5, 10], [5, 0]] }, steps = { thresholds: [[-1, 7], [0.5, 1], [0.6, 9], [90, 2]] };
  const cases = [
    [{ type: 'number', from: 0, to: 5, map: peak }, '0', '10'], [{ type: 'scale', from: 0, to: 5, map: peak }, '0', '8'],
    [{ type: 'number', from: 1, to: 2, map: peak }, '4', '8'], [{ type: 'scale', from: 2, to: 3, map: peak }, '8', '8'],
    [{ type: 'percent', map: steps }, '1', '9'], [{ type: 'several', answers: shares, map: steps }, '1', '9'],
    [{ type: 'several', answers: shares.slice(0, 3), map: steps }, '7', '9'], [{ type: 'stage', map: steps }, '9', '9'],
  ];
  for (const [question, lowest, highest] of cases) {
    const { worst, best } = worthOf(question, 'unknown');
    assert.deepEqual([worst, best], [lowest, highest], JSON.stringify(question));
  }
});

// ---- 2. How a question stands

test('a question stands in one of five states', () => {
  const questions = [...yesNo('abcd'), { id: 'e', asked_if: { question: 'a', answers: ['no'] } }];
  const record = recordOf({ questions, scoring: sum }, { a: 'yes', b: 'unknown', d: { answer: 'not-applicable', note: 'N' }, e: 'yes' });
  assert.deepEqual(record.methods[0].questions.map(({ state }) => state), ['answered', 'unknown', 'unanswered', 'not-applicable', 'not-asked']);
  assert.deepEqual(record.methods[0].nodes[0].counts, { answered: 1, unknown: 1, unanswered: 1, not_applicable: 1, not_asked: 1 });
});

test('conditions look at answers, at one of several, and at numbers', () => {
  const scale = { type: 'scale' }, several = { type: 'several', answers: shares };
  const cases = [
    [{}, { answers: ['yes'] }, true, 'unanswered'], [{}, { answers: [true] }, 'yes', 'unanswered'], [{}, { answers: ['yes'] }, 'no', 'not-asked'],
    [several, { answers: ['a', 'd'] }, ['c', 'd'], 'unanswered'], [several, { answers: ['a', 'd'] }, ['b'], 'not-asked'], [several, { answers: ['a'] }, [], 'not-asked'],
    [scale, { at_least: 3 }, 3, 'unanswered'], [scale, { at_least: 3 }, 2, 'not-asked'], [scale, { at_most: 3 }, 4, 'not-asked'],
    [scale, { at_least: 2, at_most: 3 }, 2, 'unanswered'], [scale, { at_least: 2, at_most: 3 }, 4, 'not-asked'],
    [{ ...scale, map: { points: [[1, 10], [5, 0]] } }, { at_least: 3 }, 5, 'unanswered'],
    [{ type: 'stage' }, { answers: ['two'] }, 'two', 'unanswered'], [{}, { answers: ['yes'] }, 'not-applicable', 'not-asked'],
  ];
  for (const [question, condition, answer, state] of cases) {
    const questions = [{ id: 'g', ...question }, { id: 'h', asked_if: { question: 'g', ...condition } }];
    assert.equal(questionOf(recordOf({ questions, scoring: sum }, { g: answer }), 'h').state, state, JSON.stringify([condition, answer]));
  }
});

test('a condition on an open question, or on one that may not be asked, is undecided', () => {
  const ask = (id, on) => ({ id, asked_if: { question: on, answers: ['yes'] } });
  const questions = [{ id: 'a' }, ask('b', 'a'), ask('c', 'b')];
  const standing = (answers) => recordOf({ questions, scoring: sum }, answers).methods[0].questions.map(({ state, conditional }) => (conditional ? `${state}?` : state));
  assert.deepEqual(standing({ a: 'unknown' }), ['unknown', 'unanswered?', 'unanswered?']);
  assert.deepEqual(standing({ b: 'yes' }), ['unanswered', 'answered?', 'unanswered?']);
  assert.deepEqual(standing({ b: 'no', c: 'yes' }), ['unanswered', 'answered?', 'not-asked']);
  assert.deepEqual(standing({ a: 'no', b: 'yes', c: 'yes' }), ['answered', 'not-asked', 'not-asked']);
});

const teams = [{ id: 't1' }, { id: 't2' }, { id: 't3' }, { id: 't4' }];
const byTeams = (answers, more = {}) => questionOf(recordOf({ questions: [{ id: 'q', type: 'scale' }], scoring: method({ by: 'sum' }, more) },
  { q: { teams: answers } }, { teams }), 'q');

test('teams are taken together, and those that are open follow the policy', () => {
  const some = { t1: 4, t2: { answer: 3 }, t3: 'unknown' };
  const cases = [
    [{ t1: 4, t2: 3, t3: 3, t4: 5 }, {}, 'answered', '3.75', undefined, undefined],
    [{ t1: 4, t2: 3, t3: 3, t4: 5 }, { teams: 'median' }, 'answered', '3.5', undefined, undefined],
    [some, {}, 'answered', '2.25', '2.25', '4.25'], [some, { teams: 'min' }, 'answered', '1', '1', '3'],
    [some, { teams: 'max' }, 'answered', '4', '4', '5'], [some, { unanswered: 'skip' }, 'answered', '3.5', '2.25', '4.25'],
    [some, { unanswered: 'void' }, 'unanswered', undefined, '2.25', '4.25'],
    [{ t1: 4, t2: 'not-applicable', t3: 'not-applicable', t4: 2 }, {}, 'answered', '3', undefined, undefined],
    [{ t1: 'not-applicable', t2: 'not-applicable', t3: 'not-applicable', t4: 'not-applicable' }, {}, 'not-applicable', undefined, undefined, undefined],
    [{ t1: 'not-applicable', t2: 'unknown' }, {}, 'unknown', undefined, '1', '5'], [{ t1: 'not-applicable' }, {}, 'unanswered', undefined, '1', '5'],
    [{}, {}, 'unanswered', undefined, '1', '5'],
  ];
  for (const [answers, more, state, value, worst, best] of cases) {
    const found = byTeams(answers, more);
    assert.deepEqual([found.state, found.value, found.worst, found.best], [state, value, worst, best], JSON.stringify([answers, more]));
  }
});

test('a condition on teams holds for one of them', () => {
  const questions = [{ id: 'g' }, { id: 'h', asked_if: { question: 'g', answers: ['yes'] } }];
  const standing = (answers) => {
    const { state, conditional } = questionOf(recordOf({ questions, scoring: sum }, { g: { teams: answers } }, { teams: teams.slice(0, 2) }), 'h');
    return conditional ? 'conditional' : state;
  };
  assert.equal(standing({ t1: 'yes', t2: 'no' }), 'unanswered');
  assert.equal(standing({ t1: 'yes' }), 'unanswered');
  assert.equal(standing({ t1: 'no' }), 'conditional');
  assert.equal(standing({ t1: 'no', t2: 'not-applicable' }), 'not-asked');
});

const byRespondents = (list, more = {}, answers = {}) => questionOf(recordOf({ questions: [{ id: 'q', type: 'scale' }], scoring: method({ by: 'sum' }, more) },
  answers, { respondents: list.map((q) => ({ answers: q === undefined ? {} : { q } })) }), 'q');

test('respondents are combined, and what was agreed on goes before', () => {
  const list = [5, 2, 'unknown', 2, 'not-applicable', 5, undefined, 1];
  const cases = { mean: '3', median: '2', min: '1', max: '5', majority: '2' };
  for (const [by, value] of Object.entries(cases)) assert.equal(byRespondents(list, { respondents: by }).value, value, by);
  assert.equal(byRespondents([1, 4, 2, 5], { respondents: 'median' }).value, '3');
  assert.equal(byRespondents([2, 'unknown'], { unanswered: 'void' }).state, 'answered');
  assert.equal(byRespondents(['not-applicable', 'unknown']).state, 'unknown');
  assert.equal(byRespondents(['not-applicable', undefined]).state, 'not-applicable');
  assert.equal(byRespondents([undefined]).state, 'unanswered');
  assert.equal(byRespondents(list, {}, { q: 4 }).value, '4');
  assert.equal(byRespondents(list, {}, { q: 'unknown' }).state, 'unknown');
});

test('of a history the latest entry counts that is not after the assessment', () => {
  const question = { type: 'state', answers: [{ id: 'a', value: 1 }, { id: 'b', value: 2 }, { id: 'c', value: 3 }] };
  const at = (date, ...history) => {
    const record = recordOf({ questions: [{ id: 'q', ...question }], scoring: sum }, { q: { history: history.map(([answer, day]) => ({ answer, date: day })) } }, { date });
    return record.methods[0].questions[0].value ?? record.methods[0].questions[0].state;
  };
  assert.equal(at('2026-09-15', ['b', '2026-03-01'], ['a', '2025-01-01'], ['c', '2026-09-16']), '2');
  assert.equal(at('2026-09-15', ['b', '2026-09-15'], ['c', '2026-09-15']), '3');
  assert.equal(at('2026-09-15', ['c', '2026-09']), '3');
  assert.equal(at('2026-09', ['c', '2026-09-30']), '3');
  assert.equal(at('2026-09-15', ['c', '2026-10']), 'unanswered');
  assert.equal(at('2026-09-15', ['a', '2026-09'], ['b', '2026-09-02']), '2');
  assert.equal(at('2026-09-15', ['a', '2026-09-01'], ['b', '2026-09']), '2');
  assert.equal(at('2026-09-15', ['unknown', '2026-02']), 'unknown');
  assert.equal(at('2026-09-15'), 'unanswered');
});

test('earlier ids of questions and of stages are still understood', () => {
  const parts = { stages: [{ id: 'low' }, { id: 'high', formerly: ['top'] }], questions: [{ id: 'q', formerly: ['old'], type: 'stage' }], scoring: sum };
  assert.equal(recordOf(parts, { old: 'top' }).methods[0].nodes[0].value, '2');
});

// ---- 3 to 5. The tree, nodes and stages

test('a question can count towards several nodes, and towards one several times', () => {
  const questions = [{ id: 'q', counts_towards: [{ pillar: 'a' }, { pillar: 'a', weight: 3 }, { stage: 'two' }] }, { id: 'r', pillar: 'a' }];
  const record = recordOf({ pillars: [{ id: 'a' }, { id: 'b' }], questions, scoring: method({ by: 'sum' }, { pillars: { by: 'weighted-mean' } }) }, { q: 'yes' });
  assert.equal(nodeOf(record, 'a').value, '0.8');
  assert.equal(nodeOf(record).value, '1.8');
  assert.deepEqual(nodeOf(record, 'a').parts.map(({ question, weight, value }) => [question, weight, value]), [['q', '1', '1'], ['q', '3', '1'], ['r', '1', '0']]);
  assert.deepEqual(nodeOf(record).parts.map(({ question, pillar, left_out: out }) => [question ?? pillar, out]), [['q', undefined], ['a', undefined], ['b', true]]);
  assert.equal(nodeOf(record).counts.answered, 1);
  assert.equal(nodeOf(record).coverage, '0.5');
  assert.equal(nodeOf(record, 'b').state, 'empty');
});

test('the state of a node is the first that fits', () => {
  const state = (policy, enough, answers, by = 'mean') => recordOf({ questions: yesNo('abcd'), scoring: method({ by }, { unanswered: policy, enough }) }, answers).methods[0].nodes[0].state;
  const none = { a: 'not-applicable', b: 'not-applicable', c: 'not-applicable', d: 'not-applicable' };
  assert.equal(state('void', 50, none), 'not-applicable');
  assert.equal(state('void', 50, { a: 'yes' }), 'void');
  assert.equal(state('skip', 50, {}), 'open');
  assert.equal(state('lowest', 50, {}), 'too-few-answers');
  assert.equal(state('skip', 26, { a: 'yes' }), 'too-few-answers');
  assert.equal(state('lowest', 25, { a: 'yes' }), 'scored');
  assert.equal(state('lowest', 50, { a: 'yes', b: 'not-applicable', c: 'not-applicable' }, 'none'), 'no-number');
  assert.equal(recordOf({ questions: [], scoring: sum }, {}).methods[0].nodes[0].state, 'empty');
});

test('a withheld value is not shown, and counts above', () => {
  const questions = [{ id: 'a', pillar: 'p', type: 'scale' }, { id: 'b', pillar: 'p', type: 'scale' }, ...yesNo('cdef', { pillar: 'o', type: 'scale' })];
  const record = recordOf({ pillars: [{ id: 'p' }, { id: 'o' }], questions, scoring: method({ by: 'mean', stage: 'fractional' }, { enough: 60 }) }, { a: 5, c: 3, d: 3, e: 3, f: 3 });
  assert.equal(line(nodeOf(record, 'p')), 'too-few-answers: - -, 3 - to 5 - exact');
  assert.equal(line(nodeOf(record)), 'scored: 3 three, 3 three to 4 four exact');
  assert.equal(nodeOf(record).coverage_exact, '5/6');
});

test('values are taken together as the rule says', () => {
  const questions = [1, 2, 3].map((weight) => ({ id: `q${weight}`, type: 'scale', weight }));
  const value = (rule) => { const { value: text, value_exact: exact } = recordOf({ questions, scoring: method(rule) }, { q1: 5, q2: 2, q3: 1 }).methods[0].nodes[0]; return exact ?? text; };
  const cases = { count: '3', sum: '8', mean: '8/3', 'weighted-mean': '2', min: '1', max: '5', median: '2', none: undefined };
  for (const [by, expected] of Object.entries(cases)) assert.equal(value({ by }), expected, by);
  assert.equal(value({ by: 'count', at_least: 2 }), '2');
  assert.equal(value({}), '8/3');
});

test('pillars are taken together by value, by question, or by stage', () => {
  const pillars = [{ id: 'a', weight: 3 }, { id: 'b' }];
  const questions = [{ id: 'q', pillar: 'a', type: 'scale', weight: 2 }, { id: 'r', pillar: 'a', type: 'scale' }, { id: 's', pillar: 'b', type: 'percent' }, { id: 't', type: 'scale' }];
  const leaf = { by: 'mean', stage: 'fractional' };
  const whole = (over, by, nodes) => { const { value: text, value_exact: exact } = recordOf({ pillars, questions, scoring: method({ by, over }, { leaf_pillars: leaf, nodes }) }, { q: 4, r: 3, s: 0, t: 5 }).methods[0].nodes[0]; return exact ?? text; };
  assert.equal(whole('children', 'mean'), '17/6');
  assert.equal(whole('children', 'weighted-mean'), '3.1');
  assert.equal(whole('children', 'weighted-mean', { b: { weight: 2 } }), '31/12');
  assert.equal(whole('questions', 'weighted-mean'), '3.2');
  assert.equal(whole('stages', 'sum'), '8');
});

test('a node entry takes over what it leaves out, and stage rules replace each other', () => {
  const pillars = [{ id: 'a' }, { id: 'b' }], questions = [...yesNo('pq', { pillar: 'a' }), { id: 'r', pillar: 'b', stage: 'two' }];
  const record = recordOf({ pillars, questions, scoring: method({ by: 'sum' }, { leaf_pillars: { by: 'sum', bands: [{ from: 0, stage: 'one' }, { from: 2, stage: 'five' }] },
    nodes: { a: { by: 'max' }, b: { prerequisites: [{ stage: 'two', needs: 'all' }] } } }) }, { p: 'yes', q: 'yes', r: 'no' });
  assert.equal(line(nodeOf(record, 'a')), 'scored: 1 one, 1 one to 1 one exact');
  assert.equal(line(nodeOf(record, 'b')), 'scored: 0 one, 0 one to 0 one exact');
});

test('chosen and fractional stages have whole parts, an end, and a below', () => {
  const at = (value) => line(recordOf({ questions: [{ id: 'q', type: 'number', from: -9, to: 99 }], scoring: method({ stage: 'fractional' }) }, { q: value }).methods[0].nodes[0]).split(',')[0];
  assert.deepEqual(['2.9', 3, '0.99', -1, 7].map(at), ['scored: 2.9 two', 'scored: 3 three', 'scored: 0.99 below', 'scored: -1 below', 'scored: 7 five']);
});

test('a value belongs to the last band that does not begin above it', () => {
  const bands = [{ from: 0, stage: 'one' }, { from: 2, stage: 'two' }, { from: 4, stage: 'three' }];
  const at = (value) => recordOf({ questions: [{ id: 'q', type: 'number', from: 0, to: 99 }], scoring: method({ bands }, { digits: 0 }) }, { q: value }).methods[0].nodes[0];
  assert.deepEqual(['0', '1.5', '1.999999', '2', '4', '99'].map((value) => at(value).stage), ['one', 'one', 'one', 'two', 'three', 'three']);
  assert.deepEqual([at('1.5').value, at('1.5').value_exact], ['2', '3/2']);
});

// ---- 6 and 7. Optional children, several methods

test('optional children widen the interval as their rule says', () => {
  const questions = [{ id: 'g' }, { id: 'c', type: 'number', from: -3, to: 4, asked_if: { question: 'g', answers: ['yes'] } }, { id: 'd', type: 'number', from: -3, to: 4 }];
  const node = (rule, answers) => line(recordOf({ questions, scoring: method(rule, { questions: ['c', 'd'] }) }, answers).methods[0].nodes[0]);
  assert.equal(node({ by: 'sum' }, { d: 2 }), 'scored: -1 -, -1 - to 6 - outer');
  assert.equal(node({ by: 'sum' }, { d: 2, c: 1 }), 'scored: 3 -, 2 - to 3 - outer');
  assert.equal(node({ by: 'count' }, { d: 2 }), 'scored: 1 -, 1 - to 2 - outer');
  assert.equal(node({ by: 'mean' }, { d: 2 }), 'scored: -0.5 -, -3 - to 4 - outer');
  assert.equal(node({ by: 'mean' }, { d: 'not-applicable' }), 'scored: -3 -, -3 - to 4 - outer');
  assert.equal(node({ by: 'mean' }, { d: 2, c: 'not-applicable' }), 'scored: 2 -, 2 - to 2 - outer');
});

test('methods that come to another stage are named', () => {
  const scoring = ['min', 'max', 'none', 'min'].map((by, index) => ({ ...method({ by, stage: by === 'none' ? undefined : 'fractional' }), id: `m${index}` }));
  const record = recordOf({ questions: yesNo('ab', { type: 'scale', from: 0 }), scoring }, { a: 0, b: 4 });
  assert.deepEqual(record.disagreements, [{ method: 'm1', stage: 'four' }]);
});

// ---- Worked examples

test('worked example: a count with bands', () => {
  const questions = yesNo('abcdefghij');
  const bands = [0, 2, 4, 7, 10].map((from, index) => ({ from, stage: ['one', 'two', 'three', 'four', 'five'][index] }));
  const result = (words, unanswered) => {
    const answers = Object.fromEntries(words.flatMap((word, index) => (word ? [[questions[index].id, word]] : [])));
    return line(recordOf({ questions, scoring: method({ by: 'count', bands }, { unanswered }) }, answers).methods[0].nodes[0]);
  };
  const words = (yes, no, more = []) => [...Array(yes).fill('yes'), ...Array(no).fill('no'), ...more];
  assert.equal(result(words(3, 7)), 'scored: 3 two, 3 two to 3 two exact');
  assert.equal(result(words(3, 6, ['unknown'])), 'scored: 3 two, 3 two to 4 three exact');
  assert.equal(result(words(4, 5)), 'scored: 4 three, 4 three to 5 three exact');
  assert.equal(result(words(4, 5), 'void'), 'void: - -, 4 three to 5 three exact');
  assert.equal(result(words(9, 0, ['not-applicable'])), 'scored: 9 four, 9 four to 9 four exact');
  assert.equal(result(words(1, 1, ['unknown', 'unknown'])), 'scored: 1 one, 1 one to 9 four exact');
  assert.equal(result([]), 'scored: 0 one, 0 one to 10 five exact');
});

const build = {
  pillars: [{ id: 'build', pillars: [{ id: 'tests' }, { id: 'review' }] }],
  questions: [...yesNo('ab', { type: 'scale', pillar: 'tests' }), { id: 'c', type: 'scale', pillar: 'review' }],
};
const buildMethod = (over, unanswered) => method({ by: 'mean', over, stage: 'fractional' }, { pillars: { by: 'mean' }, unanswered });

test('worked example: pillars of pillars', () => {
  const record = recordOf({ ...build, scoring: buildMethod('children') }, { a: 2, b: 3, c: 5 });
  assert.deepEqual(record.methods[0].nodes.map((node) => [node.pillar, node.value, node.value_exact, node.stage]), [
    [undefined, '3.75', undefined, 'three'], ['build', '3.75', undefined, undefined], ['tests', '2.5', undefined, undefined], ['review', '5', undefined, undefined]]);
  const flat = recordOf({ ...build, scoring: buildMethod('questions') }, { a: 2, b: 3, c: 5 }).methods[0].nodes[0];
  assert.deepEqual([flat.value, flat.value_exact, flat.stage], ['3.33', '10/3', 'three']);
  const open = recordOf({ ...build, scoring: buildMethod('children', 'skip') }, { a: 2, b: 3 });
  assert.equal(line(nodeOf(open, 'review')), 'open: - -, 1 - to 5 - exact');
  assert.equal(line(nodeOf(open, 'build')), 'scored: 2.5 -, 1.75 - to 3.75 - exact');
});

test('worked example: prerequisites', () => {
  const questions = [...yesNo('pq', { stage: 'second' }), ...yesNo('rst', { stage: 'third' })];
  const stages = [{ id: 'first' }, { id: 'second' }, { id: 'third' }];
  const node = (needs, unanswered) => recordOf({ stages, questions, scoring: method({ prerequisites: [{ stage: 'second', needs: 'all' }, { stage: 'third', needs }] }, { unanswered }) },
    { p: 'yes', q: 'yes', r: 'yes', s: 'no', t: 'unknown' }).methods[0].nodes[0];
  assert.deepEqual(node('all', 'lowest').fulfilment, [{ stage: 'second', percent: '100' }, { stage: 'third', percent: '33.33', percent_exact: '100/3' }]);
  assert.deepEqual(node('all', 'skip').fulfilment[1], { stage: 'third', percent: '50' });
  assert.deepEqual(node('all', 'void').fulfilment[1], { stage: 'third' });
  const third = { second: 100, third: 50 };
  assert.deepEqual(['all', 60, third].map((needs) => node(needs, 'lowest').stage), ['second', 'third', 'second']);
  assert.deepEqual(['all', 60, third].map((needs) => node(needs, 'skip').stage), ['second', 'third', 'third']);
  assert.equal(node(75, 'skip').stage, 'third');
  assert.equal(node(61, 'lowest').stage, 'second');
  assert.deepEqual([66, 67].map((least) => node({ third: least }, 'lowest').best.stage), ['third', 'second']);
});

test('a stage without conditions holds, and one that is all open under skip does not', () => {
  const questions = [{ id: 'a', stage: 'two' }, { id: 'b', stage: 'three' }, { id: 'c' }];
  const stage = (needs, answers, unanswered) => {
    const { stage: reached, below_first: below } = recordOf({ questions, scoring: method({ prerequisites: needs.map(([id, need]) => ({ stage: id, needs: need })) }, { unanswered }) }, answers).methods[0].nodes[0];
    return below ? 'below' : reached;
  };
  assert.equal(stage([['two', 'all']], { a: 'yes' }), 'five');
  assert.equal(stage([['two', 'all'], ['four', 'all']], { a: 'yes', b: 'no' }), 'three');
  assert.equal(stage([['two', 'all']], { a: 'not-applicable' }), 'five');
  assert.equal(stage([['one', { three: 1 }]], { b: 'no' }), 'below');
  assert.equal(stage([['two', 0]], { c: 'yes' }, 'skip'), 'one');
  assert.equal(stage([['two', 0]], { c: 'yes' }), 'five');
});

test('worked example: a branch that stops', () => {
  const ask = (id, on) => ({ id, asked_if: { question: on, answers: ['yes'], otherwise: 'lowest' } });
  const parts = { questions: [{ id: 'g' }, ask('h', 'g'), ask('i', 'h')], scoring: method({ by: 'count' }) };
  const stopped = recordOf(parts, { g: 'yes', h: 'no' });
  assert.equal(line(nodeOf(stopped)), 'scored: 1 -, 1 - to 1 - exact');
  assert.deepEqual(questionOf(stopped, 'i'), { id: 'i', state: 'not-asked', value: '0' });
  const open = recordOf(parts, { g: 'yes', h: 'unknown' });
  assert.equal(line(nodeOf(open)), 'scored: 1 -, 1 - to 3 - outer');
  assert.deepEqual(questionOf(open, 'i'), { id: 'i', state: 'unanswered', worst: '0', best: '1', conditional: true });
});

// ---- The record

test('the record is written as JSON with numbers, whatever the texts in it say', () => {
  const parts = { id: 'm', title: 'A "value":"3" title', version: '1.0', stages: [], questions: [{ id: 'q', type: 'number', from: 0, to: '99999999999999999999' }], scoring: method({ by: 'sum' }, { digits: 6 }) };
  const text = recordText(score(prepare(parts), { subject: { id: 's', name: 'S', description: 'D' }, date: '2026-09', answers: { q: '12345678901234567.123456' } }));
  const record = readJson(text);
  assert.equal(record.schema, 'stagecraft/score/1');
  assert.deepEqual(record.model, { id: 'm', title: parts.title, version: '1.0' });
  assert.deepEqual([record.subject, record.date], [{ id: 's', name: 'S' }, '2026-09']);
  assert.match(text, /"id":"q","state":"answered","value":12345678901234567\.123456\}/);
  assert.match(text, /"coverage":1,"parts":\[\{"question":"q","weight":1,"value":/);
  assert.ok(!text.includes('disagreements') && !text.includes('fulfilment'));
});

test('doubles and texts of numbers give the same record', () => {
  const model = '{"id":"m","title":"M","version":"1","questions":[{"id":"q","type":"number","from":0,"to":1,"weight":0.575},{"id":"r","type":"percent","weight":0.1}],"scoring":{"id":"x","title":"X","rule":"R","overall":{"by":"weighted-mean"}}}';
  const assessment = '{"answers":{"q":0.3,"r":33.3}}';
  const [exact, plain] = [readJson, JSON.parse].map((read) => score(prepare(read(model)), read(assessment)));
  assert.deepEqual(exact, plain);
  assert.equal(nodeOf(exact).value_exact, '467/90');
});

test('nothing of an assessment reaches what objects inherit', () => {
  const model = modelOf({ questions: [{ id: 'constructor' }, { id: 'valueof', type: 'several', answers: shares }], pillars: [{ id: 'constructor' }], scoring: method({ by: 'sum' }, { nodes: {} }) });
  const record = score(model, { answers: readJson('{"__proto__": {"constructor": "yes"}}'), respondents: [{}, { answers: null }] });
  assert.deepEqual(record.methods[0].questions.map(({ state }) => state), ['unanswered', 'unanswered']);
});
