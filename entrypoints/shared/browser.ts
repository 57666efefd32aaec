/** The one adapter over the browser's devtools API. What each browser really does: see the comments. */
import browser from 'webextension-polyfill';
import type { Theme } from '../../components/port';
import type { Exchange } from '../../diagnosis';
import type { HarEntry } from '../../diagnosis/exchange';

/** A body that has not come by then never will. */
const BODY_TIMEOUT_MS = 5000;

function fromBase64(text: string, mimeType: string): string {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(mimeType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Chrome hands some UTF-8 bodies over as if they were Latin-1: decode them again when their bytes are valid UTF-8. */
function repairLatin1(text: string): string {
  let high = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0xff) return text;
    if (c > 0x7f) high = true;
  }
  if (!high) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (c) => c.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** The three shapes of `getContent`: `{content, encoding}` (Chrome's promise), `[content, encoding]` (its callback), `[text, mimeType]` (Firefox). */
export function decodeContent(answer: unknown, entry: HarEntry): string | null {
  const content = (entry.response as { content?: { encoding?: unknown; mimeType?: unknown } } | undefined)?.content;
  let text: unknown = answer;
  let encoding: unknown = content?.encoding;
  if (Array.isArray(answer)) {
    text = answer[0];
    if (answer[1] === 'base64') encoding = 'base64';
  } else if (typeof answer === 'object' && answer !== null) {
    text = (answer as { content?: unknown }).content;
    encoding = (answer as { encoding?: unknown }).encoding ?? encoding;
  }
  if (typeof text !== 'string') return null;
  if (encoding !== 'base64') return repairLatin1(text);
  try {
    return fromBase64(text, typeof content?.mimeType === 'string' ? content.mimeType : '');
  } catch {
    return null;
  }
}

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
  readonly onThemeChanged?: { addListener(callback: (theme: string) => void): void; removeListener(callback: (theme: string) => void): void };
  readonly network?: { show?: (options: { filter: string }) => unknown };
}
/** Chrome's additions to `panels`, none of which is standard; absent in an ordinary tab. */
const panels = (): ChromePanels | undefined =>
  (browser as { devtools?: { panels?: ChromePanels } }).devtools?.panels ?? (globalThis as unknown as { chrome?: { devtools?: { panels?: ChromePanels } } }).chrome?.devtools?.panels;

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
