// The 52 examples of persian.md 8 in a browser: with isolation each is shown as column 3 says, with `isolate: off` as
// column 4 says, and in whole built pages every isolated token runs in its own order. Take the isolates away, and both
// are seen to fail. The pages are the expected output of tests/sites/direction.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, launch, none, samples, serve, visualLines, withCharacters } from './site.mjs';

const ROW = /^\| (\d+)( L)? \| `(.*?)` \| (.*?) \| (.*?) \| .*? \|$/gm;
const IGNORED = /[\p{M}\u200c\u061c\u200e\u200f]/gu; // marks and joiners have no place of their own
let browser;

function plain(text) {
  return text.replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).replaceAll('٪', '%')
    .replace(IGNORED, '');
}

// The stretches of the text between the runs, in memory order; none when the runs do not come in this order.
function stretches(text, runs) {
  const found = [];
  let at = 0;
  for (const run of runs) {
    const next = text.indexOf(run, at);
    if (next < 0) return undefined;
    if (next > at) found.push(text.slice(at, next));
    at = next + run.length;
  }
  return at < text.length ? [...found, text.slice(at)] : found;
}

function orders(items) {
  return items.length < 2 ? [items]
    : items.flatMap((item, at) => orders(items.filter((_, place) => place !== at)).map((rest) => [item, ...rest]));
}

// "R2 `C++` R1" as what is seen from the left edge to the right edge. In a paragraph that runs right to left the runs
// are told against the order in memory; in one that runs left to right a number may have gone elsewhere.
function visual(text, description, isRtl) {
  const parts = description.match(/`[^`]*`|R\d+/g);
  const runs = parts.filter((part) => part.startsWith('`')).map((run) => plain(run.slice(1, -1)));
  const count = parts.length - runs.length;
  const found = (isRtl ? [[...runs].reverse()] : orders(runs)).map((order) => stretches(text, order))
    .find((list) => list?.length === count);
  assert.ok(found, `${description} does not describe ${text}`);
  return parts.map((part) => (part.startsWith('`') ? plain(part.slice(1, -1)) : [...found[part.slice(1) - 1]].reverse().join('')))
    .join('');
}

function examples(isLtr) {
  return [...readFileSync(join(ROOT, 'docs', 'persian.md'), 'utf8').matchAll(ROW)]
    .filter((row) => (row[2] !== undefined) === isLtr)
    .map(([, number, , text, shown, bare]) => {
      const words = plain(text);
      const right = visual(words, shown, !isLtr);
      return { number, text: words, shown: right, bare: bare === 'same' ? right : visual(words, bare, !isLtr) };
    });
}

async function linesOf(language, name) {
  const file = join(ROOT, 'tests', 'sites', 'direction', 'expected', language, `${name}.html`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(withCharacters(readFileSync(file, 'utf8')));
  const lines = (await page.evaluate(visualLines)).map(plain);
  await page.close();
  return lines;
}

async function wrongOnes(language, name, wanted) {
  const rows = examples(language === 'en');
  const lines = await linesOf(language, name);
  assert.equal(lines.length, rows.length, `${language}/${name}.html has other examples`);
  return rows.filter((row, at) => lines[at] !== row[wanted])
    .map((row) => `${row.number} ${row.text}: shows ${lines[rows.indexOf(row)]} instead of ${row[wanted]}`);
}

// Isolated tokens without a letter of the other direction whose characters do not run left to right. Runs in the page.
function tokensOutOfOrder(takesIsolates) {
  const tokens = [...document.querySelectorAll('bdi[dir="ltr"], a[dir="ltr"], em[dir="ltr"], strong[dir="ltr"]')]
    .filter((token) => !/[\u0590-\u08ff\ufb1d-\ufefc]/.test(token.textContent.replace(/[\u06f0-\u06f9\u066a-\u066c]/g, '')));
  const bare = tokens.map((token) => {
    if (!takesIsolates) return token;
    const span = document.createElement('span');
    span.append(...token.childNodes);
    token.replaceWith(span);
    return span;
  });
  return bare.filter((token) => {
    let last;
    const walker = document.createTreeWalker(token, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || box.width === 0) continue;
        if (last && Math.abs(box.top - last.top) < 8 && box.left < last.left - 1) return true;
        last = box;
      }
    }
    return false;
  }).map((token) => token.textContent);
}

async function scanPages(takesIsolates) {
  const server = await serve();
  const found = [];
  for (const { path } of samples().filter(({ language }) => language === 'fa')) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.base}${path}`);
    found.push(...(await page.evaluate(tokensOutOfOrder, takesIsolates)).map((token) => `${path}: ${token}`));
    await page.close();
  }
  server.close();
  return found;
}

before(async () => { browser = await launch(); });
after(() => browser?.close());

test('every example is shown as it must be', async () =>
  none([...await wrongOnes('fa', 'examples', 'shown'), ...await wrongOnes('en', 'examples', 'shown')]));
test('without isolation every example is shown as the specification predicts', async () =>
  none([...await wrongOnes('fa', 'bare', 'bare'), ...await wrongOnes('en', 'bare', 'bare')]));
test('without isolation 33 of the 52 examples are shown wrongly', async () => {
  const wrong = [...await wrongOnes('fa', 'bare', 'shown'), ...await wrongOnes('en', 'bare', 'shown')];
  assert.equal(wrong.length, 33);
});
test('every token of whole built pages runs in its own order', async () => none(await scanPages(false)));
test('without isolation tokens of whole built pages are shown in another order', async () =>
  assert.ok((await scanPages(true)).length > 0));
