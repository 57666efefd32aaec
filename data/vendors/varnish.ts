import type { Match, Vendor } from '../../diagnosis/types';

const builtin = {
  source: 'https://github.com/varnishcache/varnish-cache/blob/master/bin/varnishd/builtin.vcl',
  verified: '2026-11-22',
} as const;
const fetch = {
  source: 'https://github.com/varnishcache/varnish-cache/blob/master/bin/varnishd/cache/cache_fetch.c',
  verified: '2026-11-22',
} as const;
const params = { source: 'https://varnish-cache.org/docs/7.6/reference/varnishd.html', verified: '2026-11-22' } as const;
const log = {
  text: 'Read the log of this request: `FetchError` names the cause (the number on the page is the backend request, this is the client one)',
  command: "varnishlog -d -g request -q 'vxid == {x-varnish}'",
} as const;
const logAny = { text: 'Read the fetch errors of that time', command: 'varnishlog -d -g request -q FetchError | tail -60' } as const;
const backends = { text: 'Is a backend sick?', command: 'sudo varnishadm backend.list' } as const;

/** Fastly runs a Varnish of its own, which never signs with a version. */
const notFastly: Match = {
  any: [{ not: { header: 'x-served-by', starts: 'cache-' } }, { header: 'via', matches: /varnish(?:-v\d| ?\(Varnish\/)/i }],
};

/** Varnish Cache. Fastly speaks alike, but spells `Guru Mediation` and prints `Details: cache-…`. */
export const varnish: Vendor = {
  id: 'varnish',
  name: 'Varnish',
  kind: 'proxy',
  depth: 3,
  onPath: [
    {
      when: { all: [{ header: 'x-varnish', matches: /^\d+(?: \d+)?$/ }, { not: { header: 'x-served-by', starts: 'cache-' } }] },
      says: '`x-varnish: {value}`: Varnish handled it, relayed responses carry it too',
      ...params,
    },
    {
      when: { header: 'via', matches: /varnish(?:-v\d| ?\(Varnish\/)/i },
      says: '`via: {value}`',
      version: /Varnish\/([\d.]+)/i,
      ...params,
    },
  ],
  issued: [
    {
      when: { any: [{ body: '<title>503 Backend fetch failed</title>' }, { body: '<title>503 VCL failed</title>' }] },
      strength: 'strong',
      says: '`{value}` is the title of Varnish’s own page',
      ...fetch,
    },
    {
      when: { all: [{ bodyMatches: /Guru Meditation:?\s{0,8}(?:<[^>]{1,20}>\s{0,8}){0,4}XID:/i, near: 'Guru Meditation' }] },
      strength: 'conclusive',
      says: "The body is Varnish's own page: `{value}`",
      ...builtin,
    },
    {
      when: {
        all: [{ any: [{ reason: 'Backend fetch failed' }, { reason: 'VCL failed' }] }, notFastly],
      },
      strength: 'strong',
      says: 'The reason phrase `{value}` is one that only Varnish writes',
      ...fetch,
    },
    {
      when: {
        all: [{ header: 'server', is: 'Varnish' }, { header: 'retry-after', is: '5' }, notFastly],
      },
      strength: 'strong',
      says: '`server: Varnish` with `retry-after: 5`: Varnish sets both only on its own errors',
      ...builtin,
    },
    {
      when: {
        all: [
          { any: [{ body: 'Varnish cache server' }, { body: 'Guru Meditation' }] },
          { any: [{ body: 'Backend fetch failed' }, { body: 'VCL failed' }] },
          { not: { body: 'Guru Mediation' } },
          { not: { body: 'Details: cache-' } },
        ],
      },
      strength: 'conclusive',
      says: "The body is Varnish's own page",
      ...builtin,
    },
    {
      when: {
        all: [{ header: 'server', is: 'Varnish' }, { header: 'x-varnish' }, notFastly],
      },
      strength: 'supporting',
      says: '`server: Varnish`: relayed responses keep the backend’s name',
      ...builtin,
    },
  ],
  codes: [
    {
      when: { any: [{ body: 'VCL failed' }, { reason: 'VCL failed' }] },
      role: 'gateway',
      fault: 'proxy_configuration_error',
      also: ['proxy_internal_error'],
      confidence: 'likely',
      verdict: 'Varnish answered: its own configuration (VCL) failed on this request. No backend is to blame.',
      cause: 'The VCL called `return (fail)` or ran into an error.',
      look: '`VCL_Error` in the Varnish log; the last change of the VCL',
      steps: [{ text: 'Read the error', command: 'varnishlog -d -g request -q VCL_Error' }, log],
      ...fetch,
    },
    {
      status: 503,
      when: { any: [{ body: 'Backend fetch failed' }, { reason: 'Backend fetch failed' }] },
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'connection_terminated',
        'connection_read_timeout',
        'destination_unavailable',
        'connection_timeout',
        'http_protocol_error',
        'http_response_incomplete',
        'connection_limit_reached',
        'http_response_header_section_size',
        'proxy_configuration_error',
      ],
      confidence: 'possible',
      verdict: 'Varnish answered for your app: it got no answer from the backend that it could use.',
      cause:
        'The backend refused, broke off, was too slow or is marked sick; Varnish has one page for all of it and never says 502 or 504.',
      look: '`FetchError` in the Varnish log; then the backend process',
      steps: [log, logAny, backends, { text: 'Is the backend process up and listening?', command: 'sudo ss -ltnp' }],
      ...fetch,
    },
    {
      status: 503,
      when: {
        all: [
          {
            any: [
              { header: 'server', is: 'Varnish' },
              { header: 'retry-after', is: '5' },
            ],
          },
          { absent: 'via' },
          { absent: 'age' },
        ],
      },
      role: 'gateway',
      fault: 'maintenance',
      also: ['proxy_internal_response', 'proxy_loop_detected', 'proxy_configuration_error', 'http_request_denied'],
      confidence: 'possible',
      verdict: 'Varnish answered this 503 from its own rules. No backend was asked.',
      cause: 'A synthetic answer of the VCL: maintenance, a deny rule, or too many restarts; without `via` and `age` it is no fetch error.',
      look: '`synth(503` in the VCL',
      steps: [
        {
          text: 'Search the running VCL for the rule',
          command:
            "sudo varnishadm vcl.show -v \"$(sudo varnishadm vcl.list | awk '/^active/{print $NF}')\" | grep -nE 'synth|restart|fail'",
        },
        log,
      ],
      ...builtin,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_read_timeout', 'connection_terminated', 'maintenance', 'proxy_internal_response'],
      confidence: 'possible',
      verdict: 'Varnish answered: it got nothing from the backend, or a rule of its own says 503.',
      cause: 'Varnish 3 says `Service Unavailable` for every failed fetch; later versions say it for a rule in the VCL.',
      look: '`FetchError` in the Varnish log',
      steps: [log, logAny, backends],
      ...builtin,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_response',
      also: ['proxy_configuration_error', 'http_request_denied', 'maintenance'],
      confidence: 'possible',
      verdict: 'Varnish answered this from a rule of its own (VCL). No backend was asked.',
      cause: 'Varnish itself only says 503; another status comes from `synth` in the VCL.',
      look: '`synth(` in the VCL',
      steps: [log],
      documented: true,
      ...builtin,
    },
  ],
  timeouts: [
    { ms: 60_000, status: [503], fault: 'connection_read_timeout', role: 'origin', name: '`first_byte_timeout`, default 60 s', ...params },
    { ms: 3500, status: [503], fault: 'connection_timeout', role: 'link', name: '`connect_timeout`, default 3.5 s', ...params },
  ],
  ids: [
    {
      header: 'x-varnish',
      name: 'Varnish transaction',
      lookup: "varnishlog -g request -q 'vxid == …'; the page's XID is the backend request, usually one higher",
      ...params,
    },
  ],
  steps: [log, logAny, backends],
  test: {
    text: 'On the Varnish host, read the transaction of this request.',
    command: "varnishlog -d -g request -q 'vxid == {x-varnish}'",
    outcomes: [
      { result: '`FetchError`', means: 'Varnish made the 503; the text names the cause' },
      { result: '`BerespStatus` with this status', means: 'the backend answered it; Varnish only passed it on' },
      { result: 'no `Bereq` at all', means: 'a rule of the VCL answered' },
    ],
  },
  docs: 'https://varnish-cache.org/docs/',
};
