import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const LVE = 'https://docs.cloudlinux.com/cloudlinuxos/limits/';
const LIMITS = 'https://docs.cloudlinux.com/cloudlinuxos/limits/#entry-processes';
const CPANEL = 'https://docs.cpanel.net/whm/account-functions/limit-bandwidth-usage/';
const verified = '2026-11-24';

const usage: StepRule = { text: 'Open Resource Usage in cPanel: the row with faults at {time} names the limit (EP, NPROC, PMEM).' };
const traffic: StepRule = {
  text: 'Look in the access log for crawlers and for `xmlrpc.php`, `wp-login.php`, `admin-ajax.php`: they fill the limit.',
};
const plan: StepRule = { text: 'Cache pages, make slow scripts faster, or move to a larger plan.' };

const BANDWIDTH: Match = {
  any: [{ body: 'Bandwidth Limit Exceeded' }, { body: 'bandwidth limit' }, { reason: 'Bandwidth Limit Exceeded' }],
};

/** Limits of an account on shared hosting. 508 here is no loop: the account has too many processes at once. */
export const cloudlinux: Vendor = {
  id: 'cloudlinux',
  name: 'Shared hosting (CloudLinux)',
  kind: 'platform',
  depth: 4,
  onPath: [],
  issued: [
    {
      when: {
        any: [
          { all: [{ body: 'Resource Limit Is Reached' }, { body: 'exceeded resource limit' }] },
          {
            bodyMatches: /The website is temporarily unable to serv(?:ice|er|e) your request as it exceeded resource limit/i,
            near: 'exceeded resource limit',
          },
        ],
      },
      strength: 'conclusive',
      says: 'The page is that of CloudLinux for an account over its limits',
      source: LVE,
      verified,
      documented: true,
    },
    {
      when: { all: [{ status: 508 }, { body: 'Resource Limit Is Reached' }] },
      strength: 'conclusive',
      says: '508 “Resource Limit Is Reached” is CloudLinux’s',
      source: LVE,
      verified,
      documented: true,
    },
    {
      when: { all: [{ status: 508 }, { reason: 'Resource Limit Is Reached' }] },
      strength: 'strong',
      says: 'The reason phrase is CloudLinux’s: “{value}”',
      source: LVE,
      verified,
      documented: true,
    },
    {
      when: { all: [{ status: 509 }, BANDWIDTH, { header: 'server', matches: /^(?:Apache|LiteSpeed)/i }] },
      strength: 'strong',
      says: '509 “Bandwidth Limit Exceeded” is what shared hosting answers for an account over its traffic',
      source: CPANEL,
      verified,
      documented: true,
    },
    {
      when: { all: [{ status: 509 }, BANDWIDTH] },
      strength: 'supporting',
      says: 'Shared hosting answers 509 with these words for an account over its traffic, and so do others: “{value}”',
      source: CPANEL,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      status: 509,
      role: 'gateway',
      fault: 'quota_exceeded',
      confidence: 'certain',
      verdict: 'The hosting provider answered: this account has used up its traffic.',
      cause: 'The traffic of the account’s plan is used up for this month.',
      look: 'Bandwidth in the hosting panel',
      steps: [{ text: 'Open Bandwidth in cPanel; ask the provider to raise the limit, or wait for the next month.' }, traffic],
      source: CPANEL,
      verified,
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'quota_exceeded',
      also: ['overloaded', 'connection_limit_reached'],
      confidence: 'likely',
      verdict: 'The hosting provider answered: this account runs too many processes at once.',
      cause: 'The account reached its limit of entry processes; slow scripts or crawlers fill it.',
      look: 'Resource Usage in the hosting panel',
      steps: [usage, traffic, plan],
      source: LIMITS,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [usage, traffic, plan],
  docs: LVE,
};
