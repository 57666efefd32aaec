import type { Vendor } from '../../diagnosis/types';

const docs = {
  source: 'https://docs.nextcloud.com/server/27/developer_manual/client_apis/general.html',
  verified: '2026-11-30',
} as const;

/** Nextcloud, in maintenance. Its other errors are those of PHP. */
export const nextcloud: Vendor = {
  id: 'nextcloud',
  name: 'Nextcloud',
  kind: 'application',
  depth: 6,
  onPath: [],
  issued: [
    {
      when: { all: [{ status: 503 }, { header: 'x-nextcloud-maintenance-mode', is: '1' }] },
      strength: 'strong',
      says: '`x-nextcloud-maintenance-mode: {value}`: Nextcloud says that it is in maintenance',
      ...docs,
    },
  ],
  codes: [
    {
      role: 'application',
      fault: 'maintenance',
      confidence: 'likely',
      verdict: 'Nextcloud is in maintenance, or waits for the rest of an update.',
      cause: '`maintenance` is on in config.php, or the database has not been upgraded yet.',
      look: 'whether an update or backup runs, or stopped half-way',
      steps: [
        { text: 'Is it on, and does it need an upgrade?', command: 'php occ status' },
        { text: 'Nothing runs: finish the update, then end the maintenance', command: 'php occ upgrade && php occ maintenance:mode --off' },
      ],
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [],
};
