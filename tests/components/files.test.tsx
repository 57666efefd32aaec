// @vitest-environment happy-dom
import { gzipSync } from 'node:zlib';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { App } from '../../components/App';
import { loadKnowledge } from '../../components/knowledge';
import { Popup } from '../../components/Popup';
import type { Activity, Port } from '../../components/port';
import { exchange, type FakePort, fakePort, NGINX, T0 } from './fake';

/** happy-dom lays nothing out: the list needs to know how much of it is in view. */
beforeAll(async () => {
  for (const side of ['offsetHeight', 'clientHeight', 'offsetWidth'])
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 600 });
  window.matchMedia = (media: string) => Object.assign(new EventTarget(), { matches: true, media }) as unknown as MediaQueryList;
  await loadKnowledge();
});
beforeEach(() => localStorage.clear());
afterEach(cleanup);

const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(
    (v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' ')}`,
  );

interface Given {
  readonly path: string;
  readonly status: number;
  readonly more?: object;
}
/** A HAR entry. */
const entry = ({ path, status, more }: Given) => ({
  startedDateTime: new Date(T0).toISOString(),
  time: 12,
  request: {
    method: 'GET',
    url: `https://shop.example.com${path}`,
    headers: [{ name: 'Authorization', value: 'Bearer hunter2hunter2hunter2' }],
  },
  response: {
    status,
    headers: [{ name: 'Server', value: 'nginx/1.25.3' }],
    content: { text: status < 500 ? 'fine' : NGINX, mimeType: 'text/html' },
  },
  timings: { wait: 9 },
  ...more,
});
const har = (...entries: readonly object[]) => JSON.stringify({ log: { version: '1.2', entries } });
const file = (name: string, content: BlobPart) => new File([content], name);
const usual = har(entry({ path: '/ok', status: 200 }), entry({ path: '/cart', status: 502 }), entry({ path: '/pay', status: 503 }));

const standalone = (): FakePort => Object.assign(fakePort(), { live: false });
const mount = (port: Port) => render(<App port={port} />);
const grid = () => screen.getByRole('grid', { name: 'Failed requests' });
const rows = () => grid().querySelectorAll('tr.row');
/** Chooses files in the dialog of the button. */
function open(...files: File[]): void {
  const input = document.querySelector('input[type="file"]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { configurable: true, value: files });
  fireEvent.change(input);
}

test('an ordinary tab asks for a file, shows no recording, and has no accessibility violation', async () => {
  mount(standalone());
  expect(screen.getByRole('heading', { name: 'Open a HAR file' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /record/i })).toBeNull();
  expect(screen.queryByRole('checkbox', { name: 'Preserve log' })).toBeNull();
  expect(screen.getByRole('button', { name: /Export as HAR/ })).toHaveProperty('disabled', true);
  expect(await violations()).toEqual([]);
});

test('the failures of a file come into the same list and card', async () => {
  mount(standalone());
  open(file('shop.har', usual));
  await waitFor(() => expect(rows()).toHaveLength(2));
  const bar = screen.getByRole('region', { name: 'What is shown' });
  await waitFor(() => expect(bar.textContent).toMatch(/shop\.har.*3 requests read/));
  // The focus is not lost with the view that had it.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open HAR files' })));
  fireEvent.click(within(grid()).getByRole('row', { name: /\/cart/ }));
  const card = within(screen.getByRole('article', { name: 'Diagnosis' }));
  expect(card.getByRole('heading', { level: 2 }).textContent).toMatch(/nginx/);
  expect(await violations()).toEqual([]);
  fireEvent.click(within(bar).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Open a HAR file' })).toBeDefined());
});

test('several files, one of them gzip and one broken, are read together', async () => {
  mount(standalone());
  open(file('a.har', usual), file('b.har.gz', gzipSync(usual.replaceAll('12:22:15', '12:22:16'))), file('c.har', '<html>'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('c.har is a web page or XML, not a HAR.'));
  await waitFor(() => expect(rows()).toHaveLength(4));
  expect(screen.getByRole('region', { name: 'What is shown' }).textContent).toMatch(/a\.har, b\.har\.gz/);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a file that was cut off shows what it has and says so', async () => {
  mount(standalone());
  open(file('cut.har', usual.slice(0, -10)));
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('cut.har ends in the middle: the first 2 requests are shown. Export it again.'),
  );
  await waitFor(() => expect(rows()).toHaveLength(1));
});

test('a broken file leaves what is shown alone', async () => {
  mount(fakePort(exchange()));
  open(file('no.har', 'hello'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('no.har is not a HAR: it is no JSON object.'));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(screen.queryByRole('region', { name: 'What is shown' })).toBeNull();
});

test('a file without failures says how much was read', async () => {
  mount(standalone());
  open(file('fine.har', har(entry({ path: '/ok', status: 200 }))));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'No 5xx response in what was opened' })).toBeDefined());
  await waitFor(() => expect(screen.getByText('1 request read, none with status 500 to 599.')).toBeDefined());
});

test('in DevTools a file takes the place of the recording, which goes on and comes back as it was', async () => {
  const port = fakePort(exchange({ url: 'https://app.example.com/live/1' }));
  mount(port);
  fireEvent.click(within(grid()).getByRole('row', { name: /live\/1/ }));
  fireEvent(
    window,
    Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { types: ['Files'], files: [file('shop.har', usual)] } }),
  );
  await waitFor(() => expect(within(grid()).getByRole('row', { name: /\/cart/ })).toBeDefined());
  expect(within(grid()).queryByRole('row', { name: /live/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Stop recording/ })).toBeNull();
  // The keys of the recording do not reach it from here.
  fireEvent.keyDown(document.body, { key: 'l', ctrlKey: true });
  port.feed.add(exchange({ url: 'https://app.example.com/live/2' }));
  fireEvent.click(screen.getByRole('button', { name: 'Back to the live recording' }));
  await waitFor(() => expect(within(grid()).getByRole('row', { name: /live\/2/ })).toBeDefined());
  expect(grid().querySelector('[aria-selected="true"]')?.textContent).toContain('/live/1');
});

test('dragging files shows where to drop them; dragging text does not', async () => {
  mount(standalone());
  const drag = (type: string, kind: string) =>
    fireEvent(window, Object.assign(new Event(type, { cancelable: true }), { dataTransfer: { types: [kind] } }));
  expect(drag('dragover', 'text/plain')).toBe(true);
  expect(screen.queryByText('Drop HAR files to open them')).toBeNull();
  // Cancelled: the browser would leave for the file.
  expect(drag('dragover', 'Files')).toBe(false);
  await waitFor(() => expect(screen.getByText('Drop HAR files to open them')).toBeDefined());
  fireEvent(window, Object.assign(new Event('dragleave'), { relatedTarget: null }));
  await waitFor(() => expect(screen.queryByText('Drop HAR files to open them')).toBeNull());
});

test('reading shows how far it is and can be stopped; what was read stays', async () => {
  mount(standalone());
  const many = Array.from({ length: 20_000 }, (_, i) => entry({ path: `/${i}`, status: i % 100 === 0 ? 500 : 200 }));
  open(file('large.har', har(...many)));
  const bar = await screen.findByRole('progressbar');
  expect(bar.getAttribute('aria-label')).toMatch(/^Reading large\.har/);
  await waitFor(() => expect(document.querySelector('.c-status')).not.toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toMatch(/^Stopped: the first [\d,]+ requests of large\.har were read\.$/),
  );
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(rows().length).toBeGreaterThan(0);
});

test('page loads of a file are marked, and its base64 bodies are read', async () => {
  mount(standalone());
  const log = {
    pages: [
      { id: 'p1', title: 'https://shop.example.com/' },
      { id: 'p2', title: 'https://shop.example.com/second' },
    ],
    entries: [
      entry({ path: '/1', status: 500, more: { pageref: 'p1' } }),
      entry({
        path: '/2',
        status: 502,
        more: { pageref: 'p2', response: { status: 502, headers: [], content: { text: btoa(NGINX), encoding: 'base64' } } },
      }),
      entry({ path: '/late', status: 500, more: { pageref: 'p1' } }),
    ],
  };
  open(file('two.har', JSON.stringify({ log })));
  await waitFor(() => expect(rows()).toHaveLength(3));
  expect([...grid().querySelectorAll('tr.page')].map((r) => r.textContent)).toEqual([
    'Page load: https://shop.example.com/',
    'Page load: https://shop.example.com/second',
  ]);
  await waitFor(() => expect(within(grid()).getByRole('row', { name: /\/2/ }).textContent).toMatch(/nginx/));
});

test('what the list shows is exported as a HAR without secrets, which can be opened again', async () => {
  const port = standalone();
  mount(port);
  open(file('shop.har', usual));
  await waitFor(() => expect(rows()).toHaveLength(2));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter failures' }), { target: { value: 'status:503' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Export 1 failure as HAR, without secrets' }));
  await waitFor(() => expect(port.saved).toHaveLength(1));
  const text = (await port.saved[0]?.content.text()) ?? '';
  expect(port.saved[0]?.name).toBe('5xx.har');
  expect(text).not.toContain('hunter2');
  const { log } = JSON.parse(text) as { log: { creator: object; entries: { request: { url: string }; response: { status: number } }[] } };
  expect(log.creator).toEqual({ name: '5xx Inspector', version: '1.2.3' });
  expect(log.entries.map((e) => [e.request.url, e.response.status])).toEqual([['https://shop.example.com/pay', 503]]);
  open(file('again.har', text));
  await waitFor(() => expect(screen.getByRole('region', { name: 'What is shown' }).textContent).toMatch(/again\.har/));
  await waitFor(() => expect(rows()).toHaveLength(1));
});

const watched = (port: FakePort, activity: Activity | null, more: Partial<Port> = {}): Port & { reloads: number } =>
  Object.assign(port, more, {
    reloads: 0,
    page: {
      activity: () => Promise.resolve(activity),
      reload(this: void) {
        (port as FakePort & { reloads: number }).reloads++;
      },
    },
  });
const idle: Activity = { origin: T0 - 9000, requests: 4, full: false, failed: [] };

test('what failed before DevTools was opened is listed without headers, with the reload that helps', async () => {
  const failed = [{ url: 'https://app.example.com/early', status: 504, startedAt: T0 - 5000, timeMs: 60_000 }];
  const port = watched(fakePort(), { ...idle, failed });
  mount(port);
  const table = await screen.findByRole('table', {
    name: '1 failure from before DevTools was opened, seen without headers: reload to inspect',
  });
  expect(table.textContent).toMatch(/504https:\/\/app\.example\.com\/early.*60\.0 s/);
  expect(await violations()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Reload the page' }));
  expect(port.reloads).toBe(1);
});

test('an empty panel says that the page was loaded before', async () => {
  const port = watched(fakePort(), idle);
  mount({ ...port, recording: { ...port.recording, requests: () => 0 } });
  expect(await screen.findByText(/^The page finished 4 requests before DevTools was opened/)).toBeDefined();
});

test('Chrome’s own error page is named where the last failure shows it, else what else it may be', async () => {
  const replaced = exchange({ type: 'document', entry: { _error: 'net::ERR_HTTP_RESPONSE_CODE_FAILURE' } });
  mount(watched(fakePort(replaced), null));
  expect(await screen.findByText(/^Chrome shows its own error page/)).toBeDefined();
  cleanup();
  mount(watched(fakePort(exchange()), null));
  expect(await screen.findByText(/^The browser keeps extensions away from this page/)).toBeDefined();
});

test('in Firefox a failure that was not reported brings the rescan', async () => {
  const failed = [{ url: 'https://app.example.com/hidden', status: 500, startedAt: T0 + 5000, timeMs: 9 }];
  const port = watched(fakePort(), { ...idle, failed }, { browser: 'firefox' });
  let rescans = 0;
  const rescan = () => Promise.resolve(++rescans);
  mount({ ...port, recording: { ...port.recording, rescan } });
  expect(await screen.findByText(/a filter in the Network panel hides them/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Rescan' }));
  expect(await screen.findByText(/Waiting until the page has been quiet/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Rescan' })).toHaveProperty('disabled', true);
  await waitFor(() => expect(screen.getByText(/Rescan done: 1 failure added\./)).toBeDefined(), { timeout: 4500 });
  expect(rescans).toBe(1);
});

test.each(['chrome', 'firefox'] as const)(
  'the popup of %s says where the tab is, why it may be missing, and opens a tab',
  async (browser) => {
    let opened = 0;
    render(<Popup browser={browser} openTab={() => opened++} />);
    expect(screen.getByText('F12')).toBeDefined();
    expect(screen.getByText('The tab is not there?')).toBeDefined();
    expect(screen.queryByText('/robots.txt') !== null).toBe(browser === 'chrome');
    fireEvent.click(screen.getByRole('button', { name: 'Open HAR files in a tab' }));
    expect(opened).toBe(1);
    expect(await violations()).toEqual([]);
  },
);
