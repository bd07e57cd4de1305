// What a keyboard, a zoom and a reader's own style need (WCAG 2.2 AA, output 32, 35, 37, 84–97): one page of each type.
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, none, samples, serve } from './site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MAX_STOPS = 150;
// WCAG 1.4.12; Persian is exempt from spacing between letters (output 89).
const TEXT_SPACING = `* { line-height: 1.5 !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; } :lang(en) { letter-spacing: .12em !important; } :lang(fa) { letter-spacing: 0 !important; }`;
const LARGE_TEXT = 'html { font-size: 200% !important; }';
let browser;
let server;

// Opens each sample and gathers what `look` finds wrong with it.
async function each(look, { width = 360, types, ...options } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, ...options });
  const faults = [];
  for (const sample of samples()) {
    if (types && !types.includes(sample.type)) continue;
    await page.goto(new URL(sample.path, server.base).href);
    faults.push(...(await look(page, sample)).map((words) => `${sample.path}: ${words}`));
  }
  await page.close();
  none(faults);
}

// The element that has the focus. Runs in the page.
function focused() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  // A link over two lines has a box for each; a table may be taller than the screen.
  const line = element.getClientRects()[0];
  const middle = (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2;
  const shown = document.elementFromPoint((line.left + line.right) / 2, middle);
  const style = getComputedStyle(element, element.matches('.card a') ? '::after' : null);
  return {
    words: element.textContent.trim().slice(0, 40), name: element.className, href: element.getAttribute('href'),
    left: box.left, right: box.right, top: box.top + scrollY, height: box.height,
    isSeen: box.bottom > 0 && box.top < innerHeight && (element.contains(shown) || shown?.contains(element)),
    hasOutline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    isLinear: Boolean(element.closest('.top, .foot, .crumbs, .letters, .tags')), isSticky: Boolean(element.closest('.contents, .letters')),
    isRightToLeft: getComputedStyle(element.closest('ul, ol, nav, body')).direction === 'rtl',
  };
}

function orderFaults(stops) {
  return stops.flatMap((stop, at) => {
    const faults = [];
    const before = stops[at - 1];
    if (!stop.hasOutline) faults.push(`no outline on “${stop.words}”`);
    if (!stop.isSeen) faults.push(`“${stop.words}” has the focus but is hidden`);
    if (!before || !before.isLinear || !stop.isLinear || stop.isSticky !== before.isSticky || before.name === 'skip') return faults;
    const isSameRow = Math.abs(stop.top + stop.height / 2 - before.top - before.height / 2) < 12;
    const isBackwards = stop.isRightToLeft ? stop.right > before.right + 1 : stop.left < before.left - 1;
    if (isSameRow && isBackwards) faults.push(`the focus goes back from “${before.words}” to “${stop.words}”`);
    if (!isSameRow && stop.top < before.top - 1) faults.push(`the focus goes up from “${before.words}” to “${stop.words}”`);
    return faults;
  });
}

async function walk(page) {
  const stops = [];
  while (stops.length < MAX_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

// Text cut off by its box, and pages wider than the screen. Runs in the page.
function lost() {
  const faults = [];
  if (document.scrollingElement.scrollWidth > document.documentElement.clientWidth) faults.push('scrolls sideways');
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const { overflowX, overflowY } = style;
    if (element.closest('svg') || style.clipPath !== 'none' || (overflowX !== 'hidden' && overflowY !== 'hidden')) continue;
    if (element.scrollHeight > element.clientHeight + 1) faults.push(`cuts <${element.localName} class="${element.className}">`);
  }
  for (const element of document.querySelectorAll('a, p, h1, h2, h3, li')) {
    const box = element.getBoundingClientRect();
    const isOutside = box.width > 0 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
    if (isOutside && !element.closest('.table')) faults.push(`outside: ${element.textContent.slice(0, 40)}`);
  }
  return faults;
}

// Lines, links and markers as laid out. Runs in the page.
function typography() {
  const faults = [];
  const pen = document.createElement('canvas').getContext('2d');
  for (const element of document.querySelectorAll('main p, main li, main h1, main h2, main h3')) {
    const style = getComputedStyle(element);
    const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    const isPersian = element.closest('[lang]').lang === 'fa' && /[\u0600-\u06ff]/.test(element.textContent);
    const least = element.localName.startsWith('h') ? 1.25 : isPersian ? 1.6 : 1.5;
    if (ratio < least - 0.001) faults.push(`line height ${ratio.toFixed(2)} on <${element.localName}>`);
    // The ink of letters with marks above and below stays inside the line.
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = pen.measureText('\u0650\u0627\u0650\u0651\u06af\u0686');
    const isClipped = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent > parseFloat(style.lineHeight) + 1; // whole pixels
    if (isPersian && isClipped) faults.push(`ink outside the line on <${element.localName}>`);
  }
  for (const element of document.querySelectorAll('main p a')) {
    const style = getComputedStyle(element);
    const isButton = style.display === 'block';
    if (element.matches('[role=doc-noteref], [role=doc-backlink]') || isButton) continue;
    if (!style.textDecorationLine.includes('underline')) faults.push(`link without underline: ${element.textContent}`);
    if (parseFloat(style.textUnderlineOffset) < parseFloat(style.fontSize) * 0.2) faults.push('underline too near');
  }
  for (const item of document.querySelectorAll('main ol > li')) {
    const style = getComputedStyle(item).listStyleType;
    const isPersian = item.closest('[lang]').lang === 'fa';
    if (isPersian && style === 'decimal') faults.push(`Latin marker: ${item.textContent.slice(0, 30)}`);
  }
  return faults;
}

before(async () => { [browser, server] = [await launch(), await serve()]; });

after(async () => {
  await browser?.close();
  server?.close();
});

test('the skip link comes first, shows on focus at the start of the line and leads to the text (output 85)', () => each(async (page) => {
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(focused);
  const width = page.viewportSize().width;
  const isRightToLeft = await page.evaluate(() => document.documentElement.dir === 'rtl');
  const gap = isRightToLeft ? width - stop.right : stop.left;
  if (stop.name !== 'skip' || stop.top < 0 || gap > 40 || gap < 0) return [`the first stop is “${stop.words}”, ${gap} px in`];
  await page.keyboard.press('Enter');
  return (await page.evaluate(() => location.hash === '#main' && document.querySelector('main#main'))) ? [] : ['leads nowhere'];
}));

for (const width of [360, 1280]) {
  test(`the focus is seen and moves in reading order at ${width} px (output 86)`,
    () => each(async (page) => orderFaults(await walk(page)), { width }), { timeout: 300_000 });
}

test('text spacing may be forced without loss (output 89)', () => each(async (page) => {
  await page.addStyleTag({ content: TEXT_SPACING });
  return page.evaluate(lost);
}, { width: 320, bypassCSP: true }));

test('text twice as large loses nothing (WCAG 1.4.4)', () => each(async (page) => {
  await page.addStyleTag({ content: LARGE_TEXT });
  return page.evaluate(lost);
}, { width: 640, bypassCSP: true }));

test('contrast holds in forced colours (output 90)', () => each(async (page) => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['color-contrast', 'link-in-text-block'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 100)}`);
}, { forcedColors: 'active' }));

test('nothing moves for those who asked for stillness (output 91)', () => each((page) => page.evaluate(() => [
  ...document.querySelectorAll('body, body *')].filter((element) => {
  const style = getComputedStyle(element);
  return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
}).map((element) => `<${element.localName}> moves`)), { reducedMotion: 'reduce' }));

test('lines are open, links underlined clear of the dots, markers in the language (output 32, 35, 37)',
  () => each((page) => page.evaluate(typography)));

test('a wide table scrolls in a named box that takes the focus, from its first column on (output 88)', () => each(
  (page) => page.evaluate(() => [...document.querySelectorAll('.table')].flatMap((box) => {
    const faults = [];
    const row = box.querySelector('tbody tr') ?? box.querySelector('tr');
    const first = row.getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(box).direction === 'rtl';
    const gap = isRightToLeft ? outer.right - first.right : first.left - outer.left;
    if (box.tabIndex !== 0 || box.getAttribute('role') !== 'region') faults.push('a table box takes no focus');
    if (!box.getAttribute('aria-label') && !box.getAttribute('aria-labelledby')) faults.push('a table box has no name');
    const [one, last] = [row.firstElementChild, row.lastElementChild].map((cell) => cell.getBoundingClientRect());
    if (isRightToLeft ? one.right < last.right : one.left > last.left) faults.push('the first column is not the first');
    if (box.scrollLeft !== 0 || Math.abs(gap) > 2) faults.push(`a table starts ${gap} px in`);
    return faults;
  })), { width: 320 }));

test('landmarks and menus keep their place and order on every page (output 97)', async () => {
  const orders = new Map();
  const read = () => [...document.querySelectorAll('.menu a, .foot nav a')].map((link) => link.textContent.trim()).join(' | ')
    + [...document.body.children].map((element) => element.localName).join(' ');
  await each(async (page, { language }) => {
    const order = await page.evaluate(read);
    if (!orders.has(language)) orders.set(language, order);
    return orders.get(language) === order ? [] : [`${order} instead of ${orders.get(language)}`];
  });
});
