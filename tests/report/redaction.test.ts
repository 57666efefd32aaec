import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, redactions } from '../../diagnosis';
import { captures, diagnoseCapture, exchangeOf } from '../captures';
import { carriers, carry, encode, encodings, randomFrom, sorts } from './corpus';

/** Every way in which a secret could still stand there: as it is, percent-encoded, base64, and escaped for JSON. */
const forms = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  encode(secret, 'percent'),
  encode(secret, 'base64'),
  encode(secret, 'base64').replace(/=+$/, ''),
  JSON.stringify(secret).slice(1, -1),
];
const found = (text: string, secret: string): boolean => forms(secret).some((f) => text.includes(f));

describe('redaction', () => {
  const random = randomFrom(20261122);
  const cases = sorts
    .flatMap((s) => carriers.flatMap((carrier) => encodings.map((how) => ({ s, carrier, how, secret: s.make(random) }))))
    .map((c) => ({ ...c, input: carry(c.secret, c.s.name, c.carrier, c.how) }));

  it('has a corpus of enough kinds and cases', () => {
    expect(sorts.length).toBeGreaterThanOrEqual(25);
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  it.each(formats.map((f) => [f.id, f] as const))(
    'leaves no secret of the corpus in %s',
    (_, format) => {
      const left = cases.flatMap(({ s, carrier, how, secret, input }) => {
        const text = format.render([input]);
        return found(text, secret) ? [`${s.sort} in ${carrier}, ${how}: ${secret}`] : [];
      });
      expect(left).toEqual([]);
    },
    60_000,
  );

  it('lets no generated secret into any format', () => {
    const words = fc
      .array(fc.constantFrom('upstream', 'failed', 'at', 'POST /v1/orders', '(12 ms)', '"id":7', '<b>x</b>', 'a=b', '[error]', '—'), {
        maxLength: 6,
      })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(
        fc.constantFrom(...sorts),
        fc.integer(),
        fc.constantFrom(...carriers),
        fc.constantFrom(...encodings),
        words,
        (s, seed, carrier, how, around) => {
          const secret = s.make(randomFrom(seed));
          const input = carry(secret, s.name, carrier, how, around);
          for (const format of formats) expect(found(format.render([input, input]), secret), format.id).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  it.each([
    ['userinfo', 'https://bob:hunter2x@api.example.com/v1', ['bob', 'hunter2x']],
    ['a random query value', 'https://a.example/v1?x=Zk3P9qLx7TtR2mVb8WcY4nHs', ['Zk3P9qLx7TtR2mVb8WcY4nHs']],
    ['a token in the path', 'https://a.example/password/reset/8f14e45fceea167a5a36dedd4bea2543', ['8f14e45fceea167a5a36dedd4bea2543']],
    ['a token in the fragment', 'https://a.example/cb#access_token=abc123def&state=1', ['abc123def']],
    ['a session in a path parameter', 'https://a.example/v1;jsessionid=AB12CD34EF', ['AB12CD34EF']],
    ['a URL in a URL', 'https://a.example/go?to=https%3A%2F%2Fb.example%2F%3Ftoken%3Dq1w2e3r4', ['q1w2e3r4']],
    ['a URL in a URL, twice encoded', 'https://a.example/go?to=https%253A%252F%252Fb.example%252F%253Ftoken%253Dq1w2e3r4', ['q1w2e3r4']],
  ] as const)('of URLs takes %s', (_, url, secrets) => {
    const text = redactions(url, 'url')
      .filter((p) => p.kind === undefined)
      .map((p) => p.text)
      .join('');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it.each([
    ['JSON escapes', '{"a":"\\u0070assword=hunter2x"}', 'body'],
    ['JSON in JSON', JSON.stringify({ body: JSON.stringify({ password: 'hunter2x' }) }), 'body'],
    ['JSON that was cut', '{"user":1,"password":"hunter2x', 'body'],
    ['character references', 'password&#61;&quot;hunter2x&quot;', 'text'],
    ['a debug page', '<tr><td>DB_PASSWORD</td><td class="code"><pre>hunter2x</pre></td></tr>', 'text'],
    ['a log line', '2026-11-22 [error] login failed password="hunter2x" user=7', 'body'],
    ['a connection string', 'cannot connect to postgres://app:hunter2x@10.0.0.7/shop', 'text'],
    ['Basic credentials', `sent Basic ${Buffer.from('bob:hunter2x').toString('base64')}`, 'text'],
    ['prose', 'the password is hunter2x', 'text'],
  ] as const)('of texts takes %s', (_, text, as) => {
    const left = redactions(text, as)
      .filter((p) => p.kind === undefined)
      .map((p) => p.text)
      .join('');
    expect(left).not.toContain('hunter2x');
    expect(left).not.toContain(Buffer.from('bob:hunter2x').toString('base64'));
  });

  it('gives back the text when the pieces are joined, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('text' as const, 'url' as const, 'body' as const, { header: 'x-a' }),
        (text, as) => {
          expect(
            redactions(text, as)
              .map((p) => p.text)
              .join(''),
          ).toBe(text.replace(/[\ue000-\ue003]/g, '\ufffd'));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps ids and words: at most 1 % of those in the captures go', () => {
    const count = (text: string): number => text.match(/[\p{L}\p{N}._-]+/gu)?.length ?? 0;
    let words = 0;
    let lost = 0;
    for (const c of captures) {
      const e = exchangeOf(c);
      const d = diagnoseCapture(c);
      const texts = [
        ...[...e.requestHeaders, ...e.responseHeaders]
          .filter((h) => !h.name.endsWith('cookie'))
          .map((h) => [h.value, { header: h.name }] as const),
        [e.url, 'url'] as const,
        [e.body ?? '', 'body'] as const,
        ...[
          ...d.evidence.map((x) => x.says),
          ...d.steps.flatMap((s) => [s.text, s.command ?? '']),
          ...d.ids.map((id) => id.value),
          d.verdict,
          d.cause,
        ].map((t) => [t, 'text'] as const),
      ];
      for (const [text, as] of texts)
        for (const p of redactions(text, as)) {
          words += count(p.text);
          if (p.kind !== undefined) lost += count(p.text);
        }
    }
    expect(captures.length).toBeGreaterThanOrEqual(100);
    expect(lost / words).toBeLessThan(0.01);
  });

  it('shows every redaction in the preview, and leaves in what a person chose to keep', () => {
    const input = carry('hunter2x!', 'password', 'json', 'plain');
    for (const format of formats.filter(
      (f) => f.id !== 'curl' && f.id !== 'powershell' && f.id !== 'slack' && f.id !== 'jira' && f.id !== 'text',
    )) {
      const { text, marks } = format.preview([input]);
      const mark = marks.find((m) => m.secret === 'hunter2x!');
      expect(mark?.kind).toBe('password');
      expect(text.slice(mark?.start, mark?.end)).toBe('[redacted]');
      expect(format.render([input], { keep: ['hunter2x!'] })).toContain('hunter2x!');
    }
  });

  it('hides private addresses only when asked', () => {
    const input = carry('upstream 10.1.2.3:8080 refused', undefined, 'text', 'plain');
    const markdown = formats[0];
    expect(markdown?.render([input])).toContain('10.1.2.3');
    expect(markdown?.render([input], { privateAddresses: true })).not.toContain('10.1.2.3');
  });
});
