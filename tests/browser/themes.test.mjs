// The example site in every theme but its own, which site.test.mjs looks at more closely.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as test from 'node:test';
import YAML from 'yaml';
import { pageChecks } from './page_checks.mjs';
import { copyOfExample, launch, pagesOf, publish, root, samplePagesOf } from './support.mjs';

const ownTheme = YAML.parse(await readFile(path.join(root, 'site/site.yaml'), 'utf8')).theme;
const themes = (await readdir(path.join(root, 'themes'))).filter((theme) => theme !== ownTheme);
const browser = await launch(test);

/** A copy of the example project that names another theme. */
async function exampleIn(theme) {
  const project = await copyOfExample(test);
  const settings = path.join(project, 'site.yaml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^theme: .*$/m, `theme: ${theme}`));
  return project;
}

/** What a page looks like at first glance. */
function look(page) {
  return page.evaluate(() => {
    const style = getComputedStyle(document.body);
    const title = getComputedStyle(document.querySelector('h1'));
    return { ground: style.backgroundColor, face: title.fontFamily, size: title.fontSize, accent: style.getPropertyValue('--accent') };
  });
}

const { site: ownSite, base: ownBase } = await publish(test, await copyOfExample(test));
const own = pageChecks({ browser, site: ownSite, base: ownBase });
const ownPages = await pagesOf(ownSite);
const samplePages = await samplePagesOf(ownSite);
const sites = []; // all are built before the first test starts
for (const theme of themes) sites.push({ theme, ...await publish(test, await exampleIn(theme)) });

test.test('there is more than one theme', () => assert.ok(themes.length > 0));

for (const { theme, site, base, said } of sites) {
  const { claims, withPage } = pageChecks({ browser, site, base });

  test.test(`${theme}: builds the same pages without a word of warning`, async () => {
    assert.doesNotMatch(said, /warning:|error:/);
    assert.deepEqual(await pagesOf(site), ownPages);
  });

  for (const name of samplePages) {
    for (const [claim, problems] of Object.entries(claims)) {
      test.test(`${theme}: ${claim}: ${name}`, async () => assert.deepEqual(await problems(name), []));
    }

    test.test(`${theme}: it is quiet and prints on the sheet: ${name}`, () =>
      withPage(name, { width: 703 }, async (page, noise) => {
        await page.emulateMedia({ media: 'print' });
        const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
        assert.deepEqual([...noise, wide], [0]);
      }));

    for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }]) {
      test.test(`${theme}: nobody takes it for ${ownTheme}, ${options.colorScheme}: ${name}`, async () => {
        const [here, there] = [await withPage(name, options, look), await own.withPage(name, options, look)];
        for (const trait of Object.keys(here)) assert.notEqual(here[trait], there[trait], trait);
      });
    }
  }
}
