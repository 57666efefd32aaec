import { mkdirSync, writeFileSync } from 'node:fs';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose, type Exchange, type History } from '../../diagnosis';
import { type Chromium, launchChromium } from '../e2e/chromium';
import { failures } from '../e2e/panel';
import { until } from '../e2e/until';
import { injections } from './injections';
import { openSite, type Site } from './processes';
import { installPrograms } from './programs';
import { judgeAll, type Row, reportOf, type Seen, scoreOf } from './report';
import { plan, type Target } from './targets';
import { startUpstreams } from './upstreams';

type Profile = ReturnType<History['profileOf']>;
interface Recorded {
  readonly exchange: Exchange;
  readonly profile: Profile;
}

/** The panel's recording as plain data: each failure with the healthy responses that it is compared with. */
const recorded = (panel: Frame): Promise<readonly Recorded[]> =>
  panel.evaluate(() => {
    const { recording } = window as unknown as { recording: { failures(): readonly { exchange: Exchange }[]; history: History } };
    return JSON.parse(
      JSON.stringify(recording.failures().map(({ exchange }) => ({ exchange, profile: recording.history.profileOf(exchange) }))),
    );
  });

/** A history that knows this one answer. */
const historyOf = (profile: Profile): History => ({
  record: () => undefined,
  profileOf: () => profile,
  traffic: () => ({ requests: 0, lastHealthy: 0 }),
  version: () => 0,
  clear: () => undefined,
});

describe('the lab', () => {
  let site: Site | undefined;
  let browser: Chromium | undefined;
  let panel: Frame;
  let upstreams: Awaited<ReturnType<typeof startUpstreams>> | undefined;
  const seen: Seen[] = [];

  beforeAll(async () => {
    const missing = installPrograms();
    expect(missing, `missing Debian packages: apt-get install ${missing.join(' ')}`).toEqual([]);
    site = openSite();
    upstreams = await startUpstreams(site);
    browser = await launchChromium({
      extension: new URL('../../.output/chrome-mv3', import.meta.url).pathname,
      executable: process.env['CHROMIUM'] ?? '',
      headless: process.env['HEADLESS'] === '1',
      args: ['--ignore-certificate-errors'],
    });
    await browser.extensionReady();
    panel = await browser.showPanel();
    // Tall enough for every row of one stack to be drawn.
    await browser.resize(1200, 2400);
  });

  afterAll(async () => {
    await browser?.close();
    await upstreams?.close();
    await site?.close();
  });

  /** Opens a page of that host, lets it fetch everything, and reads from the panel what came of it. */
  async function visit(target: Target, scheme: 'http' | 'https', warm: boolean): Promise<void> {
    const probes = target.probes.filter((p) => p.scheme === scheme);
    if (probes.length === 0 || browser === undefined) return;
    await panel.getByRole('button', { name: 'Clear' }).click();
    await until(async () => (await recorded(panel)).length === 0, 'an empty list');
    const base = `${scheme}://${warm ? '127.0.0.1' : 'localhost'}:${target.ports[scheme]}`;
    await browser.page.goto(`${base}/app/${warm ? 'ok' : 'missing'}`);
    const failed = await browser.page.evaluate(
      async ({ list, healthy }) => {
        const ask = async (method: string, path: string): Promise<number> => {
          try {
            const response = await fetch(`/${path}`, { method, cache: 'no-store' });
            await response.text();
            return response.status;
          } catch {
            return 0;
          }
        };
        for (let i = 0; i < healthy; i++) await ask('GET', 'app/ok');
        // What takes up a limit while the others are asked; its own answer is of no interest.
        const limit = new AbortController();
        if (list.some((p) => p.path.startsWith('limit/'))) void fetch('/limit/hang', { signal: limit.signal }).catch(() => undefined);
        const queue = [...list];
        let count = 0;
        const work = async (): Promise<void> => {
          for (let next = queue.shift(); next !== undefined; next = queue.shift()) if ((await ask(next.method, next.path)) >= 500) count++;
        };
        await Promise.all([work(), work(), work(), work()]);
        limit.abort();
        return count;
      },
      {
        list: [...probes].sort((a, b) => Number(b.path.startsWith('limit/')) - Number(a.path.startsWith('limit/'))),
        healthy: warm ? 3 : 0,
      },
    );
    const ours = async (): Promise<readonly Recorded[]> => (await recorded(panel)).filter((r) => r.exchange.path !== '/limit/hang');
    await until(
      async () => (await ours()).length >= failed && (await ours()).every((r) => r.exchange.body !== null || r.exchange.method === 'HEAD'),
      `${failed} failures of ${base}`,
      20_000,
    );
    const shown = (await failures(panel).allInnerTexts()).map((text) => text.split(/\s*[\t\n]\s*/));
    for (const { exchange, profile } of await ours()) {
      const probe = probes.find((p) => p.method === exchange.method && exchange.path === `/${p.path}`);
      const injected = probe === undefined ? undefined : injections[probe.path];
      if (probe === undefined || injected === undefined) continue;
      const diagnosis = diagnose(exchange, historyOf(profile));
      seen.push({ target, probe, injected, exchange, diagnosis, warm });
      const row = shown.find((cells) => cells[1] === exchange.method && cells[2]?.startsWith(exchange.path));
      expect(row?.join(' '), `the row of ${exchange.method} ${exchange.path}`).toContain(
        diagnosis.issuer.id === 'unknown' ? 'unknown' : diagnosis.issuer.name,
      );
    }
  }

  it.each(plan)('$name fails as injected, and the panel names the issuer that the engine names', async (planned) => {
    if (upstreams === undefined) throw new Error('the lab did not start');
    const stack = openSite();
    try {
      const target = await planned.start(stack, upstreams.up);
      const before = seen.length;
      for (const scheme of ['http', 'https'] as const) {
        await visit(target, scheme, false);
        await visit(target, scheme, true);
      }
      expect(seen.length).toBeGreaterThan(before);
    } finally {
      await stack.close();
    }
  });

  describe('its verdicts', () => {
    let rows: readonly Row[] = [];
    beforeAll(() => {
      rows = judgeAll(seen);
      const folder = new URL('../../.output/lab/', import.meta.url);
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL('report.md', folder), reportOf(rows));
      console.log(reportOf(rows).split('\n').slice(4, 9).join('\n'));
    });
    const wrong = (key: 'issuer' | 'failed' | 'fault'): string =>
      rows
        .filter((r) => !r.verdict[key])
        .map(
          (r) =>
            `${r.target.name} ${r.probe.method} ${r.probe.path}${r.warm ? ' (warm)' : ''}: said ${r.diagnosis.issuer.id}/${r.diagnosis.failed.role}/${r.diagnosis.fault.type}`,
        )
        .join('\n');

    it('stand on at least 120 combinations that end in a 5xx', () =>
      expect(rows.filter((r) => !r.warm).length).toBeGreaterThanOrEqual(120));
    it('name the issuer in at least 98 of 100', () => expect(scoreOf(rows).issuer, wrong('issuer')).toBeGreaterThanOrEqual(98));
    it('name who failed in at least 93 of 100', () => expect(scoreOf(rows).failed, wrong('failed')).toBeGreaterThanOrEqual(93));
    it('are never wrong and certain', () =>
      expect(rows.filter((r) => r.verdict.wrongAndCertain).map((r) => `${r.target.name} ${r.probe.path}`)).toEqual([]));
    it('are better with healthy responses than without', () => {
      expect(scoreOf(rows.filter((r) => r.warm)).issuer).toBeGreaterThanOrEqual(scoreOf(rows.filter((r) => !r.warm)).issuer);
    });
  });
});
