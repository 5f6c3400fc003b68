import type { Page } from '@playwright/test';
import { instantOf } from '../../shared/kernel/time.ts';
import { systemSurroundings } from '../../electron/system-surroundings.ts';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import { startApp } from '../support/running-app.ts';
import { lock } from '../support/walks.ts';

const tile = (page: Page, name: string) =>
  page.getByRole('group', { name: 'People' }).getByRole('button', { name });
const pad = (page: Page) => page.getByRole('complementary', { name: 'PIN' });
const entered = (page: Page, count: number) =>
  expect(pad(page).getByRole('status')).toHaveAccessibleName(`${String(count)} digits entered`);

test('a wrong PIN says how long to wait, and after the wait the right one works', async ({
  context,
  demoFolder,
}) => {
  let aheadMs = 0;
  const app = await startApp({
    demo: true,
    from: demoFolder,
    surroundings: { ...systemSurroundings, now: () => instantOf(Date.now() + aheadMs) },
  });
  try {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(app.startUrl);
    await tile(page, 'Tom Brandt').click();
    const pass = async (seconds: number) => {
      aheadMs += seconds * 1000;
      await page.clock.fastForward(seconds * 1000);
      await expect(pad(page).getByRole('timer')).toHaveCount(0);
    };
    const wrong = async () => {
      await page.keyboard.type('9999');
      await page.keyboard.press('Enter');
      await expect(pad(page).getByRole('alert')).toContainText('That PIN is not right.');
      await expect(pad(page).getByRole('timer')).toBeVisible();
      await entered(page, 0);
    };
    await wrong();
    await pass(2);
    await wrong();
    await pass(3);
    await wrong();
    await expect(pad(page).getByRole('timer')).toHaveText(/^Wait [1-4] seconds?$/);
    await page.keyboard.type(DEMO_PIN);
    await entered(page, 0);
    await expect(pad(page).getByRole('button', { name: 'Sign in' })).toHaveAccessibleDescription(/^Wait/);

    await pass(5);
    await expect(pad(page).getByRole('alert')).toHaveText('That PIN is not right. Try again.');
    await page.keyboard.type(DEMO_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('banner')).toContainText('Tom Brandt');
  } finally {
    await app.stop();
  }
});

test('the PIN is typed with the number keys or tapped, and can be mended', async ({ page }) => {
  await page.keyboard.type('12');
  await entered(page, 0);
  await tile(page, 'Rita Silva').click();
  await page.keyboard.type('129');
  await page.keyboard.press('Backspace');
  await entered(page, 2);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'People' })).toBeVisible();
  await page.keyboard.press('Escape');
  await entered(page, 0);
  for (const digit of DEMO_PIN) await pad(page).getByRole('button', { name: digit, exact: true }).click();
  await entered(page, 4);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner')).toContainText('Rita Silva');
});

async function halfTypedPatient(page: Page): Promise<void> {
  await signIn(page, 'Rita Silva');
  await page.getByRole('button', { name: 'New patient' }).click();
  await page.getByLabel(/^Record number/).fill('DC-77');
  await page.getByLabel(/^Family name/).fill('Half');
}

test('unlocking returns to the work as it was, also to a form half filled in', async ({ page }) => {
  await halfTypedPatient(page);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(tile(page, 'Rita Silva')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('textbox', { name: /^Family name/ })).toHaveCount(0);
  await page.keyboard.type(DEMO_PIN);
  await pad(page).getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByLabel(/^Family name/)).toHaveValue('Half');
  await expect(page.getByLabel(/^Record number/)).toHaveValue('DC-77');
  await expect(page).toHaveURL(/\/patients\/new$/);
});

test('a dialog half filled in lies behind the lock and comes back', async ({ page }) => {
  await signIn(page, 'Anne Hale');
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('dialog').getByLabel(/^Name/).fill('Jo Ma');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel(/^Name/)).toHaveValue('Jo Ma');
});

test('somebody else starts from Today, with nothing of what was there', async ({ page }) => {
  await halfTypedPatient(page);
  await lock(page);
  await tile(page, 'Tom Brandt').click();
  await expect(pad(page).getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole('banner')).toContainText('Tom Brandt');
  await page.getByRole('button', { name: 'New patient' }).click();
  await expect(page.getByLabel(/^Family name/)).toHaveValue('');
});

test('somebody else goes on at the screen by PIN, with the page as it was, and back again', async ({
  page,
}) => {
  await halfTypedPatient(page);
  const bar = page.getByRole('banner');
  const dialog = page.getByRole('dialog', { name: 'Who goes on here?' });
  await bar.getByRole('button', { name: /Rita Silva/ }).click();
  await expect(tile(page, 'Rita Silva')).toHaveCount(0);
  await tile(page, 'Dr Leila Sørensen').click();
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(pad(page).getByRole('alert')).toContainText('That PIN is not right.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(bar.getByRole('button', { name: /Rita Silva/ })).toBeFocused();

  await bar.getByRole('button', { name: /Rita Silva/ }).click();
  await tile(page, 'Anne Hale').click();
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(bar).toContainText('Anne Hale');
  await expect(page.getByText('Anne Hale works here now.')).toBeAttached();
  await expect(page).toHaveURL(/\/patients\/new$/);
  await expect(page.getByLabel(/^Family name/)).toHaveValue('Half');
  // What she may not do says so.
  await expect(page.getByRole('button', { name: 'Create patient' })).toHaveAccessibleDescription(
    'For a surgeon or nurse',
  );

  await page.getByRole('link', { name: 'Setup' }).click();
  await expect(page.getByRole('row', { name: /Dr Leila Sørensen/ })).toContainText('1 wrong PIN in a row');
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText(/Took over at a screen.*from\s*Rita Silva/);
  await expect(page.getByRole('row').nth(2)).toContainText(/Wrong PIN.*to take over at a screen/);
});

test('locks by itself after a while without input, and warns before', async ({ app, page }) => {
  await signIn(page, 'Rita Silva');
  const { lockAfterMinutes } = await (await app.api('Rita Silva', DEMO_PIN)).clinic.status.query();
  await page.clock.install();
  await page.reload();
  await page.getByRole('link', { name: 'Today' }).hover();
  await page.clock.fastForward(lockAfterMinutes * 60_000 - 20_000);
  await expect(page.getByRole('alert')).toContainText(/locks in \d+ s/);
  // Any input will do: the warning is gone before a pointer has reached its button.
  await page.mouse.move(400, 400);
  await expect(page.getByText(/locks in/)).toHaveCount(0);
  await page.clock.fastForward(lockAfterMinutes * 60_000 + 2_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
});
