// The result as a visitor sees it.

import { compare, decimal, divide, multiply, subtract, whole, zero } from './fraction.js';
import { changesUpward } from './changes.js';
import { messageOf, nextSteps, placeOn, readAll, scaleOf } from './result.js';
import { element, fill, keepPart, link, listOf, root, words, write } from './page.js';

const edges = 'http://www.w3.org/2000/svg';

/** @type {(value: Fraction, digits: number) => string} */
const inDigits = (value, digits) => decimal(value, digits).replace('.', words.decimal_point);

/** @type {(model: Model, stage: number | undefined) => string} */
const stageText = ({ source }, stage) => (stage === undefined ? words.no_stage
  : stage === 0 ? words.below_first
  : fill(words.stage_line, { number: stage, title: source.stages?.[stage - 1].title ?? '' }));

/** A stage as a link to its page. @type {(model: Model, stage: number | undefined) => Node} */
const stageLink = (model, stage) => (stage ? link(
  `${root.dataset.modelHref}stages/${model.stages[stage - 1]}/`, stageText(model, stage))
  : document.createTextNode(stageText(model, stage)));

/** What a reading comes to, in a few words. @type {(model: Model, reading: Reading) => string} */
const briefly = (model, { thin, staged, stage, value, digits }) => (thin ? words.not_enough
  : staged ? stageText(model, stage) : value ? fill(words.value_line, { value: inDigits(value, digits) })
  : words.no_number);

/** What the open answers leave possible. @type {(model: Model, reading: Reading) => string} */
function rangeText(model, { staged, open, worst, best, digits }) {
  if (!worst || !best) return '';
  if (!open) return words.settled;
  if (staged) {
    if (worst.stage === best.stage) return words.settled_open;
    return fill(words.possible_stages,
      { worst: stageText(model, worst.stage), best: stageText(model, best.stage) });
  }
  return worst.value && best.value ? fill(words.possible_values,
    { worst: inDigits(worst.value, digits), best: inDigits(best.value, digits) }) : '';
}

/** @type {(reading: Reading) => string} */
const coverageText = ({ counts }) => fill(words.coverage, {
  answered: counts.answered, asked: counts.answered + counts.unknown + counts.unanswered,
  unknown: counts.unknown, not_applicable: counts['not-applicable'],
});

/** @type {(name: string, attributes: Record<string, string>) => SVGElement} */
function drawn(name, attributes) {
  const made = document.createElementNS(edges, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** One row of the chart: the possible range as a bar, the value as a dot.
 * @type {(reading: Reading, title: string, ends: [Fraction, Fraction]) => HTMLElement} */
function dotRow(reading, title, [low, high]) {
  const { digits } = reading, [value, worst, best] = [reading, reading.worst, reading.best].map(placeOn);
  const range = subtract(high, low);
  const at = (/** @type {Fraction} */ x) =>
    `${decimal(range.n ? divide(multiply(whole(100), subtract(x, low)), range) : zero, 2)}%`;
  const svg = drawn('svg', { class: 'dot-track', 'aria-hidden': 'true', height: '24' });
  svg.append(drawn('line', { class: 'grid', x1: '0', x2: '100%', y1: '12', y2: '12' }));
  if (worst && best && compare(worst, best)) {
    svg.append(drawn('line',
      { class: 'tread-possible', x1: at(worst), x2: at(best), y1: '12', y2: '12' }));
  }
  if (value) svg.append(drawn('circle', { class: 'mark-today', cx: at(value), cy: '12', r: '7' }));
  return element('div', '', element('span', title), svg,
    element('span', value ? inDigits(value, digits) : words.not_enough));
}

/** @type {(model: Model, reading: Reading, title: string) => HTMLTableRowElement} */
function tableRow(model, reading, title) {
  const { value, staged, digits, counts } = reading;
  const [worst, best] = [reading.worst, reading.best].map(placeOn);
  const row = document.createElement('tr'), head = element('th', title);
  head.setAttribute('scope', 'row');
  const possible = worst && best ? fill(words.between,
    { worst: inDigits(worst, digits), best: inDigits(best, digits) }) : words.dash;
  const asked = counts.answered + counts.unknown + counts.unanswered;
  const cells = [reading.thin ? words.not_enough : value ? inDigits(value, digits) : words.dash,
    possible, '', `${counts.answered}/${asked}`].map((text) => element('td', text));
  if (staged && !reading.thin) cells[2].append(stageLink(model, reading.stage));
  else cells[2].textContent = words.dash;
  for (const cell of [cells[0], cells[1], cells[3]]) cell.className = 'value';
  row.append(head, ...cells);
  return row;
}

/** The titles of all pillars by their ids. @type {(pillars?: PillarJson[]) => [string, string][]} */
const titlesOf = (pillars = []) =>
  pillars.flatMap(({ id, title = id, pillars: below }) => [[id, title], ...titlesOf(below)]);

/** @type {(screen: ParentNode, model: Model, reading: MethodReading) => void} */
function writePillars(screen, model, reading) {
  const { pillars } = reading, titles = new Map(titlesOf(model.source.pillars));
  keepPart(screen, 'pillars', pillars.length);
  if (!pillars.length) return;
  const title = (/** @type {Reading} */ { id = '' }) => titles.get(id) ?? id;
  const ends = scaleOf(reading, model.stages.length), chart = listOf(screen, 'chart');
  if (ends) {
    const [lowest, highest] = ends.map((end) => inDigits(end, reading.method.digits));
    chart.append(element('figcaption', fill(words.chart_title, { lowest, highest })), ...pillars.map((each) => dotRow(each, title(each), ends)));
  } else chart.remove();
  screen.querySelector('tbody')?.append(...pillars.map((each) => tableRow(model, each, title(each))));
}

/** What would raise the stage. @type {(section: ParentNode, model: Model, first: MethodReading,
 *   assessment: AssessmentJson, say: SayAnswer) => void} */
function writeRaise(section, model, { method, whole: { stage } }, assessment, say) {
  const { stage: reached, changes, proven } = changesUpward(model, method, assessment, 400);
  const top = stage === model.stages.length;
  const target = stageText(model, model.stages.indexOf(reached ?? '') + 1);
  write(section, 'raise', changes.length
    ? fill(changes.length > 1 ? words.raise_more : words.raise_one, { stage: target })
    : top ? words.raise_top : words.raise_none);
  listOf(section, 'raise').append(...changes.map(({ question, answer }) => {
    const [asked, answered] = say(question, answer);
    return element('li', `${asked} `, element('strong', answered));
  }));
  write(section, 'unproven', changes.length && !proven ? words.raise_unproven : '');
}

/** @type {(screen: ParentNode, model: Model, readings: MethodReading[]) => void} */
function writeMethods(screen, model, readings) {
  const [first] = readings;
  const list = listOf(screen, 'methods');
  for (const { method: { source }, whole } of readings) {
    if (readings.length > 1) {
      list.append(element('p', fill(words.by_method,
        { method: source.title, result: briefly(model, whole) })));
      list.lastElementChild?.classList.add('method');
    }
    list.append(element('p', source.rule));
    if (source.own_note) list.append(element('p', source.own_note));
  }
  const differ = readings.some(({ whole }) => whole.stage !== undefined
    && first.whole.stage !== undefined && whole.stage !== first.whole.stage);
  if (differ) list.append(element('p', words.disagree));
}

/** The message that a visitor may send. @type {(model: Model, readings: MethodReading[],
 *   date: string, address: string) => string} */
export function messageText(model, [first, ...others], date, address) {
  const titles = new Map(titlesOf(model.source.pillars)), { title, version } = model.source;
  return [
    fill(words.mail_body, { model: title, version, date }), briefly(model, first.whole),
    ...others.map(({ method, whole }) =>
      fill(words.by_method, { method: method.source.title, result: briefly(model, whole) })),
    ...first.pillars.map((pillar) => `${titles.get(pillar.id ?? '')}: ${briefly(model, pillar)}`),
    '', address,
  ].join('\n');
}

/** @type {(screen: ParentNode, model: Model, assessment: AssessmentJson, say: SayAnswer) =>
 *   MethodReading[]} */
export function writeResult(screen, model, assessment, say) {
  const readings = readAll(model, assessment), [first] = readings, { whole: reading } = first;
  const { stage, value, digits, thin } = reading;
  write(screen, 'stage', briefly(model, reading));
  const { meaning = '' } = stage ? messageOf(first.method.source, model.stages[stage - 1]) : {};
  write(screen, 'meaning', meaning);
  write(screen, 'value', value && reading.staged && !reading.byStage
    ? fill(words.value_line, { value: inDigits(value, digits) }) : '');
  write(screen, 'range', rangeText(model, reading));
  write(screen, 'edge', reading.edge ? words.edge : '');
  write(screen, 'coverage', coverageText(reading));
  write(screen, 'dated', fill(words.dated,
    { version: model.source.version, date: assessment.date ?? '' }));
  writeMethods(screen, model, readings);
  writePillars(screen, model, first);
  const raise = screen.querySelector('[data-part-of=raise]');
  keepPart(screen, 'raise', reading.staged && !thin);
  // After the rest is shown: a long model takes a moment.
  if (raise?.isConnected) setTimeout(() => writeRaise(raise, model, first, assessment, say));
  const steps = thin ? [] : nextSteps(model, first), list = listOf(screen, 'next');
  keepPart(screen, 'next', !thin);
  if (thin) return readings;
  const page = stage && model.stages.length
    ? `stages/${model.stages[stage - 1]}/#transition` : '';
  list.append(...steps.map(({ title }) =>
    element('li', '', link(`${root.dataset.modelHref}${page}`, title))));
  if (!steps.length) list.remove();
  write(screen, 'no-next', steps.length ? '' : words.next_none);
  return readings;
}
