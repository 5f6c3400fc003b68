import type { Page } from '@playwright/test';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';

async function amendFirstSession(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^Name, record number/ }).fill('reyes');
  await page.getByRole('option', { name: /REYES/ }).click();
  await page.getByRole('row').filter({ hasText: 'Signed' }).getByRole('button', { name: 'Show' }).click();
  await page.getByRole('button', { name: 'Amend…' }).click();
}

test('a half-filled amendment is there again after a lock and after a reload, and is signed from there', async ({
  page,
}) => {
  await signIn(page, 'Dr Ines Okafor');
  await amendFirstSession(page);
  const why = page.getByRole('textbox', { name: 'Why the record is amended' });
  const remark = page.getByRole('textbox', { name: 'Remark' });
  const volume = page.getByRole('textbox', { name: 'Volume, mL' });
  const holds = page.getByRole('region', { name: 'What will hold' });
  await page
    .getByRole('list', { name: 'Injections' })
    .getByRole('button', { name: /^Strike out/ })
    .first()
    .click();
  await expect(holds).toContainText('Struck out1');
  await why.fill('Found in the notes');
  await remark.fill('The patient called.');
  await volume.fill('0.2');

  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await expect(why).toHaveValue('Found in the notes');

  await page.reload();
  await expect(why).toHaveValue('Found in the notes');
  await expect(remark).toHaveValue('The patient called.');
  await expect(volume).toHaveValue('0.2');
  await expect(holds).toContainText('Struck out1');
  await page.getByRole('button', { name: 'Do not strike it out' }).click();
  await page.getByRole('button', { name: 'Sign amendment 1…' }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/^PIN of/)
    .fill(DEMO_PIN);
  await page.getByRole('button', { name: 'Sign the amendment' }).click();
  await expect(page.getByRole('region', { name: 'Amendments' })).toContainText('Found in the notes');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Amendments' })).toContainText('The patient called.');
});
