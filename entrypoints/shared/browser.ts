/** The adapter for the page that records: requests, navigations and the tab. What each browser really does: see the comments. */
import browser from 'webextension-polyfill';
import type { HarEntry } from '../../diagnosis/exchange';
import { decodeContent } from '../../components/content';

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
