// npm run zip: the packages for both stores, and the source package that Mozilla's reviewers build. The same files give the same bytes
// (WXT sorts the entries and gives none a time), so that anyone can build what a store serves and compare.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { install, root, run } from './setup.mjs';

install();
const output = `${root}.output/`;
// A NODE_ENV from outside would change what Vite builds.
const env = { ...process.env, NODE_ENV: 'production' };
const packages = () => (existsSync(output) ? readdirSync(output).filter((file) => file.endsWith('.zip')) : []);
for (const old of packages()) rmSync(`${output}${old}`);
for (const target of [['chrome', '--mv3'], ['firefox']])
  if (
    run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'zip', '-b', ...target], { stdio: ['ignore', 'ignore', 'inherit'], env }) !== 0
  )
    process.exit(1);
for (const file of packages().sort()) {
  const bytes = readFileSync(`${output}${file}`);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(`${sum}  .output/${file}  (${Math.ceil(bytes.length / 1024)} KB)`);
}
