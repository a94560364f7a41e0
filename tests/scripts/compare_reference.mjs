// Scores random assessments of random models in the browser's engine and in the Python reference, and
// compares the records field by field, and the shortest list of answers that would raise the stage.
// Ends with exit code 1 at the first difference.
//
// usage: node tests/scripts/compare_reference.mjs [--count N] [--seed TEXT] [--only INDEX]
//          [--model FILE]... [--reference FOLDER] [--keep FOLDER]
//   --model      random assessments of this model, or of these in turn, in place of random models
//   --reference  the folder of score.py and random_cases.py (tests/reference)
//   --keep       where to leave the model, the assessment and both records of a difference
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { changesUpward } from '../../themes/annual/scripts/assess/changes.js';
import { readJson } from '../../themes/annual/scripts/assess/fraction.js';
import { recordText, score } from '../../themes/annual/scripts/assess/record.js';
import { prepare } from '../../themes/annual/scripts/assess/score.js';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' },
    only: { type: 'string' }, keep: { type: 'string' }, model: { type: 'string', multiple: true, default: [] },
    reference: { type: 'string', default: fileURLToPath(new URL('../reference', import.meta.url)) },
  },
});

const mostLists = 400;  // how many lists both try before they give up

// Prints each case on four lines: the model, the assessment, the reference's record and its list;
// null for a list of which there are too many to try them all.
const emit = `
import pathlib, random, sys
folder, seed, begin, end, *files = sys.argv[1:]
sys.path.insert(0, folder)
from exact import read_file, write_json
from random_answers import random_assessment
from random_cases import random_case
from evaluation import NOT_TRIED, Case, shortest_changes
from scoring import score
models = [read_file(pathlib.Path(file)) for file in files]
for index in range(int(begin), int(end)):
    name = f"{seed}/{index}"
    if models:
        model = models[index % len(models)]
        assessment = random_assessment(random.Random(name), model)
    else:
        case = random_case(name, f"case-{index}")
        model, assessment = case.model, case.assessment
    case = Case(model, assessment)
    changes = shortest_changes(case, case.methods[0]) if case.methods else {}
    for part in (model, assessment, score(model, assessment), None if changes is NOT_TRIED else changes or {}):
        print(write_json(part, 0).replace("\\n", ""))
`;

/** The first place where two values differ, as path and both; a list without entries is as good as none. */
function difference(expected, found, place) {
  if (typeof expected !== 'object' || typeof found !== 'object') {
    const empty = (value) => value === undefined || (Array.isArray(value) && !value.length);
    return expected === found || (empty(expected) && empty(found)) ? null : { place, expected, found };
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const first = difference(expected[key], found[key], Array.isArray(expected) ? `${place}[${key}]` : `${place}.${key}`);
    if (first) return first;
  }
  return null;
}

/** The shortest list of the browser's engine, as the reference writes it. */
function listOf(model, assessment) {
  if (!model.methods.length) return [];
  return changesUpward(model, model.methods[0], assessment, mostLists).changes;
}

const countFields = (value) => (typeof value === 'object' && value !== null
  ? Object.values(value).reduce((count, part) => count + countFields(part), 0) : 1);

const begin = options.only === undefined ? 0 : Number(options.only);
const end = options.only === undefined ? Number(options.count) : begin + 1;
const python = spawn('python3', ['-c', emit, options.reference, options.seed, String(begin), String(end), ...options.model],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } });
const ended = new Promise((resolve) => python.once('close', resolve));

let index = begin, fields = 0, lists = 0, differs = false, parts = [];
for await (const line of readline.createInterface({ input: python.stdout })) {
  parts.push(line);
  if (parts.length < 4) continue;
  const [model, assessment, expected, changes] = parts.map(readJson);
  let text = '', first;
  try {
    const ready = prepare(model);
    text = recordText(score(ready, assessment));
    first = difference(expected, readJson(text), 'record');
    if (changes && !first) {
      first = difference(changes.list ?? [], listOf(ready, assessment), 'changes');
      lists += changes.list ? 1 : 0;
    }
  } catch (error) {
    first = { place: 'the engine throws', expected: undefined, found: error.stack };
  }
  if (first) {
    differs = true;
    console.log(`case ${index} differs at ${first.place}\n  reference: ${JSON.stringify(first.expected)}`
      + `\n  engine:    ${JSON.stringify(first.found)}\n  again: --seed ${options.seed} --only ${index}`);
    if (options.keep) {
      await mkdir(options.keep, { recursive: true });
      const files = { 'model.json': parts[0], 'assessment.json': parts[1], 'expected.json': parts[2], 'found.json': text };
      for (const [name, content] of Object.entries(files)) await writeFile(path.join(options.keep, name), `${content}\n`);
    }
    python.kill();
    break;
  }
  fields += countFields(expected);
  parts = [];
  index++;
}
const code = await ended;
console.log(`${index - begin} cases equal, ${fields} fields and ${lists} lists compared (seed ${options.seed})`);
if (differs || code !== 0 || index < end) process.exitCode = 1;
