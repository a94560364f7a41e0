// The page in a frame of another site: its height is told, its colours can be chosen.

import { root } from './page.js';

/** The page around, if it may be told something. @returns {string[]} */
function listeners() {
  const allowed = (root.dataset.embedOn ?? '').split(' ').filter(Boolean);
  const known = location.ancestorOrigins?.[0]
    ?? (document.referrer && new URL(document.referrer).origin);
  if (!allowed.length) return ['*'];
  return known ? allowed.filter((origin) => origin === known) : allowed;
}

/** Rules for dark surroundings hold always, or never. @type {(rules: CSSRuleList, dark: boolean) =>
 *   void} */
function force(rules, dark) {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme: dark')) {
      rule.media.mediaText = dark ? 'screen' : 'not all';
    } else if (rule instanceof CSSGroupingRule) force(rule.cssRules, dark);
  }
}

/** Does what the address and the surroundings ask for. */
export function fitIntoFrame() {
  const theme = /^#theme=(light|dark)$/.exec(location.hash)?.[1];
  if (theme) {
    for (const sheet of document.styleSheets) force(sheet.cssRules, theme === 'dark');
    document.documentElement.style.colorScheme = theme;
    history.replaceState(null, '', '#start');
  }
  if (window.parent === window) return;
  new ResizeObserver(() => {
    const h = Math.ceil(document.documentElement.getBoundingClientRect().height);
    for (const origin of listeners()) window.parent.postMessage({ type: 'stagecraft:height', h }, origin);
  }).observe(document.documentElement);
}
