import type { Locator, Page } from '@playwright/test';
import { TEST_CODE } from '../../shared/domain/stock/test-code.ts';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import { readCode128 } from '../support/read-code-128.ts';
import { lock, scan } from '../support/walks.ts';

test.use({ actionTimeout: 15_000 });

const ADMINISTRATOR = 'Anne Hale';

async function openSetup(page: Page, who: string, section: string): Promise<void> {
  await signIn(page, who);
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('navigation', { name: 'Setup' }).getByRole('link', { name: section }).click();
}

const row = (page: Page, name: RegExp | string) => page.getByRole('row', { name });
const dialog = (page: Page) => page.getByRole('dialog');
const change = (page: Page, name: string) =>
  page.getByRole('button', { name: `Change ${name}`, exact: true }).click();
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save' }).click();

test('a person is added, gets other roles, and leaves; the last administrator stays', async ({ page }) => {
  await openSetup(page, ADMINISTRATOR, 'People');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await save(page);
  await expect(dialog(page).getByLabel(/^Name/)).toHaveAccessibleDescription(/This is needed/);
  await expect(dialog(page).getByText('Choose at least one.')).toBeVisible();
  await dialog(page).getByLabel(/^Name/).fill('rita silva');
  await dialog(page)
    .getByRole('checkbox', { name: /^Nurse/ })
    .check();
  await dialog(page).getByLabel(/^PIN/).fill('86420');
  await save(page);
  await expect(dialog(page).getByLabel(/^Name/)).toHaveAccessibleDescription(/is here already/);
  await dialog(page).getByLabel(/^Name/).fill('Jo Marsh');
  await save(page);
  await expect(row(page, /Jo Marsh/)).toContainText('Nurse');

  await change(page, 'Jo Marsh');
  await dialog(page)
    .getByRole('checkbox', { name: /^Clinician/ })
    .check();
  await save(page);
  await expect(row(page, /Jo Marsh/)).toContainText('Nurse, Clinician');

  await change(page, ADMINISTRATOR);
  await dialog(page).getByLabel('Works here: may sign in').uncheck();
  await save(page);
  await expect(dialog(page).getByRole('alert')).toContainText('at least one administrator');
  await dialog(page).getByLabel('Works here: may sign in').check();
  await dialog(page)
    .getByRole('checkbox', { name: /^Nurse/ })
    .check();
  await dialog(page)
    .getByRole('checkbox', { name: /^Administrator/ })
    .uncheck();
  await save(page);
  await expect(dialog(page).getByRole('alert')).toContainText('at least one administrator');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, /Anne Hale/)).toContainText('Administrator');

  await change(page, 'Tom Brandt');
  await dialog(page).getByLabel('Works here: may sign in').uncheck();
  await save(page);
  await expect(row(page, /Tom Brandt/)).toContainText('Does not work here any more');
  await lock(page);
  const people = page.getByRole('group', { name: 'People' });
  await expect(people.getByRole('button', { name: 'Jo Marsh' })).toBeVisible();
  await expect(people.getByRole('button', { name: 'Tom Brandt' })).toHaveCount(0);
  await signIn(page, 'Jo Marsh', '86420');
  await expect(page.getByRole('banner')).toContainText('Nurse, Clinician');
});

test('a role that somebody gives themselves counts at once', async ({ page }) => {
  await openSetup(page, ADMINISTRATOR, 'Limits');
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await page.getByRole('button', { name: /^Asclera/ }).click();
  await expect(approve).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('link', { name: 'People' }).click();
  await change(page, ADMINISTRATOR);
  await dialog(page)
    .getByRole('checkbox', { name: /^Surgeon/ })
    .check();
  await save(page);
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Surgeon');
  await page.getByRole('link', { name: 'Limits' }).click();
  await page.getByRole('button', { name: /^Asclera/ }).click();
  await expect(approve).toBeVisible();
  await expect(approve).not.toHaveAttribute('aria-disabled', 'true');
});

test('limits are chosen by an administrator and approved by a clinician', async ({ page }) => {
  await openSetup(page, ADMINISTRATOR, 'Limits');
  const asclera = page.getByRole('button', { name: /^Asclera/ });
  await asclera.click();
  await expect(asclera).toContainText('Not approved');
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveAccessibleDescription(
    'For a surgeon or clinician',
  );
  await page.getByRole('button', { name: 'Use these limits' }).click();
  await expect(asclera).toContainText('In use');
  await expect(page.getByRole('button', { name: 'Use these limits' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('main')).toContainText(/not approved/i);

  await lock(page);
  await openSetup(page, 'Dr Leila Sørensen', 'Limits');
  await expect(page.getByText('Not approved: every page that uses them says so')).toBeVisible();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialog(page).getByLabel('Remark').fill('Read against the label');
  await dialog(page).getByRole('button', { name: 'Approve' }).click();
  await expect(asclera).toContainText('Approved by Dr Leila Sørensen');
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(page.getByText(/not approved/i)).toHaveCount(0);
});

test('a box is scanned: what the code says stands in the form, never in the field with the focus', async ({
  page,
}) => {
  await openSetup(page, 'Rita Silva', 'Stock');
  await page.getByRole('button', { name: 'Add a lot' }).click();
  const lotNumber = dialog(page).getByLabel(/^Lot number/);
  await lotNumber.fill('by hand');
  await scan(page, '01003678501400591729083110PK7733');
  await expect(dialog(page).getByText('Hold it against the box')).toBeVisible();
  await expect(lotNumber).toHaveValue('PK7733');
  await expect(dialog(page).getByText('Last day: 31 Aug 2029')).toBeVisible();
  await expect(dialog(page).getByText('This code is new here')).toBeVisible();
  await dialog(page)
    .getByRole('combobox', { name: /Product/ })
    .click();
  await page.getByRole('option', { name: / 0\.5\s%/ }).click();
  await dialog(page)
    .getByLabel(/^Ampoules/)
    .fill('25');
  await dialog(page).getByRole('button', { name: 'Add the lot' }).click();
  await expect(row(page, /PK7733/)).toContainText('25');

  await page.getByRole('button', { name: 'Add a lot' }).click();
  await scan(page, '010036785014005910PK21A17290831');
  await expect(dialog(page).getByText('Which lot is on the box?')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Lot PK21A, until 31 Aug 2029' }).click();
  await expect(dialog(page).getByRole('combobox', { name: /Product/ })).toHaveValue(/0\.5\s%/);
  await expect(lotNumber).toHaveValue('PK21A');
});

test('a scanner is tried with the code on the screen, and what it does is kept for this computer', async ({
  page,
}) => {
  await openSetup(page, 'Rita Silva', 'Scanner');
  const bars = page.getByRole('img', { name: 'Test code for the scanner' });
  expect(readCode128(await modulesOf(page, bars))).toBe(`‹FNC1›${TEST_CODE.replace('\u001d', '‹FNC1›')}`);

  const arrived = page.getByRole('region', { name: 'What arrived' });
  await scan(page, TEST_CODE.replace('ZY-aQ/7', 'YZßaQ-7'));
  await expect(arrived).toContainText('this computer has a German one');
  await scan(page, TEST_CODE.replace('\u001d', ''));
  await expect(arrived).toContainText('The separator behind the lot did not arrive.');
  await scan(page, `]C1${TEST_CODE}`);
  await expect(arrived.getByRole('status')).toHaveText(
    'The test code arrived as it is shown: this scanner works.',
  );
  await expect(arrived).toContainText(/\(10\) Lot\s*ZY-aQ\/7/);
  const sends = page.getByLabel('It sends the separator behind a lot');
  await expect(sends).not.toBeChecked();
  await arrived.getByRole('button', { name: 'Keep: it sends separators' }).click();
  await page.reload();
  await expect(sends).toBeChecked();

  await page.keyboard.type('0100367850140059', { delay: 90 });
  await expect(arrived).toContainText('No Enter came behind the code');
  await expect(arrived).toContainText(/The keys came slowly: \d+\sms/);

  await page.getByRole('link', { name: 'Stock' }).click();
  await page.getByRole('button', { name: 'Add a lot' }).click();
  await scan(page, TEST_CODE);
  await expect(dialog(page).getByText('it is on no box')).toBeVisible();
  await expect(dialog(page).getByLabel(/^Lot number/)).toHaveValue('');
});

/** The middle row of the picture as the screen shows it, in modules of two pixels, bars as ones; its frame is one pixel wide. */
async function modulesOf(page: Page, bars: Locator): Promise<string> {
  const png = (await bars.screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, 1).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(picture, 0, -Math.floor(picture.height / 2));
    const { data } = context.getImageData(0, 0, picture.width, 1);
    const isBlack = (pixel: number) => (data[4 * pixel] ?? 255) < 128;
    return Array.from({ length: (picture.width - 2) / 2 }, (_, module) =>
      isBlack(1 + 2 * module) ? '1' : '0',
    ).join('');
  }, png);
}

test('a lot is taken into stock and recalled; an expired one is marked', async ({ page }) => {
  await openSetup(page, 'Rita Silva', 'Stock');
  await expect(row(page, /P3890B/)).toContainText('Expired');
  await expect(row(page, /P4102C/)).toContainText(/\d+ days? left/);
  await page.getByRole('button', { name: 'Add a lot' }).click();
  const add = dialog(page).getByRole('button', { name: 'Add the lot' });
  await add.click();
  await expect(dialog(page).getByText('Choose one.')).toBeVisible();
  await dialog(page)
    .getByRole('combobox', { name: /Product/ })
    .click();
  await page.getByRole('option', { name: / 1\s%/ }).click();
  await dialog(page)
    .getByLabel(/^Lot number/)
    .fill('P4471K');
  await dialog(page)
    .getByLabel(/^Expires/)
    .fill('02/2099');
  await expect(dialog(page).getByText('Last day: 28 Feb 2099')).toBeVisible();
  await add.click();
  await expect(dialog(page).getByLabel(/^Lot number/)).toHaveAccessibleDescription(/in stock already/);
  await dialog(page)
    .getByLabel(/^Lot number/)
    .fill('P9001Z');
  await add.click();
  await expect(row(page, /P9001Z/)).toContainText('In date');

  await page.getByRole('button', { name: 'Recall P9001Z' }).click();
  const recall = dialog(page).getByRole('button', { name: 'Recall' });
  await recall.click();
  await expect(dialog(page).getByLabel(/^Why/)).toHaveAccessibleDescription(/Write a few words why/);
  await dialog(page).getByLabel(/^Why/).fill('Cloudy ampoules');
  await recall.click();
  await expect(row(page, /P9001Z/)).toContainText('Recalled');
  await expect(row(page, /P9001Z/)).toContainText('Cloudy ampoules');
  await expect(page.getByRole('button', { name: 'Recall P9001Z' })).toHaveCount(0);
});

test('a backup is made now, and the sign-in says when the last one was', async ({ page }) => {
  await openSetup(page, ADMINISTRATOR, 'Backups');
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(page.getByText(/^Backup made and checked, /)).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(1);
  await lock(page);
  await expect(page.getByText(/Last backup .+, tested/)).toBeVisible();
});

test('the audit trail names who did what, and its chain is whole', async ({ app, page }) => {
  const nurse = await app.api('Rita Silva', DEMO_PIN);
  await nurse.patients.create.mutate({
    recordNumber: 'DC-00996',
    familyName: 'Winter',
    givenName: 'Ada',
    birthDate: '1981-03-14',
    sex: 'female',
    weightG: null,
    heightMm: null,
    allergies: null,
  });
  await openSetup(page, ADMINISTRATOR, 'Audit');
  const created = page.getByRole('row').filter({ hasText: 'Patient added' }).first();
  await expect(created).toContainText('Rita Silva');
  await expect(created).toContainText(/of DC-00996.*family name\s*Winter/);
  const newest = page.getByRole('row').nth(1);
  await expect(newest).toContainText(/Anne Hale.*Signed in/);
  const first = await newest.textContent();
  await page.getByRole('button', { name: 'Older entries' }).click();
  await expect(newest).not.toHaveText(first ?? '');
  await page.getByRole('button', { name: 'Newer entries' }).click();
  await expect(newest).toHaveText(first ?? '');
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/^The chain is whole: \d+ entries checked$/)).toBeVisible();
});

test('who may not manage people, limits or backups learns who may', async ({ page }) => {
  await openSetup(page, 'Rita Silva', 'People');
  await expect(page.getByRole('button', { name: 'Add a person' })).toHaveAccessibleDescription(
    'For an administrator',
  );
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByText('For an administrator')).toBeVisible();
});

test('limits are copied, widened with a reason, kept over the lock, saved, compared and approved', async ({
  page,
}) => {
  await openSetup(page, 'Dr Leila Sørensen', 'Limits');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await dialog(page).getByLabel(/^Name/).fill('Harbour limits');
  await dialog(page).getByRole('button', { name: 'Make the copy' }).click();
  const card = page.getByRole('button', { name: /^Harbour limits/ });
  await expect(card).toHaveAttribute('aria-pressed', 'true');
  await expect(card).toContainText('Not approved');

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  // By keyboard: a figure opens with Enter, and the next stop is its first field.
  const volume = page.getByRole('button', { name: /^Volume, this session at most 10/ });
  await volume.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Counts')).toBeFocused();
  await page.getByLabel('At most, mL').fill('1.000');
  await expect(page.getByLabel('At most, mL')).toHaveAccessibleDescription(/one or a thousand/);
  await page.getByLabel('At most, mL').fill('15');
  await expect(page.getByRole('note')).toContainText(/15\smL instead of 10\smL/);
  await page.getByRole('button', { name: 'Save version 2' }).click();
  const source = page.getByLabel('Where the clinic takes this from');
  await expect(source).toHaveAccessibleDescription(/say where the figure comes from/);
  await source.fill('Agreed by the surgeons');

  const example = page.getByRole('region', { name: 'On an example patient' });
  await expect(example.getByRole('row', { name: /^Polidocanol, 24 h/ })).toContainText(/140\.0\smg/);
  await example.getByRole('radio', { name: '44 kg' }).check();
  await expect(example.getByRole('row', { name: /^Polidocanol, 24 h/ })).toContainText(/88\.0\smg/);

  await lock(page);
  await signIn(page, 'Dr Leila Sørensen');
  await expect(page.getByLabel('At most, mL')).toHaveValue('15');
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('link', { name: 'Limits' }).click();
  await page.getByRole('button', { name: 'Save version 2' }).click();

  await expect(page.getByRole('region', { name: 'Against version 1' })).toContainText(/10\smL → 15\smL/);
  await expect(page.getByRole('note')).toContainText(/15\smL instead of 10\smL/);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog(page)).toContainText('You wrote this version');
  await dialog(page).getByRole('button', { name: 'Approve' }).click();
  await expect(card).toContainText('Approved by Dr Leila Sørensen');
  await expect(page.getByText(/by whoever wrote this version/)).toBeVisible();
});
