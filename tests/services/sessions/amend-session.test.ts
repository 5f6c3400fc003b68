import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../../electron/services/audit.ts';
import { readPatient } from '../../../electron/services/patients.ts';
import { readPlan } from '../../../electron/services/plan.ts';
import {
  amendSession,
  closeSession,
  readSession,
  recordInjection,
  recordReaction,
  signSession,
} from '../../../electron/services/sessions.ts';
import { correctStock, readStock } from '../../../electron/services/stock.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../../shared/kernel/units.ts';
import { hoursBefore } from '../../../shared/kernel/time.ts';
import { addition, amendment } from '../../support/amendments.ts';
import { core, PIN, rowCounts, type Core } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import {
  aLot,
  aReaction,
  closing,
  injection,
  openedSession,
  readyCase,
  type OpenSessionAtHand,
} from '../../support/treatment.ts';

/** A session of so many injections of 0.3 mL of 1 %, closed, and signed by both. */
async function signed(count = 2, over: Parameters<typeof openedSession>[1] = {}) {
  const at = await core();
  const open = await openedSession(at, over);
  for (let n = 0; n < count; n += 1) valueOf(await recordInjection(at.as('nurse'), injection(open)));
  at.clock.advance(1);
  const sessionId = open.session.opening.id;
  valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: count * 300 }, open.lotId)));
  valueOf(await signSession(at.as('nurse'), { sessionId, role: 'nurse', pin: PIN }));
  valueOf(await signSession(at.as('surgeon'), { sessionId, role: 'surgeon', pin: PIN }));
  at.clock.advance(48);
  return { at, open, sessionId };
}

/** The closing said anew, with so much thrown away. */
function counted({ lotId, session }: OpenSessionAtHand, wastedUl: number, ampoulesOpened = 1) {
  const { sessionId: _of, nextOn: _next, ...ending } = closing(session.opening.id);
  const ampoules = [{ lotId, ampoulesOpened, wastedUl: microlitres(wastedUl) }];
  return { ...ending, ampoules, differenceReason: null };
}

const viewOf = async (at: Core, open: OpenSessionAtHand) =>
  valueOf(await readSession(at.as('clinician'), open.session.opening.id));

describe('an amendment of a signed record', () => {
  test('strikes an injection out; what was signed, who amended it and why stay to be seen', async () => {
    const { at, open, sessionId } = await signed();
    const [first] = (await viewOf(at, open)).injections;
    if (!first) throw new Error('nothing was injected');
    const asked = amendment(sessionId, { strikeOut: [first.id], closing: counted(open, 1_700) });
    const view = valueOf(await amendSession(at.as('surgeon'), asked));
    expect(view.state).toBe('signed');
    expect(view.injections.map(({ strikeOut }) => strikeOut?.reason ?? null)).toEqual([
      'found in the notes',
      null,
    ]);
    expect(view.amendments).toMatchObject([
      {
        number: 1,
        reason: 'found in the notes',
        madeBy: at.people.surgeon.id,
        madeAt: at.clock.now,
        struckOut: [first.id],
        added: [],
        closing: {
          before: { ampoules: [{ injectedUl: 600, wastedUl: 1_400 }] },
          after: { ampoules: [{ injectedUl: 300, wastedUl: 1_700 }] },
        },
      },
    ]);
    expect(view.closing?.ampoules).toMatchObject([{ injectedUl: 300, wastedUl: 1_700 }]);
    expect(view.signatures.every(({ signedAt }) => signedAt < at.clock.now)).toBe(true);
  });

  test('adds an injection that was given: every sum follows, and the next number is its own', async () => {
    const { at, open, sessionId } = await signed();
    const added = addition(at, open, { volumeUl: microlitres(200) });
    const asked = amendment(sessionId, { add: [added], closing: counted(open, 1_200) });
    const view = valueOf(await amendSession(at.as('surgeon'), asked));
    expect(view.injections.at(-1)).toMatchObject({
      id: added.injectionId,
      number: 3,
      massUg: 2_000,
      givenAt: open.session.opening.openedAt,
      givenBy: at.people.nurse.id,
      vessel: { kind: 'reticular', diameterMm: 2 },
      strikeOut: null,
    });
    expect(view.amendments[0]?.added).toEqual([added.injectionId]);
    const [treated] = valueOf(await readPatient(at.as('nurse'), open.patientId)).cases;
    expect(treated?.sessions[0]).toMatchObject({ injections: 3, volumeUl: 800, massUg: 8_000, struckOut: 0 });
    const { given } = valueOf(await readPlan(at.as('surgeon'), open.caseId));
    expect(given).toMatchObject([{ veinId: open.veins[0].id, injections: 3, volumeUl: 800, massUg: 8_000 }]);
  });

  test('counts within the 24 hours of a session that came after it', async () => {
    const at = await core();
    const first = await openedSession(at);
    const sessionId = first.session.opening.id;
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 0 }, first.lotId)));
    at.clock.advance(3);
    const second = await openedSession(at, {}, await readyCase(at, {}, first.patientId));
    const asked = amendment(sessionId, { add: [addition(at, first)], closing: counted(first, 1_700) });
    valueOf(await amendSession(at.as('surgeon'), asked));
    expect((await viewOf(at, second)).earlierIn24h).toMatchObject([{ volumeUl: 300, leg: 'left' }]);
  });

  test('a late injection over a limit is a fact: it is recorded with its gauges, and not refused', async () => {
    const { at, open, sessionId } = await signed(14, { weightG: grams(21_000) });
    const asked = amendment(sessionId, { add: [addition(at, open)], closing: counted(open, 1_500, 3) });
    const { injections } = valueOf(await amendSession(at.as('surgeon'), asked));
    expect(injections.at(-1)).toMatchObject({
      override: null,
      assessment: { verdict: 'hard', passed: { hard: ['mass-24h'] } },
    });
    expect(injections.at(-1)?.assessment.gauges[0]).toMatchObject({
      used: 42_000,
      projected: 45_000,
      cap: 42_000,
    });
  });

  test('adds what was given before a pause that nobody ended before the closing', async () => {
    const at = await core();
    const open = await openedSession(at);
    const sessionId = open.session.opening.id;
    const serious = aReaction(sessionId, { kind: 'visual-disturbance' });
    expect(valueOf(await recordReaction(at.as('nurse'), serious)).pause).toMatchObject({
      needsSurgeon: true,
    });
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 0 }, open.lotId)));
    const asked = amendment(sessionId, { add: [addition(at, open)], closing: counted(open, 1_700) });
    const { injections } = valueOf(await amendSession(at.as('surgeon'), asked));
    expect(injections).toMatchObject([{ dose: { volumeUl: 300 }, strikeOut: null }]);
  });

  test('moves the stock of the lot by what was counted anew', async () => {
    const { at, open, sessionId } = await signed();
    const { lotId } = open;
    valueOf(await correctStock(at.as('nurse'), { lotId, kind: 'found', ampoules: 10, reason: 'counted' }));
    const left = async () =>
      valueOf(await readStock(at.as('nurse'))).lots.find(({ id }) => id === lotId)?.ampoulesLeft;
    expect(await left()).toBe(9);
    const two = amendment(sessionId, { closing: counted(open, 3_400, 2) });
    valueOf(await amendSession(at.as('surgeon'), two));
    expect(await left()).toBe(8);
    const one = amendment(sessionId, { closing: counted(open, 1_400, 1) });
    valueOf(await amendSession(at.as('surgeon'), one));
    expect(await left()).toBe(9);
  });

  test('corrects compression, observation and aftercare; the end of the compression follows', async () => {
    const { at, open, sessionId } = await signed();
    const closingAnew = {
      ...counted(open, 1_400),
      compressionClass: 'bandage' as const,
      compressionDays: 3,
      fullLength: true,
      observedMinutes: 12,
      aftercareGiven: false,
      aftercareExplained: ['no-sun', 'compression', 'no-sun'] as const,
    };
    const asked = amendment(sessionId, {
      closing: { ...closingAnew, aftercareExplained: [...closingAnew.aftercareExplained] },
      remark: 'The leaflet was sent by post.',
    });
    const { closing: holds, amendments } = valueOf(await amendSession(at.as('surgeon'), asked));
    expect(holds).toMatchObject({
      compressionClass: 'bandage',
      compressionUntil: '2026-11-05',
      fullLength: true,
      observedMinutes: 12,
      aftercareGiven: false,
      aftercareExplained: ['compression', 'no-sun'],
      closedBy: at.people.nurse.id,
    });
    expect(amendments[0]?.closing?.before).toMatchObject({ compressionClass: '2', observedMinutes: 20 });
    expect(amendments[0]?.remark).toBe('The leaflet was sent by post.');
  });

  test('the next one begins where the one before left it; both are shown', async () => {
    const { at, open, sessionId } = await signed();
    const first = amendment(sessionId, { remark: 'one' });
    const second = amendment(sessionId, { closing: { ...counted(open, 1_400), observedMinutes: 30 } });
    valueOf(await amendSession(at.as('surgeon'), first));
    const { amendments } = valueOf(await amendSession(at.as('surgeon'), second));
    expect(amendments.map(({ number, closing: changed }) => [number, changed === null])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test('sent twice it counts once; the same id for something else is refused', async () => {
    const { at, open, sessionId } = await signed();
    const asked = amendment(sessionId, { add: [addition(at, open)], closing: counted(open, 1_100) });
    valueOf(await amendSession(at.as('surgeon'), asked));
    const counts = await rowCounts(at.database);
    expect(valueOf(await amendSession(at.as('surgeon'), asked)).amendments).toHaveLength(1);
    expect(failureOf(await amendSession(at.as('surgeon'), { ...asked, remark: 'other' }))).toMatchObject({
      issues: [{ path: 'amendmentId', rule: 'used-before' }],
    });
    const { sign_in_attempts: _tries, ...after } = await rowCounts(at.database);
    expect({ ...counts, ...after }).toEqual(counts);
    expect(valueOf(await verifyAudit(at.as('administrator'))).brokenAt).toBeNull();
  });
});

describe('an amendment is refused', () => {
  test('with a wrong PIN, before the closing, and where there is nothing to amend', async () => {
    const at = await core();
    const open = await openedSession(at);
    const sessionId = open.session.opening.id;
    const asked = amendment(sessionId, { remark: 'early' });
    expect(failureOf(await amendSession(at.as('surgeon'), { ...asked, pin: '0000' }))).toMatchObject({
      code: 'auth/wrong-pin',
    });
    at.clock.advance(1);
    expect(failureOf(await amendSession(at.as('surgeon'), asked))).toEqual({ code: 'session/not-closed' });
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 0 }, open.lotId)));
    expect(failureOf(await amendSession(at.as('surgeon'), amendment(sessionId)))).toMatchObject({
      issues: [{ path: '', rule: 'nothing-to-amend' }],
    });
  });

  test('where the ampoules would no longer agree and nobody says why; nothing of it is written', async () => {
    const { at, open, sessionId } = await signed();
    const [first] = (await viewOf(at, open)).injections;
    if (!first) throw new Error('nothing was injected');
    const counts = await rowCounts(at.database);
    const asked = amendment(sessionId, { strikeOut: [first.id] });
    expect(failureOf(await amendSession(at.as('surgeon'), asked))).toEqual({
      code: 'session/difference-unexplained',
      differenceUl: 300,
    });
    const { sign_in_attempts: _tries, ...after } = await rowCounts(at.database);
    expect({ ...counts, ...after }).toEqual(counts);
    const explained = { ...counted(open, 1_400), differenceReason: 'spilled' };
    const view = valueOf(await amendSession(at.as('surgeon'), { ...asked, closing: explained }));
    expect(view.closing).toMatchObject({ differenceReason: 'spilled' });
  });

  test('for an injection that cannot have been in this session', async () => {
    const { at, open, sessionId } = await signed();
    const other = await aLot(at);
    const half = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) } as const;
    const attempts: readonly (readonly [Parameters<typeof addition>[2], object])[] = [
      [{ lotId: other }, { issues: [{ path: 'add.0.lotId', rule: 'not-opened' }] }],
      [{ givenAt: at.clock.now }, { issues: [{ path: 'add.0.givenAt', rule: 'outside-session' }] }],
      [
        { givenAt: hoursBefore(open.session.opening.openedAt, 1) },
        { issues: [{ path: 'add.0.givenAt', rule: 'outside-session' }] },
      ],
      [{ givenBy: at.people.clinician.id }, { issues: [{ path: 'add.0.givenBy', rule: 'may-not-inject' }] }],
      [{ site: { leg: 'right', aspect: 'lateral', point: null } }, { code: 'session/wrong-leg' }],
      [{ preparation: half }, { code: 'dose/strength-not-of-lot' }],
      [{ volumeUl: microlitres(3_000) }, { code: 'dose/looks-like-slip' }],
    ];
    for (const [over, failure] of attempts) {
      const asked = amendment(sessionId, { add: [addition(at, open, over)], closing: counted(open, 1_100) });
      expect(failureOf(await amendSession(at.as('surgeon'), asked))).toMatchObject(failure);
    }
  });

  test('for an injection of another session, or one that is struck out already', async () => {
    const { at, open, sessionId } = await signed();
    const [first] = (await viewOf(at, open)).injections;
    if (!first) throw new Error('nothing was injected');
    const twice = amendment(sessionId, { strikeOut: [first.id, first.id], closing: counted(open, 1_700) });
    expect(failureOf(await amendSession(at.as('surgeon'), twice))).toEqual({
      code: 'injection/already-struck-out',
    });
    const elsewhere = await openedSession(at);
    const foreign = valueOf(await recordInjection(at.as('nurse'), injection(elsewhere)));
    const asked = amendment(sessionId, { strikeOut: [foreign.id] });
    expect(failureOf(await amendSession(at.as('surgeon'), asked))).toEqual({
      code: 'not-found',
      what: 'injection',
    });
  });
});
