import type { Locator, Page } from '@playwright/test';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import { countingKeys } from '../support/counting-keys.ts';

test.use({ actionTimeout: 12_000 });

const tabTo = (page: Page, target: Locator) => countingKeys(page).tabTo(target);
const pressOn = (page: Page, target: Locator) => countingKeys(page).pressOn(target);

async function signInByKeys(page: Page, name: string): Promise<void> {
  await pressOn(page, page.getByRole('button', { name }));
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
}

test('a nurse finds the patient, goes on with the session, records, strikes out and locks without a mouse', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInByKeys(page, 'Tom Brandt');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('lindq');
  await expect(page.getByRole('option', { name: /LINDQVIST, Maja/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Patient', exact: true }).waitFor();
  await pressOn(
    page,
    page.getByRole('button', { name: /^Continue/ }).or(page.getByRole('link', { name: /^Continue/ })),
  );

  const recorded = page.getByRole('region', { name: 'Recorded injections' });
  await expect(recorded).toContainText('21 injections, 1 struck out');
  await expect(page.getByRole('button', { name: /^Record 0\.3 mL in L5/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(recorded).toContainText('22 injections, 1 struck out');

  await pressOn(page, recorded.getByRole('button', { name: 'Strike out injection 23' }));
  // At a person's pace: so many keys at once would be taken for a scan.
  await page.keyboard.type('Entered twice', { delay: 80 });
  await page.keyboard.press('Enter');
  await expect(recorded).toContainText('21 injections, 2 struck out');

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
});

test('a nurse holds a session with the keyboard alone, from Today to her signature, in few keys', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInByKeys(page, 'Rita Silva');
  const keys = countingKeys(page);
  const recorded = page.getByRole('region', { name: 'Recorded injections' });
  const says = async (text: string) => {
    await expect(recorded).toContainText(text);
  };
  const record = async (volume: string, standing: string) => {
    await page.getByRole('button', { name: new RegExp(`^Record ${volume} mL in R`) }).waitFor();
    await keys.press('Enter');
    await says(standing);
  };
  await test.step('goes to the session of the day: at most 30 keys, four of them letters of the name', async () => {
    await keys.press('Control+k');
    await keys.type('ferr');
    await page.getByRole('option', { name: /FERREIRA, Ana/ }).waitFor();
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'Patient', exact: true }).waitFor();
    await keys.pressOn(page.getByRole('button', { name: 'Open session', exact: true }));
    expect(keys.taken()).toBeLessThanOrEqual(30);
  });
  await test.step('checks and opens: at most 34 keys', async () => {
    await keys.pressOn(page.getByRole('button', { name: 'The patient said this name and birth date' }));
    await keys.pressOn(page.getByRole('button', { name: 'RIGHT', exact: true }));
    await keys.pressOn(page.getByRole('button', { name: /^Weighed: still/ }));
    await keys.pressOn(page.getByRole('button', { name: /^All \d+ asked.*: no change$/ }));
    await keys.pressOn(page.getByRole('button', { name: /^Open session 3/ }));
    await says('Nothing recorded yet.');
    expect(keys.taken()).toBeLessThanOrEqual(34);
  });
  await test.step('opens a box: 3 keys, 2 for the one that is offered first', async () => {
    await keys.press('b');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: /P4102C/ })).toBeFocused();
    await keys.press('ArrowDown');
    await expect(dialog.getByRole('button', { name: /P4506D/ })).toBeFocused();
    await keys.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(page.getByRole('region', { name: 'Syringe in hand' })).toContainText('P4506D');
    expect(keys.taken()).toBe(3);
  });
  await test.step('records three injections: 1 key each as offered, 2 with another volume', async () => {
    await record('0\\.\\d+', '1 injection');
    await record('0\\.\\d+', '2 injections');
    await keys.press('2');
    await record('0\\.1', '3 injections');
    expect(keys.taken()).toBe(4);
  });
  await test.step('takes the last one back: 1 key', async () => {
    await keys.press('u');
    await says('2 injections, 1 struck out');
    expect(keys.taken()).toBe(1);
  });
  await test.step('records a mild reaction: 3 keys, its letter and Enter', async () => {
    await keys.press('r');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Wheal at the site', exact: true }).waitFor();
    await keys.press('w');
    await expect(dialog.getByRole('button', { name: 'Record the reaction' })).toBeFocused();
    await keys.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Reaction (1)' }).waitFor();
    expect(keys.taken()).toBe(3);
  });
  await test.step('finishes and closes: at most 60 keys', async () => {
    await keys.press('f');
    await page.getByRole('heading', { name: 'Finish session 3' }).waitFor();
    const worn = page.getByRole('radio', { name: 'Bandage' });
    const widths = page.getByRole('radiogroup', { name: 'Compression', exact: true });
    await keys.tabTo(widths.getByRole('radio').first());
    for (let n = 0; n < 6 && !(await worn.isChecked()); n += 1) await keys.press('ArrowRight');
    await expect(worn).toBeChecked();
    await keys.pressOn(page.getByRole('button', { name: 'All explained' }));
    await keys.tabTo(page.getByRole('radio', { name: 'Given', exact: true }));
    await keys.press('Space');
    await keys.pressOn(page.getByRole('button', { name: 'Start the walk' }));
    await keys.pressOn(page.getByRole('button', { name: 'End it early…' }));
    await keys.pressOn(page.getByRole('button', { name: 'Observed sitting' }));
    await keys.pressOn(page.getByRole('button', { name: 'End the walk' }));
    await keys.pressOn(page.getByRole('button', { name: 'Close session 3' }));
    await page.getByText('Closed · to be signed').waitFor();
    expect(keys.taken()).toBeLessThanOrEqual(60);
  });
  await test.step('signs: at most 10 keys, four of them the PIN', async () => {
    await keys.pressOn(page.getByRole('button', { name: 'Sign as nurse' }));
    await expect(page.getByRole('dialog').getByLabel(/^PIN of/)).toBeFocused();
    await keys.type(DEMO_PIN);
    await keys.press('Enter');
    await expect(page.getByRole('region', { name: 'Signatures' })).toContainText('Rita Silva');
    expect(keys.taken()).toBeLessThanOrEqual(10);
  });
});

test('a surgeon moves through the map by keys and confirms what was carried over', async ({ page }) => {
  test.setTimeout(120_000);
  await signInByKeys(page, 'Dr Ines Okafor');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('00417');
  await expect(page.getByRole('option', { name: /LINDQVIST, Maja/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Patient', exact: true }).waitFor();
  await pressOn(page, page.getByRole('link', { name: 'Map' }).first());

  const veins = page.getByRole('listbox', { name: 'Veins' });
  await tabTo(page, veins);
  await page.keyboard.press('End');
  const last = veins.getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toContainText('L13');
  await pressOn(page, page.getByRole('button', { name: /confirm/i }));
  await expect(page.getByText(/to confirm/)).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /Saved \d\d:\d\d:\d\d/ })).toBeVisible();
});

test('a dialog gives the focus back to what opened it, whether it was left or saved', async ({ page }) => {
  await signIn(page, 'Anne Hale');
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('link', { name: 'Rooms' }).click();
  const change = page.getByRole('row', { name: /^Room 2/ }).getByRole('button', { name: 'Change' });
  const dialog = page.getByRole('dialog');

  await change.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(change).toBeFocused();

  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox').fill('Room 2, blue');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^Room 2, blue/ }).getByRole('button')).toBeFocused();
});
