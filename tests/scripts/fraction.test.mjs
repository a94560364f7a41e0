import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add, compare, decimal, divide, floor, fraction, fractionText, multiply, number, readJson, subtract, together,
} from '../../themes/annual/scripts/assess/fraction.js';

const text = (value) => fractionText(value);
const list = (...texts) => texts.map(number);

test('decimal texts and doubles are read exactly', () => {
  const cases = { 40: '40', '2.5': '5/2', '0.575': '23/40', '-3': '-3', '-0.125': '-1/8', '0.00': '0', '1e-7': '1/10000000', '1.5e+21': '1500000000000000000000' };
  for (const [given, expected] of Object.entries(cases)) assert.equal(text(fraction(given)), expected);
  assert.equal(text(fraction(0.575)), '23/40');
  assert.equal(text(fraction(1e21)), '1000000000000000000000');
  assert.equal(text(fraction('0.1000000000000000000000000000000001')), '1000000000000000000000000000000001/10000000000000000000000000000000000');
});

test('what is no number is refused, and quickly', () => {
  const refused = ['', ' 1', '1.', '.5', '+1', '1,5', '0x1', '1e9999', 'NaN', '9'.repeat(401), NaN, Infinity, null, undefined, true, [1], {}];
  for (const given of refused) assert.equal(fraction(given), null, String(given));
  assert.throws(() => number('all'), RangeError);
});

test('fractions are computed in lowest terms with the sign above the line', () => {
  const [third, sixth, minus] = [divide(...list('1', '3')), divide(...list('1', '6')), number('-2')];
  assert.equal(text(add(third, sixth)), '1/2');
  assert.equal(text(subtract(sixth, third)), '-1/6');
  assert.equal(text(multiply(third, minus)), '-2/3');
  assert.equal(text(divide(third, minus)), '-1/6');
  assert.equal(text(add(third, multiply(third, minus))), '-1/3');
  assert.deepEqual([compare(third, sixth), compare(minus, sixth), compare(sixth, sixth)], [1, -1, 0]);
});

test('floor goes down', () => {
  const cases = { '2.9': 2n, 2: 2n, '-0.1': -1n, '-2': -2n, '-2.5': -3n, 0: 0n };
  for (const [given, expected] of Object.entries(cases)) assert.equal(floor(number(given)), expected, given);
});

test('numbers are rounded half away from zero and shown without needless zeros', () => {
  const cases = [['2.345', 2, '2.35'], ['-2.345', 2, '-2.35'], ['2.344', 2, '2.34'], ['-0.001', 2, '0'],
    ['2.5', 0, '3'], ['-2.5', 0, '-3'], ['0.05', 1, '0.1'], ['10', 2, '10'], ['1.50', 2, '1.5'], ['0.0000005', 6, '0.000001']];
  for (const [given, digits, expected] of cases) assert.equal(decimal(number(given), digits), expected, given);
  assert.equal(decimal(divide(...list('10', '3')), 2), '3.33');
});

test('values are taken together without weights', () => {
  const values = list('3', '1', '2', '2');
  const found = Object.fromEntries(['sum', 'mean', 'median', 'min', 'max', 'majority'].map((by) => [by, text(together(by, values))]));
  assert.deepEqual(found, { sum: '8', mean: '2', median: '2', min: '1', max: '3', majority: '2' });
  assert.equal(text(together('median', list('4', '1'))), '5/2');
  assert.equal(text(together('median', list('10', '9', '2'))), '9');
  assert.equal(text(together('majority', list('5', '3', '5', '3', '9'))), '3');
});

test('JSON keeps the text of its numbers', () => {
  const given = '{"a": 0.10, "b": [1e2, -3.50], "c": "12 \\"3\\" \\\\", "d": true, "e": null, "5": 12345678901234567890.1}';
  assert.deepEqual(readJson(given), { a: '0.10', b: ['1e2', '-3.50'], c: '12 "3" \\', d: true, e: null, 5: '12345678901234567890.1' });
});

test('what is not JSON throws', () => {
  for (const given of ['', '{', '01', '1.', '.5', '-', '1 2', '"a', '"a"1', '{"a":1"b":2}', '[1,]', 'NaN']) {
    assert.throws(() => readJson(given), SyntaxError, given);
  }
});

test('a long text with an open quote is refused in no time', () => {
  const begin = performance.now();
  assert.throws(() => readJson('\\"'.repeat(500000)), SyntaxError);
  assert.throws(() => readJson(`"${'\\"'.repeat(500000)}`), SyntaxError);
  assert.ok(performance.now() - begin < 2000);
});
