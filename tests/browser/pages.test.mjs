// Every page in the browser, light and dark: language, width, console, origin, storage, weight and WCAG 2.2 AA.
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { WIDTHS, contentPages, languages, launch, none, serve } from './site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MAX_GZIP = 14_000; // output 42
const MAX_PAGE = 200_000; // output 43
const MAX_TEXT = 50_000; // output 43, a page without pictures
const MAX_REQUESTS = 3; // output 46

const faults = Object.fromEntries(['console', 'origin', 'width', 'storage', 'moving', 'target', 'axe light', 'axe dark',
  'requests', 'weight', 'style'].map((name) => [name, []]));
let browser;
let server;

// What only a laid-out page can tell. Runs in the page.
function look() {
  const arabic = /[\u0600-\u06ff]/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const style = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!arabic.test(node.data)) continue;
    const seen = getComputedStyle(node.parentElement);
    if (seen.letterSpacing !== 'normal' && seen.letterSpacing !== '0px') style.push('letter-spacing');
    if (seen.textTransform !== 'none') style.push('text-transform');
    if (seen.textAlign === 'justify') style.push('justified');
    if (seen.fontStyle === 'italic' && !seen.fontSynthesis.includes('none') && seen.fontSynthesisStyle !== 'none') {
      style.push('synthetic italic');
    }
  }
  const small = [...document.querySelectorAll('button, input, select, textarea, summary, nav a, footer li > a')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && element.checkVisibility?.() !== false && box.top >= 0 && (box.width < 24 || box.height < 24);
    })
    .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 30)}`);
  return {
    style: [...new Set(style)], small, moving: document.getAnimations().length,
    storage: document.cookie.length + localStorage.length + sessionStorage.length,
  };
}

async function axe(page, scheme, path) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), AXE_TAGS);
  for (const violation of violations) {
    const node = violation.nodes[0];
    faults[`axe ${scheme}`].push(`${path}: ${violation.id}: ${node.target} ${node.html.slice(0, 120)}`);
  }
}

async function widths(page, path) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) faults.width.push(`${path}: ${wide} px too wide at ${width}`);
  }
}

async function visit(page, { path }, scheme) {
  const requests = [];
  const add = (request) => requests.push(request);
  page.on('request', add);
  const url = new URL(path, server.base).href;
  const response = await page.goto(url);
  page.off('request', add);
  const elsewhere = requests.filter((request) => !/^data:/.test(request.url())
    && new URL(request.url()).origin !== server.origin);
  faults.origin.push(...elsewhere.map((request) => `${path}: ${request.url()}`));
  if (scheme === 'light') {
    const seen = await page.evaluate(look);
    faults.style.push(...seen.style.map((words) => `${path}: ${words} on Persian text`));
    faults.target.push(...seen.small.map((words) => `${path}: ${words}`));
    if (seen.moving > 0) faults.moving.push(path);
    if (seen.storage > 0) faults.storage.push(path);
    const sizes = await Promise.all(requests.map(async (request) => {
      const answer = await request.response().catch(() => null);
      return answer?.ok() ? (await answer.body()).length : 0;
    }));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const body = await response.body();
    const packed = gzipSync(body, { level: 9 }).length;
    const sent = total - body.length + packed;
    const pictures = await page.locator('img').count();
    if (pictures === 0 && sent > MAX_TEXT) faults.weight.push(`${path}: ${sent} bytes of text`);
    if (packed > MAX_GZIP) faults.weight.push(`${path}: ${packed} bytes compressed`);
    if (total > MAX_PAGE) faults.weight.push(`${path}: ${total} bytes in all`);
    if (requests.length - pictures > MAX_REQUESTS) faults.requests.push(`${path}: ${requests.length} requests`);
    await widths(page, path);
  }
  await axe(page, scheme, path);
}

before(async () => {
  [browser, server] = [await launch(), await serve()];
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    let path = '';
    page.on('console', (message) => message.type() === 'error' && faults.console.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => faults.console.push(`${path}: ${error.message}`));
    page.on('requestfailed', (request) => faults.console.push(`${path}: failed ${request.url()}`));
    for (const one of contentPages()) {
      path = one.path;
      await visit(page, one, colorScheme);
      await page.setViewportSize({ width: 360, height: 800 });
    }
    const state = await context.storageState();
    if (state.cookies.length + state.origins.length > 0) faults.storage.push(JSON.stringify(state));
    await context.close();
  }
}, { timeout: 1_200_000 });

after(async () => {
  await browser?.close();
  server?.close();
});

test('each page states its language and direction (output 1, 2)', () => {
  const stated = languages();
  none(contentPages().filter(({ path, html }) => {
    const [, attributes] = html.match(/<html([^>]*)>/) ?? [];
    const lang = attributes?.match(/ lang="([^"]+)"/)?.[1];
    const dir = attributes?.match(/ dir="([^"]+)"/)?.[1];
    const wanted = path.includes('/') ? path.split('/')[0] : lang?.toLowerCase();
    return lang?.toLowerCase() !== wanted || dir !== stated[wanted];
  }).map(({ path }) => path));
});
test('no page scrolls sideways at 320 to 1280 px (output 88)', () => none(faults.width));
test('no page has an error in the console (output 54, 76)', () => none(faults.console));
test('every request goes to one origin (output 44)', () => none(faults.origin));
test('nothing is stored on the reader\'s machine (output 78)', () => none(faults.storage));
test('nothing moves on its own (output 91)', () => none(faults.moving));
test('controls are at least 24 px large (output 87)', () => none(faults.target));
test('Persian text is neither spaced out, slanted nor justified (output 31, 33)', () => none(faults.style));
test('a page takes at most three requests beside its pictures (output 46)', () => none(faults.requests));
test('a page weighs at most 14,000 bytes compressed, 50,000 in all, 200,000 with pictures (output 42, 43)',
  () => none(faults.weight));
test('axe-core finds nothing in the light scheme (output 84, 90, 95)', () => none(faults['axe light']));
test('axe-core finds nothing in the dark scheme (output 90)', () => none(faults['axe dark']));
