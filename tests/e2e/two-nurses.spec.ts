import type { Page, Response } from '@playwright/test';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import { openSessionByApi, recordByApi } from '../support/session-by-api.ts';

test.use({ opened: false, actionTimeout: 60_000 });

const PER_SCREEN = 20;
/** Sent by each nurse's own program meanwhile, without a screen. */
const PER_PROGRAM = 80;
const VOLUME_UL = 50;

const ledger = (page: Page) => page.getByRole('region', { name: 'Recorded injections' });

const isRecord = (response: Response) => new URL(response.url()).pathname.endsWith('/sessions.record');

/**
 * Records with the keyboard alone into the vein that is offered, which the other nurse does as well. Where the other was quicker, the screen asks
 * to look again: the volume is chosen anew, for the puncture that is next by now. Gives the ids that were acknowledged.
 */
async function recordByKeys(page: Page, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  const record = page.getByRole('button', { name: /^Record 0\.05 mL in L1/ });
  while (ids.length < count) {
    await record.waitFor();
    const [answer] = await Promise.all([page.waitForResponse(isRecord), page.keyboard.press('Enter')]);
    if (answer.ok()) {
      ids.push(idIn(await answer.text()));
      continue;
    }
    expect(await answer.text()).toContain('session/moved-on');
    await page.getByRole('button', { name: 'Look again' }).waitFor();
    await page.keyboard.press('1');
  }
  return ids;
}

function idIn(answer: string): string {
  const [, id] = /"id":"([0-9a-f-]{36})"/.exec(answer) ?? [];
  if (id === undefined) throw new Error(`not recorded: ${answer.slice(0, 300)}`);
  return id;
}

/** The numbers in the ledger, the newest first. */
const numbersOn = async (page: Page) =>
  (await ledger(page).locator('td:first-child').allTextContents()).map(Number);

test('two nurses record 200 injections into one session at the same time: none is lost, none is double, and both see the same', async ({
  app,
  page,
  context,
  browser,
}) => {
  test.setTimeout(600_000);
  const [surgeon, tom, rita] = [
    await app.api('Dr Ines Okafor', DEMO_PIN),
    await app.api('Tom Brandt', DEMO_PIN),
    await app.api('Rita Silva', DEMO_PIN),
  ];
  const session = await openSessionByApi(surgeon, tom, {
    punctures: [2 * PER_SCREEN, PER_PROGRAM, PER_PROGRAM],
    volumePerPunctureUl: VOLUME_UL,
  });
  const [, second = '', third = ''] = session.veinIds;

  const otherContext = await browser.newContext({ storageState: await context.storageState() });
  const other = await otherContext.newPage();
  for (const [at, name] of [
    [page, 'Tom Brandt'],
    [other, 'Rita Silva'],
  ] as const) {
    await signInAt(at, `${app.origin}${session.path}`, name);
    await at.getByRole('button', { name: /^Record 0\.05 mL in L1/ }).waitFor();
  }

  const each = { count: PER_PROGRAM, volumeUl: VOLUME_UL };
  const acknowledged = (
    await Promise.all([
      recordByKeys(page, PER_SCREEN),
      recordByKeys(other, PER_SCREEN),
      recordByApi(tom, session, { ...each, veinId: second }),
      recordByApi(rita, session, { ...each, veinId: third }),
    ])
  ).flat();

  expect(new Set(acknowledged).size).toBe(200);
  const { injections } = await tom.sessions.get.query({ sessionId: session.sessionId });
  expect(injections.map(({ id }) => String(id)).toSorted()).toEqual(acknowledged.toSorted());
  expect(injections.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  expect(injections.reduce((sum, { dose: { volumeUl } }) => sum + volumeUl, 0)).toBe(200 * VOLUME_UL);
  for (const at of [page, other]) {
    await expect(ledger(at)).toContainText('200 injections', { timeout: 60_000 });
    expect(await numbersOn(at)).toEqual(Array.from({ length: 200 }, (_, n) => 200 - n));
  }
  const limitsOn = (at: Page) => at.getByRole('region', { name: 'Limits' }).innerText();
  expect(await limitsOn(page)).toContain('10.0');
  expect(await limitsOn(page)).toBe(await limitsOn(other));
  await otherContext.close();
});
