import type { Code } from '../diagnosis/types';

const rfc = { source: 'https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable', verified: '2026-11-24' } as const;

/**
 * What an application says with its own 503, whatever its framework: first the words of the body, then `Retry-After`.
 * RFC 9110 knows two reasons for a 503, overload and maintenance. Tried before a framework's row for the bare status.
 */
export const ownUnavailable: readonly Code[] = [
  {
    status: 503,
    when: {
      any: [
        { body: 'overload' },
        { body: 'too many requests' },
        { body: 'over capacity' },
        { body: 'at capacity' },
        { body: 'high load' },
        { body: 'too busy' },
        { body: 'server is busy' },
        { body: 'load shedding' },
      ],
    },
    role: 'application',
    fault: 'overloaded',
    also: ['application_error', 'maintenance'],
    confidence: 'likely',
    cause: 'The application says itself that it has too much to do and turned this request away.',
    look: 'load and queue of the application at this time',
    ...rfc,
  },
  {
    status: 503,
    when: {
      all: [
        {
          any: [
            { body: 'maintenance' },
            { body: 'be right back' },
            { body: 'be back soon' },
            { body: 'be back shortly' },
            { body: 'wartung' },
            { body: 'mantenimiento' },
            { body: 'manutenção' },
            { body: 'manutenzione' },
            { body: 'メンテナンス' },
            { body: '维护' },
          ],
        },
        // The default sentence of Apache and Werkzeug names maintenance without knowing of any.
        { not: { body: 'maintenance downtime or capacity problems' } },
      ],
    },
    role: 'application',
    fault: 'maintenance',
    also: ['application_error', 'overloaded'],
    confidence: 'likely',
    cause: 'The application says itself that it is in maintenance.',
    look: 'whoever switched maintenance on',
    ...rfc,
  },
  {
    status: 503,
    when: { header: 'retry-after' },
    role: 'application',
    fault: 'overloaded',
    also: ['maintenance', 'application_error'],
    confidence: 'possible',
    cause: 'The application chose 503 and says when to come back: it sheds load, or is in maintenance.',
    look: "the application's log at this time; is maintenance switched on",
    ...rfc,
  },
];
