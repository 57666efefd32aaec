import type { Exchange } from '../diagnosis';

/** Second-level labels under which names are registered in many countries: `example.co.uk` is one site. */
const SECOND_LEVEL = /^(?:co|com|net|org|gov|edu|ac|gob|or|ne)$/;
/** What a measuring or advertising host calls itself. */
const MEASURING =
  /(?:^|[.-])(?:ads?|adservice|analytics?|beacons?|collect|collector|metrics?|pixel|rum|stats?|tags?|telemetry|track|tracker|tracking)(?:[.\d-]|$)|analytics|doubleclick|adsystem/;
/** Requests that a page sends and never reads. */
const UNREAD = new Set(['ping', 'beacon', 'cspviolationreport', 'csp-violation-report', 'report']);

/** Registrable part of a host, as good as it gets without the public-suffix list; addresses and single names stay whole. */
export function siteOf(host: string): string {
  const name = host.replace(/:\d+$/, '');
  if (name.startsWith('[') || /^[\d.]+$/.test(name)) return name;
  const labels = name.split('.');
  const second = labels.at(-2);
  const length = labels.length > 2 && second !== undefined && (labels.at(-1)?.length ?? 0) === 2 && SECOND_LEVEL.test(second) ? 3 : 2;
  return labels.slice(-length).join('.');
}

/** Host of a URL, '' when it does not parse. */
export function hostOf(url: string): string {
  if (url === '') return '';
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}

/**
 * Whether the request went to another site than the page's. `sec-fetch-site: cross-site` says so, by the public-suffix list; its other
 * values say only how a request stands to the frame that made it. Then the hosts are compared: an unknown page makes everything
 * first-party.
 */
export function isThirdParty(e: Exchange, pageHost: string): boolean {
  if (e.resourceType === 'document') return false;
  if (e.requestHeaders.some((h) => h.name === 'sec-fetch-site' && h.value === 'cross-site')) return true;
  return pageHost !== '' && e.host !== '' && siteOf(e.host) !== siteOf(pageHost);
}

/** A third party's beacon or measuring host: its failing is expected now and then, and breaks nothing on the page. */
export const isNoise = (e: Exchange, thirdParty: boolean): boolean =>
  thirdParty && (UNREAD.has(e.resourceType ?? '') || MEASURING.test(e.host));
