import type { Match } from '../diagnosis/types';

/** The body is JSON: a sentence in it was written by whoever wrote the JSON, not by a server that sends pages and plain text. */
export const json: Match = { bodyMatches: /^\s{0,20}[{["]/, near: '' };

/** The error of Fastify and, in the same order, of Boom, which hapi sends: `statusCode`, perhaps `code`, `error`, `message`. */
export const httpError: Match = {
  bodyMatches: /^\s{0,20}\{"statusCode":5\d\d,(?:"code":"[^"]{1,80}",)?"error":"[A-Z][A-Za-z ]{3,40}","message":"/,
  near: '"statuscode":5',
};

/** No body is to be seen: it is empty, or was not exposed. */
export const noBody: Match = { not: { bodyMatches: /\S/, near: '' } };
