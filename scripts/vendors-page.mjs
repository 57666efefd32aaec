// npm run vendors: writes data/vendors/README.md from the data and the captures. With --check it only compares, and exits 1 when the page is old.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { install, root } from './setup.mjs';

install();
const { module: knowledge } = await runnerImport(`${root}diagnosis/index.ts`);
const { module: tests } = await runnerImport(`${root}tests/captures.ts`);

const verdicts = new Map();
for (const c of tests.captures) {
  const list = verdicts.get(c.truth.issuer) ?? [];
  list.push(tests.judge(c, tests.diagnoseCapture(c)));
  verdicts.set(c.truth.issuer, list);
}
const count = (list, key) => list.filter((v) => v[key]).length;
const all = [...verdicts.values()].flat();
const percent = (key) => ((100 * count(all, key)) / all.length).toFixed(1);

const rows = [...knowledge.vendors]
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  .map((v) => {
    const own = verdicts.get(v.id) ?? [];
    const measured =
      own.length === 0 ? 'documented only' : `${count(own, 'issuer')} / ${count(own, 'failed')} / ${count(own, 'fault')} of ${own.length}`;
    return `| [${v.name}](${v.id}.ts) | ${v.kind} | ${v.onPath.length} | ${v.issued.length} | ${v.codes.length} | ${v.timeouts.length} | ${measured} |`;
  });
const page = `<!-- Written by scripts/vendors-page.mjs: change the data, then run npm run vendors. -->
# What is recognised

${knowledge.vendors.length} components and ${knowledge.statusCodes.length} status codes. On ${all.length} captured responses whose truth is known: issuer right in ${percent('issuer')} %, failed role in ${percent('failed')} %, fault in ${percent('fault')} %, path in ${percent('path')} %; wrong and certain: ${count(all, 'wrongAndCertain')}.

*On the path* marks show that a component handled the response, *issued* marks that it wrote it. The last column counts the captures that the component issued: issuer / role / fault right.

| component | kind | on the path | issued | errors told apart | time limits | right on captures |
| --- | --- | --: | --: | --: | --: | --- |
${rows.join('\n')}
`;

const file = `${root}data/vendors/README.md`;
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
if (process.argv.includes('--check')) {
  if (before !== page) {
    console.error('data/vendors/README.md is older than the data: npm run vendors');
    process.exit(1);
  }
} else writeFileSync(file, page);
