// npm run new-vendor -- <id> ["Name"]: writes data/vendors/<id>.ts and the folder of its captures, and puts it into the list.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { root, run } from './setup.mjs';

const [id = '', name = id] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
  console.error('usage: npm run new-vendor -- acme-gateway "Acme Gateway"   (the id is kebab-case)');
  process.exit(1);
}
const file = `${root}data/vendors/${id}.ts`;
if (existsSync(file)) {
  console.error(`data/vendors/${id}.ts is there already`);
  process.exit(1);
}
const constant = id.replace(/-([a-z0-9])/g, (_, c) => c.toUpperCase());
const today = new Date().toISOString().slice(0, 10);
writeFileSync(
  file,
  `import type { Vendor } from '../../diagnosis/types';

const cited = { source: 'https://docs.example.com/errors', verified: '${today}' } as const;

export const ${constant}: Vendor = {
  id: '${id}',
  name: ${JSON.stringify(name)},
  kind: 'gateway',
  depth: 3,
  // Shows that it is on the way. Presence never blames.
  onPath: [{ when: { header: 'x-${id}-id' }, says: '\`x-${id}-id\` stands on everything that passes ${name}', documented: true, ...cited }],
  // Shows that it wrote this very response: its own page, or a header that only its own answers carry.
  issued: [{ when: { body: 'the text of its own error page' }, strength: 'strong', says: "The body is ${name}'s own page", documented: true, ...cited }],
  // Its error table: the first row that holds wins, so the last takes every status.
  codes: [
    {
      role: 'gateway',
      fault: 'unknown',
      confidence: 'unknown',
      cause: '${name} answered; its page does not say why.',
      look: '${name}: its log at this time',
      documented: true,
      ...cited,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search the log of ${name} for \`{path}\` between {from} and {to}' }],
};
`,
);
mkdirSync(`${root}tests/captures/${id}`, { recursive: true });
const code = run(process.execPath, ['scripts/vendor-list.mjs']);
console.log(
  `data/vendors/${id}.ts is written and in the list. Its captures go into tests/captures/${id}/: npm run capture -- file.har ${id}`,
);
process.exitCode = code;
