import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './built';
import { unzip } from './zip';

const work = mkdtempSync(join(tmpdir(), '5xx-inspector-packages-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function node(folder: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
}
const linkModules = (folder: string): void => symlinkSync(`${root}node_modules`, join(folder, 'node_modules'), 'junction');

/** A checkout of its own of the files as they are now, in another place, all with another time. */
function checkout(name: string, time: Date): string {
  const folder = join(work, name);
  const skipped = new Set(['node_modules', '.output', '.wxt', '.git', 'captures']);
  cpSync(root, folder, { recursive: true, filter: (path) => !skipped.has(basename(path)) });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) utimesSync(join(folder, file), time, time);
  linkModules(folder);
  return folder;
}
const packages = (folder: string): readonly string[] => readdirSync(join(folder, '.output')).filter((file) => file.endsWith('.zip'));
const bytes = (folder: string, file: string): Buffer => readFileSync(join(folder, '.output', file));

let one = '';
let other = '';
beforeAll(() => {
  one = checkout('one', new Date('2024-02-29T12:00:00Z'));
  other = checkout('another, with a longer name', new Date('2026-07-01T00:00:02Z'));
  node(one, 'scripts/zip.mjs');
  node(other, 'scripts/zip.mjs');
}, 240_000);

test('two checkouts give the same packages, byte by byte', () => {
  expect(packages(one).map((file) => file.replace(/-[\d.]+-/, '-').replace('.zip', ''))).toEqual([
    '5xx-inspector-chrome',
    '5xx-inspector-firefox',
    '5xx-inspector-sources',
  ]);
  expect(packages(other)).toEqual(packages(one));
  for (const file of packages(one)) expect(bytes(other, file).equals(bytes(one, file)), file).toBe(true);
});

test('no entry of a package tells when it was made, and all are in order', () => {
  for (const file of packages(one)) {
    const entries = unzip(bytes(one, file));
    expect(entries.length).toBeGreaterThan(5);
    for (const entry of entries) expect(entry.modified, entry.name).toBe(0);
    const names = entries.map((entry) => entry.name);
    expect(names).toEqual([...names].sort());
  }
});

test('the source package builds to the Firefox package', () => {
  const [source, firefox] = ['sources', 'firefox'].map((kind) => packages(one).find((file) => file.includes(kind)) ?? '') as [
    string,
    string,
  ];
  const folder = join(work, 'source package');
  for (const { name, bytes } of unzip(readFileSync(join(one, '.output', source)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  linkModules(folder);
  node(folder, 'scripts/zip.mjs');
  expect(bytes(folder, firefox).equals(bytes(one, firefox))).toBe(true);
}, 240_000);
