// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { App } from '../../components/App';
import { exchange, type FakePort, fakePort } from './fake';
import { grid, press, row, setUpView, violations } from './view';

setUpView();

const at = Date.UTC(2026, 10, 22, 12);
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => exchange({ at: at + i * 1000, url: `https://app.example.com/api/${i}` }));
const mount = (port: FakePort) => render(<App port={port} />);
const selected = () => [...grid().querySelectorAll('[aria-selected="true"] b')].map((b) => b.textContent);
const bar = () => within(screen.getByRole('region', { name: 'Several failures' }));
const status = () => screen.getAllByRole('status').map((s) => s.textContent);
const secret = () => exchange({ request: { authorization: 'Bearer hunter2hunter2', 'x-real-ip': '10.1.2.3' } });

test('Shift and Ctrl select several rows; c copies one report of them', async () => {
  const port = fakePort(...many(6));
  mount(port);
  fireEvent.click(row(/api\/1/));
  fireEvent.click(row(/api\/3/), { shiftKey: true });
  await waitFor(() => expect(selected()).toEqual(['/api/1', '/api/2', '/api/3']));
  fireEvent.click(row(/api\/2/), { ctrlKey: true });
  fireEvent.click(row(/api\/5/), { ctrlKey: true });
  await waitFor(() => expect(selected()).toEqual(['/api/1', '/api/3', '/api/5']));
  expect(grid().getAttribute('aria-multiselectable')).toBe('true');
  expect(bar().getByText('3 failures selected')).toBeDefined();
  expect(await violations()).toEqual([]);
  row(/api\/5/).focus();
  press('c');
  await waitFor(() => expect(port.copied).toHaveLength(1));
  expect(port.copied[0]).toContain('### 3 requests, one cause: ');
  expect(port.copied[0]).not.toContain('/api/2');
  await waitFor(() => expect(status()).toContain('Markdown of 3 failures copied'));
  press('Escape');
  await waitFor(() => expect(selected()).toEqual(['/api/5']));
  expect(screen.queryByRole('region', { name: 'Several failures' })).toBeNull();
});

test('Shift with the arrow keys grows and shrinks the selection, Ctrl+A takes all', async () => {
  mount(fakePort(...many(5)));
  fireEvent.click(row(/api\/2/));
  row(/api\/2/).focus();
  press('ArrowDown', { shiftKey: true });
  await waitFor(() => expect(selected()).toEqual(['/api/2', '/api/3']));
  press('ArrowUp', { shiftKey: true });
  await waitFor(() => expect(selected()).toEqual(['/api/2']));
  press('ArrowUp', { shiftKey: true });
  await waitFor(() => expect(selected()).toEqual(['/api/1', '/api/2']));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('/api/1'));
  press('a', { ctrlKey: true });
  await waitFor(() => expect(selected()).toHaveLength(5));
  press('ArrowDown');
  await waitFor(() => expect(selected()).toEqual(['/api/2']));
});

test('a group is copied by key and by button', async () => {
  const port = fakePort(...many(4), exchange({ status: 500, body: 'Internal Server Error', headers: {} }));
  mount(port);
  fireEvent.click(screen.getByRole('button', { name: 'Group' }));
  await waitFor(() => expect(grid('treegrid').querySelectorAll('tr.group')).toHaveLength(2));
  fireEvent.click(grid('treegrid').querySelector('tr.group') as HTMLElement);
  await waitFor(() => expect(bar().getByText('4 requests, one cause')).toBeDefined());
  fireEvent.click(bar().getByRole('button', { name: 'Copy triage summary of 4 failures' }));
  await waitFor(() => expect(port.copied[0]).toContain('### 4 requests, one cause: 502'));
  (grid('treegrid').querySelector('tr.group') as HTMLElement).focus();
  press('c');
  await waitFor(() => expect(port.copied).toHaveLength(2));
});

test('the whole session is copied from the toolbar, what is filtered out is not', async () => {
  const port = fakePort(...many(3), exchange({ status: 500, url: 'https://other.example/x', at }));
  mount(port);
  const copyAll = async () => {
    fireEvent.click(screen.getByRole('button', { name: /Copy all/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Markdown' }));
  };
  await copyAll();
  await waitFor(() => expect(port.copied[0]).toMatch(/^### 4 failed requests, \d causes/));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter failures' }), { target: { value: 'status:500' } });
  await waitFor(() => expect(grid().querySelectorAll('tr.row')).toHaveLength(1));
  await copyAll();
  await waitFor(() => expect(port.copied[1]).toMatch(/^### 500 on GET \/x/));
});

test('what was copied last is the default of key, button and menu, and is remembered', async () => {
  const port = fakePort(exchange());
  const { unmount } = mount(port);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: /Copy as/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Jira' }));
  await waitFor(() => expect(port.copied[0]).toMatch(/^h3\. 502/));
  unmount();
  mount(port);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: 'Copy triage summary as Jira' }));
  row(/api\/cart/).focus();
  press('c');
  await waitFor(() => expect(port.copied).toHaveLength(3));
  expect(new Set(port.copied).size).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: /Copy as/ }));
  const jira = await screen.findByRole('menuitem', { name: 'Jira' });
  expect(document.activeElement).toBe(jira);
  expect(jira.getAttribute('aria-keyshortcuts')).toBe('c');
});

test('every form can be saved as a file, by keyboard too', async () => {
  const port = fakePort(secret());
  mount(port);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: /Copy as/ }));
  await screen.findByRole('menuitem', { name: 'Markdown' });
  press('ArrowRight');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Save Markdown as a .md file');
  press('ArrowDown');
  press('ArrowLeft');
  expect(document.activeElement?.textContent).toBe('Jira');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Save HAR as a .har file' }));
  expect(port.saved[0]?.name).toBe('502-app.example.com-20261122T122215Z.har');
  const har = JSON.parse((await port.saved[0]?.content.text()) ?? '') as { log: { creator: unknown; entries: unknown[] } };
  expect(har.log.creator).toEqual({ name: '5xx Inspector', version: port.version });
  expect(har.log.entries).toHaveLength(1);
  expect(JSON.stringify(har)).not.toContain('hunter2');
});

test('a report says its page, its scope and what healthy responses look like', async () => {
  const port = fakePort();
  port.feed.navigate('https://shop.example.com/basket');
  for (let i = 0; i < 5; i++) port.recording.history.record(exchange({ status: 200, headers: { 'x-powered-by': 'Express' }, at: at + i }));
  port.feed.add(...many(2));
  mount(port);
  fireEvent.click(row(/api\/1/));
  fireEvent.click(screen.getByRole('button', { name: 'Copy triage summary' }));
  await waitFor(() => expect(port.copied).toHaveLength(1));
  expect(port.copied[0]).toMatch(/\*\*Impact\*\* 2 of 7 requests to this host failed.*on page `https:\/\/shop\.example\.com\/basket`/);
  expect(port.copied[0]).toContain('they carry and this one lacks: `x-powered-by`');
});

test('what other requests make of the cause stands with the cause, and in the report', async () => {
  const port = fakePort();
  const url = 'https://app.example.com/api/cart';
  port.feed.add(exchange({ url, at }));
  port.recording.history.record(exchange({ url, status: 200, at: at + 1000 }));
  port.feed.add(exchange({ url, at: at + 2000 }));
  mount(port);
  fireEvent.click(screen.getAllByRole('row', { name: /api\/cart/ })[0] as HTMLElement);
  const cause = await screen.findByText(/This path failed 2 of 3 times, now and then/);
  expect(cause.closest('dl.facts > div')?.querySelector('dt')?.textContent).toBe('Likely cause');
  fireEvent.click(screen.getByRole('button', { name: 'Copy triage summary' }));
  await waitFor(() => expect(port.copied[0]).toMatch(/\*\*Impact\*\* .*This path failed 2 of 3 times, now and then/));
});

test('the preview marks what is hidden; a press leaves it in for this copy only', async () => {
  const port = fakePort(secret());
  mount(port);
  fireEvent.click(row(/api\/cart/));
  const open = async () => {
    fireEvent.click(screen.getByRole('button', { name: /Copy as/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Preview …' }));
    return within(await screen.findByRole('dialog', { name: 'What leaves' }));
  };
  const dialog = await open();
  const marks = dialog.getAllByRole('button', { name: '[redacted], a hidden credential: leave it in' });
  expect(dialog.getByText(/1 secret is hidden/)).toBeDefined();
  expect(dialog.getByRole('region', { name: 'The report' }).textContent).not.toContain('hunter2');
  expect(await violations()).toEqual([]);

  fireEvent.click(marks[0] as HTMLElement);
  await waitFor(() => expect(dialog.getByText(/1 secret is left in/)).toBeDefined());
  fireEvent.click(dialog.getAllByRole('button', { name: 'hunter2hunter2, a credential that was left in: hide it' })[0] as HTMLElement);
  await waitFor(() => expect(dialog.getByText(/1 secret is hidden/)).toBeDefined());
  fireEvent.click(dialog.getAllByRole('button', { name: /a hidden credential/ })[0] as HTMLElement);
  await waitFor(() => expect(dialog.getByText(/1 secret is left in/)).toBeDefined());

  fireEvent.change(dialog.getByRole('combobox', { name: 'Format' }), { target: { value: 'json' } });
  await waitFor(() => expect(dialog.getByRole('region', { name: 'The report' }).textContent).toContain('"schema"'));
  fireEvent.click(dialog.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(port.copied[0]).toContain('Bearer hunter2hunter2'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  row(/api\/cart/).focus();
  press('c');
  await waitFor(() => expect(port.copied).toHaveLength(2));
  expect(port.copied[1]).toContain('"schema"');
  expect(port.copied[1]).not.toContain('hunter2');
});

test('in the preview private addresses can be hidden, Tab stays inside, and the list gets none of its keys', async () => {
  const port = fakePort(secret());
  mount(port);
  fireEvent.click(row(/api\/cart/));
  fireEvent.click(screen.getByRole('button', { name: /Copy as/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Preview …' }));
  const dialog = within(await screen.findByRole('dialog'));
  const text = () => dialog.getByRole('region', { name: 'The report' }).textContent;
  expect(text()).toContain('10.1.2.3');
  fireEvent.click(dialog.getByRole('checkbox', { name: 'Hide private addresses in all copies' }));
  await waitFor(() => expect(text()).not.toContain('10.1.2.3'));
  const first = dialog.getByRole('button', { name: 'Cancel (Esc)' });
  first.focus();
  press('Tab', { shiftKey: true });
  expect(document.activeElement?.className).toBe('mark');
  press('c');
  press('Tab');
  expect(document.activeElement).toBe(first);
  fireEvent.click(first);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(port.copied).toEqual([]);
  row(/api\/cart/).focus();
  press('c');
  await waitFor(() => expect(port.copied).toHaveLength(1));
  expect(port.copied[0]).not.toContain('10.1.2.3');
});

test('failures that come below what is in view are announced, until they are seen', async () => {
  const port = fakePort(...many(60));
  mount(port);
  port.feed.add(...many(63).slice(60));
  const hint = await screen.findByRole('button', { name: '3 new failures below' });
  fireEvent.click(screen.getByRole('button', { name: 'Group' }));
  await waitFor(() => expect(hint.isConnected).toBe(false));
});

test('a failure that comes in view is not announced as below', async () => {
  const port = fakePort(...many(3));
  mount(port);
  port.feed.add(...many(4).slice(3));
  await screen.findByText('/api/3');
  expect(screen.queryByRole('button', { name: '1 new failure below' })).toBeNull();
});
