import type { StepRule, Vendor } from '../../diagnosis/types';

const page = { source: 'https://github.com/phusion/passenger/issues/2472', verified: '2026-11-25' } as const;
const headers = { source: 'https://pastebin.com/C03wt4ts', verified: '2026-11-25' } as const;
const queue = { source: 'https://github.com/phusion/passenger/issues/1240', verified: '2026-11-25' } as const;
const cut = { source: 'https://github.com/phusion/passenger/issues/1606', verified: '2026-11-25' } as const;

const log: StepRule = {
  text: "Search Passenger's log for the error id of the page, or at {time}: it has what the application wrote before it ended.",
  command: 'sudo tail -n 100 /var/log/nginx/error.log',
};
const status: StepRule = { text: 'How many processes run, and how long is the queue?', command: 'sudo passenger-status' };

/** Phusion Passenger, inside nginx or Apache or alone: starts the application's processes and hands requests to them. */
export const passenger: Vendor = {
  id: 'passenger',
  name: 'Phusion Passenger',
  kind: 'application',
  depth: 4.6,
  onPath: [
    {
      when: { header: 'x-powered-by', matches: /Phusion[ _]Passenger/i },
      says: '`x-powered-by: {value}` stands on what Passenger passes on',
      version: /Passenger[ (R)]*\/? ?([\d.]+)/i,
      documented: true,
      ...headers,
    },
    {
      when: { header: 'server', matches: /Phusion[ _]Passenger/i },
      says: '`server: {value}`: Passenger runs inside that server',
      version: /Passenger[ (R)]*\/? ?([\d.]+)/i,
      documented: true,
      ...headers,
    },
  ],
  issued: [
    {
      when: {
        any: [
          { body: 'Web application could not be started by the Phusion Passenger' },
          { all: [{ body: 'Web application could not be started' }, { body: 'Error ID' }] },
        ],
      },
      strength: 'conclusive',
      says: "The page is Passenger's for an application that did not start",
      ...page,
    },
    {
      when: {
        all: [{ body: 'This website is under heavy load' }, { any: [{ body: 'queue full' }, { body: 'too many people are accessing' }] }],
      },
      strength: 'conclusive',
      says: "The page is Passenger's for a full queue",
      documented: true,
      ...queue,
    },
    {
      when: {
        any: [{ body: 'Incomplete response received from application' }, { body: 'application did not send a complete response' }],
      },
      strength: 'conclusive',
      says: "The sentence is Passenger's: `{value}`",
      documented: true,
      ...cut,
    },
  ],
  codes: [
    {
      when: { body: 'Web application could not be started' },
      role: 'application',
      fault: 'application_error',
      also: ['function_crash', 'proxy_configuration_error', 'destination_unavailable'],
      confidence: 'likely',
      verdict: 'Passenger answered: your application did not start. Its requests never reached a route.',
      cause: 'It ended or threw while it was loaded: a missing gem or module, a wrong setting or permission, a migration.',
      look: "Passenger's log: the exception at the start of the application",
      steps: [log, { text: 'Start the application by hand as its user, with the same environment.' }],
      ...page,
    },
    {
      when: { body: 'This website is under heavy load' },
      role: 'application',
      fault: 'overloaded',
      also: ['http_response_timeout', 'connection_limit_reached'],
      confidence: 'likely',
      verdict: 'Passenger answered: all processes of your application are busy and its queue is full.',
      cause: 'More requests wait than `passenger_max_request_queue_size` allows: a slow dependency, a lock, or too few processes.',
      look: 'what the busy processes are doing',
      steps: [status, { text: 'Which requests run, and since when?', command: 'sudo passenger-status --show=requests' }],
      documented: true,
      ...queue,
    },
    {
      when: { any: [{ body: 'Incomplete response received' }, { body: 'did not send a complete response' }] },
      role: 'application',
      fault: 'function_crash',
      also: ['connection_terminated', 'http_response_incomplete', 'http_protocol_error'],
      confidence: 'likely',
      verdict: 'Passenger answered for your app: its process ended before it had answered.',
      cause: 'The process crashed, or was killed for its memory, while it worked on this request.',
      look: "Passenger's log and the kernel's log at that second",
      steps: [log, { text: 'Was it killed for its memory?', command: "sudo journalctl -k | grep -iE 'killed process|out of memory'" }],
      documented: true,
      ...cut,
    },
    {
      role: 'application',
      fault: 'unknown',
      also: ['application_error', 'function_crash', 'overloaded'],
      confidence: 'unknown',
      cause: 'Passenger answered for the application.',
      look: "Passenger's log",
      steps: [log, status],
      documented: true,
      ...page,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log, status],
  docs: 'https://www.phusionpassenger.com/library/admin/log_file/',
};
