import type { Match } from '../diagnosis/types';

/** The body is JSON: a sentence in it was written by whoever wrote the JSON, not by a server that sends pages and plain text. */
export const json: Match = { bodyMatches: /^\s{0,20}[{["]/, near: '' };
