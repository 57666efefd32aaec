import { header } from './exchange';
import { isoSeconds } from './fill';
import { quoteValue } from './marks';
import { decodeEntities } from './match';
import type { Exchange, Id, IdRule, Vendor } from './types';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Ids older or newer than this are no times. */
const plausible = (ms: number): boolean => ms > Date.UTC(2010, 0) && ms < Date.UTC(2100, 0);
const when = (ms: number): string | undefined => (plausible(ms) ? `made ${isoSeconds(ms)}` : undefined);

/** What an id says of itself: a time, a place. undefined when it does not have the expected form. */
export function decodeId(value: string, how: NonNullable<IdRule['decode']>): string | undefined {
  switch (how) {
    case 'cf-ray': {
      const colo = /^[0-9a-f]{16}-([A-Z]{3})$/.exec(value)?.[1];
      return colo === undefined ? undefined : `data centre ${colo}`;
    }
    case 'amzn-trace': {
      const hex = /root=1-([0-9a-f]{8})-/i.exec(value)?.[1];
      return hex === undefined ? undefined : when(Number.parseInt(hex, 16) * 1000);
    }
    case 'vercel-id': {
      const parts = value.split('::');
      const ms = /-(\d{13})-/.exec(parts.at(-1) ?? '')?.[1];
      const regions = parts.slice(0, -1).filter((r) => /^[a-z]{3}\d$/.test(r));
      const said = [regions.length > 0 ? `regions ${regions.join(' → ')}` : '', ms === undefined ? '' : (when(Number(ms)) ?? '')].filter(
        (x) => x !== '',
      );
      return said.length > 0 ? said.join(', ') : undefined;
    }
    case 'akamai-reference': {
      const m = /^(\d+)\.([0-9a-f]{1,8})\.(\d{10})\.([0-9a-f]+)$/i.exec(value.replace(/^0\./, '0.'));
      return m === null ? undefined : `class ${m[1]}, ${when(Number(m[3]) * 1000) ?? ''}`;
    }
    case 'ulid':
    case 'fly-id': {
      const id = /^[0-9A-HJKMNP-TV-Z]{26}/i.exec(value)?.[0]?.toUpperCase();
      if (id === undefined) return undefined;
      let ms = 0;
      for (const c of id.slice(0, 10)) ms = ms * 32 + CROCKFORD.indexOf(c);
      const region = how === 'fly-id' ? /-([a-z]{3})$/.exec(value)?.[1] : undefined;
      const time = when(ms);
      return time === undefined ? undefined : region === undefined ? time : `${time}, edge region ${region}`;
    }
    case 'uuid7': {
      const hex = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i.exec(value);
      return hex === null ? undefined : when(Number.parseInt(`${hex[1]}${hex[2]}`, 16));
    }
    case 'cf-pop': {
      const pop = /^([A-Z]{3})\d/.exec(value)?.[1];
      return pop === undefined ? undefined : `edge location ${pop}`;
    }
    case 'azure-ref': {
      const t = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(value);
      return t === null
        ? undefined
        : when(Date.UTC(Number(t[1]), Number(t[2]) - 1, Number(t[3]), Number(t[4]), Number(t[5]), Number(t[6])));
    }
    case 'fastly-served-by': {
      const pops = [...value.matchAll(/-([A-Z]{3})(?=,|$|\s)/g)].map((m) => m[1]);
      return pops.length === 0 ? undefined : `points of presence ${pops.join(', ')}`;
    }
  }
}

/** Ids that any stack may carry. */
const COMMON: readonly { readonly header: string; readonly lookup: string }[] = [
  { header: 'x-request-id', lookup: 'search the proxy’s and the application’s logs for it' },
  { header: 'x-correlation-id', lookup: 'search the application’s logs for it' },
  { header: 'request-id', lookup: 'quote it to the API’s support' },
  { header: 'traceparent', lookup: 'search your tracing back end for the trace id in it' },
];

/** The ids of this exchange, the issuer's first, each with where to paste it. Nothing is invented: no id, no entry. */
export function findIds(e: Exchange, vendors: readonly Vendor[]): Id[] {
  const out: Id[] = [];
  const add = (name: string, value: string | null | undefined, lookup: string, decoded?: string): void => {
    if (value === null || value === undefined || value === '' || out.some((id) => id.value === value)) return;
    out.push({ name, value: quoteValue(value), lookup, ...(decoded === undefined ? {} : { decoded }) });
  };
  for (const rule of vendors.flatMap((v) => v.ids)) {
    const value = rule.header === undefined ? undefined : header(e.responseHeaders, rule.header);
    const found = value ?? (rule.body === undefined || e.body === null ? undefined : rule.body.exec(decodeEntities(e.body))?.[1]);
    if (found === null || found === undefined) continue;
    add(rule.name, found, rule.lookup, rule.decode === undefined ? undefined : decodeId(found, rule.decode));
  }
  for (const { header: name, lookup } of COMMON) {
    const value = header(e.responseHeaders, name);
    add(name, value, lookup, value === null ? undefined : decodeId(value, 'uuid7'));
    if (value === null) add(`${name} (sent by the page)`, header(e.requestHeaders, name), lookup);
  }
  return out;
}
