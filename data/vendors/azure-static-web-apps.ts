import type { Vendor } from '../../diagnosis/types';
import { noBody } from '../bodies';

const seen = { source: 'https://github.com/Azure/static-web-apps/issues/1403', verified: '2026-11-22' } as const;
const docs = { source: 'https://learn.microsoft.com/azure/static-web-apps/apis-overview', verified: '2026-11-24' } as const;

/** Azure Static Web Apps. */
export const azureStaticWebApps: Vendor = {
  id: 'azure-static-web-apps',
  name: 'Azure Static Web Apps',
  kind: 'platform',
  depth: 2,
  onPath: [{ when: { host: '.azurestaticapps.net' }, says: 'The host is a Static Web App: `{value}`', documented: true, ...docs }],
  issued: [
    {
      when: { bodyMatches: /^\s{0,20}Backend call failure\.?\s{0,20}$/i, near: 'backend call failure' },
      strength: 'conclusive',
      says: 'The text `{value}` is that of the front end of Static Web Apps',
      ...seen,
    },
    {
      when: { all: [{ host: '.azurestaticapps.net' }, { length: [20] }, { status: 500 }, noBody] },
      strength: 'strong',
      says: '20 bytes: the length of `Backend call failure`',
      documented: true,
      ...seen,
    },
  ],
  codes: [
    {
      when: { body: 'Backend call failure' },
      role: 'link',
      fault: 'destination_unavailable',
      also: ['connection_timeout', 'http_response_timeout', 'proxy_internal_error'],
      confidence: 'possible',
      verdict: 'Static Web Apps answered: it could not call your API. The API has nothing in its log.',
      cause: 'The call from the front end to the linked or managed API failed before it arrived.',
      look: 'The link to the API: is the backend up, in reach, and does it take calls from this app?',
      ...seen,
    },
    {
      status: 504,
      role: 'function',
      fault: 'http_response_timeout',
      also: ['function_timeout'],
      confidence: 'likely',
      cause: 'The API took longer than 45 s.',
      look: 'Duration of the API call',
      documented: true,
      ...docs,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['destination_unavailable', 'http_response_timeout', 'function_crash'],
      confidence: 'unknown',
      cause: 'The front end could not get an answer from the API.',
      look: 'The log of the API',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 45_000,
      status: [500, 502, 503, 504],
      fault: 'http_response_timeout',
      role: 'function',
      name: 'API limit, 45 s',
      documented: true,
      ...docs,
    },
  ],
  ids: [],
  steps: [
    { text: 'Call the API under its own host name. It answers: look at the link and its authentication.' },
    { text: 'Unlink and link the backend again when the link was changed.' },
    { text: 'Does the log of the API have a row at {time}? None means that the call never arrived.' },
  ],
  statusPage: 'https://azure.status.microsoft/',
  docs: docs.source,
};
