import type { Page } from '@playwright/test';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import { patientNamed } from '../support/patients.ts';
import type { RunningApp } from '../support/running-app.ts';

const OWNER = { name: 'Dr Vera Lund', pin: '246813' };

test.use({ clinic: 'empty', actionTimeout: 30_000 });

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const setUp = (page: Page) => page.getByRole('button', { name: 'Set up the clinic' });

async function fillIn(page: Page): Promise<void> {
  await field(page, 'Name of the clinic').fill('Harbour clinic');
  await field(page, 'Your name').fill(OWNER.name);
  await page.getByLabel('PIN', { exact: true }).fill(OWNER.pin);
  await page.getByLabel('PIN once more').fill(OWNER.pin);
}

test('says at each field what is wrong, and keeps what was typed', async ({ page }) => {
  const name = field(page, 'Name of the clinic');
  await setUp(page).click();
  await expect(name).toHaveAccessibleDescription(/This is needed/);
  await expect(field(page, 'Your name')).toHaveAccessibleDescription(/This is needed/);
  await expect(name).toBeFocused();
  await expect(page.getByText('A PIN has four to eight digits.')).toBeVisible();

  await fillIn(page);
  await expect(page.getByText('This is needed.')).toHaveCount(0);
  await page.getByLabel('PIN', { exact: true }).fill('12a4');
  await expect(page.getByLabel('PIN', { exact: true })).toHaveValue('124');
  await setUp(page).click();
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  await page.getByLabel('PIN', { exact: true }).fill('13579');
  await expect(page.getByText('The two PINs differ.')).toBeVisible();
  await page.getByLabel('PIN', { exact: true }).fill(OWNER.pin);
  await expect(name).toHaveValue('Harbour clinic');
  await setUp(page).click();

  await signIn(page, OWNER.name, OWNER.pin);
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole('banner')).toContainText('Administrator');
});

test('a failure on the way to the program loses nothing of the form', async ({ page }) => {
  await fillIn(page);
  await page.route('**/clinic.setUp*', (route) => route.abort());
  await setUp(page).click();
  await expect(page.getByRole('alert')).toContainText('The program did not answer.');
  await expect(field(page, 'Your name')).toHaveValue(OWNER.name);
  await page.unroute('**/clinic.setUp*');
  await setUp(page).click();
  await page.getByRole('group', { name: 'People' }).waitFor();
});

/** The demo of today has been made before, so that opening it is quick. */
const bringDemo = (app: RunningApp, demoFolder: string) =>
  cp(join(demoFolder, 'demo'), join(app.folder, 'demo'), { recursive: true, preserveTimestamps: true });

test('the demo clinic is opened and left again before anything is set up', async ({
  app,
  demoFolder,
  page,
}) => {
  await bringDemo(app, demoFolder);
  await page.getByRole('button', { name: 'Open demo' }).click();
  await signIn(page, 'Rita Silva');
  await expect(page.getByRole('banner')).toContainText(/demo/i);
  await page.getByRole('button', { name: /^Lock/ }).click();
  await page.getByRole('button', { name: 'Leave demo' }).click();
  await expect(setUp(page)).toBeVisible();
});

test('the demo clinic and the own records know nothing of each other', async ({ app, demoFolder, page }) => {
  await bringDemo(app, demoFolder);
  await fillIn(page);
  await page.getByRole('checkbox', { name: /^Surgeon/ }).check();
  await setUp(page).click();
  await signIn(page, OWNER.name, OWNER.pin);
  await page.getByRole('button', { name: 'New patient' }).click();
  await page.getByLabel(/^Family name/).fill('Winter');
  await page.getByLabel(/^Given name/).fill('Ada');
  await page.getByLabel(/^Date of birth/).fill('14.03.1981');
  await page.getByLabel(/^Record number/).fill('HC-0001');
  await page.getByRole('radio', { name: 'Female', exact: true }).check();
  await page.getByRole('button', { name: 'Create patient' }).click();
  await expect(page.getByRole('group', { name: 'Patient' })).toContainText('WINTER, Ada');
  const own = await app.api(OWNER.name, OWNER.pin);
  const before = await own.patients.search.query({ text: '19', limit: 50 });

  await page.getByRole('button', { name: /^Lock/ }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Open demo' }).click();
  await signIn(page, 'Rita Silva');
  await expect(page).toHaveURL(/\/today$/);
  const demo = await app.api('Rita Silva', DEMO_PIN);
  expect(await demo.patients.search.query({ text: 'Winter', limit: 5 })).toEqual([]);
  await patientNamed(demo, 'Tanaka');

  await page.getByRole('button', { name: /^Lock/ }).click();
  await page.getByRole('button', { name: 'Leave demo' }).click();
  await expect(page.getByRole('group', { name: 'People' }).getByRole('button')).toHaveCount(1);
  await signIn(page, OWNER.name, OWNER.pin);
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole('banner')).not.toContainText(/demo/i);
  const again = await app.api(OWNER.name, OWNER.pin);
  expect(await again.patients.search.query({ text: 'Tanaka', limit: 5 })).toEqual([]);
  expect(await again.patients.search.query({ text: '19', limit: 50 })).toEqual(before);
  expect((await patientNamed(again, 'Winter')).recordNumber).toBe('HC-0001');
});
