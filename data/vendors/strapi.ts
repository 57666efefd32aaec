import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.strapi.io/cms/error-handling', verified: '2026-11-22' } as const;

/** Strapi, the content management system on Koa. */
export const strapi: Vendor = {
  id: 'strapi',
  name: 'Strapi',
  kind: 'application',
  depth: 6,
  onPath: [{ when: { header: 'x-powered-by', starts: 'Strapi' }, says: '`x-powered-by: {value}`', documented: true, ...docs }],
  issued: [
    {
      when: {
        bodyMatches: /^\s{0,20}\{\s{0,20}"data":\s?null,\s{0,20}"error":\s?\{\s{0,20}"status":\s?5\d\d,\s{0,20}"name":\s?"/,
        near: '"data":',
      },
      strength: 'conclusive',
      says: "The body has the form of Strapi's errors",
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'Code of Strapi, a plugin or a custom controller threw.',
      look: "Strapi's log at this time",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search Strapi's log around {time} for the stack" }],

  docs: 'https://docs.strapi.io/cms/error-handling',
};
