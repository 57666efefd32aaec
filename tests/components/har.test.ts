import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHarScanner, type HarScan, MAX_STRING } from '../../components/har';

/** What a scanner finds in these pieces. */
function scan(...pieces: string[]): HarScan & { readonly list: unknown[]; readonly pages: unknown[] } {
  const list: unknown[] = [];
  const pages: unknown[] = [];
  const scanner = createHarScanner({ entry: (e) => void list.push(e), page: (p) => void pages.push(p) });
  for (const piece of pieces) scanner.push(piece);
  return { ...scanner.scan(), list, pages };
}

/** Deep enough to nest, small enough for hundreds of runs. */
const json = () => fc.jsonValue({ maxDepth: 2 });
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\"{}[\],:a]*$/));
const object = fc.dictionary(text, json());
const entry = fc.record({
  startedDateTime: text,
  request: object,
  response: fc.record({ status: fc.nat(), content: object }),
  _x: json(),
});
const har = fc
  .record({
    version: text,
    creator: object,
    pages: fc.array(object, { maxLength: 3 }),
    entries: fc.array(entry, { maxLength: 6 }),
    comment: fc.oneof(text, fc.constantFrom('"entries":[{}]', '\\"entries\\":[{"a":1}]')),
    tail: json(),
  })
  .chain((log) =>
    fc
      .shuffledSubarray(Object.keys(log), { minLength: 6 })
      .map((keys) => Object.fromEntries(keys.map((k) => [k, log[k as keyof typeof log]]))),
  )
  .chain((log) => fc.record({ log: fc.constant(log), indent: fc.constantFrom(undefined, 2, '\t'), more: json() }))
  .map(({ log, indent, more }) => ({
    log: log as { entries: unknown[]; pages: unknown[] },
    json: JSON.stringify({ more, log, _after: more }, null, indent),
  }));
/** Cuts the text at these places. */
const cut = (whole: string, places: readonly number[]): string[] => {
  const at = [...new Set(places.map((p) => p % (whole.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => whole.slice(from, at[i] ?? whole.length));
};

describe('the HAR scanner', { timeout: 60_000 }, () => {
  it('finds the entries and pages that JSON.parse finds, however the text is cut', () => {
    fc.assert(
      fc.property(har, fc.array(fc.nat(), { maxLength: 40 }), ({ log, json }, places) => {
        const parsed = (JSON.parse(json) as { log: typeof log }).log;
        const found = scan(...cut(json, places));
        expect(found.list).toEqual(parsed.entries);
        expect(found.pages).toEqual(parsed.pages);
        expect(found).toMatchObject({
          entries: parsed.entries.length,
          unreadable: 0,
          json: true,
          empty: false,
          found: true,
          complete: true,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same one character at a time', () => {
    fc.assert(
      fc.property(har, ({ log, json }) => void expect(scan(...json.split('')).list).toEqual(JSON.parse(JSON.stringify(log.entries)))),
    );
  });

  it('gives every whole entry of a text that was cut off', () => {
    fc.assert(
      fc.property(har, fc.nat(), fc.array(fc.nat(), { maxLength: 5 }), ({ log, json }, length, places) => {
        const some = json.slice(0, length % json.length);
        const found = scan(...cut(some, places));
        expect(found.complete).toBe(false);
        expect(JSON.parse(JSON.stringify(log.entries)).slice(0, found.entries)).toEqual(found.list);
        // Every entry that ends within the text was found: the next one is not whole.
        const next = JSON.stringify(log.entries[found.entries]);
        if (next !== undefined && !json.includes('\n') && json.split(next).length === 2) expect(some).not.toContain(next);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on a mutated text, nor makes up entries out of strings', () => {
    fc.assert(
      fc.property(
        har,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', '\0', 'x')), { maxLength: 8 }),
        ({ json }, edits) => {
          let broken = json;
          for (const [at, by] of edits) {
            const place = at % (broken.length + 1);
            broken = broken.slice(0, place) + by + broken.slice(place + 1);
          }
          const found = scan(broken);
          expect(found.list).toHaveLength(found.entries);
          for (const e of found.list) expect(typeof e).toBe('object');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('skips and counts an entry that is no JSON, and reads on', () => {
    const found = scan('{"log":{"entries":[{"a":1},{"a":tru},{"a":NaN},null,7,[{"b":1}],{"a":2}]}}');
    expect(found).toMatchObject({ list: [{ a: 1 }, { a: 2 }], unreadable: 2, complete: true });
  });

  it.each([
    ['a byte order mark', '\ufeff{"log":{"entries":[{"a":1}]}}'],
    ['what follows the end', '{"log":{"entries":[{"a":1}]}}\n</html>{"log":{"entries":[{"a":9}]}}'],
    ['a tool that leaves log out', '{"version":"1.2","entries":[{"a":1}]}'],
    ['an escaped key', '{"l\\u006fg":{"entries":[{"a":1}]}}'],
    ['pages after the entries', '{"log":{"entries":[{"a":1}],"pages":[{"id":"page_1"}]}}'],
    ['entries elsewhere', '{"entries":{"x":[{"a":7}]},"log":{"x":{"entries":[{"a":8}]},"entries":[{"a":1}],"y":[{"entries":[{"a":9}]}]}}'],
  ])('understands %s', (_, json) => expect(scan(json).list).toEqual([{ a: 1 }]));

  it('tells text that is no HAR', () => {
    expect(scan('  \n')).toMatchObject({ empty: true });
    expect(scan('<!doctype html>')).toMatchObject({ json: false, empty: false });
    expect(scan('[{"log":{"entries":[{}]}}]')).toMatchObject({ json: false, entries: 0 });
    expect(scan('{"logs":[]}')).toMatchObject({ json: true, found: false, complete: true });
  });

  it('reads a string that is too long as null, however it is cut, and keeps what is as long as allowed', () => {
    const json = (length: number) => `{"log":{"entries":[{"a":1,"text":"${'x'.repeat(length)}","z":"\\""},{"b":2}]}}`;
    const longest = MAX_STRING - 2;
    for (const piece of [1 << 30, 1_000_003, 65_536]) {
      const pieces = (whole: string) =>
        Array.from({ length: Math.ceil(whole.length / piece) }, (_, i) => whole.slice(i * piece, (i + 1) * piece));
      expect(scan(...pieces(json(longest + 1))).list).toEqual([{ a: 1, text: null, z: '"' }, { b: 2 }]);
      expect((scan(...pieces(json(longest))).list[0] as { text: string }).text).toHaveLength(longest);
    }
  });
});
