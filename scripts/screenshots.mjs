// `npm run screenshots`: the README's pictures, from the real panel in real DevTools on the demo site.
import { mkdirSync } from 'node:fs';
import { chromium, nginx } from './browsers.mjs';
import { install, root, run } from './setup.mjs';

install();
const { runnerImport } = await import('vite');
const load = async (file) => (await runnerImport(`${root}${file}`, { root, logLevel: 'error' })).module;
if (
  run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome', '--mv3'], { stdio: ['ignore', 'ignore', 'inherit'] }) !==
  0
)
  process.exit(1);
const { startDemo } = await load('scripts/demo/server.ts');
const { launchChromium } = await load('tests/e2e/chromium.ts');
const { failureCount, openFailure } = await load('tests/e2e/panel.ts');
const { until } = await load('tests/e2e/until.ts');

const folder = `${root}.github/images/`;
mkdirSync(folder, { recursive: true });
const started = [];
try {
  const demo = await startDemo(nginx());
  started.push(demo);
  const browser = await launchChromium({ extension: `${root}.output/chrome-mv3`, executable: await chromium(), headless: true });
  started.push(browser);
  const panel = await browser.showPanel();
  await browser.page.goto(demo.url);
  await browser.page.locator('html[data-done]').waitFor({ timeout: 30_000 });
  await until(async () => (await failureCount(panel)) === demo.failures.length, 'all failures', 30_000);
  const picture = (name) => browser.devtools.screenshot({ path: `${folder}${name}.png` });
  await browser.resize(1280, 800);
  for (const scheme of ['light', 'dark']) {
    await browser.devtools.emulateMedia({ colorScheme: scheme });
    await until(async () => (await panel.locator('html').getAttribute('data-theme')) === scheme, `the ${scheme} theme`);
    await openFailure(panel, '/reports/daily');
    await picture(`panel-${scheme}`);
  }
  await browser.devtools.emulateMedia({ colorScheme: 'light' });
  await browser.resize(500, 800);
  await picture('panel-narrow');
  await browser.page.setViewportSize({ width: 1100, height: 800 });
  await browser.page.screenshot({ path: `${folder}demo.png` });
} finally {
  for (const it of started.reverse()) await it.close();
}
process.exit(0);
