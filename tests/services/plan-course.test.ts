import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveGesture } from '../../electron/services/map.ts';
import { readPlan, savePlan } from '../../electron/services/plan.ts';
import { recordReview } from '../../electron/services/reviews.ts';
import { recordInjection } from '../../electron/services/sessions.ts';
import type { PlanView } from '../../shared/contract/plan.ts';
import type { Response } from '../../shared/domain/outcome/review.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { calendarDate } from '../../shared/kernel/time.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import { valueOf } from '../db/temporary-database.ts';
import { core, type Core } from '../support/core.ts';
import { aResponse, aReview } from '../support/reviews.ts';
import {
  aVein,
  draw,
  injection,
  LIQUID_1_PERCENT,
  openedSession,
  type OpenSessionAtHand,
} from '../support/treatment.ts';

async function begun(): Promise<{ at: Core; open: OpenSessionAtHand; view: () => Promise<PlanView> }> {
  const at = await core();
  const open = await openedSession(at);
  return { at, open, view: async () => valueOf(await readPlan(at.as('nurse'), open.caseId)) };
}

describe('what the plan page knows of the course so far', () => {
  test('the plan as it stood when the last session was opened, whatever is planned since', async () => {
    const { at, open, view } = await begun();
    const before = await view();
    expect(before.lastOpening).toEqual({ sessionNumber: 1, items: before.plan?.items });
    const third = aVein({ number: 3 });
    await draw(at, open.caseId, third);
    const item = {
      veinId: third.id,
      sessionNumber: null,
      preparation: LIQUID_1_PERCENT,
      punctures: 5,
      volumePerPunctureUl: microlitres(300),
      locked: false,
    };
    at.clock.advance(1);
    const { sessions, items, version } = before.plan ?? { sessions: [], items: [], version: 0 };
    const saved = await savePlan(at.as('surgeon'), {
      caseId: open.caseId,
      baseVersion: version,
      sessions: sessions.map((each) => ({ ...each })),
      items: [...items, item],
    });
    expect(valueOf(saved).lastOpening).toEqual(before.lastOpening);
    expect(valueOf(saved).plan?.items).toHaveLength(items.length + 1);
  });

  test('which veins the last review to see them found cleared, until they are injected again', async () => {
    const { at, open, view } = await begun();
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect((await view()).cleared).toEqual([]);
    const review = async (day: string, response: Response) => {
      at.clock.advance(1);
      valueOf(
        await recordReview(
          at.as('clinician'),
          aReview(at, open.caseId, {
            onDate: calendarDate(day),
            responses: [aResponse(open.veins[0].id, { response })],
          }),
        ),
      );
    };
    await review('2026-11-02', 'cleared');
    expect((await view()).cleared).toEqual([{ veinId: open.veins[0].id, onDate: '2026-11-02' }]);
    at.clock.advance(1);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect((await view()).cleared).toEqual([]);
  });

  test('a feeder that was found after its web was treated can be planned', async () => {
    const { at, open, view } = await begun();
    const [web] = open.veins;
    const feeder = aVein({ number: 3 });
    await draw(at, open.caseId, feeder);
    valueOf(
      await saveGesture(at.as('surgeon'), {
        caseId: open.caseId,
        gestureId: idOf<'gesture'>(randomUUID()),
        baseVersion: 2,
        label: 'feeder',
        diff: { added: [], updated: [[web, { ...web, feederId: feeder.id }]], removed: [] },
      }),
    );
    const { plan } = await view();
    const { sessions, items, version } = plan ?? { sessions: [], items: [], version: 0 };
    const second = { number: 2, onDate: calendarDate('2026-11-30'), atTime: null, tighterCaps: [] };
    const item = { veinId: feeder.id, sessionNumber: 2, preparation: LIQUID_1_PERCENT, locked: false };
    const saved = await savePlan(at.as('surgeon'), {
      caseId: open.caseId,
      baseVersion: version,
      sessions: [...sessions, second],
      items: [...items, { ...item, punctures: 5, volumePerPunctureUl: microlitres(300) }],
    });
    expect(valueOf(saved).plan?.items.at(-1)?.veinId).toBe(feeder.id);
  });
});
