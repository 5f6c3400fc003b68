import { describe, expect, test } from 'vitest';
import { readMap } from '../../../electron/services/map.ts';
import { readPlan, savePlan } from '../../../electron/services/plan.ts';
import { recordReview } from '../../../electron/services/reviews.ts';
import {
  closeSession,
  openSession,
  readNextSession,
  recordInjection,
} from '../../../electron/services/sessions.ts';
import { idOf, type CaseId } from '../../../shared/kernel/ids.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/time.ts';
import { failureOf, valueOf } from '../../db/temporary-database.ts';
import { core, type Core } from '../../support/core.ts';
import { aResponse, aReview } from '../../support/reviews.ts';
import {
  aCase,
  aPatient,
  aVein,
  assess,
  closing,
  consent,
  draw,
  injection,
  openedSession,
  opening,
  plan,
  readyCase,
  type Ready,
} from '../../support/treatment.ts';

const nextOf = async (at: Core, caseId: CaseId) => valueOf(await readNextSession(at.as('nurse'), caseId));

/** Puts the first vein into a second session on a day, beside the first session as it is. */
async function planSecond(at: Core, { caseId, veins }: Ready, onDate: CalendarDate): Promise<void> {
  const { plan: present } = valueOf(await readPlan(at.as('surgeon'), caseId));
  if (!present) throw new Error('nothing is planned');
  const sessions = present.sessions.filter(({ number }) => number === 1);
  const items = present.items.filter(({ sessionNumber }) => sessionNumber === 1);
  const again = items.filter(({ veinId }) => veinId === veins[0].id);
  valueOf(
    await savePlan(at.as('surgeon'), {
      caseId,
      baseVersion: present.version,
      sessions: [...sessions, { number: 2, onDate, atTime: null, tighterCaps: [] }],
      items: [...items, ...again.map((item) => ({ ...item, sessionNumber: 2 }))],
    }),
  );
}

const kinds = (found: readonly { readonly kind: string }[] | undefined) => found?.map(({ kind }) => kind);

describe('what stands in the way of the next session', () => {
  test('is nothing where all is on record', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    expect(await nextOf(at, caseId)).toMatchObject({
      number: 1,
      onDate: at.context.today(),
      hindrances: [],
      cautions: [],
    });
  });

  test('is said with who may lift it, and goes as soon as it is done', async () => {
    const at = await core();
    const caseId = await aCase(at, await aPatient(at, { allergies: null }));
    const vein = aVein();
    await draw(at, caseId, vein);
    await plan(at, caseId, [[vein]]);
    const before = await nextOf(at, caseId);
    expect(before?.hindrances).toMatchObject([
      { kind: 'consent', lift: { by: 'doing', action: 'consent/record' } },
      { kind: 'assessment', unanswered: null, lift: { by: 'doing', action: 'assessment/write' } },
      { kind: 'allergies', lift: { by: 'doing', action: 'patient/write' } },
    ]);
    await consent(at, caseId);
    await assess(at, caseId, { pregnancy: null });
    const after = await nextOf(at, caseId);
    expect(after?.hindrances).toMatchObject([
      { kind: 'contraindicated', contraindicationId: 'pregnancy', lift: { by: 'nobody' } },
      { kind: 'allergies' },
    ]);
    expect(after?.contraindications.map(({ id }) => id)).toEqual(['pregnancy']);
  });

  test('is another session that was left open', async () => {
    const at = await core();
    const { caseId, veins } = await openedSession(at);
    await plan(at, caseId, [veins, []]);
    const next = await nextOf(at, caseId);
    expect(next?.number).toBe(2);
    expect(kinds(next?.hindrances)).toEqual(['other-session']);
    expect(kinds(next?.cautions)).toContain('no-veins');
  });

  test('is a feeder that is not treated yet, by its name', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const feeder = aVein({ number: 7 });
    const fed = aVein({ number: 8, feederId: feeder.id });
    await draw(at, caseId, feeder, fed);
    await plan(at, caseId, [[fed]]);
    const next = await nextOf(at, caseId);
    expect(kinds(next?.hindrances)).toEqual(['feeder']);
    expect(next?.veins.map(({ number }) => number)).toEqual([7, 8]);
  });

  test('is no feeder that the session that is open now is about to treat', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const feeder = aVein({ number: 7 });
    const fed = aVein({ number: 8, feederId: feeder.id });
    await draw(at, caseId, feeder, fed);
    await plan(at, caseId, [[feeder], [fed]]);
    valueOf(await openSession(at.as('nurse'), opening(caseId)));
    expect(kinds((await nextOf(at, caseId))?.hindrances)).toEqual(['other-session']);
  });

  test('of a case that has nothing planned, or does not exist, is nothing', async () => {
    const at = await core();
    const caseId = await aCase(at, await aPatient(at));
    expect(await nextOf(at, caseId)).toBeNull();
    const unknown = idOf<'case'>('00000000-0000-4000-8000-000000000000');
    expect(failureOf(await readNextSession(at.as('nurse'), unknown))).toEqual({
      code: 'not-found',
      what: 'case',
    });
  });
});

describe('what is to be looked at before the next session', () => {
  test('veins that were carried over and that nobody has seen again', async () => {
    const at = await core();
    const { patientId } = await readyCase(at);
    at.clock.advance(24 * 400);
    const later = await aCase(at, patientId);
    const { veins } = valueOf(await readMap(at.as('surgeon'), { caseId: later, onDate: null }));
    await plan(at, later, [veins]);
    const next = await nextOf(at, later);
    const unconfirmed = next?.cautions.find((caution) => caution.kind === 'unconfirmed');
    expect(unconfirmed?.veins).toEqual(veins.map(({ id }) => id));
    expect(next?.veins.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('a day that has passed', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    at.clock.advance(48);
    expect((await nextOf(at, caseId))?.cautions).toEqual([
      { kind: 'date', caution: { code: 'past', sessionNumber: 1 } },
    ]);
  });

  test('veins that the last review lets rest longer', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { caseId, veins } = open;
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(
      await closeSession(at.as('nurse'), closing(open.session.opening.id, { injectedUl: 300 }, open.lotId)),
    );
    at.clock.advance(24 * 84);
    const onDate = at.context.today();
    const until = addDays(onDate, 40);
    valueOf(
      await recordReview(
        at.as('clinician'),
        aReview(at, caseId, {
          responses: [aResponse(veins[0].id, { disposition: 'rest' })],
          restUntil: until,
        }),
      ),
    );
    await planSecond(at, open, onDate);
    expect((await nextOf(at, caseId))?.cautions).toContainEqual({
      kind: 'resting',
      veins: [veins[0].id],
      until,
    });
    await planSecond(at, open, until);
    expect(kinds((await nextOf(at, caseId))?.cautions)).not.toContain('resting');
  });
});
