// The self-assessment: from the start through the questions to the result, in the visitor's browser.
//
// The page is a worksheet; this shows one part of it after the other. Where a visitor is stands in
// the address (#start, #q=7, #check, #changed, #result, or #r=… for a result from a link), so that
// Back, Forward and reloading work. Which draft it is stands in the entry of the history.

import { prepare, saidOf } from './assess/score.js';
import { readJson } from './assess/fraction.js';
import { holds, readCondition, standings } from './assess/question.js';
import {
  askedBy, assessmentOf, forget, keep, keptDrafts, newDraft, onOtherTab, readFile, tableOf, today,
  wordingOf,
} from './assess/draft.js';
import { decode, encode } from './assess/link.js';
import {
  firstControl, isUnreadable, readField, settle, wordsOf, writeField,
} from './assess/fields.js';
import {
  all, arrive, controlOf, copy, download, element, fill, form, keepPart, link, listOf, part, root,
  say, words, write,
} from './assess/page.js';
import { messageText, writeResult } from './assess/result_screen.js';
import { fitIntoFrame } from './assess/frame.js';

const screen = /** @type {HTMLElement} */ (root.querySelector('.assess-screen'));
const opening = /** @type {HTMLElement} */ (root.querySelector('.assess-opening'));
const fields = all(form, '.question'), plainTitle = document.title, enough = 10;
const numberOf = new Map(fields.map((field, index) => [field.dataset.question ?? '', index + 1]));
/** What stands on one page. */
const pages = root.dataset.by === 'one' ? fields.map((field) => [field])
  : all(form, '.question-group').map((group) => all(group, '.question'));

/** @type {Model} */
let model;
/** @type {Draft | null} */
let draft = null;
/** What must be confirmed before it counts. @type {Read | null} */
let pending = null;
let offered = false;

const idOf = (/** @type {HTMLElement} */ field) => field.dataset.question ?? '';
const headingOf = (/** @type {HTMLElement} */ field) =>
  /** @type {HTMLElement} */ (field.querySelector('.asked'));
const scored = () => [...model.questions.values()];
const assessment = (/** @type {Draft} */ of, date = today()) => assessmentOf(model, of, date, words);

// ---- moving about

/** @type {(hash: string, more?: object) => void} */
function go(hash, more = {}) {
  history.pushState({ draft: draft?.id, ...more }, '', hash);
  render(true);
}

/** The fields that are asked, as things stand. @type {(of: Draft) => Set<HTMLElement>} */
function askedFields(of) {
  const found = standings(model, saidOf(model, model.methods[0], assessment(of)));
  return new Set(fields.filter((field) => {
    const question = model.questions.get(idOf(field));
    if (question) return found.get(question)?.state !== 'not-asked';
    const { asked_if: condition } = askedBy(model)[fields.indexOf(field)];
    const other = condition && model.questions.get(condition.question);
    return !condition || holds(readCondition(condition), other && found.get(other)) !== false;
  }));
}

/** @type {(of: Draft) => [number, number]} */
const progress = (of) => {
  const asked = [...askedFields(of)];
  return [asked.filter((field) => of.answers[idOf(field)]).length, asked.length];
};

// ---- keeping

function saveDraft() {
  if (!draft) return;
  draft.at = new Date().toISOString();
  draft.version = model.source.version;
  if (!keep(draft)) say(words.cannot_save);
  else if (!offered && Object.keys(draft.answers).length >= enough) {
    offered = true;
    say(words.keep_file);
  }
}

/** @type {(of: Draft, read: Read) => void} */
function openDraft(of, read) {
  draft = of;
  pending = Object.keys(read.changed).length || read.removed.length ? read : null;
  if (!pending) saveDraft();
  for (const field of fields) writeField(field, draft.answers[idOf(field)]);
  const first = fields.findIndex((field) => !of.answers[idOf(field)] && askedFields(of).has(field));
  go(pending ? '#changed' : first < 0 ? '#check' : `#q=${first + 1}`);
}

/** @type {(of: Draft) => string} */
const fileName = (of) => `${model.source.id}-${assessment(of).date}`;

/** @type {(of: Draft) => void} */
const saveFile = (of) => download(`${fileName(of)}.json`, 'application/json',
  `${JSON.stringify(assessment(of), null, 2)}\n`);

/** Deletes at the second click. @type {(button: HTMLElement) => void} */
function deleteDraft(button) {
  if (button.dataset.sure) {
    if (draft) forget(draft);
    say(fill(words.deleted, { name: draft?.name || words.unnamed }));
    draft = pending = null;
    form.reset();
    return go('#start');
  }
  button.dataset.sure = 'yes';
  button.textContent = words.delete_sure;
}

// ---- screens

/** @type {(within: ParentNode) => void} */
function connect(within) {
  /** @type {Record<string, (button: HTMLElement) => void>} */
  const deeds = {
    save: () => draft && saveFile(draft), delete: deleteDraft, result: () => go('#result'),
    print: () => print(),
    table: () => draft && download(`${fileName(draft)}.csv`, 'text/csv',
      `\ufeff${tableOf(model, draft)}`),
  };
  for (const way of all(within, '[data-to]')) way.setAttribute('href', `#${way.dataset.to}`);
  for (const button of all(within, '[data-do]')) {
    const deed = deeds[button.dataset.do ?? ''];
    if (deed) button.addEventListener('click', () => deed(button));
  }
}

function renderStart() {
  opening.hidden = false;
  screen.append(part('start'));
  const starting = /** @type {HTMLFormElement} */ (screen.querySelector('.starting'));
  controlOf(starting, 'name').placeholder = words.unnamed;
  starting.addEventListener('submit', (event) => {
    event.preventDefault();
    const [name, role] = ['name', 'role'].map((each) => controlOf(starting, each).value.trim());
    draft = newDraft(model, { name, role });
    pending = null;
    form.reset();
    saveDraft();
    go('#q=1');
  });
  const file = /** @type {HTMLInputElement} */ (starting.querySelector('[type=file]'));
  file.addEventListener('change', async () => {
    const read = readFile(model, await file.files?.[0]?.text() ?? '');
    if ('draft' in read) return openDraft(read.draft, read.read);
    file.value = '';
    return say(read.problem ? fill(words.file_other_model, { model: read.problem })
      : words.file_unreadable);
  });
  const drafts = /** @type {HTMLElement} */ (screen.querySelector('.drafts')), kept = keptDrafts(model);
  if (!kept.length) drafts.remove();
  drafts.lastElementChild?.append(...kept.map(({ draft: each, read }) => {
    const name = each.name || words.unnamed, [answered, questions] = progress(each);
    const [open, drop] = [words.continue_draft, words.delete_draft]
      .map((text) => /** @type {HTMLButtonElement} */ (element('button', fill(text, { name }))));
    open.type = drop.type = 'button';
    open.className = drop.className = 'door';
    open.addEventListener('click', () => openDraft(each, read));
    drop.addEventListener('click', () => {
      forget(each);
      say(fill(words.deleted, { name }));
      render(true);
    });
    return element('li', '', element('p', fill(words.draft_line, {
      name, version: each.version, answered, questions, date: each.at.slice(0, 10) })), open, drop);
  }));
  return /** @type {HTMLElement} */ (opening.querySelector('h1'));
}

/** @type {(page: HTMLElement[], back: string) => void} */
function continueFrom(page, back) {
  if (!draft) return;
  const asked = askedFields(draft);
  const missing = page.filter((field) => asked.has(field) && !draft?.answers[idOf(field)]);
  if (missing.length) return showProblems(missing);
  const next = pages.slice(pages.indexOf(page) + 1).find((each) => each.some((field) => asked.has(field)));
  go(back || !next ? '#check' : `#q=${numberOf.get(idOf(next[0]))}`);
}

/** @type {(missing: HTMLElement[]) => void} */
function showProblems(missing) {
  screen.querySelector('.problem')?.remove();
  screen.append(part('problem'));
  const problem = /** @type {HTMLElement} */ (screen.lastElementChild);
  problem.lastElementChild?.append(...missing.map((field) => {
    const { from, to } = /** @type {Question} */ (model.questions.get(idOf(field)) ?? {});
    const text = fill(isUnreadable(field, model) ? words.number_between : words.choose, {
      question: headingOf(field).textContent ?? '', from: `${from?.n}`, to: `${to?.n}` });
    const made = link('#', text), control = firstControl(field);
    field.querySelector('.inline-problem')?.remove();
    const inline = element('p', text);
    inline.className = 'inline-problem';
    inline.id = `problem-${idOf(field)}`;
    headingOf(field).parentElement?.after(inline);
    control.setAttribute('aria-describedby', inline.id);
    made.addEventListener('click', (event) => {
      event.preventDefault();
      control.focus();
    });
    return element('li', '', made);
  }));
  document.title = fill(words.error_title, { title: document.title.replace(/^.*?: (?=.* - )/, '') });
  problem.focus();
}

/** @type {(number: number) => HTMLElement} */
function renderQuestion(number) {
  const page = pages.find((each) => each.includes(fields[number - 1])) ?? pages[0];
  const asked = askedFields(/** @type {Draft} */ (draft)), back = history.state?.back ?? '';
  for (const field of page) field.hidden = !asked.has(field);
  const group = /** @type {HTMLElement} */ (page[0].closest('.question-group'));
  group.hidden = false;
  const before = pages.slice(0, pages.indexOf(page)).reverse()
    .find((each) => each.some((field) => asked.has(field)));
  screen.append(part('back'));
  const way = /** @type {HTMLAnchorElement} */ (screen.querySelector('.back a'));
  way.href = back || (before ? `#q=${numberOf.get(idOf(before[0]))}` : '#start');
  form.append(part('bar'));
  connect(form);
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('[data-do=continue]'));
  button.type = 'submit';
  form.onsubmit = (event) => {
    event.preventDefault();
    continueFrom(page, back);
  };
  const heading = root.dataset.by === 'one' || !group.dataset.pillar ? headingOf(page[0])
    : /** @type {HTMLElement} */ (group.querySelector('h2'));
  for (const field of heading.matches('h2') ? page : []) {
    headingOf(field).setAttribute('role', 'heading');
    headingOf(field).setAttribute('aria-level', '2');
  }
  const position = page[0].querySelector('.position')?.textContent ?? '';
  document.title = fill(words.position_title, { position, question: heading.textContent ?? '' });
  return heading;
}

function renderCheck() {
  screen.append(part('check'));
  const of = /** @type {Draft} */ (draft), asked = askedFields(of), [answered, questions] = progress(of);
  write(screen, 'answered', fill(words.answered_of, { answered, questions }));
  /** @type {Map<string, HTMLElement[]>} */
  const groups = new Map();
  for (const field of fields) {
    const title = field.closest('.question-group')?.getAttribute('data-pillar') ?? '';
    groups.set(title, [...groups.get(title) ?? [], field]);
  }
  for (const [title, members] of groups) {
    const made = part('check-group');
    write(made, 'title', title);
    const open = (/** @type {HTMLElement} */ field) => Number(asked.has(field) && !of.answers[idOf(field)]);
    made.querySelector('dl')?.append(...[...members].sort((a, b) => open(b) - open(a)).map((field) => {
      const said = of.answers[idOf(field)], question = headingOf(field).textContent ?? '';
      const change = link(`#q=${numberOf.get(idOf(field))}`, words.change);
      change.setAttribute('aria-label', fill(words.change_of, { question }));
      change.addEventListener('click', (event) => {
        event.preventDefault();
        go(change.hash, { back: '#check' });
      });
      const text = !asked.has(field) ? words.not_asked : said ? wordsOf(field, said) : words.not_answered;
      return element('div', '', element('dt', question), element('dd', text),
        ...asked.has(field) ? [element('dd', '', change)] : []);
    }));
    listOf(screen, 'groups').append(made);
  }
  connect(screen);
  return /** @type {HTMLElement} */ (screen.querySelector('[data-heading]'));
}

function renderChanged() {
  screen.append(part('changed'));
  const { changed, removed, kept } = /** @type {Read} */ (pending), ids = Object.keys(changed);
  keepPart(screen, 'confirm', ids.length);
  keepPart(screen, 'removed', removed.length);
  if (ids.length) listOf(screen, 'changed').append(...fields.filter((field) => changed[idOf(field)])
    .map((field) => element('li', `${headingOf(field).textContent} `,
      element('strong', wordsOf(field, changed[idOf(field)])))));
  if (removed.length) listOf(screen, 'removed').append(...removed.map((id) => element('li', id)));
  write(screen, 'kept', String(kept));
  screen.querySelector('[data-do=confirm]')?.addEventListener('click', () => {
    const of = /** @type {Draft} */ (draft);
    Object.assign(of.answers, changed);
    openDraft(of, { answers: of.answers, kept, changed: {}, removed: [] });
  });
  connect(screen);
  return /** @type {HTMLElement} */ (screen.querySelector('[data-heading]'));
}

/** @type {(of: Draft, date: string, shared: boolean) => HTMLElement} */
function renderResult(of, date, shared) {
  const result = part('result');
  if (shared) screen.append(part('shared'));
  screen.append(result);
  if (shared) write(screen, 'kicker', '');
  const given = assessment(of, date);
  const readings = writeResult(screen, model, given, (id, answer) => {
    const field = fields[(numberOf.get(id) ?? 1) - 1];
    return [headingOf(field).textContent ?? '', wordsOf(field, { answer })];
  });
  const address = new URL(root.dataset.href ?? '', location.href).href.replace(/#.*/, '')
    + encode(scored(), of.answers, date);
  const call = part('call').querySelector('a'), slot = screen.querySelector('[data-slot=call]');
  if (call) slot?.replaceWith(call);
  else slot?.parentElement?.remove();
  connect(screen);
  const { sendTo } = root.dataset;
  keepPart(screen, 'send', sendTo && !shared);
  if (sendTo && !shared) {
    const message = controlOf(screen, 'message');
    message.value = messageText(model, readings, date, address);
    const mail = /** @type {HTMLAnchorElement} */ (screen.querySelector('[data-do=mail]'));
    const subject = encodeURIComponent(fill(words.mail_subject, { model: model.source.title }));
    const update = () => {
      mail.href = `mailto:${sendTo}?subject=${subject}&body=${encodeURIComponent(message.value)}`;
    };
    message.addEventListener('input', update);
    update();
    screen.querySelector('[data-do=copy-message]')?.addEventListener('click', () => copy(message));
  }
  const shown = controlOf(screen, 'link');
  shown.value = address;
  screen.querySelector('[data-do=link]')?.addEventListener('click', () => copy(shown));
  if (shared) {
    for (const own of all(screen, '.own, [data-do=save], [data-do=table]')) own.remove();
    screen.querySelector('[data-do=adopt]')?.addEventListener('click', () => {
      const answers = Object.fromEntries(Object.entries(of.answers)
        .map(([id, said]) => [id, { ...said, wording: wordingOf(model, id) }]));
      openDraft(newDraft(model, { answers }), { answers, kept: 0, changed: {}, removed: [] });
    });
  }
  return /** @type {HTMLElement} */ (screen.querySelector('[data-heading]'));
}

/** Shows what the address says. @type {(focus: boolean) => void} */
function render(focus) {
  const { hash } = location, wanted = history.state?.draft;
  if (wanted && wanted !== draft?.id) {
    const found = keptDrafts(model).find((each) => each.draft.id === wanted);
    if (found && !Object.keys(found.read.changed).length) {
      draft = found.draft;
      for (const field of fields) writeField(field, draft.answers[idOf(field)]);
    }
  }
  screen.replaceChildren();
  for (const bar of all(form, '.bar, .promise')) bar.remove();
  for (const field of all(form, '.question, .question-group')) field.hidden = true;
  for (const inline of all(form, '.inline-problem')) inline.remove();
  opening.hidden = true;
  document.title = plainTitle;
  const number = Number(/^#q=(\d{1,4})$/.exec(hash)?.[1]);
  /** @type {HTMLElement} */
  let heading;
  if (hash.startsWith('#r=')) {
    const read = decode(scored(), hash);
    if (typeof read === 'string') {
      say(read === 'old' ? words.link_old : words.link_broken);
      heading = renderStart();
    } else {
      root.dataset.state = 'result';
      heading = renderResult(newDraft(model, { answers: read.answers }), read.date, true);
    }
  } else if (draft && number >= 1 && number <= fields.length) heading = renderQuestion(number);
  else if (draft && hash === '#check') heading = renderCheck();
  else if (draft && pending && hash === '#changed') heading = renderChanged();
  else if (draft && hash === '#result') heading = renderResult(draft, today(), false);
  else heading = renderStart();
  root.dataset.state = opening.hidden ? 'on' : 'start';
  arrive(heading, focus);
  if (focus) scrollTo(0, 0);
}

function listen() {
  form.addEventListener('input', ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const field = /** @type {HTMLElement | null} */ (input.closest('.question'));
    if (!field || !draft) return;
    settle(field, input);
    const said = readField(field, model), id = idOf(field);
    if (said) draft.answers[id] = { ...said, wording: wordingOf(model, id) };
    else delete draft.answers[id];
    saveDraft();
  });
  addEventListener('popstate', () => render(true));
  onOtherTab(model.source.id, () => draft?.id ?? '', (text) => {
    const found = text && keptDrafts(model).find((each) => each.draft.id === draft?.id);
    if (found) {
      draft = found.draft;
      for (const field of fields) writeField(field, draft.answers[idOf(field)]);
    }
    say(found ? words.other_tab : words.other_tab_deleted);
  });
}

async function begin() {
  try {
    const response = await fetch(root.dataset.record ?? '');
    const record = readJson(await response.text());
    model = prepare({ ...record, ...record.model });
  } catch {
    root.dataset.state = 'failed';
    return say(words.data_missing);
  }
  fitIntoFrame();
  listen();
  return render(false);
}

begin();
