import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
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

const pythonHas = (module: string): boolean => {
  try {
    execFileSync('/usr/bin/python3', ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Debian packages that the lab wants and this machine lacks. */
export function missingPackages(): string[] {
  const wanted = [...fronts, ...apps].filter((x) => !has(x.program)).flatMap((x) => x.packages);
  if (!has('openssl')) wanted.push('openssl');
  if (!pythonHas('flask')) wanted.push('python3-flask');
  if (!pythonHas('fastapi')) wanted.push('python3-fastapi');
  if (!pythonHas('uvicorn')) wanted.push('python3-uvicorn');
  return [...new Set(wanted)];
}

/**
 * Installs what is missing where it may: on Debian as root. Returns what is still missing afterwards, for the report to name.
 * Services that a package starts by itself are not wanted: a policy file forbids it while apt runs.
 */
export function installPrograms(): string[] {
  process.env['PATH'] = PATHS.join(delimiter);
  const missing = missingPackages();
  if (missing.length === 0 || process.getuid?.() !== 0 || !has('apt-get')) return missing;
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return missingPackages();
}
