import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, type Exchange, engineWith, exchangeFromHar, parseTeam, type Team, teamLinks } from '../../diagnosis';
import { globRegExp } from '../../diagnosis/glob';
import { parseJsonLines } from '../../diagnosis/json-lines';
import { captures, exchangeOf } from '../captures';

const file = {
  version: 1,
  name: 'Acme platform',
  components: [
    {
      name: 'Acme gateway',
      role: 'gateway',
      owner: '#team-edge',
      runbook: 'https://wiki.acme.example/gateway',
      onPath: [{ header: 'X-Acme-Gateway' }],
      issued: [{ header: 'x-acme-error', starts: 'gw-' }, { body: 'Acme gateway: no route' }, { bodyGlob: 'upstream * is gone' }],
    },
    { name: 'Shop', role: 'application', issued: [{ header: 'x-shop', glob: 'v*-error' }] },
  ],
  links: [{ name: 'Kibana', url: 'https://logs.acme.example/?q={id}&from={from}&to={to}&h={host}&p={path}' }],
  firstParty: ['*.acme.example', 'acme-api.example'],
  muted: [{ host: '*.acme.example', path: '/healthz*', status: [503, 504], why: 'warms up' }],
};

const read = (value: unknown, schemes?: readonly string[]): Team => {
  const result = parseTeam(JSON.stringify(value), schemes);
  if ('error' in result) throw new Error(`line ${result.error.line}: ${result.error.message}`);
  return result.team;
};
const wrong = (text: string): { readonly line: number; readonly message: string } => {
  const result = parseTeam(text);
  if ('team' in result) throw new Error('no error');
  return result.error;
};
const failure = (headers: Readonly<Record<string, string>>, body = '', url = 'https://api.acme.example/v1/cart', status = 503): Exchange =>
  exchangeFromHar(
    {
      startedDateTime: '2026-11-22T12:22:15Z',
      time: 10,
      request: { method: 'GET', url, headers: [] },
      response: { status, headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
    },
    body,
  );

describe('a team’s components', () => {
  const team = read(file);
  const engine = engineWith(team.vendors);

  it.each([
    ['a header that starts so', failure({ 'x-acme-error': 'GW-17', 'content-type': 'text/plain' })],
    ['a text in the body', failure({ 'content-type': 'text/html' }, '<p>ACME gateway:\n no route</p>')],
    ['a pattern in the body', failure({ 'content-type': 'text/html' }, 'the upstream cart-7 is gone')],
  ])('issue by %s', (_, e) => {
    const d = engine.diagnose(e);
    expect(d.issuer).toMatchObject({ id: 'team-acme-gateway', name: 'Acme gateway' });
    expect(d.failed.role).toBe('gateway');
    expect(d.steps.map((s) => s.text).join(' ')).toContain('https://wiki.acme.example/gateway');
    expect(d.lookFirst).toContain('#team-edge');
    expect(d.evidence.some((x) => x.about === 'team-acme-gateway' && x.weighs === 'for')).toBe(true);
  });

  it('stand on the path without being blamed', () => {
    const d = engine.diagnose(
      failure(
        { 'x-acme-gateway': '1', server: 'nginx/1.25.3', 'content-type': 'text/html' },
        '<hr><center>nginx/1.25.3</center>',
        undefined,
        502,
      ),
    );
    expect(d.path.some((h) => h.id === 'team-acme-gateway' && h.part === 'relayed')).toBe(true);
    expect(d.issuer.id).not.toBe('team-acme-gateway');
  });

  it('are marked as the team’s own', () => expect(team.vendors.every((v) => v.team === true && v.id.startsWith('team-'))).toBe(true));

  it('change no verdict that they do not speak of', () => {
    for (const c of captures) expect(engine.diagnose(exchangeOf(c))).toEqual(diagnose(exchangeOf(c)));
  });
});

describe('a team’s links, hosts and expected failures', () => {
  const team = read(file);
  it('fill and encode their values', () => {
    expect(teamLinks(team, failure({}, '', 'https://api.acme.example/a b&c'), 'id"<1>')).toEqual([
      {
        name: 'Kibana',
        url: 'https://logs.acme.example/?q=id%22%3C1%3E&from=2026-11-22T12%3A20%3A15Z&to=2026-11-22T12%3A24%3A15Z&h=api.acme.example&p=%2Fa%2520b%26c',
      },
    ]);
  });
  it('are left out where a value is missing', () => expect(teamLinks(team, failure({}), null)).toEqual([]));
  it.each([
    ['api.acme.example', true],
    ['API.acme.example:8443', true],
    ['acme-api.example', true],
    ['acme.example.evil.example', false],
    ['notacme-api.example', false],
  ])('first-party: %s', (host, is) => expect(team.isFirstParty(host)).toBe(is));
  it('mute only what fits whole', () => {
    expect(team.mutedBy(failure({}, '', 'https://a.acme.example/healthz/live'))).toBe('warms up');
    expect(team.mutedBy(failure({}, '', 'https://a.acme.example/healthz', 500))).toBeNull();
    expect(team.mutedBy(failure({}, '', 'https://other.example/healthz'))).toBeNull();
  });
});

describe('errors', () => {
  it.each([
    ['{\n "version": 1,\n "components": [\n  { "name": "A" "role": "edge" }\n ]\n}', 4, 'a comma or } is missing'],
    ['{\n "version": 1,\n "name": "a\n"}', 3, 'this string has no end'],
    ['{ "version": 1,', 1, 'the text ends too early'],
    ['{ "version": 1 }\n x', 2, 'something follows after the end'],
    ['{\n "version": 1,\n "version": 1 }', 3, '"version" stands twice'],
    ['[]', 1, 'the file must be an object'],
    ['{}', 1, 'the file needs "version"'],
    ['{ "version": 2 }', 1, '"version" must be 1'],
    ['{\n "version": 1,\n "vendors": [] }', 3, 'the file has no "vendors"; it has version, name, components, links, firstParty, muted'],
    [
      '{ "version": 1,\n "components": [\n { "name": "A",\n "role": "boss", "issued": [{ "header": "x" }] }] }',
      4,
      '"role" must be one of edge, gateway, link, origin, function, application, client',
    ],
    [
      '{ "version": 1,\n "components": [\n { "name": "A", "role": "edge" }] }',
      3,
      'a component needs a condition under "onPath" or "issued"',
    ],
    [
      '{ "version": 1, "components": [{ "name": "A", "role": "edge",\n "issued": [{ "header": "x", "matches": "(a+)+$" }] }] }',
      2,
      'a condition has no "matches"; it has header, is, has, starts, glob, body, bodyGlob',
    ],
    [
      '{ "version": 1, "links": [\n{ "name": "x", "url": "javascript:alert(1)" }] }',
      2,
      '"url" must begin with https: or http:, without blanks or quotes',
    ],
    [
      '{ "version": 1, "links": [\n{ "name": "x", "url": "https://a.example/{secret}" }] }',
      2,
      '"{secret}" is not known; there are {id}, {from}, {to}, {host}, {path}',
    ],
    ['{ "version": 1, "links": [{ "name": "x", "url": "https://{host}/" }] }', 1, '"url" may have placeholders after its host only'],
    [`{ "version": 1, "firstParty": ["${'*a'.repeat(20)}"] }`, 1, 'a host of "firstParty" has more than 8 stars'],
    ['{ "version": 1, "muted": [{ "status": 503 }] }', 1, 'a muted failure needs a "host" or a "path"'],
  ])('%j', (text, line, message) => expect(wrong(text)).toEqual({ line, message }));

  it('bound the size', () => {
    expect(wrong(`{ "version": 1, "name": "${'x'.repeat(300_000)}" }`).message).toContain('larger than 256 KB');
    expect(wrong(JSON.stringify({ version: 1, firstParty: Array.from({ length: 501 }, () => 'a.example') })).message).toContain(
      'more than 500',
    );
    expect(wrong(`{ "version": 1, "name": ${'['.repeat(100)}${']'.repeat(100)} }`).message).toBe('nested too deep');
  });

  it('are told for any text, and never thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.anything().map((x) => JSON.stringify({ version: 1, components: x, links: x, firstParty: x, muted: x }) ?? ''),
        ),
        (text) => {
          const result = parseTeam(text);
          if ('error' in result) expect(result.error.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('allow a scheme that the program names, and never one that runs code', () => {
    const vscode = { version: 1, links: [{ name: 'x', url: 'vscode://file/{path}' }] };
    expect(() => read(vscode)).toThrow();
    expect(read(vscode, ['vscode']).links).toHaveLength(1);
    expect(() => read({ version: 1, links: [{ name: 'x', url: 'javascript:alert(1)' }] }, ['javascript'])).toThrow();
  });
});

describe('JSON with lines', () => {
  const plain = (node: ReturnType<typeof parseJsonLines>): unknown => {
    if ('message' in node) return node;
    const { value } = node;
    if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, plain(v)]));
    return Array.isArray(value) ? value.map(plain) : value;
  };
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(plain(parseJsonLines(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a pattern', () => {
  const slow = (glob: string, text: string): boolean => {
    // The definition, tried out character by character.
    const memo = new Map<string, boolean>();
    const fits = (g: number, t: number): boolean => {
      const key = `${g},${t}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const c = glob[g];
      const result =
        c === undefined
          ? t === text.length
          : c === '*'
            ? fits(g + 1, t) || (t < text.length && fits(g, t + 1))
            : t < text.length && (c === '?' || c === text[t]) && fits(g + 1, t + 1);
      memo.set(key, result);
      return result;
    };
    return fits(0, 0);
  };
  it('fits what its definition says', () => {
    const letters = fc.constantFrom('a', 'b', '.', '\n');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 10 }),
        fc.string({ unit: letters, maxLength: 14 }),
        (glob, text) => {
          expect(globRegExp(glob).test(text)).toBe(slow(glob, text));
        },
      ),
      { numRuns: 3000 },
    );
  });
  it('takes time in proportion to the text', () => {
    const pattern = globRegExp('*a*a*a*a*a*a*a*b');
    const time = (n: number): number => {
      const text = 'a'.repeat(n);
      pattern.test(text);
      const from = performance.now();
      for (let i = 0; i < 20; i++) pattern.test(text);
      return performance.now() - from;
    };
    expect(time(64_000)).toBeLessThan(Math.max(time(4000), 1) * 16 * 8);
  });
});
