// What the markup of every page promises, read from the parsed page and from the bytes of the output.
import { after, before, test } from 'node:test';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { PUBLIC, contentPages, files, launch, none, serve } from './site.mjs';

const TEXT = ['.html', '.css', '.js', '.xml', '.json', '.txt', '.svg', '.conf', ''];
const paths = () => files().map((file) => file.slice(PUBLIC.length + 1));
const textFiles = () => paths().filter((path) => TEXT.includes(extname(path)));
const read = (path) => readFileSync(`${PUBLIC}/${path}`, 'utf8');
const found = {};
const facts = new Map();
let browser;
let server;

// Faults and facts of one parsed page. Runs in the page, so all it needs stands inside.
function inspect() {
  const faults = {};
  const add = (rule, element) => (faults[rule] ??= []).push((element.outerHTML ?? String(element)).slice(0, 140));
  const all = (selector) => [...document.querySelectorAll(selector)];
  const strong = /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}]/u;
  const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  const first = (text) => text.match(strong)?.[0];
  const direction = document.documentElement.dir;

  for (const element of all('bdi[dir], span[dir], a[dir], code, kbd, samp')) {
    if (/^\s|\s$/.test(element.textContent) && !element.closest('pre')) add('space at the edge of an isolate', element);
  }
  for (const element of all('code, pre, kbd, samp')) {
    if (element.closest('[dir]')?.dir !== 'ltr') add('code that is not left-to-right', element);
  }
  for (const element of all('[dir=auto]')) if (!element.matches('input, textarea')) add('dir=auto', element);
  for (const element of all('[align], [style], [ping], center, font')) add('presentation in markup', element);
  for (const element of all('bdo')) add('bdo', element);
  for (const element of all('img:not([alt])')) add('picture without alt', element);
  for (const element of all('th:not([scope])')) add('header cell without scope', element);
  for (const element of all('h1, h2, h3, h4, h5, h6')) {
    if (element.id && !/^[a-z0-9][a-z0-9-]*$/.test(element.id)) add('heading id', element);
  }
  if (all('h1').length !== 1) add('number of h1', `${all('h1').length}`);
  for (const element of all('[lang]')) {
    const parent = element.parentElement?.closest('[lang]');
    if (parent?.lang === element.lang) add('lang said again', element);
  }
  for (const element of all('a[href^="http"]')) {
    if (!/noreferrer/.test(element.rel) || !/noopener/.test(element.rel)) add('outgoing link without rel', element);
  }
  for (const element of all('[src], link[rel=stylesheet], link[rel=icon], link[rel=preload], link[rel=preconnect]')) {
    const address = element.getAttribute('src') ?? element.getAttribute('href');
    if (/^(https?:)?\/\//.test(address)) add('loaded from elsewhere', element);
  }
  for (const element of all('title, meta[name=description], meta[property^="og:"][content], [alt], [aria-label]')) {
    const text = element.content ?? element.getAttribute('alt') ?? element.getAttribute('aria-label')
      ?? element.textContent;
    if (/^https?:|^[a-z]+(_[A-Z]+)?$|^\d/.test(text)) continue;
    const place = element.closest('[dir]')?.dir ?? direction;
    const bare = text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '');
    const begins = /^[\u200e\u200f]/.test(text) ? text[0] === '\u200f' : rightToLeft.test(first(bare) ?? first(text) ?? '');
    if (first(text) && begins !== (place === 'rtl')) add('first strong letter of a plain string', element);
  }
  const meta = (name) => document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.content;
  if (meta('referrer') !== 'no-referrer') add('referrer', meta('referrer') ?? 'none');
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.content ?? '';
  if (!/default-src 'none'/.test(policy) || /frame-ancestors|sandbox|report-uri|unsafe/.test(policy)) add('policy', policy);
  if ([...(meta('og:title') ?? '')].length > 70) add('og:title is long', meta('og:title'));
  if ([...(meta('og:description') ?? '')].length > 200) add('og:description is long', meta('og:description'));
  const data = all('script[type="application/ld+json"]').map((element) => element.textContent);
  return {
    faults,
    facts: {
      policy, data, styles: all('style').map((element) => element.textContent), lang: document.documentElement.lang,
      canonical: document.querySelector('link[rel=canonical]')?.href,
      alternates: all('link[rel=alternate][hreflang]').map((element) => [element.hreflang, element.href]),
      headings: all('main h2, main h3').map((element) => element.id).filter(Boolean),
    },
  };
}

before(async () => {
  [browser, server] = [await launch(), await serve()];
  const page = await browser.newPage();
  for (const { path } of contentPages()) {
    await page.goto(new URL(path, server.base).href);
    const seen = await page.evaluate(inspect);
    facts.set(path, seen.facts);
    for (const [rule, elements] of Object.entries(seen.faults)) {
      (found[rule] ??= []).push(...elements.map((words) => `${path}: ${words}`));
    }
  }
}, { timeout: 600_000 });

after(async () => {
  await browser?.close();
  server?.close();
});

for (const [rule, words] of Object.entries({
  'space at the edge of an isolate': 'no isolate begins or ends with a space (output 4)',
  'code that is not left-to-right': 'code is left-to-right (output 6)',
  'dir=auto': 'direction is never left to the browser (output 11)',
  'presentation in markup': 'no style or alignment stands in markup (output 15, 76, 79)',
  bdo: 'no order is overridden (output 10)',
  'picture without alt': 'every picture has an alternative text (output 94)',
  'header cell without scope': 'every header cell states its scope (output 95)',
  'heading id': 'ids of headings are short ASCII (output 56)',
  'number of h1': 'every page has one h1 (output 95)',
  'lang said again': 'lang stands only where the language changes (output 3)',
  'outgoing link without rel': 'outgoing links pass on nothing (output 77)',
  'loaded from elsewhere': 'nothing is loaded from elsewhere (output 44)',
  'first strong letter of a plain string': 'plain strings begin in their direction (output 12)',
  referrer: 'pages send no referrer (output 77)',
  policy: 'every page has a policy that forbids by default (output 76)',
  'og:title is long': 'titles for sharing have at most 70 characters (output 73)',
  'og:description is long': 'descriptions for sharing have at most 200 characters (output 73)',
})) {
  test(words, () => none(found[rule] ?? []));
}

test('inline styles are those the policy names by digest (output 76)', () => none([...facts].flatMap(
  ([path, { policy, styles }]) => styles
    .map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`)
    .filter((digest) => !policy.includes(digest))
    .map((digest) => `${path}: ${digest}`))));

test('alternate languages are complete, mutual and name what is there (output 98)', () => {
  const byAddress = new Map([...facts].filter(([, fact]) => fact.canonical).map(([path, fact]) => [fact.canonical, path]));
  none([...facts].flatMap(([path, { canonical, alternates }]) => {
    if (alternates.length === 0) return [];
    const own = alternates.filter(([lang]) => lang !== 'x-default');
    const faults = [];
    if (!own.some(([, address]) => address === canonical)) faults.push(`${path}: does not name itself`);
    if (own.length === alternates.length) faults.push(`${path}: no x-default`);
    for (const [lang, address] of alternates) {
      const other = byAddress.get(address);
      if (other === undefined) faults.push(`${path}: ${lang} ${address} is no page`);
      else if (!facts.get(other).alternates.some(([, back]) => back === canonical)) faults.push(`${path}: ${other} is silent`);
    }
    return faults;
  }));
});

// The A–Z page has the letters of its language.
test('paired pages of the same structure have the same ids (output 56)', () => none([...facts]
  .filter(([path]) => path.startsWith('fa/') && !/\/a-z(-\d+)?\.html$/.test(path) && facts.has(`en/${path.slice(3)}`))
  .filter(([path, { headings }]) => {
    const other = facts.get(`en/${path.slice(3)}`).headings;
    return headings.length === other.length && headings.join() !== other.join();
  }).map(([path]) => path)));

test('structured data is JSON without control of direction (output 100)', () => none([...facts].flatMap(
  ([path, { data }]) => data.flatMap((text) => {
    try {
      const faults = [];
      const walk = (value, key) => {
        if (value && typeof value === 'object') Object.entries(value).forEach(([name, inner]) => walk(inner, name));
        else if (/^(@id|@type|url|inLanguage|date)/.test(key) && /[^\x20-\x7e]/.test(value)) faults.push(`${path}: ${key} ${value}`);
        else if (/^date/.test(key) && Number.isNaN(Date.parse(value))) faults.push(`${path}: ${key} ${value}`);
      };
      walk(JSON.parse(text), '');
      return faults;
    } catch (error) {
      return [`${path}: ${error.message}`];
    }
  }))));

test('style sheets are logical and leave direction to the markup (output 10, 34)', () => none([
  ...paths().filter((path) => path.endsWith('.css')).map((path) => [path, read(path)]),
  ...[...facts].map(([path, { styles }]) => [path, styles.join('\n')]),
].flatMap(([path, css]) => [...css.matchAll(
  /(?:^|[;{\s])((?:direction|unicode-bidi|float\s*:\s*inline|(?:margin|padding|border)-(?:left|right)|text-align\s*:\s*(?:left|right))[^;}]*)/g)]
  .map(([, words]) => `${path}: ${words}`))));

test('no file holds a hidden change of direction, and isolates balance (output 13)', () => none(textFiles()
  .filter((path) => {
    const text = read(path);
    if (/[\u202a-\u202e]|[\u{e0000}-\u{e007f}]/u.test(text)) return true;
    return text.split('\n').some((line) => {
      let depth = 0;
      for (const letter of line) {
        if (/[\u2066-\u2068]/.test(letter)) depth += 1;
        if (letter === '\u2069') depth -= 1;
        if (depth < 0) return true;
      }
      return depth !== 0;
    });
  })));

test('pages are UTF-8 with one charset early and letters as letters (output 51)', () => none(contentPages()
  .filter(({ html }) => (html.match(/<meta charset=/gi) ?? []).length !== 1
    || Buffer.from(html).indexOf('<meta charset=') > 1024 || /&#x?[0-9a-f]{3,};/i.test(html))
  .map(({ path }) => path)));

test('MANIFEST lists every file with size and digest, sorted (output 63)', () => {
  const wanted = paths().filter((path) => path !== 'MANIFEST').sort((first, second) => Buffer.compare(Buffer.from(first), Buffer.from(second)))
    .map((path) => {
      const data = readFileSync(`${PUBLIC}/${path}`);
      return `${createHash('sha256').update(data).digest('hex')} ${data.length} ${path}`;
    });
  const listed = read('MANIFEST').trimEnd().split('\n');
  none([...wanted.filter((line) => !listed.includes(line)), ...listed.filter((line) => !wanted.includes(line))]
    .concat(wanted.join() === listed.join() ? [] : ['the order differs']));
});
