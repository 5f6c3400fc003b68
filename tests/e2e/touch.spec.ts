import type { Locator, Page } from '@playwright/test';
import { DEMO_PIN, expect, test } from '../support/app.ts';

test.use({ hasTouch: true, actionTimeout: 20_000 });

/** A finger that counts its taps: so many each stage may take, and no more. */
function countingFinger() {
  let taps = 0;
  return {
    tap: async (target: Locator) => {
      taps += 1;
      await target.tap();
    },
    /** The taps since the last time that this was asked. */
    taken: () => {
      const taken = taps;
      taps = 0;
      return taken;
    },
  };
}

type Finger = ReturnType<typeof countingFinger>;

const ledger = (page: Page) => page.getByRole('region', { name: 'Recorded injections' });
const recordButton = (page: Page, what: string) =>
  page.getByRole('button', { name: new RegExp(`^Record ${what}`) });

async function signIn(page: Page, { tap }: Finger): Promise<void> {
  await tap(page.getByRole('button', { name: 'Rita Silva' }));
  const pad = page.getByRole('complementary', { name: 'PIN' });
  for (const digit of DEMO_PIN) await tap(pad.getByRole('button', { name: digit, exact: true }));
  await tap(pad.getByRole('button', { name: 'Sign in' }));
  await page.getByRole('group', { name: 'People' }).waitFor({ state: 'detached' });
}

async function check(page: Page, { tap }: Finger): Promise<void> {
  await tap(page.getByRole('button', { name: 'The patient said this name and birth date' }));
  await tap(page.getByRole('button', { name: 'RIGHT', exact: true }));
  await tap(page.getByRole('button', { name: /^Weighed: still/ }));
  await tap(page.getByRole('button', { name: /^All \d+ asked.*: no change$/ }));
  await tap(page.getByRole('button', { name: /^Open session 3/ }));
  await page.getByText('Nothing recorded yet.').waitFor();
}

async function takeBox(page: Page, { tap }: Finger): Promise<void> {
  await tap(page.getByRole('region', { name: '3 Check and record' }).getByRole('button').first());
  const dialog = page.getByRole('dialog');
  await tap(dialog.getByRole('button', { name: /P4506D/ }));
  await tap(dialog.getByRole('button', { name: 'Open box P4506D' }));
  await expect(page.getByRole('region', { name: 'Syringe in hand' })).toContainText('P4506D');
}

/** So many are in the record, struck-out ones left out: the newest row is there only once the core has answered. */
async function counts(page: Page, standing: number, rows: number): Promise<void> {
  await expect(ledger(page)).toContainText(new RegExp(`${String(standing)} injections?`));
  await expect(ledger(page).getByRole('row')).toHaveCount(rows + 1);
}

async function recordEight(page: Page, { tap, taken }: Finger): Promise<void> {
  for (let count = 1; count <= 7; count += 1) {
    await tap(recordButton(page, '0\\.\\d+ mL in R').first());
    await counts(page, count, count);
    expect(taken()).toBe(1);
  }
  await tap(
    page
      .getByRole('region', { name: '2 Volume, mL' })
      .getByRole('button', { name: /^0\.1\b/ })
      .first(),
  );
  await tap(recordButton(page, '0\\.1 mL in R').first());
  await counts(page, 8, 8);
  expect(taken()).toBeLessThanOrEqual(3);
}

async function finish(page: Page, { tap }: Finger): Promise<void> {
  await tap(page.getByRole('button', { name: 'Finish…' }).first());
  await tap(page.getByRole('radio', { name: 'Bandage' }));
  await tap(page.getByRole('button', { name: 'Start the walk' }));
  await tap(page.getByRole('button', { name: 'End it early…' }));
  await tap(page.getByRole('button', { name: 'Observed sitting' }));
  await tap(page.getByRole('button', { name: 'End the walk' }));
  await tap(page.getByRole('button', { name: 'All explained' }));
  await tap(page.getByRole('radio', { name: 'Given', exact: true }));
  await tap(page.getByRole('button', { name: 'Close session 3' }));
  await expect(page.getByText('Closed · to be signed')).toBeVisible();
}

async function sign(page: Page, { tap }: Finger): Promise<void> {
  await tap(page.getByRole('button', { name: 'Sign as nurse' }));
  const dialog = page.getByRole('dialog');
  for (const digit of DEMO_PIN) await tap(dialog.getByRole('button', { name: digit, exact: true }));
  await tap(dialog.getByRole('button', { name: 'Sign', exact: true }));
  await expect(page.getByRole('region', { name: 'Signatures' })).toContainText('Rita Silva');
}

test('a nurse holds a session with her finger alone, from her name to her signature, in few taps', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const finger = countingFinger();
  await test.step('signs in: her name, four digits, one more', async () => {
    await signIn(page, finger);
    expect(finger.taken()).toBe(6);
  });
  await test.step('goes to the session of the day: 1 tap', async () => {
    const row = page.getByRole('row', { name: /FERREIRA, Ana/ });
    await finger.tap(row.getByRole('link', { name: /^Open/ }).or(row.getByRole('button', { name: /^Open/ })));
    expect(finger.taken()).toBe(1);
  });
  await test.step('checks and opens: 5 taps', async () => {
    await check(page, finger);
    expect(finger.taken()).toBe(5);
  });
  await test.step('opens a box: 3 taps', async () => {
    await takeBox(page, finger);
    expect(finger.taken()).toBe(3);
  });
  await test.step('records eight injections: 1 tap each as offered, at most 3 with another volume', () =>
    recordEight(page, finger));
  await test.step('takes the last one back: 1 tap', async () => {
    await finger.tap(page.getByRole('button', { name: 'Undo injection 8' }));
    await expect(ledger(page)).toContainText('7 injections, 1 struck out');
    expect(finger.taken()).toBe(1);
  });
  await test.step('records a mild reaction: 2 taps', async () => {
    await finger.tap(page.getByRole('button', { name: 'Reaction' }));
    await finger.tap(page.getByRole('dialog').getByRole('button', { name: 'Wheal at the site, mild' }));
    await expect(page.getByRole('button', { name: 'Reaction (1)' })).toBeVisible();
    expect(finger.taken()).toBe(2);
  });
  await test.step('finishes and closes: at most 9 taps', async () => {
    await finish(page, finger);
    expect(finger.taken()).toBeLessThanOrEqual(9);
  });
  await test.step('signs: the four digits and 2 taps', async () => {
    await sign(page, finger);
    expect(finger.taken()).toBe(6);
  });
});
