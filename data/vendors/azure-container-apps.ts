import type { Match, Vendor } from '../../diagnosis/types';
import { envoyReplies } from '../envoy-replies';

const docs = { source: 'https://learn.microsoft.com/azure/container-apps/ingress-overview', verified: '2026-11-24' } as const;
const buffer = { source: 'https://github.com/microsoft/azure-container-apps/issues/1049', verified: '2026-11-22' } as const;
const limit = { source: 'https://github.com/microsoft/azure-container-apps/issues/597', verified: '2026-11-22' } as const;
const REPLY: Match = {
  any: [
    { body: 'upstream connect error or disconnect/reset before headers' },
    { bodyIs: 'no healthy upstream' },
    { bodyIs: 'upstream request timeout' },
    { bodyIs: 'stream timeout' },
    { body: 'exceeded request buffer limit while retrying upstream' },
  ],
};

/** Azure Container Apps: an Envoy of the platform before the containers. */
export const azureContainerApps: Vendor = {
  id: 'azure-container-apps',
  name: 'Azure Container Apps',
  kind: 'platform',
  depth: 2,
  onPath: [{ when: { host: '.azurecontainerapps.io' }, says: 'The host is a Container App: `{value}`', documented: true, ...docs }],
  issued: [
    {
      when: { all: [{ host: '.azurecontainerapps.io' }, REPLY] },
      strength: 'conclusive',
      says: 'The text `{value}` is the platform’s own: Container Apps runs Envoy in front of the container',
      documented: true,
      ...limit,
    },
    {
      when: { any: [{ body: 'Container App is stopped or does not exist' }, { body: 'Azure Container App - Unavailable' }] },
      strength: 'conclusive',
      says: 'The page is that of Container Apps for an app that is stopped',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ body: 'exceeded request buffer limit while retrying upstream' }, { status: 507 }] },
      strength: 'supporting',
      says: '507 with the text `{value}` is known from Container Apps; any Envoy can send it',
      ...buffer,
    },
  ],
  codes: [
    {
      when: { any: [{ body: 'Container App is stopped or does not exist' }, { body: 'Azure Container App - Unavailable' }] },
      role: 'gateway',
      fault: 'destination_unavailable',
      also: ['proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'Container Apps answered: this app is stopped or has no running revision.',
      cause: 'The app or its revision is stopped, or the host name belongs to none.',
      look: 'Revisions and their state',
      documented: true,
      ...docs,
    },
    ...envoyReplies,
    {
      role: 'origin',
      fault: 'unknown',
      also: ['destination_unavailable', 'connection_terminated', 'http_response_timeout'],
      confidence: 'unknown',
      cause: 'The platform could not get an answer from the container.',
      look: 'The system log and the console log of the app',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 240_000,
      status: [502, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'ingress limit, 240 s',
      documented: true,
      ...limit,
    },
  ],
  ids: [],
  steps: [
    {
      text: 'Read the system log: restarts, failed probes and scaling.',
      command: 'az containerapp logs show -g "$RESOURCE_GROUP" -n "$APP" --type system --tail 100',
    },
    {
      text: 'Read the console log of the container at {time}.',
      command: 'az containerapp logs show -g "$RESOURCE_GROUP" -n "$APP" --tail 100',
    },
    { text: 'Does the target port of the ingress fit the port of the container?' },
  ],
  statusPage: 'https://azure.status.microsoft/',
  docs: docs.source,
};
