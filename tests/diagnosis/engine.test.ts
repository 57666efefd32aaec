import { describe, expect, it } from 'vitest';
import { type Diagnosis, diagnose, exchangeFromHar } from '../../diagnosis';

interface Answer {
  readonly status: number;
  readonly reason?: string;
  readonly headers?: readonly string[];
  readonly body?: string | null;
  readonly wait?: number;
  readonly at?: string;
}
const ask = ({ status, reason = '', headers = [], body = '', wait = -1, at = '2026-11-24T12:00:00Z' }: Answer): Diagnosis =>
  diagnose(
    exchangeFromHar(
      {
        startedDateTime: at,
        time: wait,
        timings: { wait },
        request: { method: 'GET', url: 'https://www.example.com/x', headers: [] },
        response: {
          status,
          statusText: reason,
          httpVersion: 'http/1.1',
          headers: headers.map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1).trim() })),
        },
      },
      body,
    ),
  );
const path = (d: Diagnosis): string => d.path.map((h) => (h.id === 'unknown' ? h.name : h.id)).join(' > ');

const NGINX_502 =
  '<html>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n';
const JSON_TYPE = 'content-type: application/json';
const CLOUDFRONT = '1.1 8f5c4b2a9d3e1f60718293a4b5c6d7e8.cloudfront.net (CloudFront)';

describe("nginx's page", () => {
  const signed = (tail: string, status = 502) =>
    `<html>\n<head><title>${status} Bad</title></head>\n<body>\n<center><h1>${status} Bad Gateway</h1></center>\n<hr><center>${tail}</center>\n</body>\n</html>\n`;
  it.each(['elb', 'clb', 'slb', 'alb', 'acme-gate/2', 'angie', 'stgw', 'Pepyaka'])('is never an application’s, signed %s', (tail) => {
    for (const status of [500, 501, 502, 503, 504])
      for (const headers of [[], ['content-type: text/html'], ['server: acme', 'x-request-id: 1'], ['x-powered-by: Express']])
        expect(ask({ status, headers, body: signed(tail, status) }).issuer.kind, `${status} ${headers}`).not.toBe('application');
  });
  it('without any header is at most likely nginx’s: products built on it write the same', () => {
    for (const tail of ['nginx', 'nginx/1.17.8'])
      expect(ask({ status: 502, body: signed(tail) }).issuer).toMatchObject({ id: 'nginx', confidence: 'likely' });
    expect(ask({ status: 502, headers: ['server: nginx/1.22.1'], body: NGINX_502 }).issuer.confidence).toBe('certain');
  });
});

describe('an exact text', () => {
  const said = (body: string) => ask({ status: 500, headers: ['content-type: text/plain; charset=UTF-8'], body }).issuer.id;
  it('tells one server’s phrase from another’s by the case of its letters', () => {
    expect(said('Internal Server Error')).toBe('hono');
    expect(said('Internal server error')).toBe('application');
  });
  it('is at most possibly that server’s under the name of another', () => {
    const headers = ['server: tapir/1.10.9', 'content-type: text/plain; charset=UTF-8'];
    expect(ask({ status: 500, headers, body: 'Internal Server Error' }).issuer.confidence).toBe('possible');
  });
});

describe('the path', () => {
  it('follows `via`, whose last entry is nearest to the browser', () => {
    const via = (value: string) =>
      path(ask({ status: 500, headers: [`via: ${value}`, 'x-served-by: cache-fra-etou8220067-FRA', JSON_TYPE], body: '{"error":"x"}' }));
    expect(via(`${CLOUDFRONT}, 1.1 varnish`)).toBe('fastly > cloudfront > application');
    expect(via(`1.1 varnish, ${CLOUDFRONT}`)).toBe('cloudfront > fastly > application');
  });
  it('ends with the issuer: nothing behind it can have left a mark on its own page', () => {
    const d = ask({
      status: 521,
      headers: ['server: cloudflare', 'cf-ray: 8e695a03eed4f9fd-SJC', `via: ${CLOUDFRONT}`],
      body: 'error code: 521',
    });
    expect(path(d)).toBe('cloudfront > cloudflare > Backend');
  });
  it('shows a stranger before the application', () => {
    expect(path(ask({ status: 500, headers: ['server: acme-gate/2', JSON_TYPE], body: '{"error":"x","code":1}' }))).toBe(
      'acme-gate > application',
    );
  });
  it('reads the `server` that API Gateway renamed', () => {
    const d = ask({ status: 502, headers: ['x-amz-apigw-id: abc=', 'x-amzn-remapped-server: nginx/1.22.1'], body: NGINX_502 });
    expect(path(d)).toBe('aws-api-gateway > nginx > Backend');
    expect(d.evidence.map((e) => e.where)).toContain('header x-amzn-remapped-server');
  });
  it('has no failed hop behind a store that failed itself', () => {
    const d = ask({
      status: 500,
      headers: ['server: AmazonS3', 'x-amz-request-id: A1'],
      body: '<Error><Code>InternalError</Code></Error>',
    });
    expect(path(d)).toBe('aws-s3');
  });
});

describe('the application as issuer', () => {
  const JSON_BODY = '{"error":"boom","message":"null in totals"}';
  it('is likely for JSON of its own, and only possible beside the name of an unknown server or without headers', () => {
    expect(ask({ status: 500, headers: [JSON_TYPE, 'date: Tue, 24 Nov 2026 12:00:00 GMT'], body: JSON_BODY }).issuer).toMatchObject({
      id: 'application',
      confidence: 'likely',
    });
    expect(ask({ status: 500, headers: [JSON_TYPE, 'server: acme-gate'], body: JSON_BODY }).issuer.confidence).toBe('possible');
    expect(ask({ status: 500, body: JSON_BODY }).issuer.confidence).toBe('possible');
  });
  it.each([
    ['an unknown page with 502', 502, '<html><body><h1>Oops</h1><p>We could not reach the shop.</p></body></html>'],
    ['a cut page with 503', 503, '<!DOCTYPE html><html><head><style>body { color: red'],
    [
      'a page that only repeats the status',
      503,
      '<html><head><title>503 Service Unavailable</title></head><body><h1>503</h1>Service Unavailable</body></html>',
    ],
    ['a page with a number of a vendor', 522, '<html><body><p>Our shop sleeps.</p></body></html>'],
  ])('is not inferred from %s', (_, status, body) => expect(ask({ status, body }).issuer.id).toBe('unknown'));
  it('is named by its own 503', () => {
    const own = (body: string, ...headers: string[]) => ask({ status: 503, headers: [JSON_TYPE, ...headers], body }).fault.type;
    expect(own('{"error":"overloaded"}')).toBe('overloaded');
    expect(own('{"error":"maintenance","until":"12:00"}', 'retry-after: 60')).toBe('maintenance');
    expect(own('{"error":"later"}', 'retry-after: 60')).toBe('overloaded');
    expect(own('{"error":"down"}')).toBe('application_error');
  });
  it.each([
    [502, 'dial tcp 10.0.0.5:80: connect: connection refused', 'origin', 'connection_refused'],
    [504, '<p>Error: connect ETIMEDOUT 10.0.0.5:443</p>', 'link', 'connection_timeout'],
    [502, '<p>getaddrinfo ENOTFOUND cart.internal</p>', 'link', 'dns_error'],
    [503, '{"error":"socket hang up","code":"ECONNRESET"}', 'origin', 'connection_terminated'],
  ] as const)('or of an unknown page: a %i names the failed connection behind it, %s', (status, body, role, type) => {
    const d = ask({ status, body });
    expect(d.failed.role).toBe(role);
    expect(d.fault).toMatchObject({ type, confidence: 'possible' });
  });
  it('keeps its own 500, whatever refused it', () =>
    expect(ask({ status: 500, headers: [JSON_TYPE], body: '{"error":"db: connection refused","id":1}' }).failed.role).toBe('application'));
  it('is told from the server it runs on', () => {
    const d = ask({ status: 500, headers: ['server: gunicorn', JSON_TYPE], body: '{"detail":"x","code":1}' });
    expect(d.verdict).toMatch(/^Your application \(on Gunicorn\)/i);
  });
});

describe('the waiting time', () => {
  const page = {
    status: 502,
    reason: 'Proxy Error',
    headers: ['server: Apache/2.4.62', 'content-type: text/html; charset=iso-8859-1'],
    body: '<title>502 Proxy Error</title><h1>Proxy Error</h1><p>The proxy server could not handle the request<p>Reason: <strong>Error reading from remote server</strong>',
  };
  it.each([
    [12, 'connection_terminated'],
    [2003, 'connection_read_timeout'],
    [2400, 'connection_terminated'],
    [60_010, 'connection_read_timeout'],
  ] as const)('of %i ms splits one page into two faults: %s', (wait, fault) => expect(ask({ ...page, wait }).fault.type).toBe(fault));
  it.each([
    ['a wait without end', '2026-11-24T12:00:00Z', 1e300],
    ['a start beyond every calendar', '+275760-09-13T00:00:00Z', 12],
  ])('that a file claims may be %s', (_, at, wait) => expect(ask({ ...page, at, wait }).issuer.id).toBe('apache'));
});

describe('a fault', () => {
  it('is not certain where the row names others', () => {
    const d = ask({
      status: 503,
      headers: ['server: envoy', 'content-type: text/plain'],
      body: 'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
    });
    expect([d.issuer.confidence, d.fault.type, d.fault.confidence]).toEqual(['certain', 'connection_terminated', 'likely']);
  });
});
