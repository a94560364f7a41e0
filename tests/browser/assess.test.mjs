// The self-assessment as visitors use it: every state of the flow, and everything that can go wrong.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as test from 'node:test';
import { promisify } from 'node:util';
import { copyOfExample, launch, open, overflow, publish, root } from './support.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const axeSource = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const program = process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft');

const project = await copyOfExample(test);
const settings = path.join(project, 'site.yaml');
await writeFile(settings, (await readFile(settings, 'utf8')).replace(/embed_on: .*/, 'embed_on: []'));
const { base } = await publish(test, project);
const browser = await launch(test);
const address = (model, rest = '') => `${base}assess/${model}/${rest}`;
const models = { 'ecommerce-ai': 10, 'ai-automation': 0, ecommerce: 0, 'ai-customer-experience': 0 };

/** A page at its start, and how it is left. */
async function begin(model, options = {}) {
  const opened = await open(browser, address(model), options);
  await opened.page.locator('[data-state=start]').waitFor();
  return opened;
}

const start = (page) => page.getByRole('button', { name: 'Start' }).click();
const next = (page) => page.getByRole('button', { name: 'Continue' }).click();
const heading = (page) => page.locator('[aria-level="1"]').textContent();
const shownFields = (page) => page.locator('.question:not([hidden])');

/** Answers what is shown: the choice number `pick`, or the number in words. */
async function answerShown(page, pick) {
  for (const field of await shownFields(page).all()) {
    const control = await field.getAttribute('data-control');
    if (control === 'number') await field.locator('[name^=number-]').fill(String(40 + pick));
    else if (control === 'text') await field.locator('[name^=text-]').fill('Somewhere.');
    else {
      const choices = field.locator('.choices input');
      await choices.nth(Math.min(pick, (await choices.count()) - 3)).check();
    }
  }
}

async function throughAll(page, pick = () => 0) {
  for (let at = 0; at < 200 && !page.url().endsWith('#check'); at++) {
    await answerShown(page, pick(at));
    await next(page);
  }
  assert.match(page.url(), /#check$/);
}

/** What the page keeps, by draft. */
const kept = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('stagecraft:'))
  .map(([key, text]) => [key, JSON.parse(text)]));

async function savedFile(page, button = 'Save to a file') {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).first().click()]);
  return readFile(await download.path(), 'utf8');
}

async function barriers(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), axeTags);
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

for (const model of Object.keys(models)) {
  test.test(`${model}: from start to result, and the program takes the file and says the same`, async () => {
    const { page, noise, close } = await begin(model);
    await start(page);
    await throughAll(page, (at) => at % 2);
    await page.getByRole('button', { name: 'See my result' }).click();
    assert.ok(await heading(page));
    const file = path.join(project, `${model}.json`);
    await writeFile(file, await savedFile(page));
    const { stdout } = await run(program, ['score', '--format=json', file]);
    const record = JSON.parse(stdout), whole = record.methods[0].nodes[0];
    if (whole.stage) {
      const href = await page.evaluate(() => document.querySelector('.assess').dataset.modelHref);
      const stages = JSON.parse(await (await page.request.get(new URL(`${href}index.json`, page.url()).href)).text()).stages;
      const at = stages.findIndex(({ id }) => id === whole.stage);
      assert.equal(await heading(page), `Stage ${at + 1}: ${stages[at].title}`);
    }
    const rows = await page.locator('.assess-screen tbody tr').allTextContents();
    const pillars = record.methods[0].nodes.filter(({ pillar, state }) => pillar && state !== 'empty');
    assert.equal(rows.length, pillars.length);
    rows.forEach((row, index) => assert.ok(pillars[index].value === undefined || row.includes(`${pillars[index].value}`), row));
    assert.deepEqual(noise, []);
    await close();
  });
}

test.test('answers are worked by the keyboard alone at 320 px, from start to result', async () => {
  const { page, noise, close } = await begin('ecommerce-ai', { width: 320 });
  const tabTo = async (selector) => {
    for (let at = 0; at < 60; at++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    assert.fail(`the Tab key never reaches ${selector}`);
  };
  await tabTo('.starting .button');
  await page.keyboard.press('Enter');
  for (let number = 1; number <= 10; number++) {
    assert.equal(await page.evaluate(() => document.activeElement.className), 'asked');
    await tabTo('.choices input');
    await page.keyboard.press('Space');
    if (number % 2) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  assert.match(page.url(), /#check$/);
  await tabTo('[data-do=result]');
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#result$/);
  assert.equal(await heading(page), 'Stage 3: Proactive'); // five of ten say yes
  assert.deepEqual(noise, []);
  await close();
});

test.test('nothing is asked of the network once the page is there', async () => {
  const { page, noise, close } = await begin('ecommerce-ai');
  await page.context().setOffline(true);
  const requests = [];
  page.on('request', (request) => { // Chromium itself looks for the icon again at each new address
    if (!request.url().startsWith('blob:') && !request.url().endsWith('.svg')) requests.push(request.url());
  });
  await start(page);
  await throughAll(page);
  await page.getByRole('button', { name: 'See my result' }).click();
  await savedFile(page);
  await page.getByRole('button', { name: 'Copy a link' }).click();
  assert.deepEqual(requests, []);
  assert.deepEqual(noise.filter((line) => line.startsWith('error:')), []);
  await close();
});

test.test('where storage is refused the flow completes, and the page says so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage(), errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const refuse = () => { throw new DOMException('refused', 'SecurityError'); };
    Object.defineProperty(globalThis, 'localStorage', { get: refuse });
  });
  await page.goto(address('ecommerce-ai'));
  await start(page);
  assert.match(await page.locator('.assess-notices').textContent(), /cannot keep your answers/);
  await throughAll(page);
  await page.getByRole('button', { name: 'See my result' }).click();
  assert.equal(await heading(page), 'Stage 5: Orchestrated');
  assert.equal(JSON.parse(await savedFile(page)).answers['speaks-first'], 'yes');
  assert.deepEqual(errors, []);
  await context.close();
});

test.test('where storage is full the page says so and goes on', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await start(page);
  assert.match(await page.locator('.assess-notices').textContent(), /cannot keep your answers/);
  await answerShown(page, 0);
  await next(page);
  assert.match(page.url(), /#q=2$/);
  await close();
});

test.test('back, forward and reloading lead where they should, with the answers', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  for (let at = 0; at < 3; at++) { await answerShown(page, at % 2); await next(page); }
  await page.goBack();
  assert.match(await page.title(), /^Question 3 of 10 - /);
  await page.goForward();
  assert.match(await page.title(), /^Question 4 of 10 - /);
  for (let at = 4; at <= 10; at++) {
    await page.reload();
    await page.locator('[data-state=on]').waitFor();
    assert.match(await page.title(), new RegExp(`^Question ${at} of 10 - `));
    await answerShown(page, 0);
    await next(page);
  }
  await page.reload();
  assert.equal(await heading(page), 'Check your answers');
  const [[, draft]] = await kept(page);
  assert.equal(Object.keys(draft.answers).length, 10);
  await page.getByRole('button', { name: 'See my result' }).click();
  await page.reload();
  assert.match(await heading(page), /^Stage \d/);
  await close();
});

test.test('the way back from a change leads to the check', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  await throughAll(page);
  await page.getByRole('link', { name: /^Change: Does your assistant open conversations/ }).click();
  await answerShown(page, 1);
  await next(page);
  assert.match(page.url(), /#check$/);
  await close();
});

test.test('going on without an answer shows the problem, and an answer takes it away', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  await next(page);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'problem');
  assert.match(await page.title(), /^Error: Question 1 of 10/);
  await page.locator('.problem a').click();
  assert.equal(await page.evaluate(() => document.activeElement.type), 'radio');
  await page.getByRole('radio', { name: 'I do not know' }).check();
  await next(page);
  assert.match(page.url(), /#q=2$/);
  assert.equal(await page.locator('.problem').count(), 0);
  await close();
});

test.test('a question says of which pillar it is, and its place among all', async () => {
  const { page, close } = await begin('ecommerce');
  await start(page);
  assert.match((await shownFields(page).locator('legend').innerText()).replace(/\s+/g, ' '), /^Pillar: Technology and platform · Question 1 of 24 /);
  assert.match(await page.title(), /^Question 1 of 24 - /);
  await close();
});

test.test('no choice moves on by itself', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  await answerShown(page, 0);
  assert.match(page.url(), /#q=1$/);
  await close();
});

test.test('answers, notes, reload, file, opening, link: everything comes back as it was', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await page.getByLabel('Name of this draft').fill('Wren & <b>Co</b>');
  await page.getByLabel('Your role').fill('Head of care');
  await start(page);
  await answerShown(page, 1);
  await shownFields(page).locator('.more summary').click();
  await shownFields(page).getByLabel('Note', { exact: true }).fill('=1+1 "quoted" <script>x</script>');
  await shownFields(page).getByLabel('Evidence', { exact: true }).fill('A list, of May.');
  await next(page);
  await page.getByRole('radio', { name: 'Does not apply' }).check();
  await next(page);
  await page.getByRole('radio', { name: 'I do not know' }).check();
  await next(page);
  await page.reload();
  await throughAll(page, (at) => at % 2);
  const first = await savedFile(page), saved = JSON.parse(first);
  assert.equal(saved.subject.name, 'Wren & <b>Co</b>');
  assert.equal(saved.assessor, 'Head of care');
  assert.deepEqual(saved.answers['catalogue-attributes'], { answer: 'no', note: '=1+1 "quoted" <script>x</script>', evidence: 'A list, of May.' });
  assert.deepEqual(saved.answers['resolves-alone'], { answer: 'not-applicable', note: 'No reason given.' });
  assert.equal(saved.answers['speaks-first'], 'unknown');

  await page.getByRole('button', { name: 'See my result' }).click();
  const shared = await page.locator('[data-name=link]').inputValue();
  await page.goto(address('ecommerce-ai'));
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.locator('[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(first) });
  await page.locator('[data-state=on]').waitFor();
  assert.equal(await savedFile(page), first);

  const fresh = await open(browser, shared);
  await fresh.page.getByText('Result opened from a link').waitFor();
  assert.deepEqual(await kept(fresh.page), []);
  await fresh.page.getByRole('button', { name: 'Save as my draft' }).click();
  const plain = (answers) => Object.fromEntries(Object.entries(answers).map(([id, said]) => [id, said.answer ?? said]));
  assert.deepEqual(plain(JSON.parse(await savedFile(fresh.page)).answers), plain(saved.answers));
  await fresh.close();
  await close();
});

test.test('drafts have names, are resumed, and are gone when they are deleted', async () => {
  const { page, close } = await begin('ecommerce-ai');
  for (const name of ['First', 'Second']) {
    await page.getByLabel('Name of this draft').fill(name);
    await start(page);
    await answerShown(page, 0);
    await next(page);
    await page.goto(address('ecommerce-ai'));
  }
  assert.equal((await kept(page)).length, 2);
  await page.getByRole('button', { name: 'Continue: First' }).click();
  assert.match(await page.title(), /^Question 2 of 10/);
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  assert.equal((await kept(page)).length, 2);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  assert.deepEqual((await kept(page)).map(([, draft]) => draft.name), ['Second']);
  await page.getByRole('button', { name: 'Delete: Second' }).click();
  assert.deepEqual(await kept(page), []);
  await close();
});

test.test('of two tabs the newest change wins, and the other says so', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  const other = await page.context().newPage();
  await other.goto(address('ecommerce-ai'));
  await other.getByRole('button', { name: /^Continue: / }).click();
  await other.getByRole('radio', { name: 'Yes', exact: true }).check();
  await page.getByText('Another tab has changed this draft').waitFor();
  assert.ok(await page.getByRole('radio', { name: 'Yes', exact: true }).isChecked());
  await close();
});

test.test('when a question has changed since, its answer has to be confirmed', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  await throughAll(page);
  await page.evaluate(() => {
    const [key] = Object.keys(localStorage), draft = JSON.parse(localStorage[key]);
    draft.answers['speaks-first'].wording = 'another';
    draft.answers['long-gone'] = { answer: 'yes', wording: 'x' };
    localStorage[key] = JSON.stringify(draft);
  });
  await page.goto(address('ecommerce-ai'));
  await page.getByRole('button', { name: /^Continue: / }).click();
  assert.equal(await heading(page), 'The model has changed since this draft');
  assert.match(await page.locator('[data-list=changed]').textContent(), /open conversations itself/);
  assert.equal(await page.locator('[data-list=removed]').textContent(), 'long-gone');
  assert.ok(await page.getByRole('button', { name: 'Delete my answers' }).isVisible());
  await page.getByRole('button', { name: 'Confirm these answers' }).click();
  assert.match(page.url(), /#check$/);
  assert.equal(Object.keys((await kept(page))[0][1].answers).length, 10);
  await close();
});

test.test('1,000 fragments of nonsense give no exception and no markup', async () => {
  const { page, noise, close } = await begin('ecommerce-ai');
  const problems = await page.evaluate(async () => {
    const pieces = ['#r=1.', '#q=', '9'.repeat(30), 'AAAA', '<img src=x onerror=hostile=1>', '%', '%00', '#check', '#result', '#changed', '-1', '../', 'javascript:', '"', '__proto__', '\u202e'];
    let state = 7;
    const random = (below) => { state = (state * 1103515245 + 12345) % 2147483648; return state % below; };
    const found = [];
    addEventListener('error', (event) => found.push(event.message));
    for (let turn = 0; turn < 1000; turn++) {
      history.replaceState(null, '', `#${Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join('').slice(1)}`);
      dispatchEvent(new PopStateEvent('popstate'));
      if (document.querySelector('.assess-screen img') || globalThis.hostile) found.push(location.hash);
    }
    return found;
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(noise, []);
  await close();
});

test.test('files of nonsense are refused with a word', async () => {
  const { page, noise, close } = await begin('ecommerce-ai');
  for (const text of ['', '{', '[]', 'null', '{"answers":5}', '{"model":"ecommerce-ai","answers":[]}', '{"model":"<img src=x onerror=hostile=1>","answers":{}}', '\u0000', 'x'.repeat(2e6)]) {
    await page.locator('[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.locator('.assess-notices p').waitFor();
    assert.match(await page.locator('.assess-notices').textContent(), /cannot be read|another model/);
  }
  assert.equal(await page.evaluate(() => document.images.length), 0);
  assert.deepEqual(noise, []);
  await close();
});

test.test('1,000 files that are nearly right give no exception and no markup', async () => {
  const { page, noise, close } = await begin('ecommerce-ai');
  await start(page);
  await throughAll(page, (at) => at % 2);
  const good = await savedFile(page);
  await page.goto(address('ecommerce-ai', '#start'));
  await page.locator('[type=file]').waitFor({ state: 'attached' });
  const { problems, opened } = await page.evaluate(async (text) => {
    const pieces = ['<img src=x onerror=hostile=1>', '"', '{', '}', '[', 'null', '1e999', '__proto__', '\\u0000', '\u202e', '-', '"yes"', ',', 'x'.repeat(5000)];
    let state = 11;
    const random = (below) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % below; };
    const spoilt = () => {
      let made = text;
      for (let times = 1 + random(3); times > 0; times--) {
        const at = random(made.length), length = random(12);
        made = made.slice(0, at) + pieces[random(pieces.length)] + made.slice(at + length);
      }
      return made;
    };
    // Values of every kind in every place, in JSON that can be read.
    const twisted = () => {
      const file = JSON.parse(text), values = [null, 5, -1e300, '', '<b>x</b>', [], {}, ['yes', 'yes'], { answer: {} }, { answer: 'yes', note: 7, evidence: ['a'] }, true];
      const [into, keys] = random(2) ? [file.answers, Object.keys(file.answers)] : [file, Object.keys(file)];
      into[keys[random(keys.length)]] = values[random(values.length)];
      if (!random(4)) into[['__proto__', 'constructor', '<img src=x>', 'toString'][random(4)]] = values[random(values.length)];
      return JSON.stringify(file);
    };
    const found = [], heard = (event) => found.push(event.message ?? String(event.reason));
    addEventListener('error', heard);
    addEventListener('unhandledrejection', heard);
    let taken = 0;
    for (let turn = 0; turn < 1000; turn++) {
      const made = turn % 2 ? twisted() : spoilt(), input = document.querySelector('[type=file]'), transfer = new DataTransfer();
      transfer.items.add(new File([made], 'a.json', { type: 'application/json' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
      await new Promise((ready) => setTimeout(ready));
      if (document.querySelector('.assess-screen :is(img, b), .assess-notices :is(img, b)') || globalThis.hostile || {}.answer) found.push(made);
      if (document.querySelector('[type=file]')) continue;
      taken++;
      history.replaceState(null, '', '#start');
      dispatchEvent(new PopStateEvent('popstate'));
    }
    return { problems: found, opened: taken };
  }, good);
  assert.deepEqual(problems, []);
  assert.ok(opened > 100 && opened < 900, `${opened} of them were opened`);
  assert.deepEqual(noise, []);
  await close();
});

/** What bars a visitor from the page as it stands; with STAGECRAFT_PICTURES, a picture of it as well. */
async function lookAt(page, state, { colorScheme, width }) {
  const pictures = process.env.STAGECRAFT_PICTURES;
  if (pictures) await page.screenshot({ path: path.join(pictures, `${state}-${colorScheme}-${width}.png`), fullPage: true });
  return [...await barriers(page), ...await overflow(page)].map((problem) => `${state}: ${problem}`);
}

/** Makes the model of all drafts another one than they were begun with. */
const changeModel = (page) => page.evaluate(() => {
  for (const key of Object.keys(localStorage)) {
    const draft = JSON.parse(localStorage[key]);
    draft.answers['speaks-first'].wording = 'another';
    draft.answers['long-gone'] = { answer: 'yes', wording: 'x' };
    localStorage[key] = JSON.stringify(draft);
  }
});

const looks = [['light', 1280], ['dark', 1280], ['light', 320], ['dark', 360]].map(([colorScheme, width]) => ({ colorScheme, width }));
for (const media of looks) {
  test.test(`nothing bars a visitor from start to result: ${media.colorScheme}, ${media.width} px`, async () => {
    const problems = [];
    for (const model of ['ecommerce-ai', 'ai-automation']) {
      const { page, close } = await begin(model, media);
      const look = async (state) => { problems.push(...await lookAt(page, `${model}-${state}`, media)); };
      await look('start');
      await start(page);
      await look('question');
      await next(page);
      await look('problem');
      await throughAll(page, (at) => at % 2);
      await look('check');
      await page.getByRole('button', { name: 'See my result' }).click();
      await look('result');
      const shared = await page.locator('[data-name=link]').inputValue();
      await page.goto(shared);
      await page.reload();
      await page.getByText('Result opened from a link').waitFor();
      await look('shared');
      await page.goto(address(model, '#start'));
      await page.reload();
      await page.getByRole('button', { name: /^Continue: / }).waitFor();
      await look('drafts');
      await close();
    }
    assert.deepEqual(problems, []);
  });
}

for (const media of looks) {
  test.test(`nothing bars a visitor when something is amiss: ${media.colorScheme}, ${media.width} px`, async () => {
    const problems = [], { page, close } = await begin('ecommerce-ai', media);
    const look = async (state, of = page) => { problems.push(...await lookAt(of, state, media)); };
    await page.locator('[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{') });
    await page.locator('.assess-notices p').waitFor();
    await look('file-refused');
    await start(page);
    await throughAll(page, (at) => at % 2);
    const other = await page.context().newPage();
    await other.goto(address('ecommerce-ai'));
    await other.getByRole('button', { name: /^Continue: / }).click();
    await page.getByRole('button', { name: 'See my result' }).click();
    const shared = await page.locator('[data-name=link]').inputValue();
    await page.getByRole('button', { name: 'Delete my answers' }).click();
    await look('delete-asked');
    await page.getByRole('link', { name: 'Change answers' }).click();
    await page.getByRole('link', { name: /^Change: Does your assistant open conversations/ }).click();
    await page.getByRole('radio', { name: 'I do not know' }).check();
    await other.getByText('Another tab has changed this draft').waitFor();
    await look('other-tab', other);
    await other.goto('about:blank');
    await other.goto(`${shared.slice(0, -3)}AAA`);
    await other.getByText('This link is damaged').waitFor();
    await look('link-broken', other);
    await changeModel(page);
    await other.goto('about:blank');
    await other.goto(address('ecommerce-ai'));
    await other.getByRole('button', { name: /^Continue: / }).click();
    await look('changed', other);
    await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await page.getByText('This browser cannot keep your answers').waitFor();
    await look('storage-full');
    assert.deepEqual(problems, []);
    await close();
  });
}

test.test('without scripts all questions and the rule are there', async () => {
  const { page, close } = await open(browser, address('ecommerce-ai'), { javaScriptEnabled: false });
  assert.equal(await page.locator('.question').count(), 10);
  assert.equal(await page.locator('.question:visible').count(), 10);
  assert.ok(await page.locator('.by-hand table').first().isVisible());
  assert.equal(await page.getByRole('button').count(), 0);
  await close();
});

test.test('in a frame of another site it tells its height, and has no header', async () => {
  const around = http.createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Around</title><iframe src="${address('ecommerce-ai', 'embed/#theme=dark')}" width="600" height="300" title="Self-assessment"></iframe>
      <script>addEventListener('message', (event) => { (globalThis.told ??= []).push([event.origin, event.data]); });</script>`);
  });
  await new Promise((ready) => around.listen(0, 'localhost', ready));
  test.after(() => around.close());
  const page = await browser.newPage();
  await page.goto(`http://localhost:${around.address().port}/`);
  await page.waitForFunction(() => globalThis.told?.length);
  const [[origin, data]] = await page.evaluate(() => globalThis.told);
  assert.equal(origin, new URL(base).origin);
  assert.equal(data.type, 'stagecraft:height');
  assert.ok(data.h > 300);
  const frame = page.frames()[1];
  assert.equal(await frame.locator('header.site-header, footer').count(), 0);
  assert.equal(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 23, 26)');
  await start(frame);
  await frame.getByRole('radio', { name: 'Yes', exact: true }).check();
  await frame.getByRole('button', { name: 'Continue' }).click();
  assert.match(await frame.title(), /^Question 2 of 10/);
  await page.close();
});

test.test('the message that can be sent is shown in full', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  await throughAll(page);
  await page.getByRole('button', { name: 'See my result' }).click();
  const message = await page.getByLabel('Message').inputValue();
  const mail = new URL(await page.getByRole('link', { name: 'Open in my mail program' }).getAttribute('href'));
  assert.equal(mail.pathname, 'results@maturity.example');
  assert.equal(mail.searchParams.get('body'), message);
  assert.match(message, /Stage 5: Orchestrated/);
  assert.match(message, /#r=1\./);
  assert.ok(mail.href.length < 2000);
  await page.getByLabel('Message').fill('Other words & more');
  assert.match(await page.getByRole('link', { name: 'Open in my mail program' }).getAttribute('href'), /body=Other%20words%20%26%20more$/);
  await close();
});

test.test('a model of 200 questions is walked through, and says how long its steps take', async () => {
  const large = await copyOfExample(test);
  const ids = Array.from({ length: 200 }, (_, at) => `q-${at + 1}`);
  const model = {
    id: 'large', title: 'Large', short_title: 'Large', version: '1', summary: 'Large.',
    stages: ['one', 'two', 'three', 'four', 'five'].map((id) => ({ id, title: id })),
    pillars: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({ id: `p-${at}`, title: `Pillar ${at}` })),
    answer_sets: [{ id: 'share', answers: [['none', 0], ['some', 0.3], ['most', 0.8], ['all', 1]].map(([id, value]) => ({ id, text: id, value })) }],
    questions: ids.map((id, at) => ({ id, title: id, type: 'choice', text: `Question ${id}?`, answers: 'share', pillar: `p-${1 + Math.floor(at / 25)}` })),
    scoring: { id: 'mean', title: 'Mean', rule: 'The mean.', overall: { by: 'mean', bands: ['one', 'two', 'three', 'four', 'five'].map((stage, at) => ({ from: at / 5, stage })) } },
  };
  await mkdir(path.join(large, 'content/models/large'), { recursive: true });
  await writeFile(path.join(large, 'content/models/large/model.json'), JSON.stringify(model));
  for (const part of ['assessments', 'content/pages']) await rm(path.join(large, part), { recursive: true });
  await writeFile(path.join(large, 'site.yaml'), 'title: L\ndescription: L.\nbase_url: https://l.example/\nmodels: [large, ecommerce-ai]\nself_assessments: [large]\n');
  const { base: where } = await publish(test, large);
  const times = await stepTimes(where);
  assert.equal(times.length, 201); // and the result
  console.log(`# median ${times.sort((a, b) => a - b)[100].toFixed(1)} ms, slowest ${times.at(-1).toFixed(1)} ms`);
});

/** How long each step through the large model takes, in milliseconds. */
async function stepTimes(where) {
  const { page, close } = await open(browser, `${where}assess/large/`);
  await page.locator('[data-state=start]').waitFor();
  await start(page);
  const times = await page.evaluate(async () => {
    const found = [];
    for (let at = 0; at < 200; at++) {
      const begun = performance.now();
      document.querySelector('.question:not([hidden]) .choices input').click();
      document.querySelector('[data-do=continue]').click();
      void document.body.offsetHeight;
      found.push(performance.now() - begun);
    }
    const begun = performance.now();
    document.querySelector('[data-do=result]').click();
    void document.body.offsetHeight;
    return [...found, performance.now() - begun];
  });
  assert.match(page.url(), /#result$/);
  await close();
  return times;
}

test.test('question, position, errors, help and answers come in this order to those who listen', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  await next(page);
  const heard = await page.locator('main').ariaSnapshot();
  const places = ['alert', 'There is a problem', 'Question 1 of 10', '- heading "Does your assistant', 'Choose an answer or', 'Why this is asked', 'radio "Yes"', 'radio "I do not know"', 'Add a note or evidence', 'button "Continue"']
    .map((text, index) => heard.indexOf(text, index > 3 && text.startsWith('Choose') ? heard.indexOf('- heading "Does your') : 0));
  assert.ok(!places.includes(-1), heard);
  assert.deepEqual(places, [...places].sort((a, b) => a - b), heard);
  await close();
});

/** Asserts that those who listen to `page` hear `texts` in this order. */
async function assertHeard(page, texts) {
  const heard = (await page.locator('main').ariaSnapshot()).replaceAll(' [active]', '');
  let at = 0;
  for (const text of texts) {
    const place = heard.indexOf(text, at);
    assert.ok(place >= 0, `'${text}' is not heard, or too early:\n${heard}`);
    at = place + text.length;
  }
}

test.test('start, check, result, a shared result and a changed model come in a sensible order to those who listen', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await assertHeard(page, ['heading "Ecommerce AI maturity model" [level=1]', 'Length', 'Who should answer', 'Answers stay in this browser', 'textbox "Name of this draft"', 'textbox "Your role (optional)"', 'button "Start"', 'Open a saved file']);
  await start(page);
  await throughAll(page, (at) => at % 2);
  await assertHeard(page, ['A browser may clear its storage', 'heading "Check your answers"', '10 of 10 answered', 'Does your assistant read', 'Yes', 'link "Change: Does your assistant read', 'button "See my result"', 'button "Save to a file"', 'button "Delete my answers"']);
  await page.getByRole('button', { name: 'See my result' }).click();
  const shared = await page.locator('[data-name=link]').inputValue();
  const body = ['How this was found', 'By the method', 'What would raise the stage', 'Next steps'];
  await assertHeard(page, ['Your result', 'heading "Stage 3: Proactive"', 'Score 5', '10 of 10 answered', ...body, 'Send my result', 'textbox "Message"', 'Keep this result', 'button "Save to a file"', 'button "Copy a link', 'link "Change answers"']);
  await page.goto('about:blank');
  await page.goto(shared);
  await page.getByText('Result opened from a link').waitFor();
  await assertHeard(page, ['Result opened from a link', 'button "Save as my draft"', 'heading "Stage 3: Proactive"', ...body, 'Keep this result']);
  await changeModel(page);
  await page.goto('about:blank');
  await page.goto(address('ecommerce-ai'));
  await assertHeard(page, ['button "Start"', 'heading "Drafts in this browser" [level=2]', 'version 1.0.0, 9 of 10 answered', 'button "Continue: ', 'button "Delete: ']);
  await page.getByRole('button', { name: /^Continue: / }).click();
  await assertHeard(page, ['heading "The model has changed since this draft"', 'heading "To confirm" [level=2]', 'open conversations itself', 'heading "Removed" [level=2]', 'long-gone', 'button "Confirm these answers"']);
  await close();
});

test.test('the first page leads back to a draft', async () => {
  const { page, close } = await begin('ecommerce-ai');
  await start(page);
  await answerShown(page, 0);
  await page.goto(base);
  await page.getByRole('link', { name: 'Continue the self-assessment: 1 of 10 answered' }).first().click();
  await page.getByRole('button', { name: /^Continue: / }).waitFor();
  await close();
});
