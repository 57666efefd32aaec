// npm run storm [-- requests]: 20,000 requests, every fourth a failure, as fast as Chromium delivers them, against the panel. Exit code 1
// when a bound does not hold. It measures time: nothing else should run meanwhile.
import { chromium, headless } from './browsers.mjs';
import { install, root, run } from './setup.mjs';

install();
const { runnerImport } = await import('vite');
const requests = Number(process.argv[2] ?? 20_000);
if (run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome', '--mv3'], { stdio: 'ignore' }) !== 0) process.exit(1);
const { module } = await runnerImport(`${root}tests/e2e/storm.ts`, { root, logLevel: 'error' });
const launch = { extension: `${root}.output/chrome-mv3`, executable: await chromium(), headless: headless() };

let broken = 0;
const say = (what, value, holds) => {
  console.log(`${holds ? 'holds ' : 'BROKEN'}  ${what}: ${value}`);
  if (!holds) broken++;
};
const { took, counts, clicks, memory } = await module.storm(launch, requests);
const p95 = clicks.toSorted((a, b) => a - b)[Math.floor(clicks.length * 0.95)];
const wanted = Math.floor(requests / 4);
console.log(`${requests} requests in ${(took / 1000).toFixed(1)} s, ${Math.round((requests / took) * 1000)} a second`);
say(`requests counted of ${requests} and the page`, counts.requests, counts.requests === requests + 1);
say(`failures kept of ${wanted} (bound 10,000)`, counts.failures, counts.failures === Math.min(wanted, 10_000));
say('failures dropped and counted past the bound', counts.dropped, counts.dropped === wanted - counts.failures);
say('bodies read in time', counts.bodies, counts.bodies === counts.failures);
say('heap of the extension after it, MB (bound 150)', (memory / 1024 / 1024).toFixed(1), memory < 150 * 1024 * 1024);
say(`click to card during it, p95 of ${clicks.length}, ms (bound 200)`, p95.toFixed(0), p95 <= 200);
const slower = await module.slowdown(launch, Math.ceil(requests / 20), 7);
say('longer that the page takes with the extension, % (bound 5)', ((slower - 1) * 100).toFixed(1), slower <= 1.05);
process.exitCode = broken === 0 ? 0 : 1;
