// The calculator of benefits and costs: the worked example of the page, computed anew with the
// visitor's own numbers. Nothing is sent; a link holds the numbers behind the "#".

import { atLeast, decimal, fraction, number, readJson } from './assess/fraction.js';
import { calculate, prepareRoi } from './roi/calculation.js';

const root = /** @type {HTMLElement} */ (document.querySelector('.roi'));
const quiet = 500, longestLink = 2000;

/** @type {(within: ParentNode, selector: string) => HTMLElement[]} */
const all = (within, selector) => [...within.querySelectorAll(selector)]
  .map((element) => /** @type {HTMLElement} */ (element));

const words = Object.fromEntries(all(/** @type {HTMLTemplateElement} */ (
  root.querySelector('template')).content, 'li')
  .map(({ dataset, textContent }) => [dataset.word ?? '', textContent ?? '']));

/** @type {(pattern: string, values: Record<string, string>) => string} */
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** A number as the page writes it, with groups of three digits.
 * @type {(value: Fraction, digits: number) => string} */
function written(value, digits) {
  const [head, tail = ''] = decimal(value, digits).split('.');
  const grouped = head.replace(/\B(?=(\d{3})+$)/g, words.group);
  return `${grouped}${words.decimal_point}${tail.padEnd(digits, '0')}`;
}

/** An amount of money; a loss is called one. @type {(value: Fraction) => string} */
const money = (value) => (value.n < 0n ? fill(words.loss, { amount: written(value, 2) })
  : written(value, 2));

/** @type {Record<string, (one: RoiCase) => string>} */
const lines = {
  net: ({ net }) => money(net), benefits: ({ benefits }) => money(benefits),
  costs: ({ costs }) => money(costs),
  share: ({ share }) => (share ? `${written(share, 1)} ${words.percent}` : words.no_share),
  payback: ({ payback }) => (payback === null ? words.never : !payback ? words.at_once
    : fill(words.month, { month: String(payback) })),
  delay: ({ delay }) => (delay.n > 0n ? money(delay) : words.waiting_free),
  present: ({ present }) => (present ? money(present) : words.dash),
};

/** @type {Calculation} */
let calculation;
/** @type {RoiJson} */
let source;
let timer = 0;
const fields = new Map(all(root, '[data-input]').map((row) => [row.dataset.input ?? '',
  all(row, '[data-end]').map((cell) => ({ cell, box: document.createElement('input') }))]));
const proof = /** @type {HTMLSelectElement} */ (root.querySelector('[data-proof]'));
const status = /** @type {HTMLElement} */ (root.querySelector('[role=status]'));

const boxes = () => [...fields.values()].flat().map(({ box }) => box);

/** The number that a text stands for; null if it is none, or has more digits than anybody needs. */
const numberIn = (/** @type {string} */ text) =>
  (/^-?\d{1,20}([.,]\d{1,12})?$/.test(text) ? fraction(text.replace(',', '.')) : null);
const typed = (/** @type {HTMLInputElement} */ box) => numberIn(box.value.trim());

/** The numbers of the boxes; null, and a word beside the row, if they are none.
 * @returns {RoiValues | null} */
function readValues() {
  /** @type {RoiValues} */
  const values = new Map();
  for (const [id, cells] of fields) {
    const [low, expected, high] = cells.map(({ box }) => typed(box));
    const row = /** @type {HTMLElement} */ (cells[0].cell.closest('[data-input]'));
    const problem = !low || !expected || !high ? words.no_number
      : !atLeast(expected, low) || !atLeast(high, expected) ? words.no_order : '';
    const place = /** @type {HTMLElement} */ (row.querySelector('.inline-problem'));
    place.textContent = problem;
    place.hidden = !problem;
    for (const { box } of cells) box.setAttribute('aria-invalid', String(!!problem));
    if (low && expected && high && !problem) values.set(id, { low, expected, high });
  }
  return values.size === fields.size ? values : null;
}

/** A row for an input that the worked example has no row for. @type {(list: HTMLElement, id: string) =>
 *   HTMLElement} */
function newRow(list, id) {
  const row = document.createElement('tr'), head = document.createElement('th');
  head.scope = 'row';
  head.textContent = fields.get(id)?.[0].cell.closest('tr')?.querySelector('th')?.firstChild?.textContent ?? id;
  row.dataset.of = id;
  row.append(head, ...[0, 1, 2].map(() => {
    const cell = document.createElement('td');
    cell.className = 'value';
    return cell;
  }));
  list.append(row);
  return row;
}

/** Says the result and notes the numbers in the address, once the visitor pauses.
 * @type {(result: RoiResult | null, problem: string) => void} */
function settle(result, problem) {
  status.textContent = problem || (result ? fill(words.said, {
    net: money(result.cases.expected.net), low: money(result.cases.low.net),
    high: money(result.cases.high.net) }) : '');
  if (result) history.replaceState(null, '', `#v=1.${boxes().map(({ value }) => value.trim()).join('~')}`);
}

/** @type {(result: RoiResult | null, problem: string) => void} */
function show(result, problem) {
  for (const place of all(root, '[data-result]')) {
    const { result: name = '', of = 'expected' } = place.dataset;
    const one = result?.cases[/** @type {'low' | 'expected' | 'high'} */ (of)];
    place.textContent = one ? lines[name](one) : words.dash;
  }
  const list = /** @type {HTMLElement} */ (root.querySelector('[data-sensitivity]'));
  const rows = new Map(all(list, 'tr').map((row) => [row.dataset.of ?? '', row]));
  for (const row of rows.values()) row.hidden = true;
  for (const { id, low, high, swing } of result?.sensitivity ?? []) {
    const row = rows.get(id) ?? newRow(list, id);
    row.hidden = false;
    list.append(row);
    for (const [at, value] of [low, high, swing].entries()) row.children[at + 1].textContent = money(value);
  }
  clearTimeout(timer);
  timer = window.setTimeout(() => settle(result, problem), quiet);
}

function update() {
  const values = readValues();
  if (!values) return show(null, words.incomplete);
  const result = calculate(calculation, values, number(proof?.value ?? '100'));
  return show(result, result ? '' : words.by_zero);
}

/** The numbers of a link; those that are none are passed over. */
function readLink() {
  const [, coded = ''] = /^#v=1\.(.*)$/.exec(location.hash) ?? [];
  if (!coded || coded.length > longestLink) return;
  for (const [at, text] of coded.split('~').entries()) {
    const box = boxes()[at];
    if (box && numberIn(text)) box.value = text;
  }
}

function reset() {
  for (const { id, expected, low = expected, high = expected } of source.inputs) {
    for (const [at, { box }] of (fields.get(id) ?? []).entries()) box.value = String([low, expected, high][at]);
  }
}

async function begin() {
  try {
    const response = await fetch(root.dataset.record ?? '');
    source = readJson(await response.text()).roi;
    calculation = prepareRoi(source);
  } catch { return; }  // the worked example stays
  for (const cells of fields.values()) {
    for (const { cell, box } of cells) {
      box.inputMode = 'decimal';
      box.autocomplete = 'off';
      box.setAttribute('aria-label', cell.dataset.label ?? '');
      cell.replaceChildren(box);
    }
  }
  for (const control of all(root, '[data-live]')) control.hidden = false;
  reset();
  readLink();
  root.addEventListener('input', update);
  root.querySelector('[data-do=reset]')?.addEventListener('click', () => {
    reset();
    update();
  });
  addEventListener('hashchange', () => {
    readLink();
    update();
  });
  if (location.hash.startsWith('#v=')) update();
}

begin();
