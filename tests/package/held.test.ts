import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from './built';

test('the table of what hostile pages try is as new as their tests', () => {
  // Its vitest is its own, not a part of this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const { status, stderr } = spawnSync(process.execPath, [`${root}scripts/held.mjs`, '--check'], { encoding: 'utf8', env });
  expect(status, stderr).toBe(0);
});
