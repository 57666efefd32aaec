/**
 * The adapter for the panel: theme, Network panel, clipboard. webextension-polyfill wraps none of this, so the panel, whose first
 * paint people wait for, does without it.
 */
import type { Page, Theme } from '../../components/port';
import { activityOf, type InspectedWindow } from './activity';

interface ChromePanels {
  readonly themeName?: string;
  readonly setThemeChangeHandler?: (callback: (theme: string) => void) => void;
  readonly onThemeChanged?: { addListener(callback: (theme: string) => void): void };
  readonly network?: { show?: (options: { filter: string }) => unknown };
  readonly openResource?: (url: string, line: number, callback: () => void) => void;
}
interface Extension {
  readonly devtools?: { readonly panels?: ChromePanels; readonly inspectedWindow?: InspectedWindow & { reload(options: object): void } };
  readonly runtime?: {
    readonly id?: string;
    readonly getManifest?: () => { readonly version: string };
    readonly getURL?: (path: string) => string;
  };
  readonly tabs?: { readonly create: (options: { readonly url: string }) => unknown };
}
const globals = globalThis as unknown as { readonly browser?: Extension; readonly chrome?: Extension };
const extension = (): Extension | undefined => globals.browser ?? globals.chrome;
/** Chrome's additions to `panels`, none of which is standard; absent in an ordinary tab. */
const panels = (): ChromePanels | undefined => globals.browser?.devtools?.panels ?? globals.chrome?.devtools?.panels;

/** What DevTools said last; null before anyone asked. */
let themeName: string | null = null;
/** Chrome keeps one handler, the last: it speaks to all who follow. */
const followers = new Set<() => void>();

/** Follows the DevTools theme. `default` in Chrome means that the system's is used. */
export function onTheme(apply: (theme: Theme) => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const update = (): void => apply(themeName === 'dark' || (themeName === 'default' && dark.matches) ? 'dark' : 'light');
  if (themeName === null) {
    themeName = panels()?.themeName ?? 'default';
    const changed = (theme: string): void => {
      themeName = theme;
      for (const follow of followers) follow();
    };
    panels()?.setThemeChangeHandler?.(changed);
    panels()?.onThemeChanged?.addListener(changed);
  }
  dark.addEventListener('change', update);
  followers.add(update);
  update();
  return () => {
    dark.removeEventListener('change', update);
    followers.delete(update);
  };
}

/** Opens Chrome's Network panel with a filter; undefined in Firefox, which has no such call. */
export function networkPanel(): ((filter: string) => void) | undefined {
  const network = panels()?.network;
  if (network?.show === undefined) return undefined;
  return (filter) => void network.show?.({ filter });
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
    return extension()?.runtime?.id !== undefined;
  } catch {
    return false;
  }
};

/** false in an ordinary tab, which has no page to inspect. */
export const hasDevTools = (): boolean => (globals.chrome ?? globals.browser)?.devtools?.inspectedWindow !== undefined;

/** The inspected page; undefined in an ordinary tab. `chrome` takes callbacks in both browsers. */
export function inspectedPage(): Page | undefined {
  const inspected = (globals.chrome ?? globals.browser)?.devtools?.inspectedWindow;
  if (inspected === undefined) return undefined;
  return {
    activity: () => activityOf(inspected),
    reload: () => inspected.reload({}),
  };
}

/** Version of the extension; '' where the browser does not say. */
export const version = (): string => extension()?.runtime?.getManifest?.().version ?? '';

/** Saves a file where the browser puts downloads. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Opens the panel's page as an ordinary tab. */
export function openAsTab(): void {
  const url = extension()?.runtime?.getURL?.('/panel.html');
  if (url !== undefined) extension()?.tabs?.create({ url });
}
