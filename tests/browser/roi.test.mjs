// The calculator: the worked example without scripts, and the same page computed anew in the browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as test from 'node:test';
import { copyOfExample, launch, open, overflow, publish } from './support.mjs';

const require = createRequire(import.meta.url);
const axeSource = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const { base } = await publish(test, await copyOfExample(test));
const browser = await launch(test);
const models = ['ecommerce-ai', 'ai-automation', 'ai-customer-experience', 'ecommerce'];
const address = (model, rest = '') => `${base}models/${model}/roi/${rest}`;

/** The calculator of a model, ready for numbers. */
async function begin(model, options, rest = '') {
  const opened = await open(browser, address(model, rest), options);
  await opened.page.locator('[data-end] input').first().waitFor();
  return opened;
}

/** Every shown result and every line of what moves the net, in order. */
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('[data-result], [data-sensitivity] tr:not([hidden])')]
  .map((place) => place.textContent.replace(/\s+/g, ' ').trim()));
const box = (page, name) => page.getByLabel(name, { exact: true });

for (const model of models) {
  test.test(`${model}: the browser says of the examples what the page said, to the last digit`, async () => {
    const plain = await open(browser, address(model), { javaScriptEnabled: false });
    const before = await shown(plain.page);
    assert.ok(before.length > 18);
    assert.ok(before.every((text) => text && !/NaN|Infinity|undefined/.test(text)), before.join('; '));
    assert.equal(await plain.page.locator('input:visible, button:visible, select:visible').count(), 0);
    await plain.close();
    const { page, close } = await begin(model);
    await page.locator('[data-end] input').first().dispatchEvent('input');
    assert.deepEqual(await shown(page), before);
    await close();
  });
}

test.test('another number changes the result and the address, which brings it back', async () => {
  const { page, close } = await begin('ecommerce-ai');
  const before = await shown(page);
  const first = page.locator('[data-end=expected] input').first();
  const [low, expected, high] = await page.locator('[data-input]').first().locator('input').evaluateAll((all) => all.map(({ value }) => Number(value)));
  assert.ok(low < expected && expected < high);
  await first.fill(String((low + expected) / 2));
  const after = await shown(page);
  assert.notDeepEqual(after, before);
  await page.waitForURL(/#v=1\./);
  const again = await begin('ecommerce-ai', {}, new URL(page.url()).hash);
  assert.deepEqual(await shown(again.page), after);
  await again.page.getByRole('button', { name: 'Back to the examples' }).click();
  assert.deepEqual(await shown(again.page), before);
  await again.close();
  await close();
});

test.test('what cannot be read takes the result away and says so beside the number', async () => {
  const { page, close } = await begin('ecommerce-ai');
  const row = page.locator('[data-input]').first(), low = row.locator('input').first();
  for (const [text, said] of [['abc', /Enter a number/], ['', /Enter a number/], ['999999999999', /Low is at most/]]) {
    await low.fill(text);
    assert.match(await row.locator('.inline-problem').textContent(), said);
    assert.equal(await low.getAttribute('aria-invalid'), 'true');
    assert.deepEqual([...new Set(await page.locator('[data-result]').allTextContents())], ['–']);
  }
  await low.fill('0');
  assert.equal(await row.locator('.inline-problem').isVisible(), false);
  assert.ok(!(await shown(page)).includes('–'));
  await close();
});

test.test('the result is said once the visitor pauses', async () => {
  const { page, close } = await begin('ecommerce-ai');
  const status = page.locator('.roi [role=status]');
  await page.locator('[data-end=low] input').first().fill('1');
  assert.equal(await status.textContent(), '');
  await page.waitForFunction(() => document.querySelector('.roi [role=status]').textContent);
  assert.match(await status.textContent(), /^Net: /);
  await close();
});

test.test('a stronger proof lets an effect count for more', async () => {
  const { page, close } = await begin('ecommerce-ai');
  const net = page.locator('[data-result=net][data-of=expected]'), before = await net.textContent();
  const value = (text) => Number(text.replace(/[^-\d.]/g, ''));
  await page.getByLabel('How is the effect proven?').selectOption({ index: 3 });
  assert.ok(value(await net.textContent()) > value(before));
  await close();
});

test.test('nothing is asked of the network while numbers change', async () => {
  const { page, close } = await begin('ecommerce-ai');
  const asked = [];
  // Chromium asks for the icon again whenever the address changes.
  page.on('request', (request) => { if (!/icon\.[0-9a-f]+\.svg$/.test(request.url())) asked.push(request.url()); });
  for (const field of (await page.locator('[data-end] input').all()).slice(0, 6)) await field.fill('7');
  await page.waitForTimeout(700);
  assert.deepEqual(asked, []);
  await close();
});

test.test('nothing on the page moves when the numbers come late', async () => {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } }), page = await context.newPage();
    await page.route('**/index.json', async (route) => {
      await new Promise((ready) => setTimeout(ready, 400));
      await route.continue();
    });
    await page.addInitScript(() => {
      globalThis.moved = [];
      new PerformanceObserver((list) => globalThis.moved.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address('ecommerce'));
    await page.locator('[data-end] input').first().waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => globalThis.moved.filter((value) => value > 0.001)), [], `${width} px`);
    await context.close();
  }
});

test.test('500 addresses of nonsense give no exception and no markup', async () => {
  const { page, close } = await begin('ecommerce-ai');
  const failed = [];
  page.on('pageerror', (error) => failed.push(String(error)));
  const pieces = ['1', '~', '-', '.', ',', 'e9', '%', '<img src=x onerror=1>', '9'.repeat(40), '%00', '%E0', 'NaN', '0'];
  for (let turn = 0; turn < 500; turn++) {
    const text = Array.from({ length: turn % 17 }, (_, at) => pieces[(turn * 7 + at * at * 3) % pieces.length]).join('');
    await page.evaluate((hash) => { history.replaceState(null, '', `#v=1.${hash}`); dispatchEvent(new HashChangeEvent('hashchange')); }, text);
    if (turn % 50 === 0) {
      await page.reload();
      await page.locator('[data-end] input').first().waitFor();
    }
  }
  assert.deepEqual(failed, []);
  assert.equal(await page.locator('.roi img').count(), 0);
  await close();
});

for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 320], ['dark', 360]]) {
  test.test(`nothing bars a visitor, with a result and without: ${colorScheme}, ${width} px`, async () => {
    const { page, close } = await begin('ai-customer-experience', { colorScheme, width });
    for (const text of ['8000', 'abc']) {
      await box(page, `${await page.locator('[data-input] th').first().evaluate((head) => head.firstChild.textContent)}, Expected`).fill(text);
      await page.waitForTimeout(600);
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), axeTags);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90))}`), []);
      assert.deepEqual(await overflow(page), []);
    }
    await close();
  });
}

test.test('all numbers are reached and changed by the keyboard alone', async () => {
  const { page, close } = await begin('ecommerce-ai', { width: 320 });
  await page.locator('[data-end] input').first().focus();
  for (const text of ['100', '200', '300']) {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(await page.locator('[data-input]').first().locator('input').evaluateAll((all) => all.map(({ value }) => value)), ['100', '200', '300']);
  await page.waitForURL(/#v=1\.100~200~300~/);
  await close();
});
