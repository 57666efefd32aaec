/** The one adapter over the browser's devtools API. What each browser really does: see the comments. */
import browser from 'webextension-polyfill';
import type { Theme } from '../../components/port';
import type { Exchange } from '../../diagnosis';
import type { HarEntry } from '../../diagnosis/exchange';
import { decodeContent } from './content';

/** A body that has not come by then never will. */
const BODY_TIMEOUT_MS = 5000;

interface FinishedRequest extends HarEntry {
  getContent?: (callback?: (content: unknown, encoding: unknown) => void) => unknown;
}

/** The body of a finished request; null when the browser does not expose it, fails or does not answer in time. */
function bodyOf(request: FinishedRequest): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), BODY_TIMEOUT_MS);
    const done = (answer: unknown): void => {
      clearTimeout(timer);
      resolve(decodeContent(answer, request));
    };
    try {
      const answer = request.getContent?.();
      if (answer === undefined) done(null);
      else Promise.resolve(answer).then(done, () => done(null));
    } catch {
      done(null);
    }
  });
}

/** Calls back for every finished request, with a way to read its body; register it as soon as DevTools open. */
export function onFinished(callback: (entry: HarEntry, readBody: () => Promise<string | null>) => void): void {
  browser.devtools.network.onRequestFinished.addListener((request) => {
    const entry = request as unknown as FinishedRequest;
    callback(entry, () => bodyOf(entry));
  });
}

/** Calls back when the inspected page navigates. */
export const onNavigated = (callback: (url: string) => void): void => browser.devtools.network.onNavigated.addListener(callback);

/** Creates the tab. `shown` gets the panel's window each time it is shown; its document is complete then. */
export async function createPanel(title: string, shown: (panel: Window) => void): Promise<void> {
  const panel = await browser.devtools.panels.create(title, '/icon/32.png', '/panel.html');
  panel.onShown.addListener((w) => shown(w as unknown as Window));
}

interface ChromePanels {
  readonly themeName?: string;
  readonly setThemeChangeHandler?: (callback: (theme: string) => void) => void;
  readonly onThemeChanged?: {
    addListener(callback: (theme: string) => void): void;
    removeListener(callback: (theme: string) => void): void;
  };
  readonly network?: { show?: (options: { filter: string }) => unknown };
  readonly openResource?: (url: string, line: number, callback: () => void) => void;
}
/** Chrome's additions to `panels`, none of which is standard; absent in an ordinary tab. */
const panels = (): ChromePanels | undefined =>
  (browser as { devtools?: { panels?: ChromePanels } }).devtools?.panels ??
  (globalThis as unknown as { chrome?: { devtools?: { panels?: ChromePanels } } }).chrome?.devtools?.panels;

/** Follows the DevTools theme. `default` in Chrome means that the system's is used. */
export function onTheme(apply: (theme: Theme) => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let name = panels()?.themeName ?? 'default';
  const update = (): void => apply(name === 'dark' || (name === 'default' && dark.matches) ? 'dark' : 'light');
  const changed = (theme: string): void => {
    name = theme;
    update();
  };
  dark.addEventListener('change', update);
  panels()?.setThemeChangeHandler?.(changed);
  panels()?.onThemeChanged?.addListener(changed);
  update();
  return () => {
    dark.removeEventListener('change', update);
    panels()?.onThemeChanged?.removeListener(changed);
  };
}

/** Opens Chrome's Network panel filtered to this request; undefined in Firefox, which has no such call. */
export function networkPanel(): ((e: Exchange) => void) | undefined {
  const network = panels()?.network;
  if (network?.show === undefined) return undefined;
  return (e) => void network.show?.({ filter: `status-code:${e.status} domain:${e.host.replace(/:\d+$/, '')}` });
}

/** Opens a source of the page in Chrome, whose lines count from 0; undefined in Firefox, which has no such call. */
export function sourceOpener(): ((url: string, line: number) => void) | undefined {
  const tabs = panels();
  if (tabs?.openResource === undefined) return undefined;
  return (url, line) => tabs.openResource?.(url, line - 1, () => undefined);
}

/** Copies text, in a click or key handler. Some browsers refuse the clipboard API in DevTools: then by selection. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.cssText = 'position:fixed;opacity:0';
    document.body.append(area);
    const focused = document.activeElement;
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return copied;
  }
}

/** false once the extension was updated or removed under this page. */
export const isAlive = (): boolean => {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
};
