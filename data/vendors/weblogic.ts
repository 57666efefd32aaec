import type { Vendor } from '../../diagnosis/types';

const page = { source: 'https://github.com/oracle/weblogic-monitoring-exporter/issues/307', verified: '2026-11-25' } as const;

/** Oracle WebLogic Server. */
export const weblogic: Vendor = {
  id: 'weblogic',
  name: 'WebLogic',
  kind: 'application',
  depth: 5,
  onPath: [],
  issued: [
    {
      when: { bodyMatches: /<TITLE>Error 5\d\d--[A-Z][A-Za-z ]{3,40}<\/TITLE>/i, near: '<title>error 5' },
      strength: 'conclusive',
      says: "`{value}` is the title of WebLogic's error page",
      ...page,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'overloaded', 'maintenance'],
      confidence: 'possible',
      verdict: 'WebLogic answered: the web application is not running there, or has no thread left.',
      cause: 'The deployment is stopped, failed or in admin mode, the server is suspended, or its work manager is full.',
      look: 'state of the deployment in the console, then the log of the managed server',
      documented: true,
      ...page,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A servlet, filter or JSP threw.',
      look: 'log of the managed server: `BEA-101020` and the exception behind it',
      ...page,
    },
    {
      role: 'application',
      fault: 'application_error',
      also: ['http_request_error', 'overloaded'],
      confidence: 'possible',
      cause: 'WebLogic or the application on it answered this.',
      look: 'log of the managed server',
      documented: true,
      ...page,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: "Read the managed server's log at {time}.",
      command: 'tail -n 200 "$DOMAIN_HOME/servers/$SERVER/logs/$SERVER.log"',
    },
  ],
};
