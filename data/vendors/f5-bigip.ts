import type { Vendor } from '../../diagnosis/types';
import { json } from '../bodies';

const WAF = 'https://github.com/EnableSecurity/wafw00f';
const ASM = 'https://github.com/Ekultek/WhatWaf/issues/1371';
const verified = '2026-11-22';
const gui = { source: 'https://github.com/F5Networks/f5-ansible/issues/669', verified: '2026-11-25' } as const;

/** F5 BIG-IP: LTM load balancer and Advanced WAF (ASM). */
export const f5Bigip: Vendor = {
  id: 'f5-bigip',
  name: 'F5 BIG-IP',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: {
        header: 'set-cookie',
        matches: /^(?:BIGipServer|TS[0-9a-f]{6,8}(?:_\d+)?=|F5_ST=|F5_fullWT|LastMRH_Session=|MRHSession=|f5avr)/i,
      },
      says: 'A cookie of BIG-IP is set (`{value}`)',
      source: WAF,
      verified,
      documented: true,
    },
    {
      when: { header: 'x-cnection' },
      says: '`x-cnection` is a `connection` header that BIG-IP renamed',
      source: WAF,
      verified,
      documented: true,
    },
    { when: { header: 'x-wa-info' }, says: '`x-wa-info` is BIG-IP’s', source: WAF, verified, documented: true },
    { when: { header: 'server', matches: /^Big-?IP$/i }, says: '`server: {value}`', source: WAF, verified, documented: true },
  ],
  issued: [
    {
      when: { all: [{ body: 'BIG-IP' }, { body: 'Configuration Utility restarting' }] },
      strength: 'conclusive',
      says: 'The page is that of BIG-IP’s own configuration utility',
      ...gui,
    },
    {
      when: { header: 'server', matches: /^Big-?IP$/i },
      strength: 'conclusive',
      says: '`server: {value}` stands on what BIG-IP writes itself',
      source: WAF,
      verified,
      documented: true,
    },
    {
      when: {
        all: [
          { body: 'The requested URL was rejected' },
          { body: 'support ID' },
          { not: { header: 'server', is: 'volt-adc' } },
          { not: { header: 'x-volterra-location' } },
          { not: json },
        ],
      },
      strength: 'strong',
      says: 'The page is that of F5’s application firewall, with a support ID',
      source: ASM,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      when: { body: 'Configuration Utility restarting' },
      role: 'application',
      fault: 'destination_unavailable',
      also: ['maintenance', 'proxy_internal_response'],
      confidence: 'likely',
      verdict: 'The management page of a BIG-IP answered: its own web application is restarting.',
      cause: 'The Tomcat of the configuration utility is not up yet, as after a start or an upgrade.',
      look: 'Wait a minute; then `bigstart status tomcat` on the device',
      ...gui,
    },
    {
      when: { any: [{ body: 'The requested URL was rejected' }, { body: 'support ID' }] },
      role: 'gateway',
      fault: 'http_request_denied',
      confidence: 'likely',
      verdict: 'BIG-IP blocked this request: its application firewall refused it.',
      cause: 'A rule of the security policy matched; the owner has it answer with a 5xx.',
      look: 'The firewall’s event log, by the support ID',
      source: ASM,
      verified,
      documented: true,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['maintenance', 'proxy_internal_response', 'overloaded'],
      confidence: 'possible',
      verdict: 'BIG-IP answered: most often an iRule speaks so when no pool member is up.',
      cause: 'No member of the pool is available, or the owner switched a maintenance page on.',
      look: 'Pool members and iRules of the virtual server',
      steps: [{ text: 'Read the state of the pool', command: 'tmsh show ltm pool members' }],
      source: WAF,
      verified,
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'An iRule or policy of BIG-IP gave this status.',
      look: 'iRules of the virtual server',
      source: WAF,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Owner: read the state of the pool at {time}', command: 'tmsh show ltm pool members' },
    { text: 'Which iRule answers with {status}?', command: "tmsh list ltm rule | grep -n 'HTTP::respond'" },
  ],
  docs: 'https://my.f5.com/manage/s/',
};
