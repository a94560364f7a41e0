// The parts that the page holds for its scripts: words, templates, and how they are filled.

export const root = /** @type {HTMLElement} */ (document.querySelector('.assess'));
export const form = /** @type {HTMLFormElement} */ (root.querySelector('.worksheet'));

/** @type {(within: ParentNode, selector: string) => HTMLElement[]} */
export const all = (within, selector) => [...within.querySelectorAll(selector)]
  .map((element) => /** @type {HTMLElement} */ (element));

/** A copy of a part that is kept in a template. @type {(name: string) => DocumentFragment} */
export const part = (name) => /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (
  root.querySelector(`template[data-part=${name}]`)).content.cloneNode(true));

/** @type {Words} */
export const words = Object.fromEntries(all(part('words'), 'li')
  .map(({ dataset, textContent }) => [dataset.word ?? '', textContent ?? '']));

/** A text with what its names in braces stand for.
 * @type {(pattern: string, values: Record<string, string | number>) => string} */
export const fill = (pattern, values) =>
  pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));

/** The place `kind="name"` in a part. @type {(within: ParentNode, kind: string, name: string) =>
 *   HTMLElement} */
const place = (within, kind, name) =>
  /** @type {HTMLElement} */ (within.querySelector(`[data-${kind}=${name}]`));

/** The list, or section, or control of this name in a part. */
export const listOf = (/** @type {ParentNode} */ within, /** @type {string} */ name) =>
  place(within, 'list', name);
export const controlOf = (/** @type {ParentNode} */ within, /** @type {string} */ name) =>
  /** @type {HTMLInputElement} */ (place(within, 'name', name));

/** Takes a section away unless there is something for it to show.
 * @type {(within: ParentNode, name: string, shown: unknown) => void} */
export const keepPart = (within, name, shown) => { if (!shown) place(within, 'part-of', name)?.remove(); };

/** Writes a text into its place; without a text the place goes.
 * @type {(within: ParentNode, name: string, text: string) => void} */
export function write(within, name, text) {
  const slot = place(within, 'slot', name);
  if (text) slot.textContent = text;
  else slot.remove();
}

/** @type {(name: string, text?: string, ...children: (Node | string)[]) => HTMLElement} */
export function element(name, text = '', ...children) {
  const made = document.createElement(name);
  made.append(...text ? [text] : [], ...children);
  return made;
}

/** @type {(href: string, text: string) => HTMLAnchorElement} */
export function link(href, text) {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

/** Makes `heading` the heading of the page and moves there. */
export function arrive(/** @type {HTMLElement} */ heading, /** @type {boolean} */ focus) {
  for (const other of all(root, '[aria-level="1"]')) {
    other.removeAttribute('role');
    other.removeAttribute('aria-level');
  }
  heading.setAttribute('role', 'heading');
  heading.setAttribute('aria-level', '1');
  heading.tabIndex = -1;
  if (focus) heading.focus();
}

const notices = /** @type {HTMLElement} */ (root.querySelector('.assess-notices'));

/** Says something without moving anybody away. */
export const say = (/** @type {string} */ text) =>
  notices.replaceChildren(...text ? [element('p', text)] : []);

/** Hands a text to the visitor as a file. @type {(name: string, type: string, text: string) => void} */
export function download(name, type, text) {
  const made = link(URL.createObjectURL(new Blob([text], { type })), name);
  made.download = name;
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 1000);
}

/** Copies the text of a control; where that is not allowed, it is selected.
 * @type {(control: HTMLInputElement | HTMLTextAreaElement) => Promise<void>} */
export async function copy(control) {
  control.select();
  try {
    await navigator.clipboard.writeText(control.value);
    say(words.copied);
  } catch { say(words.copy_failed); }
}
