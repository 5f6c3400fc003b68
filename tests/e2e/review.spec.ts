import type { Page } from '@playwright/test';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';

test.use({ opened: false });

const CLINICIAN = 'Dr Leila Sørensen';

async function goToReview(app: RunningApp, page: Page, name: string, who: string) {
  const api = await app.api(CLINICIAN, DEMO_PIN);
  const [patient] = await api.patients.search.query({ text: name, limit: 1 });
  const patientId = patient?.id ?? '';
  const { cases } = await api.patients.get.query({ patientId });
  const caseId = cases[0]?.id;
  if (!caseId) throw new Error('no case');
  await signInAt(page, `${app.origin}/patients/${patientId}/cases/${caseId}/review`, who);
  await page.getByRole('heading', { name: 'Review', exact: true }).waitFor();
  return {
    reviews: async () => (await api.reviews.get.query({ caseId })).reviews,
    draft: () => api.reviews.draft.query({ caseId }),
  };
}

const part = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Part of the review' }).getByRole('radio', { name });
const choice = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true });

test('a clinician judges a review in all its parts; a reload loses nothing, and it is there to be read again', async ({
  app,
  page,
}) => {
  const { reviews, draft } = await goToReview(app, page, 'Bauer', CLINICIAN);
  const before = (await reviews()).length;
  const save = page.getByRole('button', { name: 'Save review' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');

  // By keyboard: a vein, its response, a grade, the next vein.
  await page.getByRole('button', { name: /^R1/ }).click();
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('b');
  await page.keyboard.press('m');
  await expect(choice(page, 'Response of R1', 'Cleared')).toBeChecked();
  await expect(choice(page, 'Matting of R2', 'Mild')).toBeChecked();
  await choice(page, 'Ulcer of R2', 'Moderate').check();

  // What remains: laser for the telangiectasia under 1 mm, and its source.
  await part(page, /^What remains/).check();
  await expect(page.getByText(/Laser is offered for telangiectasias under 1 mm/)).toBeVisible();
  await choice(page, 'What becomes of R2', 'Rest').check();
  await expect(save).toHaveAccessibleDescription('Say until when the veins rest');
  await choice(page, 'Rest until', '2 months').check();

  await part(page, /^Overall/).check();
  await expect(page.getByText(/^Most patients: 50–80/)).toBeVisible();
  await choice(page, 'Improvement over all', '70 %').check();
  await expect(page.getByText(/as most patients have, 50–80/)).toBeVisible();
  await choice(page, 'Satisfaction', 'Very satisfied').check();
  const note = page.getByLabel('Note');
  await note.fill('looks well');

  // The core has it: the page can be loaded again.
  await expect.poll(async () => (await draft())?.note).toBe('looks well');
  await page.reload();
  await part(page, /^Overall/).check();
  await expect(note).toHaveValue('looks well');
  await expect(part(page, /^Veins 2\//)).toBeVisible();
  await save.click();
  await expect(page.getByRole('status').filter({ hasText: /Saved \d\d:\d\d/ })).toBeVisible();
  const [newest] = await reviews();
  expect(await reviews()).toHaveLength(before + 1);
  expect(newest).toMatchObject({
    improvementPercent: 70,
    satisfaction: 'very-satisfied',
    note: 'looks well',
  });
  const rated = newest?.responses.map(
    ({ response, matting, ulcer, disposition }) =>
      `${response} ${String(matting)} ${String(ulcer)} ${disposition ?? '-'}`,
  );
  expect(rated?.toSorted()).toEqual(['better 1 2 rest', 'cleared 0 0 -']);

  // Read again, and put right: both are kept.
  await part(page, /^Course/).check();
  await page.getByRole('region', { name: 'Course' }).getByRole('button', { name: 'Review' }).last().click();
  await part(page, /^Veins/).check();
  await expect(choice(page, 'Response of R1', 'Cleared')).toBeChecked();
  await page.getByRole('button', { name: 'Correct this review' }).click();
  await page.getByLabel('What was wrong').fill('R1 was not gone');
  await choice(page, 'Response of R1', 'Better').check();
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('button', { name: 'Save review' })).toBeVisible();
  expect(await reviews()).toHaveLength(before + 2);
});

test('a nurse reads reviews and is told who writes them', async ({ app, page }) => {
  await goToReview(app, page, 'Bauer', 'Tom Brandt');
  await expect(page.getByText(/^To read only\. For a /)).toBeVisible();
  await expect(
    page.getByRole('radiogroup', { name: 'Response of R1' }).getByRole('radio').first(),
  ).toBeDisabled();
});

test('the statistics of the response lead from a number to its veins', async ({ app, page }) => {
  await signInAt(page, `${app.origin}/clinic/response`, CLINICIAN);
  await expect(page.getByText(/no advice/)).toBeVisible();
  const all = page.getByRole('row', { name: /^All veins/ });
  await all.getByRole('button', { name: /cleared/ }).click();
  const list = page.getByRole('region', { name: 'Veins behind the number' });
  await list.getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Review', exact: true }).waitFor();
});
