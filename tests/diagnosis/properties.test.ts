import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory, diagnose, exchangeFromHar, type HarEntry, vendors } from '../../diagnosis';
import { headersOnTheWay } from '../../diagnosis/compare';
import { BODY_HEAD, BODY_TAIL, HEADERS_MAX } from '../../diagnosis/exchange';
import { captures, exchangeOf, harEntry } from '../captures';

const LEVEL = ['unknown', 'possible', 'likely', 'certain'];
const headed = captures.filter((c) => c.response.headers.length > 0);

describe('exchangeFromHar and diagnose', () => {
  it('take anything without an exception', () => {
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom('request', 'response', 'headers', 'status', 'url', 'name', 'value', 'content', 'timings', 'time', 'text'),
          maxDepth: 4,
        }),
        fc.option(fc.string({ unit: 'binary' })),
        (entry, body) => {
          const e = exchangeFromHar(entry as HarEntry, body);
          const history = createHistory();
          history.record(e);
          expect(LEVEL).toContain(diagnose(e, history).issuer.confidence);
        },
      ),
      { numRuns: 2000 },
    );
  }, 30_000);

  it('take a capture with anything in place of one of its parts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...captures),
        fc.constantFrom('startedDateTime', 'time', 'request', 'response', 'timings', 'serverIPAddress'),
        fc.anything(),
        (c, key, value) => {
          expect(LEVEL).toContain(diagnose(exchangeFromHar({ ...harEntry(c), [key]: value }, c.response.body)).issuer.confidence);
        },
      ),
      { numRuns: 1000 },
    );
  }, 30_000);
});

describe('a verdict', () => {
  it('does not depend on the order or case of headers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...headed), fc.infiniteStream(fc.nat()), (c, random) => {
        const keyed = c.response.headers.map((h) => ({ h, key: random.next().value as number }));
        // Lines of the same name keep their order: it means something (RFC 9110 section 5.3).
        const order = new Map<string, number>();
        for (const { h, key } of keyed) if (!order.has(h[0].toLowerCase())) order.set(h[0].toLowerCase(), key);
        const headers = [...c.response.headers]
          .sort((a, b) => (order.get(a[0].toLowerCase()) ?? 0) - (order.get(b[0].toLowerCase()) ?? 0))
          .map(([n, v]) => [n.toUpperCase(), v] as const);
        const was = diagnose(exchangeOf(c));
        const is = diagnose(exchangeOf({ ...c, response: { ...c.response, headers } }));
        expect([is.issuer, is.failed, is.fault, is.path.map((h) => h.id)]).toEqual([
          was.issuer,
          was.failed,
          was.fault,
          was.path.map((h) => h.id),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('does not blame a vendor for merely being on the path', () => {
    const marks = [
      ['cf-ray', '8e695a03eed4f9fd-SJC'],
      ['x-amz-cf-id', '2hj8Sdqre_qGBNJdxc02qLlQk0uQy4EdgoOcl_xFvsvJD28DUpS6wg=='],
      ['x-azure-ref', '20260712T122117Z-15b7847f57b6glgshC1CYSgts400000000'],
      ['x-served-by', 'cache-fra-etou8220067-FRA'],
    ] as const;
    for (const c of headed) {
      const was = diagnose(exchangeOf(c)).issuer.id;
      for (const mark of marks) {
        if (c.response.headers.some(([n]) => n.toLowerCase() === mark[0])) continue;
        // 520 to 530 are Cloudflare's own numbers: there its id does more than stand on the path.
        if (mark[0] === 'cf-ray' && c.response.status >= 520 && c.response.status <= 530) continue;
        const headers = [...c.response.headers, mark];
        expect(diagnose(exchangeOf({ ...c, response: { ...c.response, headers } })).issuer.id, `${c.id} with ${mark[0]}`).toBe(was);
      }
    }
  }, 30_000);

  it('does not take what stands in between for the application because healthy responses carry its headers too', () => {
    const onTheWay = headersOnTheWay(vendors);
    let compared = 0;
    for (const c of headed) {
      const before = diagnose(exchangeOf(c)).issuer;
      const passed = c.response.headers.filter(([name]) => onTheWay.has(name));
      if (before.kind === 'application' || passed.length === 0) continue;
      const history = createHistory();
      const healthy = exchangeOf({ ...c, response: { ...c.response, status: 200, headers: passed } });
      for (let i = 0; i < 4; i++) history.record(healthy);
      expect(diagnose(exchangeOf(c), history).issuer.kind, c.id).not.toBe('application');
      compared++;
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('is the same whether the failure itself was recorded first or not', () => {
    for (const c of captures) {
      const history = createHistory();
      history.record(exchangeOf(c));
      expect(diagnose(exchangeOf(c), history)).toEqual(diagnose(exchangeOf(c), createHistory()));
    }
  });
});

describe('size', () => {
  // How long that takes is measured by `npm run bench`; here it is what is worked on that must be bounded.
  it('of a body of 1 MB and 5,000 headers, what is kept is bounded', () => {
    const big = {
      ...harEntry(headed[0] as (typeof headed)[number]),
      response: {
        status: 502,
        statusText: '',
        httpVersion: 'h2',
        headers: Array.from({ length: 5000 }, (_, i) => ({ name: `x-h-${i}`, value: 'v'.repeat(20) })),
        content: {},
      },
    };
    const e = exchangeFromHar(big, '<html><b>502 '.repeat(80_000));
    expect(e.responseHeaders.length).toBeLessThanOrEqual(HEADERS_MAX);
    expect(e.body?.length).toBeLessThanOrEqual(BODY_HEAD + BODY_TAIL + 3);
    expect(LEVEL).toContain(diagnose(e).issuer.confidence);
  });
  it('a header of 1 MB is cut', () => {
    const e = exchangeFromHar({ response: { status: 502, headers: [{ name: 'Server', value: 'x'.repeat(1_000_000) }] } }, null);
    expect(e.responseHeaders[0]?.value.length).toBeLessThanOrEqual(8192);
    expect(diagnose(e).path.every((h) => h.name.length <= 130)).toBe(true);
  });
});
