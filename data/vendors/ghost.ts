import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://github.com/TryGhost/Ghost', verified: '2026-11-22' } as const;

/** Ghost, the publishing platform on Express. */
export const ghost: Vendor = {
  id: 'ghost',
  name: 'Ghost',
  kind: 'application',
  depth: 6,
  onPath: [{ when: { header: 'x-ghost-cache-status' }, says: '`x-ghost-cache-status: {value}`', documented: true, ...docs }],
  issued: [
    {
      when: { all: [{ body: '"ghostErrorCode"' }, { body: '"errors"' }] },
      strength: 'conclusive',
      says: 'The body is a Ghost API error: it has `ghostErrorCode`',
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      status: 503,
      when: { body: 'maintenance' },
      role: 'application',
      fault: 'maintenance',
      confidence: 'likely',
      cause: 'Ghost is starting, migrating its database or in maintenance.',
      look: "Ghost's log",
      ...docs,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'Ghost or a theme threw while it made this page.',
      look: "Ghost's log at this time",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Read the log', command: 'ghost log --error' },
    { text: 'Check the installation', command: 'ghost doctor' },
  ],

  docs: 'https://ghost.org/docs/ghost-cli/',
};
