import type { Vendor } from '../../diagnosis/types';

const page = { source: 'https://github.com/nginx/unit/blob/master/src/nxt_http_error.c', verified: '2026-11-25' } as const;
const settings = { source: 'https://unit.nginx.org/configuration/', verified: '2026-11-25' } as const;

/** NGINX Unit runs applications of many languages, and has nothing of nginx but the name: its own page, its own log. */
export const nginxUnit: Vendor = {
  id: 'nginx-unit',
  name: 'NGINX Unit',
  kind: 'application',
  depth: 4.5,
  onPath: [
    {
      when: { header: 'server', matches: /^Unit\/\d/ },
      says: '`server: {value}` stands on everything that NGINX Unit answers, its applications’ answers too',
      version: /Unit\/([\d.]+)/,
      ...settings,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /^\s{0,4}<!DOCTYPE html><title>Error 50\d<\/title><p>Error 50\d\.\s{0,4}$/, near: '<p>error 50' },
      strength: 'conclusive',
      says: "The body is NGINX Unit's built-in page: `{value}`",
      ...page,
    },
  ],
  codes: [
    {
      status: [502, 504],
      role: 'origin',
      fault: 'unknown',
      also: ['connection_refused', 'connection_terminated', 'http_response_timeout', 'http_protocol_error'],
      confidence: 'unknown',
      verdict: 'NGINX Unit answered: what it passes requests on to gave no valid answer.',
      cause: 'The address in `proxy` of its routes is down, or broke off.',
      look: "NGINX Unit's log, then the server that `proxy` names",
      documented: true,
      ...settings,
    },
    {
      role: 'unknown',
      fault: 'unknown',
      also: ['function_crash', 'connection_terminated', 'http_response_timeout', 'proxy_configuration_error', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'The process of the application did not start, ended, or took longer than `limits.timeout`; or the configuration is wrong.',
      look: "NGINX Unit's log: it names the application and its exit",
      ...settings,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Read Unit’s log at {time}: a process that exits or does not start is named there.',
      command: 'tail -n 50 /var/log/unit/unit.log || tail -n 50 /var/log/unit.log',
    },
    {
      text: 'Read its configuration: `limits.timeout`, `processes`, and the routes of this path.',
      command: 'sudo curl --unix-socket /var/run/control.unit.sock http://localhost/config',
    },
  ],
  docs: settings.source,
};
