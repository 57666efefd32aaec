import { duration } from './duration';
import { header } from './exchange';
import { waitOf } from './history';
import { quoteValue } from './marks';
import { quotePosix } from './quote';
import type { Exchange, Step, StepRule, Test } from './types';

const PLACE = /\{([a-z][a-z0-9-]*)\}/g;
/** Logs are searched this long before and after. */
const WINDOW_MS = 2 * 60_000;

/** The last time that a Date can hold. https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_MS = 8.64e15;

/** `2026-11-22T12:22:15Z`: whole seconds, UTC, as log queries take it. */
export const isoSeconds = (ms: number): string =>
  new Date(Math.min(Math.max(ms, -LAST_MS), LAST_MS)).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** The values that steps may name, of this one request. undefined: not known. */
export function valueFor(e: Exchange, name: string, code: string | null): string | undefined {
  switch (name) {
    case 'host':
      return e.host || undefined;
    case 'hostname':
      return e.host.replace(/:\d+$/, '') || undefined;
    case 'path':
      return e.path || undefined;
    case 'url':
      return e.url || undefined;
    case 'method':
      return e.method;
    case 'status':
      return String(e.status);
    case 'code':
      return code ?? undefined;
    case 'time':
      return e.startedAt === null ? undefined : isoSeconds(e.startedAt);
    case 'date':
      return e.startedAt === null ? undefined : isoSeconds(e.startedAt).slice(0, 10);
    case 'from':
      return e.startedAt === null ? undefined : isoSeconds(e.startedAt - WINDOW_MS);
    case 'to':
      return e.startedAt === null ? undefined : isoSeconds(e.startedAt + (e.timeMs ?? 0) + WINDOW_MS);
    case 'waited': {
      const wait = waitOf(e);
      return wait === null ? undefined : duration(wait);
    }
    default:
      return header(e.responseHeaders, name) ?? header(e.requestHeaders, name) ?? undefined;
  }
}

/** Fills a text; null when a value is missing: a step is dropped rather than shown with a hole. `quote` makes the value safe in its place. */
export function fill(text: string, e: Exchange, code: string | null, quote: (value: string) => string): string | null {
  let complete = true;
  const filled = text.replace(PLACE, (whole, name: string) => {
    if (!KNOWN.has(name)) return whole;
    const value = valueFor(e, name, code);
    if (value === undefined) complete = false;
    return value === undefined ? '' : quote(value);
  });
  return complete ? filled : null;
}

/** Characters that mean nothing to any shell, also inside quotes of either kind. */
const PLAIN = /^[\w./:=@%+,-]+$/;

/**
 * Fills a command. A value outside quotes is quoted; inside the template's own quotes only a plain value may stand,
 * since quoting it again would end them: null otherwise.
 */
function fillCommand(command: string, e: Exchange, code: string | null): string | null {
  for (const m of command.matchAll(PLACE)) {
    const name = m[1] ?? '';
    const value = valueFor(e, name, code);
    if (KNOWN.has(name) && value !== undefined && !PLAIN.test(value) && insideQuotes(command, m.index)) return null;
  }
  return fill(command, e, code, quotePosix);
}

function insideQuotes(command: string, at: number): boolean {
  let open = '';
  for (let i = 0; i < at; i++) {
    const c = command[i] ?? '';
    if (c === '\\' && open !== "'") i++;
    else if (open === '' && (c === "'" || c === '"')) open = c;
    else if (c === open) open = '';
  }
  return open !== '';
}

/** What a text may hold in braces; other braces (JSON, shell, templates) stay as they are. */
export const PLACEHOLDERS = [
  'host',
  // The host without its port.
  'hostname',
  'path',
  'url',
  'method',
  'status',
  'time',
  'from',
  'to',
  'date',
  'code',
  'waited',
  // A header of the response, or else of the request.
  'cf-ray',
  'x-amz-cf-id',
  'x-amzn-requestid',
  'x-amz-apigw-id',
  'apigw-requestid',
  'x-amzn-trace-id',
  'x-amz-request-id',
  'x-amz-id-2',
  'x-vercel-id',
  'x-nf-request-id',
  'fly-request-id',
  'x-railway-request-id',
  'rndr-id',
  'x-request-id',
  'x-azure-ref',
  'x-cloud-trace-context',
  'x-served-by',
  'x-varnish',
  'x-github-request-id',
  'x-kong-request-id',
  'akamai-grn',
  'x-iinfo',
  'traceparent',
  'x-correlation-id',
  'request-id',
  'x-fastly-request-id',
  'sozu-id',
] as const;
const KNOWN: ReadonlySet<string> = new Set(PLACEHOLDERS);

/** Steps with this request's own values; those whose value is missing are left out. */
export function fillSteps(rules: readonly StepRule[], e: Exchange, code: string | null): Step[] {
  const out: Step[] = [];
  for (const rule of rules) {
    const text = fill(rule.text, e, code, quoteValue);
    const command = rule.command === undefined ? undefined : fillCommand(rule.command, e, code);
    if (text === null || command === null) continue;
    out.push(command === undefined ? { text } : { text, command });
  }
  return out;
}

/** A test filled the same way; null when a value is missing. */
export function fillTest(test: Test | undefined, e: Exchange, code: string | null): Test | null {
  if (test === undefined) return null;
  const text = fill(test.text, e, code, quoteValue);
  const command = test.command === undefined ? undefined : fillCommand(test.command, e, code);
  if (text === null || command === null) return null;
  return { text, outcomes: test.outcomes, ...(command === undefined ? {} : { command }) };
}
