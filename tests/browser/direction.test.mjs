// Direction proved by glyph positions: each token of direction.json keeps the order it must show at the start of a
// paragraph, after a Persian letter, after a Latin letter and after an Arabic-Indic digit (output 5). The pages are the
// expected output of tests/sites/direction, in which each token stands in four paragraphs, one for each neighbour.
import { after, before, test } from 'node:test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, launch, none, visualLines, withCharacters } from './site.mjs';

const CONTEXTS = ['at the start', 'after a word', 'after a word of the other script', 'after an Arabic-Indic digit'];
const tokens = JSON.parse(readFileSync(join(ROOT, 'tests', 'browser', 'direction.json'), 'utf8'));
let browser;

// Digits of any family and the signs that typography may write in another form.
function plain(text) {
  return text
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u2010-\u2015\u2212]/g, '-').replaceAll('٪', '%').replace(/[\u00a0\u202f]/g, ' ');
}

async function faultsOf(language) {
  const file = join(ROOT, 'tests', 'sites', 'direction', 'expected', language, 'tokens.html');
  if (!existsSync(file)) return [`${file} is not there`];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(withCharacters(readFileSync(file, 'utf8')));
  const lines = (await page.evaluate(visualLines)).map(plain);
  await page.close();
  if (lines.length !== tokens[language].length * CONTEXTS.length) return [`${language}: ${lines.length} paragraphs`];
  return tokens[language].flatMap(({ typed, shows }, token) => CONTEXTS.flatMap((context, at) => {
    const line = lines[token * CONTEXTS.length + at];
    return line.includes(shows) ? [] : [`${typed} ${context}: shows ${JSON.stringify(line)}`];
  }));
}

before(async () => { browser = await launch(); });
after(() => browser?.close());

test('every token keeps its order inside Persian, whatever stands beside it (output 5)',
  async () => none(await faultsOf('fa')));
test('every token keeps its order inside English, whatever stands beside it (output 5)',
  async () => none(await faultsOf('en')));
