// Finds the programs that the demo and the tests need, and installs them where that can be done without asking.
// For each: what the environment names, else what is installed, else what Playwright downloads, else Debian's package when root.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run } from './setup.mjs';

/** A program is missing and could not be installed. The message says what to do. */
export class Missing extends Error {}

/** true where no window can be opened: in CI, and on Linux without a display. */
export const headless = () =>
  (Boolean(process.env.CI) && process.env.CI !== 'false') ||
  (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);

const isRoot = () => process.getuid?.() === 0;
const isDebian = () => existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');

function onPath(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const name of names)
    for (const folder of folders) {
      const file = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  return undefined;
}

/** What `file --version` prints; empty when it cannot run (a missing library, a wrapper without its program). */
function version(file) {
  // Chrome's Windows build opens a window instead.
  if (process.platform === 'win32') return existsSync(file) ? 'unknown' : '';
  const { status, stdout, stderr } = spawnSync(file, [file.includes('nginx') ? '-v' : '--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? `${stdout}${stderr}`.trim() : '';
}

/** Chrome's own brand ignores --load-extension; Chromium and Chrome for Testing do not. */
const loadsExtensions = (file) => {
  const said = version(file);
  return said !== '' && (!said.includes('Google Chrome') || said.includes('for Testing'));
};
const runs = (file) => version(file) !== '';

const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
const CHROMIUM_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
  ...windows.map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe')),
];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ...windows.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
];

async function playwrightChromium() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

let updated = false;
/** Installs a Debian package as root. false when this is not Debian, not root, or apt fails. */
function apt(name) {
  if (!isDebian() || !isRoot()) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  console.log(`Installing ${name} with apt …`);
  if (!updated) run('apt-get', [...wait, '-qq', 'update'], { env });
  updated = true;
  return (
    run('apt-get', [...wait, '-qq', 'install', '-y', '--no-install-recommends', name], { env, stdio: ['ignore', 'ignore', 'inherit'] }) ===
    0
  );
}

function named(variable, suits) {
  const file = process.env[variable];
  if (!file) return undefined;
  if (suits(file)) return file;
  throw new Missing(
    `${variable}=${file} does not run${variable === 'CHROMIUM' ? ', or is branded Chrome, which ignores --load-extension' : ''}.`,
  );
}

/** The path of a Chromium or Chrome for Testing that loads extensions. Needs the dependencies. Throws Missing. */
export async function chromium() {
  const given = named('CHROMIUM', loadsExtensions);
  if (given) return given;
  const downloaded = await playwrightChromium();
  const found = [downloaded, onPath(['chromium', 'chromium-browser', 'chrome-for-testing']), ...CHROMIUM_PLACES].find(
    (f) => f && existsSync(f) && loadsExtensions(f),
  );
  if (found) return found;
  console.log('No Chromium found: asking Playwright for one …');
  const cli = join(root, 'node_modules/playwright/cli.js');
  if (
    run(process.execPath, [cli, 'install', 'chromium', '--no-shell'], { stdio: ['ignore', 'inherit', 'ignore'] }) === 0 &&
    loadsExtensions(downloaded)
  )
    return downloaded;
  if (apt('chromium')) {
    const installed = onPath(['chromium']);
    if (installed && loadsExtensions(installed)) return installed;
  }
  throw new Missing(
    [
      'No Chromium, and none could be installed. Do one of these, then run the command again:',
      '  npx playwright install --with-deps chromium',
      '  sudo apt-get update && sudo apt-get install chromium   (Debian)',
      '  CHROMIUM=/path/to/chromium npm start                   (Chromium or Chrome for Testing; branded Chrome cannot load the extension)',
    ].join('\n'),
  );
}

/** The path of Firefox. Throws Missing. */
export function firefox() {
  const given = named('FIREFOX', runs);
  if (given) return given;
  const names = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
  const find = () => [onPath(names), ...FIREFOX_PLACES].find((f) => f && existsSync(f) && runs(f));
  const found = find() ?? (apt('firefox-esr') ? find() : undefined);
  if (found) return found;
  throw new Missing(
    [
      'No Firefox, and none could be installed. Do one of these, then run the command again:',
      '  sudo apt-get update && sudo apt-get install firefox-esr   (Debian)',
      '  install Firefox from https://www.mozilla.org/firefox/',
      '  FIREFOX=/path/to/firefox npm test',
    ].join('\n'),
  );
}

/** The path of nginx, or null: the demo then uses another proxy and says so. */
export function nginx() {
  const given = named('NGINX', runs);
  if (given) return given;
  const found = onPath(['nginx']);
  if (found && runs(found)) return found;
  if (!apt('nginx')) return null;
  // The package starts a server on port 80 where systemd runs; only the program is wanted.
  if (existsSync('/run/systemd/system')) spawnSync('systemctl', ['disable', '--now', 'nginx']);
  const installed = onPath(['nginx']);
  return installed && runs(installed) ? installed : null;
}

/** The path of curl, which runs the commands that reports hold. Throws Missing. */
export function curl() {
  const find = () => onPath(['curl']);
  const found = find() ?? (apt('curl') ? find() : undefined);
  if (found) return found;
  throw new Missing('No curl, and it could not be installed. Install it (Debian: sudo apt-get install curl), then run the command again.');
}

/** Name and version of the system, for the top of a log. */
export function platform() {
  const name = existsSync('/etc/os-release')
    ? /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
    : process.platform;
  return `${name}, Node ${process.version}`;
}
