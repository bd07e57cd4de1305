// What search engines and feed readers are told, against what the pages say: feeds, sitemaps, structured data.
import { test } from 'node:test';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PUBLIC, contentPages, files, languages, none } from './site.mjs';

const CONTROLS = /[\u061c\u200e\u200f\u2066-\u2069]/g;
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const STRONG = /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?$/;
const directions = languages();
const paths = () => files().map((file) => file.slice(PUBLIC.length + 1));
const read = (path) => readFileSync(join(PUBLIC, path), 'utf8');
const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => unescape(match[1]));
const one = (text, pattern) => all(text, pattern)[0];
const tags = (html, name) => all(html, new RegExp(`(<${name}\\b[^>]*>)`, 'g'));
const attribute = (tag, name) => one(tag, new RegExp(` ${name}="([^"]*)"`, 'g'));

// Pages that may be found: canonical address, alternates and what else the head tells.
const found = new Map(contentPages().map(({ path, html }) => {
  const links = tags(html, 'link');
  const linked = (rel) => links.filter((tag) => attribute(tag, 'rel') === rel);
  return [path, {
    path,
    html,
    lang: attribute(html, 'lang'),
    canonical: linked('canonical').map((tag) => attribute(tag, 'href'))[0],
    alternates: linked('alternate').filter((tag) => attribute(tag, 'hreflang'))
      .map((tag) => `${attribute(tag, 'hreflang')} ${attribute(tag, 'href')}`),
    feeds: linked('alternate').filter((tag) => /^application\/(atom\+xml|feed\+json)$/.test(attribute(tag, 'type') ?? '')),
    data: [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match) => match[1]),
    isHidden: tags(html, 'meta').some((tag) => attribute(tag, 'name') === 'robots' && /noindex/.test(tag)),
  }];
}));
const indexed = [...found.values()].filter((page) => !page.isHidden);
const byAddress = new Map(indexed.map((page) => [page.canonical, page]));
const base = found.get('index.html').canonical.replace(/index\.html$/, '');

function startsRight(text, lang) {
  if (/^[\u200e\u200f]/.test(text)) return (text[0] === '\u200f') === (directions[lang] === 'rtl');
  const first = text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '').match(STRONG)?.[0];
  return first === undefined || RTL.test(first) === (directions[lang] === 'rtl');
}

function atom(path) {
  const [head, ...entries] = read(path).split('<entry ');
  return {
    lang: attribute(head, 'xml:lang'),
    self: one(head, /<link rel="self"[^>]* href="([^"]*)"/g),
    home: one(head, /<link rel="alternate"[^>]* href="([^"]*)"/g),
    updated: one(head, /<updated>(.*?)<\/updated>/g),
    title: one(head, /<title>(.*?)<\/title>/gs),
    author: one(head, /<author><name>(.*?)<\/name>/gs),
    entries: entries.map((text) => ({
      lang: attribute(` ${text}`, 'xml:lang'),
      id: one(text, /<id>(.*?)<\/id>/g),
      title: one(text, /<title>(.*?)<\/title>/gs),
      published: one(text, /<published>(.*?)<\/published>/g),
      updated: one(text, /<updated>(.*?)<\/updated>/g),
      content: one(text, /<content type="html">(.*?)<\/content>/gs) ?? '',
    })),
  };
}

function feedFaults(path) {
  const feed = atom(path);
  const faults = [];
  const add = (condition, words) => condition || faults.push(`${path}: ${words}`);
  add(feed.self === base + path, `self is ${feed.self}`);
  add(byAddress.has(feed.home), `home is ${feed.home}`);
  add(feed.author, 'no author');
  add(startsRight(feed.title, feed.lang), `title ${feed.title}`);
  add(feed.entries.length > 0 && feed.entries.length <= 20, `${feed.entries.length} entries`);
  add(feed.updated === feed.entries.map((entry) => entry.updated).sort().at(-1), `updated ${feed.updated}`);
  add(feed.entries.every((entry, i, list) => i === 0 || entry.published <= list[i - 1].published), 'not newest first');
  for (const entry of feed.entries) {
    const page = byAddress.get(entry.id);
    add(page?.lang === entry.lang, `${entry.id} is no page in ${entry.lang}`);
    add(startsRight(entry.title, entry.lang), `title ${entry.title}`);
    add(entry.updated >= entry.published, `${entry.id} was changed before it was published`);
    add(entry.content.startsWith(`<div lang="${entry.lang}" dir="${directions[entry.lang]}">`), `${entry.id} has no direction`);
    for (const address of all(entry.content, /(?:href|src)="([^"]*)"/g)) {
      add(/^(https?|mailto|tel|sms|tg):/.test(address), `${entry.id}: ${address} is relative`);
      if (address.startsWith(base)) add(existsSync(join(PUBLIC, address.slice(base.length).split('#')[0])), `${address} is not there`);
    }
  }
  return faults;
}

const atoms = paths().filter((path) => /(^|\/)feed\.xml$/.test(path));

test('there is a feed for the site, every language and every section', () => none(
  ['', ...Object.keys(directions).flatMap((code) => [`${code}/`, `${code}/guides/`, `${code}/articles/`])]
    .map((folder) => `${folder}feed.xml`).filter((path) => !atoms.includes(path))));

test('feeds hold pages in their language and direction, newest first, with no relative address (output 101)', () =>
  none(atoms.flatMap(feedFaults)));

test('JSON feeds have what version 1.1 asks for and say the same as Atom (output 101)', () => none(
  atoms.flatMap((path) => {
    const other = path.replace(/xml$/, 'json');
    const [feed, twin] = [JSON.parse(read(other)), atom(path)];
    const faults = [];
    const add = (condition, words) => condition || faults.push(`${other}: ${words}`);
    add(feed.version === 'https://jsonfeed.org/version/1.1', `version ${feed.version}`);
    add(feed.title === twin.title && feed.home_page_url === twin.home && feed.language === twin.lang, 'differs from Atom');
    add(feed.feed_url === base + other, `feed_url ${feed.feed_url}`);
    add(feed.authors?.[0]?.name === twin.author, 'no author');
    add(feed.items?.length === twin.entries.length, 'has other items');
    for (const [i, item] of (feed.items ?? []).entries()) {
      const entry = twin.entries[i] ?? {};
      add(item.id === entry.id && item.url === entry.id && item.title === entry.title, `${item.id} is not ${entry.id}`);
      add(item.language === entry.lang && item.content_html === entry.content, `${item.id} has other content`);
      add(item.date_published === entry.published && item.date_modified === entry.updated, `${item.id} has other dates`);
      add(INSTANT.test(item.date_published) && INSTANT.test(item.date_modified), `${item.id} ${item.date_published}`);
    }
    return faults;
  })));

test('every page leads to feeds that are there, by relative addresses', () => none(indexed.flatMap(({ path, feeds }) => [
  ...(feeds.length >= 2 ? [] : [`${path}: ${feeds.length} feeds`]),
  ...feeds.filter((tag) => !attribute(tag, 'title') || !existsSync(join(PUBLIC, dirname(path), attribute(tag, 'href'))))
    .map((tag) => `${path}: ${tag}`),
])));

// Files of all sitemaps: what each says of an address.
function sitemap(path) {
  return read(path).split('<url>').slice(1).map((text) => ({
    path,
    address: one(text, /<loc>(.*?)<\/loc>/g),
    changed: one(text, /<lastmod>(.*?)<\/lastmod>/g),
    alternates: [...text.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)].map(([, lang, address]) => `${lang} ${address}`),
  }));
}

test('robots.txt names the index, and the index every sitemap (output 99)', () => none([
  ...(read('robots.txt').includes(`Sitemap: ${base}sitemap.xml\n`) ? [] : ['robots.txt']),
  ...Object.keys(directions).map((code) => `${code}/sitemap.xml`)
    .filter((path) => !read('sitemap.xml').includes(`<loc>${base}${path}</loc>`)),
]));

test('sitemaps hold every page that may be found, once, with the alternates of its head (output 98, 99)', () => {
  const entries = paths().filter((path) => /\/sitemap(-\d+)?\.xml$/.test(path)).flatMap(sitemap);
  const listed = new Map(entries.map((entry) => [entry.address, entry]));
  none([
    ...(listed.size === entries.length ? [] : ['an address stands twice']),
    ...entries.filter(({ address }) => !byAddress.has(address)).map(({ address }) => `${address} is no page`),
    ...entries.filter(({ path, address }) => !address.startsWith(base + dirname(path))).map(({ address }) => `${address} is elsewhere`),
    ...entries.filter(({ address, alternates }) => alternates.join() !== byAddress.get(address)?.alternates.join())
      .map(({ address }) => `${address}: other alternates`),
    ...entries.filter(({ changed }) => changed !== undefined && !DAY.test(changed)).map(({ address, changed }) => `${address}: ${changed}`),
    ...indexed.filter(({ path, canonical }) => path !== 'index.html' && !/\/page-\d+\.html$/.test(path) && !listed.has(canonical))
      .map(({ path }) => `${path} is in no sitemap`),
  ]);
});

test('the versions of a page all tell of the same set (output 98)', () => none(indexed.flatMap(({ path, alternates }) => {
  const wanted = [...alternates].sort().join();
  return alternates.map((words) => words.split(' ')[1])
    .filter((address) => [...(byAddress.get(address)?.alternates ?? [])].sort().join() !== wanted)
    .map((address) => `${path}: ${address}`);
})));

// What must be said of each thing (schema.org, and what search engines ask for).
const REQUIRED = {
  WebSite: ['@id', 'url', 'name', 'inLanguage', 'publisher'],
  WebPage: ['@id', 'url', 'name', 'inLanguage', 'publisher', 'isPartOf'],
  CollectionPage: ['@id', 'url', 'name', 'inLanguage', 'publisher', 'isPartOf'],
  Article: ['@id', 'url', 'headline', 'inLanguage', 'datePublished', 'dateModified', 'publisher', 'isPartOf'],
  BreadcrumbList: ['itemListElement'],
};

// Texts and days of a thing that the page must show.
function shown(value, key = '') {
  if (Array.isArray(value)) return value.flatMap((inner) => shown(inner, key));
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([name, inner]) => shown(inner, name));
  return ['name', 'headline', 'description', 'datePublished', 'dateModified'].includes(key) ? [value] : [];
}

function dataFaults({ path, html, lang, canonical, data }) {
  const faults = [];
  const add = (condition, words) => condition || faults.push(`${path}: ${words}`);
  const body = html.slice(html.indexOf('<body')).replace(CONTROLS, '');
  const text = unescape(body.replace(/<[^>]*>/g, '')) + all(body, /datetime="([^"]*)"/g).join(' ');
  add(data.length === 1, `${data.length} blocks`);
  const { '@context': context, '@graph': graph = [] } = data.length === 1 ? JSON.parse(data[0]) : {};
  add(context === 'https://schema.org', `context ${context}`);
  for (const thing of graph) {
    const type = thing['@type'];
    add(type in REQUIRED, `type ${type}`);
    for (const key of REQUIRED[type] ?? []) add(thing[key] !== undefined, `${type} without ${key}`);
    if (thing.url) add(thing.url === canonical, `${thing.url} is not ${canonical}`);
    if (typeof thing.inLanguage === 'string') add(thing.inLanguage === lang, `inLanguage ${thing.inLanguage}`);
    for (const words of shown(thing)) add(text.includes(words.replace(CONTROLS, '')), `does not show ${words}`);
    for (const [i, step] of (thing.itemListElement ?? []).entries()) {
      add(step.position === i + 1 && byAddress.has(step.item), `step ${step.position} ${step.item}`);
    }
  }
  const main = graph.find((thing) => thing['@type'] !== 'BreadcrumbList');
  add(main, 'says nothing of the page');
  add(main?.['@type'] === 'WebSite' || graph.some((thing) => thing['@type'] === 'BreadcrumbList'), 'no way to the page');
  return faults;
}

test('structured data says what each page is and nothing that it does not show (output 100)', () =>
  none(indexed.flatMap(dataFaults)));

test('hidden pages have no structured data, no canonical address and no alternates', () => none([...found.values()]
  .filter((page) => page.isHidden && (page.data.length > 0 || page.canonical || page.alternates.length > 0))
  .map(({ path }) => path)));
