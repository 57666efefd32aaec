import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { orderImports } from '../../scripts/order-vendors';

test('imports stand by kind, then by name; the rest stays', () => {
  const code = `import { a } from './a';\nimport { b } from './b';\nimport { c } from './c';\n\nexport const vendors = [a, b, c];\n`;
  expect(orderImports(code, (file) => (file === 'b' ? 'cdn' : 'proxy'))).toBe(
    `import { b } from './b';\nimport { a } from './a';\nimport { c } from './c';\n\nexport const vendors = [a, b, c];\n`,
  );
});

test('no vendor is lost', () => {
  const code = readFileSync(fileURLToPath(new URL('../../data/vendors/index.ts', import.meta.url)), 'utf8');
  const lines = (text: string): readonly string[] => text.split('\n').sort();
  const ordered = orderImports(code, (file) => String(file.length));
  expect(ordered).not.toBe(code);
  expect(lines(ordered)).toEqual(lines(code));
});
