// What a visitor has answered: kept by the browser, written to files, and read back.
//
// A draft remembers how each question was worded when it was answered, so that answers to questions
// that have changed since are not taken for answers to the present ones.

import { accept, isMap } from './question.js';
import { textPrint } from './link.js';

const longestFile = 1000000, longestText = 4000, longestName = 80;

const textOf = (/** @type {unknown} */ value, longest = longestText) =>
  (typeof value === 'string' ? value.slice(0, longest) : '');

/** @type {(model: Model) => QuestionJson[]} */
export const askedBy = ({ source }) => source.questions ?? [];

/** How a question is worded, as a short text. */
const wording = (/** @type {QuestionJson} */ { text, answers = [], from, to }) =>
  textPrint(JSON.stringify([text, answers, from, to]));

/** The date of the visitor's calendar, "2026-11-30". */
export const today = (now = new Date()) => [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0')).join('-');

/** A name for a draft that no other has and that tells nothing. */
function randomId() {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => letters[byte % 32]).join('');
}

/** @type {(model: Model, parts: Partial<Draft>) => Draft} */
export const newDraft = ({ source }, parts) => ({
  v: 1, id: randomId(), name: '', role: '', model: source.id, version: source.version, at: '',
  answers: {}, ...parts,
});

/** What was answered to `json`, taken from outside; null if it is no answer to it.
 * @type {(model: Model, json: QuestionJson, entry: unknown) => Said | null} */
function readSaid(model, json, entry) {
  const map = isMap(entry) ? entry : { answer: entry }, question = model.questions.get(json.id);
  const raw = map.answer === true ? 'yes' : map.answer === false ? 'no' : map.answer;
  const answer = typeof raw === 'number' ? String(raw) : raw;
  const open = answer === 'unknown' || answer === 'not-applicable';
  const given = open ? null : question && accept(question, answer, model.source);
  const text = question || open ? '' : textOf(answer);
  if (!open && !given && !text) return null;
  const note = textOf(map.note), evidence = textOf(map.evidence);
  return {
    answer: open || !given ? /** @type {string} */ (open ? answer : text)
      : json.type === 'several' ? given.keys : given.keys[0] ?? /** @type {string} */ (answer),
    ...note && { note }, ...evidence && { evidence },
  };
}

/** Where answers to `json` stand in `answers`, perhaps under an earlier id.
 * @type {(json: QuestionJson, answers: Record<string, unknown>) => string | undefined} */
const placeOf = ({ id, formerly = [] }, answers) =>
  [id, ...formerly].find((name) => Object.hasOwn(answers, name) && answers[name] != null);

/** A draft made of what was found in storage or in a file, and what of it is not as it was.
 * @type {(model: Model, found: Record<string, unknown>, same: boolean) => Read} */
function readAnswers(model, found, same) {
  /** @type {Read} */
  const read = { answers: {}, kept: 0, changed: {}, removed: [] };
  const places = new Set();
  for (const json of askedBy(model)) {
    const place = placeOf(json, found);
    if (!place) continue;
    places.add(place);
    const entry = found[place], said = readSaid(model, json, entry);
    if (!said) { read.removed.push(place); continue; }
    said.wording = wording(json);
    if (same || (isMap(entry) && entry.wording === said.wording)) {
      read.answers[json.id] = said;
      read.kept++;
    } else read.changed[json.id] = said;
  }
  read.removed.push(...Object.keys(found).filter((id) => !places.has(id)));
  return read;
}

/** A draft from its stored text; null if it is none of this model.
 * @type {(model: Model, text: string) => {draft: Draft, read: Read} | null} */
export function readDraft(model, text) {
  try {
    const found = JSON.parse(text);
    if (!isMap(found) || found.v !== 1 || found.model !== model.source.id) return null;
    if (typeof found.id !== 'string' || !isMap(found.answers)) return null;
    const read = readAnswers(model, found.answers, false);
    return { read, draft: newDraft(model, {
      id: found.id, name: textOf(found.name, longestName), role: textOf(found.role, longestName),
      at: textOf(found.at, 30), version: textOf(found.version, 40), answers: read.answers,
    }) };
  } catch { return null; }
}

/** A draft from the text of a saved file; a word if it cannot be one.
 * @type {(model: Model, text: string) => {draft: Draft, read: Read} | {problem: string}} */
export function readFile(model, text) {
  try {
    const found = text.length > longestFile ? null : JSON.parse(text);
    if (!isMap(found) || !isMap(found.answers) || typeof found.model !== 'string') {
      return { problem: '' };
    }
    if (found.model !== model.source.id) return { problem: found.model.slice(0, longestName) };
    const subject = isMap(found.subject) ? found.subject : {};
    const version = textOf(found.model_version, 40);
    const read = readAnswers(model, found.answers, version === model.source.version);
    return { read, draft: newDraft(model, {
      name: textOf(subject.name, longestName), role: textOf(found.assessor, longestName),
      id: /^visitor-([a-z2-7]{8})$/.exec(textOf(subject.id))?.[1] ?? randomId(),
      version, answers: read.answers,
    }) };
  } catch { return { problem: '' }; }
}

/** The assessment that a draft is, as the program reads it.
 * @type {(model: Model, draft: Draft, date: string, words: Words) => ResultFile} */
export function assessmentOf(model, draft, date, words) {
  const entries = askedBy(model).flatMap(({ id }) => {
    const said = draft.answers[id];
    if (!said) return [];
    const { answer, evidence } = said;
    const note = said.note || (answer === 'not-applicable' ? words.no_reason : '');
    return [[id, note || evidence ? { answer, ...note && { note }, ...evidence && { evidence } }
      : answer]];
  });
  return {
    subject: { id: `visitor-${draft.id}`, name: draft.name || words.unnamed }, date,
    model: model.source.id, model_version: model.source.version,
    ...draft.role && { assessor: draft.role }, answers: Object.fromEntries(entries),
  };
}

const cell = (/** @type {string} */ text) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** The answers as a table for spreadsheets. @type {(model: Model, draft: Draft) => string} */
export const tableOf = (model, draft) => [
  ['question', 'text', 'answer', 'note', 'evidence'],
  ...askedBy(model).map(({ id, text = '' }) => {
    const { answer = '', note = '', evidence = '' } = draft.answers[id] ?? {};
    return [id, text, [answer].flat().join(' '), note, evidence];
  }),
].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Notes the present wording beside an answer. @type {(model: Model, id: string) => string} */
export const wordingOf = (model, id) =>
  wording(/** @type {QuestionJson} */ (askedBy(model).find((json) => json.id === id)));

// ---- the browser's storage, which may be refused or full

const keyOf = (/** @type {string} */ model, /** @type {string} */ draft) =>
  `stagecraft:${model}:${draft}`;

/** Whether the draft is kept. @type {(draft: Draft) => boolean} */
export function keep(draft) {
  try {
    localStorage.setItem(keyOf(draft.model, draft.id), JSON.stringify(draft));
    return true;
  } catch { return false; }
}

/** @type {(draft: Draft) => void} */
export function forget({ model, id }) {
  try { localStorage.removeItem(keyOf(model, id)); } catch { /* there is nothing to forget */ }
}

/** The drafts of this model, newest first.
 * @type {(model: Model) => {draft: Draft, read: Read}[]} */
export function keptDrafts(model) {
  try {
    const begin = keyOf(model.source.id, '');
    return Object.keys(localStorage).filter((key) => key.startsWith(begin))
      .flatMap((key) => readDraft(model, localStorage.getItem(key) ?? '') ?? [])
      .sort((a, b) => (a.draft.at < b.draft.at ? 1 : -1));
  } catch { return []; }
}

/** Calls `changed` when another tab changes the draft with this id; null: it was deleted.
 * @type {(model: string, id: () => string, changed: (text: string | null) => void) => void} */
export const onOtherTab = (model, id, changed) => addEventListener('storage', (event) => {
  if (event.key === keyOf(model, id())) changed(event.newValue);
});
