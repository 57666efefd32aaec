// `npm test`: everything, from nothing. `node scripts/test.mjs e2e [-t name …]` runs the steps that are named, in the order given here;
// what is not the name of a step goes on to vitest. A failing step does not hide the others.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chromium, curl, firefox, headless, Missing, nginx, platform } from './browsers.mjs';
import { install, root, run } from './setup.mjs';

const node = (file, ...args) => run(process.execPath, [`node_modules/${file}`, ...args]);
const wxt = (...args) => node('wxt/bin/wxt.mjs', 'build', ...args);
const rest = [];

/** Runs one vitest project. Its counts come from its own report; a file that could not be loaded counts as one failure. */
function vitest(project, env = process.env) {
  const report = `${root}.output/tests/${project}.json`;
  rmSync(report, { force: true });
  mkdirSync(`${root}.output/tests`, { recursive: true });
  const args = [
    'run',
    '--project',
    project,
    '--reporter',
    project === 'unit' ? 'default' : 'verbose',
    '--reporter',
    'json',
    '--outputFile.json',
    report,
    ...rest,
  ];
  const code = run(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { env });
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    const failed = numFailedTests + unloaded;
    return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** A step without tests of its own: nothing is counted unless it fails. */
const check = (...commands) => ({ passed: 0, failed: commands.reduce((failed, command) => (command() === 0 ? failed : 1), 0) });

let build;
/** Builds both extensions, once. true when both stand. */
const built = () => steps.build().failed === 0;
const unbuilt = () => {
  console.error('Not run: the extension could not be built.');
  return { passed: 0, failed: 1 };
};

/** What a step counts that needs programs. Where one is missing, the message says what to do, and one failure is counted. */
async function orMissing(step) {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** Runs a vitest project in browsers, on builds of this run. `find` gives the programs as environment variables, or throws Missing. */
const inBrowsers = (project, find) =>
  orMissing(async () => {
    if (!built()) return unbuilt();
    const programs = await find();
    console.log(`${Object.values(programs).filter(Boolean).join(', ')}${headless() ? ', headless' : ''}`);
    return vitest(project, { ...process.env, ...programs, HEADLESS: headless() ? '1' : '' });
  });

const steps = {
  types: () =>
    check(
      () => node('typescript/bin/tsc', '-p', '.'),
      () => node('typescript/bin/tsc', '-p', 'diagnosis'),
    ),
  lint: () => check(() => node('@biomejs/biome/bin/biome', 'check', '.')),
  unit: () =>
    orMissing(() => {
      curl();
      return vitest('unit');
    }),
  build() {
    build ??= check(
      () => wxt('-b', 'chrome', '--mv3'),
      () => wxt('-b', 'firefox'),
    );
    return build;
  },
  package: () => (built() ? vitest('package') : unbuilt()),
  e2e: () => inBrowsers('e2e', async () => ({ CHROMIUM: await chromium(), FIREFOX: firefox(), NGINX: nginx() ?? '' })),
  lab() {
    // Its servers are Debian's, and what it leaves behind is read from /proc.
    if (process.platform === 'linux') return inBrowsers('lab', async () => ({ CHROMIUM: await chromium() }));
    console.log('Skipped: the lab runs on Linux.');
    return { passed: 0, failed: 0 };
  },
};

const named = [];
for (const argument of process.argv.slice(2)) (rest.length === 0 && argument in steps ? named : rest).push(argument);
const results = {};
const began = Date.now();
console.log(platform());
install();
for (const [name, step] of Object.entries(steps)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  const start = Date.now();
  const result = await step();
  results[name] = { ...result, seconds: Math.round((Date.now() - start) / 1000) };
  console.log(`── ${name}: ${result.failed === 0 ? 'ok' : 'FAILED'}, ${results[name].seconds} s ──`);
}
const all = Object.values(results);
const passed = all.reduce((sum, r) => sum + r.passed, 0);
const failed = all.reduce((sum, r) => sum + r.failed, 0);
console.log(
  `\n${Object.entries(results)
    .map(([name, r]) => `${name} ${r.failed === 0 ? 'ok' : 'FAILED'} (${r.seconds} s)`)
    .join(', ')}; ${Math.round((Date.now() - began) / 1000)} s in all`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
