import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveAssessment } from '../../electron/services/cases.ts';
import { measure, readPatient, stateAllergies } from '../../electron/services/patients.ts';
import { savePlan, readPlan } from '../../electron/services/plan.ts';
import {
  closeSession,
  openBox,
  openSession,
  readSession,
  recordReaction,
  recordInjection,
  signSession,
  strikeOutInjection,
} from '../../electron/services/sessions.ts';
import { recallLot } from '../../electron/services/stock.ts';
import type { CloseSession } from '../../shared/contract/session.ts';
import { idOf, type SessionId } from '../../shared/kernel/ids.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, PIN, rowCounts, type Core } from '../support/core.ts';
import {
  aCase,
  aLot,
  aPatient,
  assess,
  aVein,
  consent,
  draw,
  injection,
  openedSession,
  opening,
  plan,
  readyCase,
  type OpenSessionAtHand,
} from '../support/treatment.ts';

describe('opening a session', () => {
  test('an uneventful patient: the session is open, with the weight of the day and the profile frozen in it', async () => {
    const at = await core();
    const { caseId, patientId } = await readyCase(at);
    const view = valueOf(await openSession(at.as('nurse'), opening(caseId, { weightG: grams(58_500) })));
    expect(view).toMatchObject({ state: 'open', ofSessions: 1, profileApproved: false });
    expect(view.profile).toMatchObject({ id: 'strictest', version: 1 });
    expect(view.dosePatient).toEqual({
      weightG: 58_500,
      proneToHypersensitivity: false,
      isFirstSession: true,
    });
    expect(view.due).toHaveLength(2);
    const patient = valueOf(await readPatient(at.as('nurse'), patientId));
    expect(patient.patient.weight).toEqual({ weightG: 58_500, onDate: '2026-11-02' });
  });

  test('names every check that is missing', async () => {
    const at = await core();
    const patientId = await aPatient(at, { allergies: null });
    const caseId = await aCase(at, patientId);
    const vein = aVein();
    await draw(at, caseId, vein);
    await plan(at, caseId, [[vein]]);
    const bare = opening(caseId, { identityConfirmed: false, weightG: null, answers: [] });
    expect(failureOf(await openSession(at.as('nurse'), bare))).toEqual({
      code: 'session/check-missing',
      checks: ['identity', 'consent', 'weight', 'changes', 'eligibility', 'allergies'],
    });
  });

  test('refuses a patient who is pregnant today, though she was not at the assessment', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const said = opening(caseId);
    const answers = said.answers.map((answer) =>
      answer.contraindicationId === 'pregnancy' ? { ...answer, present: true } : answer,
    );
    expect(failureOf(await openSession(at.as('surgeon'), { ...said, answers }))).toEqual({
      code: 'session/contraindicated',
      contraindicationIds: ['pregnancy'],
    });
  });

  test('refuses a patient whose allergy to polidocanol was stated after the assessment', async () => {
    const at = await core();
    const { caseId, patientId } = await readyCase(at);
    const statement = { substances: [], polidocanol: true, proneToHypersensitivity: false };
    valueOf(await stateAllergies(at.as('nurse'), { patientId, ...statement }));
    expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toMatchObject({
      code: 'session/contraindicated',
    });
  });

  describe('a relative contraindication', () => {
    async function withDiabetes(acceptedBecause: string | null) {
      const at = await core();
      const ready = await readyCase(at);
      await assess(at, ready.caseId, { diabetes: acceptedBecause });
      return { at, caseId: ready.caseId };
    }
    const acceptance = (surgeonId: string, pin = PIN) => ({
      contraindicationId: 'diabetes',
      surgeonId: idOf<'person'>(surgeonId),
      pin,
      reason: 'well controlled',
    });

    test('needs a surgeon to accept it', async () => {
      const { at, caseId } = await withDiabetes(null);
      expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toEqual({
        code: 'session/acceptance-needed',
        contraindicationIds: ['diabetes'],
      });
    });

    test('may have been accepted at the assessment', async () => {
      const { at, caseId } = await withDiabetes('well controlled');
      valueOf(await openSession(at.as('nurse'), opening(caseId)));
    });

    test('can be accepted now, with the PIN of a surgeon', async () => {
      const { at, caseId } = await withDiabetes(null);
      const accepted = opening(caseId, { acceptances: [acceptance(at.people.surgeon.id)] });
      const { acceptances } = valueOf(await openSession(at.as('nurse'), accepted)).opening;
      expect(acceptances).toEqual([
        { contraindicationId: 'diabetes', surgeonId: at.people.surgeon.id, reason: 'well controlled' },
      ]);
    });

    test('is not accepted by a nurse, nor with a wrong PIN', async () => {
      const { at, caseId } = await withDiabetes(null);
      const byNurse = opening(caseId, { acceptances: [acceptance(at.people.nurse.id)] });
      expect(failureOf(await openSession(at.as('nurse'), byNurse))).toEqual({
        code: 'forbidden',
        needs: ['surgeon'],
      });
      const wrong = opening(caseId, { acceptances: [acceptance(at.people.surgeon.id, '0000')] });
      expect(failureOf(await openSession(at.as('nurse'), wrong))).toMatchObject({ code: 'auth/wrong-pin' });
    });
  });

  test('refuses the other leg than the one that is planned', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    for (const legs of [['right'], ['right', 'left']] as const) {
      const failure = failureOf(await openSession(at.as('nurse'), opening(caseId, { legs: [...legs] })));
      expect(failure).toEqual({ code: 'session/wrong-leg' });
    }
  });

  test('a patient has one open session at a time, whatever the case', async () => {
    const at = await core();
    const { session, patientId } = await openedSession(at);
    const caseId = await aCase(at, patientId);
    const vein = aVein({ number: 3 });
    await draw(at, caseId, vein);
    await plan(at, caseId, [[vein]]);
    await assess(at, caseId);
    await consent(at, caseId);
    expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toEqual({
      code: 'session/already-open',
      sessionId: session.opening.id,
    });
  });

  test('refuses what is not planned, and what was held already', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(
      await closeSession(at.as('nurse'), closing(open.session.opening.id, { injectedUl: 0 }, open.lotId)),
    );
    expect(failureOf(await openSession(at.as('nurse'), opening(open.caseId)))).toEqual({
      code: 'session/already-done',
    });
    expect(failureOf(await openSession(at.as('nurse'), opening(open.caseId, { number: 2 })))).toEqual({
      code: 'session/not-planned',
    });
  });

  test('an assessment under a profile that asks more must be done again', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const findings = { ceap: null, symptomatic: null, vcss: null };
    valueOf(
      await saveAssessment(at.as('surgeon'), {
        caseId,
        legs: { right: findings, left: findings },
        fitzpatrick: null,
        earlierTreatment: '',
        duplexFindings: null,
        eligibility: [],
      }),
    );
    expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toEqual({
      code: 'session/check-missing',
      checks: ['eligibility'],
    });
  });
});

describe('the box', () => {
  test('an expired lot is refused, one that expires today is not', async () => {
    const at = await core();
    const { session } = await openedSession(at);
    const sessionId = session.opening.id;
    const expired = await aLot(at, { expiresOn: '2026-11-01' });
    expect(failureOf(await openBox(at.as('nurse'), { sessionId, lotId: expired }))).toMatchObject({
      code: 'lot/expired',
      expiresOn: '2026-11-01',
    });
    const last = await aLot(at, { expiresOn: '2026-11-02' });
    valueOf(await openBox(at.as('nurse'), { sessionId, lotId: last }));
  });

  test('a recalled lot is refused, also when its box was opened before', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recallLot(at.as('administrator'), { lotId: open.lotId, reason: 'particles' }));
    expect(failureOf(await recordInjection(at.as('nurse'), injection(open)))).toMatchObject({
      code: 'lot/recalled',
    });
  });

  test('a lot that expires overnight in an open session is refused the next day', async () => {
    const at = await core();
    const open = await openedSession(at);
    const lotId = await aLot(at, { expiresOn: '2026-11-02' });
    valueOf(await openBox(at.as('nurse'), { sessionId: open.session.opening.id, lotId }));
    valueOf(await recordInjection(at.as('nurse'), injection(open, { lotId })));
    at.clock.advance(24);
    expect(failureOf(await recordInjection(at.as('nurse'), injection(open, { lotId })))).toMatchObject({
      code: 'lot/expired',
    });
  });

  test('opening it twice counts once', async () => {
    const at = await core();
    const { session, lotId } = await openedSession(at);
    const counts = await rowCounts(at.database);
    const again = valueOf(await openBox(at.as('nurse'), { sessionId: session.opening.id, lotId }));
    expect(again.boxes).toHaveLength(1);
    expect(await rowCounts(at.database)).toEqual(counts);
  });
});

describe('recording an injection', () => {
  test('keeps what was given, its mass, who and when, and the gauges of that moment', async () => {
    const at = await core();
    const open = await openedSession(at);
    at.clock.advance(0.5);
    const given = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect(given).toMatchObject({
      number: 1,
      massUg: 3_000,
      givenAt: '2026-11-02T09:30:00.000Z',
      givenBy: at.people.nurse.id,
      override: null,
    });
    expect(given.assessment.verdict).toBe('clear');
    const view = valueOf(await readSession(at.as('clinician'), open.session.opening.id));
    expect(view.injections).toEqual([given]);
    expect(valueOf(await readPlan(at.as('nurse'), open.caseId)).given).toEqual([
      { veinId: open.veins[0].id, sessionNumber: 1, injections: 1, volumeUl: 300, massUg: 3_000 },
    ]);
  });

  test('sent again with the same id it counts once; with another content it is refused', async () => {
    const at = await core();
    const open = await openedSession(at);
    const sent = injection(open);
    const first = valueOf(await recordInjection(at.as('nurse'), sent));
    const counts = await rowCounts(at.database);
    expect(valueOf(await recordInjection(at.as('nurse'), sent))).toEqual(first);
    const other = { ...sent, volumeUl: microlitres(200) };
    expect(failureOf(await recordInjection(at.as('nurse'), other))).toEqual({
      code: 'invalid-input',
      issues: [{ path: 'injectionId', rule: 'used-before' }],
    });
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('a retry after the session was closed still gets the answer of the first time', async () => {
    const at = await core();
    const open = await openedSession(at);
    const sent = injection(open);
    const first = valueOf(await recordInjection(at.as('nurse'), sent));
    valueOf(
      await closeSession(at.as('nurse'), closing(open.session.opening.id, { injectedUl: 300 }, open.lotId)),
    );
    expect(valueOf(await recordInjection(at.as('nurse'), sent))).toEqual(first);
    expect(failureOf(await recordInjection(at.as('nurse'), injection(open)))).toEqual({
      code: 'session/locked',
    });
  });

  test('refuses the wrong leg, the vein of another case, a strength that is not on the box, and a closed box', async () => {
    const at = await core();
    const open = await openedSession(at);
    const other = await openedSession(at);
    const counts = await rowCounts(at.database);
    const refusal = async (over: Parameters<typeof injection>[1]) =>
      failureOf(await recordInjection(at.as('nurse'), injection(open, over)));
    const right = { leg: 'right', aspect: 'lateral', point: null } as const;
    expect(await refusal({ site: right })).toEqual({ code: 'session/wrong-leg' });
    expect(await refusal({ site: right, veinId: null })).toEqual({ code: 'session/wrong-leg' });
    expect(await refusal({ veinId: other.veins[0].id })).toEqual({ code: 'not-found', what: 'vein' });
    const half = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) } as const;
    expect(await refusal({ preparation: half })).toEqual({ code: 'dose/strength-not-of-lot' });
    expect(await refusal({ lotId: other.lotId })).toMatchObject({ code: 'lot/not-opened' });
    expect(await refusal({ lotId: idOf<'lot'>(randomUUID()) })).toEqual({ code: 'not-found', what: 'lot' });
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('over a soft limit a reason is needed', async () => {
    const at = await core();
    const open = await openedSession(at);
    const large = injection(open, { volumeUl: microlitres(400) });
    const failure = failureOf(await recordInjection(at.as('nurse'), large));
    expect(failure).toMatchObject({ code: 'dose/reason-needed', assessment: { verdict: 'soft' } });
    const given = valueOf(await recordInjection(at.as('nurse'), { ...large, reason: 'long feeder' }));
    expect(given).toMatchObject({ reason: 'long feeder', override: null, number: 1 });
  });

  describe('over a hard limit', () => {
    // 20 kg: at most 40 mg in 24 hours, which 13 injections of 3 mg leave 1 mg of.
    async function nearTheLimit(): Promise<{ at: Core; open: OpenSessionAtHand }> {
      const at = await core();
      const open = await openedSession(at, { weightG: grams(20_000) });
      for (let n = 0; n < 13; n += 1) valueOf(await recordInjection(at.as('nurse'), injection(open)));
      return { at, open };
    }
    const override = (at: Core, over: { surgeonId?: string; pin?: string } = {}) => ({
      surgeonId: idOf<'person'>(over.surgeonId ?? at.people.surgeon.id),
      pin: over.pin ?? PIN,
      reason: 'finish the vein',
    });

    test('it is refused, with the gauge that says why', async () => {
      const { at, open } = await nearTheLimit();
      const failure = failureOf(await recordInjection(at.as('surgeon'), injection(open)));
      expect(failure).toMatchObject({
        code: 'dose/over-hard-limit',
        assessment: { verdict: 'hard', passed: { hard: ['mass-24h'] }, leftOfSyringeUl: 100 },
      });
      // What is left may be given, to the microgram.
      valueOf(await recordInjection(at.as('nurse'), injection(open, { volumeUl: microlitres(100) })));
    });

    test('a surgeon may allow it with the own PIN and a reason', async () => {
      const { at, open } = await nearTheLimit();
      const given = valueOf(
        await recordInjection(at.as('nurse'), injection(open, { override: override(at) })),
      );
      expect(given).toMatchObject({
        number: 14,
        override: { surgeonId: at.people.surgeon.id, reason: 'finish the vein' },
      });
    });

    test('a nurse, a wrong PIN or a surgeon who has left do not', async () => {
      const { at, open } = await nearTheLimit();
      const counts = await rowCounts(at.database);
      const refusal = async (over: Parameters<typeof override>[1]) =>
        failureOf(await recordInjection(at.as('nurse'), injection(open, { override: override(at, over) })));
      expect(await refusal({ surgeonId: at.people.nurse.id })).toEqual({
        code: 'dose/override-refused',
        because: 'not-a-surgeon',
      });
      expect(await refusal({ pin: '0000' })).toEqual({ code: 'dose/override-refused', because: 'wrong-pin' });
      expect(await refusal({})).toMatchObject({ code: 'auth/wait' });
      expect(await rowCounts(at.database)).toEqual(counts);
    });

    test('a struck-out injection no longer counts', async () => {
      const { at, open } = await nearTheLimit();
      const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
      const [first] = injections;
      if (!first) throw new Error('nothing was recorded');
      valueOf(await strikeOutInjection(at.as('nurse'), { injectionId: first.id, reason: 'wrong vein' }));
      expect(valueOf(await recordInjection(at.as('nurse'), injection(open))).number).toBe(14);
    });

    test('many at the same moment: none passes the limit, and the numbers have no gap', async () => {
      const at = await core();
      const open = await openedSession(at, { weightG: grams(20_000) });
      const results = await Promise.all(
        Array.from({ length: 20 }, () => recordInjection(at.as('nurse'), injection(open))),
      );
      const given = results.filter((result) => result.ok);
      expect(given).toHaveLength(13);
      const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
      expect(injections.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    });
  });

  describe('24 hours are rolling and reach across sessions', () => {
    async function twoSessions(hoursBetween: number) {
      const at = await core();
      const open = await openedSession(at, { weightG: grams(20_000) });
      for (let n = 0; n < 13; n += 1) valueOf(await recordInjection(at.as('nurse'), injection(open)));
      valueOf(
        await closeSession(
          at.as('nurse'),
          closing(open.session.opening.id, { injectedUl: 3_900 }, open.lotId),
        ),
      );
      const next = aVein({ number: 3 });
      await draw(at, open.caseId, next);
      const { plan: held } = valueOf(await readPlan(at.as('surgeon'), open.caseId));
      if (!held) throw new Error('no plan');
      valueOf(
        await savePlan(at.as('surgeon'), {
          caseId: open.caseId,
          baseVersion: held.version,
          sessions: [...held.sessions, { number: 2, onDate: at.context.today(), atTime: null }],
          items: [
            ...held.items,
            {
              veinId: next.id,
              sessionNumber: 2,
              preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) },
              punctures: 1,
              volumePerPunctureUl: microlitres(300),
              locked: false,
            },
          ],
        }),
      );
      at.clock.advance(hoursBetween);
      const second = opening(open.caseId, { number: 2, weightG: grams(20_000) });
      const session = valueOf(await openSession(at.as('nurse'), second));
      valueOf(await openBox(at.as('nurse'), { sessionId: session.opening.id, lotId: open.lotId }));
      return { at, input: injection({ ...open, session }, { veinId: next.id }), session };
    }

    test('23 hours later they still count', async () => {
      const { at, input, session } = await twoSessions(23);
      expect(session.earlierIn24h).toHaveLength(13);
      expect(session.dosePatient.isFirstSession).toBe(false);
      expect(failureOf(await recordInjection(at.as('nurse'), input))).toMatchObject({
        code: 'dose/over-hard-limit',
      });
    });

    test('25 hours later they do not', async () => {
      const { at, input, session } = await twoSessions(25);
      expect(session.earlierIn24h).toEqual([]);
      valueOf(await recordInjection(at.as('nurse'), input));
    });

    test('after the clock was set back a day they count as well', async () => {
      const { at, input } = await twoSessions(-30);
      expect(failureOf(await recordInjection(at.as('nurse'), input))).toMatchObject({
        code: 'dose/over-hard-limit',
      });
    });
  });
});

describe('striking out', () => {
  test('the injection stays with who struck it out and why; a second time is refused', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const strike = { injectionId: id, reason: 'recorded twice' };
    valueOf(await strikeOutInjection(at.as('surgeon'), strike));
    const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    expect(injections).toMatchObject([
      { id, strikeOut: { reason: 'recorded twice', struckBy: at.people.surgeon.id } },
    ]);
    expect(failureOf(await strikeOutInjection(at.as('nurse'), strike))).toEqual({
      code: 'injection/already-struck-out',
    });
    const summary = valueOf(await readPatient(at.as('nurse'), open.patientId)).cases[0]?.sessions[0];
    expect(summary).toMatchObject({ injections: 0, volumeUl: 0, massUg: 0, struckOut: 1 });
  });
});

function closing(
  sessionId: SessionId,
  given: { readonly injectedUl: number } = { injectedUl: 0 },
  lotId?: CloseSession['ampoules'][number]['lotId'],
): CloseSession {
  const ampoulesOpened = Math.ceil(given.injectedUl / 2_000);
  return {
    sessionId,
    ampoules: lotId ? [{ lotId, ampoulesOpened, wastedUl: ampoulesOpened * 2_000 - given.injectedUl }] : [],
    differenceReason: lotId ? null : 'no ampoule was opened',
    compressionClass: '2',
    compressionDays: 7,
    observedMinutes: 20,
    aftercareGiven: true,
    note: '',
  };
}

describe('closing and signing', () => {
  test('a difference between opened, injected and wasted needs a reason', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const input = closing(open.session.opening.id, { injectedUl: 500 }, open.lotId);
    expect(failureOf(await closeSession(at.as('nurse'), input))).toEqual({
      code: 'session/difference-unexplained',
      differenceUl: 200,
    });
    const explained = { ...input, differenceReason: 'spilled a little' };
    expect(valueOf(await closeSession(at.as('nurse'), explained)).closing).toMatchObject({
      ampoules: [{ ampoulesOpened: 1, injectedUl: 300, wastedUl: 1_500 }],
      differenceReason: 'spilled a little',
    });
  });

  test('every opened box is counted, and no other', async () => {
    const at = await core();
    const open = await openedSession(at);
    const other = await aLot(at);
    const none = { ...closing(open.session.opening.id), ampoules: [] };
    expect(failureOf(await closeSession(at.as('nurse'), none))).toMatchObject({
      issues: [{ path: 'ampoules', rule: 'missing' }],
    });
    const foreign = closing(open.session.opening.id, { injectedUl: 0 }, other);
    expect(failureOf(await closeSession(at.as('nurse'), foreign))).toMatchObject({
      issues: [{ path: 'ampoules.0.lotId', rule: 'not-opened' }],
    });
  });

  async function closed() {
    const at = await core();
    const open = await openedSession(at);
    const { id } = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const sessionId = open.session.opening.id;
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 300 }, open.lotId)));
    return { at, open, sessionId, injectionId: id };
  }

  test('an open session cannot be signed', async () => {
    const at = await core();
    const { session } = await openedSession(at);
    const signing = { sessionId: session.opening.id, role: 'nurse', pin: PIN } as const;
    expect(failureOf(await signSession(at.as('nurse'), signing))).toEqual({ code: 'session/not-closed' });
  });

  test('a nurse and a surgeon sign, each with the own PIN; then it is signed', async () => {
    const { at, sessionId } = await closed();
    const byNurse = valueOf(await signSession(at.as('nurse'), { sessionId, role: 'nurse', pin: PIN }));
    expect(byNurse.state).toBe('closed');
    const bySurgeon = valueOf(await signSession(at.as('surgeon'), { sessionId, role: 'surgeon', pin: PIN }));
    expect(bySurgeon.state).toBe('signed');
    expect(bySurgeon.signatures.map(({ role }) => role)).toEqual(['nurse', 'surgeon']);
  });

  test('nobody signs in a role that is not theirs, with a wrong PIN, or twice', async () => {
    const { at, sessionId } = await closed();
    const sign = async (who: 'nurse' | 'surgeon', role: 'nurse' | 'surgeon', pin = PIN) =>
      signSession(at.as(who), { sessionId, role, pin });
    expect(failureOf(await sign('nurse', 'surgeon'))).toEqual({ code: 'forbidden', needs: ['surgeon'] });
    expect(failureOf(await sign('nurse', 'nurse', '0000'))).toMatchObject({ code: 'auth/wrong-pin' });
    valueOf(await sign('surgeon', 'surgeon'));
    expect(failureOf(await sign('surgeon', 'surgeon'))).toEqual({ code: 'session/already-signed' });
  });

  test('before the first signature mistakes are struck out and reactions noted; after it the record is locked', async () => {
    const { at, sessionId, injectionId } = await closed();
    const reaction = { sessionId, kind: 'wheal', grade: 'mild', veinId: null, note: 'gone' } as const;
    expect(valueOf(await recordReaction(at.as('nurse'), reaction)).reactions).toHaveLength(1);
    valueOf(await signSession(at.as('nurse'), { sessionId, role: 'nurse', pin: PIN }));
    const strike = { injectionId, reason: 'wrong vein' };
    expect(failureOf(await strikeOutInjection(at.as('surgeon'), strike))).toEqual({ code: 'session/locked' });
    expect(failureOf(await recordReaction(at.as('nurse'), reaction))).toEqual({ code: 'session/locked' });
  });

  test('a later weight does not change the caps of the session', async () => {
    const { at, open, sessionId } = await closed();
    const { patientId } = open;
    const onDate = at.context.today();
    valueOf(await measure(at.as('nurse'), { patientId, onDate, weightG: grams(90_000), heightMm: null }));
    expect(valueOf(await readSession(at.as('nurse'), sessionId)).dosePatient.weightG).toBe(60_000);
  });
});
