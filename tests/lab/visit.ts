import { request } from 'node:http';
import type { Frame, Page } from 'playwright';
import { expect } from 'vitest';
import { createHistory, diagnose, type Exchange, type History } from '../../diagnosis';
import { until } from '../e2e/until';
import { HOLD } from './backend';
import { injections } from './injections';
import { clear, expected, lacking, type Recorded, readAll, recorded, type Wanted } from './panel';
import type { Healthy, Passed, Seen } from './report';
import type { Probe, Target } from './targets';
import type { Behind } from './upstreams';

/** A browser that is being recorded, and what it visits. */
export interface Lab {
  readonly page: Page;
  readonly panel: Frame;
  readonly behind: Behind;
}

/** What the page got of one probe. */
interface Got {
  readonly probe: Probe;
  readonly url: string;
  /** 0: the page sees no response. */
  readonly status: number;
  /** The page could read the whole body. */
  readonly whole: boolean;
}

/** Requests at once: Chrome allows six per host over HTTP/1.1, and two hosts are asked. */
const AT_ONCE = 12;
/** After this a request is given up. */
const PATIENCE_MS = 30_000;
/** First labels of the host names: the page's own, and that of another origin. */
const SHOP = 'shop';
const API = 'api';
const HEALTHY = 3;

/** A history that knows this one answer. */
const historyOf = (profile: Recorded['profile']): History => ({
  record: () => undefined,
  profileOf: () => profile,
  traffic: createHistory().traffic,
  version: () => 0,
  restart: () => undefined,
});

/**
 * The lab's timeouts are shortened, and a busy machine answers late: judged is what the response itself says, so that every run gives the
 * same table.
 */
const withoutWait = (e: Exchange): Exchange => ({ ...e, timeMs: null, timings: { ...e.timings, wait: null } });

/** Takes up the one place that the path `limit` has, until it is called. */
async function occupy(port: number, behind: Behind): Promise<() => void> {
  const before = behind.held();
  const holder = request({ host: '127.0.0.1', port, path: `/limit/${HOLD}`, agent: false });
  holder.on('response', (response) => response.resume().on('error', () => undefined));
  holder.on('error', () => undefined);
  holder.end();
  await until(() => behind.held() > before, 'the limit to be taken up');
  return () => holder.destroy();
}

/** Waits until what ended has been replaced: a supervisor takes a moment to notice. */
async function recovered(port: number): Promise<void> {
  for (let well = 0; well < 3; well++)
    await until(async () => (await fetch(`http://127.0.0.1:${port}/app/ok`)).ok, 'the stack to work again');
}

interface Work {
  readonly asked: readonly (readonly [method: string, url: string])[];
  readonly healthy: readonly string[];
  readonly times: number;
  readonly atOnce: number;
  /** Milliseconds after which a request is given up. */
  readonly patience: number;
}
type Well = Omit<Healthy, 'httpVersion'>;

/** Runs in the page: asks for everything, some at once; gives what came of it and, of the healthy traffic before, a response that the page may see. */
async function ask(work: Work): Promise<{ readonly got: readonly Pick<Got, 'status' | 'whole'>[]; readonly well: Well | null }> {
  let well: Well | null = null;
  for (const url of work.healthy)
    for (let i = 0; i < work.times; i++) {
      const began = performance.now();
      try {
        const response = await fetch(url, { cache: 'no-store' });
        await response.text();
        well = { status: response.status, headers: [...response.headers], timeMs: Math.round(performance.now() - began) };
      } catch {
        // Another origin's response, which CORS hides from the page: DevTools see it all the same.
      }
    }
  const got: Pick<Got, 'status' | 'whole'>[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < work.asked.length; i = next++) {
      const [method, url = ''] = work.asked[i] ?? [];
      let status = 0;
      try {
        const response = await fetch(url, {
          ...(method === undefined ? {} : { method }),
          cache: 'no-store',
          signal: AbortSignal.timeout(work.patience),
        });
        status = response.status;
        await response.text();
        got[i] = { status, whole: true };
      } catch {
        got[i] = { status, whole: false };
      }
    }
  };
  await Promise.all(Array.from({ length: work.atOnce }, worker));
  return { got, well };
}

/** Longest waits first: they run beside the others. */
const byWait = (a: Probe, b: Probe): number =>
  Number(/^(?:blackhole|tls|refused)/.test(b.path)) - Number(/^(?:blackhole|tls|refused)/.test(a.path));

/**
 * Visits a stack in one scheme, with or without healthy responses first, and holds what the panel shows against what the engine says.
 * Host names differ, so that no visit's healthy responses are another's.
 */
export async function visit(
  lab: Lab,
  target: Target,
  scheme: 'http' | 'https',
  warm: boolean,
): Promise<{ readonly seen: Seen[]; readonly passed: Passed[] }> {
  const { page, panel, behind } = lab;
  const probes = target.probes.filter((p) => p.scheme === scheme);
  const [seen, passed]: [Seen[], Passed[]] = [[], []];
  if (probes.length === 0) return { seen, passed };
  await clear(panel);
  const host = (name: string): string => `${scheme}://${warm ? 'warm' : 'cold'}-${name}.test:${target.ports[scheme]}`;
  const originOf = (p: Probe): string => host(p.alone ? p.path.replace('/', '-') : p.cross ? API : SHOP);
  const steps = [
    { page: host(SHOP), probes: probes.filter((p) => !p.alone).sort(byWait) },
    ...probes.filter((p) => p.alone).map((p) => ({ page: originOf(p), probes: [p] })),
  ].filter((step) => step.probes.length > 0);
  const wanted = ({ probe, url }: Got): Wanted => ({ method: probe.method, url });
  const failing = (got: readonly Got[]): readonly Got[] => got.filter((g) => g.status >= 500);
  const listed = (got: readonly Got[], what: string): Promise<true> =>
    until(async () => {
      const lacks = await lacking(panel, got.map(wanted));
      if (lacks.length > 0) throw new Error(`not recorded: ${lacks.map((w) => `${w.method} ${w.url}`).join(', ')}`);
      return true;
    }, what);
  const all: Got[] = [];
  const healthy = new Map<string, Healthy>();
  for (const step of steps) {
    const urls = step.probes.map((p) => `${originOf(p)}/${p.path}`);
    const free = step.probes.some((p) => p.path.startsWith('limit/')) ? await occupy(target.ports[scheme], behind) : null;
    await page.goto(`${step.page}/app/page`);
    const work = {
      asked: step.probes.map((p, i) => [p.method, urls[i] ?? ''] as const),
      healthy: warm ? [...new Set(step.probes.map(originOf))].map((origin) => `${origin}/app/ok`) : [],
      times: HEALTHY,
      atOnce: AT_ONCE,
      patience: PATIENCE_MS,
    };
    const { got, well } = await page.evaluate(ask, work);
    free?.();
    if (target.app !== null && step.probes.some((p) => p.alone)) await recovered(target.ports.http);
    if (well !== null) healthy.set(new URL(step.page).host, { ...well, httpVersion: scheme === 'https' ? 'h2' : 'http/1.1' });
    const these = step.probes.map((probe, i) => ({ probe, url: urls[i] ?? '', ...(got[i] ?? { status: 0, whole: false }) }));
    // With the next page the browser forgets the bodies of this one.
    await listed(failing(these), `the failures of ${target.name}`);
    await listed(
      these.filter((g) => g.probe.cross),
      `what ${target.name} answers another origin`,
    );
    all.push(...these);
  }
  const list = await recorded(panel);
  const shown = await readAll(panel, list.length);
  for (const g of all) {
    const found = list.find(({ exchange: e }) => e.method === g.probe.method && e.url === g.url);
    if (found === undefined) {
      passed.push({ target, probe: g.probe, status: g.status, whole: g.whole });
      continue;
    }
    const { exchange, profile } = found;
    const injected = injections[g.probe.injected];
    if (injected === undefined) throw new Error(`no truth for ${g.probe.injected}`);
    const diagnosis = diagnose(exchange, historyOf(profile));
    const wants = expected(exchange, diagnosis);
    const alike = shown.filter((line) => line.method === wants.method && line.request === wants.request);
    expect(alike, `the panel on ${g.probe.method} ${g.url}`).toContainEqual(wants);
    seen.push({
      target,
      probe: g.probe,
      injected,
      exchange,
      diagnosis: diagnose(withoutWait(exchange), historyOf(profile)),
      warm,
      healthy: healthy.get(exchange.host) ?? null,
    });
  }
  return { seen, passed };
}
