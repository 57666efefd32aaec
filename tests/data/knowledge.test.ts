import { readdirSync } from 'node:fs';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { support } from '../../data/support';
import { faults, statusCodes, vendors } from '../../diagnosis';
import { selfReported } from '../../diagnosis/fault';
import { compileMatch, subjectOf } from '../../diagnosis/match';
import type { Match, Vendor } from '../../diagnosis/types';
import { hedge } from '../../diagnosis/words';
import { captures, exchangeOf } from '../captures';
import { kin } from '../kin';

const subjects = captures.map((c) => ({ c, s: subjectOf(exchangeOf(c)) }));
const files = readdirSync(new URL('../../data/vendors/', import.meta.url))
  .filter((f) => f.endsWith('.ts') && f !== 'index.ts')
  .map((f) => f.slice(0, -3))
  .sort();

const patterns = (m: Match): RegExp[] => {
  if ('matches' in m && m.matches !== undefined) return [m.matches];
  if ('bodyMatches' in m) return [m.bodyMatches];
  if ('all' in m) return m.all.flatMap(patterns);
  if ('any' in m) return m.any.flatMap(patterns);
  return 'not' in m ? patterns(m.not) : [];
};
const patternsOf = (v: Vendor): RegExp[] => [
  ...[...v.onPath, ...v.issued].flatMap((mark) => [...patterns(mark.when), ...(mark.version === undefined ? [] : [mark.version])]),
  ...v.codes.flatMap((row) => (row.when === undefined ? [] : patterns(row.when))),
  ...(v.selfReport ?? []).flatMap((r) =>
    'body' in r ? [r.body] : 'reason' in r ? [r.reason] : 'matches' in r && r.matches !== undefined ? [r.matches] : [],
  ),
  ...v.ids.flatMap((id) => (id.body === undefined ? [] : [id.body])),
];

const patternsByName = new Map(vendors.flatMap((v) => patternsOf(v).map((p) => [`${v.id}: ${p}`, p] as const)));

/** Whether a pattern has `*`, `+` or `{n,}` outside classes: only these can make it slower than its input is long. */
const isOpenEnded = (p: RegExp): boolean => /[*+]|\{\d+,\}/.test(p.source.replace(/\\./g, 'L').replace(/\[[^\]]*\]/g, 'C'));

/** The longest body that the engine keeps, filled with what makes this pattern start over and over: its own words, and runs of each sort. */
const BODY_MAX = 64 * 1024;
const hostile = (p: RegExp): readonly string[] =>
  [...new Set([' ', '\n', 'a', 'A', '0', '-', '_', '<', '"', '<p>', '5', 'A_', '502 ', ...(p.source.match(/[\w ]{3,40}/g) ?? [])])].map(
    (unit) => unit.repeat(Math.ceil(BODY_MAX / unit.length)).slice(0, BODY_MAX),
  );
const costOf = (p: RegExp, text: string): number => {
  const from = performance.now();
  p.test(text);
  return performance.now() - from;
};

describe('vendors', () => {
  it('are all in the list, under the name of their file', () => {
    expect(vendors.map((v) => v.id).sort()).toEqual(files);
  });

  it('cite a public source and a date for every fact', () => {
    const bad = vendors.flatMap((v) =>
      [...v.onPath, ...v.issued, ...v.codes, ...v.timeouts, ...v.ids]
        .filter((f) => !/^https:\/\/\S+$/.test(f.source) || !/^20\d\d-\d\d-\d\d$/.test(f.verified))
        .map((f) => `${v.id}: ${f.source} ${f.verified}`),
    );
    expect(bad).toEqual([]);
  });

  it('have marks that a capture exercises, or that are documented', () => {
    const unseen = vendors.flatMap((v) =>
      [...v.onPath, ...v.issued]
        .filter((mark) => {
          const matches = compileMatch(mark.when);
          return !subjects.some(({ s }) => matches(s) !== null);
        })
        .map((mark) => ({ mark, name: `${v.id}: ${mark.says}` })),
    );
    const all = vendors.reduce((n, v) => n + v.onPath.length + v.issued.length, 0);
    console.log(`${all} marks, ${unseen.length} of them supported by documents or source code alone, by no capture`);
    const idle = unseen.filter(({ mark }) => mark.documented !== true).map(({ name }) => name);
    expect(idle).toEqual([]);
  });

  it('never issue what another vendor issued', () => {
    const hits = vendors.flatMap((v) =>
      v.issued
        .filter((mark) => mark.strength === 'conclusive' || mark.strength === 'strong')
        .flatMap((mark) => {
          const matches = compileMatch(mark.when);
          return subjects
            .filter(
              ({ c }) =>
                c.truth.issuer !== 'unknown' &&
                ![c.truth.issuer, ...c.truth.issuerAlso].some((id) => kin(id, v.id)) &&
                !(v.kind === 'application' && c.truth.issuer === 'application'),
            )
            .filter(({ s }) => matches(s) !== null && mark.pageOnly !== true)
            .map(({ c }) => `${v.id}: "${mark.says}" hits ${c.id}`);
        }),
    );
    expect(hits).toEqual([]);
  });

  it('use a self-reported code only where they have a row for it', () => {
    const unknown = vendors.flatMap((v) =>
      subjects
        .filter(({ c }) => c.truth.issuer === v.id)
        .flatMap(({ c, s }) => {
          const token = selfReported(s, v.selfReport);
          return token === null || token.length < 200 ? [] : [`${c.id}: ${token.slice(0, 40)}…`];
        }),
    );
    expect(unknown).toEqual([]);
  });

  it('give no port to a tool that takes a bare name', () => {
    const commands = [
      ...vendors.flatMap((v) => [...v.steps, ...v.codes.flatMap((row) => row.steps ?? []), ...(v.test === undefined ? [] : [v.test])]),
      ...support.flatMap((pack) => pack.asks),
    ].flatMap((x) => ('command' in x && x.command !== undefined ? [x.command] : []));
    expect(commands.filter((c) => /\b(?:dig|getent|mtr|ping|traceroute) .*\{host\}|-servername \{host\}|\{host\}:/.test(c))).toEqual([]);
  });

  it('answer with a verdict of at most 110 characters', () => {
    expect(
      vendors.flatMap((v) => v.codes.filter((row) => (row.verdict?.length ?? 0) > 110).map((row) => `${v.id}: ${row.verdict}`)),
    ).toEqual([]);
  });

  // The engine puts how sure it is of the issuer before the verb: said twice, it read "may have may have answered".
  it('leave it to the engine to say how sure it is who answered', () => {
    const rows = vendors.flatMap((v) => v.codes.flatMap((row) => row.verdict ?? []));
    expect(rows.filter((verdict) => /^[^:;]*\b(?:may have|might|most likely|possibly|probably)\b/i.test(verdict))).toEqual([]);
    // Put before a verb of a later half, it would leave the first half certain.
    const late = rows.filter((verdict) => !/^(?:Most likely|[^:;]*\bmost likely\b)/.test(hedge(verdict, 'likely')));
    expect(late).toEqual([]);
  });

  it('have patterns that run in linear time where a quantifier has no upper end', async () => {
    const open = [...patternsByName].filter(([, p]) => isOpenEnded(p));
    const slow: string[] = [];
    for (const [name, p] of open) {
      const verdict = await check(p.source, p.flags, { timeout: 10_000 });
      if (verdict.status !== 'safe') slow.push(`${name} is ${verdict.status === 'vulnerable' ? verdict.complexity.type : 'not proven'}`);
    }
    expect(open.length).toBeGreaterThan(20);
    expect(slow).toEqual([]);
  }, 300_000);

  it('have patterns that cost little on the longest body, whatever stands in it', () => {
    const slow = [...patternsByName].flatMap(([name, p]) =>
      hostile(p)
        .map((text) => Math.min(costOf(p, text), costOf(p, text), costOf(p, text)))
        .filter((ms) => ms > 50)
        .map((ms) => `${name}: ${ms.toFixed(0)} ms`),
    );
    expect(slow).toEqual([]);
  }, 120_000);

  it('have no pattern that remembers its last match', () => {
    expect(
      vendors.flatMap((v) =>
        patternsOf(v)
          .filter((p) => p.global || p.sticky)
          .map((p) => `${v.id}: ${p}`),
      ),
    ).toEqual([]);
  });
});

describe('status codes', () => {
  it('stand once each, sorted, with every field said', () => {
    const numbers = statusCodes.map((c) => c.status);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(
      statusCodes
        .filter(
          (c) =>
            [c.name, c.meaning, c.whoFailed, c.issuedBy, c.likelyCause, c.lookFirst, c.logs, c.source].some((t) => t.trim() === '') ||
            c.steps.length === 0,
        )
        .map((c) => c.status),
    ).toEqual([]);
  });

  it.each([
    500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 540, 546, 561, 598, 599,
  ])('know %i', (status) => {
    expect(statusCodes.some((c) => c.status === status)).toBe(true);
  });
});

describe('faults', () => {
  it('are all told: what happened and where to look', () => {
    expect(
      Object.entries(faults)
        .filter(([, f]) => f.title === '' || f.says === '' || f.look === '')
        .map(([id]) => id),
    ).toEqual([]);
    expect(Object.keys(faults)).toHaveLength(39);
  });
});
