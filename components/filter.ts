import type { Diagnosis, Exchange } from '../diagnosis';

type Key = 'text' | 'status' | 'host' | 'issuer' | 'method' | 'fault';

/** One condition of a filter. */
export interface Term {
  readonly key: Key;
  /** Lower case. */
  readonly value: string;
  readonly exclude: boolean;
}

/** What people type; the names that the browsers' own Network panels use are understood too. */
const KEYS: ReadonlyMap<string, Key> = new Map([
  ['status', 'status'],
  ['status-code', 'status'],
  ['host', 'host'],
  ['domain', 'host'],
  ['issuer', 'issuer'],
  ['method', 'method'],
  ['fault', 'fault'],
]);

/** Splits `-host:cdn status:50x "two words"` into terms. A colon after any other word is text, so that URLs can be pasted. */
export function parseFilter(query: string): Term[] {
  const terms: Term[] = [];
  for (const m of query.matchAll(/(-?)(?:([a-z-]+):)?("[^"]*"?|\S+)/gi)) {
    const [, minus, name, rest = ''] = m;
    const key = KEYS.get((name ?? '').toLowerCase());
    // A key whose value is still being typed.
    if (name === undefined && rest.endsWith(':') && KEYS.has(rest.slice(0, -1).toLowerCase())) continue;
    const raw = key === undefined && name !== undefined ? `${name}:${rest}` : rest;
    const value = raw.replace(/^"|"$/g, '').toLowerCase();
    if (value !== '') terms.push({ key: key ?? 'text', value, exclude: minus === '-' });
  }
  return terms;
}

/** Whether any term needs the diagnosis, which costs more than looking at the request. */
export const needsDiagnosis = (terms: readonly Term[]): boolean => terms.some((t) => t.key === 'issuer' || t.key === 'fault');

const texts = new WeakMap<Exchange, string>();
function searchText(e: Exchange): string {
  let text = texts.get(e);
  if (text === undefined) {
    text = `${e.status} ${e.method} ${e.url}`.toLowerCase();
    texts.set(e, text);
  }
  return text;
}

/** `502`, `50x`, `52*`, `520-527`, and several with commas. */
function statusFits(status: number, value: string): boolean {
  const code = String(status);
  return value.split(',').some((part) => {
    const range = /^(\d{3})-(\d{3})$/.exec(part);
    if (range !== null) return status >= Number(range[1]) && status <= Number(range[2]);
    const digits = part.replace(/[x*]+$/, '');
    return part !== '' && code.startsWith(digits) && (digits.length < part.length ? true : digits.length <= 3);
  });
}

const hostFits = (host: string, value: string): boolean =>
  value.startsWith('*.') ? host.replace(/:\d+$/, '').endsWith(value.slice(1)) : host.includes(value);

function fits({ key, value }: Term, e: Exchange, diagnosis: Diagnosis | undefined): boolean {
  switch (key) {
    case 'text':
      return searchText(e).includes(value);
    case 'status':
      return statusFits(e.status, value);
    case 'host':
      return hostFits(e.host, value);
    case 'method':
      return value.split(',').includes(e.method.toLowerCase());
    case 'issuer':
      return diagnosis !== undefined && (diagnosis.issuer.id.includes(value) || diagnosis.issuer.name.toLowerCase().includes(value));
    case 'fault':
      return diagnosis?.fault.type.replaceAll('_', ' ').includes(value.replaceAll('_', ' ')) ?? false;
  }
}

/** Whether the exchange satisfies every term. Without a diagnosis an `issuer:` or `fault:` term fits nothing, and excludes nothing. */
export const matches = (terms: readonly Term[], e: Exchange, diagnosis: () => Diagnosis | undefined): boolean =>
  terms.every((term) => fits(term, e, term.key === 'issuer' || term.key === 'fault' ? diagnosis() : undefined) !== term.exclude);
