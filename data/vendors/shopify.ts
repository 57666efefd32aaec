import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const CODES = 'https://shopify.dev/docs/api/usage/response-codes';
const PAGES = 'https://github.com/Shopify/error-pages';
const CLI = 'https://github.com/Shopify/cli';
const verified = '2026-11-22';

const here: Match = {
  any: [
    { header: 'x-shopid' },
    { header: 'x-sorting-hat-shopid' },
    { header: 'x-shopify-stage' },
    { header: 'powered-by', has: 'Shopify' },
  ],
};
const support: StepRule = { text: 'Quote `{x-request-id}` and {time} to Shopify’s support.' };
const repeat: StepRule = { text: 'Repeat it with growing pauses; honour `retry-after`. Do not repeat a mutation blindly.' };
const theme: StepRule = { text: 'Preview another theme, or switch apps off one by one: a 500 that ends then has its cause there.' };

/** Shopify is host and application in one; nothing of the merchant's own runs behind it, apart from Liquid. */
export const shopify: Vendor = {
  id: 'shopify',
  name: 'Shopify',
  kind: 'platform',
  depth: 2,
  ownEdge: 'cloudflare',
  onPath: [
    { when: here, says: 'A header that stands on everything of Shopify: `{value}`', source: CLI, verified },
    {
      when: {
        any: [
          { header: 'x-shardid' },
          { header: 'x-sorting-hat-podid' },
          { header: 'x-storefront-renderer-rendered' },
          { header: 'x-dc', matches: /^gcp-/ },
        ],
      },
      says: 'A header of Shopify’s own servers: `{value}`',
      source: CLI,
      verified,
    },
    {
      when: { all: [{ host: '.myshopify.com' }, { not: { status: [520, 521, 522, 523, 524, 525, 526, 527, 530] } }] },
      says: 'The host is one of Shopify’s: `{value}`',
      source: CODES,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: { body: 'github.com/Shopify/error-pages' },
      strength: 'conclusive',
      says: 'The page names its source, `Shopify/error-pages`: Shopify wrote it',
      source: PAGES,
      verified,
    },
    {
      when: {
        all: [
          { body: 'There was a problem loading this website' },
          { any: [here, { host: '.myshopify.com' }, { bodyMatches: /\bstatus-code-5\d\d\b/, near: 'status-code-5' }, { body: 'shopify' }] },
        ],
      },
      strength: 'strong',
      says: 'The page is Shopify’s: “{value}”',
      source: PAGES,
      verified,
      documented: true,
    },
    {
      when: { body: 'There was a problem loading this website' },
      strength: 'supporting',
      says: 'The title is that of Shopify’s error page',
      source: PAGES,
      verified,
      documented: true,
    },
    {
      when: { header: 'x-storefront-renderer-rendered', is: '1' },
      strength: 'strong',
      says: '`x-storefront-renderer-rendered: 1`: Shopify’s storefront made this response',
      source: CLI,
      verified,
    },
    {
      when: { all: [{ status: [530, 540] }, { any: [here, { host: '.myshopify.com' }] }] },
      strength: 'supporting',
      says: 'Shopify documents {value} as its own status',
      source: CODES,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      status: 540,
      role: 'edge',
      fault: 'maintenance',
      also: ['quota_exceeded', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Shopify answered: this endpoint is switched off for now.',
      cause: 'Shopify disabled it for a time.',
      look: 'Shopify’s status page',
      source: CODES,
      verified,
      documented: true,
    },
    {
      status: 530,
      role: 'link',
      fault: 'dns_error',
      also: ['destination_unavailable'],
      confidence: 'possible',
      verdict: 'Shopify answered: the name of the origin does not resolve.',
      cause: 'Cloudflare before Shopify cannot resolve the requested shop.',
      look: 'The host name of the shop, then Shopify’s status page',
      source: CODES,
      verified,
      documented: true,
    },
    {
      when: { header: 'x-storefront-renderer-rendered' },
      role: 'application',
      fault: 'application_error',
      also: ['proxy_internal_error', 'overloaded'],
      confidence: 'likely',
      verdict: 'Shopify’s storefront answered this itself: rendering the page failed.',
      cause: 'Shopify’s renderer failed on this page, theme or app block.',
      look: 'The theme and its apps, then Shopify’s status page',
      steps: [theme, support],
      source: CLI,
      verified,
    },
    {
      status: 504,
      role: 'application',
      fault: 'http_response_timeout',
      also: ['overloaded'],
      confidence: 'possible',
      verdict: 'Shopify answered: its own servers did not finish in time.',
      cause: 'The request took too long, often a large query or export.',
      look: 'The size of the query',
      steps: [repeat, support],
      source: CODES,
      verified,
      documented: true,
    },
    {
      role: 'unknown',
      fault: 'unknown',
      also: ['overloaded', 'destination_unavailable', 'application_error', 'maintenance'],
      confidence: 'unknown',
      verdict: 'Shopify answered with its general error page, which says nothing about the cause.',
      cause: 'Something within Shopify failed or is overloaded.',
      look: 'Shopify’s status page',
      steps: [repeat, support, theme],
      source: PAGES,
      verified,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-request-id', name: 'x-request-id', lookup: 'quote it to Shopify’s support', source: CODES, verified }],
  steps: [repeat, support],
  statusPage: 'https://www.shopifystatus.com/',
  docs: CODES,
};
