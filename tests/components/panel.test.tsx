// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { App } from '../../components/App';
import { knowledge, loadKnowledge } from '../../components/knowledge';
import { createRecorder } from '../../components/recorder';
import { lighten } from '../../components/weight';
import { exchange, type FakePort, fakePort } from './fake';
import { grid, press, row, setUpView, view, violations } from './view';

setUpView();

const at = Date.UTC(2026, 10, 22, 12);
const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    exchange({ at: at + i * 1000, url: `https://app.example.com/api/${i}`, status: i % 3 === 0 ? 500 : 502 }),
  );
const mount = (port: FakePort) => render(<App port={port} />);
const focused = () => document.activeElement?.textContent ?? '';
const card = () => screen.queryByRole('article', { name: 'Diagnosis' });

test('failures are listed before the knowledge has loaded, and named once it has', async () => {
  knowledge.value = null;
  const port = fakePort(...many(3));
  mount(port);
  expect(row(/api\/1/).textContent).toMatch(/502.*GET.*\/api\/1/);
  fireEvent.click(row(/api\/1/));
  expect(card()).toBeNull();
  await loadKnowledge();
  await waitFor(() => expect(card()).not.toBeNull());
  // A line that the frame had no time left for is filled in a later one.
  await waitFor(() => expect(row(/api\/1/).querySelector('.c-issuer')?.textContent).not.toBe(''));
});

test('an open card learns from healthy traffic that comes while it is read, as the copied report does', async () => {
  const recording = createRecorder();
  const entry = (status: number, path: string, headers: readonly string[]) => ({
    startedDateTime: new Date(at).toISOString(),
    request: { method: 'GET', url: `https://app.example.com/api/${path}` },
    response: { status, headers: headers.map((name) => ({ name, value: 'x' })) },
  });
  const nothing = () => Promise.resolve(null);
  recording.finished(entry(502, 'cart', ['content-type']), nothing);
  mount({ ...fakePort(), recording });
  fireEvent.click(row(/cart/));
  await waitFor(() => expect(card()).not.toBeNull());
  expect(card()?.textContent).not.toContain('12 healthy responses');
  for (let i = 0; i < 12; i++) recording.finished(entry(200, `list?${i}`, ['content-type', 'x-trace']), nothing);
  await waitFor(() => expect(card()?.textContent).toContain('12 healthy responses'), { timeout: 5000 });
  expect(card()?.textContent).toContain('1 of 13 requests');
});

test('an empty panel says what to do, and has no accessibility violation', async () => {
  mount(fakePort());
  expect(screen.getByRole('heading', { name: 'No 5xx response so far' })).toBeDefined();
  expect(screen.getByText(/It came before DevTools was opened/)).toBeDefined();
  expect(await violations()).toEqual([]);
});

test('only what is in view is drawn of 10,000 failures', () => {
  mount(fakePort(...many(10_000)));
  expect(grid().getAttribute('aria-rowcount')).toBe('10001');
  const drawn = grid().querySelectorAll('tr.row').length;
  expect(drawn).toBeGreaterThan(10);
  expect(drawn).toBeLessThan(60);
});

test('arrow keys, Home, End and PageDown move one tab stop through the list', async () => {
  mount(fakePort(...many(100)));
  const stops = () => grid().querySelectorAll('tbody tr[tabindex="0"]');
  expect(stops()).toHaveLength(1);
  (stops()[0] as HTMLElement).focus();
  expect(focused()).toContain('/api/0');
  press('ArrowDown');
  press('ArrowDown');
  await waitFor(() => expect(focused()).toContain('/api/1'));
  press('ArrowDown');
  await waitFor(() => expect(focused()).toContain('/api/2'));
  press('ArrowUp');
  await waitFor(() => expect(focused()).toContain('/api/1'));
  press('End');
  await waitFor(() => expect(focused()).toContain('/api/99'));
  expect(stops()).toHaveLength(1);
  press('Home');
  await waitFor(() => expect(focused()).toContain('/api/0'));
  press('PageDown');
  await waitFor(() => expect(focused()).toMatch(/\/api\/1\d/));
});

test('with Ctrl the focus moves alone, and Space adds the line to the selection or takes it out', async () => {
  mount(fakePort(...many(5)));
  const selected = () => [...grid().querySelectorAll('[aria-selected="true"]')].map((line) => /api\/\d/.exec(line.textContent ?? '')?.[0]);
  fireEvent.click(row(/api\/0/));
  await waitFor(() => expect(selected()).toEqual(['api/0']));
  (row(/api\/0/) as HTMLElement).focus();
  for (const to of [1, 2]) {
    press('ArrowDown', { ctrlKey: true });
    await waitFor(() => expect(focused()).toContain(`/api/${to}`));
  }
  expect(selected()).toEqual(['api/0']);
  press(' ', { ctrlKey: true });
  await waitFor(() => expect(selected()).toEqual(['api/0', 'api/2']));
  press(' ', { ctrlKey: true });
  await waitFor(() => expect(selected()).toEqual(['api/0']));
});

test('arrow keys walk every control of the toolbar that can be pressed', async () => {
  mount(fakePort(...many(2)));
  const toolbar = screen.getByRole('toolbar');
  (within(toolbar).getByRole('button', { name: /Stop recording/ }) as HTMLElement).focus();
  const names: string[] = [];
  const name = () => document.activeElement?.getAttribute('aria-label') ?? focused();
  for (let i = 0; i < 4; i++) {
    press('ArrowRight');
    names.push(name());
  }
  expect(names).toEqual(['Clear (Ctrl+L)', '', 'Open HAR files', 'Export 2 failures as HAR, without secrets']);
});

test('the focus is never lost: from the codes back to the button, from a card whose line is filtered out to the list', async () => {
  mount(fakePort(...many(3)));
  const codes = screen.getByRole('button', { name: 'Codes' });
  codes.focus();
  fireEvent.click(codes);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search codes' })));
  press('Escape');
  await waitFor(() => expect(document.activeElement).toBe(codes));
  fireEvent.click(row(/api\/1/));
  await waitFor(() => expect(card()).not.toBeNull());
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter failures' }), { target: { value: 'api/2' } });
  await waitFor(() => expect(grid().querySelectorAll('tr.row')).toHaveLength(1));
  card()?.focus();
  press('Escape');
  await waitFor(() => expect(card()).toBeNull());
  expect(focused()).toContain('/api/2');
});

test('a status that nobody defines has a page that says so', async () => {
  mount(fakePort(exchange({ status: 512, body: 'x', headers: {} })));
  fireEvent.click(row(/512/));
  fireEvent.click(await screen.findByRole('button', { name: 'What is 512?' }));
  await screen.findByText(/No standard and no vendor known here defines 512/);
});

test('a group has no selection to end; its line and its rows say how deep they stand', async () => {
  mount(fakePort(...many(4)));
  fireEvent.click(screen.getByRole('button', { name: 'Group' }));
  await waitFor(() => expect(grid('treegrid').querySelectorAll('tr.group').length).toBeGreaterThan(0));
  const line = grid('treegrid').querySelector('tr.group') as HTMLElement;
  fireEvent.click(line);
  await waitFor(() => expect(grid('treegrid').querySelectorAll('tr[aria-level="2"]').length).toBeGreaterThan(0));
  expect(line.getAttribute('aria-level')).toBe('1');
  expect(screen.getByRole('region', { name: 'Several failures' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /Select the last one only/ })).toBeNull();
});

test('Enter opens the card and then goes into it; Escape comes back and closes', async () => {
  mount(fakePort(...many(3)));
  (grid().querySelector('tbody tr[tabindex="0"]') as HTMLElement).focus();
  press('ArrowDown');
  await waitFor(() => expect(grid().querySelector('[aria-selected="true"]')).not.toBeNull());
  expect(card()).toBeNull();
  press('Enter');
  await waitFor(() => expect(card()).not.toBeNull());
  press('Enter');
  expect(document.activeElement).toBe(card());
  press('Escape');
  await waitFor(() => expect(card()).toBeNull());
  expect(focused()).toContain('/api/0');
});

test('the line that Tab reached opens with Enter at once, is copied with c, and is the first that an arrow key selects', async () => {
  const port = fakePort(...many(3));
  mount(port);
  const reached = grid().querySelector('tbody tr[tabindex="0"]') as HTMLElement;
  reached.focus();
  press('c');
  await waitFor(() => expect(port.copied).toHaveLength(1));
  expect(port.copied[0]).toContain('/api/0');
  press('Enter');
  await waitFor(() => expect(card()).not.toBeNull());
  expect(row(/api\/0/).getAttribute('aria-selected')).toBe('true');
  expect(focused()).toContain('/api/0');
  cleanup();

  mount(fakePort(...many(3)));
  (grid().querySelector('tbody tr[tabindex="0"]') as HTMLElement).focus();
  press('ArrowDown');
  await waitFor(() => expect(row(/api\/0/).getAttribute('aria-selected')).toBe('true'));
});

test('c copies the triage summary without secrets', async () => {
  const port = fakePort(
    exchange({ url: 'https://app.example.com/api/cart?token=hunter2hunter2', request: { authorization: 'Bearer hunter2hunter2' } }),
  );
  mount(port);
  fireEvent.click(row(/api\/cart/));
  (grid().querySelector('tbody tr[tabindex="0"]') as HTMLElement).focus();
  press('c');
  await waitFor(() => expect(port.copied).toHaveLength(1));
  expect(port.copied[0]).toContain('### 502 on GET /api/cart');
  expect(port.copied[0]).not.toContain('hunter2');
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/copied/));
});

test('the card says who, why and where to look, with evidence and masked secrets', async () => {
  const port = fakePort(exchange({ request: { authorization: 'Bearer hunter2hunter2', cookie: 'sid=hunter2' } }));
  mount(port);
  fireEvent.click(row(/api\/cart/));
  const shown = within(card() as HTMLElement);
  expect(shown.getByRole('heading', { level: 2 }).textContent).toMatch(/nginx/);
  for (const term of ['Who failed', 'Issued by', 'Likely cause', 'Where to look first']) expect(shown.getByText(term)).toBeDefined();
  expect(shown.getByRole('list', { name: 'Path of the response' }).textContent).toMatch(/Browser.*nginx.*issued the 502/);
  expect(shown.getAllByRole('img', { name: 'speaks for it' }).length).toBeGreaterThan(0);
  expect(await violations()).toEqual([]);

  const section = shown.getByRole('heading', { name: 'Request headers' }).closest('details') as HTMLDetailsElement;
  section.open = true;
  fireEvent(section, new Event('toggle'));
  await waitFor(() => expect(section.textContent).toContain('authorization'));
  expect(section.textContent).not.toContain('hunter2');
  fireEvent.click(shown.getByRole('button', { name: 'Show the value of authorization' }));
  await waitFor(() => expect(section.textContent).toContain('hunter2hunter2'));
  expect(section.textContent).not.toContain('sid=hunter2');
});

test('markup in a response stays text', () => {
  mount(fakePort(exchange({ body: null, url: 'https://app.example.com/<img src=x onerror=alert(1)>', headers: { server: '<b>x</b>' } })));
  fireEvent.click(grid().querySelector('tr.row') as HTMLElement);
  expect(document.querySelector('img, .card b b')).toBeNull();
});

test('in a narrow panel the card stands under its row, and a second click closes it', () => {
  view.wide = false;
  mount(fakePort(...many(3)));
  fireEvent.click(row(/api\/1/));
  const lines = [...grid().querySelectorAll('tbody tr')];
  const selected = grid().querySelector('[aria-selected="true"]') as HTMLTableRowElement;
  expect(selected.textContent).toContain('/api/1');
  expect(lines.findIndex((l) => l.contains(card()))).toBe(lines.indexOf(selected) + 1);
  fireEvent.click(selected);
  expect(card()).toBeNull();
});

test('a second copy of the same is told too', async () => {
  mount(fakePort(exchange()));
  fireEvent.click(row(/api\/cart/));
  const said = () => document.querySelector('.said')?.textContent ?? '';
  const copy = async (before: string): Promise<string> => {
    fireEvent.click(screen.getByRole('button', { name: 'Copy triage summary' }));
    await waitFor(() => expect(said()).not.toBe(before));
    return said();
  };
  const first = await copy('');
  const second = await copy(first);
  expect(second.trim()).toBe(first);
});

test('copying says so when the browser refuses, and offers the text', async () => {
  const port = fakePort(exchange());
  port.accepts = false;
  mount(port);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: 'Copy triage summary' }));
  await waitFor(() => expect((screen.getByLabelText('The text to copy') as HTMLTextAreaElement).value).toContain('### 502'));
});

test('the text filter and the chips narrow the list; Show all brings it back', async () => {
  mount(fakePort(...many(9)));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter failures' }), { target: { value: 'api/3' } });
  await waitFor(() => expect(grid().querySelectorAll('tr.row')).toHaveLength(1));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter failures' }), { target: { value: '' } });
  await waitFor(() => expect(grid().querySelectorAll('tr.row')).toHaveLength(9));
  fireEvent.click(screen.getByRole('button', { name: '500 · 3' }));
  await waitFor(() => expect(grid().querySelectorAll('tr.row')).toHaveLength(3));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter failures' }), { target: { value: 'nowhere' } });
  await waitFor(() => expect(screen.getByRole('heading', { name: 'No failure fits the filter' })).toBeDefined());
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => expect(grid().querySelectorAll('tr.row')).toHaveLength(9));
});

test('a column sorts up, down and not', async () => {
  mount(fakePort(exchange({ at, time: 5 }), exchange({ at: at + 1, time: 900 }), exchange({ at: at + 2, time: 70 })));
  const times = () => [...grid().querySelectorAll('td.c-time')].map((c) => c.textContent);
  fireEvent.click(within(grid()).getByRole('button', { name: 'Time' }));
  await waitFor(() => expect(times()).toEqual(['5 ms', '70 ms', '900 ms']));
  expect(within(grid()).getByRole('columnheader', { name: 'Time' }).getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(within(grid()).getByRole('button', { name: 'Time' }));
  await waitFor(() => expect(times()).toEqual(['900 ms', '70 ms', '5 ms']));
  fireEvent.click(within(grid()).getByRole('button', { name: 'Time' }));
  await waitFor(() => expect(times()).toEqual(['5 ms', '900 ms', '70 ms']));
});

test('grouping shows causes with counts, opens with the keyboard and is remembered', async () => {
  const port = fakePort(...many(6));
  mount(port);
  fireEvent.click(screen.getByRole('button', { name: 'Group' }));
  await waitFor(() => expect(grid('treegrid').querySelectorAll('tr.group')).toHaveLength(2));
  (grid('treegrid').querySelector('tbody tr[tabindex="0"]') as HTMLElement).focus();
  press('ArrowDown');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false'));
  press('ArrowRight');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true'));
  expect(grid('treegrid').querySelectorAll('tr.row:not(.group)').length).toBeGreaterThan(0);
  expect(await violations()).toEqual([]);
  cleanup();
  mount(port);
  await waitFor(() => expect(grid('treegrid').querySelectorAll('tr.group')).toHaveLength(2));
});

test('new failures appear without touching the selection', async () => {
  const port = fakePort(...many(2));
  mount(port);
  fireEvent.click(row(/api\/1/));
  port.feed.add(exchange({ url: 'https://app.example.com/api/new' }));
  await waitFor(() => expect(row(/api\/new/)).toBeDefined());
  expect(grid().querySelector('[aria-selected="true"]')?.textContent).toContain('/api/1');
  expect(card()).not.toBeNull();
});

test('dropped rows and a replaced extension are said', async () => {
  const port = fakePort(...many(4));
  mount(port);
  port.alive = false;
  port.feed.drop(1);
  await waitFor(() => expect(screen.getByText(/oldest failure was dropped: 3 are kept/)).toBeDefined());
  expect(screen.getByRole('alert').textContent).toMatch(/updated or removed/);
});

test('the card says whether a body is cut because it is long, or was let go', async () => {
  const long = exchange({ body: `nginx${'x'.repeat(100_000)}` });
  mount(fakePort(long, lighten(exchange({ url: 'https://app.example.com/old', body: long.body }))));
  fireEvent.click(row(/cart/));
  fireEvent.click(within(card() as HTMLElement).getByText('Response body'));
  await waitFor(() => expect(card()?.textContent).toContain('Only its beginning and end are kept'));
  fireEvent.click(row(/old/));
  await waitFor(() => expect(card()?.textContent).toContain('let go to make room for newer failures'));
  expect((screen.getByLabelText('Response body') as HTMLTextAreaElement).value.length).toBeLessThan(3000);
});

test('record, clear and preserve log reach the recording, by button and key', async () => {
  const port = fakePort(...many(2));
  mount(port);
  fireEvent.click(screen.getByRole('button', { name: /Stop recording/ }));
  expect(port.recording.isRecording()).toBe(false);
  fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true });
  expect(port.recording.isRecording()).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Preserve log' }));
  expect(port.recording.preservesLog()).toBe(false);
  fireEvent.keyDown(document.body, { key: 'l', ctrlKey: true });
  await waitFor(() => expect(screen.getByRole('heading', { name: 'No 5xx response so far' })).toBeDefined());
});

test('Copy as is a menu for the keyboard', async () => {
  const port = fakePort(exchange());
  mount(port);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: /Copy as/ }));
  const first = await screen.findByRole('menuitem', { name: 'Markdown' });
  expect(document.activeElement).toBe(first);
  press('Escape');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(card()).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /Copy as/ }));
  await screen.findByRole('menuitem', { name: 'Markdown' });
  press('End');
  press('Home');
  press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('Jira');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'curl' }));
  await waitFor(() => expect(port.copied[0]).toMatch(/^curl /));
});

test('Show in Network panel is asked of the browser, or its filter is copied', async () => {
  const port = fakePort(exchange());
  mount(port);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: 'Show in Network panel' }));
  expect(port.shown).toHaveLength(1);
  cleanup();
  const { showInNetwork: _, ...without } = port;
  render(<App port={without} />);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: 'Copy Network filter' }));
  await waitFor(() => expect(port.copied).toEqual(['status-code:502 domain:app.example.com']));
});

test('codes are searched, compared, and told for the vendor in view', async () => {
  mount(fakePort(exchange()));
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: '502 or 504?' }));
  const codes = () => screen.getByRole('region', { name: '5xx status codes' });
  expect(within(codes()).getByRole('columnheader', { name: /502 Bad Gateway/ })).toBeDefined();
  expect(within(codes()).getByRole('columnheader', { name: /504 Gateway Timeout/ })).toBeDefined();
  expect(within(codes()).getByRole('rowheader', { name: 'At nginx' })).toBeDefined();
  expect(await violations()).toEqual([]);
  fireEvent.input(within(codes()).getByRole('searchbox', { name: 'Search codes' }), { target: { value: 'overloaded' } });
  await waitFor(() => expect(within(codes()).getByRole('button', { name: /529/ })).toBeDefined());
  expect(within(codes()).queryByRole('button', { name: /501/ })).toBeNull();
  fireEvent.click(within(codes()).getByRole('button', { name: /529/ }));
  await waitFor(() => expect(within(codes()).getByRole('columnheader', { name: /529/ })).toBeDefined());
  fireEvent.keyDown(within(codes()).getByRole('searchbox', { name: 'Search codes' }), { key: 'Escape' });
  await waitFor(() => expect(grid()).toBeDefined());
  expect(card()).not.toBeNull();
});

test('settings change theme, density and time zone, and are kept', async () => {
  const port = fakePort(exchange());
  mount(port);
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Theme' }), { target: { value: 'dark' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Rows' }), { target: { value: 'compact' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Times' }), { target: { value: 'utc' } });
  await waitFor(() => expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'compact' }));
  fireEvent.click(row(/api\/cart/));
  expect(card()?.textContent).toContain('12:22:15 UTC');
  expect(await violations()).toEqual([]);
  cleanup();
  mount(port);
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'compact' });
});
