import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveGesture } from '../../electron/services/map.ts';
import { readPlan, savePlan } from '../../electron/services/plan.ts';
import { openSession } from '../../electron/services/sessions.ts';
import type { SavePlan } from '../../shared/contract/plan.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { calendarDate } from '../../shared/kernel/time.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, rowCounts, type Core } from '../support/core.ts';
import { aVein, draw, LIQUID_1_PERCENT, opening, plan, readyCase, type Ready } from '../support/treatment.ts';

const item = (vein: Vein, sessionNumber: number | null): SavePlan['items'][number] => ({
  veinId: vein.id,
  sessionNumber,
  preparation: LIQUID_1_PERCENT,
  punctures: 5,
  volumePerPunctureUl: microlitres(300),
  locked: false,
});

const session = (number: number, onDate = '2026-11-02') => ({
  number,
  onDate: calendarDate(onDate),
  atTime: null,
  tighterCaps: [],
});

async function planned(): Promise<{
  at: Core;
  ready: Ready;
  save: (over: Partial<SavePlan>) => ReturnType<typeof savePlan>;
}> {
  const at = await core();
  const ready = await readyCase(at);
  const save = (over: Partial<SavePlan>) =>
    savePlan(at.as('surgeon'), {
      caseId: ready.caseId,
      baseVersion: 1,
      sessions: [session(1), session(2)],
      items: ready.veins.map((vein) => item(vein, 1)),
      ...over,
    });
  return { at, ready, save };
}

describe('saving a plan', () => {
  test('each change is a version, and it is read back as it was saved', async () => {
    const { ready, save } = await planned();
    const [first, second] = ready.veins;
    const items = [item(second, 2), { ...item(first, null), locked: true }];
    const { plan: saved } = valueOf(await save({ items }));
    expect(saved).toMatchObject({ version: 2, sessions: [session(1), session(2)], items });
  });

  test('two surgeons who change the same plan do not overwrite each other', async () => {
    const { save } = await planned();
    valueOf(await save({}));
    expect(failureOf(await save({}))).toEqual({ code: 'conflict', what: 'plan', currentVersion: 2 });
  });

  test('refuses a vein that is not on the map, a session that is not there, and a session twice', async () => {
    const { at, save } = await planned();
    const counts = await rowCounts(at.database);
    expect(failureOf(await save({ items: [item(aVein(), 1)] }))).toEqual({ code: 'plan/unknown-vein' });
    const { ready } = await planned();
    expect(failureOf(await save({ items: ready.veins.map((vein) => item(vein, 1)) }))).toEqual({
      code: 'plan/unknown-vein',
    });
    expect(failureOf(await save({ sessions: [session(2)] }))).toMatchObject({
      issues: [{ path: 'items.0.sessionNumber', rule: 'unknown' }],
    });
    expect(failureOf(await save({ sessions: [session(1), session(1)] }))).toMatchObject({
      issues: [{ path: 'sessions', rule: 'number-twice' }],
    });
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('a feeder is never treated later than what it feeds', async () => {
    const { at, ready, save } = await planned();
    const [feeder] = ready.veins;
    const web = aVein({ number: 3, feederId: feeder.id });
    await draw(at, ready.caseId, web);
    expect(failureOf(await save({ items: [item(feeder, 2), item(web, 1)] }))).toEqual({
      code: 'plan/feeder-later',
      labels: ['L1'],
    });
    valueOf(await save({ items: [item(feeder, 1), item(web, 1)] }));
  });

  test('a session that was held stays as it was; what comes later can change', async () => {
    const { at, ready, save } = await planned();
    valueOf(await openSession(at.as('nurse'), opening(ready.caseId)));
    const [first, second] = ready.veins;
    const refusals = [
      { items: [item(first, 1), item(second, 2)] },
      { items: [item(first, 1), { ...item(second, 1), punctures: 6 }] },
      { sessions: [session(1, '2026-11-03'), session(2)] },
      { sessions: [session(2)], items: [] },
    ];
    for (const over of refusals) {
      expect(failureOf(await save(over))).toEqual({ code: 'plan/session-done', number: 1 });
    }
    const third = aVein({ number: 3 });
    await draw(at, ready.caseId, third);
    const { plan: saved, held } = valueOf(
      await save({ items: [item(third, 2), item(second, 1), item(first, 1)] }),
    );
    expect(saved?.items).toHaveLength(3);
    expect(held).toEqual([{ number: 1, onDate: '2026-11-02', state: 'open' }]);
  });

  test('a vein that is erased leaves the plan, and comes back with it', async () => {
    const { at, ready } = await planned();
    const [vein] = ready.veins;
    const erase = { added: [], updated: [], removed: [vein] };
    const draws = { added: [vein], updated: [], removed: [] };
    const save = async (baseVersion: number, diff: typeof erase | typeof draws) =>
      valueOf(
        await saveGesture(at.as('surgeon'), {
          caseId: ready.caseId,
          gestureId: idOf<'gesture'>(randomUUID()),
          baseVersion,
          label: 'test',
          diff,
        }),
      );
    const plannedVeins = async () =>
      valueOf(await readPlan(at.as('nurse'), ready.caseId)).plan?.items.map(({ veinId }) => veinId);
    await save(1, erase);
    expect(await plannedVeins()).toEqual([ready.veins[1].id]);
    await save(2, draws);
    expect(await plannedVeins()).toEqual(ready.veins.map(({ id }) => id));
  });

  test('the plan is held against the profile in use, and says that nobody has approved it', async () => {
    const { at, ready } = await planned();
    await plan(at, ready.caseId, [ready.veins]);
    const view = valueOf(await readPlan(at.as('clinician'), ready.caseId));
    expect(view).toMatchObject({ profileApproved: false, profile: { id: 'strictest' } });
  });
});
