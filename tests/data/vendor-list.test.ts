import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('the list of vendors is what the script writes: a new vendor breaks none', async () => {
  const script = fileURLToPath(new URL('../../scripts/vendor-list.mjs', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeTruthy();
});
