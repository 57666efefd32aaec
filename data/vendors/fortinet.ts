import type { Vendor } from '../../diagnosis/types';

const guide = { source: 'https://docs.fortinet.com/document/fortiweb/6.1.1/administration-guide/481808', verified: '2026-11-25' } as const;
const style = { source: 'https://github.com/Ekultek/WhatWaf/issues/34', verified: '2026-11-25' } as const;
const signatures = { source: 'https://github.com/sqlmapproject/sqlmap/blob/1.2.11/waf/fortiweb.py', verified: '2026-11-25' } as const;

/** FortiWeb, FortiGate and FortiProxy: one template for all pages that they put in place of an answer. */
export const fortinet: Vendor = {
  id: 'fortinet',
  name: 'Fortinet',
  kind: 'gateway',
  depth: 2,
  onPath: [
    {
      when: { header: 'set-cookie', matches: /^FORTIWAFSID=/ },
      says: 'FortiWeb set its cookie `FORTIWAFSID`: it carried the response',
      documented: true,
      ...signatures,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /h1, h2 \{\s{0,20}height: 82px;\s{0,20}text-indent: -999em;/, near: 'text-indent: -999em' },
      strength: 'conclusive',
      says: 'The style sheet is that of Fortinet’s replacement pages: `{value}`',
      ...style,
    },
    {
      when: { all: [{ body: '.fgd_icon' }, { body: '.blocked' }, { body: '.authenticate' }] },
      strength: 'conclusive',
      says: 'The style sheet is that of FortiWeb’s and FortiGate’s block page',
      documented: true,
      ...signatures,
    },
    {
      when: { body: 'url.fortinet.net:8008/' },
      strength: 'strong',
      says: 'The page loads its pictures from FortiGuard: `{value}`',
      documented: true,
      ...style,
    },
  ],
  codes: [
    {
      when: { body: 'Server Unavailable!' },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['maintenance'],
      confidence: 'likely',
      verdict: 'FortiWeb answered: no server of its pool is up.',
      cause: 'Every member of the pool is disabled, in maintenance, or fails its health check.',
      look: 'Server Health in FortiWeb',
      documented: true,
      ...guide,
    },
    {
      role: 'gateway',
      fault: 'http_request_denied',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'A Fortinet firewall answered: most likely a rule of it blocked this request.',
      cause: 'The request broke a policy; the administrator chooses the status of that page, 5xx too.',
      look: 'The page’s words and the attack or traffic log of the firewall at this time',
      documented: true,
      ...guide,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Note what the page shows: an attack ID, a message ID, a category or a URL.' },
    { text: 'Owner: search that ID, or the time {time}, in the attack log (FortiWeb) or the web filter log (FortiGate).' },
    { text: 'Repeat the request without what looks like an attack or a forbidden site: does it pass?' },
  ],
  docs: guide.source,
};
