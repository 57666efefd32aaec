import type { Vendor } from '../../diagnosis/types';

const CASE = 'https://github.com/jsdelivr/jsdelivr/issues/18684';
const verified = '2026-11-22';

/** jsDelivr's own service; several CDNs (Cloudflare, Fastly, Bunny, Gcore) carry its responses. */
export const jsdelivr: Vendor = {
  id: 'jsdelivr',
  name: 'jsDelivr',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { any: [{ header: 'x-jsd-version' }, { header: 'x-jsd-version-type' }] },
      says: '`x-jsd-version` is set by jsDelivr’s own service',
      source: CASE,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          {
            any: [
              { bodyMatches: /^\s{0,8}Failed to fetch version info for [^\n]{1,200}/i, near: 'failed to fetch version info for' },
              { bodyMatches: /^\s{0,8}Failed to fetch [^\n]{1,200} from (?:the )?(?:npm|GitHub)/i, near: 'failed to fetch' },
            ],
          },
          {
            any: [
              { host: '.jsdelivr.net' },
              { host: '.jsdelivr.com' },
              { header: 'x-jsd-version' },
              { body: 'failed to fetch version info for' },
            ],
          },
        ],
      },
      strength: 'strong',
      says: 'The text is jsDelivr’s own: `{value}`',
      source: CASE,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      when: { body: 'Failed to fetch' },
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'http_response_timeout'],
      confidence: 'likely',
      verdict: 'jsDelivr answered: it could not look this package up at npm or GitHub.',
      cause: 'The look-up at npm or GitHub failed or was refused; the CDNs keep this error for about ten minutes.',
      look: 'Name and version of the package, then npm’s and GitHub’s status',
      steps: [
        { text: 'Pin an exact version: that needs no look-up' },
        { text: 'Ask again in ten minutes: the error is cached until then' },
        { text: 'Does the package exist and is it public?' },
      ],
      source: CASE,
      verified,
      documented: true,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
      cause: 'jsDelivr’s service answered this error.',
      look: 'jsDelivr’s status page',
      source: CASE,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Pin an exact version: that needs no look-up' }],
  statusPage: 'https://status.jsdelivr.com/',
  docs: 'https://www.jsdelivr.com/documentation',
};
