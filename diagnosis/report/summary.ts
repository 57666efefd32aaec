import { type Deed, deedOf } from '../deed';
import { duration } from '../duration';
import { isoSeconds, valueFor } from '../fill';
import { medianWait, waitOf } from '../history';
import type { Diagnosis, Evidence, Exchange, Hop } from '../types';
import { curlCommand } from './curl';
import { type Block, code, type Inline, type Line, lines, oneLine, plainLine, sentence, wire } from './document';
import { fillQueries, utc } from './fill';
import { cap, type Marks } from './marks';
import type { Redactor } from './redact';
import { supportPack } from './support';
import type { ReportInput, ReportKnowledge } from './types';

/** How much a format has room for. */
export interface Room {
  /** It can fold: request, response and all queries go in. */
  readonly folds: boolean;
}

/** What all parts of one report share. */
export interface Context {
  readonly knowledge: ReportKnowledge;
  readonly marks: Marks;
  redactorFor(input: ReportInput): Redactor;
}

const BODY_MAX = 1500;
const HEADERS_MAX = 60;
const EVIDENCE_MAX = 12;
const REQUESTS_MAX = 20;
const GROUPS_MAX = 10;
const QUERIES_MAX = 3;

const PART: Readonly<Record<Deed, string>> = {
  relayed: 'passed on',
  runs: 'runs it',
  issued: 'issued',
  'wrote-page': 'replaced the page',
  failed: 'no valid answer',
};
const WEIGHS: Readonly<Record<Evidence['weighs'], string>> = { for: 'for', against: 'against', path: 'path only' };

/** `Browser → Cloudflare (passed on) → nginx (issued) ✕ Backend (no valid answer)` */
export function pathInline(path: readonly Hop[], redact: (text: string) => string): Line {
  return [
    'Browser',
    ...path.flatMap((hop, i): Inline[] => {
      const name = oneLine(redact(`${hop.name}${hop.version === undefined ? '' : ` ${hop.version}`} (${PART[deedOf(path, i)]})`));
      return [hop.part === 'failed' ? ' ✕ ' : ' → ', hop.part === 'issued' ? { strong: name } : name];
    }),
  ];
}

const ANSWERED: Readonly<Record<Diagnosis['issuer']['confidence'], string>> = {
  certain: 'answered',
  likely: 'most likely answered',
  possible: 'may have answered',
  unknown: 'cannot be told from here',
};

const who = ({ issuer }: Diagnosis): string =>
  issuer.id === 'unknown' ? 'who answered cannot be told from here' : `${issuer.name} ${ANSWERED[issuer.confidence]}`;

/** First line: fit for an issue tracker. */
export const titleLine = ({ exchange: e, diagnosis: d }: ReportInput, r: Redactor): Line => [
  `${e.status} on `,
  wire(e.method, r),
  ' ',
  wire(r.url(e.path) || '/', r),
  ': ',
  oneLine(r.text(who(d))),
  ...(e.host === '' ? [] : [' (', wire(e.host, r), ')']),
];

const join = (list: readonly Line[], between: string): Line => list.flatMap((l, i) => (i === 0 ? l : [between, ...l]));
const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 19);

/** `Chrome 130 on Windows`; null when the user agent is none of the known. */
function browserOf(agent: string | null): string | null {
  const name = /(?:Edg|OPR|Firefox|Chrome)\/[\d]+|Version\/[\d]+(?=.* Safari\/)/.exec(
    (agent ?? '').slice(0, 400).replace(/Chrome\/\d+(?=.*(?:Edg|OPR)\/)/, ''),
  )?.[0];
  if (name === undefined) return null;
  const system = /Windows|Mac OS X|Android|iPhone|CrOS|Linux/.exec(agent ?? '')?.[0];
  const [product = '', version = ''] = name.split('/');
  return `${{ Edg: 'Edge', OPR: 'Opera', Version: 'Safari' }[product] ?? product} ${version}${system === undefined ? '' : ` on ${system === 'Mac OS X' ? 'macOS' : system === 'CrOS' ? 'ChromeOS' : system}`}`;
}

function when({ exchange: e, localOffsetMinutes: offset = 0 }: ReportInput): Line | null {
  if (e.startedAt === null) return null;
  const wait = waitOf(e);
  return [
    utc(e.startedAt),
    offset === 0 ? '' : ` (${clock(e.startedAt + offset * 60_000)} local)`,
    wait === null ? '' : ` · answered after ${duration(wait)}`,
    ` · search the logs from ${valueFor(e, 'from', null)} to ${valueFor(e, 'to', null)}`,
  ];
}

/** `**Impact**`: the page, and the numbers of scope. */
function impact({ exchange: e, scope = [], page }: ReportInput, r: Redactor): Line | null {
  const from = page ?? e.requestHeaders.find((h) => h.name === 'referer')?.value;
  const parts: Line[] = scope.map((s) => sentence(s, r));
  if (from !== undefined && from !== '') parts.push(['on page ', code(r.url(from))]);
  return parts.length === 0 ? null : join(parts, ' · ');
}

/** What the healthy responses of this host carry and this one lacks, and the reverse. */
function healthyItems({ exchange: e, healthy }: ReportInput, r: Redactor): Line[] {
  if (healthy === undefined || healthy.count === 0) return [];
  const most = (counts: Readonly<Record<string, number>>): string | undefined => Object.entries(counts).sort((a, b) => b[1] - a[1])[0]?.[0];
  const names = (list: readonly string[]): Line =>
    join(
      list.slice(0, 8).map((n) => [code(r.text(n))]),
      ', ',
    );
  const has = new Set(e.responseHeaders.map((h) => h.name));
  const missing = Object.keys(healthy.headers).filter((n) => (healthy.headers[n] ?? 0) >= healthy.count * 0.9 && !has.has(n));
  const extra = [...has].filter((n) => healthy.headers[n] === undefined);
  const items: Line[] = [];
  const server = most(healthy.servers);
  const type = most(healthy.types);
  const median = medianWait(healthy);
  const seen: Line[] = [
    ...(server === undefined ? [] : [[code(`server: ${r.header('server', server)}`)]]),
    ...(type === undefined ? [] : [[code(`content-type: ${r.text(type)}`)]]),
    ...(median === null ? [] : [[`answered in ${duration(median)}, the median`]]),
  ];
  if (seen.length > 0) items.push([`${healthy.count} healthy: `, ...join(seen, ', ')]);
  if (missing.length > 0 && has.size > 0) items.push(['they carry and this one lacks: ', ...names(missing)]);
  if (extra.length > 0) items.push(['only this one carries: ', ...names(extra)]);
  return items;
}

const block = (label: string, text: string, language = ''): Block => ({ is: 'code', label, text: lines(text), language });

function raw(e: Exchange, r: Redactor): string {
  const fields = (list: Exchange['requestHeaders']): string[] => {
    const shown = r.headers(list.slice(0, HEADERS_MAX)).map((h) => `${h.name}: ${h.value}`);
    return list.length > HEADERS_MAX ? [...shown, `[cut: ${list.length - HEADERS_MAX} more header lines]`] : shown;
  };
  const body = (text: string | null): string[] => {
    if (text === null || text === '') return [];
    const { text: kept, cut } = cap(r.body(text).trimEnd(), BODY_MAX);
    return ['', cut > 0 ? `${kept}\n[cut: ${cut} more characters]` : kept];
  };
  return [
    `${r.text(e.method)} ${r.url(e.url)}`,
    ...fields(e.requestHeaders),
    ...body(e.requestBody),
    '',
    `${e.status}${e.reason === '' ? '' : ` ${r.text(e.reason)}`}`,
    ...fields(e.responseHeaders),
    ...body(e.body),
  ].join('\n');
}

/** Commands that repeat the request; the one past the edge where there is an edge. */
export function curls(
  input: ReportInput,
  c: Context,
): { readonly plain: string; readonly timing: string; readonly bypass?: string } | null {
  const make = (form: 'plain' | 'timing' | 'bypass'): string | null =>
    curlCommand(input.exchange, 'posix', form, c.redactorFor(input), c.marks.put);
  const plain = make('plain');
  const timing = make('timing');
  if (plain === null || timing === null) return null;
  const bypass = input.diagnosis.path.some((h) => h.kind === 'cdn' || h.kind === 'load-balancer') ? make('bypass') : null;
  return { plain, timing, ...(bypass === null ? {} : { bypass }) };
}

function verdictFacts(input: ReportInput, r: Redactor): [string, Line][] {
  const { diagnosis: d } = input;
  return [
    [
      'Verdict',
      [
        ...sentence(d.verdict, r),
        ...(d.issuer.id === 'unknown' ? [] : [` Issued by ${oneLine(r.text(d.issuer.name))} (${d.issuer.confidence}).`]),
        ' Failed: ',
        ...sentence(d.whoFailed.replace(/\.$/, ''), r),
        ...(d.failed.role === 'unknown' ? [] : [` (${d.failed.confidence})`]),
      ],
    ],
    ['Cause', [...sentence(d.cause, r), ...(d.fault.type === 'unknown' ? [] : [' ', code(d.fault.type), ` (${d.fault.confidence})`])]],
    ...(d.path.length === 0 ? [] : [['Path', pathInline(d.path, r.text)] as [string, Line]]),
  ];
}

const withCommand = (text: string, command: string | undefined, r: Redactor): Line => [
  ...sentence(text, r),
  ...(command === undefined ? [] : [/[.:?]$/.test(text) ? ' ' : ': ', code(r.text(command))]),
];

/** From the evidence to the environment: what follows the head of a report. */
function body(input: ReportInput, c: Context, room: Room): Block[] {
  const { exchange: e, diagnosis: d } = input;
  const r = c.redactorFor(input);
  const out: Block[] = [];
  if (d.evidence.length > 0) {
    const items: Line[] = d.evidence.slice(0, EVIDENCE_MAX).map((x) => [`${WEIGHS[x.weighs]}: `, ...sentence(x.says, r)]);
    if (d.evidence.length > EVIDENCE_MAX) items.push([`[cut: ${d.evidence.length - EVIDENCE_MAX} more]`]);
    out.push({ is: 'list', label: 'Why', items });
  }
  for (const n of d.notes) out.push({ is: 'quote', text: sentence(`${n.title} ${n.text}`, r) });
  const healthy = healthyItems(input, r);
  if (healthy.length > 0) out.push({ is: 'list', label: 'Healthy responses of this host', items: healthy });
  out.push({ is: 'facts', facts: [['Look first', sentence(d.lookFirst, r)]] });
  if (d.steps.length > 0)
    out.push({ is: 'tasks', label: 'Next steps', items: d.steps.map((s) => ({ done: false, text: withCommand(s.text, s.command, r) })) });
  if (d.test !== null) {
    out.push({ is: 'facts', facts: [['The test that tells', withCommand(d.test.text, d.test.command, r)]] });
    if (d.test.outcomes.length > 0)
      out.push({ is: 'list', label: '', items: d.test.outcomes.map((o) => [...sentence(o.result, r), ': ', ...sentence(o.means, r)]) });
  }
  const ids: Line[] = d.ids.map((id) => [
    oneLine(r.text(id.name)),
    ' ',
    code(r.header('x-request-id', id.value)),
    id.decoded === undefined ? '' : ` (${oneLine(id.decoded)})`,
    ': ',
    ...sentence(id.lookup, r),
  ]);
  for (const l of input.links ?? []) ids.push([oneLine(r.text(l.name)), ' ', code(r.url(l.url))]);
  if (ids.length > 0) out.push({ is: 'list', label: 'Ids', items: ids });
  const support = supportPack(c.knowledge.support, input, r);
  if (support !== null) out.push({ is: 'tasks', label: `For ${support.pack.name} support`, items: support.items });
  const commands = curls(input, c);
  if (commands !== null) {
    const blocks = [
      block('', commands.timing, 'sh'),
      ...(commands.bypass === undefined ? [] : [block('Past the edge, straight to your own server:', commands.bypass, 'sh')]),
    ];
    out.push({ is: 'details', label: 'Reproduce', blocks: room.folds ? blocks : blocks.slice(0, 1) });
  }
  const queries = fillQueries(c.knowledge.queries, input, r.url);
  const shown = room.folds ? queries : queries.filter((q) => q.fits).slice(0, QUERIES_MAX);
  if (shown.length > 0) {
    const rest = queries.length - shown.length;
    out.push({
      is: 'details',
      label: 'Log queries',
      blocks: [
        ...shown.map((q) => block(`${q.name}: ${q.where}`, q.text, q.language)),
        ...(rest > 0 ? [{ is: 'list', label: '', items: [[`[cut: ${rest} more queries]`]] } as const] : []),
      ],
    });
  }
  if (room.folds) out.push({ is: 'details', label: 'Request and response', blocks: [block('', raw(e, r), 'http')] });
  const environment: Line[] = [];
  const browser = browserOf(e.requestHeaders.find((h) => h.name === 'user-agent')?.value ?? null);
  if (browser !== null) environment.push([browser]);
  if (e.httpVersion !== '') environment.push([code(e.httpVersion)]);
  if (e.serverAddress !== null) environment.push(['server address ', code(r.text(e.serverAddress))]);
  if (environment.length > 0) out.push({ is: 'facts', facts: [['Environment', join(environment, ' · ')]] });
  return out;
}

function requestFact(input: ReportInput, r: Redactor): Line {
  const { exchange: e } = input;
  // Without a line it is the page, which the impact has named.
  const initiator =
    e.initiator === null || e.initiator.url === '' || e.initiator.line === null
      ? []
      : [' · started by ', code(`${r.url(e.initiator.url)}:${e.initiator.line}`)];
  return [code(`${r.text(e.method)} ${r.url(e.url)}`), ...initiator];
}

const known = (facts: readonly (readonly [string, Line | null])[]): [string, Line][] =>
  facts.flatMap(([label, line]) => (line === null ? [] : [[label, line]]));

function single(input: ReportInput, c: Context, room: Room): Block[] {
  const r = c.redactorFor(input);
  return [
    { is: 'heading', level: 3, text: titleLine(input, r) },
    {
      is: 'facts',
      facts: [
        ...known([
          ['When', when(input)],
          ['Impact', impact(input, r)],
        ]),
        ['Request', requestFact(input, r)],
        ...verdictFacts(input, r),
      ],
    },
    ...body(input, c, room),
  ];
}

/** Failures with one cause: same issuer, status, fault and host. The order of first appearance stays. */
export function groups(inputs: readonly ReportInput[]): readonly (readonly ReportInput[])[] {
  const by = new Map<string, ReportInput[]>();
  for (const input of inputs) {
    const key = [input.diagnosis.issuer.id, input.exchange.status, input.diagnosis.fault.type, input.exchange.host].join('\n');
    const group = by.get(key);
    if (group === undefined) by.set(key, [input]);
    else group.push(input);
  }
  return [...by.values()];
}

function span(inputs: readonly ReportInput[]): Line | null {
  const times = inputs.flatMap((i) => (i.exchange.startedAt === null ? [] : [i.exchange.startedAt]));
  const from = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const to = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (times.length === 0) return null;
  return [`${utc(from)} to ${utc(to)} · search the logs from ${isoSeconds(from - 120_000)} to ${isoSeconds(to + 120_000)}`];
}

/** One line per request, the first of them. */
function requests(inputs: readonly ReportInput[], c: Context, max: number): Block {
  const items = inputs.slice(0, max).map((input): Line => {
    const { exchange: e, diagnosis: d } = input;
    const r = c.redactorFor(input);
    const wait = waitOf(e);
    const id = d.ids[0];
    return [
      ...(e.startedAt === null ? [] : [`${clock(e.startedAt)} UTC `]),
      code(`${r.text(e.method)} ${r.url(e.path)}`),
      ` ${e.status}`,
      wait === null ? '' : ` after ${duration(wait)}`,
      ...(id === undefined ? [] : [` · ${oneLine(r.text(id.name))} `, code(r.header('x-request-id', id.value))]),
    ];
  });
  if (inputs.length > max) items.push([`[cut: ${inputs.length - max} more requests]`]);
  return { is: 'list', label: 'Requests', items };
}

const impactOf = (inputs: readonly ReportInput[], r: Redactor): Line | null => (inputs[0] === undefined ? null : impact(inputs[0], r));

/** The whole report: of one failure, of several with one cause, or of a session with several causes. */
export function report(inputs: readonly ReportInput[], c: Context, room: Room): Block[] {
  const first = inputs[0];
  if (first === undefined) return [];
  if (inputs.length === 1) return single(first, c, room);
  const all = groups(inputs);
  const r = c.redactorFor(first);
  if (all.length === 1)
    return [
      { is: 'heading', level: 3, text: [`${inputs.length} requests, one cause: `, ...titleLine(first, r)] },
      {
        is: 'facts',
        facts: [
          ...known([
            ['When', span(inputs)],
            ['Impact', impactOf(inputs, r)],
          ]),
          ...verdictFacts(first, r),
        ],
      },
      requests(inputs, c, REQUESTS_MAX),
      ...body(first, c, room),
    ];
  const out: Block[] = [
    { is: 'heading', level: 3, text: [`${inputs.length} failed requests, ${all.length} causes`] },
    { is: 'facts', facts: known([['When', span(inputs)]]) },
  ];
  for (const group of all.slice(0, GROUPS_MAX)) {
    const of = group[0] ?? first;
    const own = c.redactorFor(of);
    out.push(
      { is: 'heading', level: 4, text: [`${group.length} × `, ...titleLine(of, own)] },
      {
        is: 'facts',
        facts: [
          ...known([['Impact', impactOf(group, own)]]),
          ...verdictFacts(of, own),
          ['Look first', sentence(of.diagnosis.lookFirst, own)],
        ],
      },
      requests(group, c, room.folds ? REQUESTS_MAX : 5),
      ...(of.diagnosis.steps.length === 0
        ? []
        : [
            {
              is: 'tasks',
              label: 'Next steps',
              items: of.diagnosis.steps.map((s) => ({ done: false, text: withCommand(s.text, s.command, own) })),
            } as const,
          ]),
    );
  }
  if (all.length > GROUPS_MAX) out.push({ is: 'list', label: '', items: [[`[cut: ${all.length - GROUPS_MAX} more causes]`]] });
  return out;
}

/** As one string, for a tracker's title field. */
export const titleText = (input: ReportInput, r: Redactor): string => plainLine(titleLine(input, r));
