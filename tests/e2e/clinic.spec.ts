import { expect, signIn, test } from '../support/app.ts';

test.use({ actionTimeout: 15_000 });

test('a reaction is followed to its end, a patient told of a recall, and the overrides of a month read', async ({
  page,
}) => {
  await signIn(page, 'Dr Ines Okafor');
  await page.getByRole('link', { name: 'Clinic' }).click();
  const tabs = page.getByRole('navigation', { name: 'Clinic' });

  await tabs.getByRole('link', { name: 'Complications' }).click();
  await page
    .getByRole('group', { name: 'By kind' })
    .getByRole('button', { name: /Local reaction/ })
    .click();
  await page.getByRole('button', { name: /REYES, Carmen/ }).focus();
  await page.getByRole('button', { name: 'Follow its course' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'No', exact: true }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const entry = page.getByRole('region', { name: 'Local reaction' });
  await expect(entry.getByText('Ongoing').first()).toBeVisible();
  await entry.getByRole('button', { name: 'Add to the course' }).click();
  await entry.getByLabel('How it stands').selectOption('Resolved');
  await entry.getByLabel('Note').fill('Gone the same day');
  await entry.getByRole('button', { name: 'Save' }).click();
  await expect(entry.getByText('Gone the same day')).toBeVisible();
  await expect(page.getByRole('row', { name: /REYES/ })).toContainText('Resolved');

  await tabs.getByRole('link', { name: 'Recall' }).click();
  await page
    .getByRole('navigation', { name: 'Lots' })
    .getByRole('link', { name: /P3907E/ })
    .click();
  await expect(page.getByText('2 of 3 told').first()).toBeVisible();
  await page.getByRole('button', { name: 'Told today' }).click();
  await expect(page.getByText('3 of 3 told').first()).toBeVisible();

  await tabs.getByRole('link', { name: 'Overrides' }).click();
  await expect(page.getByRole('region', { name: 'Overrides' })).toBeVisible();
});
