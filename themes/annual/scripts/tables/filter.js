// Filters above a table or a list: each choice leaves the rows that have it. Rows say what they are
// by data attributes; the filter says what it filters, and how many are shown.

/** What `row` says of what `choice` asks: by its id, or by a data attribute.
 * @param {HTMLElement} row @param {HTMLSelectElement} choice */
function said(row, choice) {
  const name = choice.dataset.filter ?? '';
  return name === 'id' ? row.id : row.dataset[name];
}

/** @param {HTMLElement} tools @param {HTMLElement[]} rows */
function makeFilter(tools, rows) {
  const choices = /** @type {HTMLSelectElement[]} */ ([...tools.querySelectorAll('select[data-filter]')]);
  const shown = tools.querySelector('[data-shown]');
  const apply = () => {
    let count = 0;
    for (const row of rows) {
      const isShown = choices.every((choice) => !choice.value || choice.value === said(row, choice));
      row.hidden = !isShown;
      if (isShown) ++count;
    }
    if (shown) shown.textContent = String(count);
  };
  tools.addEventListener('change', apply);
  // Paper has everything.
  addEventListener('beforeprint', () => { for (const row of rows) row.hidden = false; });
  addEventListener('afterprint', apply);
  tools.hidden = false;
  apply();
}

/** Sets all filters of the page to work. */
export function filterTables() {
  for (const found of document.querySelectorAll('[data-table]')) {
    const tools = /** @type {HTMLElement} */ (found);
    const filtered = document.getElementById(tools.dataset.table ?? '');
    const rows = filtered instanceof HTMLTableElement
      ? [...(filtered.tBodies[0]?.rows ?? [])] : [...(filtered?.querySelectorAll('.entry') ?? [])];
    makeFilter(tools, /** @type {HTMLElement[]} */ (rows));
  }
}
