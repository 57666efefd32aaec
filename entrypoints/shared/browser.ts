/** The adapter for the page that records: requests, navigations and the tab. What each browser really does: see the comments. */
import browser from 'webextension-polyfill';
import { decodeContent } from '../../components/content';
import type { HarEntry } from '../../diagnosis/exchange';
import { activityOf, type InspectedWindow } from './activity';

/** A body that has not come by then never will. */
const BODY_TIMEOUT_MS = 5000;

/** What webextension-polyfill does not wrap; `chrome` takes callbacks in both browsers. */
const devtools = () => (globalThis as unknown as { readonly chrome: { readonly devtools: DevTools } }).chrome.devtools;
interface DevTools {
  readonly network: { getHAR(done: (har: unknown) => void): void };
  readonly inspectedWindow: InspectedWindow;
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

/** Firefox does not say that a service worker answered: such an answer took no time in any phase, and came from no address. */
const byServiceWorker = ({ time, timings, serverIPAddress }: FinishedRequest): boolean =>
  time === 0 && !serverIPAddress && typeof timings === 'object' && timings !== null && Object.values(timings).every((t) => t === 0);

/** Calls back for every finished request, with a way to read its body; register it as soon as DevTools open. */
export function onFinished(callback: (entry: HarEntry, readBody: () => Promise<string | null>) => void): void {
  browser.devtools.network.onRequestFinished.addListener((finished) => {
    const request = finished as unknown as FinishedRequest;
    const entry = import.meta.env.FIREFOX && byServiceWorker(request) ? { ...request, _fetchedViaServiceWorker: true } : request;
    callback(entry, () => bodyOf(request));
  });
}

/** A page that has not answered by then is held by the debugger or gone. */
const ANSWER_MS = 1000;
/** Times of requests are whole milliseconds, and the page's clock may be rounded. */
const SLACK_MS = 5;

/**
 * Calls back when the inspected page navigates. Firefox tells of it only when the page has loaded whole: `since` says when it began,
 * in epoch ms; null where it begins now or is not known.
 */
export function onNavigated(callback: (url: string, since: number | null) => void): void {
  browser.devtools.network.onNavigated.addListener((url) => {
    if (!import.meta.env.FIREFOX) return callback(url, null);
    const unknown = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_MS));
    const asked = activityOf(devtools().inspectedWindow).then(
      (activity) => (activity === null ? null : activity.origin - SLACK_MS),
      () => null,
    );
    void Promise.race([asked, unknown]).then((since) => callback(url, since));
  });
}

/** Creates the tab. `shown` gets the panel's window each time it is shown; its document is complete then. */
export async function createPanel(title: string, shown: (panel: Window) => void): Promise<void> {
  const panel = await browser.devtools.panels.create(title, '/icon/32.png', '/panel.html');
  panel.onShown.addListener((w) => shown(w as unknown as Window));
}

interface Har {
  readonly entries?: unknown;
}

/**
 * All that the browser's Network panel holds, bodies included in Firefox. Firefox loses for good whatever request comes in
 * meanwhile: only call it when the page is quiet. Rejects when the browser gives none.
 */
export function networkLog(): Promise<readonly HarEntry[]> {
  return new Promise((resolve, reject) => {
    devtools().network.getHAR((answer) => {
      const har = (Array.isArray(answer) ? answer[0] : answer) as Har | null | undefined;
      if (Array.isArray(har?.entries)) resolve(har.entries as HarEntry[]);
      else reject(new Error('The browser gave no HAR'));
    });
  });
}
