import { describe, expect, it } from 'vitest';
import { type Confidence, type Diagnosis, diagnose, exchangeFromHar } from '../../diagnosis';

interface Answer {
  readonly status: number;
  readonly headers?: readonly string[];
  readonly body?: string | null;
  readonly url?: string;
  readonly reason?: string;
  readonly http?: string;
}
const ask = ({ status, headers = [], body = '', url = 'https://www.example.com/x', reason = '', http = 'http/1.1' }: Answer): Diagnosis =>
  diagnose(
    exchangeFromHar(
      {
        startedDateTime: '2026-11-30T12:00:00Z',
        time: 5,
        request: { method: 'GET', url, headers: [] },
        response: {
          status,
          statusText: reason,
          httpVersion: http,
          headers: headers.map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1).trim() })),
        },
      },
      body,
    ),
  );
const RANK: readonly Confidence[] = ['unknown', 'possible', 'likely', 'certain'];
const rank = (c: Confidence): number => RANK.indexOf(c);

const DATE = 'date: Mon, 30 Nov 2026 12:00:00 GMT';
const JSON_TYPE = 'content-type: application/json';
const HTML = 'content-type: text/html';
const CLOUDFLARE = ['server: cloudflare', 'cf-ray: 8e695a03eed4f9fd-SJC', DATE];
const page = (code: string, tail: string): string =>
  `<html>\r\n<head><title>${code}</title></head>\r\n<body>\r\n<center><h1>${code}</h1></center>\r\n<hr><center>${tail}</center>\r\n</body>\r\n</html>\r\n`;
const K8S = '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"x","reason":"InternalError","code":500}';
const XML = '<?xml version="1.0"?><Error><Code>InternalError</Code><Message>x</Message></Error>';

/** Composed answers, each of another server than the one named: what the two have in common must not decide. */
describe('a mark that others share', () => {
  it.each<readonly [what: string, id: string, most: Confidence, answer: Answer]>([
    [
      'a proxy’s theme in Laravel’s font',
      'laravel',
      'unknown',
      {
        status: 503,
        headers: [HTML],
        body: '<!-- Error 503: x\nDescription: The server is down --><title>Service Unavailable</title><link href="?family=Nunito">',
      },
    ],
    [
      'words about what stands behind, of a gateway that nobody knows',
      'application',
      'unknown',
      { status: 502, headers: ['x-request-id: cb618fb0f99a4c4a'], body: 'upstream peer unreachable' },
    ],
    [
      'the type of error that API Gateway names as other services of AWS do',
      'aws-service-api',
      'unknown',
      {
        status: 502,
        headers: ['x-amzn-errortype: InternalServerErrorException', 'x-cache: Error from cloudfront'],
        body: '{"message": "Internal server error"}',
        url: 'https://abc123.execute-api.eu-west-1.amazonaws.com/prod/x',
      },
    ],
    [
      'the tag of a file that Caddy sends, in base 36 with the size at its end',
      'nextjs',
      'unknown',
      {
        status: 500,
        headers: [
          'server: Caddy',
          'etag: "d9lq0wqy1wqk2dp"',
          'content-length: 3085',
          'last-modified: Mon, 30 Nov 2026 11:00:00 GMT',
          'content-type: text/html; charset=utf-8',
        ],
        body: `<html><body><h1>Sorry</h1>${'x'.repeat(3046)}</body></html>`,
      },
    ],
    [
      'compact JSON of an Express program',
      'laravel',
      'unknown',
      { status: 500, headers: ['x-powered-by: Express', JSON_TYPE], body: '{"message":"Server Error"}' },
    ],
    [
      'an empty 503 of a Windows service',
      'iis',
      'possible',
      { status: 503, headers: ['server: Microsoft-HTTPAPI/2.0', 'content-length: 0'] },
    ],
    [
      'a page with a paragraph of the class code',
      'digitalocean-app-platform',
      'possible',
      { status: 503, headers: [HTML], body: '<style>p.code{color:red}</style><p class="code">Error 503</p>' },
    ],
    [
      'a sentence of many sites',
      'laravel',
      'possible',
      { status: 500, headers: [HTML], body: '<h1>Whoops, looks like something went wrong.</h1>' },
    ],
    [
      'an answer that the load balancer passed on',
      'huawei-elb',
      'unknown',
      { status: 500, headers: ['server: elb', JSON_TYPE], body: '{"error":"x","id":1}' },
    ],
    [
      'a code of MySQL behind Cloudflare',
      'cloudflare-workers',
      'unknown',
      { status: 500, headers: [...CLOUDFLARE, HTML], body: '<p>SQL Error: 1146, SQLState: 42S02' },
    ],
    [
      'another code of MySQL',
      'cloudflare-workers',
      'unknown',
      { status: 500, headers: [...CLOUDFLARE, HTML], body: 'Error Code: 1146. Table shop.cart does not exist' },
    ],
    [
      'a lock of MySQL behind Cloudflare',
      'cloudflare',
      'unknown',
      { status: 500, headers: [...CLOUDFLARE, HTML], body: 'Internal Exception: Error Code: 1205' },
    ],
    [
      'an API’s own error_code',
      'cloudflare-workers',
      'unknown',
      { status: 500, headers: [...CLOUDFLARE, JSON_TYPE], body: '{"error_code":1101,"error":"x"}' },
    ],
    [
      'a code that reads like Vercel’s',
      'vercel',
      'unknown',
      { status: 500, headers: ['server: nginx', JSON_TYPE], body: 'Code: TOO_MANY_CONNECTIONS' },
    ],
    [
      'a sentence like Vercel’s',
      'vercel',
      'unknown',
      { status: 500, headers: ['server: nginx', 'content-type: text/plain'], body: 'A server error has occurred' },
    ],
    [
      'a code of another job queue',
      'supabase',
      'unknown',
      { status: 500, headers: ['server: nginx', JSON_TYPE], body: '{"code":"WORKER_ERROR","message":"x"}' },
    ],
    [
      'an API that knows applications',
      'railway',
      'unknown',
      { status: 500, headers: ['server: nginx', JSON_TYPE], body: '{"status":"error","message":"Application not found"}' },
    ],
    [
      'a store that calls itself AmazonS3',
      'aws-s3',
      'likely',
      { status: 500, headers: ['server: AmazonS3', 'x-amz-request-id: 1-2-3', 'content-type: application/xml'], body: XML },
    ],
    [
      'Swift’s ids',
      'aws-s3',
      'possible',
      {
        status: 500,
        headers: ['x-amz-request-id: tx0123456789ab', 'x-amz-id-2: tx0123456789ab', 'content-type: application/xml'],
        body: XML,
      },
    ],
    [
      'an API server behind the API server',
      'kubernetes-apiserver',
      'possible',
      { status: 500, headers: [JSON_TYPE, DATE], body: K8S, url: 'https://k8s.example.com/apis/acme.example.com/v1/widgets' },
    ],
    [
      'what Rancher answers',
      'kubernetes-apiserver',
      'likely',
      { status: 500, headers: [JSON_TYPE, DATE], body: K8S, url: 'https://rancher.example.com/v3/clusters' },
    ],
    [
      'nginx with the header of ingress-nginx',
      'ingress-nginx',
      'likely',
      {
        status: 502,
        headers: ['server: nginx', 'strict-transport-security: max-age=15724800', HTML],
        body: page('502 Bad Gateway', 'nginx'),
      },
    ],
    ['nginx without a name', 'ingress-nginx', 'possible', { status: 502, headers: [DATE, HTML], body: page('502 Bad Gateway', 'nginx') }],
    [
      'the page of a CDN on nginx',
      'nginx',
      'possible',
      { status: 502, headers: ['server: ArvanCloud', HTML], body: page('502 Bad Gateway', 'nginx') },
    ],
    [
      'nginx’ page under an unknown name',
      'nginx',
      'likely',
      { status: 502, headers: ['server: acme', HTML], body: page('502 Bad Gateway', 'nginx') },
    ],
    [
      'a page of exactly the length of nginx’',
      'nginx',
      'unknown',
      { status: 502, headers: ['server: nginx', HTML, 'content-length: 150'], body: '<p>Our shop is closed.</p>'.padEnd(150, '.') },
    ],
    [
      'the page of a CDN on OpenResty',
      'openresty',
      'unknown',
      { status: 502, headers: ['server: BunnyCDN-DE1-1', HTML], body: page('502 Bad Gateway', 'openresty') },
    ],
    [
      'an empty answer that a backend gave',
      'krakend',
      'unknown',
      { status: 500, headers: ['x-krakend: Version 2.6', 'x-krakend-completed: true', 'content-length: 0'] },
    ],
    [
      'Connect’s page',
      'express',
      'likely',
      { status: 500, headers: [HTML], body: '<html><head><title>Error</title>\n</head>\n<body>\n<pre>Internal Server Error</pre>' },
    ],
    ['an API with that member', 'aspnet', 'unknown', { status: 500, headers: [JSON_TYPE], body: '{"ExceptionMessage":"x","Code":1}' }],
    [
      'a link to the RFC',
      'aspnet',
      'possible',
      { status: 500, headers: [JSON_TYPE], body: '{"type":"https://tools.ietf.org/html/rfc9110#section-15.6.1","title":"x","status":500}' },
    ],
    ['a quota of a download server', 'cloudlinux', 'possible', { status: 509, reason: 'Bandwidth Limit Exceeded', headers: [DATE] }],
    [
      'a page of a designer',
      'iis',
      'unknown',
      { status: 500, headers: [HTML], body: '<div class="content-container"><form><fieldset>Sorry</fieldset></form></div>' },
    ],
    [
      'an empty 500 of Tornado',
      'php-fpm',
      'unknown',
      { status: 500, headers: ['server: TornadoServer/6.4', 'content-type: text/html; charset=UTF-8', 'content-length: 0'] },
    ],
    [
      'Koa’s text over HTTP/2',
      'traefik',
      'possible',
      { status: 502, http: 'h2', headers: ['content-type: text/plain; charset=utf-8', DATE], body: 'Bad Gateway' },
    ],
    [
      'RabbitMQ’s web server',
      'phoenix',
      'possible',
      { status: 500, headers: ['server: Cowboy', JSON_TYPE], body: '{"error":"x","reason":"y"}' },
    ],
    [
      'Django REST framework under uvicorn',
      'fastapi',
      'unknown',
      { status: 500, headers: ['server: uvicorn', 'allow: GET, HEAD', JSON_TYPE], body: '{"detail":"x"}' },
    ],
    [
      'an empty answer with CORS on Fly',
      'fly-io',
      'unknown',
      { status: 503, headers: ['server: Fly/a (2026)', 'fly-request-id: 01K', 'access-control-allow-origin: *'] },
    ],
    [
      'an empty answer with CORS on Netlify',
      'netlify',
      'possible',
      { status: 502, headers: ['server: Netlify', 'x-nf-request-id: 01K', 'access-control-allow-origin: *', 'content-length: 0'] },
    ],
    ['an empty 503 behind Caddy', 'caddy', 'possible', { status: 503, headers: ['server: Caddy', 'content-length: 0'] }],
    [
      'Cloudflare’s words from an nginx',
      'cloudflare',
      'possible',
      { status: 520, headers: ['server: nginx', 'content-type: text/plain'], body: 'error code: 520' },
    ],
    [
      'a title with a number',
      'twisted',
      'possible',
      {
        status: 500,
        headers: [HTML],
        body: '<html>\n<head><title>500 - Oops</title></head>\n<body>\n<h1>Oops</h1>\n<p>x</p></body></html>',
      },
    ],
    ['an API that says TIMEOUT', 'zuul', 'unknown', { status: 504, headers: [JSON_TYPE], body: '{"status":504,"message":"TIMEOUT"}' }],
    [
      'Koa on Cloud Run',
      'google-cloud-run',
      'unknown',
      { status: 503, url: 'https://x.run.app/', headers: ['content-type: text/plain; charset=utf-8'], body: 'Service Unavailable' },
    ],
    [
      'a page that must not be stored',
      'pound',
      'unknown',
      {
        status: 503,
        headers: ['server: acme', 'expires: now', 'pragma: no-cache', 'cache-control: no-cache, no-store', HTML],
        body: '<p>x',
      },
    ],
    [
      'a page with the cache headers of OpenShift',
      'haproxy',
      'unknown',
      {
        status: 503,
        headers: ['pragma: no-cache', 'cache-control: private, max-age=0, no-cache, no-store', HTML, DATE],
        body: '<h1>Shop closed</h1>',
      },
    ],
    [
      'a heading and a Python error',
      'mitmproxy',
      'possible',
      { status: 502, headers: [HTML], body: '<h1>502 Bad Gateway</h1><p>[Errno 111] Connection refused</p>' },
    ],
    [
      'an empty answer of a Node.js program',
      'vite',
      'possible',
      { status: 500, headers: ['content-type: text/plain', 'vary: Origin', 'keep-alive: timeout=5', 'content-length: 0'] },
    ],
    [
      'Werkzeug’s 503',
      'apache',
      'unknown',
      {
        status: 503,
        headers: [HTML],
        body: '<!doctype html>\n<html lang=en>\n<title>503 Service Unavailable</title>\n<h1>Service Unavailable</h1>\n<p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>',
      },
    ],
  ])('does not decide: %s', (_, id, most, answer) => {
    const d = ask(answer);
    expect(rank(d.issuer.id === id ? d.issuer.confidence : 'unknown'), `${d.issuer.id} ${d.issuer.confidence}`).toBeLessThanOrEqual(
      rank(most),
    );
  });

  it.each<readonly [what: string, path: string, answer: Answer]>([
    [
      'an Angular cookie',
      'application',
      { status: 500, headers: ['set-cookie: XSRF-TOKEN=0f3c1f1e-6a; Path=/', JSON_TYPE], body: '{"error":"x","id":1}' },
    ],
    [
      '60 seconds of a Node.js program',
      'application',
      { status: 500, reason: 'Internal Server Error', headers: ['keep-alive: timeout=60', JSON_TYPE], body: '{"error":"x","id":1}' },
    ],
    [
      'requests left, of another server',
      'Acme > application',
      { status: 500, headers: ['server: Acme', 'keep-alive: timeout=5, max=100', JSON_TYPE], body: '{"error":"x","id":1}' },
    ],
    [
      'a look-up of another cache',
      'tencent-cdn > application',
      { status: 500, headers: ['x-cache-lookup: Cache Miss', JSON_TYPE], body: '{"error":"x","id":1}' },
    ],
    [
      'a session cookie of Joomla',
      'application',
      {
        status: 500,
        headers: [`set-cookie: ${'0a'.repeat(16)}=${'1b'.repeat(16)}; path=/; HttpOnly`, JSON_TYPE],
        body: '{"error":"x","id":1}',
      },
    ],
    [
      'an unknown server before the one that answered',
      'waf > nginx > Backend',
      { status: 502, headers: ['server: waf', HTML], body: page('502 Bad Gateway', 'nginx/1.22.1') },
    ],
    [
      'stored JSON that CloudFront fetched from S3',
      'cloudfront > Backend',
      {
        status: 502,
        headers: [
          'server: AmazonS3',
          'etag: "a"',
          'last-modified: Mon, 30 Nov 2026 11:00:00 GMT',
          JSON_TYPE,
          'x-cache: Error from cloudfront',
        ],
        body: '{"error":"x","id":1}',
      },
    ],
  ])('invents no hop: %s', (_, path, answer) => {
    expect(
      ask(answer)
        .path.map((h) => (h.id === 'unknown' ? h.name : h.id))
        .join(' > '),
    ).toBe(path);
  });
});
