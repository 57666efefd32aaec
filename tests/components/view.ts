import { cleanup, configure, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { loadKnowledge } from '../../components/knowledge';

/** happy-dom lays nothing out: the list needs to know how much of it is in view. */
const VIEW = 400;

// A busy machine may take longer than the one second that is the default.
configure({ asyncUtilTimeout: 20_000 });

/** What the panel has room for; wide before each test. */
export const view = { wide: true };

/** Prepares happy-dom for the panel, for the tests of the file that calls it. */
export function setUpView(): void {
  beforeAll(loadKnowledge);
  beforeEach(() => {
    localStorage.clear();
    view.wide = true;
    Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => VIEW });
    Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 600 });
    Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => VIEW });
    HTMLElement.prototype.showPopover = () => undefined;
    window.matchMedia = (query: string) =>
      Object.assign(new EventTarget(), { matches: view.wide, media: query }) as unknown as ReturnType<typeof window.matchMedia>;
  });
  afterEach(cleanup);
}

export const grid = (role = 'grid'): HTMLElement => screen.getByRole(role, { name: 'Failed requests' });
export const row = (name: RegExp): HTMLElement => within(grid()).getByRole('row', { name });
export const press = (key: string, options = {}): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options });

/** What axe finds, without what needs a layout engine. */
export async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' ')}`);
}
