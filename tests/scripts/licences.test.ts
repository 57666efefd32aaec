import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the list of licences is that of the lock file', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/licences.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('what is built in may be passed on under its licence, and is of exactly one version', () => {
  const list = readFileSync(`${root}public/licences.md`, 'utf8');
  for (const [, licence] of list.matchAll(/^\| \[.*\| ([^|]+) \|$/gm)) expect(['MIT', 'MPL-2.0', 'ISC', 'Apache-2.0']).toContain(licence);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  for (const name of Object.keys(dependencies)) expect(list).toContain(`## ${name}\n`);
});

test('nothing that is built in needs a script to install', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>;
  };
  expect(Object.entries(packages).filter(([, p]) => p.hasInstallScript === true && p.dev !== true)).toEqual([]);
});
