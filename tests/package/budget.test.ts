import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Built, extensions, root, startup } from './built';

/** In KB of 1000 bytes, gzip: see "budget" in package.json. */
interface Budget {
  readonly devtoolsPage: number;
  readonly panelStart: number;
  readonly total: number;
}
const { budget } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { readonly budget: Budget };

const size = ({ files }: Built, names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length, 0) / 1000;

describe.each(extensions.map((x) => [x.browser, x] as const))('the extension for %s', (_, extension) => {
  test('starts the page that every DevTools window loads with little code', () => {
    const names = startup(extension, 'devtools.html');
    expect(names.length).toBeGreaterThan(0);
    expect(size(extension, names), names.join(', ')).toBeLessThanOrEqual(budget.devtoolsPage);
  });

  test('draws the panel from little code', () => {
    const names = startup(extension, 'panel.html');
    expect(names.length).toBeGreaterThan(0);
    expect(size(extension, names), names.join(', ')).toBeLessThanOrEqual(budget.panelStart);
  });

  test('is small as a whole', () => {
    expect(size(extension, extension.files.keys())).toBeLessThanOrEqual(budget.total);
  });

  test('keeps the knowledge of vendors out of the page that every DevTools window loads', () => {
    for (const name of startup(extension, 'devtools.html')) expect(String(extension.files.get(name))).not.toContain('cloudflare');
  });
});
