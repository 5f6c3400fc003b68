import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';

/** A point of the page in pixels. */
export type At = readonly [x: number, y: number];

/** Draws with the mouse held down, as a hand does. */
export async function stroke(page: Page, points: readonly At[]): Promise<void> {
  const [first, ...rest] = points;
  if (first === undefined) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point, { steps: 2 });
  await page.mouse.up();
}

/** A vein downward from a point, winding a little. */
export function windingDown([x, y]: At, length: number): readonly At[] {
  return Array.from({ length: 21 }, (_, i): At => [x + 5 * Math.sin(i / 2.5), y + (length * i) / 20]);
}

/** A loop around a point. */
export function loopAround([x, y]: At, radius: number): readonly At[] {
  return Array.from({ length: 25 }, (_, i): At => {
    const angle = (2 * Math.PI * i) / 24;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius * 1.2];
  });
}

/** The middle of something on the page. */
export async function middleOf(locator: Locator): Promise<At> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** The screen says that the last change is in the database. */
export async function isSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /Saved \d\d:\d\d:\d\d/ })).toBeVisible();
}

/** Locks the screen, whoever works there, so that somebody else can sign in. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: /lock/i }).last().click();
  await page.getByRole('group', { name: 'People' }).waitFor();
}

/** Does all the checks before a session of somebody to whom nothing has happened, and opens it. */
export async function passChecks(page: Page, leg: 'RIGHT' | 'LEFT', weightKg: string): Promise<void> {
  await page.getByRole('button', { name: 'The patient said this name and birth date' }).click();
  await page.getByRole('button', { name: leg, exact: true }).click();
  await page.getByLabel('Weight today in kg').fill(weightKg);
  await page.getByRole('button', { name: /^All \d+ asked.*: no change$/ }).click();
  await page.getByRole('button', { name: /^Open session \d/ }).click();
  await page
    .getByRole('region', { name: 'Recorded' })
    .or(page.getByText('Nothing recorded yet.'))
    .first()
    .waitFor();
}

/** What a hand scanner does: its keys come all at once, into whatever has the focus, and Enter behind them. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(async (typed) => {
    const field = document.activeElement;
    const begun = performance.now();
    const keys = [...typed.split(''), 'Enter'];
    for (const [at, key] of keys.entries()) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      // The time of a real key is that of the scanner, however busy the page is.
      Object.defineProperty(event, 'timeStamp', { value: begun + at });
      const goesOn = (field ?? document.body).dispatchEvent(event);
      if (!goesOn || event.key === 'Enter' || !(field instanceof HTMLInputElement)) continue;
      field.setRangeText(event.key, field.value.length, field.value.length, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // An Enter that follows at once would be the scanner's second end.
    while (performance.now() <= begun + keys.length + 30)
      await new Promise((done) => requestAnimationFrame(done));
  }, code);
}
