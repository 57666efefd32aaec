import { isoSeconds, valueFor } from '../fill';
import { waitOf } from '../history';
import type { Diagnosis, HeaderField } from '../types';
import { plainLine } from './document';
import { fillQueries, type Query } from './fill';
import { cap } from './marks';
import type { Redactor } from './redact';
import { type Context, curls, groups, titleText } from './summary';
import { supportPack } from './support';
import type { ReportInput } from './types';

/** What `schema` says; `version` rises when a field changes its meaning or goes, not when one is added. */
export const SCHEMA = '5xx-inspector/report';
export const SCHEMA_VERSION = 1;
const BODY_MAX = 8192;

/**
 * The JSON report. `support`, `queries` and `curl` stand with the first failure of each cause (same issuer, status, fault and host).
 * What is not known is left out. Secrets are replaced by `[redacted]`, those in commands by variables `REPLAY_…`.
 */
export interface JsonReport {
  readonly schema: typeof SCHEMA;
  readonly version: typeof SCHEMA_VERSION;
  /** In the order in which they were chosen. */
  readonly failures: readonly JsonFailure[];
}

export interface JsonFailure {
  /** One line, fit for an issue tracker. */
  readonly title: string;
  readonly when?: {
    /** Start of the request, ISO 8601, UTC. */
    readonly utc: string;
    /** Minutes that the reporter's local time is ahead of UTC. */
    readonly localOffsetMinutes?: number;
    /** Window in which to search logs, ISO 8601, UTC. */
    readonly from: string;
    readonly to: string;
  };
  /** What else failed, in sentences. */
  readonly scope?: readonly string[];
  /** URL of the page. */
  readonly page?: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly HeaderField[];
    readonly body?: string;
    readonly initiator?: string;
  };
  readonly response: {
    readonly status: number;
    readonly reason?: string;
    /** `http/1.1`, `h2`, `h3` */
    readonly httpVersion?: string;
    readonly serverAddress?: string;
    /** Milliseconds until the first byte of the answer. */
    readonly waitMs?: number;
    readonly headers: readonly HeaderField[];
    readonly body?: string;
    /** Characters of the body that were left out. */
    readonly bodyCut?: number;
  };
  /** Issuer, who failed, fault, path, evidence, steps, ids, notes and test: the type Diagnosis of this project. */
  readonly diagnosis: Diagnosis;
  /** Names of headers on nearly all healthy responses of the host that this one lacks, and how many responses those were. */
  readonly healthy?: { readonly count: number; readonly missing: readonly string[] };
  /** What the vendor's support asks for; `done`: the exchange has it. */
  readonly support?: {
    readonly name: string;
    readonly contact?: string;
    readonly items: readonly { readonly done: boolean; readonly text: string }[];
  };
  /** Log queries with ids and window filled in; `fits`: for a component on the path. */
  readonly queries?: readonly Query[];
  /** Commands that repeat the request, for a POSIX shell. */
  readonly curl?: { readonly plain: string; readonly timing: string; readonly bypass?: string };
}

/** Every string below goes through the redactor, keys stay. */
function deep<T>(value: T, r: Redactor): T {
  if (typeof value === 'string') return r.text(value) as T;
  if (Array.isArray(value)) return value.map((v: unknown) => deep(v, r)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, deep(v, r)])) as T;
}

function failure(input: ReportInput, c: Context, whole: boolean): JsonFailure {
  const { exchange: e, diagnosis: d, healthy } = input;
  const r = c.redactorFor(input);
  const body = e.body === null ? null : cap(r.body(e.body), BODY_MAX);
  const sent = e.requestBody === null ? null : cap(r.body(e.requestBody), BODY_MAX).text;
  const wait = waitOf(e);
  const support = whole ? supportPack(c.knowledge.support, input, r) : null;
  const curl = whole ? curls(input, c) : null;
  const has = new Set(e.responseHeaders.map((h) => h.name));
  return {
    title: titleText(input, r),
    ...(e.startedAt === null
      ? {}
      : {
          when: {
            utc: isoSeconds(e.startedAt),
            ...(input.localOffsetMinutes === undefined ? {} : { localOffsetMinutes: input.localOffsetMinutes }),
            from: valueFor(e, 'from', null) ?? '',
            to: valueFor(e, 'to', null) ?? '',
          },
        }),
    ...(input.scope === undefined || input.scope.length === 0 ? {} : { scope: input.scope.map(r.text) }),
    ...(input.page === undefined ? {} : { page: r.url(input.page) }),
    request: {
      method: r.text(e.method),
      url: r.url(e.url),
      headers: r.headers(e.requestHeaders),
      ...(sent === null ? {} : { body: sent }),
      ...(e.initiator === null ? {} : { initiator: r.url(e.initiator.url) }),
    },
    response: {
      status: e.status,
      ...(e.reason === '' ? {} : { reason: r.text(e.reason) }),
      ...(e.httpVersion === '' ? {} : { httpVersion: e.httpVersion }),
      ...(e.serverAddress === null ? {} : { serverAddress: r.text(e.serverAddress) }),
      ...(wait === null ? {} : { waitMs: wait }),
      headers: r.headers(e.responseHeaders),
      ...(body === null ? {} : { body: body.text, ...(body.cut > 0 ? { bodyCut: body.cut } : {}) }),
    },
    diagnosis: { ...deep(d, r), ids: d.ids.map((id) => ({ ...deep(id, r), value: r.header('x-request-id', id.value) })) },
    ...(healthy === undefined
      ? {}
      : {
          healthy: {
            count: healthy.count,
            missing: Object.keys(healthy.headers)
              .filter((n) => (healthy.headers[n] ?? 0) >= healthy.count * 0.9 && !has.has(n))
              .map(r.text),
          },
        }),
    ...(support === null
      ? {}
      : {
          support: {
            name: support.pack.name,
            ...(support.pack.contact === undefined ? {} : { contact: support.pack.contact }),
            items: support.items.map((i) => ({ done: i.done, text: plainLine(i.text) })),
          },
        }),
    ...(whole ? { queries: fillQueries(c.knowledge.queries, input, r.url) } : {}),
    ...(curl === null ? {} : { curl }),
  };
}

/** What a terminal could act on, as escapes: the JSON means the same. */
export const stringify = (value: unknown): string =>
  `${JSON.stringify(value, null, 1).replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;

/** The versioned JSON report. */
export function json(inputs: readonly ReportInput[], c: Context): string {
  const first = new Set(groups(inputs).map((g) => g[0]));
  return stringify({
    schema: SCHEMA,
    version: SCHEMA_VERSION,
    failures: inputs.map((i) => failure(i, c, first.has(i))),
  } satisfies JsonReport);
}
