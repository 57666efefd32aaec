// `npm run screenshots`: pictures of the real panel in real DevTools on the demo site. Every state of the panel in both themes goes to
// .output/screenshots, to be looked at; the README's few go to .github/images.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
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
const { startSite } = await load('tests/e2e/site.ts');
const { panelStates } = await load('tests/e2e/states.ts');
const { until } = await load('tests/e2e/until.ts');

/** Pictures that the README shows, under the names it uses. */
const README = { 'many-light': 'panel-light', 'many-dark': 'panel-dark', 'narrow-light': 'panel-narrow' };
const all = `${root}.output/screenshots/`;
const images = `${root}.github/images/`;
rmSync(all, { recursive: true, force: true });
for (const folder of [all, images]) mkdirSync(folder, { recursive: true });
const started = [];
try {
  const demo = await startDemo(nginx());
  const site = await startSite({ '/nothing': (_, to) => void to.writeHead(503).end() });
  started.push(demo, site);
  const browser = await launchChromium({ extension: `${root}.output/chrome-mv3`, executable: await chromium(), headless: true });
  started.push(browser);
  const stage = { browser, demo, panel: await browser.showPanel(), empty: `${site.origin}/nothing` };
  for (const { name, size, show } of panelStates) {
    await browser.resize(...size);
    await show(stage);
    for (const scheme of ['light', 'dark']) {
      await browser.devtools.emulateMedia({ colorScheme: scheme });
      await until(async () => (await stage.panel.locator('html').getAttribute('data-theme')) === scheme, `the ${scheme} theme`);
      // Colours on their way to others are no one's.
      await stage.panel.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished)));
      const file = `${all}${name}-${scheme}.png`;
      await browser.devtools.screenshot({ path: file });
      const shown = README[`${name}-${scheme}`];
      if (shown !== undefined) copyFileSync(file, `${images}${shown}.png`);
    }
  }
  await browser.page.goto(demo.url);
  await browser.page.locator('html[data-done]').waitFor({ timeout: 60_000 });
  await browser.page.setViewportSize({ width: 1100, height: 800 });
  await browser.page.screenshot({ path: `${images}demo.png` });
  console.log(`Look at ${all} before you commit ${images}`);
} finally {
  for (const it of started.reverse()) await it.close();
}
process.exit(0);
