// Checkers that nobody here wrote: the Nu HTML checker, html-validate, and schemas for feeds and sitemaps.
import { test } from 'node:test';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { PUBLIC, ROOT, files, none, pages } from './site.mjs';

const require = createRequire(import.meta.url);
const SCHEMAS = join(ROOT, 'tests', 'browser', 'schemas');
const MAX_OUTPUT = 64 * 1024 * 1024;

test('the Nu HTML checker has nothing to say', () => {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');
  const run = spawnSync('java', ['-jar', jar, '--skip-non-html', '--stdout', '--format', 'json', PUBLIC],
    { encoding: 'utf8', maxBuffer: MAX_OUTPUT });
  if (run.error) throw run.error;
  // It reads files, which have no origin, and knows no digests: the browser judges the policy (markup.test.mjs).
  const messages = JSON.parse(run.stdout).messages.filter(({ message }) => !/Content Security Policy/.test(message));
  none(messages.map(({ url, lastLine, message }) =>
    `${url.slice(url.indexOf(PUBLIC) + PUBLIC.length + 1)}:${lastLine}: ${message}`));
}, { timeout: 600_000 });

test('html-validate finds no fault in markup or accessible names', async () => {
  const validate = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // Form, not validity: our writer has a style of its own.
      'doctype-style': 'off', 'no-trailing-whitespace': 'off', 'attribute-boolean-style': 'off', 'void-style': 'off',
      'long-title': 'off',
      // A named box that scrolls is a region; lists may have names; an aside inside an article is no landmark
      // (HTML-AAM). axe-core judges all three.
      'prefer-native-element': 'off', 'aria-label-misuse': 'off', 'unique-landmark': 'off',
    },
  });
  const faults = [];
  for (const { path, html, isStub } of pages()) {
    if (isStub) continue;
    const report = await validate.validateString(html, path);
    faults.push(...report.results.flatMap((result) => result.messages
      .filter((message) => message.severity === 2)
      .map((message) => `${path}:${message.line}: ${message.message} [${message.ruleId}]`)));
  }
  none(faults);
});

// Names of files from the root of the site. `jing` says nothing when all are valid.
function schemaFaults(schema, pattern) {
  const found = files().filter((file) => pattern.test(file));
  if (found.length === 0) throw new Error(`no file is named ${pattern}`);
  const run = spawnSync('jing', ['-c', join(SCHEMAS, schema), ...found], { encoding: 'utf8', maxBuffer: MAX_OUTPUT });
  if (run.error) throw run.error;
  return run.status === 0 ? [] : (run.stdout + run.stderr).trim().split('\n').map((line) => line.replace(PUBLIC, ''));
}

test('Atom feeds are valid (output 101)', () => none(schemaFaults('atom.rnc', /\/feed\.xml$/)));
test('sitemaps and their index are valid (output 99)', () => none(schemaFaults('sitemap.rnc', /\/sitemap(-\d+)?\.xml$/)));
