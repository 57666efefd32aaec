import type { Vendor } from '../../diagnosis/types';

const TIMEOUT = 'https://docs.sucuri.net/website-firewall/troubleshooting/backend-timeout-message/';
const WAF = 'https://github.com/EnableSecurity/wafw00f';
const BLOCK = 'https://github.com/Ekultek/WhatWaf/issues/1161';
const verified = '2026-11-22';

const direct = {
  text: 'Ask the hosting server itself, past Sucuri',
  command: 'curl -sv -o /dev/null --connect-to "::$HOSTING_IP" {url}',
} as const;
const whitelist = {
  text: 'Does the server’s firewall or security plugin block Sucuri’s addresses? All traffic comes from those few',
} as const;

/** Sucuri Website Firewall. */
export const sucuri: Vendor = {
  id: 'sucuri',
  name: 'Sucuri',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { any: [{ header: 'server', matches: /^Sucuri/i }, { header: 'x-sucuri-id' }, { header: 'x-sucuri-cache' }] },
      says: 'A header of Sucuri is there (`{value}`); it stands on what it passes on too',
      source: WAF,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: { any: [{ body: 'Sucuri WebSite Firewall' }, { body: 'sucuri-firewall-block.css' }, { body: 'cloudproxy@sucuri.net' }] },
      strength: 'conclusive',
      says: 'The page says `{value}`: Sucuri wrote it',
      source: WAF,
      verified,
      documented: true,
    },
    {
      when: { header: 'x-sucuri-block' },
      strength: 'conclusive',
      says: '`x-sucuri-block: {value}` names the rule that blocked',
      source: BLOCK,
      verified,
      documented: true,
    },
    {
      when: {
        all: [
          { any: [{ body: 'Backend Timeout' }, { body: 'Backend or gateway connection timeout' }] },
          { any: [{ header: 'x-sucuri-id' }, { header: 'server', matches: /^Sucuri/i }, { body: 'sucuri' }] },
        ],
      },
      strength: 'strong',
      says: 'The page says that the backend timed out, in Sucuri’s words',
      source: TIMEOUT,
      verified,
      documented: true,
    },
    {
      when: {
        all: [{ header: 'server', matches: /^Sucuri/i }, { status: [502, 504] }, { absent: 'x-sucuri-cache' }, { absent: 'x-powered-by' }],
      },
      strength: 'supporting',
      says: 'No `x-sucuri-cache`, which Sucuri puts on what it passes on',
      source: WAF,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      when: { any: [{ header: 'x-sucuri-block' }, { body: 'Access Denied' }] },
      role: 'edge',
      fault: 'http_request_denied',
      confidence: 'likely',
      verdict: 'Sucuri blocked this request: one of its rules refused it. The server was not asked.',
      cause: 'A rule of the website firewall matched; the page prints the block id.',
      look: 'Audit trails in the firewall’s dashboard, by the block id',
      source: BLOCK,
      verified,
      documented: true,
    },
    {
      status: [502, 504],
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_refused', 'overloaded'],
      confidence: 'likely',
      verdict: 'Sucuri gave up: the hosting server did not answer it.',
      cause: 'The server is overloaded, has a new address, or its security software blocks Sucuri.',
      look: 'The hosting server: load, address, then its own firewall',
      steps: [direct, whitelist, { text: 'Has the hosting address changed? Compare it with the one in the firewall’s settings' }],
      source: TIMEOUT,
      verified,
      documented: true,
    },
    {
      status: 503,
      role: 'edge',
      fault: 'proxy_internal_response',
      also: ['maintenance', 'http_request_denied', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Sucuri answered this 503 itself: the site is paused or under attack protection.',
      cause: 'A setting of the firewall, not the server.',
      look: 'The firewall’s dashboard',
      source: TIMEOUT,
      verified,
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      confidence: 'unknown',
      cause: 'Sucuri made this answer itself.',
      look: 'The firewall’s dashboard',
      source: TIMEOUT,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [direct, whitelist],
  statusPage: 'https://status.sucuri.net/',
  docs: TIMEOUT,
};
