// How well the search finds what people look for: 40 queries and the page that each is after,
// written down before the ranking. The site is one with all models that come with the program.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { find, indexOf, wordsOf } from '../../themes/annual/search.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const program = path.resolve(process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft'));
const queries = JSON.parse(readFileSync(path.join(here, 'queries.json'), 'utf8'));

const work = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-search-'));
after(() => rmSync(work, { recursive: true }));

function pagesOfTheSite() {
  const models = readdirSync(path.join(root, 'content/models')).sort();
  writeFileSync(path.join(work, 'site.yaml'), 'title: Models\ndescription: All of them.\n'
    + `base_url: https://example.org/\nmodels: [${models.join(', ')}]\n`);
  const built = spawnSync(program, ['build', work, '-o', path.join(work, 'public')],
    { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  return readFileSync(path.join(work, 'public/search.json'), 'utf8');
}

const text = pagesOfTheSite();
const { pages } = JSON.parse(text);

/** 1 over the place of `url` in `results`; 0 when it is not there. */
const reciprocal = (results, url) => {
  const place = results.findIndex((entry) => entry.url === url);
  return place < 0 ? 0 : 1 / (place + 1);
};

/** The mean of that over all queries, and the queries whose page does not come first. */
function judged(search) {
  const each = queries.map(([query, url]) => ({ query, url, worth: reciprocal(search(query), url) }));
  return { mean: each.reduce((sum, { worth }) => sum + worth, 0) / each.length,
    late: each.filter(({ worth }) => worth < 1) };
}

const index = indexOf(pages);
const ours = judged((query) => find(index, query));

test('every page that is looked for exists', () => {
  const urls = new Set(pages.map(({ url }) => url));
  assert.deepEqual(queries.filter(([, url]) => !urls.has(url)), []);
  assert.equal(queries.length, 40);
});

test('the mean reciprocal rank is at least 0.9', (t) => {
  t.diagnostic(`mean reciprocal rank ${ours.mean.toFixed(3)}`);
  for (const { query, worth } of ours.late) t.diagnostic(`${query}: ${worth.toFixed(2)}`);
  assert.ok(ours.mean >= 0.9, `${ours.mean}`);
});

test('it is no worse than that of MiniSearch with its best settings for this', (t) => {
  const fields = ['title', 'names', 'headings', 'section', 'text'];
  const other = new MiniSearch({ fields, idField: 'url',
    extractField: (entry, name) => [entry[name] ?? ''].flat().join(' '),
    processTerm: (term) => wordsOf(term)[0] ?? null });
  other.addAll(pages);
  const options = { prefix: true, boost: { title: 10, names: 9, headings: 4, section: 3, text: 2 } };
  const theirs = judged((query) => other.search(query, options).map(({ id }) => ({ url: id })));
  t.diagnostic(`MiniSearch: mean reciprocal rank ${theirs.mean.toFixed(3)}`);
  assert.ok(ours.mean >= theirs.mean, `${ours.mean} is less than ${theirs.mean}`);
});

test('the index and the script are small', (t) => {
  const script = readFileSync(path.join(root, 'themes/annual/search.js'));
  const sizes = { index: gzipSync(text).length, script: gzipSync(script).length };
  t.diagnostic(JSON.stringify(sizes));
  assert.ok(sizes.index <= 50_000, `${sizes.index}`);
  assert.ok(sizes.script <= 3_200, `${sizes.script}`);
});
