// Tables that readers can sort: each heading of a column becomes a button.

const sign = /^[−-]/u;

/** What a cell is sorted by: its own order, a number at its beginning, or its words.
 * @param {Element | undefined} cell */
function keyOf(cell) {
  const text = (cell instanceof HTMLElement && cell.dataset.order) || (cell?.textContent ?? '').trim();
  const plain = text.replace(sign, '-').replace(/^\+/, '').replaceAll(',', '');
  const number = /^\d{4}-\d\d/.test(text) ? NaN : Number.parseFloat(plain);
  return { text, number };
}

/** Rows without a value come last, whichever way the others stand.
 * @param {{text: string, number: number}} a @param {{text: string, number: number}} b
 * @param {number} direction */
function compare(a, b, direction) {
  const isEmpty = (/** @type {string} */ text) => text === '' || text === '–' || text === '—';
  if (isEmpty(a.text) !== isEmpty(b.text)) return isEmpty(a.text) ? 1 : -1;
  const order = Number.isNaN(a.number) || Number.isNaN(b.number) || a.number === b.number
    ? a.text.localeCompare(b.text, document.documentElement.lang) : a.number - b.number;
  return direction * order;
}

/** @param {HTMLTableElement} table @param {number} column @param {number} direction */
function sortRows(table, column, direction) {
  const body = table.tBodies[0];
  if (!body) return;
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]) }));
  rows.sort((a, b) => compare(a.key, b.key, direction));
  body.append(...rows.map(({ row }) => row));
}

/** @param {HTMLTableElement} table */
function makeSortable(table) {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  headings.forEach((heading, column) => {
    if (heading.querySelector('a')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const ascending = heading.getAttribute('aria-sort') !== 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      sortRows(table, column, ascending ? 1 : -1);
    });
  });
}

/** Makes every table below `root` sortable that says so. */
export function sortTables(/** @type {ParentNode} */ root = document) {
  for (const table of root.querySelectorAll('table[data-sortable]'))
    makeSortable(/** @type {HTMLTableElement} */ (table));
}
