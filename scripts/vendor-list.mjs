// Writes data/vendors/index.ts from the files beside it: one line per vendor, sorted by id. --check fails when it is not as written.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../data/vendors/', import.meta.url);
const ids = readdirSync(folder)
  .filter((f) => f.endsWith('.ts') && f !== 'index.ts')
  .map((f) => f.slice(0, -3))
  .sort();
const camel = (id) => id.replace(/-([a-z0-9])/g, (_, c) => c.toUpperCase());
const lines = [
  `import type { Vendor } from '../../diagnosis/types';`,
  ...ids.map((id) => `import { ${camel(id)} } from './${id}';`),
  '',
  '/** Every vendor the project knows. Written by scripts/vendor-list.mjs: add a file, run it. */',
  `export const vendors: readonly Vendor[] = [\n${ids.map((id) => `  ${camel(id)},`).join('\n')}\n];`,
  '',
];
const file = new URL('index.ts', folder);
if (!process.argv.includes('--check')) writeFileSync(file, lines.join('\n'));
else if (readFileSync(file, 'utf8') !== lines.join('\n')) {
  console.error('data/vendors/index.ts is not what scripts/vendor-list.mjs writes: run it, and name what each file exports after the file');
  process.exit(1);
}
