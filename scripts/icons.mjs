// Renders public/icon/*.png from public/icon/icon.svg with Chromium.
import { readFileSync } from 'node:fs';
import { chromium as playwright } from 'playwright';
import { chromium } from './browsers.mjs';
import { root } from './setup.mjs';

const svg = readFileSync(`${root}public/icon/icon.svg`, 'utf8');
const browser = await playwright.launch({ executablePath: await chromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  for (const size of [16, 32, 48, 96, 128]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
    await page.screenshot({ path: `${root}public/icon/${size}.png`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
