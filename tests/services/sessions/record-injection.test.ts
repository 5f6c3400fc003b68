import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { savePlan, readPlan } from '../../../electron/services/plan.ts';
import {
  closeSession,
  openBox,
  openSession,
  readSession,
  recordInjection,
  strikeOutInjection,
} from '../../../electron/services/sessions.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../../db/temporary-database.ts';
import { core, factCounts, PIN, rowCounts, type Core } from '../../support/core.ts';
import {
  aLot,
  aVein,
  draw,
  injection,
  openedSession,
  opening,
  type OpenSessionAtHand,
  closing,
} from '../../support/treatment.ts';

describe('recording an injection', () => {
  test('counts within 24 hours for its own patient, and for nobody else', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const other = await openedSession(at, { familyName: 'Other' });
    expect(other.session.earlierIn24h).toEqual([]);
  });

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

  test('another strength than the plan means for the puncture needs a reason', async () => {
    const at = await core();
    const open = await openedSession(at);
    const half = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) } as const;
    const lotId = await aLot(at, { ugPerMl: half.strengthUgPerMl });
    valueOf(await openBox(at.as('nurse'), { sessionId: open.session.opening.id, lotId }));
    const weaker = (over: Parameters<typeof injection>[1]) =>
      recordInjection(at.as('nurse'), injection(open, { lotId, preparation: half, ...over }));
    const counts = await rowCounts(at.database);
    expect(failureOf(await weaker({}))).toMatchObject({
      code: 'dose/planned-otherwise',
      planned: { form: 'liquid', strengthUgPerMl: 10_000 },
    });
    expect(await rowCounts(at.database)).toEqual(counts);
    expect(valueOf(await weaker({ reason: 'fine branch, skin thin' })).reason).toBe('fine branch, skin thin');
    expect(valueOf(await weaker({ veinId: null, volumeUl: microlitres(200) })).number).toBe(2);
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
      const counts = await factCounts(at.database);
      const refusal = async (over: Parameters<typeof override>[1]) =>
        failureOf(await recordInjection(at.as('nurse'), injection(open, { override: override(at, over) })));
      expect(await refusal({ surgeonId: at.people.nurse.id })).toEqual({
        code: 'dose/override-refused',
        because: 'not-a-surgeon',
      });
      expect(await refusal({ pin: '0000' })).toEqual({ code: 'dose/override-refused', because: 'wrong-pin' });
      expect(await refusal({})).toMatchObject({ code: 'auth/wait' });
      expect(await factCounts(at.database)).toEqual(counts);
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
          sessions: [
            ...held.sessions,
            { number: 2, onDate: at.context.today(), atTime: null, tighterCaps: [] },
          ],
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
