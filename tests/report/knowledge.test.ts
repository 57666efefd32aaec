import { describe, expect, it } from 'vitest';
import { queries } from '../../data/queries';
import { support } from '../../data/support';
import { fillSteps } from '../../diagnosis/fill';
import { fillQueries } from '../../diagnosis/report/fill';
import { make } from './make';

/** An exchange that has every value a placeholder may name. */
const rich = make({
  url: 'https://api.example.com/api/cart',
  headers: [
    ['x-request-id', 'req-12345678'],
    ['x-amzn-trace-id', 'Root=1-65f1a2b3-0123456789abcdef01234567'],
    ['x-azure-ref', '20260712T122117Z-15b7847f57b6glgshC1CYSgts4'],
    ['x-vercel-id', 'fra1::iad1::abc12-1719464449663-222b593a5bd6'],
    ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  ],
});

describe('log queries', () => {
  it.each(queries.flatMap((q) => q.texts.map((text) => [q.id, text, q] as const)))('%s: %s names known placeholders only', (_, text, q) => {
    expect(fillQueries([{ ...q, texts: [text] }], rich, (u) => u)).toHaveLength(1);
  });
  it('have ids of their own', () => expect(new Set(queries.map((q) => q.id)).size).toBe(queries.length));
  it('name the request by the last part of the Vercel id', () => {
    expect(fillQueries(queries, rich, (u) => u).find((q) => q.id === 'vercel')?.text).toBe(
      'vercel logs --request-id abc12-1719464449663-222b593a5bd6 --expand',
    );
  });
});

describe('support packs', () => {
  it.each(support.map((p) => [p.name, p] as const))('%s cites its source and asks what can be filled', (_, pack) => {
    expect(pack.source).toMatch(/^https:\/\/\S+$/);
    expect(pack.verified).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(pack.asks.some((a) => a.needs !== undefined)).toBe(true);
    for (const ask of pack.asks) expect(ask.needs === undefined ? fillSteps([ask], rich.exchange, null) : [ask]).toHaveLength(1);
  });
  it('serve each vendor once', () => {
    const ids = support.flatMap((p) => p.vendors);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
