import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRace, type Row } from './report';

const captures = fileURLToPath(new URL('../captures/', import.meta.url));
const PREFIX = 'lab-';
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Writes one capture for each response that differs, per stack, in place of the lab's captures of before. With healthy responses where
 * there were some. Returns how many.
 */
export function saveCaptures(rows: readonly Row[]): number {
  for (const file of readdirSync(captures, { recursive: true, encoding: 'utf8' }))
    if (/(?:^|[/\\])lab-[^/\\]*\.json$/.test(file)) rmSync(join(captures, file));
  const chosen = new Map<string, Row>();
  for (const r of rows) {
    if (isRace(r)) continue;
    const key = `${r.target.name}\n${r.signature}`;
    const known = chosen.get(key);
    if (known === undefined || (r.healthy !== null && known.healthy === null)) chosen.set(key, r);
  }
  for (const r of chosen.values()) {
    const { exchange: e, truth, probe } = r;
    const ways = [probe.method === 'GET' ? '' : probe.method, probe.scheme === 'https' ? 'h2' : '', probe.cross ? 'cross' : ''];
    const id = `${PREFIX}${slug([r.target.name, probe.injected.replace(/\/ok$/, '').replace(/^app\//, ''), ...ways].join(' '))}`;
    const pairs = (list: typeof e.responseHeaders) => list.map((h) => [h.name, h.value]);
    const capture = {
      id,
      source: `lab: ${r.target.name}, ${r.injected.what}`,
      kind: 'measured',
      request: { method: e.method, url: e.url, headers: pairs(e.requestHeaders) },
      response: { status: e.status, statusText: e.reason, httpVersion: e.httpVersion, headers: pairs(e.responseHeaders), body: e.body },
      timeMs: e.timeMs === null ? null : Math.round(e.timeMs),
      ttfbMs: e.timings.wait === null ? null : Math.round(e.timings.wait),
      ...(r.healthy === null ? {} : { baseline: r.healthy }),
      truth: { ...truth, basis: `Injected: ${r.injected.what}.` },
      lab: { injected: r.injected.what, visible: r.injected.visible, hidden: r.injected.hidden, sameSignatureFaults: r.twins },
    };
    const folder = join(captures, truth.issuer);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${id}.json`), `${JSON.stringify(capture, null, 1)}\n`);
  }
  return chosen.size;
}
