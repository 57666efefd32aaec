import type { Exchange } from '../diagnosis/types';

/** The request follows its preflight at once; clocks of the two entries differ by less. */
const NEAR_MS = 1000;

/** The method that a failed preflight asked for: the request that was never sent. null for any other request. */
export function preflightFor(e: Exchange): string | null {
  if (e.resourceType !== 'preflight' && e.method !== 'OPTIONS') return null;
  return e.requestHeaders.find((h) => h.name === 'access-control-request-method')?.value ?? null;
}

/**
 * A failed preflight that knows what started it: Chrome reports the request itself too, which was never sent, with status 0, and names the
 * source line there only. null when `main` is another request.
 */
export function withMainRequest(preflight: Exchange, main: Exchange): Exchange | null {
  if (main.status !== 0 || main.initiator === null || main.url !== preflight.url || preflightFor(preflight) !== main.method) return null;
  const end = (preflight.startedAt ?? 0) + (preflight.timeMs ?? 0);
  if (preflight.startedAt === null || main.startedAt === null || main.startedAt > end + NEAR_MS) return null;
  if (main.startedAt + (main.timeMs ?? 0) < preflight.startedAt - NEAR_MS) return null;
  return { ...preflight, initiator: main.initiator };
}
