// What the browser tests share: the built site, a server for it and the browser.
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const PUBLIC = process.env.QANAT_PUBLIC ?? join(ROOT, 'public');
export const WIDTHS = [320, 360, 768, 1280];
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const CHROMIUM_ARGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.xml': 'application/xml',
  '.json': 'application/json', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
};

export function files(folder = PUBLIC) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

// The languages of site.yaml: code to direction.
export function languages() {
  const entries = readFileSync(join(ROOT, 'site.yaml'), 'utf8')
    .matchAll(/^ {2}([a-z-]+): *\{[^}]*direction: *(rtl|ltr)/gm);
  return Object.fromEntries([...entries].map(([, code, direction]) => [code, direction]));
}

// Every page: its path from the root of the site, its text, whether it only leads elsewhere.
export function pages() {
  return files().filter((file) => file.endsWith('.html')).map((file) => {
    const html = readFileSync(file, 'utf8');
    return { path: relative(PUBLIC, file), html, isStub: /http-equiv="?refresh/i.test(html) };
  });
}

// The type of a page as the theme states it; ordinary pages go by their names.
export function typeOf(path, html) {
  const type = html.match(/<body data-type="([a-z-]+)"/)?.[1] ?? 'stub';
  return type === 'page' ? basename(path, '.html') : type;
}

// The heaviest page of each type in each language: a name for it, its type, its path.
export function samples() {
  const found = new Map();
  for (const { path, html } of contentPages().sort((one, other) => other.html.length - one.html.length)) {
    const language = path.includes('/') ? path.split('/')[0] : 'all';
    const type = typeOf(path, html);
    if (!found.has(`${language}-${type}`)) found.set(`${language}-${type}`, { name: `${language}-${type}`, language, type, path });
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function contentPages() {
  return pages().filter((page) => !page.isStub);
}

// Serves the site below `prefix` and keeps what it was asked for; a path that is not there gets 404.html, as the server files ask for.
export async function serve(prefix = '/', headers = {}) {
  const received = [];
  const server = createServer((request, response) => {
    received.push({ url: request.url, headers: request.headers });
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    // The browser asks for this by itself; the page did not.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    let file = path.startsWith(prefix) ? join(PUBLIC, path.slice(prefix.length)) : '';
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const isFound = file !== '' && existsSync(file);
    const sent = isFound ? file : join(PUBLIC, '404.html');
    const type = TYPES[extname(sent)] ?? 'application/octet-stream';
    const isPacked = /text|json|xml|javascript/.test(type);
    response.writeHead(isFound ? 200 : 404, { ...headers, 'Content-Type': type, ...(isPacked && { 'Content-Encoding': 'gzip' }) });
    const bytes = existsSync(sent) ? readFileSync(sent) : 'not found';
    response.end(isPacked ? gzipSync(bytes, { level: 9 }) : bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, base: origin + prefix, received, close: () => server.close() };
}

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
}

// Faults of many pages in one sentence each, so that a failing test names them all.
export function none(faults) {
  if (faults.length > 0) {
    throw new Error(`${faults.length} faults\n${faults.slice(0, 30).join('\n')}`);
  }
}

const MARKS = { ZWNJ: 0x200c, ZWJ: 0x200d, LRM: 0x200e, RLM: 0x200f, ALM: 0x61c, LRI: 0x2066, RLI: 0x2067, FSI: 0x2068,
  PDI: 0x2069, NBSP: 0xa0, NNBSP: 0x202f, SP: 0x20 };

// The marks of expected files as the characters they stand for.
export function withCharacters(text) {
  return text.replace(/⟨END⟩\n$/, '').replace(/⟨(?:U\+([0-9A-F]{4,6})|([A-Z]+))⟩/g,
    (mark, code, name) => String.fromCodePoint(code ? parseInt(code, 16) : MARKS[name]));
}

// The characters of each paragraph from left to right as laid out. Runs in the page.
export function visualLines() {
  return [...document.querySelectorAll('main p')].map((paragraph) => {
    const glyphs = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (box && (box.width > 0 || node.data[at] === ' ')) glyphs.push({ letter: node.data[at], x: box.left, y: box.top });
      }
    }
    glyphs.sort((first, second) => (Math.abs(first.y - second.y) > 8 ? first.y - second.y : first.x - second.x));
    return glyphs.map((glyph) => glyph.letter).join('');
  });
}
