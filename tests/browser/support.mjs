// What the browser tests share: a built site, a plain file server under a sub-path, a browser.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
export const root = fileURLToPath(new URL('../..', import.meta.url));
const subPath = '/deep/er/';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml', '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
};

/** A copy of the example project in a folder that is gone after the tests. */
export async function copyOfExample(test) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stagecraft-browser-'));
  test.after(() => rm(folder, { recursive: true }));
  const source = path.join(root, 'site');
  const filter = (name) => !['public', '.stagecraft'].includes(path.relative(source, name).split(path.sep)[0]);
  await cp(source, path.join(folder, 'project'), { recursive: true, filter });
  return path.join(folder, 'project');
}

/** Builds `project` and serves it under a sub-path: the output folder, the address, and what the program said. */
export async function publish(test, project) {
  const program = process.env.STAGECRAFT ?? path.join(root, 'build/stagecraft');
  const site = path.join(project, 'public');
  const base = await serve(test, site);
  const { stderr } = await run(program, ['build', project, '-o', site, '--base-url', base]);
  return { site, base, said: stderr };
}

/** The output paths below `folder`, sorted. */
export async function filesUnder(folder, prefix = '') {
  const found = [];
  for (const entry of await readdir(path.join(folder, prefix), { withFileTypes: true })) {
    const name = prefix + entry.name;
    if (entry.isDirectory()) found.push(...await filesUnder(folder, name + '/'));
    else found.push(name);
  }
  return found.sort();
}

export async function pagesOf(folder) {
  return (await filesUnder(folder)).filter((name) => name.endsWith('.html'));
}

/** What kind of page `name` is, by its path: ids of models and their things do not count. */
function kindOf(name) {
  const [place, , part, id] = name.split('/');
  if (place === 'models' || place === 'catalogs')
    return `${place}/${part}${id === 'index.html' || !id ? '' : '/*'}`;
  if (place === 'assess') return ['embed', 'results'].includes(part) ? `assess/${part}` : 'assess';
  // A report stands under a date or a key, and each of its sections under a word.
  if (place === 'reports') return /^[a-z]{3,20}$/.test(name.split('/').at(-2)) ? 'reports/section' : 'reports';
  if (place === 'trends' || place === 'portfolio') return place;
  return place === 'docs' ? 'docs' : name;
}

/** The largest page of each kind in the site at `folder`; every page where STAGECRAFT_ALL_PAGES is set. */
export async function samplePagesOf(folder) {
  const pages = await pagesOf(folder);
  if (process.env.STAGECRAFT_ALL_PAGES) return pages;
  const largest = new Map();
  for (const name of pages) {
    const { size } = await stat(path.join(folder, name));
    const known = largest.get(kindOf(name));
    if (!known || size > known.size) largest.set(kindOf(name), { name, size });
  }
  return [...largest.values()].map(({ name }) => name).sort();
}

/** Serves `folder` as any plain file server would; the server is gone after the tests. */
async function serve(test, folder) {
  const server = http.createServer(async (request, response) => {
    const where = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const send = async (status, file) => {
      const body = await readFile(file);
      response.writeHead(status, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
      response.end(body);
    };
    try {
      if (!where.startsWith(subPath)) throw new Error('outside');
      let file = path.join(folder, where.slice(subPath.length));
      if ((await stat(file)).isDirectory()) file = path.join(file, 'index.html');
      await send(200, file);
    } catch {
      await send(404, path.join(folder, '404.html')).catch(() => response.writeHead(404).end());
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  test.after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${server.address().port}${subPath}`;
}

/** The address of the output path `name`, as a reader sees it. */
export function addressOf(base, name) {
  return base + name.replace(/(^|\/)index\.html$/, '$1');
}

function chromiumPath() {
  const folders = process.env.PATH.split(path.delimiter);
  const candidates = [process.env.CHROMIUM, ...folders.map((folder) => path.join(folder, 'chromium'))];
  const found = candidates.find((candidate) => {
    try { accessSync(candidate, constants.X_OK); return true; } catch { return false; }
  });
  if (!found) throw new Error('chromium is not installed');
  return found;
}

export async function launch(test) {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
  if (process.getuid() === 0) args.push('--no-sandbox');
  const browser = await chromium.launch({ executablePath: chromiumPath(), args });
  test.after(() => browser.close());
  return browser;
}

/**
 * Opens `address` and collects what a quiet page has none of: console messages, errors, dialogs,
 * failed requests, requests to others, violations of the page's own content security policy.
 */
export async function open(browser, address, { width = 1280, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => { noise.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== new URL(address).origin) noise.push(`third party: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push(`${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText; // leaving a page aborts what it was still loading
    if (why !== 'net::ERR_ABORTED') noise.push(`${why}: ${request.url()}`);
  });
  await page.addInitScript(() => {
    globalThis.policyViolations = [];
    addEventListener('securitypolicyviolation', (event) =>
      globalThis.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI || event.sample}`));
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, noise, close: () => context.close() };
}

/** How many pixels wider than the window the page is; names the widest elements. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const scrolls = (element) => element && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter((element) =>
      element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement));
    return [`${document.scrollingElement.scrollWidth} px in ${width} px`,
      ...wide.slice(0, 5).map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`)];
  });
}
