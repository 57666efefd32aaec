import type { Frame } from 'playwright';
import type { Demo } from '../../scripts/demo/server';
import type { Chromium } from './chromium';
import { card, failureCount, failures, openFailure } from './panel';
import { until } from './until';

/** A panel in real DevTools that has not recorded anything yet, and what it is going to inspect. */
export interface Stage {
  readonly browser: Chromium;
  readonly panel: Frame;
  readonly demo: Demo;
  /** An address that answers 503 without a body, for which Chrome shows its own error page. */
  readonly empty: string;
}

/** Sizes of DevTools in CSS pixels: undocked, at the right, at the bottom. */
export const WIDE = [1280, 800] as const;
export const NARROW = [500, 800] as const;
export const FLAT = [1280, 300] as const;

export interface PanelState {
  readonly name: string;
  readonly size: readonly [width: number, height: number];
  /** Brings the panel here from the state before. */
  show(stage: Stage): Promise<void>;
}

const button = (panel: Frame, name: string | RegExp) => panel.getByRole('button', { name }).first();
const grid = (panel: Frame) => panel.getByRole('treegrid', { name: 'Failed requests' });
const har = (count: number): Buffer => {
  const entry = (i: number) => ({
    startedDateTime: new Date(Date.UTC(2026, 10, 22, 12, 22, i)).toISOString(),
    time: 12,
    request: { method: 'GET', url: `https://shop.example.com/from-file/${i}`, headers: [] },
    response: {
      status: 502,
      headers: [{ name: 'server', value: 'nginx/1.25.3' }],
      content: { mimeType: 'text/html', text: '<hr><center>nginx/1.25.3</center>' },
    },
  });
  return Buffer.from(JSON.stringify({ log: { entries: Array.from({ length: count }, (_, i) => entry(i)) } }));
};
const TEAM = JSON.stringify({ version: 1, hosts: [] });

/** What the panel can look like, each reached from the one before it. The names are those of the pictures. */
export const panelStates: readonly PanelState[] = [
  {
    name: 'empty',
    size: WIDE,
    async show({ browser, panel, empty }) {
      await browser.page.goto(new URL('/icon.svg', empty).href);
      await panel.getByRole('heading', { name: 'No 5xx response so far' }).waitFor();
      await panel.getByText('The browser keeps extensions away').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'one',
    size: WIDE,
    async show({ browser, panel, empty }) {
      await browser.page.evaluate((url) => fetch(url).then((r) => r.text()), empty);
      await openFailure(panel, new URL(empty).pathname);
    },
  },
  {
    name: 'many',
    size: WIDE,
    async show({ browser, panel, demo }) {
      await button(panel, /^Clear/).click();
      await browser.page.goto(demo.url, { waitUntil: 'commit', timeout: 60_000 });
      await browser.page.locator('html[data-done]').waitFor({ timeout: 60_000 });
      await until(async () => (await failureCount(panel)) === demo.failures.length, 'all failures', 30_000);
      await openFailure(panel, '/reports/daily');
    },
  },
  {
    name: 'several',
    size: WIDE,
    async show({ panel }) {
      await failures(panel).nth(1).click();
      await failures(panel)
        .nth(4)
        .click({ modifiers: ['Shift'] });
      await panel.getByText('4 failures selected').waitFor();
    },
  },
  {
    name: 'copy-menu',
    size: WIDE,
    async show({ panel }) {
      await failures(panel).nth(1).click();
      await button(panel, /^Copy all/).click();
      await panel.getByRole('menu').waitFor();
    },
  },
  {
    name: 'preview',
    size: WIDE,
    async show({ panel }) {
      if ((await panel.getByRole('menu').count()) === 0) await button(panel, /^Copy all/).click();
      await panel.getByRole('menuitem', { name: 'Preview …' }).click();
      await panel.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'refused',
    size: WIDE,
    async show({ panel }) {
      await panel.getByRole('dialog').press('Escape');
      await panel.getByRole('dialog').waitFor({ state: 'detached' });
      // As a policy of the browser would.
      await panel.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
        document.execCommand = () => false;
      });
      await openFailure(panel, '/reports/daily');
      await button(panel, 'Copy triage summary').click();
      await panel.getByRole('dialog', { name: 'The browser refused the clipboard' }).waitFor();
    },
  },
  {
    name: 'bottom',
    size: FLAT,
    async show({ panel }) {
      await panel.getByRole('dialog').getByRole('button').click();
      await panel.getByRole('dialog').waitFor({ state: 'detached' });
      await openFailure(panel, '/reports/daily');
    },
  },
  { name: 'narrow', size: NARROW, show: ({ panel }) => card(panel).waitFor() },
  {
    name: 'narrow-list',
    size: NARROW,
    async show({ panel }) {
      await card(panel).press('Escape');
      await card(panel).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'grouped-narrow',
    size: NARROW,
    async show({ panel }) {
      await button(panel, 'Group').click();
      await grid(panel).locator('tr[aria-expanded]').first().click();
    },
  },
  { name: 'grouped', size: WIDE, show: ({ panel }) => grid(panel).waitFor() },
  {
    name: 'codes',
    size: WIDE,
    async show({ panel }) {
      await button(panel, 'Group').click();
      await button(panel, 'Codes').click();
      await panel.getByRole('region', { name: '5xx status codes' }).waitFor();
      await panel.getByLabel('Compare with').selectOption('');
    },
  },
  { name: 'compare', size: WIDE, show: async ({ panel }) => void (await panel.getByLabel('Compare with').selectOption('504')) },
  { name: 'compare-narrow', size: NARROW, show: ({ panel }) => panel.getByLabel('Compare with').waitFor() },
  {
    name: 'settings',
    size: NARROW,
    async show({ panel }) {
      await button(panel, 'Back to the list').click();
      await button(panel, 'Settings').click();
      await panel.getByRole('group', { name: 'Settings' }).waitFor();
    },
  },
  {
    name: 'team',
    size: WIDE,
    async show({ panel }) {
      await button(panel, 'Team knowledge').click();
      await panel.getByRole('textbox').last().fill(TEAM);
    },
  },
  {
    name: 'har',
    size: WIDE,
    async show({ panel }) {
      await button(panel, 'Team knowledge').click();
      await button(panel, 'Settings').click();
      await panel
        .locator('input[type=file]')
        .first()
        .setInputFiles([
          { name: 'shop.har', mimeType: 'application/json', buffer: har(3) },
          { name: 'broken.har', mimeType: 'application/json', buffer: har(3).subarray(0, 700) },
        ]);
      await openFailure(panel, '/from-file/1');
    },
  },
  {
    name: 'no-match',
    size: NARROW,
    async show({ panel }) {
      await button(panel, 'Back to the live recording').click();
      await panel.getByRole('searchbox', { name: 'Filter failures' }).fill('nowhere');
      await panel.getByRole('heading', { name: 'No failure fits the filter' }).waitFor();
    },
  },
  {
    name: 'error-page',
    size: NARROW,
    async show({ browser, panel, empty }) {
      await button(panel, 'Show all').click();
      await browser.page.goto(empty).catch(() => undefined);
      // The panel asks nothing of the page while it is hidden.
      await browser.devtools.bringToFront();
      await panel.getByText('Chrome shows its own error page').waitFor();
    },
  },
];
