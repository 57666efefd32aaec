import type { Vendor } from '../../diagnosis/types';

const src = {
  source: 'https://github.com/apache/couchdb/blob/0156a55012b76adb652c11032596d9801c71665e/src/chttpd/src/chttpd.erl',
  verified: '2026-11-30',
} as const;

/** CouchDB, the database that speaks HTTP. */
export const couchdb: Vendor = {
  id: 'couchdb',
  name: 'CouchDB',
  kind: 'application',
  depth: 6,
  onPath: [
    { when: { header: 'server', matches: /^CouchDB\//i }, says: '`server: {value}`', version: /CouchDB\/([\d.]+)/i, ...src },
    { when: { header: 'x-couch-request-id' }, says: '`x-couch-request-id: {value}` is set by CouchDB', ...src },
  ],
  issued: [
    {
      when: { header: 'x-couch-stack-hash' },
      strength: 'strong',
      says: '`x-couch-stack-hash`: an Erlang process of CouchDB failed on this request',
      ...src,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'application',
      fault: 'overloaded',
      also: ['maintenance', 'application_error'],
      confidence: 'possible',
      verdict: 'CouchDB turned this request away: its nodes are overloaded or in maintenance.',
      cause: 'No node of the cluster could take the request; the `reason` says which.',
      look: '`/_up` and `/_membership` of each node',
      documented: true,
      ...src,
    },
    {
      status: 500,
      when: { json: 'error', is: 'timeout' },
      role: 'application',
      fault: 'http_response_timeout',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'CouchDB answered: a view or a shard took too long.',
      cause: 'A shard or an index build did not answer in time.',
      look: '`/_active_tasks`',
      documented: true,
      ...src,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      verdict: 'CouchDB failed on this request.',
      cause: 'A process of CouchDB crashed; `reason` and `ref` name it.',
      look: "CouchDB's log",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search the log around {time} for `req_err(` and the request id' }],
  docs: 'https://docs.couchdb.org/',
};
