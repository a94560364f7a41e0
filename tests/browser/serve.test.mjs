// The preview in a real browser: what open pages do when files change. Nothing here waits for a time
// to pass: each test waits for what must happen, and counts what must not have happened before it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as test from 'node:test';
import { launch, open, root } from './support.mjs';

const folder = await mkdtemp(path.join(os.tmpdir(), 'stagecraft-serve-'));
test.after(() => rm(folder, { recursive: true }));
const project = path.join(folder, 'project');
const inProject = (name) => path.join(project, name);
const settings = 'title: Teas\ndescription: About tea.\nbase_url: https://example.org/teas/\nmodels: [ecommerce-ai]\n';
const about = (text) => `---\ntitle: About\n---\n\n${text}\n`;

async function write(name, text) {
  await mkdir(path.dirname(inProject(name)), { recursive: true });
  await writeFile(inProject(`${name}.new`), text);
  await rename(inProject(`${name}.new`), inProject(name)); // as editors do
}

const lines = 'A line of tea.\n\n'.repeat(150);
await write('site.yaml', settings);
await write('content/pages/about.md', about(lines));
await write('content/pages/other.md', about('Other.').replace('About', 'Other'));

/** The program, what it has said so far, and how it ended. */
function start() {
  const program = process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft');
  const child = spawn(program, ['serve', project, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const preview = { child, said: '', heard: () => {} };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => { preview.said += text; preview.heard(); });
  preview.ended = new Promise((resolve) => { child.on('exit', (code, signal) => resolve({ code, signal })); });
  /** Waits until the program has said something that fits. */
  preview.says = (pattern) => new Promise((resolve) => {
    preview.heard = () => { const hit = preview.said.match(pattern); if (hit) resolve(hit); };
    preview.heard();
  });
  return preview;
}

const preview = start();
test.after(() => { preview.child.kill(); });
const [, base] = await preview.says(/^(http:\S+) shows \d+ pages/m);
const browser = await launch(test);

/** A quiet page that counts how often it is loaded; `mayBeMissing` while its file is. */
async function follow(name, { mayBeMissing = false } = {}) {
  const opened = await open(browser, base + name);
  const { page, noise } = opened;
  page.loads = 0;
  page.on('load', () => { page.loads += 1; });
  await page.waitForFunction(() => performance.getEntriesByType('resource').some((entry) => entry.name.includes('live.js')));
  const ofMissingPage = (words) => words === `404: ${base}${name}` || /^console: .* status of 404/.test(words);
  const close = async () => {
    assert.deepEqual(noise.filter((words) => !(mayBeMissing && ofMissingPage(words))), []);
    assert.deepEqual(await page.evaluate(() => globalThis.policyViolations), []);
    await opened.close();
  };
  return { page, close };
}

const overlay = (page) => page.getByRole('alert');

test.test('the site stands under the path of its address, and the root leads there', async () => {
  assert.equal(new URL(base).pathname, '/teas/');
  const { page, close } = await follow('');
  await page.goto(new URL('/', base).href);
  assert.equal(page.url(), base);
  await close();
});

test.test('a changed page loads again, at the place where it was', async () => {
  const { page, close } = await follow('about/');
  await page.evaluate(() => scrollTo(0, 900));
  await write('content/pages/about.md', about(`${lines}The word is oolong.`));
  await page.getByText('The word is oolong.').waitFor({ state: 'attached' });
  await page.waitForFunction(() => scrollY > 800 && scrollY < 1000);
  await close();
});

test.test('what was unfolded stays unfolded', async () => {
  await write('templates/pages/content.html', '{% extends "layouts/page.html" %}\n{% block content %}\n<h1>{{ page.title }}</h1>\n' +
    '<details><summary>First</summary><p>one</p></details>\n<details><summary>Second</summary><p>two</p></details>\n{{ content.body }}\n{% endblock %}\n');
  const { page, close } = await follow('about/');
  await page.getByText('Second').click();
  await write('content/pages/about.md', about(`${lines}The word is sencha.`));
  await page.getByText('The word is sencha.').waitFor({ state: 'attached' });
  await page.getByText('two').waitFor();
  assert.equal(await page.getByText('one').isVisible(), false);
  await rm(inProject('templates'), { recursive: true });
  await page.getByText('Second').waitFor({ state: 'detached' });
  await close();
});

test.test('a page stays as it is when another changes', async () => {
  const { page, close } = await follow('about/');
  const other = await follow('other/');
  await write('content/pages/other.md', about('Other, but new.').replace('About', 'Other'));
  await other.page.getByText('but new').waitFor();
  assert.equal(page.loads, 0);
  await write('content/pages/about.md', about(`${lines}Now this one.`));
  await page.getByText('Now this one.').waitFor({ state: 'attached' });
  await page.waitForLoadState('load');
  assert.equal(page.loads, 1);
  await other.close();
  await close();
});

test.test('a style sheet changes without a reload', async () => {
  const { page, close } = await follow('about/');
  await page.evaluate(() => { globalThis.kept = true; });
  await write('themes/annual/extra.css', 'h1 { letter-spacing: 7px; }\n');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px');
  await page.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 1);
  await write('themes/annual/extra.css', 'h1 { letter-spacing: 9px; }\n');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '9px');
  assert.equal(await page.evaluate(() => globalThis.kept), true);
  assert.equal(page.loads, 0);
  await rm(inProject('themes'), { recursive: true });
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing !== '9px');
  await close();
});

test.test('a mistake is shown over the last good page, with its place, and goes when it is mended', async () => {
  const { page, close } = await follow('about/');
  await write('site.yaml', `${settings}them: annual\n`);
  await overlay(page).waitFor();
  const text = await overlay(page).innerText();
  assert.match(text, /site\.yaml:5:1: error: .*'them'/);
  assert.match(text, /5 \| them: annual\n\s+\| \^~~~/);
  assert.equal(await page.getByText('Now this one.').count(), 1);
  assert.match((await preview.says(/.*site\.yaml:5:1: error[^\n]*/))[0], /them/);
  await write('site.yaml', settings);
  await overlay(page).waitFor({ state: 'detached' });
  assert.equal(page.loads, 0);
  await close();
});

test.test('the message can be closed by its button and by the keyboard', async () => {
  const { page, close } = await follow('about/');
  await write('site.yaml', 'title: [\n');
  await overlay(page).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await overlay(page).waitFor({ state: 'detached' });
  await page.reload();
  await overlay(page).waitFor();
  await page.keyboard.press('Escape');
  await overlay(page).waitFor({ state: 'detached' });
  await write('site.yaml', settings);
  await preview.says(/site\.yaml; \d+ m?s\n$/);
  await close();
});

test.test('a mistake of one page shows on that page', async () => {
  const { page, close } = await follow('about/');
  const other = await follow('models/ecommerce-ai/');
  await write('templates/pages/content.html', '{{ nobody.knows }}');
  await overlay(page).waitFor();
  assert.match(await overlay(page).innerText(), /templates\/pages\/content\.html:1:4: error/);
  assert.equal(await page.getByText('Now this one.').count(), 1);
  assert.equal(await overlay(other.page).count(), 0);
  await rm(inProject('templates'), { recursive: true });
  await overlay(page).waitFor({ state: 'detached' });
  await other.close();
  await close();
});

test.test('the folder of the project may be renamed and come back', async () => {
  const { page, close } = await follow('about/');
  await rename(project, `${project}-away`);
  await overlay(page).waitFor();
  await rename(`${project}-away`, project);
  await overlay(page).waitFor({ state: 'detached' });
  await write('content/pages/about.md', about('Back again.'));
  await page.getByText('Back again.').waitFor();
  await close();
});

test.test('a file may become a folder, and a folder may come with files in it', async () => {
  const { page, close } = await follow('about/', { mayBeMissing: true });
  await rm(inProject('content/pages/about.md'));
  await mkdir(inProject('content/pages/about.md'));
  await page.waitForFunction(() => document.body.className.includes('not-found'));
  await rm(inProject('content/pages/about.md'), { recursive: true });
  await mkdir(path.join(folder, 'about'));
  await writeFile(path.join(folder, 'about/index.md'), about('In a folder.'));
  await rename(path.join(folder, 'about'), inProject('content/pages/about'));
  await page.getByText('In a folder.').waitFor();
  await write('content/pages/about/index.md', about('Still followed.'));
  await page.getByText('Still followed.').waitFor();
  await close();
});

test.test('many files at once come to one right page', async () => {
  const { page, close } = await follow('many/page-299/', { mayBeMissing: true });
  await mkdir(inProject('content/pages/many'));
  await Promise.all(Array.from({ length: 300 }, (_, i) =>
    writeFile(inProject(`content/pages/many/page-${i}.md`), about(`Number ${i}.`).replace('About', `Page ${i}`))));
  await page.getByText('Number 299.').waitFor();
  await rm(inProject('content/pages/many'), { recursive: true });
  await page.waitForFunction(() => document.body.className.includes('not-found'));
  await close();
});

test.test('a model that is deleted is missed and comes back', async () => {
  const model = 'content/models/tea/model.yaml';
  await write(model, 'id: tea\ntitle: Tea\nversion: 1.0.0\nupdated: 2026-10\nsummary: How well.\nstages:\n  - {id: bag, title: Bag}\n  - {id: pot, title: Pot}\n');
  await write('site.yaml', settings.replace('[ecommerce-ai]', '[ecommerce-ai, tea]'));
  const { page, close } = await follow('about/');
  const text = await readFile(inProject(model), 'utf8');
  await rm(inProject(model));
  await overlay(page).waitFor();
  await write(model, text);
  await overlay(page).waitFor({ state: 'detached' });
  await write('site.yaml', settings);
  await close();
});

test.test('a page that is not there has the 404 page of the site, and appears when it is written', async () => {
  const { page, close } = await follow('guides/new/', { mayBeMissing: true });
  assert.equal((await page.request.get(`${base}guides/new/`)).status(), 404);
  await write('content/pages/guides/new.md', about('Here I am.').replace('About', 'New'));
  await page.getByText('Here I am.').waitFor();
  await close();
});

test.test('without scripts the preview is a site like any other', async () => {
  const { page, noise, close } = await open(browser, `${base}about/`, { javaScriptEnabled: false });
  assert.equal(await page.locator('h1').count(), 1);
  assert.deepEqual(noise, []);
  await close();
});

test.test('a project with a mistake from the beginning shows it, and then the page', async () => {
  await write('site.yaml', 'title: Teas\n');
  const second = start();
  const [, address] = await second.says(/^(http:\S+) waits until/m);
  const { page } = await open(browser, address);
  await overlay(page).waitFor();
  assert.match(await overlay(page).innerText(), /has no 'description'/);
  await write('site.yaml', settings.replace('/teas/', '/'));
  await page.getByRole('heading', { name: 'Teas' }).waitFor();
  await page.context().close();
  second.child.kill('SIGTERM');
  assert.deepEqual(await second.ended, { code: 0, signal: null });
  await write('site.yaml', settings);
});

test.test('Ctrl-C ends the preview, open pages or not', async () => {
  const { page } = await follow('about/');
  preview.child.kill('SIGINT');
  assert.deepEqual(await preview.ended, { code: 0, signal: null });
  await page.context().close();
});
