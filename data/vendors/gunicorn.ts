import type { Vendor } from '../../diagnosis/types';

const page = { source: 'https://github.com/benoitc/gunicorn/blob/master/gunicorn/util.py', verified: '2026-11-22' } as const;
const docs = { source: 'https://docs.gunicorn.org/en/stable/settings.html', verified: '2026-11-22' } as const;

/** gunicorn, the Python WSGI server. */
export const gunicorn: Vendor = {
  id: 'gunicorn',
  name: 'gunicorn',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', matches: /^gunicorn\b/i },
      says: '`server: {value}`: gunicorn passes on what the application answers under this name; its own errors lack it',
      version: /gunicorn\/([\d.]+)/i,
      ...docs,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /<h1><p>[A-Z][A-Za-z ]{3,40}<\/p><\/h1>/, near: '<h1><p>' },
      strength: 'conclusive',
      says: '`{value}`: only gunicorn nests its error page like this',
      ...page,
    },
    {
      when: {
        all: [{ status: 500 }, { length: [141] }, { header: 'content-type', is: 'text/html' }, { absent: 'server' }, { absent: 'date' }],
      },
      strength: 'strong',
      says: "141 bytes of HTML without `server` and `date` is gunicorn's error page",
      documented: true,
      ...page,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The WSGI application raised, or could not be imported, outside the error handling of its framework.',
      look: "gunicorn's error log: `Error handling request` and the traceback",
      ...page,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Search gunicorn's error log around {time} for `Error handling request {path}`" },
    { text: 'Nothing there: start gunicorn with `--capture-output --log-level debug`' },
  ],

  docs: 'https://docs.gunicorn.org/en/stable/settings.html#errorlog',
};
