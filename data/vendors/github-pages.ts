import type { Match, Vendor } from '../../diagnosis/types';

const DOCS = 'https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages';
const CUSTOM =
  'https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site/troubleshooting-custom-domains-and-github-pages';
const verified = '2026-11-22';
const docs = { source: DOCS, verified, documented: true } as const;

const pages: Match = {
  all: [
    { header: 'server', is: 'GitHub.com' },
    { header: 'x-github-request-id' },
    { any: [{ host: '.github.io' }, { header: 'via', has: 'varnish' }, { header: 'x-served-by', starts: 'cache-' }] },
    { not: { any: [{ host: '.github.com' }, { host: '.githubusercontent.com' }] } },
  ],
};

/** Static files only, so an application never answers here. */
export const githubPages: Vendor = {
  id: 'github-pages',
  name: 'GitHub Pages',
  kind: 'platform',
  depth: 3,
  ownEdge: 'fastly',
  onPath: [
    { when: pages, says: '`server: GitHub.com` from behind Fastly: the site is on GitHub Pages', ...docs },
    { when: { host: '.github.io' }, says: 'The host is one of GitHub Pages’: `{value}`', ...docs },
  ],
  issued: [
    {
      when: { all: [pages, { status: [500, 501, 502, 503, 504] }] },
      strength: 'strong',
      says: '`server: GitHub.com`: Fastly keeps it, and there is no code behind that could answer',
      ...docs,
    },
  ],
  codes: [
    {
      status: [502, 503, 504],
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'http_response_timeout', 'proxy_internal_error'],
      confidence: 'possible',
      verdict: 'GitHub Pages answered: its own servers failed. Nothing of the site is at fault.',
      cause: 'A passing fault within GitHub.',
      look: 'GitHub’s status page',
      ...docs,
    },
    {
      role: 'edge',
      fault: 'proxy_internal_error',
      also: ['destination_unavailable', 'overloaded'],
      confidence: 'possible',
      verdict: 'GitHub Pages answered with an error of its own.',
      cause: 'A passing fault within GitHub; a site there has no code that could fail.',
      look: 'GitHub’s status page',
      ...docs,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-github-request-id', name: 'x-github-request-id', lookup: 'quote it to GitHub’s support', ...docs }],
  steps: [
    { text: 'Repeat it in a minute; then read the status page of GitHub, row Pages.' },
    { text: 'A custom domain? Check its record and that the certificate was issued, in Settings, Pages.' },
    { text: 'Quote `{x-github-request-id}` and {time} to GitHub’s support.' },
  ],
  statusPage: 'https://www.githubstatus.com/',
  docs: CUSTOM,
};
