import type { Vendor } from '../../diagnosis/types';

const kb = { source: 'https://docs.litespeedtech.com/lsws/extapp/php/troubleshooting/', verified: '2026-11-22' } as const;
const waf = { source: 'https://github.com/EnableSecurity/wafw00f', verified: '2026-11-22' } as const;
const log = {
  text: 'Read its error log of that second: `lsphp`, `Reached max children process limit`, `Connection error: No such file or directory`',
  command: 'sudo tail -50 /usr/local/lsws/logs/error.log',
} as const;
const panel = { text: 'In the hosting panel open resource usage: entry processes, memory, number of processes' } as const;

/** LiteSpeed and OpenLiteSpeed, web servers of shared hosting. */
export const litespeed: Vendor = {
  id: 'litespeed',
  name: 'LiteSpeed',
  kind: 'proxy',
  depth: 4,
  onPath: [
    {
      when: { header: 'server', matches: /^(?:Open)?LiteSpeed\b/i },
      says: '`server: {value}`; it writes this on responses of the application too',
      documented: true,
      ...waf,
    },
    {
      when: {
        any: [{ header: 'x-litespeed-cache' }, { header: 'x-litespeed-cache-control' }, { header: 'x-turbo-charged-by', has: 'LiteSpeed' }],
      },
      says: 'A header of LiteSpeed’s cache shows it on the way',
      documented: true,
      ...waf,
    },
  ],
  issued: [
    {
      when: { body: 'Proudly powered by LiteSpeed Web Server' },
      strength: 'conclusive',
      says: 'The page is signed by LiteSpeed',
      documented: true,
      ...waf,
    },
    {
      when: { all: [{ body: 'LiteSpeed Technologies Inc. is not a web hosting company' }] },
      strength: 'conclusive',
      says: 'The page is signed by LiteSpeed',
      documented: true,
      ...waf,
    },
    {
      when: { body: 'The server is temporarily busy, try again later!' },
      strength: 'strong',
      says: "The sentence is that of LiteSpeed's 503 page",
      ...kb,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^(?:Open)?LiteSpeed\b/i },
          { status: 503 },
          { absent: 'x-powered-by' },
          { absent: 'set-cookie' },
          { header: 'content-type', starts: 'text/html' },
          {
            any: [
              { header: 'pragma', is: 'no-cache' },
              { header: 'cache-control', has: 'no-store' },
            ],
          },
        ],
      },
      strength: 'supporting',
      says: 'No header of an application under `server: {value}`',
      documented: true,
      ...kb,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'origin',
      fault: 'application_error',
      also: ['overloaded', 'connection_terminated', 'function_crash', 'connection_refused'],
      confidence: 'possible',
      verdict: 'LiteSpeed answered for your app: its PHP (or Node) process died, or a limit is reached.',
      cause: 'The process behind LiteSpeed crashed, could not be started, or too many run already.',
      look: "LiteSpeed's error log; limits of the account",
      steps: [panel, log, { text: 'Did it start with a new plug-in, theme or PHP version? Switch it back' }],
      ...kb,
    },
    {
      status: 508,
      role: 'gateway',
      fault: 'quota_exceeded',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'The hosting answered: this account is over its limit of processes.',
      cause: 'The limit of entry processes is reached; it is no loop.',
      look: 'resource usage in the hosting panel',
      steps: [panel],
      documented: true,
      source: 'https://docs.cloudlinux.com/limits/',
      verified: '2026-11-24',
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      also: ['proxy_configuration_error', 'function_crash'],
      confidence: 'possible',
      verdict: 'LiteSpeed answered with its 500 page: the script failed, or `.htaccess` is wrong.',
      cause: 'PHP ended with an error, or a directive in `.htaccess` is not valid.',
      look: "the PHP error log, then LiteSpeed's",
      steps: [log],
      documented: true,
      ...kb,
    },
    {
      status: [502, 504],
      role: 'origin',
      fault: 'connection_terminated',
      also: ['connection_refused', 'connection_read_timeout', 'http_response_timeout'],
      confidence: 'possible',
      verdict: 'LiteSpeed answered for your app: the process behind it gave no valid answer.',
      cause: 'The process refused or broke the connection, or was too slow.',
      look: "LiteSpeed's error log",
      steps: [log],
      documented: true,
      ...kb,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A rule of LiteSpeed gave this status.',
      look: "LiteSpeed's error log",
      steps: [log],
      documented: true,
      ...kb,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log, panel],
  docs: 'https://docs.litespeedtech.com/lsws/extapp/php/troubleshooting/',
};
