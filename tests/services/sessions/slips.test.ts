import { describe, expect, test } from 'vitest';
import { readUsualDoses } from '../../../electron/services/doses.ts';
import {
  closeSession,
  readSession,
  recordInjection,
  strikeOutInjection,
} from '../../../electron/services/sessions.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { core, rowCounts, type Core } from '../../support/core.ts';
import {
  aVein,
  closing,
  draw,
  injection,
  openedSession,
  type OpenSessionAtHand,
} from '../../support/treatment.ts';

const ul = microlitres;

describe('a ten-fold slip', () => {
  test('3 mL where 0.3 mL is planned is refused with both numbers, though a reason is given', async () => {
    const at = await core();
    const open = await openedSession(at);
    const counts = await rowCounts(at.database);
    const slip = injection(open, { volumeUl: ul(3_000), reason: 'larger calibre' });
    expect(failureOf(await recordInjection(at.as('nurse'), slip))).toEqual({
      code: 'dose/looks-like-slip',
      slip: { against: 'plan', direction: 'more', volumeUl: 3_000, expectedUl: 300, samples: null },
    });
    const little = injection(open, { volumeUl: ul(30) });
    expect(failureOf(await recordInjection(at.as('nurse'), little))).toMatchObject({
      code: 'dose/looks-like-slip',
      slip: { direction: 'less' },
    });
    expect(await rowCounts(at.database)).toEqual(counts);
    const firstDrop = injection(open, { volumeUl: ul(50) });
    expect(valueOf(await recordInjection(at.as('nurse'), firstDrop)).confirmedSlip).toBeNull();
  });

  test('once the volume is confirmed it is recorded, and the record says so', async () => {
    const at = await core();
    const open = await openedSession(at);
    const confirmed = { volumeUl: ul(30), volumeConfirmed: true };
    const given = valueOf(await recordInjection(at.as('nurse'), injection(open, confirmed)));
    expect(given.confirmedSlip).toMatchObject({ direction: 'less', expectedUl: 300 });
    const view = valueOf(await readSession(at.as('clinician'), open.session.opening.id));
    expect(view.injections).toEqual([given]);
    const ordinary = injection(open, { volumeConfirmed: true });
    expect(valueOf(await recordInjection(at.as('nurse'), ordinary)).confirmedSlip).toBeNull();
  });

  test('confirming the volume is no way past a limit', async () => {
    const at = await core();
    const open = await openedSession(at);
    const confirmed = (volumeUl: number) =>
      injection(open, { volumeUl: ul(volumeUl), volumeConfirmed: true });
    expect(failureOf(await recordInjection(at.as('nurse'), confirmed(3_000)))).toMatchObject({
      code: 'dose/reason-needed',
    });
    expect(failureOf(await recordInjection(at.as('nurse'), confirmed(12_500)))).toMatchObject({
      code: 'dose/over-hard-limit',
    });
  });
});

/** The nurse gives 0.3 mL into each of so many veins of 80 mm, one puncture each, and closes the session. */
async function withCustom(at: Core, veins: number): Promise<OpenSessionAtHand> {
  const open = await openedSession(at);
  const more = Array.from({ length: veins }, (_, n) => aVein({ number: 10 + n }));
  await draw(at, open.caseId, ...more);
  for (const vein of more) {
    valueOf(await recordInjection(at.as('nurse'), injection(open, { veinId: vein.id })));
  }
  return open;
}

async function close(at: Core, open: OpenSessionAtHand, injectedUl: number): Promise<void> {
  const { opening } = open.session;
  valueOf(await closeSession(at.as('nurse'), closing(opening.id, { injectedUl }, open.lotId)));
}

describe("one's own usual dose", () => {
  test('is known once the session is closed, to whoever gave it and to nobody else', async () => {
    const at = await core();
    const open = await withCustom(at, 10);
    expect(valueOf(await readUsualDoses(at.as('nurse')))).toEqual([]);
    await close(at, open, 3_000);
    const [usual] = valueOf(await readUsualDoses(at.as('nurse')));
    expect(usual).toMatchObject({
      veinKind: 'reticular',
      veinPattern: 'line',
      form: 'liquid',
      volumeUl: 300,
      samples: 10,
    });
    expect(usual?.extent).toBeGreaterThan(70);
    expect(valueOf(await readUsualDoses(at.as('clinician')))).toEqual([]);
  });

  test('of a surgeon is what the surgeon plans', async () => {
    const at = await core();
    await openedSession(at);
    expect(valueOf(await readUsualDoses(at.as('surgeon')))).toMatchObject([{ volumeUl: 1_500, samples: 2 }]);
    await openedSession(at);
    expect(valueOf(await readUsualDoses(at.as('surgeon')))).toMatchObject([{ volumeUl: 1_500, samples: 4 }]);
  });

  test('counts a vein once that the same person planned and gave, as it was given', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('surgeon'), injection(open)));
    await close(at, open, 300);
    expect(valueOf(await readUsualDoses(at.as('surgeon')))).toMatchObject([{ volumeUl: 300, samples: 2 }]);
  });

  test('leaves out what was struck out', async () => {
    const at = await core();
    const open = await openedSession(at);
    const given = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(await strikeOutInjection(at.as('nurse'), { injectionId: given.id, reason: 'wrong vein' }));
    await close(at, open, 0);
    expect(valueOf(await readUsualDoses(at.as('nurse')))).toEqual([]);
  });

  test('catches a slip in a vein that is not planned, from ten veins on', async () => {
    const at = await core();
    await close(at, await withCustom(at, 10), 3_000);
    const next = await openedSession(at);
    const unplanned = aVein({ number: 30 });
    await draw(at, next.caseId, unplanned);
    const given = (volumeUl: number, confirmed = false) =>
      recordInjection(
        at.as('nurse'),
        injection(next, {
          veinId: unplanned.id,
          volumeUl: ul(volumeUl),
          volumeConfirmed: confirmed,
          reason: 'wide',
        }),
      );
    expect(failureOf(await given(3_000))).toMatchObject({
      code: 'dose/looks-like-slip',
      slip: { against: 'usual', direction: 'more', samples: 10 },
    });
    expect(valueOf(await given(3_000, true)).confirmedSlip).toMatchObject({ against: 'usual' });
    expect(valueOf(await given(300)).confirmedSlip).toBeNull();
  });

  test('says nothing by nine veins', async () => {
    const at = await core();
    await close(at, await withCustom(at, 9), 2_700);
    const next = await openedSession(at);
    const unplanned = aVein({ number: 30 });
    await draw(at, next.caseId, unplanned);
    const large = injection(next, { veinId: unplanned.id, volumeUl: ul(3_000), reason: 'wide' });
    expect(valueOf(await recordInjection(at.as('nurse'), large)).confirmedSlip).toBeNull();
  });
});
