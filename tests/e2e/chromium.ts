import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright';
import { newProfile, startBrowser } from './browser-process';
import { until } from './until';

// Before Playwright loads: it then lists the devtools:// target as a page.
Object.assign(process.env, { PW_CHROMIUM_ATTACH_TO_OTHER: '1' });
const { chromium } = await import('playwright');

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly executable: string;
  readonly headless: boolean;
  readonly args?: readonly string[];
}

/** Chromium with DevTools open on a tab. */
export interface Chromium {
  readonly browser: Browser;
  /** The inspected page, on about:blank: navigate it once what is to record it stands. */
  readonly page: Page;
  readonly devtools: Page;
  /** Port of its remote debugging server. */
  readonly port: number;
  readonly ended: Promise<void>;
  /** Waits until the extension's tab exists in DevTools; from then on it records. */
  extensionReady(): Promise<void>;
  /** Selects the extension's tab, once it exists, and returns at once; gives the epoch ms at which it was asked to. */
  askToShow(): Promise<number>;
  /** Selects the extension's tab; gives the panel's document. */
  showPanel(): Promise<Frame>;
  /** Undocks DevTools and gives them exactly this size in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  dock(side: 'right' | 'bottom' | 'left' | 'undocked'): Promise<void>;
  /** Reads the clipboard, through the inspected page: a panel may not. */
  clipboard(): Promise<string>;
  close(): Promise<void>;
}

const TAB = '5xxInspector';

/** Starts Chromium with the extension and DevTools open. */
export async function launchChromium({ extension, executable, headless, args = [] }: LaunchOptions): Promise<Chromium> {
  const profile = newProfile();
  // Outside of developer mode an unpacked extension that reloads itself does not come back.
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  const child = await startBrowser(
    executable,
    [
      ...(headless ? ['--headless=new', '--disable-gpu'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      '--auto-open-devtools-for-tabs',
      '--window-size=1400,900',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
      'about:blank',
    ],
    profile,
  );
  try {
    const port = Number(/:(\d+)/.exec(child.address)?.[1]);
    await until(async () => {
      const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly { readonly url: string }[];
      return targets.some((t) => t.url.startsWith('devtools://'));
    }, 'DevTools to open');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 20_000 });
    const pages = (): Page[] => browser.contexts().flatMap((c) => c.pages());
    const devtools = await until(() => pages().find((p) => p.url().startsWith('devtools://')), 'the DevTools page');
    const page = await until(() => pages().find((p) => p.url() === 'about:blank'), 'the blank page');
    // Its modules need its settings: imported before it has started, they fail for good, and it never draws itself.
    await devtools.locator('.tabbed-pane-header').first().waitFor({ timeout: 60_000 });
    // As text: a bundler would rewrite the import. DevTools' own modules are at this path in every release since 2020.
    const ask = <T>(body: string): Promise<T> =>
      devtools.evaluate<T>(`(async () => { const UI = await import('./ui/legacy/legacy.js'); ${body} })()`);
    const tabs = `const tabs = UI.InspectorView.InspectorView.instance().tabbedPane; const tab = tabs.tabIds().find((id) => id.endsWith('${TAB}'));`;
    const dock = (side: string): Promise<void> => ask(`UI.DockController.DockController.instance().setDockSide('${side}');`);
    return {
      browser,
      page,
      devtools,
      port,
      ended: child.ended,
      extensionReady: async () => void (await until(() => ask<boolean>(`${tabs} return tab !== undefined;`), 'the tab 5xx Inspector')),
      askToShow: () =>
        ask(
          `${tabs} const at = performance.timeOrigin + performance.now(); void UI.ViewManager.ViewManager.instance().showView(tab); return at;`,
        ),
      async showPanel() {
        await until(
          () =>
            ask<boolean>(
              `${tabs} if (!tab) return false; await UI.ViewManager.ViewManager.instance().showView(tab); return tabs.selectedTabId === tab;`,
            ),
          'the tab 5xx Inspector to be selected',
        );
        return until(
          () => devtools.frames().find((f) => f.url().startsWith('chrome-extension://') && f.url().endsWith('/panel.html')),
          'the panel',
        );
      },
      async resize(width, height) {
        await dock('undocked');
        await devtools.setViewportSize({ width, height });
      },
      dock,
      async clipboard() {
        const origin = new URL(page.url()).origin;
        await page.context().grantPermissions(['clipboard-read'], { origin });
        await page.bringToFront();
        return page.evaluate(() => navigator.clipboard.readText());
      },
      async close() {
        await browser.close().catch(() => undefined);
        await child.close();
      },
    };
  } catch (error) {
    await child.close();
    throw error;
  }
}
