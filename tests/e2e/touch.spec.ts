import type { Page } from '@playwright/test';
import { DEMO_PIN, expect, test } from '../support/app.ts';

test.use({ hasTouch: true, actionTimeout: 12_000 });

async function tapPin(page: Page): Promise<void> {
  const pad = page.getByRole('complementary', { name: 'PIN' });
  for (const digit of DEMO_PIN) await pad.getByRole('button', { name: digit, exact: true }).tap();
  await pad.getByRole('button', { name: 'Sign in' }).tap();
  await page.getByRole('group', { name: 'People' }).waitFor({ state: 'detached' });
}

async function openFromToday(page: Page): Promise<void> {
  await page
    .getByRole('row', { name: /FERREIRA, Ana/ })
    .getByRole('link', { name: /^Open/ })
    .or(page.getByRole('row', { name: /FERREIRA, Ana/ }).getByRole('button', { name: /^Open/ }))
    .tap();
  await page.getByRole('button', { name: 'The patient said this name and birth date' }).tap();
  await page.getByRole('button', { name: 'RIGHT', exact: true }).tap();
  await page.getByRole('button', { name: /^Weighed: still/ }).tap();
  await page.getByRole('button', { name: /^All \d+ asked.*: no change$/ }).tap();
  await page.getByRole('button', { name: /^Open session 3/ }).tap();
  await page.getByText('Nothing recorded yet.').waitFor();
}

async function takeFirstBox(page: Page, lotNumber: string): Promise<void> {
  await page.getByRole('region', { name: '3 Check and record' }).getByRole('button').first().tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: new RegExp(lotNumber) }).tap();
  await dialog.getByRole('button', { name: `Open box ${lotNumber}` }).tap();
  await expect(page.getByRole('region', { name: 'Syringe in hand' })).toContainText(lotNumber);
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish…' }).tap();
  await page.getByRole('radio', { name: 'Bandage' }).tap();
  await page.getByRole('button', { name: 'Since the last injection' }).tap();
  await page.getByRole('radio', { name: 'Given', exact: true }).tap();
  await page.getByRole('button', { name: 'Close session 3' }).tap();
  await expect(page.getByText('Closed · to be signed')).toBeVisible();
}

test('a nurse holds a session with her finger alone, from her name to the closed record', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.getByRole('button', { name: 'Rita Silva' }).tap();
  await tapPin(page);
  await openFromToday(page);
  await takeFirstBox(page, 'P4506D');
  const recorded = page.getByRole('region', { name: 'Recorded injections' });
  for (let count = 1; count <= 3; count += 1) {
    await page.getByRole('button', { name: /^Record 0\.2 mL in R2/ }).tap();
    await expect(recorded).toContainText(`${String(count)} injection`);
    await expect(recorded.getByRole('row')).toHaveCount(count + 1);
  }
  await finish(page);
});
