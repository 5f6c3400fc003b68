import type { Locator, Page } from '@playwright/test';
import { DEMO_PIN, expect, test } from '../support/app.ts';

test.use({ actionTimeout: 12_000 });

/** Presses Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there');
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function signInByKeys(page: Page, name: string): Promise<void> {
  await pressOn(page, page.getByRole('button', { name }));
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
}

test('a nurse finds the patient, goes on with the session, records, strikes out and locks without a mouse', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInByKeys(page, 'Tom Brandt');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('lindq');
  await expect(page.getByRole('option', { name: /LINDQVIST, Maja/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Patient', exact: true }).waitFor();
  await pressOn(
    page,
    page.getByRole('button', { name: /^Continue/ }).or(page.getByRole('link', { name: /^Continue/ })),
  );

  const recorded = page.getByRole('region', { name: 'Recorded injections' });
  await expect(recorded).toContainText('21 injections, 1 struck out');
  await expect(page.getByRole('button', { name: /^Record 0\.3 mL in L5/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(recorded).toContainText('22 injections, 1 struck out');

  await pressOn(page, recorded.getByRole('button', { name: 'Strike out injection 23' }));
  await page.keyboard.type('Entered twice');
  await page.keyboard.press('Enter');
  await expect(recorded).toContainText('21 injections, 2 struck out');

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
});

test('a surgeon moves through the map by keys and confirms what was carried over', async ({ page }) => {
  test.setTimeout(120_000);
  await signInByKeys(page, 'Dr Ines Okafor');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('00417');
  await expect(page.getByRole('option', { name: /LINDQVIST, Maja/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Patient', exact: true }).waitFor();
  await pressOn(page, page.getByRole('link', { name: 'Map' }).first());

  const veins = page.getByRole('listbox', { name: 'Veins' });
  await tabTo(page, veins);
  await page.keyboard.press('End');
  const last = veins.getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toContainText('L13');
  await pressOn(page, page.getByRole('button', { name: /confirm/i }));
  await expect(page.getByText(/to confirm/)).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /Saved \d\d:\d\d:\d\d/ })).toBeVisible();
});
