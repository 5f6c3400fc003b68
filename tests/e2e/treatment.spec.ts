import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../support/app.ts';
import { isSaved, lock, loopAround, middleOf, passChecks, stroke, windingDown } from '../support/walks.ts';

const SURGEON = { name: 'Dr Vera Lund', pin: '2468' };
const NURSE = { name: 'Jo Marsh', pin: '1357' };

test.use({ clinic: 'empty', actionTimeout: 12_000 });

async function setUpClinic(page: Page): Promise<void> {
  await page.getByLabel('Name of the clinic').fill('Harbour clinic');
  await page.getByLabel('Your name').fill(SURGEON.name);
  await page.getByLabel('PIN', { exact: true }).fill(SURGEON.pin);
  await page.getByLabel('PIN once more').fill(SURGEON.pin);
  await page.getByRole('checkbox', { name: /^Surgeon/ }).check();
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(/strictest/i);
  await page.getByRole('button', { name: 'Set up the clinic' }).click();
  await page.getByRole('group', { name: 'People' }).waitFor();
}

async function addNurse(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill(NURSE.name);
  await dialog.getByRole('checkbox', { name: /^Nurse/ }).check();
  await dialog.getByLabel(/^PIN/).fill(NURSE.pin);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: new RegExp(NURSE.name) })).toContainText('Nurse');
}

async function addLot(page: Page, strength: string, lotNumber: string, expiresOn: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a lot' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /Product/ }).click();
  await page.getByRole('option', { name: new RegExp(` ${strength}`) }).click();
  await dialog.getByLabel(/^Lot number/).fill(lotNumber);
  await dialog.getByLabel(/^Expires/).fill(expiresOn);
  await dialog.getByRole('button', { name: 'Add the lot' }).click();
  await expect(page.getByRole('row', { name: new RegExp(lotNumber) })).toBeVisible();
}

async function createPatient(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Today' }).click();
  await page
    .getByRole('link', { name: 'New patient' })
    .or(page.getByRole('button', { name: 'New patient' }))
    .click();
  await page.getByLabel(/^Family name/).fill('Winter');
  await page.getByLabel(/^Given name/).fill('Ada');
  await page.getByLabel(/^Date of birth/).fill('14.03.1981');
  await page.getByLabel(/^Record number/).fill('HC-0001');
  await page.getByRole('radio', { name: 'Female', exact: true }).check();
  await page.getByLabel('Weight, kg').fill('40');
  await page.getByLabel('Height, cm').fill('160');
  await page.getByRole('radio', { name: 'None known', exact: true }).check();
  await page.getByRole('button', { name: 'Create patient' }).click();
  await expect(page.getByText('WINTER, Ada')).toBeVisible();
}

async function openCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open a case', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('Reticular veins of the left leg');
  await dialog.getByRole('button', { name: 'Open a case' }).click();
}

async function assess(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'No to all that are left' }).click();
  await page.getByRole('button', { name: 'Save assessment' }).click();
  await isSaved(page);
  await expect(page.getByText('May be treated', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Record consent' }).click();
  await page.getByRole('button', { name: 'Record consent' }).last().click();
  await expect(page.getByText(/^recorded by Dr Vera Lund/)).toBeVisible();
}

/** Draws a reticular vein and a web that it feeds, on the left lateral view. */
async function drawVeins(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Map' }).click();
  await page.getByRole('radio', { name: /^L · Left/ }).check();
  await page.getByLabel('Views', { exact: true }).selectOption('lateral');
  const [middle, y] = await middleOf(page.getByRole('application'));
  // Seen from the side the foot reaches far to the left: the thigh stands right of the middle.
  const x = middle + 70;
  await page.keyboard.press('l');
  await stroke(page, windingDown([x, y - 190], 150));
  await isSaved(page);
  await page.keyboard.press('w');
  await stroke(page, loopAround([x + 20, y + 30], 22));
  const veins = page.getByRole('listbox', { name: 'Veins' }).getByRole('option');
  await expect(veins).toHaveCount(2);
  await isSaved(page);
  await page.getByLabel('Fed by').selectOption({ label: 'L1' });
  await isSaved(page);
}

/** Gives doses to all veins, puts them into one session, and that on today. */
async function planSession(page: Page, today: string): Promise<void> {
  await page.getByRole('link', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Accept plan' }).click();
  const session = page.getByRole('region', { name: 'Session 1' });
  await expect(session.getByRole('heading', { name: /LEFT leg/ })).toBeVisible();
  await session.getByLabel('Date of session 1').fill(today);
  await isSaved(page);
  await expect(session).toContainText('Polidocanol, 24 h');
}

async function takeSyringe(page: Page): Promise<void> {
  await page.getByRole('region', { name: '3 Check and record' }).getByRole('button').first().click();
  const dialog = page.getByRole('dialog');
  const expired = dialog.getByRole('button', { name: /OLD-1/ });
  await expect(expired).toContainText('expired 31 Jan 2020');
  await expect(expired).toBeDisabled();
  await expired.click({ force: true });
  await expect(expired).toHaveAttribute('aria-pressed', 'false');
  await dialog.getByRole('button', { name: /A-100/ }).click();
  await dialog.getByRole('button', { name: 'Open box A-100' }).click();
  await expect(page.getByRole('region', { name: 'Syringe in hand' })).toContainText('A-100');
}

/** The row of the ledger with an injection's number. */
const ledgerRow = (page: Page, number: number) =>
  page.getByRole('row', { name: new RegExp(`^${String(number)} \\d\\d:\\d\\d`) });

async function recordSome(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Record 0\.3 mL in L1/ }).click();
  await expect(ledgerRow(page, 1)).toContainText('0.3');

  const volumes = page.getByRole('region', { name: '2 Volume, mL' });
  await volumes.getByRole('button', { name: /^0\.4/ }).click();
  const record = page.getByRole('button', { name: /^Record 0\.4 mL in L1/ });
  await expect(record).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('Reason').fill('Vein filled slowly');
  await record.click();
  await expect(ledgerRow(page, 2)).toContainText('0.4');
}

async function strikeOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Strike out injection 2' }).click();
  const form = page.getByRole('form', { name: 'Strike out injection 2' });
  await form.getByRole('button', { name: 'Wrong volume' }).click();
  await form.getByRole('button', { name: 'Strike out', exact: true }).click();
  await expect(ledgerRow(page, 2)).toContainText('Struck out · Wrong volume · Jo Marsh');
  await expect(page.getByText('1 injection, 1 struck out')).toBeVisible();
}

async function meetHardLimit(page: Page): Promise<void> {
  const volumes = page.getByRole('region', { name: '2 Volume, mL' });
  await volumes.getByRole('button', { name: /other/ }).click();
  await page.getByLabel('Another volume, in mL').fill('7,5');
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('button', { name: /^7\.5 mL is right/ }).click();
  await page.getByLabel('Reason').fill('Larger calibre than mapped');
  await page.getByRole('button', { name: /^Record 7\.5 mL in L1/ }).click();
  await expect(ledgerRow(page, 3)).toContainText('7.5');

  // No more fits into L1: the screen goes on to L2, a web, where 0.3 mL passes a soft limit as well.
  await volumes.getByRole('button', { name: /^0\.3/ }).click();
  const refusal = page.getByRole('alert').filter({ hasText: '0.3 mL would pass a hard limit' });
  await expect(refusal).toContainText('81.0 of 80.0 mg');
  await expect(refusal).toContainText(/left:? 2\.0 mg/i);
  await expect(page.getByRole('button', { name: /^Record / })).toHaveCount(0);
  await refusal.getByRole('button', { name: /Surgeon/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why the limit may be passed').fill('The web beside it, she is well');
  await dialog.getByLabel(`PIN of ${SURGEON.name}`).fill(SURGEON.pin);
  await dialog.getByRole('button', { name: 'Allow and record' }).click();
  await expect(ledgerRow(page, 4)).toContainText(`allowed by ${SURGEON.name}`);
}

async function closeAndSign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish…' }).first().click();
  await expect(page.getByRole('group', { name: 'lot A-100' })).toContainText('adds up');
  await page.getByRole('radio', { name: 'Stocking, class 2', exact: true }).check();
  await page.getByLabel('Minutes observed').fill('20');
  await page.getByRole('radio', { name: 'Given', exact: true }).check();
  await page.getByRole('button', { name: 'Close session 1' }).click();
  await expect(page.getByText('Closed · to be signed')).toBeVisible();
  await sign(page, 'nurse', NURSE.pin);
}

async function sign(page: Page, role: 'nurse' | 'surgeon', pin: string): Promise<void> {
  await page.getByRole('button', { name: `Sign as ${role}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^PIN of/).fill(pin);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Signatures' })).toContainText(
    role === 'nurse' ? `Nurse: ${NURSE.name}` : `Surgeon: ${SURGEON.name}`,
  );
}

test('a course of treatment, from the first start to the signed record', async ({ app, page }) => {
  test.setTimeout(240_000);
  await test.step('first start', () => setUpClinic(page));
  await test.step('the surgeon signs in', () => signIn(page, SURGEON.name, SURGEON.pin));
  await test.step('a nurse is added', () => addNurse(page));
  await test.step('boxes are taken into stock', async () => {
    await page.getByRole('link', { name: 'Stock' }).click();
    await addLot(page, '1', 'A-100', '12/2099');
    await addLot(page, '0.5', 'A-050', '12/2099');
    await addLot(page, '1', 'OLD-1', '01/2020');
  });
  await test.step('a patient comes', () => createPatient(page));
  await test.step('a case is opened', () => openCase(page));
  await test.step('she may be treated, and consents', () => assess(page));
  await test.step('her veins are drawn', () => drawVeins(page));
  const api = await app.api(SURGEON.name, SURGEON.pin);
  const { today } = await api.clinic.status.query();
  await test.step('her session is planned', () => planSession(page, today));
  await test.step('the nurse takes over', async () => {
    await lock(page);
    await signIn(page, NURSE.name, NURSE.pin);
  });
  await test.step('the session of today is opened after its checks', async () => {
    const row = page.getByRole('row', { name: /WINTER, Ada/ });
    await expect(row).toContainText('LEFT leg');
    await row
      .getByRole('button', { name: /^Open/ })
      .or(row.getByRole('link', { name: /^Open/ }))
      .click();
    await passChecks(page, 'LEFT', '40');
  });
  await test.step('an expired box is refused, a good one opened', () => takeSyringe(page));
  await test.step('injections are recorded, past a soft limit with a reason', () => recordSome(page));
  await test.step('a mistaken one is struck out and stays visible', () => strikeOut(page));
  await test.step('a hard limit stops the nurse, until the surgeon allows it', () => meetHardLimit(page));
  await test.step('the session is closed and signed by the nurse', () => closeAndSign(page));
  await test.step('the surgeon signs, and it is locked', async () => {
    await lock(page);
    await signIn(page, SURGEON.name, SURGEON.pin);
    const unfinished = page.getByRole('region', { name: 'Unfinished' });
    await unfinished
      .getByRole('button', { name: /Sign/ })
      .or(unfinished.getByRole('link', { name: /Sign/ }))
      .click();
    await sign(page, 'surgeon', SURGEON.pin);
    await expect(page.getByText('Signed · locked')).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Strike out|Record|Sign as)/ })).toHaveCount(0);
  });
  await test.step('the page of the patient shows it', async () => {
    await page.getByRole('link', { name: 'Patient' }).click();
    const row = page.getByRole('row', { name: /LEFT leg/ }).first();
    await expect(row).toContainText('Signed');
    await expect(row).toContainText('8.1');
    await expect(row).toContainText('81.0');
    await expect(row).toContainText('1 struck out');
  });
  await test.step('what was left for later is planned into another session', async () => {
    await page.getByRole('link', { name: 'Plan' }).click();
    const next = page.getByRole('region', { name: 'Session 2' });
    await expect(next).toHaveCount(0);
    await page.getByRole('button', { name: 'Accept plan' }).click();
    await expect(next).toContainText('L1');
    await expect(next).toContainText('L2');
    await isSaved(page);
    await page.getByRole('link', { name: 'Patient' }).click();
    await expect(page.getByRole('row', { name: /2 veins/ })).toContainText('Planned');
  });
  await test.step('the record holds what the screen said', async () => {
    const [patient] = await api.patients.search.query({ text: 'winter', limit: 1 });
    const view = await api.patients.get.query({ patientId: patient?.id ?? '' });
    const sessionId = view.cases[0]?.sessions[0]?.id ?? '';
    const { injections, state } = await api.sessions.get.query({ sessionId });
    expect(state).toBe('signed');
    expect(
      injections.map(({ dose, strikeOut, reason, override }) => [
        dose.volumeUl,
        strikeOut?.reason ?? null,
        reason,
        override?.reason ?? null,
      ]),
    ).toEqual([
      [300, null, null, null],
      [400, 'Wrong volume', 'Vein filled slowly', null],
      [7_500, null, 'Larger calibre than mapped', null],
      [300, null, 'The web beside it, she is well', 'The web beside it, she is well'],
    ]);
  });
});
