// Follows the files of the page that it stands on; content/docs/preview.md says what it does.
// Loaded by the preview alone: no published page has it.
(() => {
  const place = 'stagecraft-preview-place';
  let seen = document.currentScript.dataset.seen;
  let events = null;
  let overlay = null;

  const unfolded = () => [...document.querySelectorAll('details')].map((details) => details.open);

  /** Loads the page again; keepPlace() has it look as it did. */
  function reload() {
    events?.close();
    try {
      sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY, unfolded: unfolded() }));
    } catch { /* without storage the page begins at its top */ }
    location.reload();
  }

  function keepPlace() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(place));
      sessionStorage.removeItem(place);
    } catch { /* as above */ }
    if (kept?.path !== location.pathname) return;
    const all = document.querySelectorAll('details');
    if (all.length === kept.unfolded.length) all.forEach((details, i) => { details.open = kept.unfolded[i]; });
    const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    scroll();
    addEventListener('load', scroll, { once: true });
  }

  /** Puts the new style sheet behind the old one, and takes that away once it is no longer needed. */
  function changeStyle(style) {
    const olds = [...document.querySelectorAll('link[rel="stylesheet"]')]
      .filter((link) => new URL(link.href).pathname === style.old);
    if (olds.length === 0) return reload();
    for (const old of olds) {
      const link = old.cloneNode();
      link.integrity = style.integrity;
      link.href = style.new;
      link.addEventListener('load', () => old.remove());
      link.addEventListener('error', reload);
      old.after(link);
    }
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function closeMistakes() {
    overlay?.remove();
    overlay = null;
  }

  function showMistakes(texts) {
    closeMistakes();
    overlay = element('div', { id: 'stagecraft-preview' });
    const close = element('button', { type: 'button', textContent: 'Close' });
    close.addEventListener('click', closeMistakes);
    const below = document.body.classList.contains('waiting') ? '' : 'The page is shown as it was before.';
    const title = texts.length === 1 ? 'A mistake' : `${texts.length} mistakes`;
    const box = element('div', { className: 'mistakes' },
      element('div', { className: 'head' }, element('h2', { textContent: title }), close),
      element('p', { textContent: `${below} This goes when the files are mended.` }),
      ...texts.map((text) => element('pre', { tabIndex: 0, textContent: text.trimEnd() })));
    box.setAttribute('role', 'alert');
    const style = element('link', { rel: 'stylesheet', href: '/.stagecraft/live.css' });
    overlay.attachShadow({ mode: 'open' }).append(style, box);
    document.body.append(overlay);
  }

  function listen() {
    if (events) return;
    const query = new URLSearchParams({ path: decoded(location.pathname), seen });
    events = new EventSource(`/.stagecraft/events?${query}`);
    const on = (name, react) => events.addEventListener(name, (event) => {
      seen = event.lastEventId;
      react(JSON.parse(event.data));
    });
    on('reload', reload);
    on('style', changeStyle);
    on('mistakes', showMistakes);
    on('mended', closeMistakes);
  }

  function decoded(path) {
    try { return decodeURIComponent(path); } catch { return path; }
  }

  function rest() {
    events?.close();
    events = null;
  }

  keepPlace();
  addEventListener('keydown', (event) => { if (event.key === 'Escape') closeMistakes(); });
  // A browser keeps few connections to one server, so a page that nobody sees gives up its own.
  const attend = () => (document.visibilityState === 'visible' ? listen() : rest());
  document.addEventListener('visibilitychange', attend);
  addEventListener('pagehide', rest);
  addEventListener('pageshow', attend);
  attend();
})();
