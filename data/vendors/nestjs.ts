import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.nestjs.com/exception-filters', verified: '2026-11-22' } as const;

/** NestJS, on Express or Fastify. */
export const nestjs: Vendor = {
  id: 'nestjs',
  name: 'NestJS',
  kind: 'application',
  depth: 6,
  onPath: [],
  issued: [
    {
      when: { bodyMatches: /^\s{0,20}\{"statusCode":500,"message":"Internal server error"\}\s{0,20}$/, near: '"statuscode":500' },
      strength: 'strong',
      says: "The body is the error of NestJS's built-in exception filter",
      documented: true,
      ...docs,
    },
    {
      when: {
        bodyMatches:
          /^\s{0,20}\{"message":(?:"[^"\\]{1,300}"|\[[^\]]{0,300}\]),(?:"error":"[A-Z][A-Za-z ]{3,40}",)?"statusCode":5\d\d\}\s{0,20}$/,
        near: '"statuscode":5',
      },
      strength: 'strong',
      says: "The body has the members and the order of NestJS's HTTP exceptions",
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A controller or provider threw an exception that is no `HttpException`; NestJS logs it and hides the message.',
      look: "the application's log: `[ExceptionsHandler]` at this time",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time} for `ExceptionsHandler`: the stack follows' },
    { text: 'Nothing there: the logger is switched off (`logger: false`) or a filter of your own swallowed it' },
  ],

  docs: 'https://docs.nestjs.com/exception-filters',
};
