// The controls of a question: what they say, and putting an answer into them.

import { accept } from './question.js';
import { all } from './page.js';

const controls = (/** @type {HTMLElement} */ field, /** @type {string} */ selector) =>
  /** @type {HTMLInputElement[]} */ (all(field, selector));

/** The control for words or a number, by the name that it begins with.
 * @type {(field: HTMLElement, kind: string) => HTMLInputElement | undefined} */
const typed = (field, kind) => controls(field, `[name^="${kind}-"]`)[0];

const writtenIn = (/** @type {HTMLElement} */ field) => typed(field, 'number') ?? typed(field, 'text');

/** What is written for a number, with a point. */
const written = (/** @type {HTMLElement} */ field) =>
  writtenIn(field)?.value.trim().replace(typed(field, 'number') ? ',' : /$^/, '.') ?? '';

/** The answer that a field shows; '' if none. @type {(field: HTMLElement) => string | string[]} */
function answerIn(field) {
  const other = controls(field, '[name^="other-"]:checked')[0]?.value;
  if (field.dataset.control === 'several') {
    const keys = controls(field, '[type=checkbox]:checked').map(({ value }) => value);
    return keys.length ? keys : other === '' ? [] : other ?? '';
  }
  return other ?? controls(field, '[type=radio]:checked')[0]?.value ?? written(field);
}

/** What was answered in a field; null if nothing, or nothing that is possible.
 * @type {(field: HTMLElement, model: Model) => Said | null} */
export function readField(field, model) {
  const answer = answerIn(field), question = model.questions.get(field.dataset.question ?? '');
  const open = answer === 'unknown' || answer === 'not-applicable' || !question;
  if (answer === '' || !(open || accept(question, answer, model.source))) return null;
  const note = typed(field, 'note')?.value, evidence = typed(field, 'evidence')?.value;
  return { answer, ...note && { note }, ...evidence && { evidence } };
}

/** Whether something is written that is no possible number. */
export const isUnreadable = (/** @type {HTMLElement} */ field, /** @type {Model} */ model) =>
  answerIn(field) !== '' && !readField(field, model);

/** @type {(field: HTMLElement, said?: Said) => void} */
export function writeField(field, said) {
  const chosen = said ? [said.answer].flat() : [], none = said && !chosen.length;
  for (const input of controls(field, '[type=radio], [type=checkbox]')) {
    input.checked = chosen.includes(input.value) || (!!none && input.value === '');
  }
  const entry = writtenIn(field);
  if (entry) {
    const open = controls(field, '[type=radio]:checked').length > 0;
    entry.value = open ? '' : String(chosen[0] ?? '');
  }
  for (const kind of ['note', 'evidence']) {
    const control = typed(field, kind);
    if (control) control.value = (kind === 'note' ? said?.note : said?.evidence) ?? '';
  }
  const more = /** @type {HTMLDetailsElement | null} */ (field.querySelector('.more'));
  if (more) more.open = !!(said?.note || said?.evidence);
}

/** Of an answer and "I do not know", the one that was given last stays. */
export function settle(/** @type {HTMLElement} */ field, /** @type {HTMLInputElement} */ changed) {
  if (changed.name.startsWith('other-')) {
    for (const input of controls(field, '[type=checkbox]')) input.checked = false;
    const entry = writtenIn(field);
    if (entry) entry.value = '';
  } else if (changed.type === 'checkbox' ? changed.checked : changed === writtenIn(field)) {
    for (const input of controls(field, '[name^="other-"]')) input.checked = false;
  }
}

/** An answer in the words of the page. @type {(field: HTMLElement, said: Said) => string} */
export function wordsOf(field, { answer }) {
  const labels = [answer].flat().map((key) => controls(field, '[type=radio], [type=checkbox]')
    .find(({ value }) => value === key)?.nextElementSibling?.firstChild?.textContent?.trim() ?? key);
  const none = controls(field, '[type=radio][value=""]')[0];
  return labels.join('; ') || (none?.nextElementSibling?.textContent ?? '');
}

/** The control that an error leads to. */
export const firstControl = (/** @type {HTMLElement} */ field) =>
  writtenIn(field) ?? controls(field, 'input')[0];
