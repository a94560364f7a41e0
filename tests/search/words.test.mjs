// What counts as a word, and what comes first: content/docs/data.md, "Search".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, indexOf, wordsOf } from '../../themes/annual/search.js';

const titles = (entries, query) => find(indexOf(entries), query).map(({ title }) => title);
const page = (title, more = {}) => ({ url: `${title}/`, title, kind: 'content', ...more });

test('words have no case, no accents and no marks between them', () => {
  assert.deepEqual(wordsOf('Größe: Café-crème, ½ ﬁn'), ['grosse', 'cafe', 'creme', '1', '2', 'fin']);
  assert.deepEqual(wordsOf(' … '), []);
});

test('a word is found by its beginning, and not by its middle', () => {
  assert.deepEqual(titles([page('Deflection')], 'defl'), ['Deflection']);
  assert.deepEqual(titles([page('Deflection')], 'flection'), []);
});

test('the plural finds the singular', () => {
  assert.deepEqual(titles([page('Robot')], 'robots'), ['Robot']);
});

test('a title counts more than other names, headings, the model and the text, in this order', () => {
  const entries = [page('a', { text: 'tea' }), page('b', { section: 'tea' }),
    page('c', { headings: ['tea'] }), page('d', { names: ['tea'] }), page('tea')];
  assert.deepEqual(titles(entries, 'tea'), ['tea', 'd', 'c', 'b', 'a']);
});

test('a page with all words comes before pages with one of them', () => {
  const entries = [page('tea'), page('pot'), page('x', { text: 'a pot of tea' })];
  assert.equal(titles(entries, 'tea pot')[0], 'x');
});

test('a rare word counts more than a frequent one', () => {
  const entries = [page('stage one'), page('stage two'), page('stage three'), page('gate')];
  assert.equal(titles(entries, 'stage gate')[0], 'gate');
});

test('nothing is found for nothing', () => {
  assert.deepEqual(titles([page('tea')], ''), []);
  assert.deepEqual(titles([page('tea')], '…'), []);
});

test('words that objects have by nature are words like others', () => {
  assert.deepEqual(titles([page('constructor'), page('__proto__')], 'constructor'), ['constructor']);
});
