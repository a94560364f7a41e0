#!/usr/bin/env node
// Every record that the program writes is what its schema says, and the schemas refuse mistakes.
//
// usage: tests/schemas/records.mjs
//
// The records are those of the golden sites, and of sites that the program builds now: the example
// site, one of the models that come with the program, one of the models that were worked by hand,
// and one for each good fixture of a model or an assessment.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync,
  writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkerOf, Count, here, root } from './support.mjs';

const program = path.resolve(process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft'));
const golden = path.join(root, 'tests/golden');

// The kind of schema by what the member `schema` of a record says.
const kindOf = {
  'stagecraft/model/2': 'model-record',
  'stagecraft/stage/2': 'stage',
  'stagecraft/part/1': 'part',
  'stagecraft/report/2': 'report',
  'stagecraft/trend/1': 'trend',
  'stagecraft/portfolio/1': 'portfolio',
  'stagecraft/record/1': 'record',
  'stagecraft/product/1': 'product',
  'stagecraft/audit/1': 'audit',
  'stagecraft/capabilities/1': 'capability-feed',
  'stagecraft/data/1': 'data',
  'stagecraft/search/1': 'search',
  'stagecraft/score/1': 'score',
  'stagecraft/self-assessment/1': 'self-assessment',
  'stagecraft/visitor-results/1': 'visitor-results',
  'stagecraft/roi/1': 'roi',
};
const checkers = Object.fromEntries(Object.values(kindOf).map((kind) => [kind, checkerOf(kind)]));
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The records below `folder`, as paths from it. */
const twinsOf = (folder) => readdirSync(folder, { recursive: true })
  .filter((file) => ['index.json', 'search.json'].includes(path.basename(file))).sort();

/** The golden tests whose expected output has records. */
const goldenSites = () => readdirSync(golden).sort().filter((name) => {
  const expected = path.join(golden, name, 'expected');
  return existsSync(expected) && twinsOf(expected).length > 0;
});

function problemsOf(record) {
  const check = checkers[kindOf[record.schema]];
  return check ? check(record) : [`no schema describes '${record.schema}'`];
}

/** Builds `project` to `output`; throws when the program does not. */
function build(project, output) {
  const done = spawnSync(program, ['build', '-o', output, project],
    { encoding: 'utf8', timeout: 60000 });
  if (done.status !== 0)
    throw new Error(`the program ended with ${done.status ?? done.signal}: ${done.stderr}`);
}

/** Writes the settings of a project with `models`. */
function writeSettings(folder, models) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'site.yaml'), 'title: Models\ndescription: All of them.\n'
    + `base_url: https://example.org/\nmodels: [${models.join(', ')}]\n`
    + `self_assessments: [${models.join(', ')}]\n`
    + 'link_key: "00112233445566778899aabbccddeeff"\n');
}

/** A project with every model that comes with the program. */
function writeBuiltIn(folder) {
  writeSettings(folder, readdirSync(path.join(root, 'content/models')).sort());
}

/** A project with the models that were worked by hand and their assessments. */
function writeWorked(folder) {
  const worked = path.join(root, 'tests/models');
  const models = readdirSync(worked).filter((id) =>
    existsSync(path.join(worked, id, 'model.yaml'))).sort();
  writeSettings(folder, models);
  for (const id of models) {
    cpSync(path.join(worked, id, 'model.yaml'),
      path.join(folder, 'content/models', id, 'model.yaml'));
    cpSync(path.join(worked, id, 'assessments'), path.join(folder, 'assessments', id),
      { recursive: true });
  }
}

/** The fixtures of `kind` that the program accepts, as paths. */
const goodFixtures = (kind) => readdirSync(path.join(here, kind)).sort()
  .map((file) => path.join(here, kind, file))
  .filter((file) => readFileSync(file, 'utf8').startsWith('# good: '));

/** What writes a project in which `fixture` stands at `place`. */
const writeFixture = (fixture, place) => (folder) => {
  cpSync(path.join(here, 'project'), folder, { recursive: true });
  cpSync(fixture, path.join(folder, place));
};

/** The sites that are built: a name, and what writes the project to a folder. */
function builtSites() {
  const fixturesAt = (kind, place) => goodFixtures(kind).map((file) =>
    [`${kind}/${path.basename(file, '.yaml')}`, writeFixture(file, place)]);
  return [
    ['example site', (folder) => cpSync(path.join(root, 'site'), folder, { recursive: true,
      filter: (file) => file !== path.join(root, 'site/public') })],
    ['built-in models', writeBuiltIn],
    ['worked models', writeWorked],
    ...fixturesAt('model', 'content/models/fixture/model.yaml'),
    ...fixturesAt('assessment', 'assessments/fixture.yaml'),
  ];
}

/** Adds a test for each twin below `folder`; the kinds that were seen. */
function addTwins(count, name, folder) {
  const kinds = new Set();
  const twins = twinsOf(folder);
  if (twins.length === 0) count.add(name, ['there are no records']);
  for (const twin of twins) {
    const record = read(path.join(folder, twin));
    kinds.add(kindOf[record.schema]);
    count.add(`${name}: ${twin}`, problemsOf(record));
  }
  return kinds;
}

/** Adds tests for the scores that the golden tests print. */
function addScores(count) {
  const names = readdirSync(golden).filter((name) => name.endsWith('-scored-as-json')).sort();
  if (names.length === 0) count.add('scores', ['there are no records']);
  for (const name of names) count.add(name, problemsOf(read(path.join(golden, name, 'stdout'))));
}

const site = path.join(golden, 'a-small-site/expected');
const good = {
  'model-record': path.join(site, 'models/tea/index.json'),
  stage: path.join(site, 'models/tea/stages/leaves/index.json'),
  part: path.join(site, 'models/tea/kpis/index.json'),
  report: path.join(site, 'reports/acme/2026-09-15/index.json'),
  'visitor-results': path.join(golden,
    'what-others-answered-in-counts/expected/assess/tea/results/index.json'),
  score: path.join(golden, 'an-assessment-scored-as-json/stdout'),
};

// Mistakes by kind: what is done to a good record, and a part of what the schema must say.
const mistakes = {
  'model-record': [
    ['a key that does not exist', (record) => { record.stagess = []; }, 'stagess'],
    ['no short title', (record) => { delete record.short_title; }, 'short_title'],
    ['an empty list', (record) => { record.stages = []; }, '/stages '],
    ['another number of the record', (record) => { record.schema = 'stagecraft/model/1'; },
      '/schema '],
  ],
  stage: [
    ['a key that does not exist', (record) => { record.model.name = 'Tea'; }, 'name'],
    ['a number from 0', (record) => { record.number = 0; }, '/number '],
    ['a stage without a title', (record) => { delete record.stage.title; }, '/stage '],
    ['a condition of two kinds', (record) => {
      record.conditions = [{ method: 'by-count', from: 1, needs: 'all' }];
    }, '/conditions/0 '],
  ],
  part: [
    ['a key that does not exist', (record) => { record.kpi = []; }, 'kpi'],
    ['a part that does not exist', (record) => { record.part = 'kpi'; }, '/part '],
    ['a KPI without a title', (record) => { delete record.kpis[0].title; }, '/kpis/0 '],
  ],
  report: [
    ['a key that does not exist', (record) => { record.answers[0].id = 'x'; }, '/answers/0 '],
    ['no steps to the target', (record) => { delete record.steps_to_target; }, 'steps_to_target'],
    ['two answers at once', (record) => {
      record.answers[0].history = [{ date: '2026-09', answer: 'no' }];
    }, '/answers/0 '],
    ['a gap with a decimal as the exact number', (record) => {
      Object.assign(record.kpis[0], { gap_to_target: 0.33, gap_to_target_exact: '0.33' });
    }, '/kpis/0/gap_to_target_exact '],
    ['a state that does not exist', (record) => {
      record.scores[0].questions[0].state = 'open';
    }, '/scores/0/questions/0/state '],
    ['the id of a respondent', (record) => { record.respondents = [{ id: 'cook' }]; },
      '/respondents/0 '],
  ],
  'visitor-results': [
    ['counts of too few people', (record) => { record.people = 4; }, '/ must NOT be valid'],
    ['the name of somebody', (record) => { record.names = ['Wren']; }, 'names'],
    ['a decimal as the exact median', (record) => {
      Object.assign(record.questions[0], { median: 0.33, median_exact: '0.33' });
    }, '/questions/0/median_exact '],
  ],
  score: [
    ['a key that does not exist', (record) => { record.methods[0].name = 'x'; }, '/methods/0 '],
    ['a decimal as the exact number', (record) => {
      Object.assign(record.methods[0].nodes[0], { value: 0.33, value_exact: '0.33' });
    }, '/methods/0/nodes/0/value_exact '],
  ],
};

/** What is wrong when `spoil` has been at a good record of `kind`. */
function refusalProblems(kind, spoil, expected) {
  const record = read(good[kind]);
  spoil(record);
  const found = checkers[kind](record);
  if (found.length === 0) return ['the schema accepts it'];
  return found.some((line) => line.includes(expected)) ? []
    : [`nothing says '${expected}': ${found.join('; ')}`];
}

/** A computed number with more digits than a program keeps has a whole number beside it. */
function wholeExactProblems() {
  const report = read(good.report);
  Object.assign(report.kpis[0],
    { gap_to_target: 1234567890123456, gap_to_target_exact: '1234567890123456' });
  const score = read(good.score);
  Object.assign(score.methods[0].nodes[0],
    { value: 1234567890123456, value_exact: '1234567890123456' });
  return [...problemsOf(report), ...problemsOf(score)];
}

const count = new Count();
const seen = new Set();
const work = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-records-'));
try {
  for (const name of goldenSites())
    addTwins(count, name, path.join(golden, name, 'expected')).forEach((kind) => seen.add(kind));
  addScores(count);
  for (const [name, write] of builtSites()) {
    const project = path.join(work, name, 'project');
    const output = path.join(work, name, 'output');
    write(project);
    build(project, output);
    addTwins(count, name, output).forEach((kind) => seen.add(kind));
  }
} finally {
  rmSync(work, { recursive: true });
}
count.add('records of each kind of page were seen',
  ['model-record', 'stage', 'report', 'data', 'search', 'self-assessment', 'visitor-results', 'roi']
    .filter((kind) => !seen.has(kind)));
for (const [kind, entries] of Object.entries(mistakes))
  for (const [name, spoil, expected] of entries)
    count.add(`${kind}: refuses ${name}`, refusalProblems(kind, spoil, expected));
count.add('an exact number may be whole', wholeExactProblems());
count.close();
