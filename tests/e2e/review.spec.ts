import type { Page } from '@playwright/test';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';

const CLINICIAN = 'Dr Leila Sørensen';

async function goToReview(app: RunningApp, page: Page, name: string, who: string) {
  const api = await app.api(CLINICIAN, DEMO_PIN);
  const [patient] = await api.patients.search.query({ text: name, limit: 1 });
  const patientId = patient?.id ?? '';
  const { cases } = await api.patients.get.query({ patientId });
  const caseId = cases[0]?.id;
  if (!caseId) throw new Error('no case');
  await signIn(page, who);
  await page.goto(`${app.origin}/patients/${patientId}/cases/${caseId}/review`);
  await page.getByRole('heading', { name: 'Review', exact: true }).waitFor();
  return async () => (await api.reviews.get.query({ caseId })).reviews;
}

test('a clinician rates veins, and the review is there to be read again', async ({ app, page }) => {
  const reviews = await goToReview(app, page, 'Bauer', CLINICIAN);
  const before = (await reviews()).length;
  const save = page.getByRole('button', { name: 'Save review' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await page
    .getByRole('radiogroup', { name: 'Response of R1' })
    .getByRole('radio', { name: 'Cleared' })
    .check();
  await page
    .getByRole('radiogroup', { name: 'Response of R2' })
    .getByRole('radio', { name: 'Better' })
    .check();
  const matting = page.getByRole('button', { name: /^matting of R2/ });
  await matting.click();
  await expect(matting).toHaveAccessibleName(/mild/);
  await page.getByLabel('Improvement').fill('70');
  await page
    .getByRole('radiogroup', { name: 'Satisfaction' })
    .getByRole('radio', { name: 'Very satisfied' })
    .check();
  await save.click();
  await expect(page.getByRole('status').filter({ hasText: /Saved \d\d:\d\d/ })).toBeVisible();
  const [newest] = await reviews();
  expect(await reviews()).toHaveLength(before + 1);
  expect(newest).toMatchObject({ improvementPercent: 70, satisfaction: 'very-satisfied' });
  const rated = newest?.responses.map(({ response, matting: grade }) => `${response} ${String(grade)}`);
  expect(rated?.toSorted()).toEqual(['better 1', 'cleared 0']);
  await page.reload();
  await page.getByRole('region', { name: 'Course' }).getByRole('button', { name: 'Review' }).last().click();
  await expect(page.getByRole('region', { name: 'Overall' })).toContainText('70 %');
  await expect(
    page.getByRole('radiogroup', { name: 'Response of R1' }).getByRole('radio', { checked: true }),
  ).toHaveAccessibleName('Cleared');
});

test('an improvement that is no percentage is not taken', async ({ app, page }) => {
  await goToReview(app, page, 'Bauer', CLINICIAN);
  await page.getByRole('radiogroup', { name: 'Response of R1' }).getByRole('radio', { name: 'Same' }).check();
  await page.getByLabel('Improvement').fill('120');
  const save = page.getByRole('button', { name: 'Save review' });
  await expect(save).toHaveAccessibleDescription('Improvement is a whole number from 0 to 100');
});

test('a nurse reads reviews and is told who writes them', async ({ app, page }) => {
  await goToReview(app, page, 'Bauer', 'Tom Brandt');
  await expect(page.getByText(/^To read only\. For a /)).toBeVisible();
  await expect(
    page.getByRole('radiogroup', { name: 'Response of R1' }).getByRole('radio').first(),
  ).toBeDisabled();
});
