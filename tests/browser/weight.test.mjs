// The weight of an article of 2,500 words with its CSS inside (output 42). No article of the portal is that long, so one is
// put together from the text of its Persian articles and built with the portal's own theme.
import { test } from 'node:test';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ROOT, none } from './site.mjs';

const PROGRAM = process.env.QANAT_PROGRAM ?? join(ROOT, 'build', 'qanat');
const WORDS = 2_500;
const MAX_PACKED = 14_000;

const countWords = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

// Paragraphs, headings and lists, one after the other, and the notes.
function blocks() {
  const folder = join(ROOT, 'content', 'fa', 'articles');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'index.md').sort();
  const all = files.flatMap((name, number) => {
    const [, , text] = readFileSync(join(folder, name), 'utf8').split(/^---\n/m);
    return text.replace(/\[\^([^\]]+)\]/g, `[^$1-${number}]`).replace(/ *\{#[^}]*\}/g, '').split(/\n\n+|\n(?=\[\^)/);
  }).filter((block) => !/^\s*(\||جدول:|:::?|!\[|```|$)/.test(block));
  return { prose: all.filter((block) => !block.startsWith('[^')), notes: all.filter((block) => block.startsWith('[^')) };
}

// As many of them as make up enough words, with the notes they refer to.
function longText() {
  const { prose, notes } = blocks();
  let text = '';
  for (let count = 1; count <= prose.length && countWords(text) < WORDS; count += 1) {
    const shown = prose.slice(0, count).join('\n\n');
    text = [shown, ...notes.filter((note) => shown.includes(note.match(/^\[\^[^\]]+\]/)[0]))].join('\n\n');
  }
  return text;
}

test('an article of 2,500 words with its CSS is at most 14,000 bytes compressed', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'qanat-weight-'));
  for (const name of ['content', 'templates', 'assets', 'data', 'site.yaml']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'content', 'fa', 'articles', 'long.md'),
    `---\ntitle: نوشتهٔ بلند\ndescription: متن چند نوشته پشت سر هم\ndate: 2026-05-01\ntags: [irrigation]\n---\n${longText()}\n`);
  const run = spawnSync(PROGRAM, ['build', '--source', folder, '--short'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.error?.message ?? run.stderr);
  const html = readFileSync(join(folder, 'public', 'fa', 'articles', 'long.html'));
  rmSync(folder, { recursive: true });
  const main = html.toString().replace(/^[\s\S]*<main[^>]*>|<\/main>[\s\S]*$/g, '').replace(/<[^>]*>/g, ' ');
  const [words, packed] = [countWords(main), brotliCompressSync(html).length];
  context.diagnostic(`${words} words, ${html.length} bytes, ${gzipSync(html, { level: 9 }).length} with gzip, ${packed} with brotli`);
  none([words < WORDS && `only ${words} words`, packed > MAX_PACKED && `${packed} bytes`].filter(Boolean));
});
