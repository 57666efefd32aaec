import { expect, test } from 'vitest';
import { arrange, type Column, groupRows, type Layout, sortRows } from '../../components/arrange';
import { isThirdParty, siteOf } from '../../components/party';
import { preflightFor, withMainRequest } from '../../components/preflight';
import { buildRows } from '../../components/rows';
import { diagnose, type Exchange } from '../../diagnosis';
import { exchange } from './fake';

const failures = (...list: Exchange[]) => list.map((e, i) => ({ id: i + 1, exchange: e, page: 0 }));
const layout: Layout = { sort: null, grouped: false, opened: new Set(), inline: null, navigations: [] };
const at = Date.UTC(2026, 10, 22, 12);

test('a service worker’s two entries become one row with the page’s body and the network’s facts', () => {
  const page = exchange({ at, time: 40, body: 'page body', entry: { _fetchedViaServiceWorker: true, serverIPAddress: '' } });
  const worker = exchange({ at: at + 5, time: 20, body: '', entry: { serverIPAddress: '192.0.2.7' } });
  for (const order of [
    [page, worker],
    [worker, page],
  ]) {
    const [row, ...others] = buildRows(failures(...order), []);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ id: 1, entries: 2, exchange: { body: 'page body', serverAddress: '192.0.2.7', fromServiceWorker: false } });
  }
});

test('two requests of the same URL that do not overlap, or that differ in status, stay two', () => {
  const page = exchange({ at, time: 40, entry: { _fetchedViaServiceWorker: true } });
  expect(buildRows(failures(page, exchange({ at: at + 500 })), [])).toHaveLength(2);
  expect(buildRows(failures(page, exchange({ at: at + 5, status: 504 })), [])).toHaveLength(2);
  expect(buildRows(failures(exchange({ at, time: 40 }), exchange({ at: at + 5, time: 40 })), [])).toHaveLength(2);
});

test('an entry that was reported twice is one row', () => {
  expect(buildRows(failures(exchange({ at }), exchange({ at })), [])).toMatchObject([{ entries: 2 }]);
});

test('rows are reused while nothing about them changes', () => {
  const list = failures(exchange({ at }), exchange({ at: at + 1000 }));
  const first = buildRows(list, []);
  const second = buildRows([...list, { id: 3, exchange: exchange({ at: at + 2000 }), page: 0 }], [], new Map(first.map((r) => [r.id, r])));
  expect(second[0]).toBe(first[0]);
  expect(second).toHaveLength(3);
});

test('a failed preflight tells which request was never sent', () => {
  expect(preflightFor(exchange({ method: 'OPTIONS', request: { 'access-control-request-method': 'PUT' } }))).toBe('PUT');
  expect(preflightFor(exchange())).toBeNull();
});

test('a failed preflight learns from the request that was not sent what started it', () => {
  const asked = { 'access-control-request-method': 'PUT' };
  const preflight = exchange({ at, method: 'OPTIONS', type: 'preflight', request: asked });
  const main = (w: Parameters<typeof exchange>[0]) =>
    exchange({
      at,
      method: 'PUT',
      status: 0,
      entry: { _initiator: { type: 'script', url: 'https://app.example.com/app.js', lineNumber: 11 } },
      ...w,
    });
  expect(withMainRequest(preflight, main({}))).toEqual({ ...preflight, initiator: { url: 'https://app.example.com/app.js', line: 12 } });
  for (const other of [{ method: 'POST' }, { status: 200 }, { url: 'https://app.example.com/other' }, { at: at + 5000 }, { at: at - 5000 }])
    expect(withMainRequest(preflight, main(other)), JSON.stringify(other)).toBeNull();
});

test.each([
  ['www.example.com', 'example.com'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['localhost:8080', 'localhost'],
  ['192.0.2.1:81', '192.0.2.1'],
  ['[::1]:8080', '[::1]:8080'.replace(/:8080$/, '')],
])('the site of %s is %s', (host, site) => {
  expect(siteOf(host)).toBe(site);
});

test('another site is told by the hosts, and by the browser’s own word where they look alike', () => {
  const other = 'https://api.other.example/';
  expect(isThirdParty(exchange({ url: other }), 'www.example.com')).toBe(true);
  expect(isThirdParty(exchange({ url: other }), '')).toBe(false);
  const neighbour = exchange({ url: 'https://a.github.io/', request: { 'sec-fetch-site': 'cross-site' } });
  expect(isThirdParty(neighbour, 'b.github.io')).toBe(true);
  // What a frame of another site asks of its own server.
  expect(isThirdParty(exchange({ url: other, request: { 'sec-fetch-site': 'same-origin' } }), 'www.example.com')).toBe(true);
});

test('a beacon is known by how it is sent where the browser names no type', () => {
  const sent = (mode: string) =>
    exchange({ url: 'https://other.example/x', request: { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': mode } });
  const noise = (e: Exchange) => buildRows(failures(e), [{ page: 0, url: 'https://shop.example.com/' }]).map((r) => r.noise);
  expect(noise(sent('no-cors'))).toEqual([true]);
  expect(noise(sent('cors'))).toEqual([false]);
});

test('the page’s own site comes first, then others, last third-party beacons and measuring hosts, called noise', () => {
  const rows = buildRows(
    failures(
      exchange({ url: 'https://stats.tracker.example/collect', at }),
      exchange({ url: 'https://pay.partner.example/charge', at: at + 1 }),
      exchange({ url: 'https://shop.example.com/api', at: at + 2 }),
    ),
    [{ page: 0, url: 'https://shop.example.com/' }],
  );
  expect(arrange(rows, layout, diagnose).map((i) => (i.kind === 'row' ? i.row.exchange.host : i.kind))).toEqual([
    'shop.example.com',
    'others',
    'pay.partner.example',
    'noise',
    'stats.tracker.example',
  ]);
});

test('page loads are marked where they began', () => {
  const rows = buildRows(
    [
      { id: 1, exchange: exchange({ at }), page: 0 },
      { id: 2, exchange: exchange({ at: at + 1 }), page: 2 },
    ],
    [],
  );
  const navigations = [
    { page: 0, url: '' },
    { page: 1, url: 'https://a.example/' },
    { page: 2, url: 'https://b.example/' },
  ];
  expect(arrange(rows, { ...layout, navigations }, diagnose).map((i) => i.key)).toEqual(['row:1', 'page:2', 'row:2']);
});

test('groups have one cause each, with their time span', () => {
  const rows = buildRows(
    failures(exchange({ at }), exchange({ at: at + 60_000, url: 'https://app.example.com/other' }), exchange({ at: at + 1, status: 504 })),
    [],
  );
  const groups = groupRows(rows, diagnose);
  expect(groups.map((g) => [g.status, g.rows.length, g.from, g.to])).toEqual([
    [502, 2, at, at + 60_000],
    [504, 1, at + 1, at + 1],
  ]);
  const [ours, theirs] = buildRows(failures(exchange({ at }), exchange({ at: at + 1, request: { 'sec-fetch-site': 'cross-site' } })), []);
  const mixed = arrange(
    [ours, theirs].flatMap((r) => r ?? []),
    { ...layout, grouped: true },
    diagnose,
  );
  expect(mixed.map((i) => i.kind === 'group' && i.group.rows.length)).toEqual([2]);
  const order = (column: Column, descending = false) =>
    arrange(rows, { ...layout, grouped: true, sort: { column, descending } }, diagnose).map((i) => i.kind === 'group' && i.group.status);
  expect(order('status', true)).toEqual([504, 502]);
  expect(order('method')).toEqual([504, 502]);
  expect(order('time')).toEqual([504, 502]);
  const [first] = groups;
  expect(arrange(rows, { ...layout, grouped: true }, diagnose).map((i) => i.kind)).toEqual(['group', 'group']);
  expect(arrange(rows, { ...layout, grouped: true, opened: new Set([first?.key ?? '']) }, diagnose).map((i) => i.kind)).toEqual([
    'group',
    'row',
    'row',
    'group',
  ]);
});

test('sorting goes both ways and keeps arrival order among equals', () => {
  const rows = buildRows(failures(exchange({ at, time: 5 }), exchange({ at: at + 1, time: 90 }), exchange({ at: at + 2, time: 5 })), []);
  const ids = (descending: boolean) => sortRows(rows, { column: 'time', descending }, diagnose).map((r) => r.id);
  expect(ids(false)).toEqual([1, 3, 2]);
  expect(ids(true)).toEqual([2, 1, 3]);
});
