// `npm start`: the extension in a real browser, on a site that fails in real ways. With a display the browser stays open until it is closed;
// without one the panel is driven, and what it says of each failure is printed.
import { mkdirSync } from 'node:fs';
import { chromium, headless, Missing, nginx } from './browsers.mjs';
import { install, root, run } from './setup.mjs';

install();
const { runnerImport } = await import('vite');
/** Loads a TypeScript module of the project. */
const load = async (file) => (await runnerImport(`${root}${file}`, { root, logLevel: 'error' })).module;

let executable;
try {
  executable = await chromium();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exit(1);
}
console.log('Building …');
if (
  run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome', '--mv3'], { stdio: ['ignore', 'ignore', 'inherit'] }) !==
  0
)
  process.exit(1);

const { startDemo } = await load('scripts/demo/server.ts');
const { launchChromium } = await load('tests/e2e/chromium.ts');
const { card, copySummary, failureCount, openFailure } = await load('tests/e2e/panel.ts');
const { until } = await load('tests/e2e/until.ts');

const started = [];
const interrupted = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('interrupted'));
});

/** Reads every failure from the panel, as a person would: click, copy, paste. */
async function readAll(browser, panel, demo) {
  await browser.resize(1280, 800);
  await until(async () => (await failureCount(panel)) >= demo.failures.length, `${demo.failures.length} failures in the panel`, 30_000);
  const pictures = `${root}.output/start/`;
  mkdirSync(pictures, { recursive: true });
  for (const { name, host, path } of demo.failures) {
    const label = host.split('.')[0];
    await openFailure(panel, new RegExp(`${path.split('?')[0]}.*${host}`, 's'));
    const summary = await copySummary(browser, panel);
    console.log(`\n──────── ${name} ────────\n\n${summary.trim()}`);
    await browser.devtools.screenshot({ path: `${pictures}${label}${path.replaceAll(/\W+/g, '-')}.png` });
  }
  await browser.page.screenshot({ path: `${pictures}demo-page.png`, fullPage: true });
  console.log(`\n${demo.failures.length} failures, each read from the panel; real proxy: ${demo.proxy}. Pictures: .output/start/`);
}

async function main() {
  const demo = await startDemo(nginx());
  started.push(demo);
  const browser = await launchChromium({ extension: `${root}.output/chrome-mv3`, executable, headless: headless() });
  started.push(browser);
  await browser.extensionReady();
  const panel = await browser.showPanel();
  await browser.page.goto(demo.url);
  await browser.page.locator('html[data-done]').waitFor({ timeout: 30_000 });
  if (headless()) return readAll(browser, panel, demo);
  await until(async () => (await failureCount(panel)) >= demo.failures.length, `${demo.failures.length} failures in the panel`, 30_000);
  const [first] = demo.failures;
  await openFailure(panel, first.path);
  await card(panel).waitFor();
  console.log(`The demo is at ${demo.url}, behind ${demo.proxy}. Close the browser to end.`);
  const closed = new Promise((resolve) => browser.page.once('close', resolve));
  await Promise.race([browser.ended, closed]);
}

let code = 0;
try {
  if ((await Promise.race([main(), interrupted])) === 'interrupted') code = 130;
} catch (error) {
  console.error(error);
  code = 1;
} finally {
  for (const it of started.reverse()) await it.close();
}
process.exit(code);
