import type { PLACEHOLDERS } from './fill';

/**
 * The vocabulary of the project, as types. No logic here: `data/` is written in these words, the engine reasons
 * in them, the views show them.
 */

/** Who failed. `link` is DNS, TLS and TCP between the issuer and its next hop; `client` is something on this computer. */
export type Role = 'edge' | 'gateway' | 'link' | 'origin' | 'function' | 'application' | 'client' | 'unknown';

/** The proxy error types of RFC 9209 section 2.3, all 32. https://www.rfc-editor.org/rfc/rfc9209#section-2.3 */
export type ProxyError =
  | 'dns_timeout'
  | 'dns_error'
  | 'destination_not_found'
  | 'destination_unavailable'
  | 'destination_ip_prohibited'
  | 'destination_ip_unroutable'
  | 'connection_refused'
  | 'connection_terminated'
  | 'connection_timeout'
  | 'connection_read_timeout'
  | 'connection_write_timeout'
  | 'connection_limit_reached'
  | 'tls_protocol_error'
  | 'tls_certificate_error'
  | 'tls_alert_received'
  | 'http_request_error'
  | 'http_request_denied'
  | 'http_response_incomplete'
  | 'http_response_header_section_size'
  | 'http_response_header_size'
  | 'http_response_body_size'
  | 'http_response_trailer_section_size'
  | 'http_response_trailer_size'
  | 'http_response_transfer_coding'
  | 'http_response_content_coding'
  | 'http_response_timeout'
  | 'http_upgrade_failed'
  | 'http_protocol_error'
  | 'proxy_internal_response'
  | 'proxy_internal_error'
  | 'proxy_configuration_error'
  | 'proxy_loop_detected';

/** What went wrong: RFC 9209's word where it has one, ours where it has none. */
export type Fault =
  | ProxyError
  | 'application_error'
  | 'function_crash'
  | 'function_timeout'
  | 'overloaded'
  | 'maintenance'
  | 'quota_exceeded'
  | 'unknown';

/** `certain`: only this component produces it. `likely`: right in 85 of 100. `possible`: in 50. `unknown`: cannot be told. */
export type Confidence = 'certain' | 'likely' | 'possible' | 'unknown';

/** What sort of component a vendor is. */
export type Kind = 'cdn' | 'load-balancer' | 'gateway' | 'proxy' | 'platform' | 'function' | 'application' | 'client' | 'unknown';

/** One header field line: name in lower case, value as it came (folded lines joined by a space, outer white space trimmed). */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** HAR 1.2 timings in milliseconds; null where the browser did not say. http://www.softwareishard.com/blog/har-12-spec/#timings */
export interface Timings {
  readonly blocked: number | null;
  readonly dns: number | null;
  readonly connect: number | null;
  readonly ssl: number | null;
  readonly send: number | null;
  readonly wait: number | null;
  readonly receive: number | null;
}

/** One request and its response, normalised. Everything that may be missing is null, and null never means "empty". */
export interface Exchange {
  readonly method: string;
  /** Absolute URL, '' when the entry had none. */
  readonly url: string;
  /** Lower-case host with port when it is not the scheme's own, '' when the URL cannot be parsed. */
  readonly host: string;
  /** Path without the query. */
  readonly path: string;
  /** Milliseconds since the epoch, UTC. */
  readonly startedAt: number | null;
  /** Milliseconds from start to end of the response. */
  readonly timeMs: number | null;
  readonly timings: Timings;
  readonly status: number;
  /** HTTP/1.1 reason phrase; '' in HTTP/2 and 3, which have none (RFC 9113 section 8.3.1). */
  readonly reason: string;
  /** `http/1.0`, `http/1.1`, `h2`, `h3`, or '' when unknown. */
  readonly httpVersion: string;
  readonly requestHeaders: readonly HeaderField[];
  readonly responseHeaders: readonly HeaderField[];
  /** What was sent, as the browser shows it (HAR `postData.text`), capped like `body`. null: none, or not exposed. */
  readonly requestBody: string | null;
  /** Decoded text, capped to head and tail. null: the browser did not expose it. '' : it was empty. */
  readonly body: string | null;
  /** The whole body was longer than what `body` holds. */
  readonly bodyCut: boolean;
  /** IP address of the peer, without brackets. */
  readonly serverAddress: string | null;
  /** Chrome's resource type (`fetch`, `xhr`, `document`, `preflight`, …), or one inferred; null when unknown. */
  readonly resourceType: string | null;
  /** URL of what started the request, and its line (1-based). */
  readonly initiator: { readonly url: string; readonly line: number | null } | null;
  /** The browser's own network error, `net::ERR_…`. A hint only: Chrome sets it on successful HEADs. */
  readonly error: string | null;
  /** A service worker answered or passed the request. */
  readonly fromServiceWorker: boolean;
  /** The page could not see this response: blocked by CORS. */
  readonly corsBlocked: boolean;
}

// ---------------------------------------------------------------------------------------------------------------
// Evidence and verdict

/** One observation, shown on the card. */
export interface Evidence {
  /** One sentence, code marks in back-ticks. */
  readonly says: string;
  /** Vendor id or 'application' or 'client' that it speaks of. */
  readonly about: string;
  readonly weighs: 'for' | 'against' | 'path';
  /** What was read: `header server`, `body`, `reason phrase`, `time`, `comparison`, `content-length`, `status`. */
  readonly where: string;
}

/** A component on the way, as the response shows it. */
export interface Hop {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly version?: string;
  /** relayed: passed it on · issued: made the status · wrote-page: replaced the body only · failed: gave no valid answer. */
  readonly part: 'relayed' | 'issued' | 'wrote-page' | 'failed';
  readonly evidence: string;
}

/** One debugging step. Text and command come filled in: no placeholder is left. */
export interface Step {
  /** Starts with a verb; code in back-ticks. */
  readonly text: string;
  /** A shell command whose values are quoted already. */
  readonly command?: string;
}

/** An id that the response or request carries. */
export interface Id {
  /** Header name or what it is called. */
  readonly name: string;
  readonly value: string;
  /** What it is and where to paste it. */
  readonly lookup: string;
  /** What the id itself says: a time, a place. */
  readonly decoded?: string;
}

/** A finding beside the verdict. */
export interface Note {
  readonly kind:
    | 'cors'
    | 'preflight'
    | 'cached'
    | 'incomplete'
    | 'browser-page'
    | 'look-alike'
    | 'quoted'
    | 'unsafe-repeat'
    | 'local'
    | 'retry-after'
    | 'other';
  readonly title: string;
  readonly text: string;
}

/** One test whose outcome separates the leading explanations. */
export interface Test {
  readonly text: string;
  readonly command?: string;
  /** What each outcome means, and when it says nothing. */
  readonly outcomes: readonly { readonly result: string; readonly means: string }[];
}

/** A documented time limit that the waiting time fits. */
export interface LimitMatch {
  readonly ms: number;
  /** 'nginx `proxy_read_timeout`, default 60 s' */
  readonly name: string;
}

/** The whole answer for one exchange. */
export interface Diagnosis {
  readonly issuer: { readonly id: string; readonly name: string; readonly kind: Kind; readonly confidence: Confidence };
  readonly failed: { readonly role: Role; readonly confidence: Confidence };
  readonly fault: { readonly type: Fault; readonly confidence: Confidence; readonly candidates: readonly Fault[] };
  /** Outermost first. Only what the response shows. */
  readonly path: readonly Hop[];
  readonly evidence: readonly Evidence[];
  /** One spoken sentence, at most 110 characters where names allow. */
  readonly verdict: string;
  /** Row "Who failed". */
  readonly whoFailed: string;
  /** Row "Likely cause". */
  readonly cause: string;
  /** Row "Where to look first". */
  readonly lookFirst: string;
  readonly steps: readonly Step[];
  readonly ids: readonly Id[];
  readonly notes: readonly Note[];
  readonly test: Test | null;
  readonly limit: LimitMatch | null;
  /** The vendor's own name for this error, if it gave one: `FUNCTION_INVOCATION_TIMEOUT`, `1033`. */
  readonly code: string | null;
  readonly statusPage: string | null;
  readonly docs: string | null;
}

// ---------------------------------------------------------------------------------------------------------------
// Knowledge, as data. The engine interprets it; a vendor never brings code.

/** Where a fact comes from, and when somebody last checked it there. */
export interface Cited {
  /** Public URL. */
  readonly source: string;
  /** ISO date, YYYY-MM-DD. */
  readonly verified: string;
  /** Official docs or the server's own source say so; no capture exercises it yet. */
  readonly documented?: true;
}

/**
 * A condition on one response. Text is compared case-insensitively; a body is compared with white space collapsed to one blank.
 * Header conditions look at every field line of that name. On a capture without any header, `absent` is false (nothing is known).
 */
export type Match =
  /** Header is there; its value `is` (whole value), `has` (contains), `starts` with or `matches` the pattern. */
  | { readonly header: string; readonly is?: string; readonly has?: string; readonly starts?: string; readonly matches?: RegExp }
  | { readonly absent: string }
  /** The body contains this text. */
  | { readonly body: string }
  /** The body matches; `near` is a literal that must be in the body too, tried first because it is cheap. */
  | { readonly bodyMatches: RegExp; readonly near: string }
  /** The body is exactly this text, case included (white space trimmed and collapsed). */
  | { readonly bodyIs: string }
  /** The body is known to be empty: '' or `content-length: 0`. Not for a HEAD or a body that was not exposed. */
  | { readonly bodyEmpty: true }
  /**
   * The `content-length` header, where no content-encoding changed it and the body is not to be seen: one that is speaks for itself.
   * With `plus`, that much more than one of these: a page that names its server is longer by that name.
   */
  | { readonly length: readonly number[]; readonly plus?: number }
  /**
   * `etag: "<time>-<size>"` whose size, in hex, is the `content-length`: how nginx tags a file. `first`: `"<size>-<time>"`, as Apache does.
   * 36: `"<hash><size>"` in base 36, as Next.js does.
   */
  | { readonly etagSize: true | 'first' | 36 }
  | { readonly status: number | readonly number[] }
  /** The reason phrase; with `exact` in this very case: Werkzeug writes it in capitals. */
  | { readonly reason: string; readonly exact?: true }
  /** The host is this name or ends with it: `.vercel.app`. */
  | { readonly host: string }
  /** The path of the URL begins with this: `/apis/`. Narrows another condition; no index finds it alone. */
  | { readonly path: string }
  | { readonly method: string }
  | { readonly http: '1' | '2+' }
  /** A member of a JSON body, by dotted path; with `is` its value as a string, with `has` a part of it. */
  | { readonly json: string; readonly is?: string; readonly has?: string }
  | { readonly all: readonly Match[] }
  | { readonly any: readonly Match[] }
  | { readonly not: Match };

/** Shows that the vendor handled the exchange. Carries no strength, so presence can never blame. */
export interface OnPathMark extends Cited {
  readonly when: Match;
  /** The sentence the user reads. `{value}` is what was found. */
  readonly says: string;
  /** First group is the version. */
  readonly version?: RegExp;
}

/** How much an issued mark weighs. `conclusive`: nobody else produces it. */
export type Strength = 'conclusive' | 'strong' | 'supporting' | 'against';

/** Shows that the vendor wrote this response itself (or, `against`, that it did not: it only passed it on). */
export interface IssuedMark extends Cited {
  readonly when: Match;
  readonly strength: Strength;
  readonly says: string;
  readonly version?: RegExp;
  /** The vendor wrote the page but the status came from behind it (Cloudflare's branded 502 and 504). */
  readonly pageOnly?: true;
}

/** What steps and commands may hold in braces. A step whose placeholder has no value is dropped. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A step as data. `{placeholder}`s are filled by the engine and quoted in commands. */
export interface StepRule {
  readonly text: string;
  readonly command?: string;
}

/** One row of an issuer's own error table. All given conditions must hold; the first row that matches wins. */
export interface Code extends Cited {
  /** The vendor's own code(s), compared with what `selfReport` found: equal, or the longest that it starts with. */
  readonly code?: string | readonly string[];
  readonly status?: number | readonly number[];
  readonly when?: Match;
  readonly role: Role;
  readonly fault: Fault;
  /** What else this same response can mean, most likely first. */
  readonly also?: readonly Fault[];
  /** How sure the fault is, given that this row matches and the issuer is right. */
  readonly confidence: Exclude<Confidence, 'unknown'> | 'unknown';
  /** The verdict: one spoken past-tense sentence, at most 110 characters, "Vercel answered: your function did not finish in its time limit." */
  readonly verdict?: string;
  /** Likely cause: one sentence. */
  readonly cause: string;
  /** Where to look first: a phrase. */
  readonly look: string;
  readonly steps?: readonly StepRule[];
}

/** A documented limit. The engine matches it against the waiting time, one-sided; it may choose the fault, never the issuer. */
export interface Timeout extends Cited {
  readonly ms: number;
  /** Upper end where versions differ (Cloudflare 524: 98 to 130 s). */
  readonly toMs?: number;
  /** Statuses that the vendor answers when it runs out. */
  readonly status: readonly number[];
  readonly fault: Fault;
  readonly role?: Role;
  /** The setting: '`proxy_read_timeout`, default 60 s'. */
  readonly name: string;
  /** Tries that multiply it. */
  readonly times?: readonly number[];
  /** The verdict when the waiting time chose this fault; without it the sentence says that time ran out. */
  readonly verdict?: string;
}

/** Where the vendor prints its own error code. First that gives a value wins; the first group of the pattern, or the whole value. */
export type SelfReport =
  | { readonly header: string; readonly matches?: RegExp }
  | { readonly body: RegExp; readonly near: string }
  | { readonly reason: RegExp }
  | { readonly json: string };

/** An id and how to use it. */
export interface IdRule extends Cited {
  readonly header?: Placeholder;
  readonly body?: RegExp;
  readonly name: string;
  readonly lookup: string;
  /** How the engine decodes it. */
  readonly decode?:
    | 'cf-ray'
    | 'amzn-trace'
    | 'vercel-id'
    | 'akamai-reference'
    | 'ulid'
    | 'uuid7'
    | 'cf-pop'
    | 'azure-ref'
    | 'fastly-served-by'
    | 'fly-id';
}

/** Everything the project knows about one component. One file per vendor, `data/vendors/<id>.ts`. */
export interface Vendor {
  /** kebab-case; also the file name and the folder of its captures. */
  readonly id: string;
  /** As its makers write it, short: `AWS ALB`. */
  readonly name: string;
  readonly kind: Kind;
  /** How near to the browser it usually stands: 0 on this computer, 1 CDN, 2 load balancer or platform edge, 3 gateway, 4 reverse proxy, 5 app server, 6 framework. */
  readonly depth: number;
  /** Headers of which every response through this vendor carries one: a page of its without any is a look-alike, or was copied. */
  readonly always?: readonly string[];
  /** Vendor id of the CDN that the platform itself runs in front of every customer: it stands directly before it on the path. */
  readonly ownEdge?: string;
  /** Vendor ids of products that it runs inside: their pages under its headers are its own answers. */
  readonly inside?: readonly string[];
  /** Vendor ids of products that it imitates on a developer's computer: where it stands, their marks are its own, and they are not there. */
  readonly plays?: readonly string[];
  readonly onPath: readonly OnPathMark[];
  readonly issued: readonly IssuedMark[];
  readonly selfReport?: readonly SelfReport[];
  readonly codes: readonly Code[];
  readonly timeouts: readonly Timeout[];
  readonly ids: readonly IdRule[];
  /** Used when no row of `codes` brings its own. */
  readonly steps: readonly StepRule[];
  /** The test that tells whether this vendor or something behind it made the status. */
  readonly test?: Test;
  readonly statusPage?: string;
  readonly docs?: string;
  /** Told by the team that uses the panel, not by the project. */
  readonly team?: true;
}

/** What is known about a fault, whoever reports it. */
export interface FaultInfo {
  /** Three or four words. */
  readonly title: string;
  /** One sentence: what happened. */
  readonly says: string;
  readonly look: string;
  readonly steps: readonly StepRule[];
}

/** A status code 500 to 599, standard or not. */
export interface StatusCode extends Cited {
  readonly status: number;
  readonly name: string;
  /** Defined by an RFC, or by whom. */
  readonly origin: string;
  readonly meaning: string;
  readonly whoFailed: string;
  readonly issuedBy: string;
  readonly likelyCause: string;
  readonly lookFirst: string;
  readonly logs: string;
  readonly steps: readonly string[];
}

/** All knowledge that the engine is given. */
export interface Knowledge {
  readonly vendors: readonly Vendor[];
  readonly faults: Readonly<Record<Fault, FaultInfo>>;
  readonly statusCodes: readonly StatusCode[];
  /** Rows for an application's own 502, 503 and 504, whatever its framework. */
  readonly ownErrors: readonly Code[];
}
