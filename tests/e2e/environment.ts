import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Set by scripts/test.mjs. */
const { CHROMIUM, FIREFOX, NGINX, HEADLESS } = process.env;

function wanted(name: string, value: string | undefined): string {
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run the browser tests with "npm run e2e", which finds the browsers.`);
  return value;
}
function built(folder: string): string {
  const path = fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
  if (!existsSync(`${path}/manifest.json`)) throw new Error(`The extension is not built: run "npm run build".`);
  return path;
}

/** How Chromium is launched in tests. */
export const inChromium = { extension: built('chrome-mv3'), executable: wanted('CHROMIUM', CHROMIUM), headless: Boolean(HEADLESS) };
/** How Firefox is launched in tests. */
export const inFirefox = { extension: built('firefox-mv3'), executable: wanted('FIREFOX', FIREFOX), headless: Boolean(HEADLESS) };
/** nginx's path, or null. */
export const nginx = NGINX || null;
