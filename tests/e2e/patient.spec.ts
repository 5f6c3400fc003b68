import type { Page } from '@playwright/test';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import { openPatient, patientNamed, secondWindow } from '../support/patients.ts';

test.use({ actionTimeout: 15_000 });

const NURSE = 'Rita Silva';
const SURGEON = 'Dr Ines Okafor';
const facts = (page: Page) => page.getByRole('group', { name: 'Patient' });
const create = (page: Page) => page.getByRole('button', { name: 'Create patient' });

async function fillIn(page: Page, recordNumber: string): Promise<void> {
  await page.getByLabel(/^Family name/).fill('Winter');
  await page.getByLabel(/^Given name/).fill('Ada');
  await page.getByLabel(/^Date of birth/).fill('14.3.81');
  await page.getByLabel(/^Record number/).fill(recordNumber);
  await page.getByRole('radio', { name: 'Female', exact: true }).check();
  await page.getByLabel('Weight, kg').fill('61,5');
}

test('a new patient: faults at the fields, nothing lost on a failure', async ({ app, page }) => {
  await signIn(page, NURSE);
  await page.getByRole('button', { name: 'New patient' }).click();
  await create(page).click();
  await expect(page.getByLabel(/^Family name/)).toBeFocused();
  await expect(page.getByLabel(/^Family name/)).toHaveAccessibleDescription(/This is needed/);
  await expect(page.getByText('Choose one.')).toBeVisible();

  await fillIn(page, 'DC-00446');
  await expect(page.getByText('Understood as 14 Mar 1981')).toBeVisible();
  await page.getByLabel('Weight, kg').fill('6150');
  await create(page).click();
  await expect(page.getByLabel('Weight, kg')).toHaveAccessibleDescription(/A weight from 20 to 300 kg/);
  await page.getByLabel('Weight, kg').fill('61,5');

  await create(page).click();
  const recordNumber = page.getByLabel(/^Record number/);
  await expect(recordNumber).toHaveAccessibleDescription(/Another patient has this record number/);
  await recordNumber.fill('DC-00999');

  await page.route('**/patients.create*', (route) => route.abort());
  await create(page).click();
  await expect(page.getByRole('alert')).toContainText('What you entered is still here');
  await expect(page.getByLabel(/^Given name/)).toHaveValue('Ada');
  await page.unroute('**/patients.create*');
  await create(page).click();
  await expect(facts(page)).toContainText('WINTER, Ada');
  await expect(facts(page)).toContainText(/61\.5\skg/);
  await expect(facts(page)).toContainText('Allergies not asked');
  const api = await app.api(NURSE, DEMO_PIN);
  expect(await patientNamed(api, 'DC-00999')).toMatchObject({ birthDate: '1981-03-14', givenName: 'Ada' });
});

for (const [means, text] of [
  ['parts of the names in any order', 'yu tana'],
  ['a birth date', '2.4.1997'],
  ['a record number', '00446'],
] as const) {
  test(`a patient is found with the keyboard alone by ${means}`, async ({ page }) => {
    await signIn(page, NURSE);
    await page.getByRole('link', { name: 'Setup' }).click();
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: /record number or birth date/ });
    await expect(search).toBeFocused();
    await page.keyboard.type(text);
    await expect(page.getByRole('option', { selected: true })).toContainText('TANAKA, Yuki');
    await page.keyboard.press('Enter');
    await expect(facts(page)).toContainText('DC-00446');
  });
}

test('the arrows choose among several, and a search without a hit says so', async ({ page }) => {
  await signIn(page, NURSE);
  await expect(page.getByRole('combobox', { name: /record number or birth date/ })).toBeFocused();
  await page.keyboard.type('an');
  const hits = page.getByRole('option');
  await expect(hits.nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(hits).toHaveCount(0);
  await page.keyboard.type('zzz');
  await expect(page.getByText('No patient and no lot fits “zzz”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('4471');
  await expect(hits).toHaveText([/Lot P4471K.*given to \d+ patients/]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/clinic\/recall\/[0-9a-f-]{36}$/);
});

test('what stands in the way of the next session is said with who may lift it, and leads to where', async ({
  app,
  page,
}) => {
  await openPatient(app, page, { who: NURSE, patient: 'Sabine' });
  const before = page.getByRole('region', { name: 'Before session 1' });
  await expect(before).toContainText('Allergies not asked');
  await expect(before).toContainText('Surgeon or nurse can do it.');
  await before.getByRole('button', { name: 'Ask about allergies' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Ask', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'None known' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  // What is done is out of the way at once.
  await expect(before).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'At a glance' })).toContainText('Ready');

  const api = await app.api(NURSE, DEMO_PIN);
  await page.goto(`${app.origin}/patients/${(await patientNamed(api, 'Okonkwo')).id}`);
  await expect(before).toContainText('No signed consent is on record.');
  await before.getByRole('link', { name: 'Assessment' }).click();
  await expect(page.getByRole('region', { name: 'Consent' })).toBeVisible();
});

async function correct(page: Page, field: RegExp, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(field).fill(text);
  await dialog.getByRole('button', { name: 'Save' }).click();
}

test('of two who correct an identity at once the second is told, and nothing is overwritten', async ({
  app,
  page,
}) => {
  const api = await openPatient(app, page, { who: NURSE, patient: 'Tanaka' });
  const second = await secondWindow(page, 'Tom Brandt');
  const open = { name: 'Correct identity' };
  await page.getByRole('button', open).click();
  await second.getByRole('button', open).click();

  await correct(page, /^Given name/, 'Yukiko');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(facts(page)).toContainText('TANAKA, Yukiko');
  // The other window hears of it without being asked.
  await expect(facts(second)).toContainText('TANAKA, Yukiko');

  await correct(second, /^Family name/, 'Tanaka-Berg');
  const dialog = second.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('Somebody else changed the patient’s details');
  await expect(dialog.getByLabel(/^Family name/)).toHaveValue('Tanaka-Berg');
  expect(await patientNamed(api, 'DC-00446')).toMatchObject({ familyName: 'Tanaka', givenName: 'Yukiko' });

  await dialog.getByRole('button', { name: 'Load the present details' }).click();
  await expect(dialog.getByLabel(/^Given name/)).toHaveValue('Yukiko');
  await correct(second, /^Family name/, 'Tanaka-Berg');
  await expect(dialog).toHaveCount(0);
  await expect(facts(page)).toContainText('TANAKA-BERG, Yukiko');
});

test('an identity cannot take the record number of somebody else', async ({ app, page }) => {
  await openPatient(app, page, { who: NURSE, patient: 'Tanaka' });
  await page.getByRole('button', { name: 'Correct identity' }).click();
  await correct(page, /^Record number/, 'DC-00443');
  await expect(page.getByRole('dialog').getByLabel(/^Record number/)).toHaveAccessibleDescription(
    /Another patient has this record number/,
  );
  await correct(page, /^Record number/, 'DC-00998');
  await expect(facts(page)).toContainText('DC-00998');
});

test('allergies not asked, none known and some are three things, also in a second window', async ({
  page,
}) => {
  await signIn(page, NURSE);
  await page.getByRole('button', { name: 'New patient' }).click();
  await fillIn(page, 'DC-00997');
  await create(page).click();
  await expect(facts(page)).toContainText('Allergies not asked');
  const second = await secondWindow(page, 'Tom Brandt');
  await expect(facts(second)).toContainText('Allergies not asked');

  const ask = page.getByRole('button', { name: /^Ask( again)?$/ });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await ask.click();
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('radio', { name: 'None known' }).check();
  await save.click();
  await expect(facts(page)).toContainText('No known allergies');
  await expect(facts(second)).toContainText('No known allergies');

  await ask.click();
  await expect(page.getByRole('radio', { name: 'Not asked yet' })).toHaveCount(0);
  await page.getByRole('radio', { name: 'Has allergies' }).check();
  await save.click();
  await expect(page.getByLabel('Substances')).toHaveAccessibleDescription(/This is needed/);
  await page.getByLabel('Substances').fill('penicillin, plaster');
  await page.getByRole('checkbox', { name: /^Allergic to polidocanol/ }).check();
  await save.click();
  await expect(facts(page)).toContainText('Allergy: POLIDOCANOL, penicillin, plaster');
  await expect(facts(second)).toContainText('Allergy: POLIDOCANOL, penicillin, plaster');
});

test('a measurement is added, refused for a day that has not come, and shown everywhere', async ({
  app,
  page,
}) => {
  await openPatient(app, page, { who: NURSE, patient: 'Tanaka' });
  const add = page.getByRole('button', { name: 'Add a measurement' });
  await add.click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Weight, kg')).toHaveAccessibleDescription(/Give a weight or a height/);
  await page.getByLabel('Weight, kg').fill('52.4');
  await page.getByLabel('Measured on').fill('31.12.2099');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Measured on')).toHaveAccessibleDescription(/This lies in the future/);
  const { today } = await (await app.api(NURSE, DEMO_PIN)).clinic.status.query();
  await page.getByLabel('Measured on').fill(today);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(add).toBeVisible();
  await expect(facts(page)).toContainText(/52\.4\skg · today/);
  await expect(page.getByText(/^Earlier weights: 51\.0?\skg/)).toBeVisible();
});

test('a surgeon opens a case and goes on to its assessment; a nurse learns who may', async ({
  app,
  page,
}) => {
  await openPatient(app, page, { who: SURGEON, patient: 'Tanaka' });
  await page.getByRole('button', { name: 'Open a case', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open a case' }).click();
  await expect(dialog.getByLabel(/^Reason/)).toHaveAccessibleDescription(/This is needed/);
  await dialog.getByLabel(/^Reason/).fill('Webs of the left ankle');
  await dialog.getByRole('button', { name: 'Open a case' }).click();
  await expect(page).toHaveURL(/\/assess$/);
  await expect(page.getByText('Not assessed yet')).toBeVisible();
  await page.getByRole('link', { name: 'Patient' }).click();
  await expect(page.getByRole('heading', { name: 'Webs of the left ankle' })).toBeVisible();

  const second = await secondWindow(page, NURSE);
  const refused = second.getByRole('button', { name: 'Open a case', exact: true });
  await expect(refused).toHaveAccessibleDescription('For a surgeon');
  await refused.click({ force: true });
  await expect(second.getByRole('dialog')).toHaveCount(0);
});

test('the record of a patient: at a glance, what happened, what was given, session by session', async ({
  app,
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await openPatient(app, page, { who: SURGEON, patient: 'Lindqvist' });
  const glance = page.getByRole('region', { name: 'At a glance' });
  await expect(glance.getByRole('link', { name: /^Session 3/ })).toBeVisible();
  await expect(glance.getByRole('link', { name: /^Session 2 Open/ })).toBeVisible();
  await expect(glance).toContainText('70 % better');

  const tabs = page.getByRole('navigation', { name: 'The patient’s record' });
  await tabs.getByRole('link', { name: 'Timeline' }).click();
  await page.getByRole('radio', { name: /^Reviews/ }).check();
  await expect(page.getByRole('link', { name: /^Review 70 % better/ })).toHaveAttribute('href', /\/review$/);
  await expect(page.getByRole('link', { name: /^Session 1 signed/ })).toHaveCount(0);
  await page.getByRole('radio', { name: /^Sessions/ }).check();
  await page.getByRole('link', { name: /^Session 1 closed 37 injections, 8\.2.mL, 59\.0.mg/ }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await page.goBack();

  await tabs.getByRole('link', { name: 'Doses' }).click();
  const chart = page.getByRole('img', { name: /^Polidocanol per session, mg/ });
  await expect(chart).toHaveAccessibleName(/session 2 on .*: 63\.0.mg, limit 88\.0.mg/);
  await expect(chart.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await expect(page.getByText(/1 injection struck out \(0\.3.mL\), not counted/)).toBeVisible();
  await page.getByRole('radio', { name: 'Over time' }).check();
  await expect(
    page.getByRole('img', { name: /^Polidocanol added up over time.*137\.0.mg\.$/ }),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'Table' }).check();
  await expect(page.getByRole('row', { name: /RIGHT leg 4\.6 3\.6 37 8\.2/ })).toContainText(
    /67 % of 88\.0.mg/,
  );
  await expect(
    page
      .getByRole('region', { name: 'What was given in all' })
      .last()
      .getByRole('row', { name: /^Injections/ }),
  ).toHaveText(/Injections58765/);

  await tabs.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByRole('region', { name: 'LEFT leg' })).toContainText('due, not given: L8, L10, L11');
  await expect(page.getByRole('row', { name: /^L8/ })).toContainText('Not given yet: the session is open');
  await page.getByRole('radio', { name: /RIGHT leg/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'RIGHT leg' })).toContainText('37 injections');
  await expect(page.getByRole('row', { name: /^R1/ })).toContainText('As planned');
  await page.keyboard.press('n');
  await expect(page.getByRole('row', { name: /^L8/ })).toBeVisible();
  expect(refused).toEqual([]);
});
