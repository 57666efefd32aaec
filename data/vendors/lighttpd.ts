import type { Vendor } from '../../diagnosis/types';
import { noBody } from '../bodies';

const page = { source: 'https://github.com/lighttpd/lighttpd1.4/blob/master/src/response.c', verified: '2026-11-22' } as const;
const proxy = { source: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_proxy', verified: '2026-11-22' } as const;
const log = {
  text: 'Read the error log: `connect failed`, `all handlers … are down` or `unexpected end-of-file` name the cause',
  command: 'sudo tail -50 /var/log/lighttpd/error.log',
} as const;

/** lighttpd, web server and proxy. */
export const lighttpd: Vendor = {
  id: 'lighttpd',
  name: 'lighttpd',
  kind: 'proxy',
  depth: 4,
  onPath: [
    {
      when: { header: 'server', matches: /^lighttpd\b/i },
      says: '`server: {value}`; lighttpd writes it on relayed responses that have none',
      version: /lighttpd\/([\w.-]+)/i,
      documented: true,
      ...proxy,
    },
  ],
  issued: [
    {
      when: {
        all: [
          {
            bodyMatches:
              /<!DOCTYPE html>\s{0,8}<html lang="en">\s{0,8}<head>\s{0,8}<meta charset="UTF-8" ?\/?>\s{0,8}<title>5\d\d [A-Z][^<]{3,40}<\/title>\s{0,8}<\/head>\s{0,8}<body>\s{0,8}<h1>5\d\d [A-Z][^<]{3,40}<\/h1>\s{0,8}<\/body>/,
            near: '<meta charset="utf-8"',
          },
          { not: { header: 'server', matches: /^(?!lighttpd|cloudflare)/i } },
        ],
      },
      strength: 'strong',
      says: "The body is lighttpd's built-in page",
      ...page,
    },
    {
      when: {
        all: [
          {
            bodyMatches:
              /<\?xml version="1\.0" encoding="iso-8859-1"\?>\s{0,8}<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML 1\.0 Transitional\/\/EN"\s{0,20}"[^"]{10,80}">\s{0,8}<html[^>]{0,120}>\s{0,8}<head>\s{0,8}<title>5\d\d (?:- )?[A-Z][^<]{3,40}<\/title>/i,
            near: 'iso-8859-1',
          },
        ],
      },
      strength: 'strong',
      says: "The body is lighttpd's built-in page",
      documented: true,
      ...page,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^lighttpd\b/i },
          { header: 'content-type', is: 'text/html' },
          { length: [182, 162, 178, 170, 166, 190, 168, 184, 341, 345, 349, 353, 357, 361, 365, 369] },
          { absent: 'x-powered-by' },
          { absent: 'set-cookie' },
          { absent: 'etag' },
        ],
      },
      strength: 'strong',
      says: "`content-length` is that of lighttpd's built-in page, and no header of an application is there",
      documented: true,
      ...page,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^lighttpd\b/i },
          { header: 'content-type', is: 'text/html' },
          noBody,
          { absent: 'x-powered-by' },
          { absent: 'set-cookie' },
          { absent: 'etag' },
          { absent: 'x-request-id' },
          { absent: 'cache-control' },
        ],
      },
      strength: 'supporting',
      says: 'No header but lighttpd’s own: it drops all others on its error pages',
      documented: true,
      ...page,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'origin',
      fault: 'connection_refused',
      also: ['destination_unavailable', 'connection_timeout', 'overloaded', 'dns_error', 'maintenance'],
      confidence: 'possible',
      verdict: 'lighttpd answered for your app: no backend accepts its connection.',
      cause: 'The backend refused the connection or did not answer it, or all are marked down or overloaded.',
      look: "is the backend (FastCGI, proxy) up; lighttpd's error log",
      steps: [{ text: 'Is it listening?', command: 'sudo ss -ltnpx' }, log],
      ...proxy,
    },
    {
      status: 500,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_response_incomplete', 'http_protocol_error', 'application_error', 'proxy_configuration_error'],
      confidence: 'possible',
      verdict: 'lighttpd answered for your app: it closed the connection or sent no valid headers.',
      cause: 'A backend or script that ended before its headers were complete; lighttpd says 500 for that, not 502.',
      look: "a crash of the backend or script at that second; lighttpd's error log",
      steps: [log],
      documented: true,
      ...proxy,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'http_protocol_error',
      also: ['http_response_header_section_size', 'connection_terminated', 'http_response_incomplete'],
      confidence: 'possible',
      verdict: "lighttpd answered for your app: the backend's answer was not valid.",
      cause: 'The headers of the backend could not be used.',
      look: "what the backend sends; lighttpd's error log",
      steps: [log],
      documented: true,
      ...proxy,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['http_response_timeout', 'connection_timeout'],
      confidence: 'likely',
      verdict: 'lighttpd gave up waiting: the backend sent nothing in time.',
      cause: 'The backend had the request and sent nothing within `read-timeout`.',
      look: "the application's slow request at that time",
      steps: [log],
      documented: true,
      ...proxy,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['http_request_error', 'proxy_configuration_error'],
      confidence: 'possible',
      cause: 'lighttpd failed on this request itself.',
      look: "lighttpd's error log",
      steps: [log],
      documented: true,
      ...proxy,
    },
  ],
  timeouts: [
    {
      ms: 10_000,
      status: [503],
      fault: 'connection_timeout',
      role: 'link',
      name: 'connect timeout of a gateway backend, about 10 s',
      ...proxy,
    },
  ],
  ids: [],
  steps: [log],
  docs: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_proxy',
};
