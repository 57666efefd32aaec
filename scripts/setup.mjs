// Installs what is missing. Node built-ins only: it runs on a fresh clone, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the project's root with its output shown. Returns the exit code; 127 when it cannot be started. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 127;
}

/** A folder that belongs to another checkout: npm ci would empty it for both. */
const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** `npm ci` when the lock file is not the one that was installed last, then WXT's generated types. Exits on failure. */
export function install() {
  const stamp = `${root}node_modules/.installed`;
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (isLink(`${root}node_modules`)) console.log('node_modules is a link: used as it is, nothing is installed through it.');
  else if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log('Installing dependencies …');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    const code = npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
    if (code !== 0) {
      console.error('npm ci failed: see above. It needs the npm registry.');
      process.exit(1);
    }
    writeFileSync(stamp, wanted);
  }
  if (!existsSync(`${root}.wxt/tsconfig.json`) && run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'prepare']) !== 0) process.exit(1);
}
