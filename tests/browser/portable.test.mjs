// One build works at a root, below a path and from a disk; every reference leads to a file (output 45, 52, 103, 104).
import { after, before, test } from 'node:test';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PUBLIC, contentPages, files, launch, none, pages, samples, serve } from './site.mjs';

const REFERENCE = /\s(?:href|src|poster|action|data)="([^"]*)"/g;
const CANDIDATES = /\ssrcset="([^"]*)"/g;
let browser;

function unescape(text) {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}

function references(html) {
  const plain = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
  return [
    ...[...plain.matchAll(REFERENCE)].map(([, address]) => address),
    ...[...plain.matchAll(CANDIDATES)].flatMap(([, list]) => list.split(',').map((one) => one.trim().split(/\s+/)[0])),
  ].map(unescape);
}

function ids(html) {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
}

function brokenReferences({ path, html }) {
  if (path === '404.html') return [];
  return references(html).filter((address) => !/^[a-z]+:/.test(address)).filter((address) => {
    const [file, fragment] = address.split('#');
    if (file.startsWith('/') || file.endsWith('/') || file.includes('?')) return true;
    const target = file === '' ? join(PUBLIC, path) : normalize(join(PUBLIC, dirname(path), decodeURIComponent(file)));
    if (!target.startsWith(PUBLIC) || !existsSync(target) || statSync(target).isDirectory()) return true;
    return fragment !== undefined && !ids(readFileSync(target, 'utf8')).has(fragment);
  }).map((address) => `${path}: ${address}`);
}

before(async () => { browser = await launch(); });
after(() => browser?.close());

test('every internal reference names a file and an id that are there (output 52)',
  () => none(pages().flatMap(brokenReferences)));

test('addresses are lower-case ASCII without a query (output 55)', () => none(files()
  .map((file) => file.slice(PUBLIC.length + 1))
  .filter((path) => !/^(MANIFEST|[a-z0-9._/-]+)$/.test(path))));

test('redirects of old addresses lead to a file, without a chain (output 104)', () => none(pages()
  .filter((page) => page.isStub).flatMap(({ path, html }) => {
    const target = unescape(html.match(/content="0; *url=([^"]+)"/i)?.[1] ?? '').split('#')[0];
    const file = join(PUBLIC, dirname(path), target);
    if (target === '' || /^[a-z]+:|^\//.test(target) || !existsSync(file)) return [`${path}: ${target}`];
    return /http-equiv="?refresh/.test(readFileSync(file, 'utf8')) ? [`${path}: leads to another redirect`] : [];
  })));

test('a reader without scripts reaches every page by links (output 45)', () => {
  const linked = new Set(['index.html', '404.html']);
  const queue = ['index.html'];
  while (queue.length > 0) {
    const path = queue.pop();
    const html = readFileSync(join(PUBLIC, path), 'utf8');
    for (const [, address] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
      if (/^[a-z]+:|^#/.test(address)) continue;
      const target = join(dirname(path), unescape(address).split('#')[0]);
      if (target.endsWith('.html') && !linked.has(target) && existsSync(join(PUBLIC, target))) {
        linked.add(target);
        queue.push(target);
      }
    }
  }
  none(contentPages().map(({ path }) => path).filter((path) => !linked.has(path)));
});

// Follows every reference from the front page on; answers that are no success, and steps out of the site.
async function crawl(base) {
  const faults = [];
  const met = new Set([new URL('index.html', base).href]);
  for (const address of met) {
    const answer = await fetch(address);
    const text = await answer.text();
    if (!answer.ok) faults.push(`${answer.status} ${address}`);
    if (!/\.html$/.test(address)) continue;
    for (const reference of references(text).filter((one) => !/^(?!https?:)[a-z]+:/.test(one))) {
      const next = new URL(reference, address);
      next.hash = '';
      if (!next.href.startsWith(new URL(base).origin)) continue;
      if (!next.href.startsWith(base)) faults.push(`${address} leads out to ${next.href}`);
      met.add(next.href);
    }
  }
  return { faults, paths: [...met].map((address) => address.slice(base.length)).sort() };
}

test('a crawl from a root and below a path finds the same files and no broken reference (output 52)', async () => {
  const [root, below] = [await serve('/'), await serve('/a/b/')];
  const [one, other] = [await crawl(root.base), await crawl(below.base)];
  root.close();
  below.close();
  const unmet = contentPages().map(({ path }) => path).filter((path) => path !== '404.html' && !one.paths.includes(path));
  none([...one.faults, ...other.faults, ...unmet.map((path) => `${path}: nothing leads here`),
    ...(one.paths.join() === other.paths.join() ? [] : ['the two crawls differ'])]);
});

test('the redirect list leads from addresses of no page to pages (output 104)', () => {
  const list = join(PUBLIC, '_redirects');
  const rules = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').map((line) => line.split(' ')) : [];
  const stubs = new Set(pages().filter((page) => page.isStub).map(({ path }) => `/${path}`));
  none(rules.flatMap(([from, to, code]) => {
    const page = join(PUBLIC, decodeURIComponent(from).replace(/\/$/, '/index.html'));
    return [
      ...(code === '301' && existsSync(join(PUBLIC, to)) ? [] : [`${from}: ${to} is not there`]),
      ...(existsSync(page) && !stubs.has(page.slice(PUBLIC.length)) ? [`${from} is a page`] : []),
    ];
  }));
});

// The faults and the picture of a page as it is opened from somewhere.
async function open(base, path) {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('requestfailed', (request) => faults.push(`failed ${request.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:')) faults.push(`outside ${url}`);
  });
  page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  await page.goto(new URL(path, base).href);
  const picture = await page.screenshot();
  await page.close();
  return { faults: faults.map((words) => `${path}: ${words}`), picture };
}

test('the same bytes look the same at a root, below a path and from a disk (output 52)', async () => {
  const [root, below] = [await serve('/'), await serve('/a/b/')];
  const disk = `${pathToFileURL(PUBLIC).href}/`;
  const faults = [];
  for (const { path } of contentPages().filter((page) => page.path !== '404.html')) {
    const seen = [];
    for (const base of [root.base, below.base, disk]) seen.push(await open(base, path));
    faults.push(...seen.flatMap((one) => one.faults));
    if (seen.some((one) => !one.picture.equals(seen[0].picture))) faults.push(`${path}: looks different`);
  }
  root.close();
  below.close();
  none(faults);
}, { timeout: 600_000 });

// As it travels on a disk: packed, unpacked by somebody else below a name with spaces and Persian letters.
test('an unpacked ZIP reads the same (output 52)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qanat '));
  const inside = join(folder, 'راهنمای آب');
  const pack = spawnSync('zip', ['-qr', join(folder, 'site.zip'), '.'], { cwd: PUBLIC });
  const unpack = spawnSync('unzip', ['-q', join(folder, 'site.zip'), '-d', inside]);
  const faults = [pack, unpack].filter((run) => run.status !== 0).map((run) => String(run.error ?? run.stderr));
  const root = await serve('/');
  for (const { path } of samples().filter((page) => page.type !== 'not-found')) {
    const [here, there] = [await open(root.base, path), await open(`${pathToFileURL(inside).href}/`, path)];
    faults.push(...there.faults);
    if (!here.picture.equals(there.picture)) faults.push(`${path}: looks different`);
  }
  root.close();
  rmSync(folder, { recursive: true });
  none(faults);
}, { timeout: 300_000 });

test('the page for wrong addresses works at any depth (output 103)', async () => {
  const server = await serve('/');
  const page = await browser.newPage();
  const faults = [];
  for (const path of ['nothing.html', 'fa/nothing.html', 'fa/a/b/c/nothing.html']) {
    const answer = await page.goto(server.base + path);
    if (answer.status() !== 404) faults.push(`${path}: ${answer.status()}`);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    faults.push(...links.filter((link) => !/^(\/|[a-z]+:|#)/.test(link)).map((link) => `${path}: ${link}`));
    for (const link of links.filter((one) => one.startsWith('/'))) {
      const found = await page.request.get(new URL(link, server.base).href);
      if (!found.ok()) faults.push(`${path}: ${link} is ${found.status()}`);
    }
  }
  server.close();
  none(faults);
});
