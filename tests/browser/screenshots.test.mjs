// Pictures of each page type in each language, light and dark, narrow and wide, kept for people to look at.
import { test } from 'node:test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, contentPages, languages, launch, none, serve } from './site.mjs';

const FOLDER = join(process.env.QANAT_SCREENSHOTS ?? join(ROOT, 'build', 'screenshots'));

// The first page of each kind: the shape of its address and of its body tell kinds apart.
function samples() {
  const found = new Map();
  for (const page of contentPages()) {
    const language = page.path.includes('/') ? page.path.split('/')[0] : 'root';
    const inside = page.path.split('/').slice(1).join('/');
    const kind = language === 'root' ? page.path : inside
      .replace(/^([a-z-]+)\/(?!index\.html)[^/]+\.html$/, '$1/page').replace(/page-\d+\.html$/, 'numbered');
    const key = `${language}-${kind.replace(/\.html$/, '').replaceAll('/', '-')}`;
    if (!found.has(key)) found.set(key, page.path);
  }
  return found;
}

test('each kind of page is drawn', async () => {
  mkdirSync(FOLDER, { recursive: true });
  const [browser, server] = [await launch(), await serve()];
  const faults = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
      for (const [name, path] of samples()) {
        await page.goto(new URL(path, server.base).href);
        const picture = await page.screenshot({ path: join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        if (picture.length < 2_000) faults.push(`${name}: the picture is empty`);
      }
      await page.close();
    }
  }
  await browser.close();
  server.close();
  const drawn = [...samples().keys()];
  for (const code of Object.keys(languages())) {
    if (!drawn.some((name) => name.startsWith(`${code}-`))) faults.push(`${code}: no page`);
  }
  none(faults);
}, { timeout: 600_000 });
