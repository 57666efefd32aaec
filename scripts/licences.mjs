// npm run licences: writes public/licences.md, which goes into the packages: the licences of everything that is built into them, as they ask
// for. With --check it only compares, and exits 1 when the list is old.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { install, root } from './setup.mjs';

install();
const read = (file) => JSON.parse(readFileSync(`${root}${file}`, 'utf8'));
const lock = read('package-lock.json').packages;

/** Where the lock file has a package, as seen from another one. */
function place(name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (candidate in lock) return candidate;
    if (at === '') throw new Error(`${name} is not in package-lock.json`);
  }
}

/** Everything that the extension's own dependencies bring along. */
function runtime() {
  const found = new Set();
  const add = (from) => {
    for (const name of Object.keys(lock[from].dependencies ?? {})) {
      const at = place(name, from);
      if (found.has(at)) continue;
      found.add(at);
      add(at);
    }
  };
  add('');
  return [...found].sort();
}

const sections = runtime().map((at) => {
  const { name, version, license } = read(`${at}/package.json`);
  const file = readdirSync(`${root}${at}`).find((f) => /^licen[cs]e(\.\w+)?$/i.test(f));
  if (license === undefined || file === undefined) throw new Error(`${name} names no licence: look at ${at}`);
  const address = `https://www.npmjs.com/package/${name}/v/${version}`;
  return {
    line: `| [${name}](${address}) | ${version} | ${license} |`,
    text: `## ${name}\n\n\`\`\`text\n${readFileSync(`${root}${at}/${file}`, 'utf8').trim()}\n\`\`\``,
  };
});
const page = `<!-- Written by scripts/licences.mjs: npm run licences. -->
# Licences

5xx Inspector is under the MIT licence, at the end. Built into it, unchanged:

| package | version | licence |
| --- | --- | --- |
${sections.map((s) => s.line).join('\n')}

${sections.map((s) => s.text).join('\n\n')}

## 5xx Inspector

\`\`\`text
${readFileSync(`${root}LICENSE`, 'utf8').trim()}
\`\`\`
`;

const file = `${root}public/licences.md`;
if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('public/licences.md is older than package-lock.json: npm run licences');
  process.exit(1);
}
