import type { Activity, Seen } from '../../components/port';

/** Failures taken from one page load; a page can make any number up. */
const MAX_FAILED = 250;
/** Browsers hold this many resources unless the page asked for more. https://www.w3.org/TR/resource-timing/#sec-extensions-performance-interface */
const BUFFER = 250;
const MAX_URL = 2000;

/** Runs in the inspected page, in both browsers: what its Resource Timing knows, as JSON. It changes nothing there. */
export const ACTIVITY = `(() => {
  const p = performance;
  const resources = p.getEntriesByType('resource');
  const all = p.getEntriesByType('navigation').concat(resources);
  return JSON.stringify({
    origin: p.timeOrigin,
    resources: resources.length,
    requests: all.filter((e) => e.responseEnd > 0).length,
    failed: all.filter((e) => e.responseStatus >= 500 && e.responseStatus <= 599).slice(0, ${MAX_FAILED})
      .map((e) => [e.name.slice(0, ${MAX_URL}), e.responseStatus, e.startTime, e.duration]),
  });
})()`;

const isNumber = (v: unknown): v is number => typeof v === 'number' && Number.isFinite(v) && v >= 0 && v < 1e14;

function seen(row: unknown, origin: number): Seen[] {
  if (!Array.isArray(row)) return [];
  const [url, status, start, duration] = row as readonly unknown[];
  if (typeof url !== 'string' || !isNumber(status) || !isNumber(start) || !isNumber(duration)) return [];
  if (!Number.isInteger(status) || status < 500 || status > 599) return [];
  return [{ url: url.slice(0, MAX_URL), status, startedAt: origin + start, timeMs: duration }];
}

/** The answer to ACTIVITY; null when it is none. The page can put anything into it. */
export function readActivity(answer: unknown): Activity | null {
  const text: unknown = Array.isArray(answer) ? answer[0] : answer;
  if (typeof text !== 'string' || text.length > 4 * MAX_FAILED * MAX_URL) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const { origin, resources, requests, failed } = raw as Readonly<Record<string, unknown>>;
  if (!isNumber(origin) || !isNumber(resources) || !isNumber(requests) || !Array.isArray(failed)) return null;
  return { origin, requests, full: resources >= BUFFER, failed: failed.slice(0, MAX_FAILED).flatMap((row) => seen(row, origin)) };
}

/** `devtools.inspectedWindow` as far as it is asked here. `chrome` takes a callback in both browsers. */
export interface InspectedWindow {
  eval(
    expression: string,
    callback: (result: unknown, problem: { readonly code?: unknown; readonly isError?: unknown } | undefined) => void,
  ): unknown;
}

/** Asks the inspected page. null: the browser cuts extensions off from it. Rejects when it does not answer what it should. */
export const activityOf = (inspected: InspectedWindow): Promise<Activity | null> =>
  new Promise((resolve, reject) => {
    inspected.eval(ACTIVITY, (result, problem) => {
      if (problem?.isError === true && problem.code === 'E_FAILED') {
        resolve(null);
        return;
      }
      const activity = readActivity(result);
      if (activity === null) reject(new Error('The page did not answer'));
      else resolve(activity);
    });
  });
