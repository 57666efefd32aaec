import { isoSeconds, valueFor } from '../fill';
import type { QueryRule, ReportInput, SupportPack } from './types';

/** Characters that mean nothing in any query language or shell, also inside quotes of either kind. */
const PLAIN = /^[\w./:=@%+,-]*/;
const PLACE = /\{([a-z][a-z0-9-]*)\}/g;

/** A value as far as it is plain: the beginning of a path or an id still finds it. */
const plainPart = (value: string): string => PLAIN.exec(value)?.[0] ?? '';

/** 32 hex digits of `traceparent` (W3C Trace Context) or `x-cloud-trace-context`. */
function traceOf({ exchange: e }: ReportInput): string | undefined {
  for (const name of ['traceparent', 'x-cloud-trace-context']) {
    const trace = /[0-9a-f]{32}/.exec(valueFor(e, name, null) ?? '')?.[0];
    if (trace !== undefined) return trace;
  }
  return undefined;
}

/** The value of a query's placeholder, plain characters only; undefined when it is not known. `path` comes redacted. */
function queryValue(input: ReportInput, place: string, path: string): string | undefined {
  const { exchange: e, diagnosis: d } = input;
  switch (place) {
    case 'needle': {
      const id = d.ids.map((x) => plainPart(x.value)).find((v) => v.length >= 8);
      return id ?? (path.length > 1 ? path : undefined);
    }
    case 'trace':
      return traceOf(input);
    case 'vercel-request': {
      const id = plainPart(valueFor(e, 'x-vercel-id', null)?.split('::').at(-1) ?? '');
      return id === '' ? undefined : id;
    }
    case 'path':
      return path.length > 1 ? path : undefined;
    case 'from-s':
    case 'to-s': {
      const iso = valueFor(e, place.slice(0, -2), null);
      return iso === undefined ? undefined : String(Date.parse(iso) / 1000);
    }
    case 'minute': {
      if (e.startedAt === null) return undefined;
      // As access logs of nginx and Apache write it: 22/Nov/2026:12:22
      const [, day, month, year, time] = /^\w+, (\d\d) (\w+) (\d+) (\d\d:\d\d)/.exec(new Date(e.startedAt).toUTCString()) ?? [];
      return `${day}/${month}/${year}:${time}`;
    }
    default: {
      const value = plainPart(valueFor(e, place, d.code) ?? '');
      return value === '' ? undefined : value;
    }
  }
}

/** A query ready to paste. */
export interface Query {
  readonly id: string;
  readonly name: string;
  readonly where: string;
  readonly language: string;
  readonly text: string;
  /** Reads the logs of a component on the path of this request. */
  readonly fits: boolean;
}

/** The queries for this request, those of the components on its path first. What would have a hole is left out. */
export function fillQueries(rules: readonly QueryRule[], input: ReportInput, redactUrl: (url: string) => string): Query[] {
  const { diagnosis: d } = input;
  const path = plainPart(redactUrl(input.exchange.path));
  const ids = [d.issuer.id, ...d.path.map((h) => h.id)];
  const fill = (text: string): string | null => {
    let complete = true;
    const filled = text.replace(PLACE, (_, place: string) => {
      const value = queryValue(input, place, path);
      if (value === undefined) complete = false;
      return value ?? '';
    });
    return complete ? filled : null;
  };
  const rank = (q: QueryRule): number => {
    const at = ids.findIndex((id) => q.vendors.includes(id));
    return at < 0 ? ids.length : at;
  };
  return [...rules]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((q) => {
      const text = q.texts.map(fill).find((t) => t !== null);
      const where = fill(q.where);
      return text == null || where === null
        ? []
        : [{ id: q.id, name: q.name, where, language: q.language, text, fits: rank(q) < ids.length }];
    });
}

/** The support pack of whoever issued the response; where nobody knows, of the first component on the path that has one. */
export function packFor(packs: readonly SupportPack[], { diagnosis: d }: ReportInput): SupportPack | null {
  const of = (id: string): SupportPack | undefined => packs.find((p) => p.vendors.includes(id));
  const own = of(d.issuer.id);
  if (own !== undefined) return own;
  if (d.issuer.id !== 'unknown') return null;
  for (const hop of d.path) {
    const pack = of(hop.id);
    if (pack !== undefined) return pack;
  }
  return null;
}

/** `2026-11-22 12:22:15 UTC` */
export const utc = (ms: number): string => isoSeconds(ms).replace('T', ' ').replace('Z', ' UTC');
