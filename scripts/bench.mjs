// Timings of the engine, and of the panel in a real browser. Exit code 1 when a ratio or bound does not hold.
// `npm run bench -- engine`, `panel` or `storm` runs one of them. They measure time: nothing else should run meanwhile.
import { chromium, headless } from './browsers.mjs';
import { install, root, run } from './setup.mjs';

install();
const { runnerImport } = await import('vite');
const load = async (file) => (await runnerImport(`${root}${file}`, { root, logLevel: 'error' })).module;
/** Measures the panel of this build in Chromium. */
async function inChromium(file) {
  const build = ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome', '--mv3'];
  if (run(process.execPath, build, { stdio: ['ignore', 'ignore', 'inherit'] }) !== 0) return false;
  const launch = { extension: `${root}.output/chrome-mv3`, executable: await chromium(), headless: headless() };
  return (await load(file)).run(launch);
}
const measurements = {
  engine: async () => (await load('tests/bench.ts')).run(),
  panel: () => inChromium('tests/e2e/measure.ts'),
  storm: () => inChromium('tests/e2e/storm.ts'),
};
const wanted = process.argv.slice(2);
let held = true;
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`── ${name} ──`);
  held = (await measure()) && held;
}
process.exit(held ? 0 : 1);
