import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it.each([
  ['the page of what is recognised', 'vendors-page'],
  ['the list of vendors', 'vendor-list'],
])('%s is what its script writes', async (_, script) => {
  const file = fileURLToPath(new URL(`../../scripts/${script}.mjs`, import.meta.url));
  await expect(promisify(execFile)(process.execPath, [file, '--check'])).resolves.toBeTruthy();
});
