import { describe, expect, it } from 'vitest';
import { exchangeFromHar } from '../../diagnosis/exchange';
import { type Subject, subjectOf } from '../../diagnosis/match';
import {
  cacheStatus,
  cdnLoopEvidence,
  PROXY_ERROR_FACTS,
  PROXY_ERRORS,
  problemDetails,
  proxyStatus,
  serverTiming,
  serverTimingEvidence,
  standardEvidence,
  viaEvidence,
  viaHops,
} from '../../diagnosis/standards';
import type { ProxyError, Vendor } from '../../diagnosis/types';

type Pair = readonly [name: string, value: string];
const subject = (headers: readonly Pair[], o: { status?: number; body?: string | null; request?: readonly Pair[] } = {}): Subject =>
  subjectOf(
    exchangeFromHar(
      {
        request: { method: 'GET', url: 'https://example.com/', headers: (o.request ?? []).map(([name, value]) => ({ name, value })) },
        response: { status: o.status ?? 502, headers: headers.map(([name, value]) => ({ name, value })) },
      },
      o.body ?? null,
    ),
  );

const vendor = (id: string, name: string): Vendor => ({
  id,
  name,
  kind: 'proxy',
  depth: 4,
  onPath: [],
  issued: [],
  codes: [],
  timeouts: [],
  ids: [],
  steps: [],
});
const vendors = [vendor('envoy', 'Envoy'), vendor('meta-proxygen', 'Meta Proxygen')];
const proxy = (value: string, status = 502) => proxyStatus(subject([['proxy-status', value]], { status }), vendors);

describe('Proxy-Status', () => {
  it('knows the 32 types of RFC 9209', () => {
    expect(PROXY_ERRORS.size).toBe(32);
    expect(Object.values(PROXY_ERROR_FACTS).filter((f) => f.onlyByIntermediary)).toHaveLength(17);
  });

  it.each(Object.entries(PROXY_ERROR_FACTS))('reads %s', (type, fact) => {
    expect(proxy(`gw; error=${type}`, 599)).toMatchObject({
      name: 'gw',
      error: type,
      reported: type,
      generated: fact.onlyByIntermediary ? 'yes' : 'maybe',
    });
  });

  it('takes the first member that reports an error, whichever place it has', () => {
    expect(proxy('r34.example.net; error=http_request_error, ExampleCDN')).toMatchObject({
      name: 'r34.example.net',
      error: 'http_request_error',
      members: ['ExampleCDN', 'r34.example.net'],
    });
    expect(proxy('inner; received-status=200, outer; error=connection_timeout')).toMatchObject({
      name: 'outer',
      error: 'connection_timeout',
    });
  });

  it('joins the field lines in their order', () => {
    const s = subject([
      ['Proxy-Status', 'inner; error=dns_error; rcode="NXDOMAIN"'],
      ['Proxy-Status', '"Example CDN"'],
    ]);
    expect(proxyStatus(s, [])).toMatchObject({ name: 'inner', error: 'dns_error', members: ['Example CDN', 'inner'] });
  });

  it('does not blame a hop that received the status', () => {
    expect(proxy('cdn; received-status=502')).toMatchObject({ error: null, received: 502, generated: 'no' });
    expect(proxy('cdn; error=http_protocol_error; received-status=502')).toMatchObject({ error: 'http_protocol_error', generated: 'no' });
    expect(proxy('cdn; error=http_response_incomplete; received-status=200')).toMatchObject({ received: 200, generated: 'maybe' });
    expect(proxy('cdn; received-status=502')?.evidence[0]).toMatchObject({ weighs: 'path' });
  });

  it('takes the next hop and the details as text', () => {
    expect(proxy('h2o; error=connection_refused; next-hop="10.0.0.7"; next-protocol=h2; details="no luck"')).toMatchObject({
      nextHop: '10.0.0.7',
      details: 'no luck',
    });
  });

  it.each<[string, ProxyError, ProxyError]>([
    ['upstream_reset_before_response_started{connection_timeout}; UF', 'connection_refused', 'connection_timeout'],
    [
      'upstream_reset_before_response_started{remote_connection_failure,TLS_error:_268435581:SSL_routines}; UF',
      'connection_refused',
      'tls_protocol_error',
    ],
    ['upstream_reset_before_response_started{TLS_error:|CERTIFICATE_VERIFY_FAILED}; UF', 'connection_refused', 'tls_certificate_error'],
    ['no_healthy_upstream; UH', 'destination_unavailable', 'destination_unavailable'],
    ['response_timeout; UT', 'connection_timeout', 'http_response_timeout'],
    ['cluster_not_found; NC', 'destination_unavailable', 'destination_not_found'],
    ['something else', 'connection_terminated', 'connection_terminated'],
  ])('lets details correct the name: %s', (details, reported, error) => {
    expect(proxy(`envoy; error=${reported}; details="${details}"`, 503)).toMatchObject({ reported, error, vendor: { id: 'envoy' } });
  });

  it('ignores error types and parameters it does not know', () => {
    expect(proxy('gw; error=coffee_spilled; foo=?1')).toMatchObject({ name: 'gw', error: null, generated: 'no' });
  });

  it('reads the older order of Meta, the type first', () => {
    expect(proxy('no_server_available; e_proxy="AcJ"; e_fb_vipaddr="AcK"', 503)).toMatchObject({
      name: 'AcJ',
      error: 'destination_unavailable',
      generated: 'yes',
      vendor: { id: 'meta-proxygen' },
    });
    expect(proxy('server_timeout; e_upip="x"', 503)).toMatchObject({ error: 'http_response_timeout' });
    expect(proxy('connnection_limit_reached; e_proxy="AcJ"', 503)).toMatchObject({ error: 'connection_limit_reached' });
  });

  it('does not take Meta’s http_request_error for proof, since app-made errors carry it', () => {
    expect(proxy('http_request_error; e_proxy="AcJ"; e_clientaddr="x"', 500)).toMatchObject({
      error: 'http_request_error',
      generated: 'no',
      evidence: [{ weighs: 'path' }],
    });
  });

  it('takes a proxy that is called like a type by its name when it brings an error', () => {
    expect(proxy('connection_refused; error=dns_error')).toMatchObject({ name: 'connection_refused', error: 'dns_error' });
  });

  it.each(['Fastly Proxy; error=dns_error', 'gw; error=', '"open', 'gw;; error=dns_error', '=', '{}'])(
    'keeps %j and guesses nothing',
    (value) => {
      const report = proxy(value);
      expect(report).toMatchObject({ error: null, generated: 'no', name: '' });
      expect(report?.evidence[0]?.says).toContain('not well-formed');
    },
  );

  it('is null without the header or without a member', () => {
    expect(proxyStatus(subject([]), vendors)).toBeNull();
    expect(proxy('')).toBeNull();
    expect(proxy('(a b)')).toBeNull();
  });
});

describe('Cache-Status', () => {
  const cache = (value: string, status = 502) => cacheStatus(subject([['cache-status', value]], { status }));

  it('says that a hit on an error is a stored one', () => {
    expect(cache('"Edge"; hit; ttl=30', 500)).toMatchObject({
      hit: true,
      ttl: 30,
      forwardStatus: null,
      evidence: [{ says: expect.stringContaining('answered from its store') }],
    });
    expect(cache('"Edge"; hit; ttl=-412', 500)).toMatchObject({ ttl: -412 });
  });

  it('says that a forwarded status came from behind the cache', () => {
    const report = cache('"Netlify Edge"; fwd=miss; fwd-status=502');
    expect(report).toMatchObject({ hit: false, forwardStatus: 502, caches: ['Netlify Edge'], evidence: [{ weighs: 'against' }] });
    expect(cache('a; fwd=uri-miss; fwd-status=200', 503)?.evidence[0]).toMatchObject({ weighs: 'path' });
  });

  it('takes the status nearest to the origin and names caches outermost first', () => {
    expect(cache('origin-cache; fwd=miss; fwd-status=504, edge; fwd=miss; fwd-status=502')).toMatchObject({
      forwardStatus: 504,
      caches: ['edge', 'origin-cache'],
    });
  });

  it('tells a failed revalidation', () => expect(cache('a; fwd=stale')?.evidence[0]?.says).toContain('revalidate'));
  it('reads hit=?0 as no hit', () => expect(cache('a; hit=?0; fwd=miss')).toMatchObject({ hit: false }));
  it.each(['HIT from edge', '', '"x'])('is null for %j', (value) => expect(cache(value)).toBeNull());
});

describe('Via', () => {
  const via = (value: string) => viaHops(subject([['via', value]]));

  it('reads protocol, name and comment, nearest to the origin first', () => {
    expect(via('1.1 vegur, 1.1 abc.cloudfront.net (CloudFront)')).toEqual([
      { protocol: '1.1', receivedBy: 'vegur', comment: null },
      { protocol: '1.1', receivedBy: 'abc.cloudfront.net', comment: 'CloudFront' },
    ]);
    expect(via('http/1.1 host (ApacheTrafficServer/9 [cMsSf, x])')).toHaveLength(1);
    expect(via('nonsense')).toEqual([]);
  });

  it('names them outermost first, and a host that stands there twice', () => {
    expect(viaEvidence(subject([['via', '1.1 inner, 1.1 outer']]))[0]?.says).toBe(
      '`via` names `outer`, then `inner` on the path, outermost first',
    );
    expect(viaEvidence(subject([['via', '1.1 a.example, 1.1 b.example, 1.1 a.example']]))[0]?.says).toContain('twice');
    expect(viaEvidence(subject([['via', '1.1 varnish, 1.1 varnish']]))[0]?.says).not.toContain('twice');
    expect(viaEvidence(subject([]))).toEqual([]);
  });
});

describe('CDN-Loop', () => {
  const loop = (value: string) => cdnLoopEvidence(subject([], { request: [['CDN-Loop', value]] }));
  it('tells a circle from a first pass', () => {
    expect(loop('cloudflare; loops=1, fastly, cloudflare')[0]).toMatchObject({ weighs: 'for', says: expect.stringContaining('circle') });
    expect(loop('cloudflare')[0]).toMatchObject({ weighs: 'path' });
  });
  it('means nothing in a response', () => expect(cdnLoopEvidence(subject([['cdn-loop', 'a, a']]))).toEqual([]));
});

describe('Server-Timing', () => {
  it('reads names, durations and descriptions', () => {
    expect(
      serverTiming(subject([['server-timing', 'cdn-cache; desc=MISS, edge; dur=12, origin; dur=30012.5, ak_p; desc="a, b; c"; dur=1']])),
    ).toEqual([
      { name: 'cdn-cache', duration: null, description: 'MISS' },
      { name: 'edge', duration: 12, description: null },
      { name: 'origin', duration: 30012.5, description: null },
      { name: 'ak_p', duration: 1, description: 'a, b; c' },
    ]);
  });

  it('says how long the origin was waited for', () => {
    const says = (value: string) => serverTimingEvidence(subject([['server-timing', value]])).map((e) => e.says);
    expect(says('edge; dur=3, origin; dur=30012')).toEqual(['`server-timing`: the edge waited 30012 ms for the origin']);
    expect(says('cfOrigin;dur=0,cfEdge;dur=4')).toEqual(['`server-timing`: `cfOrigin` took 0 ms, so it seems that no origin was asked']);
    expect(says('cdn-cache; desc=HIT')).toEqual([]);
  });
});

describe('problem details', () => {
  const problem = (body: string, type = 'application/problem+json', status = 500) =>
    problemDetails(subject([['content-type', type]], { status, body }));

  it('are read by their media type, wrong types counting as absent', () => {
    expect(
      problem('{"type":"https://example.com/p","title":"Out of credit","status":500,"detail":7,"cloudflare_error":true}'),
    ).toMatchObject({
      type: 'https://example.com/p',
      title: 'Out of credit',
      status: 500,
      detail: null,
      extensions: ['cloudflare_error'],
    });
    expect(problem('{}')).toMatchObject({ type: 'about:blank', title: null, extensions: [] });
  });

  it('are known by their members too, but not by a title alone', () => {
    expect(problem('{"title":"Unexpected Problem","type":"about:blank","status":500}', 'application/json')).not.toBeNull();
    expect(problem('{"title":"A book"}', 'application/json')).toBeNull();
    expect(problem('{"title":"A book","type":"x","status":200}', 'application/json')).toBeNull();
    expect(problem('[1]')).toBeNull();
    expect(problem('<html>')).toBeNull();
  });

  it('tell that the status was changed on the way', () => {
    expect(
      problem('{"title":"x","status":503}')
        ?.evidence.map((e) => e.says)
        .join(),
    ).toContain('says 503 and the response is 500');
  });
});

describe('the evidence of all standard headers', () => {
  it('is empty where none of them is', () => expect(standardEvidence(subject([['server', 'nginx']]))).toEqual([]));
  it('comes together', () => {
    const s = subject(
      [
        ['via', '1.1 google'],
        ['cache-status', 'edge; hit'],
        ['server-timing', 'origin;dur=4'],
        ['content-type', 'application/problem+json'],
      ],
      { body: '{"title":"x"}', request: [['cdn-loop', 'a']] },
    );
    expect(standardEvidence(s).map((e) => e.where)).toEqual([
      'header cache-status',
      'header cdn-loop',
      'header via',
      'header server-timing',
      'body',
    ]);
  });
});
