// The calculator against the example that content/docs/roi.md works by hand.
import assert from 'node:assert/strict';
import * as test from 'node:test';
import { fractionText, number } from '../../themes/annual/scripts/assess/fraction.js';
import { calculate, prepareRoi } from '../../themes/annual/scripts/roi/calculation.js';

const example = {
  inputs: [], horizon: '12', ramp: { months: '4' },
  lines: [
    { kind: 'benefit', amount: 'orders * lift / 100 * margin', lift: true },
    { kind: 'cost', amount: 'licence' },
    { kind: 'cost', amount: 'setup', every: 'once' },
  ],
};
const values = (lists) => new Map(Object.entries(lists).map(([id, list]) => {
  const [low, expected, high] = (list.length === 1 ? [list[0], list[0], list[0]] : list).map((each) => number(String(each)));
  return [id, { low, expected, high }];
}));
const given = values({ orders: [1000], lift: [1, 4, 6], margin: [30], licence: [100, 150, 200], setup: [1200] });
const line = ({ net, costs, benefits, share, payback, delay }) =>
  [net, costs, benefits, share, delay].map((each) => (each ? fractionText(each) : 'none')).join(' ') + ` ${payback}`;

test.test('the example of the manual', () => {
  const { cases, sensitivity } = calculate(prepareRoi(example), given, number('50'));
  assert.equal(line(cases.expected), '3300 3000 6300 110 450 5');
  assert.equal(fractionText(cases.low.net), '-2025');
  assert.equal(cases.low.payback, null);
  assert.ok(cases.low.delay.n <= 0n);
  assert.equal(fractionText(cases.high.net), '7050');
  assert.equal(cases.high.payback, 4);
  assert.deepEqual(sensitivity.map(({ id, low, high, swing }) => [id, ...[low, high, swing].map(fractionText)]),
    [['lift', '-1425', '6450', '7875'], ['licence', '3900', '2700', '1200']]);
});

test.test('a divisor that can be nothing gives no result', () => {
  const ratio = prepareRoi({ ...example, lines: [{ kind: 'benefit', amount: '1 / (orders - 5)' }] });
  assert.equal(calculate(ratio, values({ orders: [0, 5, 10] }), number('25')), null);
  assert.equal(calculate(ratio, values({ orders: [5, 6, 10] }), number('25')), null);
  assert.equal(calculate(ratio, values({ orders: [0, 1, 5] }), number('25')), null);
  assert.ok(calculate(ratio, values({ orders: [6, 7, 10] }), number('25')));
  assert.ok(calculate(ratio, values({ orders: [0, 1, 4] }), number('25')));
});

test.test('formulas bind as in school, and from the left', () => {
  const net = (amount) => fractionText(calculate(prepareRoi({ inputs: [], horizon: '1', lines: [{ kind: 'benefit', amount }] }), values({ a: [12] }), number('25')).cases.expected.net);
  assert.deepEqual(['2 + 3 * 4', '20 - 5 - 1', '24 / 4 / 2', '-a + 1', '2 * -3', '(2 + 3) * a', '0.5 * a', 'a - -a'].map(net),
    ['14', '14', '3', '-11', '-6', '60', '6', '24']);
});

test.test('the present value of a year is what it brings, divided once', () => {
  const calculation = prepareRoi({ inputs: [], horizon: '18', rate: '10', lines: [
    { kind: 'cost', amount: '100', every: 'once' }, { kind: 'benefit', amount: '120', every: 'year' }] });
  // -100 + 120 / 1.1 + 60 / 1.21
  assert.equal(fractionText(calculate(calculation, values({}), number('25')).cases.expected.present), '7100/121');
});
