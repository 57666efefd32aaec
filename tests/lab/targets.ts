import { apps } from './apps';
import { BEHAVIOURS } from './backend';
import { type Front, fronts, type Running, type Upstreams } from './fronts';
import { freePort, type Site } from './processes';

/** One thing to fetch. */
export interface Probe {
  readonly method: string;
  /** Without the leading slash: the key of its truth in injections.ts. */
  readonly path: string;
  readonly scheme: 'http' | 'https';
}

/** A running stack of servers and what to fetch from it. */
export interface Target {
  /** `nginx`, `haproxy > nginx`, `nginx > express`. */
  readonly name: string;
  /** Vendor ids of the reverse proxies that run, outermost first. */
  readonly fronts: readonly string[];
  /** The application server behind them; null: the misbehaving backend. */
  readonly app: string | null;
  readonly ports: Running;
  readonly probes: readonly Probe[];
}

/** A stack that is started when its turn comes. */
export interface Planned {
  readonly name: string;
  start(site: Site, up: Upstreams): Promise<Target>;
}

const get = (path: string): Probe => ({ method: 'GET', path, scheme: 'http' });
const newPorts = async (): Promise<Running> => ({ http: await freePort(), https: await freePort() });

function alone(front: Front): Planned {
  const paths = front.routes.flatMap((route) =>
    route === 'app' ? BEHAVIOURS.filter((b) => b !== 'ok').map((b) => `app/${b}`) : [`${route}/ok`],
  );
  const other: readonly Probe[] = ['refused/ok', 'app/reset', 'app/app-500-json', 'app/app-503-retry'].flatMap((path) => [
    { method: 'POST', path, scheme: 'http' },
    { method: 'HEAD', path, scheme: 'http' },
    // Varnish leaves TLS to what stands before it.
    ...(front.id === 'varnish' ? [] : [{ method: 'GET', path, scheme: 'https' } as const]),
  ]);
  return {
    name: front.id,
    async start(site, up) {
      const ports = await newPorts();
      await front.start(site, up, ports, 1);
      return { name: front.id, fronts: [front.id], app: null, ports, probes: [...paths.map(get), ...other] };
    },
  };
}

function chain(outer: Front, inner: Front): Planned {
  const name = `${outer.id} > ${inner.id}`;
  return {
    name,
    async start(site, up) {
      const [within, ports] = [await newPorts(), await newPorts()];
      await inner.start(site, up, within, 1);
      // The outer one waits longer, so that the inner one answers first.
      await outer.start(site, { ...up, app: within.http }, ports, 4);
      return {
        name,
        fronts: [outer.id, inner.id],
        app: null,
        ports,
        probes: ['app/reset', 'app/huge-header', 'app/hang', 'app/app-500-json', 'app/app-503-retry'].map(get),
      };
    },
  };
}

/** The inner hop of a chain is down: the outer one says so. */
function chainDown(outer: Front, inner: Front): Planned {
  const name = `${outer.id} > (${inner.id} down)`;
  return {
    name,
    async start(site, up) {
      const ports = await newPorts();
      await outer.start(site, { ...up, app: up.refused }, ports, 1);
      return { name, fronts: [outer.id], app: null, ports, probes: [get('app/refused')] };
    },
  };
}

function served(app: (typeof apps)[number], front: Front | null): Planned {
  const name = front === null ? app.id : `${front.id} > ${app.id}`;
  return {
    name,
    async start(site, up) {
      const http = await freePort();
      await app.start(site, http);
      const probes = app.failures.map((f) => get(`app/${f}`));
      if (front === null) return { name, fronts: [], app: app.id, ports: { http, https: 0 }, probes };
      const ports = await newPorts();
      await front.start(site, { ...up, app: http }, ports, 2);
      return { name, fronts: [front.id], app: app.id, ports, probes };
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
  ...CHAINS.flatMap(([outer, inner]) => [chain(by(outer), by(inner)), chainDown(by(outer), by(inner))]),
  ...apps.flatMap((app) => [served(app, null), served(app, by('nginx')), served(app, by('caddy'))]),
];
