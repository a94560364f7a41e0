// What scripts/embed.cmake asks of the modules that it joins, and what comes of joining them.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as test from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-joined-'));
test.after(() => rmSync(work, { recursive: true }));
execFileSync('cmake', [`-DROOT=${root}`, `-DOUTPUT=${path.join(work, 'files.S')}`, '-P', path.join(root, 'scripts/embed.cmake')]);
const scripts = 'themes/annual/scripts';
const joined = (name) => readFileSync(path.join(work, 'embedded', scripts, name), 'utf8');
const entries = readdirSync(path.join(root, scripts)).filter((name) => name.endsWith('.js'));
const modules = readdirSync(path.join(root, scripts), { recursive: true }).filter((name) => name.endsWith('.js'));
const limits = { 'assess.js': 20000, 'roi.js': 8000, 'home.js': 2000, 'portfolio.js': 2000, 'report.js': 2000, 'trend.js': 2000 };

for (const name of entries) {
  test.test(`${name} is one script that asks for no other`, () => {
    const text = joined(name), file = path.join(work, `${name}.mjs`);
    writeFileSync(file, text);
    const { status, stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(text, /^\s*(import|export)\b/m);
    assert.doesNotMatch(text, /\/\*\*|^\s*\/\//m);
  });

  test.test(`${name} stays within its weight`, () => {
    assert.ok(gzipSync(joined(name), { level: 9 }).length <= limits[name], `${gzipSync(joined(name), { level: 9 }).length} bytes`);
  });
}

for (const name of modules) {
  test.test(`${name} is written so that it can be joined`, () => {
    const text = readFileSync(path.join(root, scripts, name), 'utf8');
    for (const [literal] of text.matchAll(/`[^`]*`/g)) assert.doesNotMatch(literal, /\n/, 'a text over several lines');
    assert.doesNotMatch(text, /(['"`])[^'"`\n]* {2}\/\/ [^\n]*\1/, 'a text that looks like a comment');
    assert.doesNotMatch(text, /^export (default|\{|\*)/m);
    assert.doesNotMatch(text, /^import (?!\{[^}]*\} from '\.[^']*';)/m);
    for (const words of ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'eval(', 'document.write', '.style.cssText']) {
      assert.ok(!text.includes(words), words);
    }
  });
}
