import { diagnose, exchangeFromHar, type ReportInput } from '../../diagnosis';

export interface Made {
  readonly url?: string;
  readonly method?: string;
  readonly requestHeaders?: readonly (readonly [string, string])[];
  readonly headers?: readonly (readonly [string, string])[];
  readonly sent?: string;
  readonly body?: string | null;
  readonly status?: number;
  readonly reason?: string;
  readonly at?: string;
}

const pairs = (list: readonly (readonly [string, string])[] = []) => list.map(([name, value]) => ({ name, value }));

/** A failure as the panel would report it. */
export function make(o: Made = {}): ReportInput {
  const exchange = exchangeFromHar(
    {
      startedDateTime: o.at ?? '2026-11-22T12:22:15Z',
      time: 12,
      timings: { wait: 12 },
      serverIPAddress: '203.0.113.7',
      request: {
        method: o.method ?? 'GET',
        url: o.url ?? 'https://api.example.com/api/checkout',
        headers: pairs(o.requestHeaders),
        ...(o.sent === undefined ? {} : { postData: { text: o.sent } }),
      },
      response: { status: o.status ?? 502, statusText: o.reason ?? 'Bad Gateway', httpVersion: 'http/1.1', headers: pairs(o.headers) },
    },
    o.body === undefined ? '' : o.body,
  );
  return { exchange, diagnosis: diagnose(exchange) };
}
