// A visitor who has begun a self-assessment in this browser is led back to it.

for (const found of document.querySelectorAll('a[data-draft-of]')) {
  const door = /** @type {HTMLAnchorElement} */ (found);
  const { draftOf, questions = '', resume = '' } = door.dataset;
  try {
    const drafts = Object.keys(localStorage).filter((key) => key.startsWith(`stagecraft:${draftOf}:`))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? ''))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    const answered = drafts.length ? Object.keys(drafts[0].answers).length : 0;
    if (answered) {
      door.textContent = resume.replace('{answered}', String(answered))
        .replace('{questions}', questions);
    }
  } catch { /* storage is refused, or holds something else: the plain offer stays */ }
}
