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

/** The bodies that a REST API of API Gateway writes itself. Spelling and the space after the colon tell them from those of applications. */
export const restGatewayBody: Match = {
  any: [
    { bodyMatches: /^\s{0,9}\{\s{0,9}"message":\s{1,9}"Internal server error"\s{0,9}\}\s{0,9}$/, near: 'internal server error' },
    { bodyMatches: /^\s{0,9}\{\s{0,9}"message":\s{0,9}"Endpoint request timed out"\s{0,9}\}\s{0,9}$/, near: 'endpoint request timed out' },
    {
      bodyMatches: /^\s{0,9}\{\s{0,9}"message":\s{0,9}"Network error communicating with endpoint"\s{0,9}\}\s{0,9}$/,
      near: 'network error communicating with endpoint',
    },
    {
      bodyMatches: /^\s{0,9}\{\s{0,9}"message":\s{0,9}"Authorizer configuration error"\s{0,9}\}\s{0,9}$/i,
      near: 'authorizer configuration error',
    },
  ],
};

/** Lengths of nginx's built-in pages signed `nginx`, without and with the padding for browsers that hide short ones; what is built on it signs otherwise. */
export const pageLengths: readonly number[] = [
  150, 158, 160, 166, 168, 170, 174, 176, 180, 184, 186, 190, 196, 206, 552, 560, 562, 568, 570, 572, 576, 578, 582, 586, 588, 592, 598,
  608,
];
