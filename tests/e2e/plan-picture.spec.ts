import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { demoPlaces } from '../../build/screenshot-places.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';

test.use({ opened: false });

test('the plan is set on one page for the patient, saved, and printed as one sheet', async ({
  app,
  page,
}) => {
  const at = await demoPlaces(await app.api('Dr Ines Okafor', DEMO_PIN));
  await signInAt(page, `${app.origin}${at.page('Lindqvist', 'plan')}`, 'Dr Ines Okafor');
  await page.getByRole('button', { name: 'Patient picture' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan on one page, for the patient' });
  await expect(dialog.getByRole('img', { name: /About 3 sessions in all/ })).toBeVisible();

  await dialog.getByRole('radio', { name: 'Colour' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Black and white' })).toBeChecked();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as PNG' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^DC-00417 plan \d{4}-\d\d-\d\d black-and-white\.png$/);
  const png = await readFile(await download.path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1654, 2339]);

  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
