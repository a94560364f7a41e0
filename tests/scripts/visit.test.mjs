// Drafts, files and links of the self-assessment: what goes out comes back, and nothing else.
import assert from 'node:assert/strict';
import * as test from 'node:test';
import { assessmentOf, newDraft, readDraft, readFile, tableOf, wordingOf } from '../../themes/annual/scripts/assess/draft.js';
import { decode, encode, fingerprint } from '../../themes/annual/scripts/assess/link.js';
import { prepare } from '../../themes/annual/scripts/assess/score.js';

globalThis.crypto ??= (await import('node:crypto')).webcrypto;
const words = { no_reason: 'No reason given.', unnamed: 'My organisation' };
const sources = {
  id: 'm', title: 'M', version: '2', stages: [{ id: 'one' }, { id: 'two' }, { id: 'three' }],
  questions: [
    { id: 'a', type: 'yes-no', text: 'A?' },
    { id: 'b', type: 'choice', text: 'B?', answers: [{ id: 'x', value: '0' }, { id: 'y', value: '1' }, { id: 'z', value: '2' }] },
    { id: 'c', type: 'several', text: 'C?', answers: [{ id: 'p' }, { id: 'q' }, { id: 'r' }] },
    { id: 'd', type: 'scale', text: 'D?', from: '-2', to: '7' },
    { id: 'e', type: 'percent', text: 'E?' },
    { id: 'f', type: 'number', text: 'F?', from: '-10', to: '1000000' },
    { id: 'g', type: 'stage', text: 'G?' },
    { id: 'h', type: 'text', text: 'H?' },
  ],
  scoring: [{ id: 'x', title: 'X', rule: 'R', overall: { by: 'sum' } }],
};
const model = prepare(sources), questions = [...model.questions.values()];

/** A source of numbers that is the same each time (mulberry32). */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function randomAnswer(json, next) {
  const one = (list) => list[next(list.length)];
  const kind = next(6);
  if (kind === 0) return 'unknown';
  if (kind === 1) return 'not-applicable';
  if (json.type === 'yes-no') return one(['yes', 'no']);
  if (json.type === 'choice') return one(json.answers).id;
  if (json.type === 'several') return json.answers.map(({ id }) => id).filter(() => next(2));
  if (json.type === 'scale') return String(Number(json.from) + next(Number(json.to) - Number(json.from) + 1));
  if (json.type === 'percent') return one(['0', '100', `${next(100)}`, `${next(100)}.${next(10)}5`]);
  if (json.type === 'number') return one(['-10', '0', '-0.5', `${next(1000000)}.${next(1000)}1`]);
  if (json.type === 'stage') return one(sources.stages).id;
  return `text ${next(1000)}`;
}

function randomAnswers(next, notes) {
  const answers = {};
  for (const json of sources.questions) {
    if (!next(4)) continue;
    const answer = randomAnswer(json, next);
    answers[json.id] = { answer, ...notes && !next(3) && { note: `n${next(99)} "=1+1\n` }, ...notes && !next(3) && { evidence: `e${next(99)}` } };
    answers[json.id].wording = wordingOf(model, json.id);
  }
  return answers;
}

const bare = (answers, without = []) => Object.fromEntries(Object.entries(answers)
  .filter(([id]) => !without.includes(id)).map(([id, { answer }]) => [id, { answer }]));

test.test('a draft comes back from storage as it was, 500 times', () => {
  const next = numbers(1);
  for (let turn = 0; turn < 500; turn++) {
    const draft = newDraft(model, { name: 'N', role: 'R', at: '2026-11-30T10:00:00Z', answers: randomAnswers(next, true) });
    const { draft: back, read } = readDraft(model, JSON.stringify(draft));
    assert.deepEqual(back, draft);
    assert.deepEqual([Object.keys(read.changed), read.removed], [[], []]);
  }
});

test.test('a draft comes back from a file as it was, 500 times', () => {
  const next = numbers(2);
  for (let turn = 0; turn < 500; turn++) {
    const draft = newDraft(model, { name: 'N', role: 'R', answers: randomAnswers(next, true) });
    const file = assessmentOf(model, draft, '2026-11-30', words);
    const { draft: back } = readFile(model, JSON.stringify(file));
    for (const [id, said] of Object.entries(draft.answers)) {
      if (said.answer === 'not-applicable' && !said.note) draft.answers[id] = { ...said, note: words.no_reason };
    }
    assert.deepEqual(back, draft);
    assert.deepEqual(assessmentOf(model, back, '2026-11-30', words), file);
  }
});

test.test('answers come back from a link as they were, 1,000 times', () => {
  const next = numbers(3);
  for (let turn = 0; turn < 1000; turn++) {
    const answers = randomAnswers(next, false), date = `20${20 + next(30)}-0${1 + next(9)}-1${next(10)}`;
    assert.deepEqual(decode(questions, encode(questions, answers, date)), { answers: bare(answers, ['h']), date });
  }
});

test.test('a link holds the bytes that the manual names', () => {
  const few = [...prepare({ ...sources, questions: [sources.questions[0], sources.questions[1]] }).questions.values()];
  const print = fingerprint(new TextEncoder().encode('a yes-no yes no\nb choice x y z'));
  // a = no: 4, b = y: 4, with the radices 5 and 6: 4 * 5 + 4 = 24; 2020-01-02 is day 1.
  const bytes = [print >>> 24, (print >>> 16) & 255, (print >>> 8) & 255, print & 255, 0, 1, 24];
  const check = fingerprint(bytes);
  const all = Buffer.from([...bytes, check >>> 24, (check >>> 16) & 255, (check >>> 8) & 255, check & 255]);
  assert.equal(encode(few, { a: { answer: 'no' }, b: { answer: 'y' } }, '2020-01-02'), `#r=1.${all.toString('base64url')}`);
});

test.test('the checksum is FNV-1a', () => {
  // http://www.isthe.com/chongo/tech/comp/fnv/: of no bytes, of "a", of "foobar"
  const of = (text) => fingerprint(new TextEncoder().encode(text));
  assert.deepEqual([of(''), of('a'), of('foobar')], [0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test.test('sixty questions fit into a short link', () => {
  const sixty = prepare({ ...sources, questions: Array.from({ length: 60 }, (_, at) => ({ ...sources.questions[1], id: `q-${at}` })) });
  const answers = Object.fromEntries(sixty.source.questions.map(({ id }) => [id, { answer: 'z' }]));
  assert.ok(encode([...sixty.questions.values()], answers, '2026-11-30').length < 100);
});

test.test('a link that was changed in any character is refused', () => {
  const whole = encode(questions, randomAnswers(numbers(4), false), '2026-11-30');
  for (let at = 5; at < whole.length - 1; at++) {
    const other = whole[at] === 'A' ? 'B' : 'A';
    assert.ok(['broken', 'old'].includes(decode(questions, whole.slice(0, at) + other + whole.slice(at + 1))), `at ${at}`);
  }
});

test.test('a link of other questions is told from a broken one', () => {
  const other = prepare({ ...sources, questions: sources.questions.slice(1) });
  assert.equal(decode([...other.questions.values()], encode(questions, {}, '2026-11-30')), 'old');
});

test.test('1,000 fragments and files of nonsense are refused without an exception', () => {
  const next = numbers(5);
  const pieces = ['#r=1.', 'AAAA', '__proto__', '<img src=x onerror=1>', '{', '"answers"', ':', '[]', '\u0000', 'é', '-', '_', '9'.repeat(30), '%', '"v":1', ','];
  for (let turn = 0; turn < 1000; turn++) {
    const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');
    assert.ok(['broken', 'old'].includes(decode(questions, `#r=1.${text}`)));
    assert.equal(readFile(model, text).problem, '');
    assert.equal(readDraft(model, text), null);
  }
});

test.test('answers that are none to the model are named, not taken over', () => {
  const { read, draft } = readFile(model, JSON.stringify({ model: 'm', model_version: '2', subject: { name: 5 },
    answers: { a: 'perhaps', b: 'y', zz: 'yes', d: 3, __proto__: null, c: ['p', 'nothing'] } }));
  assert.deepEqual(bare(draft.answers), { b: { answer: 'y' }, d: { answer: '3' } });
  assert.deepEqual(read.removed.sort(), ['a', 'c', 'zz']);
  assert.equal(draft.name, '');
});

test.test('the file of another model is refused by its name', () => {
  assert.deepEqual(readFile(model, JSON.stringify({ model: 'other', answers: {} })), { problem: 'other' });
});

test.test('answers to questions that were worded otherwise wait for a word', () => {
  const draft = newDraft(model, { answers: { a: { answer: 'yes', wording: wordingOf(model, 'a') }, b: { answer: 'y', wording: wordingOf(model, 'b') } } });
  const newer = prepare({ ...sources, questions: [{ ...sources.questions[0], id: 'first', formerly: ['a'] }, { ...sources.questions[1], text: 'B, really?' }] });
  const { draft: back, read } = readDraft(newer, JSON.stringify(draft));
  assert.deepEqual(bare(back.answers), { first: { answer: 'yes' } });
  assert.deepEqual([read.kept, bare(read.changed), read.removed], [1, { b: { answer: 'y' } }, []]);
});

test.test('of a file of another version every answer waits for a word', () => {
  const { read } = readFile(model, JSON.stringify({ model: 'm', model_version: '1', answers: { a: 'yes', b: 'y' } }));
  assert.deepEqual([read.kept, Object.keys(read.changed)], [0, ['a', 'b']]);
});

test.test('a table for spreadsheets holds no formulas', () => {
  const draft = newDraft(model, { answers: { b: { answer: 'y', note: '=1+1', evidence: 'a "b", c' } } });
  assert.equal(tableOf(model, draft).split('\r\n')[2], 'b,B?,y,\'=1+1,"a ""b"", c"');
});
