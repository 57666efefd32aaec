import fc from 'fast-check';
import {
  createHistory,
  type Diagnosis,
  diagnose,
  type Exchange,
  exchangeFromHar,
  formats,
  type HarEntry,
  scopeOf,
  title,
} from '../diagnosis';
import { captures, harEntry } from './captures';

/** One input: what a browser or a HAR file could hand over, however broken. */
export interface Input {
  readonly entry: unknown;
  readonly body: string | null;
}

type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every place in a value, the value itself first. */
function places(value: unknown, at: Path = []): readonly Path[] {
  if (!isObject(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([key, child]) => places(child, [...at, key]))];
}

/** Does one thing to the place: replaces, removes or repeats what stands there. */
function change(value: unknown, at: Path, how: 'replace' | 'remove' | 'repeat', by: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return how === 'repeat' ? [value, value] : by;
  if (!isObject(value)) return value;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  const into = copy as Record<string | number, unknown>;
  if (rest.length > 0) into[key] = change(into[key], rest, how, by);
  else if (how === 'replace') into[key] = by;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1, ...(how === 'repeat' ? [copy[Number(key)], copy[Number(key)]] : []));
  else if (how === 'remove') delete into[key];
  else into[key] = [into[key], into[key]];
  return copy;
}

/** Texts that readers of text trip over. */
const NASTY = [
  '',
  ' ',
  '\0',
  '\r\n\r\n',
  '\u202e502\u2066',
  '\ud800',
  '\udfff\ud83d',
  '\u001b[31m\u001b]0;x\u0007',
  '\ufeff',
  '`'.repeat(300),
  '<details><summary>'.repeat(300),
  '</script><img src=x onerror=alert(1)>',
  '{'.repeat(5000),
  `${'{"a":'.repeat(3000)}1`,
  '%'.repeat(999),
  '%25'.repeat(3000),
  'a=b&'.repeat(2000),
  '"'.repeat(1001),
  `${'a,'.repeat(4000)}`,
  `${'(a;'.repeat(2000)}`,
  'x'.repeat(100_000),
  '=?utf-8?b?'.repeat(100),
  'eyJhbGciOiJIUzI1NiJ9.e30.AAAA',
  '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n',
  'https://[::1',
  'http://a:b@c:99999/%zz?#',
  'data:text/html,x',
  "javascript:alert('x')",
  '\\\\server\\share',
  '$(reboot) `reboot` ; reboot | reboot & reboot',
  "'\"'\"'",
  'постійний 🙈 مرحبا',
  '1e309',
  '-1',
  '9007199254740993',
  '__proto__',
  'constructor',
  'Thu, 99 Foo 99999 99:99:99 GMT',
  '275760-09-13T00:00:00.001Z',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
] as const;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...NASTY), fc.string(), fc.constantFrom(...NASTY)).map((parts) => parts.join('')) },
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      null,
      undefined,
      true,
      false,
      0,
      -0,
      -1,
      500,
      502,
      599,
      999,
      1e15,
      1e308,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      [],
      {},
    ),
  },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 1000 }) },
  { weight: 1, arbitrary: fc.array(fc.record({ name: text, value: text }), { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true, maxDepth: 3 }) },
);

/** A real exchange with one to five things changed in its entry, and its body cut, doubled, mixed with another one's or spiked. */
const mutated: fc.Arbitrary<Input> = fc
  .record({
    from: fc.constantFrom(...captures),
    other: fc.constantFrom(...captures),
    changes: fc.array(
      fc.record({
        at: fc.nat(),
        how: fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'repeat' as const),
        by: value,
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    body: fc.oneof(
      fc.constant((own: string | null) => own),
      fc.constant(() => null),
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), text }).map(({ at, text }) => (own: string | null) => {
        const cut = Math.floor((own ?? '').length * at);
        return `${(own ?? '').slice(0, cut)}${text}${(own ?? '').slice(cut)}`;
      }),
      fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((at) => (own: string | null) => (own ?? '').slice(0, Math.floor((own ?? '').length * at))),
      fc.integer({ min: 2, max: 40 }).map((times) => (own: string | null) => (own ?? '').repeat(times)),
      fc.constant((own: string | null, other: string | null) => `${own ?? ''}${other ?? ''}`),
    ),
  })
  .map(({ from, other, changes, body }) => {
    let entry: unknown = harEntry(from);
    for (const { at, how, by } of changes) {
      const all = places(entry);
      entry = change(entry, all[at % all.length] ?? [], how, by);
    }
    return { entry, body: body(from.response.body, other.response.body) };
  });

/** What has the shape of an entry, with anything in it. */
const shaped: fc.Arbitrary<Input> = fc.record({
  entry: fc.oneof(
    value,
    fc.record(
      {
        startedDateTime: value,
        time: value,
        timings: fc.oneof(value, fc.dictionary(fc.constantFrom('blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'), value)),
        serverIPAddress: value,
        request: fc.oneof(
          value,
          fc.record(
            { method: value, url: value, headers: value, postData: fc.oneof(value, fc.record({ text: value, params: value })) },
            { requiredKeys: [] },
          ),
        ),
        response: fc.oneof(
          value,
          fc.record(
            {
              status: fc.oneof(value, fc.constantFrom(500, 502, 503, 504, 520)),
              statusText: value,
              httpVersion: value,
              headers: value,
              content: value,
              _error: value,
            },
            { requiredKeys: [] },
          ),
        ),
        _initiator: value,
        _resourceType: value,
      },
      { requiredKeys: [] },
    ),
  ),
  body: fc.option(text),
});

/** Every kind of input that the fuzzers try. */
export const input: fc.Arbitrary<Input> = fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: shaped });

const LEVELS = ['unknown', 'possible', 'likely', 'certain'];
const HOLE = /\{(?:host|path|method|url|from|to|time|status|cf-ray)\}/;

function fail(what: string): never {
  throw new Error(what);
}

function checkDiagnosis(e: Exchange, d: Diagnosis): void {
  for (const { confidence } of [d.issuer, d.failed, d.fault]) if (!LEVELS.includes(confidence)) fail(`confidence ${confidence}`);
  if (d.issuer.confidence !== 'unknown' && d.evidence.length === 0) fail('a verdict without evidence');
  if (d.verdict === '' || d.lookFirst === '') fail('a card without words');
  for (const step of d.steps)
    if (HOLE.test(JSON.stringify(step)) && !HOLE.test(`${e.url}${JSON.stringify(e.responseHeaders)}${e.body}`))
      fail(`a step with a hole: ${JSON.stringify(step)}`);
}

/** Half a surrogate pair. Copying replaces it, which hides nothing; but a report must not make any by cutting a pair. */
const HALF = /\p{Surrogate}/u;
/** `own`: the input, as JSON. What it holds itself may come out. */
function checkReport(id: string, report: string, own: string): void {
  if (id === 'json' || id === 'har') JSON.parse(report);
  for (const slip of ['[object Object]', 'undefined', 'NaN'])
    if (report.includes(slip) && !own.includes(slip)) fail(`${id}: ${slip} was written out`);
  if (HALF.test(report) && !/\\ud[89a-f]/.test(own)) fail(`${id}: half a surrogate pair`);
}

/** The secrets that `plant` hides in an entry: none of them may come out. */
const SECRETS = ['Pl4nt3dB34r3rT0k3nQ7xZ', 'Pl4nt3dC00k13V4lu3Q7xZ', 'Pl4nt3dP4ssw0rdQ7xZ'] as const;
function plant(e: Exchange): Exchange {
  const [bearer, cookie, password] = SECRETS;
  return {
    ...e,
    requestHeaders: [
      ...e.requestHeaders,
      { name: 'authorization', value: `Bearer ${bearer}` },
      { name: 'cookie', value: `session=${cookie}` },
    ],
    requestBody: JSON.stringify({ user: 'ada', password }),
  };
}

/**
 * Takes one input through everything: reading, history, diagnosis, scope and every report. Throws with what is wrong.
 * A planted secret must not come out; a text that the input itself holds may.
 */
export function check({ entry, body }: Input): void {
  const exchange = exchangeFromHar(entry as HarEntry, body);
  const history = createHistory();
  history.record(exchange);
  history.record({ ...exchange, status: 200 });
  history.record({ ...exchange, status: 200 });
  const diagnosis = diagnose(exchange, history);
  checkDiagnosis(exchange, diagnosis);
  if (JSON.stringify(diagnose(exchange, history)) !== JSON.stringify(diagnosis)) fail('the same question, another answer');
  const { sentences } = scopeOf(exchange, [exchange, exchange], history);
  const planted = plant(exchange);
  const made = { exchange: planted, diagnosis: diagnose(planted, history), scope: sentences };
  const own = JSON.stringify(exchange);
  if (title(made).includes('\n')) fail('a title of two lines');
  for (const format of formats) {
    const report = format.render([made]);
    checkReport(format.id, report, own);
    for (const secret of SECRETS) if (report.includes(secret)) fail(`${format.id}: ${secret} came out`);
  }
}

/** Tries `count` inputs, from a seed. null, or the smallest input that fails with what is wrong. */
export function fuzz(count: number, seed: number): { readonly input: Input; readonly error: unknown; readonly path: string | null } | null {
  const details = fc.check(fc.property(input, check), { numRuns: count, seed, includeErrorInReport: true } as fc.Parameters<[Input]>);
  if (!details.failed || details.counterexample === null) return null;
  return { input: details.counterexample[0], error: details.errorInstance, path: details.counterexamplePath };
}

export const print = (value: unknown): string => fc.stringify(value);
