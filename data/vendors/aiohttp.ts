import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/aio-libs/aiohttp/blob/master/aiohttp/web_protocol.py', verified: '2026-11-22' } as const;

/** aiohttp, as a server. */
export const aiohttp: Vendor = {
  id: 'aiohttp',
  name: 'aiohttp',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { header: 'server', matches: /\baiohttp\// },
      says: '`server: {value}`',
      version: /aiohttp\/([\d.]+)/,
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: { all: [{ body: 'Server got itself in trouble' }, { not: { body: 'Error code' } }] },
      strength: 'conclusive',
      says: "`Server got itself in trouble` is aiohttp's sentence for an exception in a handler",
      documented: true,
      ...src,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /\baiohttp\// },
          { bodyMatches: /^\s{0,20}5\d\d: [A-Z][A-Za-z ]{3,40}\s{0,20}$/, near: ': ' },
        ],
      },
      strength: 'conclusive',
      says: '`{value}` is how aiohttp words a raised HTTP error',
      documented: true,
      ...src,
    },
    {
      when: { bodyMatches: /^\s{0,20}5\d\d: [A-Z][A-Za-z ]{3,40}\s{0,20}$/, near: ': ' },
      strength: 'supporting',
      says: '`{value}` is how aiohttp words a raised HTTP error; Tornado’s page reads the same',
      ...src,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A handler or middleware raised an exception that is no HTTP error.',
      look: 'the log of the logger `aiohttp.server`: `Error handling request`',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search the log around {time} for `Error handling request`: the traceback follows' }],

  docs: 'https://docs.aiohttp.org/en/stable/web_advanced.html',
};
