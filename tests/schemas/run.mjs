#!/usr/bin/env node
// Holds the schemas and the program's own readers together: both read every fixture.
//
// usage: tests/schemas/run.mjs [--side=schema|loader] [KIND/NAME...]
//
// A fixture is a file KIND/NAME.yaml whose first line says what becomes of it, and why:
//   # good: why      both accept it
//   # shape: why     both refuse it
//   # meaning: why   the schema accepts it, the program refuses it
// The program checks a copy of project/ in which the fixture takes the place of the model, of the
// settings, or is the only assessment. What only the program writes, it is not asked to read.
// Fixtures that are named are shown with what both sides say.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync,
  readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkerOf, Count, here, kinds, parse, root } from './support.mjs';

// The records of pages have no fixtures: records.mjs looks at what the program writes.
const fixtureKinds = kinds.filter((kind) => existsSync(path.join(here, kind)));

const placeOf = {
  model: 'content/models/fixture/model.yaml',
  assessment: 'assessments/fixture.yaml',
  site: 'site.yaml',
};
const verdicts = {
  good: { schema: true, loader: true },
  shape: { schema: false, loader: false },
  meaning: { schema: true, loader: false },
};
const sides = ['schema', 'loader'];
const program = path.resolve(process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft'));

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readArguments(given) {
  const options = given.filter((argument) => argument.startsWith('--'));
  const unknown = options.filter((option) => !sides.some((side) => option === `--side=${side}`));
  if (unknown.length > 0 || options.length > 1)
    fail(`usage: run.mjs [--side=schema|loader] [KIND/NAME...], not ${given.join(' ')}`);
  return {
    sides: options.length > 0 ? [options[0].slice('--side='.length)] : sides,
    names: given.filter((argument) => !argument.startsWith('--')),
  };
}

function fixtures(names) {
  const all = fixtureKinds.flatMap((kind) => readdirSync(path.join(here, kind)).sort()
    .map((file) => `${kind}/${path.basename(file, '.yaml')}`));
  const missing = names.filter((name) => !all.includes(name));
  if (missing.length > 0) fail(`there is no fixture '${missing[0]}'`);
  return names.length > 0 ? names : all;
}

/** What the schema finds wrong with `text`, line by line. */
const checkers = Object.fromEntries(fixtureKinds.map((kind) => [kind, checkerOf(kind)]));
const askSchema = (kind, text) => checkers[kind](parse(text));

/** What the program finds wrong with `text`; throws when it ends in another way than it should. */
function askLoader(kind, text) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-schemas-'));
  try {
    cpSync(path.join(here, 'project'), folder, { recursive: true });
    const place = path.join(folder, placeOf[kind]);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    const done = spawnSync(program, ['check', folder], { encoding: 'utf8', timeout: 30000 });
    if (done.status !== 0 && done.status !== 1)
      throw new Error(`the program ended with ${done.status ?? done.signal}: ${done.stderr}`);
    const errors = done.stderr.split('\n').filter((line) => line.includes(': error: '));
    if ((done.status === 1) !== (errors.length > 0))
      throw new Error(`the program ended with ${done.status} and said: ${done.stderr}`);
    const elsewhere = errors.find((line) => !line.includes(placeOf[kind]));
    if (elsewhere) throw new Error(`an error that is not in the fixture: ${elsewhere}`);
    return errors.map((line) => line.replace(`${folder}/`, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ask = { schema: askSchema, loader: askLoader };

function problemsOf(kind, text, askedSides, isShown) {
  const tag = text.match(/^# (\w+): (\S.*)\n/);
  if (!tag || !(tag[1] in verdicts)) return ['the first line is not "# good|shape|meaning: why"'];
  const problems = [];
  for (const side of askedSides) {
    if (side === 'loader' && !placeOf[kind]) continue;
    try {
      const found = ask[side](kind, text);
      if (isShown) console.log(`${side}:`, ...found.map((line) => `\n  ${line}`));
      if (verdicts[tag[1]][side] && found.length > 0)
        problems.push(`${side} refuses it: ${found.join('; ')}`);
      if (!verdicts[tag[1]][side] && found.length === 0)
        problems.push(`${side} accepts it, although: ${tag[2]}`);
    } catch (error) {
      problems.push(`${side}: ${error.message}`);
    }
  }
  return problems;
}

const asked = readArguments(process.argv.slice(2));
if (asked.sides.includes('loader')) {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    fail(`${program} is not built; scripts/test builds it`);
  }
}
const count = new Count();
for (const name of fixtures(asked.names)) {
  const kind = path.dirname(name);
  const text = readFileSync(path.join(here, `${name}.yaml`), 'utf8');
  count.add(name, problemsOf(kind, text, asked.sides, asked.names.length > 0));
}
count.close();
