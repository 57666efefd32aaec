import type { Vendor } from '../../diagnosis/types';

const docs = {
  source: 'https://docs.github.com/en/codespaces/developing-in-a-codespace/forwarding-ports-in-your-codespace',
  verified: '2026-11-22',
} as const;
const issue = { source: 'https://github.com/microsoft/vscode/issues/184403', verified: '2026-11-22' } as const;

/** Port forwarding of GitHub Codespaces and dev tunnels. */
export const codespaces: Vendor = {
  id: 'codespaces',
  name: 'Codespaces port forwarding',
  kind: 'proxy',
  depth: 1,
  onPath: [
    {
      when: { any: [{ host: '.app.github.dev' }, { host: '.devtunnels.ms' }, { host: '.githubpreview.dev' }] },
      says: '`{value}` is a forwarded port of a codespace or dev tunnel',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { body: 'The port forwarding timed out while trying to create a connection' },
      strength: 'conclusive',
      says: '`{value}` is the text of the forwarding',
      documented: true,
      ...issue,
    },
    {
      when: {
        all: [
          { any: [{ host: '.app.github.dev' }, { host: '.devtunnels.ms' }, { host: '.githubpreview.dev' }] },
          { status: [502, 504] },
          { absent: 'x-powered-by' },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'strong',
      says: 'A 502 or 504 of a forwarded port without any header of an application',
      documented: true,
      ...issue,
    },
  ],

  codes: [
    {
      status: 504,
      role: 'origin',
      fault: 'connection_timeout',
      also: ['destination_unavailable', 'connection_refused', 'http_response_timeout'],
      confidence: 'possible',
      verdict: 'The port forwarding answered: it could not connect to the port in your codespace in time.',
      cause: 'The codespace sleeps or is unreachable, or nothing listens on the port.',
      look: 'the tab Ports of the codespace',
      ...issue,
    },
    {
      role: 'origin',
      fault: 'connection_refused',
      also: ['destination_unavailable', 'connection_terminated'],
      confidence: 'likely',
      verdict: 'The port forwarding answered: nothing took the connection in your codespace.',
      cause: 'Nothing listens on this port, or only on another address inside the codespace.',
      look: 'the tab Ports, and whether the server listens on `0.0.0.0`',
      ...issue,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Inside the codespace: does the server answer?', command: 'ss -ltnp' },
    { text: 'Does it listen on `127.0.0.1` or `::1` only? Start it with `--host 0.0.0.0`' },
    { text: 'Stop and start the forwarding of the port in the tab Ports' },
  ],

  docs: 'https://docs.github.com/en/codespaces/troubleshooting/troubleshooting-port-forwarding-for-github-codespaces',
};
