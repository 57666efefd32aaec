import type { Vendor } from '../../diagnosis/types';

/** QUIC.cloud, the CDN of LiteSpeed. */
export const quicCloud: Vendor = {
  id: 'quic-cloud',
  name: 'QUIC.cloud',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { any: [{ header: 'x-qc-pop' }, { header: 'x-qc-cache' }] },
      says: '`x-qc-pop`/`x-qc-cache: {value}`: QUIC.cloud carried it; it stands on what it passes on too',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [],
  codes: [
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'QUIC.cloud made this answer itself.',
      look: 'The console of QUIC.cloud',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past QUIC.cloud: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
  statusPage: 'https://status.quic.cloud/',
  docs: 'https://docs.quic.cloud/',
};
