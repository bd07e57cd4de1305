// Pictures of each type of page in each language, kept for people to look at: narrow and wide, light and dark, on the
// smallest screen, in forced colours and on paper.
import { after, before, test } from 'node:test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, launch, languages, none, pages, samples, serve } from './site.mjs';

const FOLDER = process.env.QANAT_SCREENSHOTS ?? join(ROOT, 'build', 'screenshots');
const LEAST_PICTURE = 2_000;
const LEAST_PAPER = 10_000;
// Name of a picture's form, its width, what the browser is told.
const FORMS = [
  ['360-light', 360, { colorScheme: 'light' }], ['360-dark', 360, { colorScheme: 'dark' }],
  ['1280-light', 1280, { colorScheme: 'light' }], ['1280-dark', 1280, { colorScheme: 'dark' }],
  ['320-light', 320, { colorScheme: 'light' }], ['360-forced', 360, { forcedColors: 'active' }],
];
let browser;
let server;

async function draw(form, width, options) {
  const page = await browser.newPage({ ...options, viewport: { width, height: 800 } });
  const faults = [];
  for (const { name, path } of samples()) {
    await page.goto(new URL(path, server.base).href);
    const picture = await page.screenshot({ path: join(FOLDER, `${name}-${form}.png`), fullPage: true });
    if (picture.length < LEAST_PICTURE) faults.push(`${name}-${form}: the picture is empty`);
  }
  await page.close();
  return faults;
}

before(async () => {
  mkdirSync(FOLDER, { recursive: true });
  [browser, server] = [await launch(), await serve()];
});

after(async () => {
  await browser?.close();
  server?.close();
});

for (const [form, width, options] of FORMS) {
  test(`each type of page is drawn in each language: ${form}`, async () => none(await draw(form, width, options)),
    { timeout: 300_000 });
}

test('guides and articles are printed in each language', async () => {
  const page = await browser.newPage();
  const faults = [];
  for (const { name, path } of samples().filter(({ type }) => ['guide', 'article'].includes(type))) {
    await page.goto(new URL(path, server.base).href);
    const paper = await page.pdf({ path: join(FOLDER, `${name}.pdf`), format: 'A4' });
    if (paper.length < LEAST_PAPER) faults.push(`${name}: the paper is empty`);
  }
  none(faults);
});

test('a redirect is drawn without following it', async () => {
  const stub = pages().find(({ isStub }) => isStub);
  const page = await browser.newPage({ viewport: { width: 360, height: 400 } });
  await page.setContent(stub.html.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
  await page.screenshot({ path: join(FOLDER, 'redirect-360-light.png') });
});

test('no language and no type that editors write is left out', () => {
  const drawn = samples().map(({ name }) => name);
  const types = ['home', 'section', 'guide', 'article', 'term', 'taxonomy', 'alphabet', 'about', 'contact', 'privacy', 'glossary'];
  none(Object.keys(languages()).flatMap((code) => types.map((type) => `${code}-${type}`))
    .concat('all-languages', 'all-not-found').filter((name) => !drawn.includes(name)));
});
