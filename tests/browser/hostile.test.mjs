// A project in which every text field carries hostile strings: it must build, and the strings must
// come out as text on every page and in every twin.
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as test from 'node:test';
import Papa from 'papaparse';
import YAML from 'yaml';
import { addressOf, copyOfExample, filesUnder, launch, open, overflow, pagesOf, publish, root, samplePagesOf } from './support.mjs';

const hostile = [
  '<script>hostile = 1</script>', '</title></style></textarea></script><script>hostile = 2</script>',
  '<img src=x onerror="hostile = 3">', '" onmouseover="hostile = 4" x="', "' onfocus='hostile = 5' autofocus x='",
  '<svg/onload=hostile=6>', '[link](javascript:hostile=7)', '![image](javascript:hostile=8)', '<javascript:hostile=9>',
  ']]>', '<!--', '-->', '<?php', '{{7*7}} {% raw %} {# #}', '${7*7}', '&lt;b&gt; &amp; &#x3c;b>', '\u202Edesrever\u202C', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u{1F3F3}\uFE0F',
  'a | b \\| c', '`code` ``` *strong* _emphasis_ ~~gone~~ https://elsewhere.example/ [^1]', '=1+1', '\u00AD\u200B\uFEFF',
  'W' + 'o'.repeat(300) + 'rd',
].join(' ') + '\n\n# INJECTED\n\n- INJECTED\n\n> INJECTED\n\n    INJECTED\n\n[INJECTED]: javascript:hostile=10\n\n---\n\n1. INJECTED';
const harmless = 'Zz';

// Members whose value is text for readers, in any file; everything else is an id, a word of the
// format, a number or a date.
const textMembers = new Set(`title short_title licence summary audience document publisher note subtitle status_note
  focus challenge signs paragraphs points exit_criteria cost_of_staying not_yet difference duration_claim text help
  evidence rule meaning priority definition formula data_source baseline words owner checks figure unsourced_note
  name description scope assessor source owners`.split(/\s+/));

/** `value` with `addition` behind every text for readers; `key` is the member that holds it. */
function withAddition(value, addition, { isText = false, references = new Set() } = {}) {
  if (typeof value === 'string') return isText ? `${value} ${addition}` : value;
  if (Array.isArray(value)) return value.map((item) => withAddition(item, addition, { isText, references }));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withAddition(member, addition,
    { isText: (isText || textMembers.has(key)) && !references.has(key), references })]));
}

async function rewrite(from, to, change) {
  const document = YAML.parse(await readFile(from, 'utf8'), { schema: 'failsafe' });
  await mkdir(path.dirname(to), { recursive: true });
  await writeFile(to, YAML.stringify(change(document), { schema: 'failsafe', lineWidth: 0, aliasDuplicateObjects: false }));
}

/** Rewrites the products of an export with `addition` behind every text that a shop types freely. */
async function rewriteProducts(file, addition) {
  const typed = ['Title', 'Body (HTML)', 'Vendor', 'Tags', 'Option1 Value', 'Option2 Value', 'Image Alt Text',
    'Care (product.metafields.custom.care)', 'Material (product.metafields.custom.material)'];
  const { data, meta } = Papa.parse(await readFile(file, 'utf8'), { header: true, skipEmptyLines: true });
  for (const row of data) for (const column of typed) if (row[column]) row[column] += ` ${addition}`;
  await writeFile(file, Papa.unparse(data, { columns: meta.fields }));
}

/** The example with `addition` in every text of its settings, its assessments, its products and its model. */
async function projectWith(addition) {
  const project = await copyOfExample(test);
  const models = await readdir(path.join(root, 'content/models'));
  for (const model of models) {
    const file = `content/models/${model}/model.yaml`;
    await rewrite(path.join(root, file), path.join(project, file),
      (document) => withAddition(document, addition, { references: new Set(['source']) }));
  }
  await rewrite(path.join(project, 'site.yaml'), path.join(project, 'site.yaml'),
    (document) => ({
      ...withAddition(document, addition), models: ['ecommerce-ai'], manual: 'no',
      self_assessments: [{ model: 'ecommerce-ai', who: `Anybody ${addition}`,
        call_to_action: { text: `Talk ${addition}`, link: 'https://advisory.example/talk' } }],
    }));
  await rm(path.join(project, 'assessments/halden'), { recursive: true }); // of a model that is not published here
  for (const file of (await filesUnder(path.join(project, 'assessments'))).map((name) => path.join(project, 'assessments', name))) {
    await rewrite(file, file, (document) => withAddition(document, addition, { references: new Set(['audience', 'audit']) }));
  }
  await rewriteProducts(path.join(project, 'catalog/products.csv'), addition);
  const feed = path.join(project, 'catalog/feed.yaml');
  await rewrite(feed, feed, (document) => withAddition(document, addition));
  return project;
}

const { site, base } = await publish(test, await projectWith(hostile));
const { site: plainSite, base: plainBase } = await publish(test, await projectWith(harmless));
const pages = await pagesOf(site);
const twins = await filesUnder(site);
const browser = await launch(test);

const withoutHash = (name) => name.replace(/[.-][0-9a-f]{8,}(?=\.)/, '');

/** The elements and attribute names of a page in order, without the insides of charts. */
function skeleton(page) {
  return page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => !element.parentElement?.closest('svg'))
    .map((element) => `${element.localName}[${element.getAttributeNames().join(' ')}]`));
}

test.test('the same pages come out, with the strings on them', async () => {
  assert.deepEqual(twins.map(withoutHash), (await filesUnder(plainSite)).map(withoutHash));
  for (const name of pages.filter((page) => page !== '404.html')) {
    const text = await readFile(path.join(site, name), 'utf8');
    const body = text.slice(text.indexOf('<body'));
    assert.ok(body.includes('&lt;script&gt;hostile = 1&lt;/script&gt;') && body.includes('{{7*7}}'), name);
  }
});

for (const name of await samplePagesOf(site)) {
  test.test(`no string becomes markup or runs: ${name}`, async () => {
    const { page, noise, close } = await open(browser, addressOf(base, name));
    const plain = await open(browser, addressOf(plainBase, name));
    assert.deepEqual(noise, []);
    assert.deepEqual(await page.evaluate(() => [typeof globalThis.hostile, globalThis.policyViolations]), ['undefined', []]);
    // An audit finds more in such products, so that its page has more rows.
    if (!name.includes('/audit/')) assert.deepEqual(await skeleton(page), await skeleton(plain.page));
    const found = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter((attribute) => attribute.name.startsWith('on') || /^\s*javascript:/i.test(attribute.value))
        .map((attribute) => `${element.localName} ${attribute.name}=${attribute.value.slice(0, 60)}`)));
    assert.deepEqual(found, []);
    await close();
    await plain.close();
  });

  test.test(`a very long word breaks: ${name}`, async () => {
    const { page, close } = await open(browser, addressOf(base, name), { width: 360 });
    assert.deepEqual(await overflow(page), []);
    await close();
  });

  test.test(`structured data stays data: ${name}`, async () => {
    const { page, close } = await open(browser, addressOf(base, name));
    for (const text of await page.locator('script[type="application/ld+json"]').allTextContents()) JSON.parse(text);
    await close();
  });
}

const withoutText = /^schemas\/|\/feeds\/acp\/metadata\.json$/; // words of the format, addresses and dates alone
for (const name of twins.filter((file) => file.endsWith('.json') && !withoutText.test(file))) {
  // What a shop writes of its products may hold markup, which their texts are freed of.
  const planted = name.includes('/products/') ? '{{7*7}} {% raw %} {# #}' : '<script>hostile = 1</script> </title>';
  test.test(`the JSON twin holds the strings letter by letter: ${name}`, async () => {
    const strings = [];
    JSON.parse(await readFile(path.join(site, name), 'utf8'), (_, value) => { if (typeof value === 'string') strings.push(value); return value; });
    assert.ok(strings.some((text) => text.includes(planted)));
  });
}

for (const name of twins.filter((file) => file.endsWith('.md'))) {
  test.test(`the Markdown twin says them as text: ${name}`, async () => {
    const text = await readFile(path.join(site, name), 'utf8');
    const marks = (pattern) => [...text.matchAll(pattern)].map((hit) => text.slice(hit.index, hit.index + 60));
    assert.deepEqual(marks(/(?<!\\)<(?!https:[^\s<>]*>)[a-z/!?]/gi), [], 'raw HTML');
    assert.deepEqual(marks(/(?<!\\)\]\(\s*<?javascript:/gi), [], 'links that run');
    assert.deepEqual(marks(/^ {0,3}(#+|[-*+>]|\d+[.)]) *INJECTED|^ {4,}INJECTED|^\[INJECTED\]:/gm), [], 'blocks of their own');
    const cells = (row) => row.replace(/\\[\\|]/g, '').split('|').length;
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      if (!/^\|[\s:|-]+\|$/.test(line)) return;
      for (let row = index - 1; lines[row]?.startsWith('|'); ++row) assert.equal(cells(lines[row]), cells(line), lines[row].slice(0, 80));
    });
  });
}
