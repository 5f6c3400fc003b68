import type { KyselyPlugin } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readCasePlans } from '../../electron/services/case-plans.ts';
import { readPatientDoses } from '../../electron/services/patient-doses.ts';
import { readPatientEvents } from '../../electron/services/patient-history.ts';
import { readPatient, measure } from '../../electron/services/patients.ts';
import {
  closeSession,
  openSession,
  openBox,
  recordInjection,
  setSessionCap,
  signSession,
  strikeOutInjection,
} from '../../electron/services/sessions.ts';
import type { ServiceContext } from '../../electron/services/context.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { cumulativeOf } from '../../shared/domain/patient/cumulative.ts';
import { patientTimeline } from '../../shared/domain/patient/timeline.ts';
import { idOf, type PatientId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { calendarDate } from '../../shared/kernel/time.ts';
import { grams } from '../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../support/outcome.ts';
import { core, PIN, type Core } from '../support/core.ts';
import {
  aVein,
  closing,
  draw,
  injection,
  openedSession,
  opening,
  plan,
  readyCase,
  type OpenSessionAtHand,
} from '../support/treatment.ts';

const nobody = idOf<'patient'>('00000000-0000-4000-8000-000000000000');

async function closeAndSign(at: Core, made: OpenSessionAtHand, injectedUl: number): Promise<void> {
  const { session, lotId } = made;
  valueOf(await closeSession(at.as('nurse'), closing(session.opening.id, { injectedUl }, lotId)));
  valueOf(await signSession(at.as('surgeon'), { sessionId: session.opening.id, role: 'surgeon', pin: PIN }));
}

/** Three injections of 0.3 mL of 1 %, one of them struck out; closed and signed. */
async function treated(at: Core): Promise<OpenSessionAtHand> {
  const made = await openedSession(at);
  const wrong = injection(made, { veinId: made.veins[1].id });
  for (const each of [injection(made), wrong, injection(made)]) {
    at.clock.advance(0.05);
    valueOf(await recordInjection(at.as('nurse'), each));
  }
  valueOf(await strikeOutInjection(at.as('nurse'), { injectionId: wrong.injectionId, reason: 'Wrong vein' }));
  at.clock.advance(0.5);
  await closeAndSign(at, made, 600);
  return made;
}

/** A second case of the same patient, so many hours later: one injection of 0.3 mL of 1 %. */
async function secondCase(at: Core, patientId: PatientId, hours: number) {
  at.clock.advance(hours);
  const ready = await readyCase(at, {}, patientId);
  const session = valueOf(await openSession(at.as('nurse'), opening(ready.caseId)));
  return { ...ready, session };
}

async function eventsOf(at: Core, patientId: PatientId) {
  const facts = valueOf(await readPatientEvents(at.as('clinician'), patientId));
  return patientTimeline(facts, (moment) => calendarDate(moment.slice(0, 10)));
}

describe('what happened to a patient', () => {
  test('is told from the first weight to the signature, each with who and when', async () => {
    const at = await core();
    const { patientId, caseId, session } = await treated(at);
    const events = await eventsOf(at, patientId);
    expect(new Set(events.map(({ content }) => content.kind))).toEqual(
      new Set([
        'measurement',
        'allergies',
        'case',
        'assessment',
        'consent',
        'map',
        'plan',
        'session-opened',
        'session-closed',
        'session-signed',
      ]),
    );
    const signed = events.find(({ content }) => content.kind === 'session-signed');
    expect(signed).toMatchObject({
      caseId,
      by: 'surgeon',
      session: { id: session.opening.id, number: 1 },
      onDate: '2026-11-02',
    });
    expect(events.find(({ content }) => content.kind === 'session-closed')?.content.fact).toMatchObject({
      injections: 2,
      struckOut: 1,
      liquidUl: 600,
      foamUl: 0,
      massUg: 6_000,
    });
    expect(events.find(({ content }) => content.kind === 'map')?.content.fact).toMatchObject({
      mapped: 2,
      carriedOver: 0,
      confirmed: 0,
    });
    const keys = events.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('a vein taken over from an older map is told apart from one that was seen again', async () => {
    const at = await core();
    const first = await treated(at);
    const second = await secondCase(at, first.patientId, 24 * 60);
    const facts = valueOf(await readPatientEvents(at.as('nurse'), first.patientId));
    const ofSecond = facts.mapDays.filter(({ caseId }) => caseId === second.caseId);
    expect(ofSecond).toMatchObject([{ carriedOver: 2, mapped: 2, confirmed: 0 }]);
    expect(facts.cases).toHaveLength(2);
  });

  test('a note that speaks of the store’s own words does not make a vein look confirmed', async () => {
    const at = await core();
    const first = await treated(at);
    const second = await secondCase(at, first.patientId, 24 * 60);
    const carried = aVein({
      number: 9,
      note: '"carriedOverFrom":null',
      carriedOverFrom: calendarDate('2020-01-01'),
    });
    await draw(at, second.caseId, carried);
    const facts = valueOf(await readPatientEvents(at.as('nurse'), first.patientId));
    expect(facts.mapDays.filter(({ caseId }) => caseId === second.caseId)).toMatchObject([
      { carriedOver: 3, mapped: 2 },
    ]);
  });

  test('nobody has no history', async () => {
    const at = await core();
    for (const read of [readPatientEvents, readPatientDoses]) {
      expect(failureOf(await read(at.as('nurse'), nobody))).toEqual({ code: 'not-found', what: 'patient' });
    }
    const noCase = idOf<'case'>(nobody);
    expect(failureOf(await readCasePlans(at.as('nurse'), noCase))).toEqual({
      code: 'not-found',
      what: 'case',
    });
  });
});

describe('what the sessions of a patient gave', () => {
  test('by strength, leg and kind; struck-out injections apart; the caps for the weight of the day', async () => {
    const at = await core();
    const { patientId, session } = await treated(at);
    // A weight that is measured later changes nothing of what the session was held against.
    valueOf(
      await measure(at.as('nurse'), {
        patientId,
        onDate: at.context.today(),
        weightG: grams(90_000),
        heightMm: null,
      }),
    );
    const { sessions } = valueOf(await readPatientDoses(at.as('clinician'), patientId));
    expect(sessions).toMatchObject([
      {
        sessionId: session.opening.id,
        number: 1,
        state: 'signed',
        weightG: 60_000,
        parts: [{ leg: 'left', veinKind: 'reticular', injections: 2, volumeUl: 600, massUg: 6_000 }],
        struckOut: { injections: 1, volumeUl: 300 },
        amendments: 0,
        within24h: null,
      },
    ]);
    expect(
      sessions[0]?.caps.map(({ limit, amount, tighterBy }) => [limit.id, amount, tighterBy]).slice(0, 2),
    ).toEqual([
      ['mass-24h', 120_000, null],
      ['session-volume', 10_000, null],
    ]);
  });

  test('a cap that a surgeon set for one session holds for that one alone', async () => {
    const at = await core();
    const first = await treated(at);
    const second = await secondCase(at, first.patientId, 48);
    valueOf(
      await setSessionCap(at.as('nurse'), {
        sessionId: second.session.opening.id,
        limitId: 'mass-24h',
        amount: 50_000,
        surgeonId: at.people.surgeon.id,
        pin: PIN,
        reason: 'Slight',
      }),
    );
    const { sessions } = valueOf(await readPatientDoses(at.as('nurse'), first.patientId));
    expect(sessions.map(({ caps }) => [caps[0]?.amount, caps[0]?.tighterBy])).toEqual([
      [120_000, null],
      [50_000, at.people.surgeon.id],
    ]);
  });

  test('two sessions within 24 hours are added up, whatever their cases', async () => {
    const at = await core();
    const first = await treated(at);
    const second = await secondCase(at, first.patientId, 20);
    valueOf(await openBox(at.as('nurse'), { sessionId: second.session.opening.id, lotId: first.lotId }));
    valueOf(await recordInjection(at.as('nurse'), injection({ ...second, lotId: first.lotId }, {})));
    const { sessions } = valueOf(await readPatientDoses(at.as('nurse'), first.patientId));
    expect(sessions.map(({ within24h }) => within24h)).toEqual([
      null,
      { massUg: 9_000, volumeUl: 900, withSessions: [first.session.opening.id] },
    ]);
    expect(cumulativeOf(sessions)).toMatchObject({
      sessions: 2,
      injections: 3,
      liquidUl: 900,
      massUg: 9_000,
      mostMassIn24h: { amount: 9_000, percent: 7 },
    });
  });
});

describe('the plan beside the sessions', () => {
  test('stays as it stood when the session was opened, whatever is planned since', async () => {
    const at = await core();
    const { caseId, veins } = await treated(at);
    const third = aVein({ number: 3 });
    await draw(at, caseId, third);
    await plan(at, caseId, [veins, [third]]);
    const plans = valueOf(await readCasePlans(at.as('clinician'), caseId));
    expect(plans.sessions).toMatchObject([{ number: 1, state: 'signed' }]);
    expect(plans.sessions[0]?.planned.map(({ veinId, punctures }) => [veinId, punctures])).toEqual(
      veins.map(({ id }) => [id, 5]),
    );
    expect(plans.planNow.map(({ sessionNumber }) => sessionNumber)).toEqual([1, 1, 2]);
    expect(plans.daysNow).toHaveLength(2);
  });
});

/** How many questions a service puts to the database. */
async function questionsOf(
  at: Core,
  read: (context: ServiceContext) => Promise<Result<unknown, Failure>>,
): Promise<number> {
  let questions = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      questions += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const context = at.as('nurse');
  valueOf(await read({ ...context, db: context.db.withPlugin(counting) }));
  return questions;
}

describe('a patient with a long history', () => {
  test('every case is counted by itself, in as many questions as for a single one', async () => {
    const at = await core();
    const { patientId } = await treated(at);
    const reads = [readPatient, readPatientEvents, readPatientDoses].map(
      (read) => (context: ServiceContext) => read(context, patientId),
    );
    const before = await Promise.all(reads.map((read) => questionsOf(at, read)));
    const second = await secondCase(at, patientId, 24 * 60);
    const { cases } = valueOf(await readPatient(at.as('nurse'), patientId));
    expect(
      cases.map(({ id, veins, plannedSessions, sessions, next }) => ({
        ...{ id, veins, plannedSessions, next: next?.number ?? null },
        sessions: sessions.map(({ state, injections }) => [state, injections]),
      })),
    ).toMatchObject([
      { id: second.caseId, veins: 4, plannedSessions: 1, sessions: [['open', 0]], next: null },
      { veins: 2, plannedSessions: 1, sessions: [['signed', 2]], next: null },
    ]);
    expect(await Promise.all(reads.map((read) => questionsOf(at, read)))).toEqual(before);
  });

  test('says what is planned next and how the last review that holds was', async () => {
    const at = await core();
    const { patientId } = await readyCase(at);
    const [ready] = valueOf(await readPatient(at.as('nurse'), patientId)).cases;
    expect(ready).toMatchObject({
      next: { number: 1, onDate: at.context.today(), atTime: null },
      lastReview: null,
      reviews: 0,
    });
  });
});
