import type { Vendor } from '../../diagnosis/types';
import { json } from '../bodies';

const src = { source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/exceptions.py', verified: '2026-11-22' } as const;
const debug = { source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/debug/tbtools.py', verified: '2026-11-22' } as const;

/** Flask, and Werkzeug below it. */
export const flask: Vendor = {
  id: 'flask',
  name: 'Flask (Werkzeug)',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { header: 'server', matches: /^Werkzeug\// },
      says: "`server: {value}`: Flask's development server",
      version: /Werkzeug\/([\d.]+)/,
      documented: true,
      ...src,
    },
    {
      when: {
        any: [
          { reason: 'INTERNAL SERVER ERROR', exact: true },
          { reason: 'NOT IMPLEMENTED', exact: true },
          { reason: 'BAD GATEWAY', exact: true },
          { reason: 'SERVICE UNAVAILABLE', exact: true },
          { reason: 'GATEWAY TIMEOUT', exact: true },
        ],
      },
      says: 'The reason phrase `{value}` is in capitals, as Werkzeug writes it',
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /<!DOCTYPE HTML PUBLIC "-\/\/W3C\/\/DTD HTML 3\.2 Final\/\/EN">\s{0,8}<title>5\d\d /i, near: 'html 3.2 final' },
      strength: 'conclusive',
      says: "The body is Werkzeug's error page: HTML 3.2 and its title",
      ...src,
    },
    {
      when: {
        bodyMatches: /<!doctype html>\s{0,8}<html lang=en>\s{0,8}<title>5\d\d [^<]{3,60}<\/title>\s{0,8}<h1>[^<]{3,60}<\/h1>\s{0,8}<p>/i,
        near: '<html lang=en>',
      },
      strength: 'conclusive',
      says: "The body is Werkzeug's error page",
      documented: true,
      ...src,
    },
    {
      when: { all: [{ body: 'Either the server is overloaded or there is an error in the application.' }, { not: json }] },
      strength: 'conclusive',
      says: "`{value}` is Werkzeug's sentence",
      ...src,
    },
    {
      when: { body: 'Either the server is overloaded or there is an error in the application.' },
      strength: 'supporting',
      says: "`{value}` is Werkzeug's sentence, in JSON",
      documented: true,
      ...src,
    },
    {
      when: { header: 'server', starts: 'hypercorn' },
      strength: 'against',
      says: '`server: {value}` runs no Flask: Quart, which does run on it, has the same page',
      source: 'https://github.com/pallets/quart/blob/main/src/quart/app.py',
      verified: '2026-12-01',
    },
    {
      when: {
        any: [{ body: '// Werkzeug Debugger' }, { body: '__debugger__=yes' }, { body: 'friendly Werkzeug powered traceback interpreter' }],
      },
      strength: 'conclusive',
      says: "The body is Werkzeug's debugger",
      documented: true,
      ...debug,
    },
  ],

  codes: [
    {
      when: { any: [{ body: 'Werkzeug Debugger' }, { body: '__debugger__' }, { body: 'Werkzeug powered' }] },
      role: 'application',
      fault: 'application_error',
      confidence: 'certain',
      cause: 'A view raised; the debugger shows the traceback. It lets everybody who reaches it run code: never leave it on in public.',
      look: 'the last frame of the traceback in the page',
      ...debug,
    },
    {
      status: 503,
      when: { body: 'maintenance downtime or capacity problems' },
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause:
        'Code called `abort(503)` or raised `ServiceUnavailable`; the text of the page is the default and says nothing about the reason.',
      look: 'where the application aborts with 503',
      ...src,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A view or extension raised, or called `abort`.',
      look: "the application's log: `Exception` and the traceback",
      ...src,
    },
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause: 'Code called `abort(503)` or raised `ServiceUnavailable`: maintenance, a failed check or load shedding.',
      look: "the application's log: `Exception` and the traceback",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time} for `Exception on {path} [{method}]`: the traceback follows' },
    { text: 'See the traceback in the page on your machine', command: 'flask run --debug' },
  ],

  docs: 'https://flask.palletsprojects.com/en/stable/errorhandling/',
};
