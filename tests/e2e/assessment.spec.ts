import type { Page } from '@playwright/test';
import type { ApiClient } from '../support/api-client.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import { patientNamed } from '../support/patients.ts';
import type { RunningApp } from '../support/running-app.ts';
import { isSaved } from '../support/walks.ts';

test.use({ opened: false, actionTimeout: 15_000 });

const SURGEON = 'Dr Ines Okafor';

/** Opens the assessment of somebody who has none yet. */
async function openAssessment(app: RunningApp, page: Page, who = SURGEON) {
  const api = await app.api(SURGEON, DEMO_PIN);
  const { id } = await patientNamed(api, 'Tanaka');
  const [first] = (await api.patients.get.query({ patientId: id })).cases;
  if (!first) throw new Error('no case');
  await signInAt(page, `${app.origin}/patients/${id}/cases/${first.id}/assess`, who);
  return { api, caseId: first.id };
}

async function questionOf(api: ApiClient, caseId: string, wanted: 'absolute' | 'relative') {
  const { profile } = await api.plan.get.query({ caseId });
  const question = profile.contraindications.find(({ grade }) => grade === wanted);
  if (!question) throw new Error(`no ${wanted} contraindication`);
  return question.text;
}

const answers = (page: Page, text: string) => page.getByRole('radiogroup', { name: text, exact: true });
const answer = (page: Page, text: string, as: 'Yes' | 'No') =>
  answers(page, text).getByRole('radio', { name: as });
const save = (page: Page) => page.getByRole('button', { name: 'Save assessment' });

test('an absolute contraindication says that the patient is not treated', async ({ app, page }) => {
  const { api, caseId } = await openAssessment(app, page);
  const absolute = await questionOf(api, caseId, 'absolute');
  await answer(page, absolute, 'Yes').check();
  await expect(page.getByText('Not treated while this is so.')).toBeVisible();
  await expect(page.getByText('Not treated: 1 absolute contraindication')).toBeVisible();
  await page.getByRole('button', { name: 'No to all that are left' }).click();
  await expect(page.getByText(/questions? not answered/)).toHaveCount(0);
  await expect(answer(page, absolute, 'Yes')).toBeChecked();
  await expect(page.getByText('May be treated', { exact: true })).toHaveCount(0);
  await save(page).click();
  await isSaved(page);
  await page.reload();
  await expect(page.getByText('Not treated: 1 absolute contraindication')).toBeVisible();
  await answer(page, absolute, 'No').check();
  await expect(page.getByText('May be treated', { exact: true })).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeVisible();
});

test('a relative one is accepted with a reason; all is there after a reload', async ({ app, page }) => {
  const { api, caseId } = await openAssessment(app, page);
  const relative = await questionOf(api, caseId, 'relative');
  await answer(page, relative, 'Yes').check();
  await page.getByRole('button', { name: 'No to all that are left' }).click();
  await expect(page.getByText('1 relative contraindication to accept')).toBeVisible();
  const reason = page.getByLabel('Treat all the same, because');
  await reason.fill('ok');
  await expect(reason).toHaveAccessibleDescription(/Write a few words why/);
  await expect(save(page)).toHaveAccessibleDescription('Mend the marked reason first');
  await reason.fill('Discussed with her, low dose');
  await expect(page.getByText('May be treated', { exact: true })).toBeVisible();

  await page.getByRole('combobox', { name: 'CEAP clinical class' }).first().click();
  await page.getByRole('option', { name: 'C1', exact: true }).click();
  await page
    .getByRole('radiogroup', { name: /^Symptoms, right/i })
    .getByRole('radio', { name: 'Yes' })
    .check();
  await page.getByRole('button', { name: 'VCSS: score it' }).first().click();
  await page
    .getByRole('radiogroup', { name: /^Pain, right/i })
    .getByRole('radio', { name: '2' })
    .check();
  await page.getByRole('radio', { name: 'III', exact: true }).check();
  await page.getByRole('textbox', { name: 'Earlier treatment' }).fill('Laser in 2019');

  await save(page).click();
  await isSaved(page);
  await page.reload();
  await expect(reason).toHaveValue('Discussed with her, low dose');
  await expect(page.getByText('May be treated', { exact: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'CEAP clinical class' }).first()).toHaveValue('C1');
  await expect(page.getByText('VCSS 2 of 30')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'III', exact: true })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Earlier treatment' })).toHaveValue('Laser in 2019');
  await expect(page.getByText(`last by ${SURGEON}`)).toBeVisible();
});

test('what is filled in survives a look at the map and a failed save', async ({ app, page }) => {
  const { api, caseId } = await openAssessment(app, page);
  const absolute = await questionOf(api, caseId, 'absolute');
  await answer(page, absolute, 'No').check();
  await page.getByRole('link', { name: 'Map' }).click();
  await page.getByRole('application').waitFor();
  await page.getByRole('link', { name: 'Assess' }).click();
  await expect(answer(page, absolute, 'No')).toBeChecked();
  await page.route('**/cases.saveAssessment*', (route) => route.abort());
  await save(page).click();
  await expect(page.getByRole('status').filter({ hasText: 'Not saved: ' })).toBeVisible();
  await expect(answer(page, absolute, 'No')).toBeChecked();
  await page.unroute('**/cases.saveAssessment*');
  await save(page).click();
  await isSaved(page);
});

test('a nurse reads it, cannot change it, and learns who can', async ({ app, page }) => {
  const { api, caseId } = await openAssessment(app, page, 'Rita Silva');
  const absolute = await questionOf(api, caseId, 'absolute');
  await expect(answer(page, absolute, 'Yes')).toBeDisabled();
  await expect(save(page)).toHaveAccessibleDescription('For a surgeon');
  await expect(page.getByRole('button', { name: 'No to all that are left' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Earlier treatment' })).not.toBeEditable();
  await save(page).click({ force: true });
  expect((await api.cases.assessment.query({ caseId })).assessment).toBeNull();
});

test('consent is recorded with its form and day, and not for a day to come', async ({ app, page }) => {
  await openAssessment(app, page);
  await expect(page.getByText('No consent on record')).toBeVisible();
  await page.getByRole('button', { name: 'Record consent' }).click();
  await page.getByLabel('Signed on').fill('31.12.2099');
  await page.getByRole('button', { name: 'Record consent' }).click();
  await expect(page.getByLabel('Signed on')).toHaveAccessibleDescription(/This lies in the future/);
  await page.getByLabel('Signed on').fill('2.1.2026');
  await page.getByRole('button', { name: 'Record consent' }).click();
  await expect(page.getByText('Microsclerotherapy, polidocanol, 2 Jan 2026')).toBeVisible();
  await expect(page.getByText(`recorded by ${SURGEON}`)).toBeVisible();
});
