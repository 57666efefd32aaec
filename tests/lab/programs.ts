import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute } from 'node:path';
import { apps } from './apps';
import { fronts } from './fronts';

/** Debian keeps servers where an ordinary user's PATH does not look. */
const PATHS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];

/** Whether a program can be run. `php-fpm` stands for any version of it. */
function has(program: string): boolean {
  if (program === 'node') return true;
  const versioned = new RegExp(`^${program}[\\d.]*$`);
  return isAbsolute(program)
    ? existsSync(program)
    : PATHS.some((folder) => existsSync(folder) && readdirSync(folder).some((name) => versioned.test(name)));
}

const modules = new Map<string, boolean>();
/** Whether Debian's Python finds a module. */
function pythonHas(module: string): boolean {
  const known = modules.get(module);
  if (known !== undefined) return known;
  const code = `import importlib.util, sys; sys.exit(importlib.util.find_spec('${module}') is None)`;
  const found = spawnSync('/usr/bin/python3', ['-c', code]).status === 0;
  modules.set(module, found);
  return found;
}

/** What the lab runs: a program, or a Python module, and the packages that bring it. */
interface Needed {
  readonly id: string;
  readonly program: string;
  readonly packages: readonly string[];
}
/** Modules of the applications in Python, by the application's id. */
const MODULES: Readonly<Record<string, readonly string[]>> = { flask: ['flask'], fastapi: ['fastapi', 'uvicorn'] };

/** Whether this cannot be started on this machine. */
export const isMissing = (x: Needed): boolean => !has(x.program) || (MODULES[x.id] ?? []).some((m) => !pythonHas(m));

/** Installed packages start their services, which are not wanted here; invoke-rc.d(8) asks this file before it does. */
const POLICY = '/usr/sbin/policy-rc.d';

/** Installs what is missing where it may: on Debian as root. What is missing afterwards, `isMissing` says. */
export function installPrograms(): void {
  process.env['PATH'] = PATHS.join(delimiter);
  const missing = [
    ...new Set([...[...fronts, ...apps].filter(isMissing).flatMap((x) => x.packages), ...(has('openssl') ? [] : ['openssl'])]),
  ];
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !has('apt-get')) return;
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    spawnSync('apt-get', [...wait, 'update', '-qq'], { env, stdio: 'inherit' });
    const options = ['-y', '-qq', '--no-install-recommends'];
    spawnSync('apt-get', [...wait, 'install', ...options, ...missing], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    modules.clear();
  } finally {
    if (ours) rmSync(POLICY);
  }
}
