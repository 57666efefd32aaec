import type { Profile } from '../history';
import type { Cited, Diagnosis, Exchange, Placeholder, StepRule } from '../types';

/** All that a report may say of one failure. Times are epoch milliseconds; nothing is read from a clock here. */
export interface ReportInput {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Sentences about what else failed. */
  readonly scope?: readonly string[];
  /** Minutes that local time is ahead of UTC. */
  readonly localOffsetMinutes?: number;
  /** URL of the page that the request belongs to; without it the `referer` stands in. */
  readonly page?: string;
  /** What the healthy responses of this host look like. */
  readonly healthy?: Profile;
  /** The team's own log links, filled in. */
  readonly links?: readonly { readonly name: string; readonly url: string }[];
}

export interface ReportOptions {
  /** Secrets that a person chose to leave in this one report, as `Mark.secret` gave them. */
  readonly keep?: readonly string[];
  /** Hide addresses of private networks too. Off unless asked for: they help whoever runs the servers. */
  readonly privateAddresses?: boolean;
  /** Version of the program, for the HAR's `creator`. */
  readonly version?: string;
}

/** What a vendor's support asks for. Texts and commands take the placeholders of steps. */
export interface SupportPack extends Cited {
  /** Vendor ids it serves. */
  readonly vendors: readonly string[];
  readonly name: string;
  /** Where to hand it in. */
  readonly contact?: string;
  readonly asks: readonly Ask[];
}

export interface Ask extends StepRule {
  /** Headers, or names of ids as the vendor's file calls them, any of which answers it: it is then ticked, and quoted. */
  readonly needs?: readonly string[];
  /** Said where none of them is there. */
  readonly missing?: string;
}

/** Placeholders of queries. `needle`: the best id at hand, or else the path. `trace`: 32 hex digits of a W3C or Google trace. `vercel-request`: the last part of `x-vercel-id`. */
export type QueryPlace = Placeholder | 'needle' | 'trace' | 'vercel-request' | 'from-s' | 'to-s' | 'minute';

/** A log query as data: `{placeholder}`s of QueryPlace, each filled with plain characters only, so that no quoting can break. */
export interface QueryRule {
  readonly id: string;
  /** The product: `CloudWatch Logs Insights`. */
  readonly name: string;
  /** Vendor ids whose logs it reads; those on the path come first. */
  readonly vendors: readonly string[];
  /** What to open, or to set before: a phrase. */
  readonly where: string;
  /** For colouring: `sh`, `sql`, `kusto`, … */
  readonly language: string;
  /** The first whose placeholders are all known is taken. */
  readonly texts: readonly string[];
}

/** What reports know beside the diagnosis. */
export interface ReportKnowledge {
  readonly support: readonly SupportPack[];
  readonly queries: readonly QueryRule[];
}
