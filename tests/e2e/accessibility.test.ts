import axe from 'axe-core';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../scripts/demo/server';
import { type Chromium, launchChromium } from './chromium';
import { inChromium, nginx } from './environment';
import { html, type Site, startSite } from './site';
import { panelStates, type Stage } from './states';
import { until } from './until';

/** What axe finds in the panel as it is drawn, contrasts included. */
async function violations(panel: Frame): Promise<readonly string[]> {
  if (!(await panel.evaluate(() => 'axe' in window))) await panel.evaluate(axe.source);
  return panel.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // Colours on their way to others are no one's.
    await Promise.all(document.getAnimations().map((a) => a.finished));
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html} ${n.failureSummary?.split('\n').at(-1)?.trim() ?? ''}`));
  });
}

/** What can be operated with a pointer and is not reached with Tab; an entry of a menu or a list that arrow keys walk counts as reached. */
async function unreachable(browser: Chromium, panel: Frame): Promise<readonly string[]> {
  await browser.devtools.bringToFront();
  const first = await panel.evaluate(() => {
    for (const e of document.querySelectorAll('[data-reached]')) e.removeAttribute('data-reached');
    const inside = document.querySelector<HTMLElement>('dialog[open]') ?? document.body;
    const start = inside.querySelector<HTMLElement>('button:enabled, textarea');
    start?.focus();
    return start !== null;
  });
  expect(first).toBe(true);
  /** Marks what has the focus; false once it has come round, or has left the panel. */
  const mark = (): Promise<boolean> =>
    panel.evaluate(() => {
      const here = document.activeElement;
      if (here === null || here === document.body || here.hasAttribute('data-reached')) return false;
      here.setAttribute('data-reached', '');
      return true;
    });
  while (await mark()) await browser.devtools.keyboard.press('Tab');
  return panel.evaluate(() => {
    const inside = document.querySelector('dialog[open]') ?? document.body;
    return [
      ...inside.querySelectorAll<HTMLElement>(
        'button:enabled, input:enabled, select:enabled, textarea:enabled, summary, a[href], [tabindex="0"]',
      ),
    ]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.hasAttribute('data-reached'))
      .map((e) => e.outerHTML.slice(0, 200));
  });
}

describe('in Chromium', () => {
  let demo: Demo;
  let site: Site;
  let stage: Stage;
  beforeAll(async () => {
    demo = await startDemo(nginx);
    site = await startSite({ '/nothing': (_, to) => void to.writeHead(503).end(), '/icon.svg': html('') });
    const browser = await launchChromium(inChromium);
    stage = { browser, demo, panel: await browser.showPanel(), empty: `${site.origin}/nothing` };
  });
  afterAll(async () => {
    await stage?.browser.close();
    await site?.close();
    await demo?.close();
  });

  test.each(panelStates.map((s) => [s.name, s] as const))(
    'no violation and no dead end for the keyboard: %s',
    async (_, { size, show }) => {
      const { browser, panel } = stage;
      await browser.resize(...size);
      await show(stage);
      for (const scheme of ['light', 'dark'] as const) {
        await browser.devtools.emulateMedia({ colorScheme: scheme });
        await until(async () => (await panel.locator('html').getAttribute('data-theme')) === scheme, `the ${scheme} theme`);
        expect(await violations(panel), scheme).toEqual([]);
      }
      expect(await unreachable(browser, panel)).toEqual([]);
    },
  );
});
