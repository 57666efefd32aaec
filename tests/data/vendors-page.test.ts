import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('the page of what is recognised is as new as the data and the captures', async () => {
  const script = fileURLToPath(new URL('../../scripts/vendors-page.mjs', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeTruthy();
});
