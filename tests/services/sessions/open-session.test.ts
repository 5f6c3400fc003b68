import { describe, expect, test } from 'vitest';
import { readAssessment, saveAssessment } from '../../../electron/services/cases.ts';
import { readPatient, stateAllergies } from '../../../electron/services/patients.ts';
import {
  closeSession,
  openBox,
  openSession,
  readSession,
  recordInjection,
} from '../../../electron/services/sessions.ts';
import { recallLot } from '../../../electron/services/stock.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { grams } from '../../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../../db/temporary-database.ts';
import { core, PIN, rowCounts } from '../../support/core.ts';
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
  closing,
} from '../../support/treatment.ts';

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
    const bare = opening(caseId, {
      identityConfirmed: false,
      weightG: null,
      allergies: null,
      answers: [],
    });
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

  describe('allergies', () => {
    const NONE = { substances: [], polidocanol: false, proneToHypersensitivity: false };

    test('are asked again: the session does not open without, and the statement gets the day and the person', async () => {
      const at = await core();
      const { caseId, patientId } = await readyCase(at);
      at.clock.advance(48);
      expect(failureOf(await openSession(at.as('nurse'), opening(caseId, { allergies: null })))).toEqual({
        code: 'session/check-missing',
        checks: ['allergies'],
      });
      const view = valueOf(await openSession(at.as('surgeon'), opening(caseId)));
      const { allergies } = valueOf(await readPatient(at.as('nurse'), patientId)).patient;
      expect(allergies).toEqual({
        ...NONE,
        statedAt: view.opening.openedAt,
        statedBy: at.people.surgeon.id,
      });
    });

    test('that somebody else has stated meanwhile are not overwritten by what the screen still showed', async () => {
      const at = await core();
      const { caseId, patientId } = await readyCase(at);
      const latex = { ...NONE, substances: ['latex'] };
      valueOf(await stateAllergies(at.as('nurse'), { patientId, ...latex }));
      expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toEqual({
        code: 'session/check-missing',
        checks: ['allergies'],
      });
      valueOf(await openSession(at.as('nurse'), opening(caseId, { allergies: latex })));
      const { allergies } = valueOf(await readPatient(at.as('nurse'), patientId)).patient;
      expect(allergies?.substances).toEqual(['latex']);
    });

    test('a tendency to them at the assessment counts for the limits, whatever the statement says', async () => {
      const at = await core();
      const { caseId } = await readyCase(at);
      await assess(at, caseId, { 'allergy-tendency': 'hay fever only' });
      const { dosePatient } = valueOf(await openSession(at.as('nurse'), opening(caseId)));
      expect(dosePatient.proneToHypersensitivity).toBe(true);
    });

    test('a proneness that is stated needs a surgeon, whatever the assessment says', async () => {
      const at = await core();
      const { caseId, patientId } = await readyCase(at);
      const prone = { ...NONE, proneToHypersensitivity: true };
      valueOf(await stateAllergies(at.as('nurse'), { patientId, ...prone }));
      expect(failureOf(await openSession(at.as('nurse'), opening(caseId, { allergies: prone })))).toEqual({
        code: 'session/acceptance-needed',
        contraindicationIds: ['allergy-tendency'],
      });
    });
  });

  describe('the weight of the day', () => {
    test('that differs by more than 5 % is taken only when it was confirmed', async () => {
      const at = await core();
      const { caseId } = await readyCase(at);
      const heavier = opening(caseId, { weightG: grams(63_100) });
      expect(failureOf(await openSession(at.as('nurse'), heavier))).toEqual({
        code: 'session/check-missing',
        checks: ['weight'],
      });
      const view = valueOf(await openSession(at.as('nurse'), { ...heavier, weightConfirmed: true }));
      expect(view.opening.weightG).toBe(63_100);
    });

    test('the same as a very old one is taken only when it was confirmed', async () => {
      const at = await core();
      const { caseId } = await readyCase(at);
      at.clock.advance(24 * 91);
      expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toMatchObject({
        checks: ['weight'],
      });
      valueOf(await openSession(at.as('nurse'), opening(caseId, { weightConfirmed: true })));
    });
  });

  test('says what was answered the last time, with day and session', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const sayOf = async (id: string) =>
      valueOf(await readAssessment(at.as('nurse'), caseId)).saidBefore.find(
        ({ contraindicationId }) => contraindicationId === id,
      );
    expect(await sayOf('creams')).toMatchObject({ present: false, atSession: null });
    const said = opening(caseId);
    const answers = said.answers.map((each) => ({ ...each, present: each.contraindicationId === 'creams' }));
    const { opening: opened } = valueOf(await openSession(at.as('nurse'), { ...said, answers }));
    expect(await sayOf('creams')).toMatchObject({ present: true, atSession: 1, saidAt: opened.openedAt });
    expect(await sayOf('diabetes')).toMatchObject({ present: false, atSession: null });
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

describe('duplex and feeders first', () => {
  const wide = () => aVein({ kind: 'varicose', diameterMm: 4 });
  const lets = (surgeonId: string, pin: string, ...veins: readonly { readonly id: string }[]) => ({
    waivers: [
      {
        check: 'duplex' as const,
        veinIds: veins.map(({ id }) => idOf<'vein'>(id)),
        surgeonId: idOf<'person'>(surgeonId),
        pin,
        reason: 'seen on the ultrasound of the referring clinic',
      },
    ],
  });

  async function caseWith(at: Awaited<ReturnType<typeof core>>, ...veins: ReturnType<typeof aVein>[]) {
    const caseId = await aCase(at, await aPatient(at));
    await draw(at, caseId, ...veins);
    await assess(at, caseId);
    await consent(at, caseId);
    return caseId;
  }

  test('a vein that wants duplex waits for a surgeon, whose word stays in the record with the veins it covers', async () => {
    const at = await core();
    const vein = wide();
    const caseId = await caseWith(at, vein);
    await plan(at, caseId, [[vein]]);
    expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toEqual({
      code: 'session/waiver-needed',
      check: 'duplex',
      labels: ['L1'],
    });
    const surgeon = at.people.surgeon.id;
    const refused = await openSession(at.as('nurse'), opening(caseId, lets(surgeon, '9999', vein)));
    expect(failureOf(refused)).toMatchObject({ code: 'auth/wrong-pin' });
    at.clock.advance(1);
    const byNurse = await openSession(at.as('nurse'), opening(caseId, lets(at.people.nurse.id, PIN, vein)));
    expect(failureOf(byNurse)).toMatchObject({ code: 'forbidden' });
    const view = valueOf(await openSession(at.as('nurse'), opening(caseId, lets(surgeon, PIN, vein))));
    const { waivers } = view.opening;
    expect(waivers).toEqual([
      {
        check: 'duplex',
        veinIds: [vein.id],
        surgeonId: surgeon,
        reason: 'seen on the ultrasound of the referring clinic',
      },
    ]);
    expect(valueOf(await readSession(at.as('clinician'), view.opening.id)).opening.waivers).toEqual(waivers);
  });

  test('a word for one vein does not cover another that was planned meanwhile', async () => {
    const at = await core();
    const [one, other] = [wide(), aVein({ kind: 'varicose', diameterMm: 5, number: 2 })];
    const caseId = await caseWith(at, one, other);
    await plan(at, caseId, [[one, other]]);
    const word = lets(at.people.surgeon.id, PIN, one);
    expect(failureOf(await openSession(at.as('nurse'), opening(caseId, word)))).toMatchObject({
      code: 'session/waiver-needed',
      labels: ['L2'],
    });
  });

  test('what is fed waits for its feeder, until that was injected in an earlier session', async () => {
    const at = await core();
    const feeder = aVein();
    const fed = aVein({ number: 2, feederId: feeder.id });
    const caseId = await caseWith(at, feeder, fed);
    await plan(at, caseId, [[fed]]);
    expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toEqual({
      code: 'session/waiver-needed',
      check: 'feeder',
      labels: ['L2'],
    });
    await plan(at, caseId, [[feeder], [fed]]);
    const first = valueOf(await openSession(at.as('nurse'), opening(caseId)));
    const lotId = await aLot(at);
    valueOf(await openBox(at.as('nurse'), { sessionId: first.opening.id, lotId }));
    const made = { session: first, lotId, caseId, patientId: first.patientId, veins: [feeder, fed] as const };
    valueOf(await recordInjection(at.as('nurse'), injection(made)));
    valueOf(await closeSession(at.as('nurse'), closing(first.opening.id, { injectedUl: 300 }, lotId)));
    const second = await openSession(at.as('nurse'), opening(caseId, { number: 2, allergies: NO_ALLERGIES }));
    expect(valueOf(second).opening.waivers).toEqual([]);
  });
});

const NO_ALLERGIES = { substances: [], polidocanol: false, proneToHypersensitivity: false };
