import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import { openSessionByApi, recordByApi } from '../support/session-by-api.ts';
import { lock } from '../support/walks.ts';

test.use({ actionTimeout: 15_000 });

test('the clinic writes its own aftercare, and the next session is closed by it', async ({ app, page }) => {
  await signIn(page, 'Dr Leila Sørensen');
  await page.getByRole('link', { name: 'Setup' }).click();
  await page.getByRole('navigation', { name: 'Setup' }).getByRole('link', { name: 'Limits' }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Harbour limits');
  await dialog.getByRole('button', { name: 'Make the copy' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: /^Aftercare/ }).click();
  const point = (n: number) =>
    page.getByRole('group', { name: `Point ${String(n)} of the aftercare`, exact: true });
  await point(4).getByLabel('For so many days').fill('21');
  await point(5).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Add a point' }).click();
  await page.getByRole('button', { name: 'Save version 2' }).click();
  const words = point(11).getByLabel('What the patient is told');
  await expect(words).toHaveAccessibleDescription(/is needed/);
  await words.fill('No cold plunge');
  const source = page.getByLabel('Where the clinic takes this from');
  await expect(source).toHaveAccessibleDescription(/say where the figure comes from/);
  await source.fill('Agreed by the surgeons');
  await page.getByRole('button', { name: 'Save version 2' }).click();
  await expect(page.getByRole('region', { name: 'Against version 1' })).toContainText('No cold plunge');

  const [surgeon, nurse, administrator] = [
    await app.api('Dr Ines Okafor', DEMO_PIN),
    await app.api('Tom Brandt', DEMO_PIN),
    await app.api('Anne Hale', DEMO_PIN),
  ];
  await administrator.profiles.choose.mutate({ profileId: 'harbour-limits', version: 2 });
  const { path } = await openSessionByApi(surgeon, nurse, { punctures: [2], volumePerPunctureUl: 200 });
  await lock(page);
  await signIn(page, 'Tom Brandt');
  await page.goto(`${app.origin}${path}`);
  await page.getByRole('button', { name: 'Finish…' }).first().click();
  await expect(page.getByText('Agreed by the surgeons')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^No sun on the legs, until/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'No cold plunge' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^No hot baths/ })).toHaveCount(0);
});

test('what was struck out after the closing is counted anew before anybody signs', async ({ app, page }) => {
  const [surgeon, nurse] = [await app.api('Dr Ines Okafor', DEMO_PIN), await app.api('Tom Brandt', DEMO_PIN)];
  const session = await openSessionByApi(surgeon, nurse, { punctures: [2], volumePerPunctureUl: 200 });
  const { path, sessionId, lotId, veinIds } = session;
  const [veinId = ''] = veinIds;
  const [, second = ''] = await recordByApi(nurse, session, { veinId, count: 2, volumeUl: 200 });
  await nurse.sessions.close.mutate({
    sessionId,
    ampoules: [{ lotId, ampoulesOpened: 1, wastedUl: 1_600 }],
    differenceReason: null,
    compressionClass: '2',
    compressionDays: 7,
    fullLength: false,
    observedMinutes: 20,
    aftercareGiven: true,
    aftercareExplained: [],
    nextOn: null,
    note: '',
  });
  await nurse.sessions.strikeOut.mutate({ injectionId: second, reason: 'was not given' });
  await signIn(page, 'Dr Ines Okafor');
  await page.goto(`${app.origin}${path}`);
  const signatures = page.getByRole('region', { name: 'Signatures' });
  await expect(signatures.getByRole('alert')).toContainText('struck out since the ampoules were counted');
  await signatures.getByRole('button', { name: 'Correct the closing…' }).click();
  await page.getByLabel('Thrown away, mL').fill('1.8');
  await page.getByRole('button', { name: 'Told by the nurse' }).click();
  await page.getByRole('button', { name: 'Sign amendment 1…' }).click();
  await page.getByRole('textbox', { name: 'PIN of Dr Ines Okafor' }).fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await expect(signatures.getByRole('alert')).toHaveCount(0);
  await signatures.getByRole('button', { name: 'Sign as surgeon' }).click();
  await page.getByRole('textbox', { name: 'PIN of Dr Ines Okafor' }).fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await expect(signatures).toContainText('Surgeon: Dr Ines Okafor');
});
