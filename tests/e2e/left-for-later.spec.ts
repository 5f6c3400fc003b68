import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import { openSessionByApi } from '../support/session-by-api.ts';

test('a vein is left for later with one tap, and why with another one, if the nurse says why', async ({
  app,
  page,
}) => {
  const [surgeon, tom] = [await app.api('Dr Ines Okafor', DEMO_PIN), await app.api('Tom Brandt', DEMO_PIN)];
  const { path } = await openSessionByApi(surgeon, tom, {
    punctures: [2, 2, 2, 2],
    volumePerPunctureUl: 200,
  });
  await signIn(page, 'Tom Brandt');
  await page.goto(`${app.origin}${path}`);
  const veins = page.getByRole('region', { name: '1 Vein' });
  const left = page.getByRole('region', { name: 'Left for later' });
  const record = page.getByRole('button', { name: /^Record 0\.2 mL in/ });
  await veins.getByRole('button', { name: 'Leave L1 for later' }).click();
  await expect(record).toContainText('in L2');
  await expect(left.getByRole('button', { name: 'L1 why?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(left.getByRole('button', { name: 'Pain' })).toBeHidden();
  await expect(left.getByRole('button', { name: 'L1 why?' })).toBeVisible();
  await veins.getByRole('button', { name: 'Leave L2 for later' }).click();
  await left.getByRole('button', { name: 'Patient’s wish' }).click();
  await expect(left.getByRole('button', { name: 'L2 Patient’s wish' })).toBeVisible();
  await left.getByRole('button', { name: 'L1 why?' }).click();
  await left.getByRole('textbox', { name: 'Another reason for L1' }).fill('Under a plaster');
  await page.keyboard.press('Enter');
  await expect(left.getByRole('button', { name: 'L1 Under a plaster' })).toBeVisible();
  await page.reload();
  await left.getByRole('button', { name: 'L2 Patient’s wish' }).click();
  await left.getByRole('button', { name: 'Take up L2 again' }).click();
  await expect(record).toContainText('in L2');
  await expect(left.getByRole('button', { name: /^L2/ })).toBeHidden();
});
