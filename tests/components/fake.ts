import type { Failure, Navigation, Port, Recording } from '../../components/port';
import { createHistory, type Exchange, exchangeFromHar, type HarEntry } from '../../diagnosis';

export interface Wanted {
  readonly status?: number;
  readonly method?: string;
  readonly url?: string;
  readonly body?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly request?: Readonly<Record<string, string>>;
  readonly at?: number;
  readonly time?: number;
  readonly type?: string;
  readonly entry?: HarEntry;
}

const pairs = (headers: Readonly<Record<string, string>>) => Object.entries(headers).map(([name, value]) => ({ name, value }));
export const T0 = Date.UTC(2026, 10, 22, 12, 22, 15);

/** An exchange as the recorder would make it. */
export function exchange(w: Wanted = {}): Exchange {
  const entry: HarEntry = {
    startedDateTime: new Date(w.at ?? T0).toISOString(),
    time: w.time ?? 12,
    request: { method: w.method ?? 'GET', url: w.url ?? 'https://app.example.com/api/cart', headers: pairs(w.request ?? {}) },
    response: {
      status: w.status ?? 502,
      statusText: '',
      httpVersion: 'http/1.1',
      headers: pairs(w.headers ?? { server: 'nginx/1.25.3', 'content-type': 'text/html' }),
    },
    timings: { blocked: 1, dns: 0, connect: 2, ssl: -1, send: 0, wait: 9, receive: 0 },
    serverIPAddress: '192.0.2.1',
    ...(w.type === undefined ? {} : { _resourceType: w.type }),
    ...w.entry,
  };
  return exchangeFromHar(entry, w.body === undefined ? NGINX : w.body);
}

/** nginx's built-in page. */
export const NGINX =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>\r\n';

export interface FakePort extends Port {
  readonly copied: string[];
  readonly shown: string[];
  readonly saved: { readonly name: string; readonly content: Blob }[];
  /** What `copy` answers. */
  accepts: boolean;
  alive: boolean;
  readonly feed: {
    add(...exchanges: Exchange[]): void;
    navigate(url: string): void;
    drop(count: number): void;
  };
}

/** A port over a recording in memory: the browser's side of the panel. */
export function fakePort(...first: Exchange[]): FakePort {
  const history = createHistory();
  let failures: readonly Failure[] = [];
  let navigations: readonly Navigation[] = [{ page: 0, url: '' }];
  let id = 0;
  let page = 0;
  let dropped = 0;
  let on = true;
  let preserve = true;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const add = (...exchanges: Exchange[]): void => {
    for (const e of exchanges) history.record(e);
    failures = [...failures, ...exchanges.map((e) => ({ id: ++id, exchange: e, page }))];
    changed();
  };
  const recording: Recording = {
    history,
    failures: () => failures,
    navigations: () => navigations,
    requests: () => failures.length + 3,
    dropped: () => dropped,
    openedAt: T0,
    missedFrom: () => 0,
    isRecording: () => on,
    preservesLog: () => preserve,
    setRecording(value) {
      on = value;
      changed();
    },
    setPreserveLog(value) {
      preserve = value;
      changed();
    },
    clear() {
      failures = [];
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const port: FakePort = {
    recording,
    live: true,
    browser: 'chrome',
    version: '1.2.3',
    copied: [],
    shown: [],
    saved: [],
    save: (name, content) => void port.saved.push({ name, content }),
    accepts: true,
    alive: true,
    onTheme(apply) {
      apply('light');
      return () => undefined;
    },
    copy(text) {
      port.copied.push(text);
      return Promise.resolve(port.accepts);
    },
    showInNetwork: (filter) => void port.shown.push(filter),
    isAlive: () => port.alive,
    feed: {
      add,
      navigate(url) {
        page++;
        navigations = [...navigations, { page, url }];
        changed();
      },
      drop(count) {
        failures = failures.slice(count);
        dropped += count;
        changed();
      },
    },
  };
  add(...first);
  return port;
}
