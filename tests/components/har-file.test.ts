import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../components/har-file';

const entries = Array.from({ length: 2000 }, (_, i) => ({ n: i, text: `Grüße „${i}“ `.repeat(20) }));
const json = JSON.stringify({ log: { version: '1.2', pages: [{ id: 'page_1' }], entries } });

async function read(parts: BlobPart[], signal = new AbortController().signal, onEntry: (n: number) => void = () => undefined) {
  const list: unknown[] = [];
  const progress: number[] = [];
  const file = new Blob(parts);
  const sink = {
    entry(e: unknown) {
      list.push(e);
      onEntry(list.length);
    },
    page: () => undefined,
    progress: (bytes: number) => void progress.push(bytes),
  };
  return { ...(await readHar(file, sink, signal)), list, progress, size: file.size };
}

describe('a HAR file', () => {
  it.each([
    ['plain', [json]],
    ['with a byte order mark', ['\ufeff', json]],
    ['in UTF-16', [Buffer.from(`\ufeff${json}`, 'utf16le')]],
    ['gzip', [gzipSync(json)]],
  ])('is read %s', async (_, parts) => {
    const { list, progress, size, ...end } = await read(parts);
    expect(list).toEqual(entries);
    expect(end).toEqual({ entries: 2000, skipped: 0, problem: null, stopped: false });
    for (const bytes of progress) expect(bytes).toBeLessThanOrEqual(size);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it.each([
    ['empty', [''], 'empty'],
    ['white space', [' \n '], 'empty'],
    ['zip', ['PK\x03\x04....'], 'zip'],
    ['markup', ['<!doctype html><p>{"log":{"entries":[]}}'], 'markup'],
    ['something else', ['hello'], 'not-json'],
    ['JSON without entries', ['{"log":{}}'], 'no-entries'],
  ] as const)('that is %s is said to be', async (_, parts, problem) => {
    expect(await read([...parts])).toMatchObject({ problem, entries: 0 });
  });

  it('that was cut off gives what it has', async () => {
    const cut = await read([json.slice(0, json.length / 2)]);
    expect(cut.problem).toBe('cut-off');
    expect(cut.entries).toBeGreaterThan(900);
    expect(cut.list).toEqual(entries.slice(0, cut.entries));
  });

  it('that was cut off inside gzip gives what it has', async () => {
    // Random text, so that half of the bytes hold about half of the entries.
    const noise = Array.from({ length: 2000 }, (_, i) => ({
      i,
      x: Buffer.from(`${i * 7919}${(i * 104729) % 99991}`)
        .toString('base64')
        .repeat(9),
    }));
    const whole = gzipSync(JSON.stringify({ log: { entries: noise } }));
    const cut = await read([whole.subarray(0, Math.floor(whole.length / 2))]);
    expect(cut.problem).toBe('bad-gzip');
    expect(cut.entries).toBeGreaterThan(0);
    expect(cut.list).toEqual(noise.slice(0, cut.entries));
  });

  it('with rubbish behind the gzip stream is whole', async () => {
    expect(await read([gzipSync(json), 'rubbish'])).toMatchObject({ problem: null, entries: 2000 });
  });

  it('stops when told to, and keeps what came before', async () => {
    const stop = new AbortController();
    const large = JSON.stringify({ log: { entries: Array.from({ length: 5 }, () => entries).flat() } });
    const { stopped, problem, list } = await read([large], stop.signal, (n) => n === 50 && stop.abort());
    expect({ stopped, problem }).toEqual({ stopped: true, problem: null });
    expect(list.length).toBeGreaterThanOrEqual(50);
    expect(list.length).toBeLessThan(10_000);
  });

  it('lets others have a turn while it reads', async () => {
    const many = Array.from({ length: 10 }, () => json.slice(json.indexOf('[{"n"') + 1, -3));
    const whole = `{"log":{"entries":[${many.join(',')}]}}`;
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const { entries: count } = await read([whole]);
    clearInterval(timer);
    expect(count).toBe(20_000);
    expect(turns).toBeGreaterThan(1);
  });

  it('that cannot be read is said to be', async () => {
    const gone = new Blob(['{}']);
    gone.slice = () => {
      throw new DOMException('changed on disk', 'NotReadableError');
    };
    expect(
      await readHar(gone, { entry: () => undefined, page: () => undefined, progress: () => undefined }, AbortSignal.timeout(9999)),
    ).toMatchObject({ problem: 'unreadable' });
  });
});
