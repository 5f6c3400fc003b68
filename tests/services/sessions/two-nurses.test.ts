import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leaveVeins,
  readSession,
  recordInjection,
  strikeOutInjection,
} from '../../../electron/services/sessions.ts';
import { readPlan } from '../../../electron/services/plan.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import { core, rowCounts } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { injection, openedSession } from '../../support/treatment.ts';

describe('two nurses at one patient', () => {
  test('who confirm the same puncture within seconds give it once: the second is told to look again', async () => {
    const at = await core();
    const open = await openedSession(at);
    const [first, second] = [injection(open, { seenInjections: 0 }), injection(open, { seenInjections: 0 })];
    const given = valueOf(await recordInjection(at.as('nurse'), first));
    expect(failureOf(await recordInjection(at.as('surgeon'), second))).toEqual({
      code: 'session/moved-on',
      number: given.number,
    });
    // Having looked again, it can be given on purpose.
    valueOf(await recordInjection(at.as('surgeon'), { ...second, seenInjections: 1 }));
  });

  test('do not stop each other at different veins, nor at another side of the leg', async () => {
    const at = await core();
    const open = await openedSession(at);
    const [, other] = open.veins;
    valueOf(await recordInjection(at.as('nurse'), injection(open, { seenInjections: 0 })));
    valueOf(
      await recordInjection(at.as('surgeon'), injection(open, { veinId: other.id, seenInjections: 0 })),
    );
    const site = (aspect: 'medial' | 'lateral') =>
      injection(open, {
        veinId: null,
        site: { leg: 'left', aspect, point: [0, 400] },
        volumeUl: microlitres(100),
        reason: 'no map of it yet',
        seenInjections: 0,
      });
    valueOf(await recordInjection(at.as('nurse'), site('medial')));
    valueOf(await recordInjection(at.as('surgeon'), site('lateral')));
    expect(failureOf(await recordInjection(at.as('surgeon'), site('medial'))).code).toBe('session/moved-on');
  });

  test('see a struck-out injection too: what was taken back is not simply given again', async () => {
    const at = await core();
    const open = await openedSession(at);
    const given = valueOf(await recordInjection(at.as('nurse'), injection(open, { seenInjections: 0 })));
    valueOf(await strikeOutInjection(at.as('nurse'), { injectionId: given.id, reason: 'Undone at once' }));
    const stale = await recordInjection(at.as('surgeon'), injection(open, { seenInjections: 0 }));
    expect(failureOf(stale).code).toBe('session/moved-on');
  });

  test('the same request sent again counts once, though others came between', async () => {
    const at = await core();
    const open = await openedSession(at);
    const mine = injection(open, { seenInjections: 0 });
    const given = valueOf(await recordInjection(at.as('nurse'), mine));
    valueOf(await recordInjection(at.as('surgeon'), injection(open, { seenInjections: 1 })));
    expect(valueOf(await recordInjection(at.as('nurse'), mine)).number).toBe(given.number);
  });

  test('in whatever order they look and press, no puncture is given twice and no number is missing', async () => {
    const at = await core();
    const nurses = ['nurse', 'surgeon'] as const;
    const step = fc.record({
      who: fc.constantFrom(0, 1),
      vein: fc.constantFrom(0, 1),
      act: fc.constantFrom('look', 'press', 'press again', 'press'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const open = await openedSession(at);
        const { id } = open.session.opening;
        const read = async () => valueOf(await readSession(at.as('nurse'), id)).injections;
        const into = (veinId: string, all: Awaited<ReturnType<typeof read>>) =>
          all.filter((each) => each.veinId === veinId).length;
        // What each of the two screens shows of each vein, and what it sent last.
        const shown = [
          [0, 0],
          [0, 0],
        ];
        const sent: (ReturnType<typeof injection> | null)[] = [null, null];
        let given = 0;
        for (const { who, vein, act } of steps) {
          const aimed = open.veins[vein === 0 ? 0 : 1];
          const known = shown[who] ?? [];
          const truth = await read();
          if (act === 'look') {
            shown[who] = open.veins.map((each) => into(each.id, truth));
            continue;
          }
          const again = act === 'press again' ? sent[who] : null;
          const request = again ?? injection(open, { veinId: aimed.id, seenInjections: known[vein] ?? 0 });
          const isNew = !truth.some((each) => each.id === request.injectionId);
          const isStale = into(request.veinId ?? '', truth) > (request.seenInjections ?? 0);
          const answer = await recordInjection(at.as(nurses[who === 0 ? 0 : 1]), request);
          expect(answer.ok).toBe(!isNew || !isStale);
          if (!answer.ok) expect(answer.error.code).toBe('session/moved-on');
          sent[who] = request;
          if (!answer.ok || !isNew) continue;
          given += 1;
          // The answer of the core goes into what the sender sees.
          const at0 = open.veins.findIndex((each) => each.id === request.veinId);
          shown[who] = known.map((count, n) => (n === at0 ? count + 1 : count));
        }
        const all = await read();
        expect(all.map(({ number }) => number)).toEqual(Array.from({ length: given }, (_, n) => n + 1));
      }),
      { numRuns: 5 },
    );
  });
});

describe('veins left for later', () => {
  test('stay so after a reload and for the second nurse, until somebody takes them up again', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const [first, second] = open.veins;
    const leave = (later: boolean, ...veins: (typeof first)[]) => ({
      sessionId: id,
      veinIds: veins.map((vein) => vein.id),
      later,
      reason: later ? 'patient is tired' : '',
    });
    valueOf(await leaveVeins(at.as('nurse'), leave(true, first, second)));
    const { leftForLater } = valueOf(await readSession(at.as('surgeon'), id));
    expect(leftForLater).toMatchObject([
      { veinId: first.id, reason: 'patient is tired', leftBy: at.people.nurse.id },
      { veinId: second.id },
    ]);
    const after = valueOf(await leaveVeins(at.as('surgeon'), leave(false, first)));
    expect(after.leftForLater.map(({ veinId }) => veinId)).toEqual([second.id]);
  });

  test('can be given a reason afterwards by whoever knows it; pressed again without one it stays, and the plan has it', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id: sessionId } = open.session.opening;
    const [first] = open.veins;
    const leave = async (who: 'nurse' | 'surgeon', reason: string) =>
      valueOf(await leaveVeins(at.as(who), { sessionId, veinIds: [first.id], later: true, reason }));
    await leave('nurse', '');
    const { leftForLater } = await leave('surgeon', 'Pain');
    expect(leftForLater).toMatchObject([{ veinId: first.id, reason: 'Pain', leftBy: at.people.surgeon.id }]);
    const counts = await rowCounts(at.database);
    expect((await leave('nurse', '')).leftForLater).toEqual(leftForLater);
    await leave('nurse', 'Pain');
    expect(await rowCounts(at.database)).toEqual(counts);
    const planned = valueOf(await readPlan(at.as('surgeon'), open.caseId));
    expect(planned.leftForLater).toEqual([{ sessionNumber: 1, veinId: first.id, reason: 'Pain' }]);
    valueOf(await leaveVeins(at.as('nurse'), { sessionId, veinIds: [first.id], later: false, reason: '' }));
    expect(valueOf(await readPlan(at.as('surgeon'), open.caseId)).leftForLater).toEqual([]);
    expect((await leave('nurse', '')).leftForLater).toMatchObject([{ reason: '' }]);
  });

  test('are veins of this case, and can still be injected', async () => {
    const at = await core();
    const open = await openedSession(at);
    const foreign = await openedSession(at);
    const { id: sessionId } = open.session.opening;
    const leaving = { sessionId, later: true, reason: '' };
    const refused = await leaveVeins(at.as('nurse'), { ...leaving, veinIds: [foreign.veins[0].id] });
    expect(failureOf(refused)).toEqual({ code: 'not-found', what: 'vein' });
    valueOf(await leaveVeins(at.as('nurse'), { ...leaving, veinIds: [open.veins[0].id] }));
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
  });
});
