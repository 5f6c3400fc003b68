import type { Page, Route } from '@playwright/test';
import type { SessionView } from '../../shared/contract/session.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import { scan } from '../support/walks.ts';
import type { RunningApp } from '../support/running-app.ts';

test.use({ opened: false });

const NURSE = 'Tom Brandt';

interface OpenOne {
  readonly path: string;
  /** The record as the core has it. */
  readonly read: () => Promise<Pick<SessionView, 'injections' | 'state'>>;
}

/** The code of a product that nobody has scanned in the demo clinic, as far as its lot. */
const NEW_CODE = '0100367850140059';

/** The session that is open in the demo clinic: L5, reticular, is in hand with two of five punctures left. */
async function openSessionOf(app: RunningApp): Promise<OpenOne> {
  const api = await app.api(NURSE, DEMO_PIN);
  const [patient] = await api.patients.search.query({ text: 'Lindqvist', limit: 1 });
  const patientId = patient?.id ?? '';
  const { cases } = await api.patients.get.query({ patientId });
  const session = cases[0]?.sessions.find(({ state }) => state === 'open');
  if (!session) throw new Error('the demo clinic has no open session');
  return {
    path: `/patients/${patientId}/sessions/${session.id}`,
    read: () => api.sessions.get.query({ sessionId: session.id }),
  };
}

async function goToSession(app: RunningApp, page: Page, who = NURSE): Promise<OpenOne> {
  const session = await openSessionOf(app);
  await signInAt(page, `${app.origin}${session.path}`, who);
  await page.getByRole('region', { name: 'Recorded injections' }).waitFor();
  return session;
}

const step = (page: Page) => page.getByRole('region', { name: '3 Check and record' });
const recordButton = (page: Page) => step(page).getByRole('button', { name: /^Record / });
const rows = (page: Page) => page.getByRole('region', { name: 'Recorded injections' }).getByRole('row');
/** The newest row is the injection of that number: it is there only once the core has answered. */
const isRecorded = (page: Page, number: number) =>
  expect(rows(page).nth(1)).toContainText(new RegExp(`^${String(number)}\\d\\d:\\d\\d`));
const canRecordAgain = (page: Page) => expect(recordButton(page)).toBeVisible();

test('records with the keyboard alone: digit, Enter', async ({ app, page }) => {
  const session = await goToSession(app, page);
  const before = (await session.read()).injections.length;
  await expect(recordButton(page)).toContainText('Record 0.3 mL in L5');
  await page.keyboard.press('4');
  await expect(recordButton(page)).toContainText('Record 0.2 mL in L5');
  await expect(recordButton(page)).toContainText('LEFT leg · 1 %');
  await page.keyboard.press('Enter');
  await isRecorded(page, before + 1);
  await expect(rows(page).nth(1)).toContainText('0.2');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: '1 Vein' })).toContainText('L8');
  const { injections } = await session.read();
  expect(injections).toHaveLength(before + 1);
  expect(injections.at(-1)?.dose.volumeUl).toBe(200);
});

test('a double press, or a key held down, is one injection', async ({ app, page }) => {
  const session = await goToSession(app, page);
  const before = (await session.read()).injections.length;
  await recordButton(page).dblclick();
  await isRecorded(page, before + 1);
  await canRecordAgain(page);
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await isRecorded(page, before + 2);
  await canRecordAgain(page);
  expect((await session.read()).injections).toHaveLength(before + 2);
});

test('says "not saved" while the core cannot be reached, loses nothing, and counts a retry once', async ({
  app,
  page,
}) => {
  const session = await goToSession(app, page);
  const before = (await session.read()).injections.length;
  const requests = '**/api/trpc/sessions.record*';
  // The request arrives, its answer does not: the worst case for a double entry.
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route(requests, loseAnswer);
  await recordButton(page).click();
  const again = step(page).getByRole('button', { name: 'Send the 0.3 mL again' });
  await expect(again).toBeVisible();
  await expect(page.getByRole('region', { name: 'Recorded injections' })).toContainText('Not saved');
  await page
    .getByRole('region', { name: '2 Volume, mL' })
    .getByRole('button', { name: /^0\.1/ })
    .first()
    .click();
  await expect(again).toBeVisible();
  await page.unroute(requests, loseAnswer);
  await again.click();
  await isRecorded(page, before + 1);
  const { injections } = await session.read();
  expect(injections).toHaveLength(before + 1);
  expect(injections.at(-1)?.dose.volumeUl).toBe(300);
});

test('a hard limit stands where the button was, with what is left and the ways on', async ({ app, page }) => {
  const session = await goToSession(app, page);
  const before = (await session.read()).injections.length;
  await page.keyboard.press('8');
  await page.getByLabel('Another volume, in mL').fill('2,6');
  await page.keyboard.press('Enter');
  // More than eight times what is planned: the volume first, then the limits.
  const slip = step(page).getByRole('alert');
  await expect(slip).toContainText('2.6 mL is over eight times the 0.3 mL planned for L5');
  await page.locator('body').press('Enter');
  await expect(recordButton(page)).toHaveCount(0);
  await slip.getByRole('button', { name: /^2\.6 mL is right/ }).click();
  const refusal = step(page).getByRole('alert');
  await expect(refusal).toContainText('2.6 mL would pass a hard limit');
  await expect(refusal).toContainText('89.0 of 88.0 mg');
  await expect(refusal).toContainText('left 25.0 mg = 2.5 mL');
  await page.keyboard.press('Escape');
  await page.locator('body').press('Enter');
  await expect(recordButton(page)).toHaveCount(0);
  await refusal.getByRole('button', { name: /^Leave L5, L8, L11, L10 for later/ }).click();
  await expect(step(page)).toContainText('Not today: L5, L8, L11, L10.');
  await page.getByRole('region', { name: '1 Vein' }).getByRole('button', { name: /^L8/ }).click();
  await expect(recordButton(page)).toContainText('in L8');
  expect((await session.read()).injections).toHaveLength(before);
});

test('another volume is read with comma and point, and refused in words', async ({ app, page }) => {
  await goToSession(app, page);
  await page.keyboard.press('8');
  const field = page.getByLabel('Another volume, in mL');
  await field.fill('0.123');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '2 Volume, mL' }).getByRole('status')).toContainText(
    'A syringe shows steps of',
  );
  await field.fill('0,15');
  await page.keyboard.press('Enter');
  await expect(recordButton(page)).toContainText('Record 0.15 mL in L5');
});

test('a syringe of another strength than planned is noticed', async ({ app, page }) => {
  const session = await goToSession(app, page);
  const before = (await session.read()).injections.length;
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^0\.5\s%.*P4102C/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Syringe in hand' })).toContainText(/1\s% liquid\s*→/);
  await expect(step(page)).toContainText(/L5 is planned with 1\s% liquid/);
  await expect(recordButton(page)).toHaveAttribute('aria-disabled', 'true');
  await step(page).getByRole('button', { name: 'Surgeon’s word' }).click();
  await recordButton(page).click();
  await isRecorded(page, before + 1);
  await expect(rows(page).nth(1)).toContainText('Surgeon’s word');
});

test('a box with a new code and the number of a lot in stock is asked about, learned, and recognised after that', async ({
  app,
  page,
}) => {
  await goToSession(app, page);
  const dialog = page.getByRole('dialog');
  const strip = page.getByRole('region', { name: 'Syringe in hand' });
  await expect(recordButton(page)).toContainText('Record 0.3 mL in L5');
  await scan(page, '4012345678901');
  await expect(dialog.getByText('This is not the code of a medicine box.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(recordButton(page)).toContainText('Record 0.3 mL in L5');

  await scan(page, `${NEW_CODE}1729083110P4506D`);
  const question = dialog.getByRole('region', { name: 'Is this a box that is in stock already?' });
  await expect(question).toContainText(/0\.5\s%, lot P4506D/);
  await expect(question).toContainText('The day in stock stays as it is.');
  await question.getByRole('button', { name: 'No, it is another box' }).click();
  await expect(dialog.getByText(/lot P4506D, is in stock already/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Back to the list' }).click();

  await scan(page, `${NEW_CODE}1729083110P4506D`);
  await question.getByRole('button', { name: /^Yes, it is this one/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(strip).toContainText('P4506D');

  await scan(page, `${NEW_CODE}1720010110P4506D`);
  await expect(dialog.getByText(/says that it expired on 1 Jan 2020/).first()).toBeVisible();
  const take = dialog.getByRole('button', { name: 'Take this syringe' });
  await expect(take).toHaveAttribute('aria-disabled', 'true');
  await scan(page, `${NEW_CODE}10P4506D`);
  await expect(dialog.getByText('Scanned: lot P4506D. Hold it against the box.')).toBeVisible();
  await expect(take).toBeFocused();
});

test('what is recorded in one window shows in another', async ({ app, page, context }) => {
  const session = await goToSession(app, page);
  const before = (await session.read()).injections.length;
  const other = await context.newPage();
  await signInAt(other, page.url(), NURSE);
  await expect(rows(other).nth(1)).toContainText('0.3');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await isRecorded(page, before + 1);
  await expect(rows(other).nth(1)).toContainText('0.1');
});

test('a wheal takes two taps; something serious pauses, until a surgeon lets the session go on', async ({
  app,
  page,
}) => {
  const session = await goToSession(app, page);
  const react = page.getByRole('button', { name: /^Reaction/ });
  await react.click();
  await page.getByRole('button', { name: 'Wheal at the site, mild' }).click();
  await expect(page.getByRole('button', { name: 'Reaction (1)' })).toBeVisible();

  await react.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Syncope' }).click();
  await dialog.getByRole('radio', { name: 'Moderate' }).check();
  await expect(dialog).toContainText('This pauses the session');
  await dialog.getByRole('button', { name: 'Lying down, legs up' }).click();
  await dialog.getByRole('button', { name: 'Record the reaction' }).click();
  const paused = page.getByRole('region', { name: 'Session paused' });
  await expect(paused).toContainText('Syncope, moderate');
  await expect(paused).toContainText('clinic’s own');
  await page.locator('body').press('Enter');
  await expect(recordButton(page)).toHaveCount(0);

  await paused.getByRole('button', { name: /^Resume/ }).click();
  await dialog.getByRole('combobox', { name: 'Who confirms' }).click();
  await page.getByRole('option', { name: 'Dr Ines Okafor' }).click();
  await dialog.getByLabel('Why it may go on').fill('Well again, pulse normal');
  await dialog.getByLabel('PIN of Dr Ines Okafor').fill(DEMO_PIN);
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await canRecordAgain(page);
  expect((await session.read()).injections.filter(({ strikeOut }) => strikeOut === null)).toHaveLength(21);
});

test('what was just recorded is taken back with one key, as a strike-out; a vein left for later stays so after a reload', async ({
  app,
  page,
}) => {
  const session = await goToSession(app, page);
  const before = (await session.read()).injections.length;
  await page.keyboard.press('Enter');
  await isRecorded(page, before + 1);
  // However slow the machine is, the ten seconds are not over.
  await page.clock.setFixedTime((await session.read()).injections.at(-1)?.givenAt ?? 0);
  await expect(
    rows(page)
      .nth(1)
      .getByRole('button', { name: /^Undo injection/ }),
  ).toBeVisible();
  await page.keyboard.press('u');
  await expect(rows(page).nth(1)).toContainText('Undone at once');
  expect((await session.read()).injections.at(-1)?.strikeOut?.reason).toBe('Undone at once');

  const veins = page.getByRole('region', { name: '1 Vein' });
  await veins.getByRole('button', { name: 'Leave L5 for later' }).click();
  await expect(recordButton(page)).toContainText('in L8');
  await page.reload();
  await expect(veins.getByRole('button', { name: /^L5/ })).toContainText('left for later');
});

test('ampoules that do not add up must be explained before closing', async ({ app, page }) => {
  const session = await goToSession(app, page);
  await page.getByRole('button', { name: 'Finish…' }).first().click();
  const light = page.getByRole('region', { name: 'Is it complete?' });
  await expect(light).toContainText('4 things are missing');
  await page.getByRole('button', { name: 'Start the walk' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await page.getByRole('radio', { name: 'Bandage', exact: true }).check();
  await page.getByRole('button', { name: 'All explained' }).click();
  await page.getByRole('radio', { name: 'Given', exact: true }).check();
  await page.getByRole('button', { name: /as planned$/ }).click();
  await light.getByRole('button', { name: /^Observed for long enough/ }).click();
  await expect(page.getByLabel('Minutes observed')).toBeFocused();
  await page.getByLabel('Minutes observed').fill('20');
  await expect(light).toContainText('Nothing is missing');
  // A window that is loaded anew goes on where it was.
  await page.reload();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByLabel('Minutes observed')).toHaveValue('20');
  await expect(light).toContainText('Nothing is missing');
  const box = page.getByRole('group', { name: 'lot P4471K' });
  await box.getByLabel('Thrown away, mL').fill('0.5');
  await expect(box).toContainText(/1\.2\smL missing/);
  const close = page.getByRole('button', { name: 'Close session 2' });
  await expect(close).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('Why the ampoules do not add up').fill('One ampoule fell to the floor');
  await close.click();
  await expect(page.getByText('Closed · to be signed')).toBeVisible();
  expect((await session.read()).state).toBe('closed');
  await expect(page.getByRole('button', { name: /^Strike out/ })).toHaveCount(0);
});

test('a clinician reads an open session and can record nothing', async ({ app, page }) => {
  await goToSession(app, page, 'Dr Leila Sørensen');
  await expect(page.getByText('Being recorded · to read only')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Record|Strike out|Sign as)/ })).toHaveCount(0);
});

test('everything a nurse taps is at least 44 pixels', async ({ app, page }) => {
  await goToSession(app, page);
  const parts = page.getByRole('region', { name: /^[123] / });
  for (const button of await parts.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('three taps record an injection', async ({ app, page }) => {
    const session = await goToSession(app, page);
    const before = (await session.read()).injections.length;
    await page.getByRole('region', { name: '1 Vein' }).getByRole('button', { name: /^L8/ }).tap();
    await page
      .getByRole('region', { name: '2 Volume, mL' })
      .getByRole('button', { name: /^0\.2/ })
      .first()
      .tap();
    await recordButton(page).tap();
    await isRecorded(page, before + 1);
    const { injections } = await session.read();
    expect(injections).toHaveLength(before + 1);
  });
});

async function goToOpening(app: RunningApp, page: Page, familyName: string): Promise<void> {
  const api = await app.api(NURSE, DEMO_PIN);
  const { today } = await api.clinic.status.query();
  const { sessions } = await api.sessions.today.query({ onDate: today });
  const due = sessions.find(({ patient }) => patient.familyName === familyName);
  if (!due) throw new Error(`nothing is planned today for ${familyName}`);
  const path = `/patients/${due.patient.id}/cases/${due.caseId}/sessions/new/${String(due.number)}`;
  await signInAt(page, `${app.origin}${path}`, NURSE);
  await page.getByRole('region', { name: 'Identity' }).waitFor();
}

test.describe('opening', () => {
  const open = (page: Page) => page.getByRole('button', { name: /^Open session \d/ });

  test('five keys for somebody to whom nothing has happened; a box scanned before is offered then, and not opened', async ({
    app,
    page,
  }) => {
    const api = await app.api(NURSE, DEMO_PIN);
    const { lots } = await api.stock.get.query();
    const lot = lots.find(({ lotNumber }) => lotNumber === 'P4506D');
    const learned = { lotId: lot?.id ?? '', code: 'gtin:00367850140059', packExpiresOn: null };
    await api.stock.learnCode.mutate(learned);
    await goToOpening(app, page, 'Ferreira');
    await expect(open(page)).toHaveAttribute('aria-disabled', 'true');
    const changes = page.getByRole('region', { name: 'Changes since the last visit' });
    await expect(changes.getByText(/^Last: no, .*, session \d/).first()).toBeVisible();
    await scan(page, `${NEW_CODE}1729083110PZ0001`);
    await expect(page.getByRole('status').filter({ hasText: 'Lot PZ0001' })).toBeVisible();
    await scan(page, `${NEW_CODE}10P4506D`);
    await expect(page.getByRole('status').filter({ hasText: 'lot P4506D' })).toBeVisible();
    await expect(page.getByLabel('Weight today in kg')).toHaveValue('');
    for (const name of [
      'The patient said this name and birth date',
      'RIGHT',
      /^Weighed: still/,
      /^All \d+ asked.*: no change$/,
      /^Open session \d/,
    ]) {
      await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('Nothing recorded yet.')).toBeVisible();
    await expect(page.getByText('First the syringe: which box is it from?')).toBeVisible();
    const offered = page.getByRole('dialog').getByRole('button', { name: 'Open box P4506D' });
    await expect(offered).toBeFocused();
    await expect(page.getByText('No syringe yet')).toBeVisible();
    await offered.click();
    await expect(page.getByRole('region', { name: 'Syringe in hand' })).toContainText('P4506D');
  });

  test('an allergy that is newly stated is recorded at once, and a doubtful weight is confirmed', async ({
    app,
    page,
  }) => {
    await goToOpening(app, page, 'Ferreira');
    const allergies = page.getByRole('region', { name: 'Allergies' });
    await allergies.getByRole('button', { name: 'Something new…' }).click();
    await allergies.getByRole('radio', { name: 'Has allergies' }).check();
    await allergies.getByRole('textbox').fill('latex');
    await allergies.getByRole('button', { name: 'Save' }).click();
    await expect(allergies).toContainText('latex');
    await expect(allergies).toContainText('done');

    const weight = page.getByRole('region', { name: 'Weight today' });
    await weight.getByRole('textbox').fill('95');
    await expect(weight).toContainText('is it right?');
    await expect(weight).toContainText('to do');
    await weight.getByRole('button', { name: /^95\.0.kg is right$/ }).click();
    await expect(weight).toContainText('done');
  });

  test('the other leg is not taken, and it is said why', async ({ app, page }) => {
    await goToOpening(app, page, 'Ferreira');
    await page.getByRole('button', { name: 'LEFT', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Leg' }).getByRole('alert')).toContainText(
      'The plan holds the RIGHT leg for this session',
    );
    await expect(open(page)).toHaveAttribute('aria-disabled', 'true');
  });

  test('an absolute contraindication is refused, and nobody can allow it', async ({ app, page }) => {
    await goToOpening(app, page, 'Ferreira');
    await page.getByRole('radiogroup', { name: 'Pregnant' }).getByRole('radio', { name: 'Yes' }).check();
    const changes = page.getByRole('region', { name: 'Changes since the last visit' });
    await expect(changes).toContainText('Not treated while this is so: The clinic');
    await expect(changes).toContainText('No one can allow it here');
    await expect(open(page)).toHaveAccessibleDescription(
      /^Not treated today: Pregnant \(The clinic.*\)\. No one can allow it here\.$/,
    );
    await expect(page.getByRole('button', { name: 'Surgeon accepts…' })).toHaveCount(0);
  });

  test('a relative one is accepted by a surgeon with a reason and a PIN that the core checks', async ({
    app,
    page,
  }) => {
    await goToOpening(app, page, 'Ferreira');
    await page.getByRole('button', { name: 'The patient said this name and birth date' }).click();
    await page.getByRole('button', { name: 'RIGHT', exact: true }).click();
    await page.getByRole('button', { name: /^Weighed: still/ }).click();
    await page
      .getByRole('radiogroup', { name: 'Takes anticoagulants, also newly' })
      .getByRole('radio', { name: 'Yes' })
      .check();
    await page.getByRole('button', { name: /^All \d+ asked.*: no change$/ }).click();
    await expect(open(page)).toHaveAttribute('aria-disabled', 'true');
    const accept = async (pin: string) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Who confirms' }).click();
      await page.getByRole('option', { name: 'Dr Ines Okafor' }).click();
      await dialog.getByLabel('Why it is treated all the same').fill('Low dose, stopped in three days');
      await dialog.getByLabel('PIN of Dr Ines Okafor').fill(pin);
      await dialog.getByRole('button', { name: 'Accept' }).click();
    };
    await page.getByRole('button', { name: 'Surgeon accepts…' }).click();
    await accept('9999');
    await open(page).click();
    await expect(page.getByRole('alert').filter({ hasText: 'PIN' })).toBeVisible();
    await expect(page.getByText('Nothing recorded yet.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await accept(DEMO_PIN);
    // A wrong PIN makes the next try wait a moment.
    await expect(async () => {
      if (await open(page).isVisible()) await open(page).click();
      await expect(page.getByText('Nothing recorded yet.')).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });

  test('a missing consent, and allergies nobody has asked for, are said with who can mend it', async ({
    app,
    page,
  }) => {
    await goToOpening(app, page, 'Okonkwo');
    const consent = page.getByRole('region', { name: 'Consent' });
    await expect(consent).toContainText('Surgeon or nurse records it once it is signed.');
    await consent.getByRole('button', { name: 'Signed today' }).click();
    await expect(consent).toContainText('done');
  });
});
