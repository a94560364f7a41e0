// The search field of the published example site, in a real browser and under a sub-path.
import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import * as test from 'node:test';
import { addressOf, copyOfExample, launch, open, publish } from './support.mjs';

const { site, base } = await publish(test, await copyOfExample(test));
const browser = await launch(test);
const stage = 'models/ecommerce-ai/stages/responsive/index.html';

/** What `look` gives of the page `name`, which must be quiet. */
async function on(name, look, options = {}) {
  const { page, noise, close } = await opened(addressOf(base, name), options);
  try {
    const result = await look(page);
    assert.deepEqual(noise, []);
    return result;
  } finally {
    await close();
  }
}

async function opened(address, options) {
  const { page, noise } = await open(browser, address, options);
  return { page, noise, close: () => page.context().close() };
}

const titles = (page) => page.locator('.results a').allInnerTexts();

async function search(page, words) {
  await page.getByRole('searchbox', { name: 'Search' }).fill(words);
  await page.locator('#search-status').getByText(/./).waitFor();
}

test.test('what is typed finds pages, and a result leads to its page', () => on(stage, async (page) => {
  await search(page, 'reactive');
  assert.match((await titles(page))[0], /Reactive/);
  await page.locator('.results a').first().click();
  assert.equal(page.url(), addressOf(base, 'models/ecommerce-ai/stages/reactive/index.html'));
}));

test.test('the index is asked for when somebody goes to the field, once and not before', () => on(stage, async (page) => {
  const asked = [];
  page.on('request', (request) => { if (request.url().endsWith('.json')) asked.push(request.url()); });
  await page.reload();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(asked, []);
  await search(page, 'stage');
  await search(page, 'stages');
  assert.deepEqual(asked, [`${base}search.json`]);
}));

test.test('the field works by keyboard alone', () => on(stage, async (page) => {
  await search(page, 'reactive');
  await page.keyboard.press('ArrowDown');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Reactive/);
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search-words');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.search-results').isVisible(), false);
  await search(page, 'orchestrated');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/stages/orchestrated/');
}));

test.test('nothing that is found is said, and so is how much is found', () => on(stage, async (page) => {
  await search(page, 'zzzzqq');
  assert.match(await page.locator('#search-status').innerText(), /^Nothing found/);
  await search(page, 'orchestrated');
  await page.locator('#search-status').getByText(/result/).waitFor();
}));

test.test('words are shown as words, whatever they are', () => on('index.html', async (page) => {
  await search(page, '<img src=x onerror=alert(1)>');
  assert.equal(await page.locator('header img[src="x"]').count(), 0);
}));

test.test('without scripts there is no field, and A–Z is one step away', () => on(stage, async (page) => {
  assert.equal(await page.getByRole('searchbox').count(), 0);
  await page.getByRole('link', { name: 'A–Z' }).click();
  assert.equal(page.url(), `${base}a-z/`);
}, { javaScriptEnabled: false }));

test.test('the field fits at 320 pixels', () => on(stage, async (page) => {
  await search(page, 'stage');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
}, { width: 320 }));

test.test('an index that cannot be loaded is said', async () => {
  const index = path.join(site, 'search.json');
  await rename(index, `${index}.away`);
  const { page, close } = await opened(addressOf(base, stage), {});
  try {
    await search(page, 'reactive');
    assert.match(await page.locator('#search-status').innerText(), /could not be loaded/);
  } finally {
    await rename(`${index}.away`, index);
    await close();
  }
});
