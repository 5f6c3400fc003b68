import type { Page } from '@playwright/test';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';
import { isSaved } from '../support/walks.ts';

test.use({ opened: false });

const list = (page: Page) => page.getByRole('listbox', { name: 'Veins' });
const rows = (page: Page) => list(page).getByRole('option');
const views = (page: Page) => page.getByRole('radiogroup', { name: 'How many views' });

/** Opens the map of a patient of the demo clinic as a surgeon; gives the veins as they are in the database. */
async function openMap(app: RunningApp, page: Page, name: string) {
  const api = await app.api('Dr Ines Okafor', DEMO_PIN);
  const [patient] = await api.patients.search.query({ text: name, limit: 1 });
  const { cases } = await api.patients.get.query({ patientId: patient?.id ?? '' });
  const caseId: CaseId | undefined = cases[0]?.id;
  if (patient === undefined || caseId === undefined) throw new Error('the demo clinic has no such case');
  await signInAt(page, `${app.origin}/patients/${patient.id}/cases/${caseId}/map`, 'Dr Ines Okafor');
  await page.getByRole('application').waitFor();
  return async () => (await api.map.get.query({ caseId, onDate: null })).veins;
}

test('without a pointer a vein is added by figures, changed, and taken back', async ({ app, page }) => {
  const veins = await openMap(app, page, 'Lindqvist');
  const before = await veins();
  const count = await rows(page).count();
  await page.keyboard.press('a');
  await expect(page.getByLabel('Leg', { exact: true }).and(page.locator('select'))).toBeFocused();
  await page.getByLabel('View', { exact: true }).selectOption('Posterior');
  await page.getByLabel('Region').selectOption('Popliteal fossa');
  await page.getByLabel('Length mm').fill('900');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/There is room for \d+ mm here/)).toBeVisible();
  await page.getByLabel('Length mm').fill('60');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(count + 1);
  await expect(list(page)).toBeFocused();
  const added = list(page).getByRole('option', { selected: true });
  await expect(added).toContainText('Popliteal fossa');
  await expect(added).toContainText(/fossa(59|60|61)/);

  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kind')).toBeFocused();
  await page.getByText('Place and length').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Length mm').fill('40');
  await page.keyboard.press('Enter');
  await expect(added).toContainText(/fossa(39|40|41)/);
  await page.getByLabel('From lateral %').or(page.getByLabel('From medial %')).fill('30');
  await page.keyboard.press('Enter');
  await isSaved(page);
  await expect.poll(async () => (await veins()).length).toBe(before.length + 1);

  await list(page).focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(count);
  await expect.poll(veins).toEqual(before);

  await page.keyboard.press('Shift+A');
  await page.getByLabel('What', { exact: true }).selectOption('Distance');
  await page.getByLabel('On the patient mm').fill('200');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Marks' }).getByRole('option')).toContainText(
    'Measured 200 mm',
  );
  await expect(page.getByText(/Scale: measured 200 mm = \d\.\d\d × reference/)).toBeVisible();
});

test('the list sorts, filters and selects several; a common change is one step; no view switch touches it (C7c)', async ({
  app,
  page,
}) => {
  const veins = await openMap(app, page, 'Lindqvist');
  const before = await veins();
  const diameter = page.getByRole('columnheader', { name: 'ø mm' });
  await diameter.getByRole('button').press('Enter');
  await expect(diameter).toHaveAttribute('aria-sort', 'ascending');
  await diameter.getByRole('button').press('Enter');
  await expect(diameter).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('2.2');

  await page.getByRole('button', { name: 'Filter the list' }).press('Enter');
  await page.keyboard.type('web red');
  await expect(page.getByText(/^\d+ of \d+ shown/)).toBeVisible();
  const webs = await rows(page).count();
  expect(webs).toBeGreaterThan(1);
  await list(page).focus();
  await page.keyboard.press('Control+a');
  const several = page.getByRole('region', { name: 'Several veins' });
  await expect(several).toContainText(`${String(webs)} veins`);
  await several.getByLabel('Diameter mm').fill('0,9');
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: '0.9' })).toHaveCount(webs);

  await list(page).focus();
  await page.keyboard.press('Control+z');
  await expect(rows(page).filter({ hasText: '0.9' })).toHaveCount(0);
  for (const count of ['1', '2', '8', '4']) {
    await page.keyboard.press(count);
    await expect(views(page).getByRole('radio', { name: count })).toBeChecked();
  }
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page).filter({ hasText: '0.9' })).toHaveCount(webs);
  await page.keyboard.press('Control+z');
  await expect.poll(veins).toEqual(before);
});

test('layers are set by keyboard and kept; a view fills the screen and Escape goes back', async ({
  app,
  page,
}) => {
  await openMap(app, page, 'Lindqvist');
  const legend = page.getByRole('note', { name: 'Legend' });
  await expect(legend).toContainText('Injected');
  await page.getByRole('button', { name: /^Layers/ }).press('Enter');
  await page.getByRole('checkbox', { name: 'Injections' }).press(' ');
  await page.getByRole('slider', { name: 'Strength of Plan' }).press('Home');
  await page.keyboard.press('Escape');
  await expect(legend).not.toContainText('Injected');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Layers 5 of 6' })).toBeVisible();
  await expect(legend).not.toContainText('Injected');

  await page.getByRole('button', { name: 'Fill the screen with LEFT · Lateral' }).press('Enter');
  await expect(views(page).getByRole('radio', { name: '1' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(views(page).getByRole('radio', { name: '4' })).toBeChecked();
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 1366, height: 700 } });

  test('every tool and every part of the bar is there (C21)', async ({ app, page }) => {
    await openMap(app, page, 'Lindqvist');
    await rows(page).first().click();
    const canvas = await page.getByRole('application').boundingBox();
    const bottom = (canvas?.y ?? 0) + (canvas?.height ?? 0);
    const tools = page.getByRole('toolbar', { name: 'Tools' }).getByRole('button');
    expect(await tools.count()).toBe(11);
    for (const tool of await tools.all()) {
      const box = await tool.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(36);
      expect((box?.y ?? 0) + (box?.height ?? bottom)).toBeLessThanOrEqual(bottom);
    }
    for (const part of await page.locator('main header').first().locator('button, select, label').all()) {
      const box = await part.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 2000)).toBeLessThanOrEqual(1366);
    }
    await expect(rows(page).nth(2)).toBeInViewport();
    await expect(page.getByLabel('Diameter mm')).toBeInViewport();
  });
});
