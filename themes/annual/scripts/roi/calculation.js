// What a calculation of benefits, savings and costs comes to. content/docs/roi.md is the rule.

import {
  add, atLeast, compare, divide, hundred, multiply, number, one, subtract, whole, zero,
} from '../assess/fraction.js';

const longestPayback = 60, mostRounds = 10;


// ---- formulas

/** A formula as a tree; one that was loaded without mistakes. @type {(text: string) => Formula} */
export function parseFormula(text) {
  const tokens = text.match(/[a-z_][a-z0-9_-]*|\d+(?:\.\d+)?|[-+*/()]/gi) ?? [];
  let at = 0;
  /** @type {() => Formula} */
  const factor = () => {
    const token = tokens[at++] ?? '0';
    if (token === '-') return { by: '-', parts: [{ number: zero }, factor()] };
    if (token === '(') {
      const inner = sums();
      at++;
      return inner;
    }
    return /\d/.test(token[0]) ? { number: number(token) } : { input: token };
  };
  /** @type {(part: () => Formula, signs: string[]) => Formula} */
  const chain = (part, signs) => {
    let left = part();
    while (signs.includes(tokens[at])) left = { by: tokens[at++], parts: [left, part()] };
    return left;
  };
  const products = () => chain(factor, ['*', '/']);
  const sums = () => chain(products, ['+', '-']);
  return sums();
}

const deeds = /** @type {Record<string, (a: Fraction, b: Fraction) => Fraction>} */ (
  { '+': add, '-': subtract, '*': multiply, '/': divide });

/** @type {(formula: Formula, values: Map<string, Fraction>) => Fraction} */
const amountOf = ({ by = '', parts, number: given, input = '' }, values) => (parts
  ? deeds[by](amountOf(parts[0], values), amountOf(parts[1], values))
  : given ?? values.get(input) ?? zero);

/** From what to what a formula goes; null if something may be divided by zero.
 * @type {(formula: Formula, inputs: RoiValues) => [Fraction, Fraction] | null} */
function rangeOf({ by = '', parts, number: given, input = '' }, inputs) {
  if (!parts) {
    const values = inputs.get(input);
    return given ? [given, given] : values ? [values.low, values.high] : [zero, zero];
  }
  const [left, right] = parts.map((part) => rangeOf(part, inputs));
  if (!left || !right) return null;
  if (by === '/' && atLeast(zero, right[0]) && atLeast(right[1], zero)) return null;
  const all = left.flatMap((a) => right.map((b) => deeds[by](a, b))).sort(compare);
  return [all[0], all[3]];
}

// ---- months

/** How many full months' worth `months` months bring. @type {(months: number, ramp: number) =>
 *   Fraction} */
const grown = (months, ramp) => (!ramp ? whole(months)
  : months <= ramp ? divide(whole(months * (months + 1)), whole(2 * ramp))
  : add(divide(whole(ramp + 1), whole(2)), whole(months - ramp)));

/** Sums per month, and once. @type {(calculation: Calculation, at: Map<string, Fraction>,
 *   trust: Fraction) => Flow} */
function flowOf({ lines }, at, trust) {
  const flow = { once: zero, gains: zero, costs: zero, onceGains: zero, onceCosts: zero };
  for (const { kind, every, lift, formula } of lines) {
    const share = lift ? divide(trust, hundred) : one, cost = kind === 'cost';
    const full = multiply(amountOf(formula, at), share);
    const amount = every === 'year' ? divide(full, whole(12)) : full;
    if (every === 'once') {
      flow.once = (cost ? subtract : add)(flow.once, amount);
      flow[cost ? 'onceCosts' : 'onceGains'] = add(flow[cost ? 'onceCosts' : 'onceGains'], amount);
    } else flow[cost ? 'costs' : 'gains'] = add(flow[cost ? 'costs' : 'gains'], amount);
  }
  return flow;
}

/** @type {(flow: Flow, months: number, ramp: number) => Fraction} */
const balance = ({ once, gains, costs }, months, ramp) => subtract(
  add(once, multiply(gains, grown(months, ramp))), multiply(costs, whole(months)));

/** @type {(flow: Flow, calculation: Calculation) => Fraction} */
function presentValue(flow, { horizon, ramp, rate }) {
  let value = flow.once, factor = one;
  for (let month = 0; month < horizon; month += 12) {
    factor = divide(factor, add(one, divide(rate ?? zero, hundred)));
    const last = Math.min(month + 12, horizon);
    value = add(value, multiply(factor,
      subtract(balance(flow, last, ramp), balance(flow, month, ramp))));
  }
  return value;
}

/** @type {(calculation: Calculation, at: Map<string, Fraction>, trust: Fraction) => RoiCase} */
function caseOf(calculation, at, trust) {
  const { horizon, ramp, rate } = calculation, flow = flowOf(calculation, at, trust);
  const net = balance(flow, horizon, ramp);
  const costs = add(flow.onceCosts, multiply(flow.costs, whole(horizon)));
  let payback = longestPayback;
  while (payback >= 0 && atLeast(balance(flow, payback, ramp), zero)) payback--;
  return {
    net, costs, benefits: add(flow.onceGains, multiply(flow.gains, grown(horizon, ramp))),
    share: compare(costs, zero) > 0 ? multiply(divide(net, costs), hundred) : null,
    payback: payback === longestPayback ? null : payback + 1,
    delay: subtract(net, balance(flow, horizon - 1, ramp)),
    present: rate ? presentValue(flow, calculation) : null,
  };
}

/** A calculation of a model, made ready. @type {(source: RoiJson) => Calculation} */
export const prepareRoi = (source) => ({
  lines: source.lines.map(({ kind, every = 'month', lift, amount }) =>
    ({ kind, every, lift: lift === true || lift === 'yes', formula: parseFormula(amount) })),
  horizon: Number(source.horizon ?? longestPayback), ramp: Number(source.ramp?.months ?? 0),
  rate: source.rate == null ? null : number(source.rate),
});

/** The three cases and what moves the net most; null where something may be divided by zero.
 * @type {(calculation: Calculation, inputs: RoiValues, trust: Fraction) => RoiResult | null} */
export function calculate(calculation, inputs, trust) {
  if (calculation.lines.some(({ formula }) => !rangeOf(formula, inputs))) return null;
  /** @type {(chosen: Map<string, 'low' | 'expected' | 'high'>) => Map<string, Fraction>} */
  const valuesAt = (chosen) => new Map([...inputs].map(([id, values]) =>
    [id, values[chosen.get(id) ?? 'expected']]));
  /** @type {(chosen: Map<string, 'low' | 'expected' | 'high'>) => Fraction} */
  const netOf = (chosen) => balance(flowOf(calculation, valuesAt(chosen), trust),
    calculation.horizon, calculation.ramp);
  const search = (/** @type {number} */ sign) => {
    /** @type {Map<string, 'low' | 'expected' | 'high'>} */
    const chosen = new Map([...inputs.keys()].map((id) => [id, 'expected']));
    for (let round = 0, changed = true; changed && round < mostRounds; round++) {
      changed = false;
      for (const id of inputs.keys()) {
        let best = netOf(chosen), taken = chosen.get(id) ?? 'expected';
        const before = taken;
        for (const end of /** @type {const} */ (['low', 'high'])) {
          const net = netOf(new Map([...chosen, [id, end]]));
          if (compare(net, best) * sign > 0) [best, taken] = [net, end];
        }
        chosen.set(id, taken);
        changed ||= taken !== before;
      }
    }
    return caseOf(calculation, valuesAt(chosen), trust);
  };
  const middle = netOf(new Map());
  const sensitivity = [...inputs].filter(([, { low, high }]) => compare(low, high))
    .map(([id]) => {
      const [low, high] = /** @type {const} */ (['low', 'high'])
        .map((end) => netOf(new Map([[id, end]])));
      const sorted = [low, high, middle].sort(compare);
      return { id, low, high, swing: subtract(sorted[2], sorted[0]) };
    }).sort((a, b) => compare(b.swing, a.swing));
  return {
    cases: { low: search(-1), expected: caseOf(calculation, valuesAt(new Map()), trust),
      high: search(1) },
    sensitivity,
  };
}

