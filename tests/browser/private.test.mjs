// A reader without scripts follows every link from the front door: one origin, nothing stored, no referrer, a strict
// policy in every page, redirects too (output 44, 45, 76–79).
import { after, before, test } from 'node:test';
import { contentPages, launch, none, pages, serve } from './site.mjs';

const faults = { origin: [], cookie: [], console: [] };
const reached = new Set();
let browser;
let server;
let state;
let usage;

function listen(page) {
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.origin}/`) && !url.startsWith('data:')) faults.origin.push(url);
  });
  page.on('response', (response) => 'set-cookie' in response.headers() && faults.cookie.push(response.url()));
  page.on('console', (message) => message.type() === 'error' && faults.console.push(`${page.url()}: ${message.text()}`));
}

// Clicks, because only a click would send a referrer: once to each page from where it is first seen.
async function crawl(page) {
  const queue = [server.base];
  const seen = new Set(queue);
  while (queue.length > 0) {
    const from = queue.shift();
    await page.goto(from);
    reached.add(new URL(page.url()).pathname.replace(/\/$/, '/index.html').slice(1));
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.href.split('#')[0]));
    for (const link of new Set(links)) {
      if (!link.startsWith(server.base) || !link.endsWith('.html') || seen.has(link)) continue;
      seen.add(link);
      queue.push(link);
    }
    const next = page.locator('main a[href$=".html"]').first();
    if (await next.count() > 0) await next.click();
  }
}

before(async () => {
  // Chromium may ask for the icon while it leaves a page, and only the header that the server files give stops that one.
  [browser, server] = [await launch(), await serve('/', { 'Referrer-Policy': 'no-referrer' })];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  listen(page);
  await crawl(page);
  state = await context.storageState();
  const session = await context.newCDPSession(page);
  usage = await session.send('Storage.getUsageAndQuota', { origin: server.origin });
  await context.close();
}, { timeout: 600_000 });

after(async () => {
  await browser?.close();
  server?.close();
});

test('links without scripts reach every page (output 45)', () => none(contentPages()
  .map(({ path }) => path).filter((path) => path !== '404.html' && !reached.has(path))));
test('the crawl stays on one origin (output 44)', () => none(faults.origin));
test('no request says where the reader came from (output 77)', () => none(server.received
  .filter(({ headers }) => headers.referer !== undefined).map(({ url, headers }) => `${url} from ${headers.referer}`)));
test('no error stands in the console, policy included (output 76)', () => none(faults.console));
test('no cookie, storage, database or cache is left after the crawl (output 78)', () => {
  none(faults.cookie);
  none(server.received.filter(({ headers }) => headers.cookie !== undefined).map(({ url }) => url));
  none([...state.cookies, ...state.origins, ...usage.usageBreakdown.filter((entry) => entry.usage > 0)].map(JSON.stringify));
});

test('an outgoing link passes on nothing, whatever the server says (output 77)', async () => {
  const plain = await serve();
  const page = await browser.newPage();
  const sent = [];
  await page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => {
    sent.push(route.request().headers().referer);
    return route.fulfill({ body: 'elsewhere' });
  });
  await page.goto(plain.base);
  await page.locator('footer a[href^="http"]').first().click();
  plain.close();
  none(sent.length === 1 ? sent.filter(Boolean) : [`${sent.length} requests`]);
});

test('every file of HTML has one strict policy and sends no referrer (output 76, 77)', () => none(pages()
  .flatMap(({ path, html }) => {
    const policies = [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/g)].map(([, words]) => words);
    const wrong = [];
    // What stands before a policy in the head escapes it.
    if (/<(link|style|script|img)[\s>][\s\S]*(http-equiv="Content-Security-Policy"|name="referrer")/.test(html)) wrong.push('a late policy');
    if (policies.length !== 1 || !policies[0].startsWith("default-src 'none';")) wrong.push('policy');
    if (/unsafe|\*|https?:/.test(policies.join())) wrong.push('a loose policy');
    if (!html.includes('<meta name="referrer" content="no-referrer">')) wrong.push('referrer');
    if (/<script(?![^>]*type="application\/ld\+json")|\son[a-z]+=|javascript:|\sping=/.test(html)) wrong.push('script');
    return wrong.map((words) => `${path}: ${words}`);
  })));
