// Filters above a table or a list: each choice leaves the rows that have it. Rows say what they are
// by data attributes; the form says what it filters, and how many are shown.

/** What `row` says of what `choice` asks: by its id, or by a data attribute.
 * @param {HTMLElement} row @param {HTMLSelectElement} choice */
function said(row, choice) {
  const name = choice.dataset.filter ?? '';
  return name === 'id' ? row.id : row.dataset[name];
}

/** @param {HTMLFormElement} form @param {HTMLElement[]} rows */
function makeFilter(form, rows) {
  const choices = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll('select[data-filter]')]);
  const shown = form.querySelector('[data-shown]');
  const apply = () => {
    let count = 0;
    for (const row of rows) {
      const isShown = choices.every((choice) => !choice.value || choice.value === said(row, choice));
      row.hidden = !isShown;
      if (isShown) ++count;
    }
    if (shown) shown.textContent = String(count);
  };
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // Paper has everything.
  addEventListener('beforeprint', () => { for (const row of rows) row.hidden = false; });
  addEventListener('afterprint', apply);
  form.hidden = false;
  apply();
}

/** Sets every form of the page to work that filters something. */
export function filterTables() {
  for (const found of document.querySelectorAll('form[data-table]')) {
    const form = /** @type {HTMLFormElement} */ (found);
    const filtered = document.getElementById(form.dataset.table ?? '');
    const rows = filtered instanceof HTMLTableElement
      ? [...(filtered.tBodies[0]?.rows ?? [])] : [...(filtered?.querySelectorAll('.entry') ?? [])];
    makeFilter(form, /** @type {HTMLElement[]} */ (rows));
  }
}
