import type { Frame, Locator } from 'playwright';
import type { Chromium } from './chromium';
import { until } from './until';

/** The rows of the list that can be selected: failures, not headings, page loads or cards. */
export const failures = (panel: Frame): Locator => panel.getByRole('grid', { name: 'Failed requests' }).locator('tr[aria-selected]');

/** The card, wherever it is shown. */
export const card = (panel: Frame): Locator => panel.getByRole('article', { name: 'Diagnosis' });

/** How many failures the list has, drawn or not: the status chip says it. Throws when the panel shows no such chip. */
export async function failureCount(panel: Frame): Promise<number> {
  const chip = await panel.getByRole('group', { name: 'Status' }).getByRole('button', { name: /^All / }).innerText();
  return Number(chip.replace(/\D/g, ''));
}

/** Clicks the failure whose row has this text; gives its card. Works while the row is drawn. */
export async function openFailure(panel: Frame, text: string | RegExp): Promise<Locator> {
  const row = failures(panel).filter({ hasText: text }).first();
  if ((await row.getAttribute('aria-selected')) !== 'true') await row.click();
  await card(panel).waitFor();
  return card(panel);
}

/** Presses "Copy triage summary" and reads the clipboard. */
export async function copySummary(browser: Chromium, panel: Frame): Promise<string> {
  const before = await browser.clipboard().catch(() => '');
  await browser.devtools.bringToFront();
  await panel.getByRole('button', { name: 'Copy triage summary' }).click();
  return until(async () => {
    const text = await browser.clipboard();
    return text !== before && text;
  }, 'the triage summary in the clipboard');
}
