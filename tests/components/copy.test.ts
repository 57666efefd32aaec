import { beforeAll, expect, test } from 'vitest';
import { fileName, formats, isCut, reportInputs, reportOptions } from '../../components/copy';
import { createDiagnoses } from '../../components/diagnoses';
import { knowledge, loadKnowledge } from '../../components/knowledge';
import { kept, type Part, parts, SHOWN_MAX, secretsIn } from '../../components/preview';
import { buildRows } from '../../components/rows';
import { createSelection } from '../../components/selection';
import { type Exchange, type Format, type Mark, parseTeam, scopeOf } from '../../diagnosis';
import { exchange, fakePort } from './fake';

beforeAll(loadKnowledge);

const at = Date.UTC(2026, 10, 22, 12);
const sources = (...list: Exchange[]) => {
  const { recording } = fakePort(...list);
  const rows = buildRows(recording.failures(), []);
  return { diagnoses: createDiagnoses(recording.history, () => knowledge.value?.diagnose ?? null), recording, rows, team: null };
};
const format = (id: Format['id']): Format => {
  const found = formats().find((f) => f.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test('a service worker’s twin is not counted twice in a report', () => {
  const page = exchange({ at, time: 40, entry: { _fetchedViaServiceWorker: true } });
  const s = sources(page, exchange({ at: at + 5, time: 20 }));
  expect(reportInputs(s.rows, s).map((i) => i.scope?.[0])).toEqual([expect.stringMatching(/^1 of /)]);
});

test('the scope in a report is that of the very failure, in whatever order and mixture they come', () => {
  const list = ['/a/1', '/a/2', '/b/1'].flatMap((path, i) => [
    exchange({ at: at + i, url: `https://one.example${path}`, status: 500 + i, headers: { 'cf-ray': `8f2b4c6d7e8f901${i}-FRA` } }),
    exchange({
      at: at + i,
      url: `https://two.example${path}`,
      method: 'POST',
      headers: { 'cf-ray': `8f2b4c6d7e8f902${i}-${i === 0 ? 'AMS' : 'FRA'}` },
    }),
    exchange({ at: at + i, url: `https://three.example/only/${i}` }),
  ]);
  for (const order of [list, [...list].reverse()]) {
    const s = sources(...order);
    const exchanges = s.rows.map((r) => r.exchange);
    expect(reportInputs(s.rows, s).map((i) => i.scope)).toEqual(exchanges.map((e) => scopeOf(e, exchanges, s.recording.history).sentences));
  }
});

test('a report has the team’s log links', () => {
  const result = parseTeam('{"version": 1, "links": [{"name": "Kibana", "url": "https://logs.example/?q={id}&h={host}"}]}');
  const s = { ...sources(exchange({ headers: { 'x-request-id': 'f00dfeed-1' } })), team: 'team' in result ? result.team : null };
  expect(reportInputs(s.rows, s)[0]?.links).toEqual([{ name: 'Kibana', url: 'https://logs.example/?q=f00dfeed-1&h=app.example.com' }]);
});

test('1,000 failures are copied in any form', () => {
  const s = sources(
    ...Array.from({ length: 1000 }, (_, i) => exchange({ at: at + i * 100, url: `https://app.example.com/api/${i % 50}/${i}` })),
  );
  for (const { id } of formats()) expect(format(id).render(reportInputs(s.rows, s), reportOptions('1.2.3', false)), id).not.toBe('');
});

test('file names hold nothing that a file system refuses, and say what is in them', () => {
  const { rows } = sources(exchange({ at, url: 'https://app.example.com:8443/x' }), exchange({ at: at + 1000 }));
  expect(fileName(rows.slice(0, 1), { extension: 'md' })).toBe('502-app.example.com-8443-20261122T120000Z.md');
  expect(fileName(rows, { extension: 'json' })).toBe('2-failures-20261122T120000Z.json');
});

test('a report that was cut is told from one that was not', () => {
  const s = sources(...Array.from({ length: 30 }, (_, i) => exchange({ at: at + i * 1000, url: `https://app.example.com/${i}` })));
  const text = (count: number, id: Format['id']) =>
    format(id).render(reportInputs(s.rows.slice(0, count), s), reportOptions('1.2.3', false));
  expect(isCut(text(30, 'jira'))).toBe(true);
  expect(isCut(text(30, 'curl'))).toBe(true);
  expect(isCut(text(3, 'curl'))).toBe(false);
});

const texts = (list: readonly Part[]) => list.map((p) => ('secret' in p ? `${p.hidden ? 'hidden' : 'left'} ${p.text}` : p.text));
const mark = (start: number, end: number, secret: string, kind: Mark['kind'] = 'token'): Mark => ({ start, end, secret, kind });

test('a preview is parted at its redactions; what was left in is found again', () => {
  const preview = { text: 'a [x] b seven b [y]', marks: [mark(2, 5, 'one'), mark(16, 19, 'two')] };
  expect(texts(parts(preview, []))).toEqual(['a ', 'hidden [x]', ' b seven b ', 'hidden [y]']);
  expect(texts(parts(preview, [{ kind: 'token', secret: 'seven' }]))).toEqual([
    'a ',
    'hidden [x]',
    ' b ',
    'left seven',
    ' b ',
    'hidden [y]',
  ]);
  expect(
    parts(preview, [])
      .map((p) => p.text)
      .join(''),
  ).toBe(preview.text);
});

test('what the reader is to fill in is no secret, and long reports are shown in part', () => {
  const preview = { text: 'to $ORIGIN with [x]', marks: [mark(3, 10, '', 'address'), mark(16, 19, 'one')] };
  expect(texts(parts(preview, []))).toEqual(['to $ORIGIN with ', 'hidden [x]']);
  expect(secretsIn(preview)).toBe(1);
  const long = { text: 'x'.repeat(SHOWN_MAX * 2), marks: [mark(SHOWN_MAX - 1, SHOWN_MAX + 3, 'one')] };
  expect(
    parts(long, [])
      .map((p) => p.text)
      .join(''),
  ).toHaveLength(SHOWN_MAX);
});

test('every redaction of every form is reversed by a press', () => {
  const s = sources(
    exchange({
      url: 'https://user:passw0rd!x@app.example.com/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl?api_key=k3yk3yk3yk3y&page=2',
      request: {
        authorization: 'Bearer hunter2hunter2',
        cookie: 'sid=aa11bb22cc33; theme=dark; csrf=zz99yy88xx77',
        'x-api-key': 'live-0123456789abcdef',
      },
      headers: { server: 'nginx/1.25.3', 'set-cookie': 'sid=dd44ee55ff66; Path=/' },
    }),
  );
  const inputs = reportInputs(s.rows, s);
  for (const { id, preview } of formats()) {
    let left: Pick<Mark, 'kind' | 'secret'>[] = [];
    const secretMarks = () => preview(inputs, reportOptions('1.2.3', false, kept(left))).marks.filter((m) => m.secret !== '');
    const first = secretMarks();
    expect(first.length, id).toBeGreaterThan(3);
    for (const { kind, secret } of first) left = [...left, { kind, secret }];
    expect(
      secretMarks().map((m) => m.secret),
      id,
    ).toEqual([]);
  }
});

test('a selection grows from where it began, in the order that is shown', () => {
  const selection = createSelection();
  const order = [5, 3, 1, 2, 4];
  const ids = () => [...selection.ids.value];
  selection.set(3);
  selection.extend(2, order);
  expect(ids()).toEqual([3, 1, 2]);
  selection.extend(5, order);
  expect(ids()).toEqual([5, 3]);
  expect(selection.lead.value).toBe(5);
  selection.toggle(4);
  selection.toggle(5);
  expect(ids()).toEqual([3, 4]);
  expect(selection.lead.value).toBe(4);
  selection.toggle(4);
  expect(selection.lead.value).toBe(3);
  selection.set(9);
  selection.extend(1, order);
  expect(ids()).toEqual([1]);
  selection.all(order);
  expect(ids()).toEqual(order);
  expect(selection.lead.value).toBe(1);
  selection.set(null);
  expect(ids()).toEqual([]);
});
