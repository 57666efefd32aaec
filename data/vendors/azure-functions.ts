import type { Vendor } from '../../diagnosis/types';

const host = { source: 'https://github.com/Azure/azure-functions-host/issues/4637', verified: '2026-11-22' } as const;
const docs = {
  source: 'https://learn.microsoft.com/azure/azure-functions/functions-recover-storage-account',
  verified: '2026-11-24',
} as const;
const limit = { source: 'https://learn.microsoft.com/azure/azure-functions/functions-scale', verified: '2026-11-24' } as const;

/** Azure Functions. The host says when it could not start; everything else looks like App Service. */
export const azureFunctions: Vendor = {
  id: 'azure-functions',
  name: 'Azure Functions',
  kind: 'function',
  depth: 4,
  onPath: [],
  issued: [
    {
      when: { body: 'This Azure Functions app is down for maintenance' },
      strength: 'conclusive',
      says: '“{value}” is the offline page of Azure Functions',
      source: 'https://github.com/MicrosoftDocs/azure-docs/issues/17384',
      verified: '2026-11-25',
    },
    {
      when: { body: 'Function host is not running.' },
      strength: 'conclusive',
      says: 'The text `{value}` is that of the Functions host that could not start',
      ...host,
    },
    {
      when: {
        all: [
          { status: 503 },
          { length: [29, 30] },
          { header: 'content-type', starts: 'text/plain' },
          { any: [{ host: '.azurewebsites.net' }, { host: '.azurestaticapps.net' }] },
        ],
      },
      strength: 'strong',
      says: '29 bytes of text: the length of `Function host is not running.`',
      documented: true,
      ...host,
    },
  ],
  codes: [
    {
      when: { any: [{ body: 'Azure Functions app is down for maintenance' }, { body: 'Host is offline' }] },
      role: 'function',
      fault: 'maintenance',
      also: ['destination_unavailable'],
      confidence: 'likely',
      verdict: 'Azure Functions answered: the app is switched off by a file `app_offline.htm`.',
      cause: 'A deployment put `app_offline.htm` into the app and did not take it away.',
      look: '`app_offline.htm` in the root of the app',
      steps: [{ text: 'Look for `app_offline.htm` in `wwwroot` and rename or delete it; a running deployment removes it itself.' }],
      source: 'https://github.com/MicrosoftDocs/azure-docs/issues/17384',
      verified: '2026-11-25',
    },
    {
      when: { body: 'Function host is not running.' },
      role: 'function',
      fault: 'function_crash',
      also: ['proxy_configuration_error', 'destination_unavailable', 'application_error'],
      confidence: 'likely',
      verdict: 'Azure Functions answered: its host did not start. None of your functions ran.',
      cause: 'A `function.json` or `host.json` that cannot be read, a missing package, storage or Key Vault reference.',
      look: 'The last deployment; then the host’s log at its last start',
      steps: [
        { text: 'Open the function app in the portal: the banner names the error of the host.' },
        { text: 'Watch the host’s log while it starts.', command: 'az webapp log tail -g "$RESOURCE_GROUP" -n "$APP"' },
        { text: 'Do `AzureWebJobsStorage` and all Key Vault references resolve?' },
        { text: 'Is every `function.json` valid JSON, and is `FUNCTIONS_EXTENSION_VERSION` the one you build for?' },
      ],
      ...host,
    },
    {
      status: [502, 504],
      role: 'function',
      fault: 'function_timeout',
      also: ['function_crash', 'http_response_timeout'],
      confidence: 'possible',
      cause: 'The function ran past 230 s, or its worker ended.',
      look: 'Duration of the function in Application Insights',
      documented: true,
      ...limit,
    },
    {
      role: 'function',
      fault: 'function_crash',
      also: ['destination_unavailable', 'proxy_configuration_error'],
      confidence: 'possible',
      cause: 'The host of the functions did not start or ended.',
      look: 'The host’s log',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 230_000,
      toMs: 240_000,
      status: [500, 502, 503, 504],
      fault: 'function_timeout',
      role: 'function',
      name: 'limit of an HTTP function, 230 s',
      documented: true,
      ...limit,
    },
  ],
  ids: [],
  steps: [
    { text: 'Open the function app in the portal: a banner names the error of the host.' },
    { text: 'Watch the host’s log and repeat the request.', command: 'az webapp log tail -g "$RESOURCE_GROUP" -n "$APP"' },
  ],
  statusPage: 'https://azure.status.microsoft/',
  docs: docs.source,
};
