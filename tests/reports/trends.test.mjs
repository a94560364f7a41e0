// Trends and portfolios of the example project: what pages, records and tables say is the same, and
// nobody is led where he may not go.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const program = path.resolve(process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft'));

const work = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-trends-'));
after(() => rmSync(work, { recursive: true }));
const project = path.join(work, 'site');
cpSync(path.join(root, 'site'), project, {
  recursive: true,
  filter: (source) => !/\/(public|exports|\.stagecraft)$/.test(source),
});
const build = (...options) => spawnSync(program,
  ['build', project, '-o', path.join(project, 'public'), ...options], { encoding: 'utf8' });
const built = build();
assert.equal(built.status, 0, built.stderr);

const read = (name) => readFileSync(path.join(project, 'public', name), 'utf8');
const foldersOf = (place) => readdirSync(path.join(project, 'public', place))
  .map((name) => `${place}/${name}/`);
const pagesIn = (place) => foldersOf(place).map((folder) => ({
  folder, html: read(`${folder}index.html`), record: JSON.parse(read(`${folder}index.json`)),
}));
const decode = (html) => html.replace(/<[^>]+>/g, ' ').replace(/&#39;/g, "'").replace(/&quot;/g, '"')
  .replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();

/** The rows of the table with `caption` in `html`, each as the texts of its cells. */
function tableOf(html, caption) {
  const table = html.match(/<table[\s\S]*?<\/table>/g).find((each) => each.includes(`<caption>${caption}</caption>`));
  assert.ok(table, `no table '${caption}'`);
  return table.match(/<tbody>[\s\S]*<\/tbody>/)[0].match(/<tr[\s\S]*?<\/tr>/g)
    .map((row) => row.match(/<t[hd][\s\S]*?<\/t[hd]>/g).map(decode));
}

const [trend] = pagesIn('trends');
const portfolios = pagesIn('portfolio');

test('the page of a trend has a row for each node of its record, with a result for each date', () => {
  assert.equal(trend.record.subject.id, 'halden');
  const rows = tableOf(trend.html, 'Results as they were reported, date by date');
  assert.equal(rows.length, trend.record.nodes.length);
  rows.forEach(([, ...cells], index) => {
    const { points } = trend.record.nodes[index];
    assert.equal(cells.length, points.length);
    cells.forEach((cell, date) => {
      if (points[date].point === undefined) assert.equal(cell, 'Not assessed');
      else assert.ok(cell.startsWith(String(points[date].point)), `${cell}, not ${points[date].point}`);
    });
  });
});

test('a change is the difference of the numbers as they are shown, and the largest comes first', () => {
  const number = (text) => Number(text.replace('−', '-').replace('+', ''));
  const rows = tableOf(trend.html, 'Then and now');
  const changes = rows.map(([, , , then, now, change]) => {
    assert.equal(number(change), Math.round((number(now) - number(then)) * 100) / 100);
    return Math.abs(number(change));
  });
  const [, ...parts] = changes;
  assert.deepEqual(parts, [...parts].sort((a, b) => b - a));
});

test('every dot of the chart is a result of the record, and every line joins what it says goes on', () => {
  const wide = trend.html.match(/<svg class="trend-panels trend-panels-wide"[\s\S]*?<\/svg>/)[0];
  const points = trend.record.nodes.flatMap((node) => node.points);
  assert.equal(wide.match(/class="plot-dot"/g).length, points.filter((each) => each.point !== undefined).length);
  assert.equal((wide.match(/class="trend-line"/g) ?? []).length,
    points.filter((each) => each.goes_on === 'same').length);
});

test('each report of the client leads to the trend, and the trend to each report', () => {
  const leading = foldersOf('reports').filter((folder) => {
    try { return read(`${folder}index.html`).includes(`../../${trend.folder}`); } catch { return false; }
  });
  assert.equal(leading.length, trend.record.dates.length);
  for (const { report } of trend.record.dates) {
    const folder = path.posix.join(trend.folder, report);
    assert.ok(leading.includes(folder.endsWith('/') ? folder : `${folder}/`), folder);
  }
});

test('the table of clients as CSV is the portfolio of the record', () => {
  assert.deepEqual(portfolios.map(({ record }) => record.model.id).sort(), ['ecommerce', 'ecommerce-ai']);
  for (const { folder, html, record } of portfolios) {
    const rows = parseCsv(read(`${folder}portfolio.csv`), { columns: true, bom: true });
    assert.deepEqual(rows.map((row) => row.subject), record.clients.map((client) => client.subject));
    rows.forEach((row, index) => {
      const client = record.clients[index];
      assert.equal(row.client, client.name);
      assert.equal(row.trend, client.trend);
      assert.equal(row.next_review, client.next_review ?? '');
      assert.equal(row.whole, String(client.nodes[0].number ?? client.nodes[0].share ?? ''));
    });
    const shown = tableOf(html, 'Every client at the latest assessment');
    assert.deepEqual(shown.map(([name]) => name), record.clients.map((client) => client.name));
  }
});

test('as many clients stand at each stage as the table has there, and of few there is no average', () => {
  for (const { record } of portfolios) {
    const [whole] = record.nodes;
    for (const { stage, subjects } of whole.stages)
      assert.equal(subjects, record.clients.filter((client) => client.stage === stage).length);
    assert.ok(record.subjects < 5);
    for (const figure of ['floor', 'mean', 'median', 'ceiling']) assert.equal(whole[figure], undefined);
  }
});

test('nothing leads to a portfolio but what the program says at its end', () => {
  for (const { folder } of portfolios) {
    assert.match(folder, /^portfolio\/[a-z2-7]{26}\/$/);
    assert.ok(built.stdout.includes(folder));
    assert.match(read(`${folder}index.html`), /<meta name="robots" content="noindex, nofollow">/);
    const secret = folder.split('/')[1];
    const files = readdirSync(path.join(project, 'public'), { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile())) {
      const name = path.join(file.parentPath ?? file.path, file.name);
      if (!name.includes(secret)) assert.ok(!readFileSync(name).includes(secret), name);
    }
  }
});

test('one client alone is built without the others and without a portfolio', () => {
  const alone = build('--only', 'ostlery');
  assert.equal(alone.status, 0, alone.stderr);
  const folders = readdirSync(path.join(project, 'public'));
  assert.ok(!folders.includes('portfolio') && !folders.includes('trends'));
  assert.equal(foldersOf('reports').length, 1);
  const missing = build('--only', 'ostlry');
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /no assessment is of the subject 'ostlry'\n\s+did you mean 'ostlery'\?/);
});
