import { type App, apps } from './apps';
import { BEHAVIOURS, type Behaviour } from './backend';
import { fronts } from './fronts';
import type { Front, Running, Upstreams } from './fronts/front';
import { freePort, type Site } from './processes';

/** One thing to fetch. */
export interface Probe {
  readonly method: string;
  /** Without the leading slash. Its fault is `injected`. */
  readonly path: string;
  /** The key of its truth in injections.ts. */
  readonly injected: string;
  readonly scheme: 'http' | 'https';
  /** From a page of another origin, without CORS headers: Chrome shows the page nothing, and the extension no body. */
  readonly cross: boolean;
  /**
   * Asked by itself, under a host name of its own: some fronts answer it with a 200, which would count as healthy traffic for the
   * others, or it ends the process that others are asking.
   */
  readonly alone: boolean;
}

/** A running stack of servers and what to fetch from it. */
export interface Target {
  /** `nginx`, `haproxy > nginx`, `nginx > express`. */
  readonly name: string;
  /** Vendor ids of the reverse proxies that run, outermost first. */
  readonly fronts: readonly string[];
  /** The application server behind them; null: the misbehaving backend. */
  readonly app: App | null;
  readonly ports: Running;
  readonly probes: readonly Probe[];
}

/** A stack that is started when its turn comes. */
export interface Planned {
  readonly name: string;
  readonly programs: readonly (Front | App)[];
  /** What is asked of it. */
  readonly probes: readonly Probe[];
  start(site: Site, up: Upstreams): Promise<Target>;
}

/** Broken responses of which some fronts pass on the part that they have. */
const MAY_PASS: ReadonlySet<string> = new Set<Behaviour>([
  'bad-status',
  'huge-header',
  'headers-only',
  'bad-chunk',
  'short-chunk',
  'short-body',
  'slow-body',
]);
const get = (path: string, more: Partial<Probe> = {}): Probe => ({
  method: 'GET',
  path,
  injected: path,
  scheme: 'http',
  cross: false,
  alone: MAY_PASS.has(path.slice(path.indexOf('/') + 1)),
  ...more,
});
const newPorts = async (): Promise<Running> => ({ http: await freePort(), https: await freePort() });

/** Asked with every method and protocol: made by the front, made by the application, and with each encoding. */
const EVERY_WAY = ['refused/ok', 'app/reset', 'app/app-500-json', 'app/app-503-retry', 'app/app-500-gzip'];
/** Chrome takes it over TLS only, and cannot read it where it did not ask for it. */
const BROTLI = 'app/app-500-brotli';

function alone(front: Front): Planned {
  const paths = front.routes.flatMap((route) =>
    route === 'app'
      ? BEHAVIOURS.filter((b) => b !== 'ok')
          .map((b) => `app/${b}`)
          .filter((path) => path !== BROTLI)
      : [`${route}/ok`],
  );
  const probes = [
    ...paths.map((path) => get(path)),
    ...EVERY_WAY.flatMap((path) => [
      get(path, { method: 'POST' }),
      get(path, { method: 'HEAD' }),
      ...(front.tls ? [get(path, { scheme: 'https' })] : []),
    ]),
    ...['GET', 'POST', 'HEAD'].flatMap((method) => (front.tls ? [get(BROTLI, { method, scheme: 'https' })] : [])),
    ...['refused/ok', 'app/reset', 'app/app-500-json'].map((path) => get(path, { cross: true })),
  ];
  return {
    name: front.id,
    programs: [front],
    probes,
    async start(site, up) {
      const ports = await newPorts();
      await front.start(site, up, ports, 1);
      return { name: front.id, fronts: [front.id], app: null, ports, probes };
    },
  };
}

function chain(outer: Front, inner: Front): Planned {
  const name = `${outer.id} > ${inner.id}`;
  const probes = [
    ...['app/reset', 'app/bad-header', 'app/hang', 'refused/ok', 'app/app-500-json', 'app/app-502-json', 'app/app-503-retry'].map((path) =>
      get(path),
    ),
    get('refused/ok', { method: 'POST' }),
    ...(outer.tls ? ['refused/ok', 'app/reset', 'app/app-500-json'].map((path) => get(path, { scheme: 'https' })) : []),
  ];
  return {
    name,
    programs: [outer, inner],
    probes,
    async start(site, up) {
      const [within, ports] = [await newPorts(), await newPorts()];
      await inner.start(site, up, within, 1);
      // The outer one waits longer, so that the inner one answers first. Each path goes to the inner one's path of that name.
      await outer.start(site, { ...up, app: within.http, refused: within.http }, ports, 5);
      return { name, fronts: [outer.id, inner.id], app: null, ports, probes };
    },
  };
}

/** The hop between the two fails: the inner front is down, or slower than the outer one waits. */
function chainBroken(outer: Front, inner: Front): Planned {
  const name = `${outer.id} > (${inner.id} fails)`;
  const probes = [get('refused/ok', { injected: 'down/ok' }), get('app/hang', { injected: 'slow/hang' })];
  return {
    name,
    programs: [outer, inner],
    probes,
    async start(site, up) {
      const [within, ports] = [await newPorts(), await newPorts()];
      await inner.start(site, up, within, 30);
      await outer.start(site, { ...up, app: within.http }, ports, 1);
      return { name, fronts: [outer.id], app: null, ports, probes };
    },
  };
}

function served(app: App, front: Front | null): Planned {
  const name = front === null ? app.id : `${front.id} > ${app.id}`;
  const probes = [
    ...app.failures.map((f) => get(`app/${f}`)),
    ...(front === null ? [] : app.deaths.map((f) => get(`app/${f}`, { alone: true }))),
    ...(front?.tls ? [get(`app/${app.failures[0]}`, { scheme: 'https' })] : []),
  ];
  return {
    name,
    programs: front === null ? [app] : [front, app],
    probes,
    async start(site, up) {
      const http = await freePort();
      await app.start(site, http);
      if (front === null) return { name, fronts: [], app, ports: { http, https: 0 }, probes };
      const ports = await newPorts();
      // Longer than any application server's own limit.
      await front.start(site, { ...up, app: http }, ports, 10);
      return { name, fronts: [front.id], app, ports, probes };
    },
  };
}

const by = (id: string): Front => {
  const found = fronts.find((f) => f.id === id);
  if (found === undefined) throw new Error(`no front ${id}`);
  return found;
};
const CHAINS = [
  ['haproxy', 'nginx'],
  ['varnish', 'nginx'],
  ['nginx', 'apache'],
  ['nginx', 'haproxy'],
  ['caddy', 'nginx'],
  ['apache', 'varnish'],
  ['nginx', 'nginx'],
] as const;

/** Everything that the lab starts, one stack after the other. */
export const plan: readonly Planned[] = [
  ...fronts.map(alone),
  ...CHAINS.flatMap(([outer, inner]) => [chain(by(outer), by(inner)), chainBroken(by(outer), by(inner))]),
  ...apps.flatMap((app) => [served(app, null), served(app, by('nginx')), served(app, by('caddy'))]),
];
