// What holds for every page, whatever its theme: each check gives what is wrong with one page.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { addressOf, open, overflow } from './support.mjs';

const require = createRequire(import.meta.url);
const axeSource = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'long-title': 'off', 'no-raw-characters': 'off', 'require-sri': 'off', 'valid-id': ['error', { relaxed: true }],
    'prefer-native-element': ['error', { exclude: ['region'] }], // a scrolling table is no section
  },
});

/** The checks for the site in the folder `site`, served at `base`, by what they claim. */
export function pageChecks({ browser, site, base }) {
  async function withPage(name, options, use) {
    const opened = await open(browser, addressOf(base, name), options);
    try {
      return await use(opened.page, opened.noise);
    } finally {
      await opened.close();
    }
  }

  async function invalidHtml(name) {
    const report = await validator.validateString(await readFile(path.join(site, name), 'utf8'), name);
    return report.results.flatMap((result) => result.messages)
      .map((message) => `${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
  }

  async function barriers(name) {
    const problems = [];
    for (const width of [1280, 360]) {
      for (const colorScheme of ['light', 'dark']) {
        problems.push(...await withPage(name, { width, colorScheme }, async (page) => {
          await page.evaluate(axeSource);
          const result = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), axeTags);
          return result.violations.flatMap((violation) => violation.nodes.map((node) =>
            `${width} ${colorScheme} ${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
        }));
      }
    }
    return problems;
  }

  async function misfits(name) {
    const problems = [];
    for (const width of [320, 360, 1280]) {
      problems.push(...await withPage(name, { width }, (page) => overflow(page)));
    }
    return problems;
  }

  return {
    withPage,
    claims: {
      'the HTML is valid': invalidHtml,
      'nothing bars a reader, wide and narrow, light and dark': barriers,
      'it fits its window': misfits,
    },
  };
}
