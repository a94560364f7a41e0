// The pages of the published example site, in a real browser and under a sub-path: of each kind the
// largest, or all of them (scripts/test --full).
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as test from 'node:test';
import { promisify } from 'node:util';
import { pageChecks } from './page_checks.mjs';
import { copyOfExample, launch, open, overflow, publish, samplePagesOf } from './support.mjs';

const run = promisify(execFile);
const { site, base } = await publish(test, await copyOfExample(test));
const pages = await samplePagesOf(site);
const browser = await launch(test);
const { claims, withPage } = pageChecks({ browser, site, base });

/** One test for each page; `problems` gives what is wrong with it. */
function everyPage(claim, problems, names = pages) {
  for (const name of names) {
    test.test(`${claim}: ${name}`, async () => assert.deepEqual(await problems(name), []));
  }
}

test.test('the example site has its kinds of pages', () => {
  assert.ok(pages.includes('index.html') && pages.includes('404.html'), pages.join(' '));
  assert.ok(pages.some((name) => name.startsWith('models/')) && pages.some((name) => name.startsWith('reports/')));
});

for (const [claim, problems] of Object.entries(claims)) everyPage(claim, problems);

everyPage('it is quiet, keeps its own policy and asks nobody else', (name) =>
  withPage(name, {}, async (page, noise) => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy" i]').first().getAttribute('content').catch(() => null);
    if (!policy?.includes("default-src 'none'")) noise.push(`policy: ${policy}`);
    if (/unsafe-inline|unsafe-eval/.test(policy ?? '')) noise.push(`policy: ${policy}`);
    return [...noise, ...await page.evaluate(() => globalThis.policyViolations)];
  }));

everyPage('text twice as large still fits', (name) =>
  withPage(name, { width: 640 }, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    return overflow(page);
  }));

everyPage('it says everything without scripts', async (name) => {
  const words = (text) => text.split(/\s+/).filter(Boolean).length;
  const main = (options) => withPage(name, options, (page) => page.locator('main').innerText());
  const [withScripts, without] = [await main({}), await main({ javaScriptEnabled: false })];
  const heading = await withPage(name, { javaScriptEnabled: false }, (page) => page.locator('h1').count());
  const problems = heading === 1 ? [] : [`${heading} h1`];
  if (words(without) < 10 || words(without) < 0.6 * words(withScripts)) problems.push(`${words(without)} of ${words(withScripts)} words`);
  return problems;
});

everyPage('the first stop of the Tab key skips to the content', (name) =>
  withPage(name, {}, async (page) => {
    await page.keyboard.press('Tab');
    return page.evaluate(() => {
      const link = document.activeElement;
      const target = link.hash && document.getElementById(link.hash.slice(1));
      const box = link.getBoundingClientRect();
      const problems = [];
      if (!target || !(target.matches('main') || target.closest('main') || target.querySelector('main'))) problems.push(`leads to ${link.hash}`);
      if (box.width < 24 || box.height < 24 || box.top < 0 || box.left < 0) problems.push('not visible on focus');
      return problems;
    });
  }));

/** Boxes that cut off what they hold, on paper. */
function clippedBoxes(page) {
  return page.evaluate(() => [...document.body.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    const visible = style.display !== 'none' && style.visibility !== 'hidden' && element.clientWidth > 1 && element.clientHeight > 1;
    const cuts = (overflows, inner, outer) => overflows !== 'visible' && inner > outer + 1;
    return visible && !element.closest('svg')
      && (cuts(style.overflowX, element.scrollWidth, element.clientWidth) || cuts(style.overflowY, element.scrollHeight, element.clientHeight));
  }).map((element) => `cut off: ${element.tagName}.${element.className} ${element.scrollWidth}x${element.scrollHeight} in ${element.clientWidth}x${element.clientHeight}`));
}

async function wordsOfPdf(pdf) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stagecraft-print-'));
  try {
    await writeFile(path.join(folder, 'page.pdf'), pdf);
    const { stdout } = await run('pdftotext', ['-layout', path.join(folder, 'page.pdf'), '-'], { maxBuffer: 1 << 26 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

everyPage('it prints whole, folded parts included', (name) =>
  withPage(name, { width: 703 }, async (page) => { // the width of A4 between its margins
    const visible = await page.evaluate(() => {
      const operated = [...document.querySelectorAll('.starting, .promise')]; // paper starts nothing and sends nothing
      document.querySelectorAll('details').forEach((details) => { details.open = true; });
      operated.forEach((element) => { element.style.display = 'none'; });
      const text = document.querySelector('main').innerText;
      operated.forEach((element) => { element.style.display = ''; });
      document.querySelectorAll('details').forEach((details) => { details.open = false; });
      return text;
    });
    await page.emulateMedia({ media: 'print' });
    const problems = [...await overflow(page), ...await clippedBoxes(page)];
    const printed = await wordsOfPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const squeeze = (text) => text.normalize('NFKC').replace(/[\s\u00ad-]+/g, '').toLowerCase(); // 'fi' may be one letter
    const paper = squeeze(printed);
    const words = [...new Set(visible.split(/[\s-]+/).filter((word) => /^[\p{L}\p{N}]{4,}$/u.test(word)))];
    const lost = words.filter((word) => !paper.includes(word.toLowerCase()));
    if (lost.length > 0.02 * words.length) problems.push(`words lost in print: ${lost.slice(0, 10).join(' ')}`);
    if (printed.split('\f').slice(0, -1).some((sheet) => sheet.trim() === '')) problems.push('an empty sheet');
    return problems;
  }));

test.test('links between pages work under the sub-path', async () => {
  const { page, noise, close } = await open(browser, base);
  const targets = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.href));
  const inside = [...new Set(targets.filter((target) => target.startsWith(new URL(base).origin)))];
  assert.deepEqual(inside.filter((target) => !target.startsWith(base)), []);
  for (const target of inside) await page.goto(target);
  assert.deepEqual(noise, []);
  await close();
});

test.test('the page for a wrong address is whole wherever the address lies', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const failed = [];
  page.on('response', (response) => { if (response.status() >= 400) failed.push(response.url()); });
  const wrong = `${base}no/such/page/`;
  await page.goto(wrong);
  assert.equal(await page.locator('h1').count(), 1);
  assert.deepEqual(failed, [wrong]);
  await context.close();
});
