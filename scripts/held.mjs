// npm run held: writes into README.md what hostile pages try in the browser tests and what then holds, from the names of those tests,
// `what is tried: what holds`. With --check it only compares, and exits 1 when README.md is old. Needs the built extensions, no browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { install, root } from './setup.mjs';

/** Where the tests of each file run, in the order of the table. */
const FILES = {
  'hostile-answers': 'Chromium',
  'hostile-requests': 'Chromium',
  'hostile-tabs': 'Chromium',
  'hostile-storm': 'Chromium',
  'hostile-firefox': 'Firefox',
};
const BEGIN = '<!-- held: written by npm run held -->';
const END = '<!-- /held -->';

install();
// Tests are collected, not run: no browser is started.
Object.assign(process.env, { CHROMIUM: process.execPath, FIREFOX: process.execPath });
const { createVitest } = await import('vitest/node');
const vitest = await createVitest('test', { root, watch: false, project: ['e2e'], reporters: [{}] });
const { testModules } = await vitest.collect(['hostile-']);
const rows = [];
for (const [file, browser] of Object.entries(FILES)) {
  const module = testModules.find((m) => m.relativeModuleId.endsWith(`/${file}.test.ts`));
  const names = [...(module?.children.allTests() ?? [])].map((t) => t.name);
  if (names.length === 0) throw new Error(`No test found in ${file}.test.ts: ${module?.errors().map((e) => e.message)}`);
  const held = new Map();
  for (const name of names) {
    const at = name.indexOf(': ');
    if (at < 0) throw new Error(`"${name}" does not say what holds`);
    const outcome = name.slice(at + 2);
    held.set(outcome, [...(held.get(outcome) ?? []), name.slice(0, at)]);
  }
  for (const [outcome, tried] of held) rows.push(`| ${browser} | ${tried.join('; ')} | ${outcome} |`);
}
await vitest.close();

const readme = readFileSync(`${root}README.md`, 'utf8');
const [before, rest = ''] = readme.split(BEGIN);
const after = rest.split(END)[1];
if (after === undefined) throw new Error(`README.md has no "${BEGIN}" and "${END}"`);
const wanted = `${before}${BEGIN}\n| in | tried | what holds |\n|---|---|---|\n${rows.join('\n')}\n${END}${after}`;
if (!process.argv.includes('--check')) writeFileSync(`${root}README.md`, wanted);
else if (wanted !== readme) {
  console.error('The table in README.md is older than the tests: npm run held');
  process.exitCode = 1;
}
