import { duration } from '../diagnosis/duration';

/** `12,345`. Not Intl, whose first number costs the first paint 40 ms. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `12 ms`, `1.2 s`, `125 s`; '' when not known. */
export const milliseconds = (ms: number | null): string => (ms === null ? '' : duration(ms));

export type Zone = 'local' | 'utc';

/** `12:22:15`, in the zone asked for; '' when not known. */
export function clock(ms: number | null, zone: Zone): string {
  if (ms === null) return '';
  const shifted = zone === 'utc' ? ms : ms - offsetWest(ms) * 60_000;
  return new Date(shifted).toISOString().slice(11, 19) + (zone === 'utc' ? ' UTC' : '');
}

const offsetWest = (ms: number): number => new Date(ms).getTimezoneOffset();

/** Minutes that local time is ahead of UTC at that moment. */
export const minutesAhead = (ms: number): number => -offsetWest(ms);

const VERSIONS: Readonly<Record<string, string>> = { 'http/1.0': 'HTTP/1.0', 'http/1.1': 'HTTP/1.1', h2: 'HTTP/2', h3: 'HTTP/3' };

/** `h2` -> `HTTP/2`. */
export const protocol = (version: string): string => VERSIONS[version] ?? version;
