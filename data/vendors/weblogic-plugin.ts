import type { StepRule, Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.oracle.com/cd/E13222_01/wls/docs81/plugins/apache.html', verified: '2026-11-25' } as const;

const log: StepRule = {
  text: 'Set `Debug ALL` and `WLLogFile` for this path and read its log: which server was tried, and what failed.',
};
const direct: StepRule = {
  text: 'Ask WebLogic itself, from the host of the web server.',
  command: 'curl -sv -o /dev/null "http://$WEBLOGIC_HOST:$WEBLOGIC_PORT{path}"',
};

/** WebLogic's plug-in for Apache, Oracle HTTP Server and IIS: a proxy with an error page of its own. */
export const weblogicPlugin: Vendor = {
  id: 'weblogic-plugin',
  name: 'WebLogic plug-in',
  kind: 'proxy',
  depth: 4.5,
  onPath: [],
  issued: [
    {
      when: {
        any: [
          { bodyMatches: /<TITLE>\s{0,4}Weblogic Bridge Message\s{0,4}<\/TITLE>/i, near: 'weblogic bridge message' },
          { bodyMatches: /Failure of (?:server APACHE|Web Server) bridge:/i, near: 'bridge:' },
        ],
      },
      strength: 'conclusive',
      says: "The page is that of WebLogic's plug-in in the web server",
      ...docs,
    },
  ],
  codes: [
    {
      when: { body: 'Error reading POST data from client' },
      role: 'gateway',
      fault: 'http_request_error',
      also: ['connection_terminated'],
      confidence: 'likely',
      verdict: "WebLogic's plug-in answered: the body of the request did not arrive whole.",
      cause: 'The client broke off, or `content-length` is larger than what it sent.',
      look: 'the request: its length, and what cut it',
      documented: true,
      ...docs,
    },
    {
      when: { body: 'No backend server available for connection' },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_timeout', 'http_response_timeout', 'dns_error'],
      confidence: 'likely',
      verdict: "WebLogic's plug-in answered: it could use none of its servers.",
      cause:
        'The managed servers are down or did not accept within `ConnectTimeoutSecs`, or one broke off a request that may not be repeated.',
      look: 'the managed servers: are they running, on the hosts and ports that the plug-in knows?',
      steps: [direct, log],
      ...docs,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['connection_refused', 'connection_terminated', 'connection_timeout', 'http_response_timeout', 'http_protocol_error'],
      confidence: 'unknown',
      verdict: "WebLogic's plug-in answered: the server behind it gave no valid answer.",
      cause: 'The connection failed or broke off, or the answer was not valid.',
      look: "the plug-in's log, then the managed server",
      steps: [direct, log],
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 300_000,
      status: [500, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: '`WLIOTimeoutSecs`, default 300 s',
      documented: true,
      ...docs,
    },
  ],
  ids: [],
  steps: [direct, log],
  docs: docs.source,
};
