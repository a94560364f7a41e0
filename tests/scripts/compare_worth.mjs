// Computes random calculations, and those of the shipped models with random numbers, by the
// calculator of the browser and by the Python reference, and compares every result: the exact value
// and what is shown of it. Ends with exit code 1 at the first difference.
//
// usage: node tests/scripts/compare_worth.mjs [--count N] [--seed TEXT] [--only INDEX]
//          [--model FILE]... [--reference FOLDER]
//   --model      random numbers for the calculation of this model, or of these in turn
//   --reference  the folder of roi.py and random_money.py (tests/reference)
import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decimal, fractionText, number, readJson } from '../../themes/annual/scripts/assess/fraction.js';
import { calculate, prepareRoi } from '../../themes/annual/scripts/roi/calculation.js';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' },
    only: { type: 'string' }, model: { type: 'string', multiple: true, default: [] },
    reference: { type: 'string', default: fileURLToPath(new URL('../reference', import.meta.url)) },
  },
});

// Prints each case on four lines: calculation, numbers, trust, and the reference's result or null.
const emit = `
import pathlib, random, sys
folder, seed, begin, end, *files = sys.argv[1:]
sys.path.insert(0, folder)
from exact import number, plain, read_file, write_json
from random_money import METHODS, ordered, random_calculation
from roi import DividesByZero, result_record
found = [plain(read_file(pathlib.Path(file)))["roi"] for file in files]
for index in range(int(begin), int(end)):
    rng = random.Random(f"{seed}/{index}")
    roi = dict(found[index % len(found)]) if found else random_calculation(rng)
    given = {}
    for one in roi["inputs"]:
        middle = number(one["expected"])
        width = abs(middle) * rng.choice([0, 1, 2]) / 2
        given[one["id"]] = ordered(rng, middle - width, middle + width) if files else \\
            {key: one.get(key, one["expected"]) for key in ("low", "expected", "high")}
    trust = rng.choice([0, 25, 50, 80, 100])
    roi["proof"] = dict.fromkeys(METHODS, trust)
    try:
        result = result_record(roi, given, "EUR")
    except DividesByZero:
        result = None
    for part in (roi, given, trust, result):
        print(write_json(part, 0).replace("\\n", ""))
`;

const cases = ['low', 'expected', 'high'];
const membersOf = ({ benefits, costs, net, share, delay, present }) => ({
  benefits: [benefits, 2], costs: [costs, 2], net: [net, 2], return_percent: [share, 1],
  cost_of_delay: [delay, 2], present_value: [present, 2],
});

/** What of `found` is not as the reference says in its members `name` and `name_exact`. */
function problemsOf(place, expected, members) {
  return Object.entries(members).flatMap(([name, [found, digits]]) => {
    if (expected[name] === undefined) return found ? [`${place}.${name}: nothing expected, found ${fractionText(found)}`] : [];
    const exact = expected[`${name}_exact`] ?? fractionText(number(expected[name]));
    if (!found) return [`${place}.${name}: expected ${exact}, found nothing`];
    const shown = decimal(found, digits);
    return [...fractionText(found) === exact ? [] : [`${place}.${name}: expected ${exact}, found ${fractionText(found)}`],
      ...shown === expected[name] ? [] : [`${place}.${name}: shown as ${expected[name]}, found ${shown}`]];
  });
}

function problems(expected, found) {
  if (!expected || !found) return expected || found ? [`expected ${expected ? 'a' : 'no'} result, found ${found ? 'one' : 'none'}`] : [];
  const all = cases.flatMap((name) => {
    const month = expected[name].not_within_five_years ? null : Number(expected[name].payback_month);
    const { payback } = found.cases[name];
    return [...problemsOf(name, expected[name], membersOf(found.cases[name])),
      ...payback === month ? [] : [`${name}.payback: expected ${month}, found ${payback}`]];
  });
  const order = (list) => list.map((one) => one.input ?? one.id).join(' ');
  if (order(expected.sensitivity) !== order(found.sensitivity)) {
    return [...all, `sensitivity: expected ${order(expected.sensitivity)}, found ${order(found.sensitivity)}`];
  }
  return [...all, ...found.sensitivity.flatMap(({ id, low, high, swing }, at) => problemsOf(`sensitivity.${id}`,
    expected.sensitivity[at], { net_at_low: [low, 2], net_at_high: [high, 2], swing: [swing, 2] }))];
}

const begin = Number(options.only ?? 0), end = options.only === undefined ? Number(options.count) : begin + 1;
const python = spawn('python3', ['-c', emit, options.reference, options.seed, String(begin), String(end), ...options.model],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } });
const ended = new Promise((resolve) => python.once('close', resolve));
let index = begin, without = 0, differs = false, parts = [];
for await (const line of readline.createInterface({ input: python.stdout })) {
  parts.push(line);
  if (parts.length < 4) continue;
  const [roi, given, trust, expected] = parts.map(readJson);
  const values = new Map(roi.inputs.map(({ id }) => [id, Object.fromEntries(cases.map((name) => [name, number(given[id][name])]))]));
  const found = problems(expected, calculate(prepareRoi(roi), values, number(trust)));
  if (found.length) {
    differs = true;
    console.log(`case ${index} differs (again: --seed ${options.seed} --only ${index})\n  ${found.slice(0, 5).join('\n  ')}`);
    python.kill();
    break;
  }
  without += expected ? 0 : 1;
  parts = [];
  index++;
}
const code = await ended;
console.log(`${index - begin} calculations equal, ${without} of them without a result (seed ${options.seed})`);
const isLopsided = !options.model.length && options.only === undefined && (!without || without === index);
if (isLopsided) console.log('every case has a result, or none has: the cases say too little');
if (differs || isLopsided || code !== 0 || index < end) process.exitCode = 1;
