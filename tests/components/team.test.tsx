// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { App } from '../../components/App';
import { knowledge, loadKnowledge } from '../../components/knowledge';
import { buildRows } from '../../components/rows';
import { createTeam } from '../../components/team';
import { parseTeam } from '../../diagnosis';
import { exchange, type FakePort, fakePort } from './fake';
import { grid, row, setUpView, violations } from './view';

setUpView();

const KEY = '5xx-inspector.team';
const file = JSON.stringify(
  {
    version: 1,
    name: 'Acme platform',
    components: [
      {
        name: 'Acme gateway',
        role: 'gateway',
        owner: '#team-edge',
        runbook: 'https://wiki.acme.example/gateway',
        issued: [{ header: 'x-acme-error' }],
      },
    ],
    links: [
      { name: 'Kibana', url: 'https://logs.acme.example/?q={id}' },
      { name: 'Grafana', url: 'https://graphs.acme.example/?h={host}' },
    ],
    firstParty: ['stats.acme.example'],
    muted: [{ host: '*', path: '/healthz', why: 'warms up' }],
  },
  null,
  2,
);
const ours = () =>
  exchange({ body: 'no route', headers: { 'x-acme-error': 'gw-17', 'content-type': 'text/plain', 'x-request-id': 'f00dfeed-1' } });
const mount = (port: FakePort) => render(<App port={port} />);
const openTeam = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  fireEvent.click(screen.getByRole('button', { name: 'Team knowledge' }));
  return within(await screen.findByRole('region', { name: 'Team knowledge' }));
};
const write = (text: string) => fireEvent.input(screen.getByLabelText('The file'), { target: { value: text } });

test('a pasted file takes part in the diagnosis, is marked as the team’s on the card, and is kept', async () => {
  const port = fakePort(ours());
  mount(port);
  const team = await openTeam();
  write(file);
  await waitFor(() => expect(team.getByText('Valid, and not in use yet.')).toBeDefined());
  expect(localStorage.getItem(KEY)).toBeNull();
  fireEvent.click(team.getByRole('button', { name: 'Use this file' }));
  await waitFor(() => expect(team.getByRole('heading', { name: 'In use: Acme platform' })).toBeDefined());
  const components = within(team.getByRole('table', { name: 'Components' }));
  expect(components.getByRole('row', { name: /Acme gateway gateway #team-edge/ })).toBeDefined();
  expect(components.getByRole('link').getAttribute('href')).toBe('https://wiki.acme.example/gateway');
  expect(team.getByRole('row', { name: /\*\/healthz warms up/ })).toBeDefined();
  expect(await violations()).toEqual([]);
  fireEvent.click(team.getByRole('button', { name: 'Back to the list' }));

  fireEvent.click(await waitFor(() => row(/Acme gateway/)));
  const card = within(await screen.findByRole('article', { name: 'Diagnosis' }));
  expect(card.getByText('from your team’s file', { exact: false }).textContent).toBe('from your team’s file, owned by #team-edge');
  expect(card.getByRole('link', { name: 'Runbook' }).getAttribute('href')).toBe('https://wiki.acme.example/gateway');
  expect(card.getByRole('link', { name: 'Kibana' }).getAttribute('href')).toBe('https://logs.acme.example/?q=f00dfeed-1');
  expect(card.getByRole('link', { name: 'Grafana' }).getAttribute('href')).toBe('https://graphs.acme.example/?h=app.example.com');
  expect(await violations()).toEqual([]);
  cleanup();
  mount(port);
  expect(row(/Acme gateway/)).toBeDefined();
});

test('what is wrong is said with its line, which is one press away, and is not taken', async () => {
  mount(fakePort(ours()));
  const team = await openTeam();
  const wrong = file.replace('"gateway"', '"gatewax"');
  write(wrong);
  await waitFor(() => expect(team.getByRole('status').textContent).toMatch(/^Line 7: "role" must be one of/));
  const area = team.getByLabelText('The file') as HTMLTextAreaElement;
  expect(area.getAttribute('aria-invalid')).toBe('true');
  expect(await violations()).toEqual([]);
  fireEvent.click(team.getByRole('button', { name: 'Use this file' }));
  expect(localStorage.getItem(KEY)).toBeNull();
  area.setSelectionRange(0, 0);
  fireEvent.click(team.getByRole('button', { name: 'Go to line 7' }));
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toContain('"gatewax"');
  fireEvent.keyDown(area, { key: 'Escape' });
  await waitFor(() => expect(grid()).toBeDefined());
  fireEvent.click(screen.getByRole('button', { name: 'Team knowledge' }));
  expect((screen.getByLabelText('The file') as HTMLTextAreaElement).value).toBe(wrong);
});

test('a file is opened, and no longer used when asked', async () => {
  mount(fakePort(ours()));
  const team = await openTeam();
  const input = team.getByLabelText('Open a file …') as HTMLInputElement;
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([file], 'team.json')] });
  fireEvent.change(input);
  await waitFor(() => expect((team.getByLabelText('The file') as HTMLTextAreaElement).value).toBe(file));
  fireEvent.click(team.getByRole('button', { name: 'Use this file' }));
  await waitFor(() => expect(localStorage.getItem(KEY)).toBe(file));
  fireEvent.click(team.getByRole('button', { name: 'Stop using it' }));
  await waitFor(() => expect(localStorage.getItem(KEY)).toBeNull());
  expect((team.getByLabelText('The file') as HTMLTextAreaElement).value).toBe(file);
  Object.defineProperty(input, 'files', { configurable: true, value: [new File(['x'.repeat(2_000_000)], 'team.json')] });
  fireEvent.change(input);
  await waitFor(() => expect(team.getByText(/too large/)).toBeDefined());
});

test('the example is valid', async () => {
  mount(fakePort());
  const team = await openTeam();
  fireEvent.click(team.getByRole('button', { name: 'Begin with an example' }));
  await waitFor(() =>
    expect(parseTeam((team.getByLabelText('The file') as HTMLTextAreaElement).value)).toHaveProperty('team.name', 'Acme platform'),
  );
});

test('a stored file that is not valid any more is said above the list', async () => {
  localStorage.setItem(KEY, '{"version": 2}');
  mount(fakePort(ours()));
  expect(screen.getByText(/Your team’s file is not used: line 1: "version" must be 1/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Open it' }));
  expect(await screen.findByRole('region', { name: 'Team knowledge' })).toBeDefined();
});

test('expected failures stand below as noise and say why; the team’s own hosts never do', async () => {
  localStorage.setItem(KEY, file);
  const port = fakePort(
    exchange({ url: 'https://app.example.com/healthz' }),
    exchange({ url: 'https://stats.acme.example/collect', request: { 'sec-fetch-site': 'cross-site' } }),
  );
  mount(port);
  await waitFor(() =>
    expect([...grid().querySelectorAll('tbody tr')].map((tr) => tr.querySelector('b')?.textContent ?? tr.textContent)).toEqual([
      '/collect',
      'Expected noise: 1 failure that your team’s file expects',
      '/healthz',
    ]),
  );
  expect(row(/collect/).textContent).not.toContain('third party');
  fireEvent.click(row(/healthz/));
  expect(screen.getByText('Your team’s file expects this failure: warms up')).toBeDefined();
});

test('the file waits for the knowledge; rows are built anew once it is there', async () => {
  localStorage.setItem(KEY, file);
  knowledge.value = null;
  const store = createTeam();
  expect(store.team.value).toBeNull();
  expect(store.fault.value).toBeNull();
  const failures = [{ id: 1, exchange: exchange({ url: 'https://app.example.com/healthz' }), page: 0 }];
  expect(buildRows(failures, [], new Map(), store.team.value)[0]?.muted).toBeNull();
  await loadKnowledge();
  expect(buildRows(failures, [], new Map(), store.team.value)[0]).toMatchObject({ muted: 'warms up', noise: true });
  expect(store.component('team-acme-gateway')).toMatchObject({ owner: '#team-edge' });
  expect(store.component('nginx')).toBeNull();
});
