// The reports of the example project, as readers and other programs see them: a number has one value
// wherever it stands, tables and calendars are read back by parsers that are not ours, charts are
// files that stand alone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const program = path.resolve(process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft'));

const work = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-reports-'));
after(() => rmSync(work, { recursive: true }));

const build = (project, options = [], env = process.env) =>
  spawnSync(program, ['build', project, '-o', path.join(project, 'public'), ...options],
    { encoding: 'utf8', env });

/** The folders of all reports of a project: those that hold a record of their own. */
function reportsOf(project) {
  const found = [];
  const look = (folder, depth) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const below = path.join(folder, entry.name);
      if (existsSync(path.join(below, 'index.json'))) found.push(below);
      else if (depth < 2) look(below, depth + 1);
    }
  };
  look(path.join(project, 'public/reports'), 0);
  return found.map((folder) => ({
    folder,
    record: JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')),
    html: readFileSync(path.join(folder, 'index.html'), 'utf8'),
    text: (name) => readFileSync(path.join(folder, name), 'utf8'),
  }));
}

const project = path.join(work, 'site');
cpSync(path.join(root, 'site'), project, {
  recursive: true,
  filter: (source) => !/\/(public|exports|\.stagecraft)$/.test(source),
});
const built = build(project);
assert.equal(built.status, 0, built.stderr);
const reports = reportsOf(project);
const halden = reports.find((report) => report.record.subject.id === 'halden'
  && report.record.date === '2026-10-06');

const textOf = (html) => html.replace(/<[^>]+>/g, ' ').replace(/&#39;/g, "'").replace(/&quot;/g, '"')
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
const sectionOf = (html, id) => {
  const begin = html.indexOf(`<section class="part${id === 'appendix' ? ' appendix' : ''}" id="${id}">`);
  assert.ok(begin >= 0, `no section ${id}`);
  const next = html.indexOf('\n<section class="part', begin + 1);
  return html.slice(begin, next < 0 ? undefined : next);
};
const openActions = (record) => record.roadmap.flatMap((step) => step.open);
const rowsOf = (text) => parseCsv(text, { bom: true, columns: true });

test('every report has all sections, in the order of the manual', () => {
  const order = [...readFileSync(path.join(root, 'content/docs/reports.md'), 'utf8')
    .matchAll(/^\| \d+ \| [^|]+ \| `([a-z]+)` \|/gm)].map((row) => row[1]);
  assert.equal(order.length, 14);
  for (const { html, folder } of reports) {
    const found = [...html.matchAll(/<section class="part(?: appendix)?" id="([a-z]+)">/g)]
      .map((section) => section[1]);
    assert.deepEqual(found, order, folder);
    for (const id of order) assert.ok(existsSync(path.join(folder, id, 'index.html')), id);
  }
});

test('what a section page shows is what the whole report shows', () => {
  for (const id of ['findings', 'roadmap', 'worth', 'risks']) {
    const alone = textOf(sectionOf(halden.text(`${id}/index.html`), id));
    const whole = textOf(sectionOf(halden.html, id));
    const section = (text) => text.slice(0, text.lastIndexOf(' Maturity ')).trim() || text;
    assert.ok(section(alone).startsWith(whole.trim().slice(0, whole.trim().length - 1))
      || section(whole).startsWith(section(alone)), id);
  }
});

test('the business case is told in the same figures in the summary, its section and the decisions', () => {
  const money = (text) => [...text.matchAll(/[−-]?£[\d,]+/g)].map((figure) => figure[0]);
  const summary = money(textOf(sectionOf(halden.html, 'summary')));
  assert.ok(summary.length >= 3, 'expected, low and high');
  const section = money(textOf(sectionOf(halden.html, 'worth')));
  for (const figure of summary) assert.ok(section.includes(figure), figure);
  const decided = money(textOf(sectionOf(halden.html, 'decisions')));
  for (const figure of decided) assert.ok(section.includes(figure), figure);
});

test('the figures of the business case are those of the record, rounded to whole units', () => {
  const result = halden.record.evaluation.roi ?? halden.record.roi_result;
  const cases = result ?? halden.record.roi.result;
  const shown = textOf(sectionOf(halden.html, 'worth'));
  for (const name of ['low', 'expected', 'high'])
    for (const member of ['benefits', 'costs', 'net']) {
      const value = cases[name][member];
      const number = typeof value === 'object' ? value.value : value;
      const whole = Math.sign(number) * Math.floor(Math.abs(Number(number)) + 0.5);
      const text = Math.abs(whole).toLocaleString('en-GB');
      assert.ok(shown.includes(`£${text}`), `${name} ${member}: ${text}`);
    }
});

test('stages and numbers of actions in the summary are those of the record', () => {
  for (const { record, html } of reports) {
    const summary = textOf(sectionOf(html, 'summary'));
    if (record.current) assert.ok(summary.includes(record.current.title), record.current.title);
    for (const action of openActions(record).slice(0, 3))
      assert.ok(summary.includes(action.title), action.title);
  }
});

test('the plot of pillars, its table and the record name the same stages', () => {
  const section = textOf(sectionOf(halden.html, 'results'));
  for (const [pillar, stage] of [['Technology and platform', '2 Developing'],
    ['Customer experience and marketing', '3 Defined']])
    assert.match(section, new RegExp(`${pillar} ${stage}`));
});

test('the roadmap as CSV is the roadmap of the record', () => {
  for (const { record, text } of reports) {
    const rows = rowsOf(text('roadmap.csv'));
    const open = rows.filter((row) => row.status === 'open' || row.status === 'started');
    assert.deepEqual(
      open.map((row) => [row.number, row.id, row.impact, row.effort, row.owner, row.start, row.end]),
      openActions(record).map((action) => [String(action.number), action.action,
        String(action.impact), String(action.effort), action.owner ?? '', action.start ?? '',
        action.end ?? '']));
  }
});

test('KPIs and answers as CSV have a row for each', () => {
  for (const { record, text } of reports) {
    const kpis = rowsOf(text('kpis.csv'));
    assert.deepEqual(kpis.map((row) => row.id), record.kpis.map((kpi) => kpi.kpi ?? kpi.id));
    const answers = rowsOf(text('answers.csv'));
    assert.deepEqual(answers.filter((row) => row.respondent === '').map((row) => row.id),
      record.answers.map((answer) => answer.question));
  }
  const said = rowsOf(halden.text('answers.csv')).filter((row) => row.respondent !== '');
  assert.equal(said.filter((row) => row.id === 'place-technology').length, 4);
});

test('the table for issue trackers has the columns that they ask for', () => {
  const rows = rowsOf(halden.text('issues.csv'));
  assert.equal(rows.length, openActions(halden.record).length);
  for (const row of rows) {
    assert.ok(row.title.length > 0 && row.title.length <= 255);
    assert.ok(row.description.length > 0);
    assert.match(row.due_date, /^\d{4}-\d\d-\d\d$/);
    assert.ok(row.start_date <= row.due_date);
    assert.ok(['High', 'Medium', 'Low'].includes(row.priority));
  }
});

test('the calendar is read by a parser, and holds every open action and every review', () => {
  for (const { record, text } of reports) {
    const calendar = new ICAL.Component(ICAL.parse(text('roadmap.ics')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const actions = events.filter((event) => event.uid.startsWith('action-'));
    assert.deepEqual(
      actions.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()]),
      openActions(record).map((action) => {
        const end = new Date(`${action.end}T00:00:00Z`);
        end.setUTCDate(end.getUTCDate() + 1);
        return [action.title, action.start, end.toISOString().slice(0, 10)];
      }));
    assert.equal(events.length - actions.length, (record.deferred ?? []).length);
    assert.equal(new Set(events.map((event) => event.uid)).size, events.length);
  }
});

test('lines of a calendar have at most 75 octets and end with CR and LF', () => {
  for (const { text } of reports) {
    const bytes = text('roadmap.ics');
    assert.ok(bytes.endsWith('END:VCALENDAR\r\n'));
    assert.doesNotMatch(bytes, /[^\r]\n/);
    for (const line of bytes.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  }
});

test('every chart is an SVG file of its own, without references to anything', () => {
  for (const { folder } of reports)
    for (const name of readdirSync(path.join(folder, 'charts'))) {
      const svg = readFileSync(path.join(folder, 'charts', name), 'utf8');
      assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" '), name);
      assert.doesNotMatch(svg, /var\(|url\(|href=|class="[^"]*"[^>]*style=/, name);
    }
  assert.deepEqual(['ladder', 'matrix', 'pillars', 'timeline', 'worth'],
    readdirSync(path.join(halden.folder, 'charts')).filter((name) => !name.startsWith('kpi-'))
      .map((name) => name.replace('.svg', '')));
});

test('a text that a spreadsheet would run as a formula stands behind an apostrophe', () => {
  const evil = "=HYPERLINK(\"http://evil.example\",\"x\")";
  const hostile = path.join(work, 'formula');
  cpSync(path.join(root, 'site'), hostile, {
    recursive: true,
    filter: (source) => !/\/(public|exports|\.stagecraft)$/.test(source),
  });
  const assessment = path.join(hostile, 'assessments/halden/2026-10.yaml');
  writeFileSync(assessment, readFileSync(assessment, 'utf8')
    .replace('owner: IT lead, note:', `owner: '${evil}', note:`));
  const result = build(hostile);
  assert.equal(result.status, 0, result.stderr);
  const report = reportsOf(hostile).find(({ record }) => record.date === '2026-10-06');
  const row = rowsOf(report.text('roadmap.csv')).find(({ id }) => id === 'connect-order-flow');
  assert.equal(row.owner, `'${evil}`);
  assert.equal(rowsOf(report.text('issues.csv')).find(({ assignee }) => assignee.includes('HYPERLINK'))
    .assignee, `'${evil}`);
});

test('a consultant’s own words stand in their section, with the values of the report', () => {
  const summary = textOf(sectionOf(halden.html, 'summary'));
  assert.match(summary, /Halden Outdoor sells well .* Halden Outdoor is at stage 2 of 5, Developing/);
  assert.match(halden.text('index.md'), /Management and the people who do the work/);
});

test('where a program is missing, the build publishes, says so, and tells how to get it', () => {
  const without = build(project, ['--pdf', '--docx', '--png'], { ...process.env, PATH: '/nowhere' });
  assert.equal(without.status, 3);
  assert.match(without.stderr, /Chromium is not installed; on Debian: apt-get install chromium\n/);
  assert.match(without.stderr, /pandoc is not installed; on Debian: apt-get install pandoc\n/);
  assert.match(without.stderr, /rsvg-convert is not installed; on Debian: apt-get install librsvg2-bin\n/);
});

const has = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

test('a PDF is tagged, has bookmarks, and every sheet of it holds something', {
  skip: !(has('chromium') && has('pdfinfo')) && 'chromium or pdfinfo is not installed',
}, () => {
  const made = build(project, ['--pdf']);
  assert.equal(made.status, 0, made.stderr);
  const file = path.join(project, 'exports/halden-2026-10-06/report.pdf');
  const information = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
  assert.match(information, /Tagged: +yes/);
  const pages = Number(information.match(/Pages: +(\d+)/)[1]);
  assert.ok(pages <= 25, `${pages} sheets`);
  assert.match(readFileSync(file, 'latin1'), /\/Outlines /);
  for (let page = 1; page <= pages; page += 1) {
    const text = spawnSync('pdftotext', ['-f', page, '-l', page, file, '-'], { encoding: 'utf8' }).stdout;
    assert.ok(text.trim().length > 60, `sheet ${page}`);
  }
});

test('a Word document is made by pandoc', { skip: !has('pandoc') && 'pandoc is not installed' }, () => {
  const made = build(project, ['--docx']);
  assert.equal(made.status, 0, made.stderr);
  const file = readFileSync(path.join(project, 'exports/halden-2026-10-06/report.docx'));
  assert.equal(file.subarray(0, 2).toString(), 'PK');
});

test('pictures of charts are made by rsvg-convert', {
  skip: !has('rsvg-convert') && 'rsvg-convert is not installed',
}, () => {
  const made = build(project, ['--png']);
  assert.equal(made.status, 0, made.stderr);
  for (const chart of ['ladder', 'pillars', 'matrix', 'timeline', 'worth']) {
    const file = readFileSync(path.join(project, `exports/halden-2026-10-06/${chart}.png`));
    assert.equal(file.subarray(1, 4).toString(), 'PNG');
  }
});
