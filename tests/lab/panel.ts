import type { Frame } from 'playwright';
import type { Recording } from '../../components/port';
import type { Diagnosis, Exchange, History } from '../../diagnosis';
import { failureCount } from '../e2e/panel';
import { until } from '../e2e/until';

/** One failure as the extension recorded it, with the healthy responses that it is compared with. */
export interface Recorded {
  readonly exchange: Exchange;
  readonly profile: ReturnType<History['profileOf']>;
}

/** What the panel says of one failure: its line in the list, and the rows of its card. Texts without marks. */
export interface Shown {
  readonly method: string;
  readonly request: string;
  readonly status: string;
  readonly line: string;
  readonly verdict: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** The recording that the panel was handed, as plain data. */
export const recorded = (panel: Frame): Promise<readonly Recorded[]> =>
  panel.evaluate(() => {
    const { recording } = window as unknown as { recording: Recording };
    return JSON.parse(
      JSON.stringify(recording.failures().map(({ exchange }) => ({ exchange, profile: recording.history.profileOf(exchange) }))),
    );
  });

/** One failure to look for in the recording. */
export interface Wanted {
  readonly method: string;
  readonly url: string;
}

/** Which of these the recording lacks, or still lacks the body of. Bodies of a HEAD, of a broken response and behind CORS never come. */
export const lacking = (panel: Frame, wanted: readonly Wanted[]): Promise<readonly Wanted[]> =>
  panel.evaluate((list) => {
    const { recording } = window as unknown as { recording: Recording };
    const all = recording.failures().map((f) => f.exchange);
    const isWhole = (e: Exchange): boolean => e.body !== null || e.method === 'HEAD' || e.corsBlocked || e.error !== null;
    return list.filter((w) => !all.some((e) => e.method === w.method && e.url === w.url && isWhole(e)));
  }, wanted);

/** Waits until the panel has taken over all that was recorded: it hears of changes together, and a moment later. */
const settled = (panel: Frame): Promise<void> =>
  panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { recording } = window as unknown as { recording: Recording };
        const end = recording.subscribe(() => {
          end();
          resolve();
        });
        recording.setRecording(recording.isRecording());
      }),
  );

/** Empties the list. */
export async function clear(panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: /^Clear/ }).click();
  await until(async () => (await failureCount(panel)) === 0, 'an empty list');
}

/**
 * Selects every failure of the list, one after the other, and reads its line and its card. The list draws only what is in view, so it is
 * scrolled from top to bottom. Throws when the panel does not show what was selected.
 */
export async function readAll(panel: Frame, count: number): Promise<readonly Shown[]> {
  await until(async () => (await failureCount(panel)) === count, `${count} failures in the list`);
  await settled(panel);
  return panel.evaluate(async (wanted) => {
    const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=grid] tr[aria-selected]')];
    const plain = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const seen = new Map<string, Shown>();
    const end = Date.now() + 60_000;
    const next = (): HTMLElement | undefined => lines().find((line) => !seen.has(line.dataset['key'] ?? ''));
    while (seen.size < wanted) {
      const line = next();
      if (line === undefined) {
        lines().at(-1)?.scrollIntoView({ block: 'start' });
        if (Date.now() > end) throw new Error(`the list shows ${seen.size} of ${wanted} failures`);
        await turn();
        continue;
      }
      const key = line.dataset['key'] ?? '';
      line.click();
      const path = line.querySelector('.c-request b')?.textContent ?? '';
      const host = line.querySelector('.c-request span')?.textContent ?? '';
      const card = (): Element | null => document.querySelector('article[aria-label=Diagnosis]');
      const drawn = (): HTMLElement | undefined => lines().find((l) => l.dataset['key'] === key);
      const issuer = (): string => plain(drawn()?.querySelector('.c-issuer'));
      // The selected line and its card are drawn together, a moment after the click; the issuer of a line follows when there is time for it.
      while (drawn()?.getAttribute('aria-selected') !== 'true' || !plain(card()).includes(host + path) || issuer() === '') {
        if (Date.now() > end) throw new Error(`no card for ${plain(line)}: ${plain(card()).slice(0, 300)}`);
        await turn();
      }
      seen.set(key, {
        method: plain(line.querySelector('.c-method')),
        request: `${host}${path}`,
        status: plain(line.querySelector('.c-status')),
        line: issuer(),
        verdict: plain(card()?.querySelector('h2')),
        facts: Object.fromEntries(
          [...(card()?.querySelectorAll('dl.facts > div') ?? [])].map((row) => [
            plain(row.querySelector('dt')),
            // What other requests make of the cause depends on what else was asked.
            plain(row.querySelector('dd'))
              .replace(plain(row.querySelector('.points')), '')
              .trim(),
          ]),
        ),
      });
    }
    return [...seen.values()];
  }, count);
}

const words = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
const sure = { certain: 'certain', likely: 'likely', possible: 'possible', unknown: 'cannot be told' } as const;

/** What the panel has to say when this is the diagnosis. */
export function expected(exchange: Exchange, d: Diagnosis): Shown {
  const { issuer, failed, fault } = d;
  const name = issuer.id === 'application' ? 'Application' : issuer.name;
  const rows: readonly (readonly [string, ...string[]])[] = [
    ['Who failed', d.whoFailed, failed.role === 'unknown' ? '' : sure[failed.confidence]],
    ['Issued by', issuer.name, sure[issuer.confidence]],
    ['Likely cause', d.cause, fault.type === 'unknown' ? '' : sure[fault.confidence]],
    ['Where to look first', d.lookFirst],
  ];
  const code = d.code === null ? '' : `its own code: \`${d.code}\``;
  return {
    method: exchange.method,
    request: `${exchange.host}${exchange.path}`,
    status: String(exchange.status),
    line: issuer.id === 'unknown' ? 'unknown' : `${name}${issuer.confidence === 'certain' ? '' : '?'}`,
    verdict: words(d.verdict),
    facts: Object.fromEntries(rows.map(([title, ...parts]) => [title, words(`${parts.join(' ')}${title === 'Likely cause' ? code : ''}`)])),
  };
}
