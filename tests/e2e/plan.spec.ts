import type { Page } from '@playwright/test';
import type { PlanView } from '../../shared/contract/plan.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { ApiClient } from '../support/api-client.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';
import { PLAN_MAP_TEXT } from '../../renderer/text/plan-map-text.ts';
import { isSaved, middleOf } from '../support/walks.ts';

test.use({ opened: false });

const SURGEON = 'Dr Ines Okafor';

interface OpenPlan {
  readonly api: ApiClient;
  readonly caseId: CaseId;
  readonly plan: () => Promise<NonNullable<PlanView['plan']>>;
}

/** The plan of a patient of the demo clinic. */
async function goToPlan(app: RunningApp, page: Page, name: string, who = SURGEON): Promise<OpenPlan> {
  const api = await app.api(SURGEON, DEMO_PIN);
  const [patient] = await api.patients.search.query({ text: name, limit: 1 });
  const patientId = patient?.id ?? '';
  const { cases } = await api.patients.get.query({ patientId });
  const caseId = cases[0]?.id;
  if (!caseId) throw new Error('no case');
  await signInAt(page, `${app.origin}/patients/${patientId}/cases/${caseId}/plan`, who);
  await page.getByRole('heading', { name: 'Plan', exact: true }).waitFor();
  return {
    api,
    caseId,
    plan: async () => {
      const { plan } = await api.plan.get.query({ caseId });
      if (!plan) throw new Error('nothing is planned');
      return plan;
    },
  };
}

const column = (page: Page, number: number) =>
  page.getByRole('region', { name: `Session ${String(number)}`, exact: true });
const card = (page: Page, label: string) => page.getByRole('button', { name: new RegExp(`^${label}\\s?,`) });

/** A plan for somebody mapped but not planned, and an empty second session. */
async function planFromScratch(app: RunningApp, page: Page): Promise<OpenPlan> {
  const open = await goToPlan(app, page, "O'Brien");
  await page.getByRole('button', { name: 'Accept plan' }).click();
  await isSaved(page);
  await page.getByRole('button', { name: 'Session', exact: true }).click();
  await expect(column(page, 2)).toBeVisible();
  await isSaved(page);
  return open;
}

test('the proposal stands beside the plan with its reasons, and is taken in part or whole', async ({
  app,
  page,
}) => {
  const open = await goToPlan(app, page, "O'Brien");
  const banner = page.getByRole('region', { name: 'Proposal', exact: true });
  await expect(banner.getByRole('heading')).toHaveText('session: fewest, proven');
  await banner.getByRole('button', { name: 'Compare (6)' }).click();
  const compare = page.getByRole('region', { name: 'The proposal beside the plan' });
  await expect(compare.getByRole('heading', { name: '6 veins would be elsewhere' })).toBeVisible();
  await compare.getByRole('checkbox', { name: /R1.*in no session yet/ }).uncheck();
  await compare.getByRole('button', { name: 'Accept 5 of 6' }).click();
  const unplanned = page.getByRole('region', { name: 'Not planned' });
  await expect(unplanned.getByRole('button', { name: /^R1\s?,/ })).toBeVisible();
  await isSaved(page);
  await banner.getByRole('button', { name: 'Accept plan' }).click();
  await isSaved(page);
  await expect(banner).toContainText('The plan follows it');
  await expect(banner).toContainText(/Done \d+ \w+ \d{4}, usually 50–80\s% better by/);
  const { items } = await open.plan();
  expect(items.every(({ sessionNumber }) => sessionNumber === 1)).toBe(true);
});

test('only what is still to come is proposed; sessions that took place are locked', async ({ app, page }) => {
  await goToPlan(app, page, 'Lindqvist');
  const banner = page.getByRole('region', { name: 'Proposal', exact: true });
  await expect(banner.getByRole('heading')).toHaveText('more session: fewest, proven');
  await expect(page.getByRole('region', { name: 'Bars' })).toContainText('not as proposed');
  await expect(card(page, 'L3')).toHaveAccessibleName(/, not as proposed/);
  await expect(column(page, 1)).toContainText('done, signed');
  await expect(column(page, 1)).toContainText(/given 8\.2\smL · 59\.0\smg/);
  await expect(page.getByLabel('Date of session 1')).toHaveCount(0);
  await expect(page.getByLabel('Date of session 3')).toHaveCount(1);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(page.getByRole('group', { name: PLAN_MAP_TEXT.emphasise })).toBeVisible();
});

test('Escape lets go of a vein that is being dragged; dropped in another session it is there after a reload', async ({
  app,
  page,
}) => {
  await planFromScratch(app, page);
  const [x, y] = await middleOf(card(page, 'R2'));
  const [toX, toY] = await middleOf(column(page, 2));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(toX, toY, { steps: 6 });
  await expect(page.locator('[data-dragged]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-dragged]')).toHaveCount(0);
  await page.mouse.up();
  await expect(column(page, 1).getByRole('button', { name: /^R2\s?,/ })).toBeVisible();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 5 });
  await page.mouse.move(toX, toY, { steps: 5 });
  await page.mouse.up();
  await expect(column(page, 2).getByRole('button', { name: /^R2\s?,/ })).toBeVisible();
  await isSaved(page);
  await page.reload();
  await expect(column(page, 2).getByRole('button', { name: /^R2\s?,/ })).toBeVisible();
});

test('the keyboard moves a vein, and the focus stays on it', async ({ app, page }) => {
  await planFromScratch(app, page);
  await card(page, 'R6').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(column(page, 2).getByRole('button', { name: /^R6\s?,/ })).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  const unplanned = page.getByRole('region', { name: 'Not planned' });
  await expect(unplanned.getByRole('button', { name: /^R6\s?,/ })).toBeFocused();
  await isSaved(page);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a vein is dragged by its grip', async ({ app, page }) => {
    await planFromScratch(app, page);
    await card(page, 'R6').scrollIntoViewIfNeeded();
    const grip = await card(page, 'R6').locator('[data-grip]').boundingBox();
    const [toX, toY] = await middleOf(column(page, 2));
    if (!grip) throw new Error('no grip');
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
    await send('touchStart', x, y);
    for (const part of [0.2, 0.4, 0.6, 0.8, 1]) {
      await send('touchMove', x + (toX - x) * part, y + (toY - y) * part);
    }
    await send('touchEnd', toX, toY);
    await expect(column(page, 2).getByRole('button', { name: /^R6\s?,/ })).toBeVisible();
  });
});

test('undo and redo are saved like any other change', async ({ app, page }) => {
  const open = await planFromScratch(app, page);
  await page.keyboard.press('Control+z');
  await expect(column(page, 2)).toHaveCount(0);
  await isSaved(page);
  expect((await open.plan()).sessions).toHaveLength(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(column(page, 2)).toBeVisible();
  await isSaved(page);
  expect((await open.plan()).sessions).toHaveLength(2);
});

test('a dose is changed with a comma, the difference is marked, and the limit shown at once', async ({
  app,
  page,
}) => {
  const open = await planFromScratch(app, page);
  await card(page, 'R1').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('mL in each').fill('0,2');
  await dialog.getByRole('button', { name: 'Save the dose' }).click();
  await expect(card(page, 'R1')).toHaveAccessibleName(/0\.2\smL of 1\s%.*not as proposed/);
  await isSaved(page);
  expect((await open.plan()).items.some(({ volumePerPunctureUl }) => volumePerPunctureUl === 200)).toBe(true);
  await card(page, 'R1').click();
  await page.getByRole('dialog').getByLabel('mL in each').fill('3');
  await expect(page.getByRole('dialog')).toContainText('is ten times the 0.3');
  await page.getByRole('dialog').getByRole('button', { name: 'Save it all the same' }).click();
  await expect(column(page, 1).getByRole('alert')).toContainText('Over the limit: Volume');
});

test('a surgeon sets a limit tighter for one session, and the proposal keeps to it', async ({
  app,
  page,
}) => {
  const open = await planFromScratch(app, page);
  const first = column(page, 1);
  await first.getByRole('button', { name: 'Volume', exact: true }).click();
  await first.getByRole('button', { name: 'Tighter for this session' }).first().click();
  await first.getByLabel(/Limit of session 1/).fill('5,0');
  await first.getByRole('button', { name: 'Set it' }).click();
  await expect(first.getByRole('meter', { name: /Volume/ })).toHaveAttribute('aria-valuetext', /of 5\.0 mL/);
  await expect(first).toContainText(`Tighter, by ${SURGEON}`);
  await isSaved(page);
  expect((await open.plan()).sessions.find(({ number }) => number === 1)?.tighterCaps).toEqual([
    { limitId: 'session-volume', amount: 5_000 },
  ]);
  await expect(page.getByRole('region', { name: 'Proposal', exact: true }).getByRole('heading')).toHaveText(
    'sessions: fewest, proven',
  );
});

test('a feeder later than what it feeds is not saved, said in words, and taken back', async ({
  app,
  page,
}) => {
  const open = await planFromScratch(app, page);
  const { version } = await open.plan();
  await card(page, 'R1').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText('Its feeder R1 is planned later').first()).toBeVisible();
  const note = page.getByRole('alert').filter({ hasText: 'Not saved.' });
  await expect(note).toContainText('A feeder would come later than what it feeds: R1.');
  await note.getByRole('button', { name: 'Undo the change' }).click();
  await isSaved(page);
  await expect(note).toHaveCount(0);
  expect((await open.plan()).version).toBe(version + 1);
});

test('a plan that somebody else changed meanwhile is not overwritten', async ({ app, page }) => {
  // Without news of changes this window cannot know.
  await page.route('**/api/changes', (route) => route.abort());
  const open = await planFromScratch(app, page);
  const { version, sessions, items } = await open.plan();
  await open.api.plan.save.mutate({
    caseId: open.caseId,
    baseVersion: version,
    sessions: sessions.map((session) => ({ ...session, atTime: '10:30' })),
    items: items.map((each) => ({ ...each })),
  });
  await card(page, 'R6').focus();
  await page.keyboard.press('Alt+ArrowRight');
  const note = page.getByRole('alert').filter({ hasText: 'Somebody else changed the plan' });
  await note.getByRole('button', { name: 'Load the present plan' }).click();
  await expect(note).toHaveCount(0);
  await expect(column(page, 1).getByRole('button', { name: /^R6\s?,/ })).toBeVisible();
  expect((await open.plan()).version).toBe(version + 1);
});

test('a nurse reads the plan, and is told who may change it', async ({ app, page }) => {
  await goToPlan(app, page, 'Lindqvist', 'Tom Brandt');
  await expect(page.getByText('To read only. For a surgeon.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept plan' })).toHaveCount(0);
  await expect(page.getByLabel('Date of session 3')).toHaveCount(0);
});

test('a session gets its time of day, however it is written', async ({ app, page }) => {
  const open = await planFromScratch(app, page);
  const time = column(page, 2).getByLabel('Time of session 2');
  await time.fill('25:00');
  await time.press('Enter');
  await expect(time).toHaveAttribute('aria-invalid', 'true');
  await time.fill('930');
  await time.press('Enter');
  await expect(column(page, 2).getByLabel('Time of session 2')).toHaveValue('09:30');
  await isSaved(page);
  expect((await open.plan()).sessions.find(({ number }) => number === 2)?.atTime).toBe('09:30');
});
