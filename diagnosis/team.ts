import { valueFor } from './fill';
import { GLOB_MAX, globRegExp, longestLiteral, STARS_MAX } from './glob';
import { type JsonError, type JsonNode, parseJsonLines } from './json-lines';
import type { Exchange, IssuedMark, Kind, Match, OnPathMark, Role, StepRule, Vendor } from './types';

/**
 * What a team knows of its own systems, from a JSON file that it shares:
 *
 * ```json
 * {
 *   "version": 1,
 *   "name": "Acme platform",
 *   "components": [
 *     {
 *       "name": "Acme gateway",
 *       "role": "gateway",
 *       "owner": "#team-edge",
 *       "runbook": "https://wiki.acme.example/gateway",
 *       "onPath": [{ "header": "x-acme-gateway" }],
 *       "issued": [{ "header": "x-acme-error", "starts": "gw-" }, { "body": "Acme gateway: no route" }, { "bodyGlob": "upstream * is gone" }]
 *     }
 *   ],
 *   "links": [{ "name": "Kibana", "url": "https://logs.acme.example/?q={id}&from={from}&to={to}&host={host}&path={path}" }],
 *   "firstParty": ["*.acme.example", "acme-api.example"],
 *   "muted": [{ "host": "*.acme.example", "path": "/healthz*", "status": 503, "why": "warms up for a minute" }]
 * }
 * ```
 *
 * - `components`: `onPath`, what shows that it handled the exchange; `issued`, what it writes on its own answers only. A condition
 *   names a `header` (alone: it is there; or with one of `is`, `has`, `starts`, `glob`), or a `body` text, or a `bodyGlob`, anywhere in the body. Text is compared
 *   without regard to case. `role`: edge, gateway, link, origin, function, application or client. `owner` and `runbook` may be left out.
 * - `links`: log searches. Values are percent-encoded; a link whose value is missing is not shown.
 * - `firstParty`: hosts of the team's own, `*` allowed.
 * - `muted`: expected failures; all that is given must hold. `status` is a number or a list of numbers.
 *
 * Everything but `version` may be left out. There are no regular expressions.
 */
export interface Team {
  readonly name: string;
  /** As data for the engine, which takes them like any other. */
  readonly vendors: readonly Vendor[];
  readonly links: readonly { readonly name: string; readonly url: string }[];
  isFirstParty(host: string): boolean;
  /** Why this failure is expected; null when it is not. '' when no reason was given. */
  mutedBy(exchange: Exchange): string | null;
}

const TEXT_MAX = 256 * 1024;
const STRING_MAX = 500;
/** Most entries of each list. */
const LISTS: Readonly<Record<string, number>> = {
  components: 200,
  onPath: 20,
  issued: 20,
  links: 50,
  firstParty: 500,
  muted: 200,
  status: 100,
};
const PLACES = /\{([^{}]*)\}/g;
const KNOWN_PLACES = new Set(['id', 'from', 'to', 'host', 'path']);

const ROLES: Readonly<Partial<Record<Role, { readonly kind: Kind; readonly depth: number }>>> = {
  edge: { kind: 'cdn', depth: 1 },
  gateway: { kind: 'gateway', depth: 3 },
  link: { kind: 'proxy', depth: 4 },
  origin: { kind: 'application', depth: 5 },
  function: { kind: 'function', depth: 5 },
  application: { kind: 'application', depth: 6 },
  client: { kind: 'client', depth: 0 },
};

class Invalid extends Error {
  readonly line: number;
  constructor(node: JsonNode, message: string) {
    super(message);
    this.line = node.line;
  }
}

type Members = ReadonlyMap<string, JsonNode>;

function members(node: JsonNode, what: string, allowed: readonly string[]): Members {
  if (!(node.value instanceof Map)) throw new Invalid(node, `${what} must be an object`);
  const map: Members = node.value;
  for (const [name, member] of map)
    if (!allowed.includes(name)) throw new Invalid(member, `${what} has no "${name}"; it has ${allowed.join(', ')}`);
  return map;
}

function list(map: Members, name: string): readonly JsonNode[] {
  const node = map.get(name);
  if (node === undefined) return [];
  if (!Array.isArray(node.value)) throw new Invalid(node, `"${name}" must be a list`);
  const items = node.value as readonly JsonNode[];
  const max = LISTS[name] ?? 0;
  if (items.length > max) throw new Invalid(node, `"${name}" has more than ${max} entries`);
  return items;
}

/** Text of one line without back-ticks, which mean code in sentences. */
function string(node: JsonNode, what: string): string {
  if (typeof node.value !== 'string' || node.value.trim() === '') throw new Invalid(node, `${what} must be a text that is not empty`);
  if (node.value.length > STRING_MAX) throw new Invalid(node, `${what} is longer than ${STRING_MAX} characters`);
  return node.value;
}
const label = (node: JsonNode, what: string): string =>
  string(node, what)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069`{}]+/g, ' ')
    .trim();

function needed(map: Members, name: string, owner: JsonNode, what: string): JsonNode {
  const node = map.get(name);
  if (node === undefined) throw new Invalid(owner, `${what} needs "${name}"`);
  return node;
}

function glob(node: JsonNode, what: string): string {
  const text = string(node, what);
  if (text.length > GLOB_MAX) throw new Invalid(node, `${what} is longer than ${GLOB_MAX} characters`);
  if (text.split(/\*+/).length - 1 > STARS_MAX) throw new Invalid(node, `${what} has more than ${STARS_MAX} stars`);
  return text;
}

function link(node: JsonNode, what: string, schemes: readonly string[]): string {
  const text = string(node, what);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase() ?? '';
  if (
    !['https', 'http', ...schemes].includes(scheme) ||
    /[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069`"<>]/.test(text)
  )
    throw new Invalid(node, `${what} must begin with https: or http:${schemes.map((s) => ` or ${s}:`).join('')}, without blanks or quotes`);
  return text;
}

function condition(node: JsonNode): Match {
  const map = members(node, 'a condition', ['header', 'is', 'has', 'starts', 'glob', 'body', 'bodyGlob']);
  const ways = ['is', 'has', 'starts', 'glob'].filter((w) => map.has(w));
  const subjects = ['header', 'body', 'bodyGlob'].filter((s) => map.has(s));
  if (subjects.length !== 1) throw new Invalid(node, 'a condition needs one of "header", "body" and "bodyGlob"');
  if (ways.length > (map.has('header') ? 1 : 0))
    throw new Invalid(node, 'only a "header" may have "is", "has", "starts" or "glob", and one of them');
  const body = map.get('body');
  if (body !== undefined) {
    const text = string(body, '"body"');
    if (text.trim().length < 3) throw new Invalid(body, '"body" needs three characters or more');
    return { body: text };
  }
  const bodyGlob = map.get('bodyGlob');
  if (bodyGlob !== undefined) {
    const text = glob(bodyGlob, '"bodyGlob"');
    const near = longestLiteral(text).trim();
    if (near.length < 3) throw new Invalid(bodyGlob, '"bodyGlob" needs three characters in a row that are no star');
    return { bodyMatches: globRegExp(`*${text}*`), near };
  }
  const named = needed(map, 'header', node, 'a condition');
  const header = string(named, '"header"').toLowerCase();
  if (!/^[!#$%&'*+.^_|~0-9a-z-]+$/.test(header)) throw new Invalid(named, '"header" must be the name of a header');
  const way = ways[0];
  const value = way === undefined ? undefined : map.get(way);
  if (way === undefined || value === undefined) return { header };
  if (way === 'glob') return { header, matches: globRegExp(glob(value, '"glob"')) };
  return { header, [way]: string(value, `"${way}"`) };
}

/** `Acme gateway` -> `team-acme-gateway`: no id of the project begins so. */
const idOf = (name: string): string =>
  `team-${
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'component'
  }`;

function vendor(node: JsonNode, schemes: readonly string[]): Vendor {
  const map = members(node, 'a component', ['name', 'role', 'owner', 'runbook', 'onPath', 'issued']);
  const name = label(needed(map, 'name', node, 'a component'), '"name"').slice(0, 60);
  const roleNode = needed(map, 'role', node, 'a component');
  const role = string(roleNode, '"role"') as Role;
  const place = Object.hasOwn(ROLES, role) ? ROLES[role] : undefined;
  if (place === undefined) throw new Invalid(roleNode, `"role" must be one of ${Object.keys(ROLES).join(', ')}`);
  const ownerNode = map.get('owner');
  const owner = ownerNode === undefined ? null : label(ownerNode, '"owner"').slice(0, 100);
  const runbookNode = map.get('runbook');
  const runbook = runbookNode === undefined ? null : link(runbookNode, '"runbook"', schemes);
  if (runbookNode !== undefined && runbook?.includes('{')) throw new Invalid(runbookNode, '"runbook" takes no placeholders');
  const cited = { source: runbook ?? '', verified: '', documented: true } as const;
  const marks = (list: readonly JsonNode[], says: string): (OnPathMark & { readonly when: Match })[] =>
    list.map((n) => ({ ...cited, when: condition(n), says }));
  const onPath = marks(list(map, 'onPath'), `Your team’s file says that this shows ${name}: \`{value}\``);
  const issued: IssuedMark[] = marks(list(map, 'issued'), `Your team’s file says that only ${name} answers so: \`{value}\``).map((m) => ({
    ...m,
    strength: 'strong',
  }));
  if (onPath.length + issued.length === 0) throw new Invalid(node, 'a component needs a condition under "onPath" or "issued"');
  const steps: StepRule[] = [
    ...(runbook === null ? [] : [{ text: `Open the runbook of ${name}: \`${runbook}\`` }]),
    ...(owner === null ? [] : [{ text: `Ask ${owner}, who own ${name}, with the time \`{time}\`` }]),
  ];
  const look = `${name}${owner === null ? '' : `, owned by ${owner}`}`;
  return {
    id: idOf(name),
    name,
    kind: place.kind,
    depth: place.depth,
    onPath,
    issued,
    codes: [
      {
        ...cited,
        role,
        fault: role === 'application' ? 'application_error' : 'unknown',
        confidence: 'possible',
        verdict: `${name} answered.`,
        cause: `${name} gave this status itself.`,
        look,
        ...(steps.length === 0 ? {} : { steps }),
      },
    ],
    timeouts: [],
    ids: [],
    steps,
    ...(runbook === null ? {} : { docs: runbook }),
    team: true,
  };
}

interface Mute {
  readonly host: RegExp | null;
  readonly path: RegExp | null;
  readonly method: string | null;
  readonly status: readonly number[] | null;
  readonly why: string;
}

function mute(node: JsonNode): Mute {
  const map = members(node, 'a muted failure', ['host', 'path', 'method', 'status', 'why']);
  const pattern = (name: string): RegExp | null => {
    const at = map.get(name);
    return at === undefined ? null : globRegExp(glob(at, `"${name}"`));
  };
  const statusNode = map.get('status');
  const given = statusNode === undefined ? [] : Array.isArray(statusNode.value) ? list(map, 'status') : [statusNode];
  const status = given.map((n) => {
    if (typeof n.value !== 'number' || !Number.isInteger(n.value) || n.value < 100 || n.value > 999)
      throw new Invalid(n, '"status" must be a status code or a list of them');
    return n.value;
  });
  const method = map.get('method');
  const why = map.get('why');
  const result: Mute = {
    host: pattern('host'),
    path: pattern('path'),
    method: method === undefined ? null : string(method, '"method"').toUpperCase(),
    status: statusNode === undefined ? null : status,
    why: why === undefined ? '' : label(why, '"why"'),
  };
  if (result.host === null && result.path === null) throw new Invalid(node, 'a muted failure needs a "host" or a "path"');
  return result;
}

function logLink(node: JsonNode, schemes: readonly string[]): { readonly name: string; readonly url: string } {
  const map = members(node, 'a link', ['name', 'url']);
  const urlNode = needed(map, 'url', node, 'a link');
  const url = link(urlNode, '"url"', schemes);
  for (const [, place = ''] of url.matchAll(PLACES))
    if (!KNOWN_PLACES.has(place))
      throw new Invalid(urlNode, `"{${place}}" is not known; there are ${[...KNOWN_PLACES].map((p) => `{${p}}`).join(', ')}`);
  // Nothing from a request may choose where the link leads.
  if (/\{/.test(/^[a-z0-9+.-]+:\/*[^/?#]*/i.exec(url)?.[0] ?? ''))
    throw new Invalid(urlNode, '"url" may have placeholders after its host only');
  return { name: label(needed(map, 'name', node, 'a link'), '"name"'), url };
}

function build(root: JsonNode, schemes: readonly string[]): Team {
  const map = members(root, 'the file', ['version', 'name', 'components', 'links', 'firstParty', 'muted']);
  const version = needed(map, 'version', root, 'the file');
  if (version.value !== 1) throw new Invalid(version, '"version" must be 1');
  const nameNode = map.get('name');
  const vendors: Vendor[] = [];
  for (const node of list(map, 'components')) {
    const v = vendor(node, schemes);
    if (vendors.some((other) => other.id === v.id)) throw new Invalid(node, `"${v.name}" stands twice`);
    vendors.push(v);
  }
  const hosts = list(map, 'firstParty').map((n) => globRegExp(glob(n, 'a host of "firstParty"')));
  const muted = list(map, 'muted').map(mute);
  const bare = (host: string): string => host.replace(/:\d+$/, '');
  return {
    name: nameNode === undefined ? '' : label(nameNode, '"name"'),
    vendors,
    links: list(map, 'links').map((n) => logLink(n, schemes)),
    isFirstParty: (host) => hosts.some((h) => h.test(host) || h.test(bare(host))),
    mutedBy: (e) =>
      muted.find(
        (m) =>
          (m.host === null || m.host.test(e.host) || m.host.test(bare(e.host))) &&
          (m.path === null || m.path.test(e.path)) &&
          (m.method === null || m.method === e.method) &&
          (m.status === null || m.status.includes(e.status)),
      )?.why ?? null,
  };
}

/**
 * Reads a team's file. What is wrong comes back as one sentence with its line (1-based); nothing is half taken. `schemes`: those that links may
 * have beside `https` and `http`, without the colon; `javascript`, `data` and their like are never among them.
 */
export function parseTeam(text: string, schemes: readonly string[] = []): { readonly team: Team } | { readonly error: JsonError } {
  if (text.length > TEXT_MAX) return { error: { line: 1, message: `the file is larger than ${TEXT_MAX / 1024} KB` } };
  const root = parseJsonLines(text);
  if ('message' in root) return { error: root };
  try {
    return {
      team: build(
        root,
        schemes.filter((s) => !/^(?:javascript|data|vbscript|blob|file|filesystem|about)$/i.test(s)).map((s) => s.toLowerCase()),
      ),
    };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { error: { line: error.line, message: error.message } };
  }
}

/** The team's log links for one exchange, `id` being the one to search for; those with a value missing are left out. */
export function teamLinks(team: Team, e: Exchange, id: string | null): { readonly name: string; readonly url: string }[] {
  return team.links.flatMap(({ name, url }) => {
    let complete = true;
    const filled = url.replace(PLACES, (_, place: string) => {
      const value = place === 'id' ? (id ?? undefined) : valueFor(e, place, null);
      if (value === undefined) complete = false;
      return encodeURIComponent(value ?? '');
    });
    return complete ? [{ name, url: filled }] : [];
  });
}
