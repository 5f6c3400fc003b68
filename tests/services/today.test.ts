import { describe, expect, test } from 'vitest';
import { stateAllergies } from '../../electron/services/patients.ts';
import { readReviews, recordReview } from '../../electron/services/reviews.ts';
import { openSession, readToday, recordInjection } from '../../electron/services/sessions.ts';
import { addDays, calendarDate, type CalendarDate } from '../../shared/kernel/time.ts';
import { microgramsPerMillilitre } from '../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, type Core } from '../support/core.ts';
import { aResponse, aReview } from '../support/reviews.ts';
import {
  aCase,
  aLot,
  aPatient,
  aVein,
  assess,
  draw,
  injection,
  openedSession,
  opening,
  plan,
  readyCase,
} from '../support/treatment.ts';

const todayOf = async (at: Core, onDate: CalendarDate = at.context.today()) =>
  valueOf(await readToday(at.as('nurse'), onDate));

describe('the sessions of a day', () => {
  test('shows what is planned, on which leg, and what is in the way', async () => {
    const at = await core();
    const ready = await readyCase(at);
    const patientId = await aPatient(at, { familyName: 'Aaron', allergies: null });
    const caseId = await aCase(at, patientId);
    const vein = aVein({ leg: 'right' });
    await draw(at, caseId, vein);
    await plan(at, caseId, [[vein]]);
    const { sessions } = await todayOf(at);
    expect(sessions).toMatchObject([
      {
        caseId,
        patient: { familyName: 'Aaron' },
        legs: ['right'],
        session: null,
        hindrances: ['no-consent', 'no-eligibility', 'no-allergy-statement'],
      },
      { caseId: ready.caseId, number: 1, ofSessions: 1, legs: ['left'], hindrances: [] },
    ]);
    expect((await todayOf(at, calendarDate('2026-11-03'))).sessions).toEqual([]);
  });

  test('only the newest plan counts', async () => {
    const at = await core();
    const ready = await readyCase(at);
    at.clock.advance(24);
    await plan(at, ready.caseId, [ready.veins]);
    expect((await todayOf(at, calendarDate('2026-11-02'))).sessions).toEqual([]);
    expect((await todayOf(at)).sessions).toHaveLength(1);
  });

  test('a session stands on the day it was held, and stays unfinished until a surgeon signs', async () => {
    const at = await core();
    const ready = await readyCase(at);
    at.clock.advance(24);
    const { opening: held } = valueOf(await openSession(at.as('nurse'), opening(ready.caseId)));
    expect((await todayOf(at, calendarDate('2026-11-02'))).sessions).toEqual([]);
    const today = await todayOf(at);
    expect(today.sessions).toMatchObject([
      { session: { id: held.id, state: 'open', openedBy: 'nurse' }, legs: ['left'] },
    ]);
    expect(today.unfinished).toMatchObject([{ sessionId: held.id, state: 'open', number: 1 }]);
    expect(today.unfinished[0]?.patient.id).toBe(ready.patientId);
  });

  test('says when another session of the patient is still open', async () => {
    const at = await core();
    const open = await openedSession(at);
    const vein = aVein({ number: 9 });
    const caseId = await aCase(at, open.patientId);
    await draw(at, caseId, vein);
    await plan(at, caseId, [[vein]]);
    const line = (await todayOf(at)).sessions.find((session) => session.caseId === caseId);
    expect(line?.hindrances).toContain('other-session-open');
  });

  test('says of somebody allergic to polidocanol that she cannot be treated', async () => {
    const at = await core();
    const { caseId, patientId } = await readyCase(at);
    const statement = { substances: [], polidocanol: true, proneToHypersensitivity: false };
    valueOf(await stateAllergies(at.as('nurse'), { patientId, ...statement }));
    expect((await todayOf(at)).sessions).toMatchObject([{ caseId, hindrances: ['contraindicated'] }]);
    expect(failureOf(await openSession(at.as('nurse'), opening(caseId)))).toMatchObject({
      code: 'session/contraindicated',
    });
  });

  test('says of an absolute contraindication of the assessment that it is in the way, before what is missing', async () => {
    const at = await core();
    const patientId = await aPatient(at);
    const caseId = await aCase(at, patientId);
    const vein = aVein();
    await draw(at, caseId, vein);
    await assess(at, caseId, { pregnancy: null });
    await plan(at, caseId, [[vein]]);
    expect((await todayOf(at)).sessions).toMatchObject([{ hindrances: ['contraindicated', 'no-consent'] }]);
  });

  test('a relative contraindication waits for a surgeon, who can accept it at the opening', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    await assess(at, caseId, { diabetes: null });
    expect((await todayOf(at)).sessions).toMatchObject([{ hindrances: ['acceptance-needed'] }]);
  });

  test('what speaks against foam alone is in the way only where foam is planned', async () => {
    const at = await core();
    const { caseId, veins } = await readyCase(at);
    await assess(at, caseId, { 'pfo-symptomatic': null });
    expect((await todayOf(at)).sessions).toMatchObject([{ hindrances: [] }]);
    const preparation = {
      form: 'foam',
      strengthUgPerMl: microgramsPerMillilitre(10_000),
      gasParts: 4,
    } as const;
    await plan(at, caseId, [veins], { preparation });
    expect((await todayOf(at)).sessions).toMatchObject([{ hindrances: ['contraindicated'] }]);
  });
});

describe('what else a day brings', () => {
  test('lots that expire within 30 days or have expired, but no recalled ones', async () => {
    const at = await core();
    const gone = await aLot(at, { expiresOn: '2026-10-01' });
    const soon = await aLot(at, { expiresOn: '2026-12-02' });
    await aLot(at, { expiresOn: '2026-12-03' });
    expect((await todayOf(at)).expiringLots.map(({ id }) => id)).toEqual([gone, soon]);
  });

  test('a review is due twelve weeks after the last session, until there is one', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect((await todayOf(at)).reviewsDue).toEqual([]);
    at.clock.advance(24 * 69);
    expect((await todayOf(at)).reviewsDue).toEqual([]);
    at.clock.advance(24);
    expect((await todayOf(at)).reviewsDue).toMatchObject([
      { caseId: open.caseId, dueOn: '2027-01-25', afterSession: 1 },
    ]);
    const responses = [aResponse(open.veins[0].id, { response: 'better', pigmentation: 1 })];
    const said = { responses, improvementPercent: 60, satisfaction: 'satisfied' } as const;
    valueOf(await recordReview(at.as('clinician'), aReview(at, open.caseId, said)));
    expect((await todayOf(at)).reviewsDue).toEqual([]);
    const view = valueOf(await readReviews(at.as('nurse'), open.caseId));
    expect(view.reviews).toMatchObject([{ improvementPercent: 60, responses }]);
    expect(view.given).toMatchObject([{ injections: 1, volumeUl: 300 }]);
  });

  test('a review is due when veins have rested, until there is one or they are treated', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    at.clock.advance(24 * 84);
    const responses = [aResponse(open.veins[0].id, { disposition: 'rest' })];
    const restUntil = addDays(at.context.today(), 60);
    const review = aReview(at, open.caseId, { responses, restUntil });
    valueOf(await recordReview(at.as('clinician'), review));
    expect((await todayOf(at)).reviewsDue).toEqual([]);
    at.clock.advance(24 * 46);
    expect((await todayOf(at)).reviewsDue).toMatchObject([
      { caseId: open.caseId, dueOn: restUntil, isAfterRest: true },
    ]);
    valueOf(await recordReview(at.as('clinician'), aReview(at, open.caseId)));
    expect((await todayOf(at)).reviewsDue).toEqual([]);
  });

  test('a review is due when the veins of a case rest in which there has been no session yet', async () => {
    const at = await core();
    const { caseId, veins } = await readyCase(at);
    const responses = [aResponse(veins[0].id, { disposition: 'rest' })];
    const restUntil = addDays(at.context.today(), 60);
    valueOf(await recordReview(at.as('clinician'), aReview(at, caseId, { responses, restUntil })));
    at.clock.advance(24 * 60);
    expect((await todayOf(at)).reviewsDue).toMatchObject([{ caseId, dueOn: restUntil, isAfterRest: true }]);
  });

  test('a review of tomorrow, of a vein that is not mapped, or of a vein twice is refused', async () => {
    const at = await core();
    const { caseId, veins } = await readyCase(at);
    const response = aResponse(veins[0].id);
    const review = aReview(at, caseId, { responses: [response] });
    const refusal = async (over: object) =>
      failureOf(await recordReview(at.as('clinician'), { ...review, ...over }));
    expect(await refusal({ onDate: '2026-11-03' })).toMatchObject({ issues: [{ rule: 'in-future' }] });
    expect(await refusal({ onDate: '2026-11-01' })).toMatchObject({ issues: [{ rule: 'before-case' }] });
    expect(await refusal({ responses: [{ ...response, veinId: aVein().id }] })).toMatchObject({
      issues: [{ path: 'responses.0.veinId', rule: 'unknown' }],
    });
    expect(await refusal({ responses: [response, response] })).toMatchObject({
      issues: [{ path: 'responses', rule: 'vein-twice' }],
    });
  });
});
