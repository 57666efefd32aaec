// npm run capture -- file.har [issuer]: every 5xx of a HAR becomes a capture without secrets, tests/captures/<issuer>/<issuer>-<status>-<n>.json.
// The truth is left `unknown`: whoever adds it knows it, and writes on what it rests.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { install, root } from './setup.mjs';

const [file, issuer = 'unknown'] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: npm run capture -- file.har [issuer]');
  process.exit(1);
}
install();
const { module: engine } = await runnerImport(`${root}diagnosis/index.ts`);

let entries;
try {
  entries = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).log.entries;
} catch (error) {
  console.error(`${file} is no HAR: ${error.message}`);
  process.exit(1);
}

const folder = `${root}tests/captures/${issuer}`;
mkdirSync(folder, { recursive: true });
const pairs = (fields) => engine.redactHeaders(fields).map(({ name, value }) => [name, value]);
let written = 0;
for (const entry of Array.isArray(entries) ? entries : []) {
  const content = entry?.response?.content;
  const text = typeof content?.text === 'string' ? content.text : null;
  const body = text !== null && content.encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
  const e = engine.exchangeFromHar(entry, body);
  if (e.status < 500 || e.status > 599) continue;
  let n = 1;
  const id = () => `${issuer}-${e.status}-${String(n).padStart(2, '0')}`;
  while (existsSync(`${folder}/${id()}.json`)) n++;
  const said = engine.diagnose(e);
  const capture = {
    id: id(),
    source: 'https://',
    kind: 'capture',
    request: { method: e.method, url: engine.redactUrl(e.url), headers: pairs(e.requestHeaders) },
    response: {
      status: e.status,
      statusText: e.reason,
      httpVersion: e.httpVersion,
      headers: pairs(e.responseHeaders),
      body: e.body === null ? null : engine.redactBody(e.body),
    },
    timeMs: e.timeMs,
    ttfbMs: e.timings.wait,
    truth: { issuer, issuerAlso: [], failed: 'unknown', failedAlso: [], fault: 'unknown', faultAlso: [], path: [], basis: '' },
  };
  writeFileSync(`${folder}/${capture.id}.json`, `${JSON.stringify(capture, null, 1)}\n`);
  written++;
  console.log(`${capture.id}: ${said.verdict} (${said.issuer.id}, ${said.issuer.confidence}; ${said.failed.role}, ${said.fault.type})`);
}
console.log(
  written === 0
    ? 'No response from 500 to 599 in it.'
    : `${written} written to tests/captures/${issuer}/. Now read each, and fill in source and truth.`,
);
