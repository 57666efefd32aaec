import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://uwsgi-docs.readthedocs.io/en/latest/', verified: '2026-11-22' } as const;
const src = { source: 'https://github.com/unbit/uwsgi/blob/master/core/protocol.c', verified: '2026-11-22' } as const;

/** uWSGI, the application server. */
export const uwsgi: Vendor = {
  id: 'uwsgi',
  name: 'uWSGI',
  kind: 'application',
  depth: 5,
  onPath: [{ when: { header: 'server', matches: /^uwsgi\b/i }, says: '`server: {value}`', documented: true, ...docs }],
  issued: [
    {
      when: {
        all: [
          { bodyIs: 'Internal Server Error' },
          { header: 'content-type', is: 'text/plain' },
          { header: 'connection', is: 'close' },
          { absent: 'date' },
          { absent: 'server' },
        ],
      },
      strength: 'strong',
      says: "The bare phrase as `text/plain` on a closing connection without `date` and `server` is uWSGI's own: it has no application to ask",
      documented: true,
      ...src,
    },
    {
      when: { body: 'no python application found, check your startup logs for errors' },
      strength: 'conclusive',
      says: 'The text is how uWSGI reports that it has no application',
      documented: true,
      ...docs,
    },
    {
      when: { bodyMatches: /^\s{0,8}<h1>uWSGI Error<\/h1>/, near: '<h1>uwsgi error</h1>' },
      strength: 'conclusive',
      says: 'The page is that of uWSGI, which has no application to ask',
      source: 'https://github.com/unbit/uwsgi/blob/00c243bcce1377ee73ad7240ec0674fa4c8e04bf/core/utils.c',
      verified: '2026-11-30',
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'uWSGI could not load the application, or a plain WSGI callable failed before it answered.',
      look: "uWSGI's log from its start: `unable to load app` and the traceback",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Search uWSGI's log from its last start for `unable to load app` or `no python application found`" },
    { text: 'Start with `need-app = true`: then uWSGI refuses to run without an application' },
  ],

  docs: 'https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html',
};
