/**
 * The adapter for the panel: theme, Network panel, clipboard. webextension-polyfill wraps none of this, so the panel, whose first
 * paint people wait for, does without it.
 */
import type { Theme } from '../../components/port';
import type { Exchange } from '../../diagnosis';

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
interface Extension {
  readonly devtools?: { readonly panels?: ChromePanels };
  readonly runtime?: { readonly id?: string };
}
const globals = globalThis as unknown as { readonly browser?: Extension; readonly chrome?: Extension };
const extension = (): Extension | undefined => globals.browser ?? globals.chrome;
/** Chrome's additions to `panels`, none of which is standard; absent in an ordinary tab. */
const panels = (): ChromePanels | undefined => globals.browser?.devtools?.panels ?? globals.chrome?.devtools?.panels;

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
    return extension()?.runtime?.id !== undefined;
  } catch {
    return false;
  }
};
