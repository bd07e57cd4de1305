// Runs the browser tests one file after the other and prints flat TAP, the form Meson reads.
//
//   node tests/browser/run.mjs [FILE…]
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const site = process.env.QANAT_PUBLIC ?? join(here, '..', '..', 'public');
const needs = {
  'npm ci --ignore-scripts has not been run in tests/browser': join(here, 'node_modules', 'playwright-core'),
  'chromium is not installed': process.env.CHROMIUM ?? '/usr/bin/chromium',
  'the site is not built': join(site, 'MANIFEST'),
};
const missing = Object.entries(needs).find(([, path]) => !existsSync(path));
if (missing) {
  console.log(`1..0 # SKIP ${missing[0]}`);
  process.exit(0);
}

const chosen = process.argv.slice(2);
const files = (chosen.length > 0 ? chosen : readdirSync(here).filter((name) => name.endsWith('.test.mjs')))
  .map((name) => join(here, name.split('/').pop()));
let count = 0;

function point(words, { name, skip }) {
  count += 1;
  console.log(`${words} ${count} - ${name}${skip === undefined ? '' : ` # SKIP ${skip}`}`);
}

function isFile(event) {
  return files.includes(event.name) || event.name.endsWith('.test.mjs');
}

console.log('TAP version 13');
for (const file of files) {
  const before = count;
  let isBroken = false;
  const stream = run({ files: [file], concurrency: 1, timeout: 1_200_000 });
  stream.on('test:pass', (event) => isFile(event) || point('ok', event));
  stream.on('test:fail', (event) => {
    isBroken = true;
    if (isFile(event)) return;
    point('not ok', event);
    const error = event.details.error;
    const words = String(error.cause?.message ?? error.cause ?? error.message);
    console.log(words.split('\n').map((line) => `# ${line}`).join('\n'));
    process.exitCode = 1;
  });
  for await (const event of stream) {
    if (event.type === 'test:stderr') process.stderr.write(event.data.message);
  }
  if (count === before || (isBroken && process.exitCode !== 1)) {
    point('not ok', { name: `${file.split('/').pop()} runs` });
    process.exitCode = 1;
  }
}
console.log(`1..${count}`);
