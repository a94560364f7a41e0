// The field that looks words up in the index of the site. It exists only where scripts run; the
// index is fetched when somebody goes to the field, and nothing that is typed leaves the browser.
// content/docs/data.md, "Search", says what is found and what comes first.

/**
 * @typedef {{url: string, title: string, section?: string, kind: string, text?: string,
 *   names?: string[], headings?: string[]}} Entry
 * @typedef {{weight: number, words: string[]}} Phrase
 * @typedef {{entries: Entry[], words: string[], places: Map<string, Map<number, number>>,
 *   phrases: Phrase[][]}} Index
 */

// The part of a model that tells of a thing counts more than pages that mention it.
const weights = { title: 10, names: 9, headings: 4, section: 3, text: 2 };
const partHeadings = 7;
const mostResults = 8;

/** @param {string} text The words of `text` without case and accents. */
export function wordsOf(text) {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @param {Entry[]} entries */
export function indexOf(entries) {
  /** @type {Map<string, Map<number, number>>} */
  const places = new Map();
  const phrases = entries.map((entry, place) => {
    /** @type {Phrase[]} */
    const found = [];
    const section = wordsOf(entry.section ?? '');
    /** @type {(text: string, weight: number, passedOver?: string[]) => void} */
    const add = (text, weight, passedOver = []) => {
      const words = wordsOf(text);
      for (const word of words) {
        if (passedOver.includes(word)) continue;
        const at = places.get(word) ?? new Map();
        at.set(place, Math.max(at.get(place) ?? 0, weight));
        places.set(word, at);
      }
      if (weight > weights.section) found.push({ weight, words });
    };
    // The name of the model, which stands in many titles, says little about one of them.
    add(entry.title, weights.title, section);
    for (const name of entry.names ?? []) add(name, weights.names);
    for (const heading of entry.headings ?? [])
      add(heading, entry.kind === 'part' ? partHeadings : weights.headings);
    add(entry.section ?? '', weights.section);
    add(entry.text ?? '', weights.text);
    return found;
  });
  return { entries, words: [...places.keys()].sort(), places, phrases };
}

/** @param {string} word `word` without the ending of a plural. */
const stemOf = (word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);

/**
 * What `word` is worth at each place: whole words count fully, beginnings by how much of the word
 * they are.
 * @param {Index} index
 * @param {string} word
 */
function worthOf(index, word) {
  /** @type {Map<number, number>} */
  const worth = new Map();
  const stem = stemOf(word);
  for (const known of index.words) {
    if (!known.startsWith(stem)) continue;
    const share = known === word ? 1 : (0.8 * stem.length) / known.length;
    for (const [place, weight] of index.places.get(known) ?? [])
      worth.set(place, Math.max(worth.get(place) ?? 0, weight * share));
  }
  return worth;
}

/**
 * How much `word` tells: the fewer entries have it, the more.
 * @param {Index} index
 * @param {string} word
 */
const rarityOf = (index, word) =>
  Math.log(1 + index.entries.length / (index.places.get(word)?.size ?? 1));

/**
 * How nearly a phrase of the entry at `place` says just what was asked, from 0 to 1: the words in
 * common, of all words of both.
 * @param {Index} index
 * @param {number} place
 * @param {string[]} asked
 */
function nearness(index, place, asked) {
  let nearest = 0;
  for (const { weight, words } of index.phrases[place]) {
    let common = 0, all = 0;
    for (const word of words) {
      const rarity = rarityOf(index, word);
      all += rarity;
      if (asked.some((one) => word.startsWith(stemOf(one)))) common += rarity;
    }
    for (const one of asked)
      if (!words.some((word) => word.startsWith(stemOf(one)))) all += rarityOf(index, one);
    nearest = Math.max(nearest, (weight / weights.title) * (common / (all || 1)));
  }
  return nearest;
}

/**
 * The entries that `query` finds, the best first.
 * @param {Index} index
 * @param {string} query
 */
export function find(index, query) {
  const asked = [...new Set(wordsOf(query))];
  /** @type {Map<number, {sum: number, covered: number}>} */
  const found = new Map();
  let wanted = 0;
  for (const word of asked) {
    const worth = worthOf(index, word);
    const rarity = Math.log(1 + index.entries.length / Math.max(1, worth.size));
    wanted += rarity;
    for (const [place, value] of worth) {
      const so = found.get(place) ?? { sum: 0, covered: 0 };
      found.set(place, { sum: so.sum + value * rarity, covered: so.covered + rarity });
    }
  }
  const scored = [...found].map(([place, { sum, covered }]) => ({ place,
    score: sum * (covered / wanted) ** 3 * (1 + 2 * nearness(index, place, asked)) }));
  scored.sort((a, b) => b.score - a.score || a.place - b.place);
  return scored.map(({ place }) => index.entries[place]);
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} content
 */
function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** @param {HTMLElement} place */
function putField(place) {
  const words = place.dataset;
  const base = new URL(words.index ?? '', location.href);
  const input = /** @type {HTMLInputElement} */ (make('input',
    { type: 'search', id: 'search-words', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'search-status' }));
  const status = make('p', { id: 'search-status', role: 'status', class: 'note' });
  const list = make('ol', { class: 'results' });
  const results = make('div', { class: 'search-results', hidden: '' }, status, list);
  const form = make('form', { role: 'search' },
    make('label', { for: 'search-words' }, words.label ?? ''), input);
  /** @type {Promise<Index> | undefined} */
  let loading;

  const load = () => loading ??= fetch(base).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }).then((data) => indexOf(data.pages));

  const show = async () => {
    results.hidden = input.value.trim() === '';
    if (results.hidden) return;
    try {
      const best = find(await load(), input.value);
      const shown = best.slice(0, mostResults);
      list.replaceChildren(...shown.map((entry) => make('li', {},
        make('a', { href: new URL(entry.url, base).href }, entry.title),
        ...(entry.section ? [' ', make('span', { class: 'note' }, entry.section)] : []))));
      status.textContent = best.length === 0 ? words.none ?? ''
        : (best.length === 1 ? words.one ?? '' : words.many ?? '').replace('#', String(best.length));
    } catch {
      loading = undefined;
      list.replaceChildren();
      status.textContent = words.failed ?? '';
    }
  };

  input.addEventListener('focus', () => { load().catch(() => { loading = undefined; }); }, { once: true });
  input.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  /** @param {KeyboardEvent} event */
  const move = (event) => {
    if (event.key === 'Escape') {
      results.hidden = true;
      input.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [input, ...list.querySelectorAll('a')];
    const at = stops.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next || results.hidden) return;
    event.preventDefault();
    next.focus();
  };
  for (const part of [form, results]) part.addEventListener('keydown', move);
  document.addEventListener('click', (event) => {
    const target = /** @type {Node} */ (event.target);
    results.hidden ||= !form.contains(target) && !results.contains(target);
  });
  place.replaceChildren(form);
  place.after(results);
}

if (globalThis.document) {
  for (const place of document.querySelectorAll('.search'))
    putField(/** @type {HTMLElement} */ (place));
}
