import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../electron/services/plan.ts';
import {
  closeSession,
  endWalk,
  keepClosingDraft,
  openBox,
  readClosingDraft,
  readSession,
  recordInjection,
  startWalk,
  strikeOutInjection,
} from '../../../electron/services/sessions.ts';
import { readUsualDoses } from '../../../electron/services/doses.ts';
import { calendarDate } from '../../../shared/kernel/time.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import { core, rowCounts } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import {
  aLot,
  LIQUID_1_PERCENT,
  closing,
  injection,
  openedSession,
  plan,
  readyCase,
} from '../../support/treatment.ts';

const MINUTE = 1 / 60;

/** A session with one injection in it. */
async function injected() {
  const at = await core();
  const open = await openedSession(at);
  const { id } = valueOf(await recordInjection(at.as('nurse'), injection(open)));
  at.clock.advance(MINUTE);
  return { at, open, sessionId: open.session.opening.id, injectionId: id };
}

describe('the observed walk', () => {
  test('is started once by whoever taps, counts for everybody, and fills the closing', async () => {
    const { at, open, sessionId } = await injected();
    const startedAt = at.clock.now;
    valueOf(await startWalk(at.as('nurse'), { sessionId }));
    at.clock.advance(3 * MINUTE);
    const again = valueOf(await startWalk(at.as('surgeon'), { sessionId }));
    expect(again.walks).toEqual([{ startedAt, startedBy: at.people.nurse.id, end: null }]);
    expect(
      at.changes.filter(({ topic, id }) => topic === 'session' && id === sessionId).length,
    ).toBeGreaterThan(1);
    at.clock.advance(19 * MINUTE);
    const closed = closing(sessionId, { injectedUl: 300 }, open.lotId);
    expect(valueOf(await closeSession(at.as('nurse'), closed)).closing?.walkedMinutes).toBe(22);
  });

  test('ends before its time only with a reason, and after it without one', async () => {
    const { at, sessionId } = await injected();
    expect(failureOf(await endWalk(at.as('nurse'), { sessionId, reason: null }))).toMatchObject({
      code: 'not-found',
      what: 'walk',
    });
    valueOf(await startWalk(at.as('nurse'), { sessionId }));
    at.clock.advance(13 * MINUTE);
    expect(failureOf(await endWalk(at.as('nurse'), { sessionId, reason: null }))).toEqual({
      code: 'session/walk-too-short',
      minutesLeft: 7,
    });
    const early = valueOf(await endWalk(at.as('nurse'), { sessionId, reason: 'felt faint' }));
    expect(early.walks[0]?.end).toMatchObject({ endedAt: at.clock.now, reason: 'felt faint' });
    valueOf(await startWalk(at.as('nurse'), { sessionId }));
    at.clock.advance(20 * MINUTE);
    const late = valueOf(await endWalk(at.as('surgeon'), { sessionId, reason: 'bored' }));
    expect(late.walks.map(({ end }) => end?.reason)).toEqual(['felt faint', null]);
  });

  test('begins anew where something is injected after it', async () => {
    const { at, open, sessionId } = await injected();
    valueOf(await startWalk(at.as('nurse'), { sessionId }));
    at.clock.advance(5 * MINUTE);
    const later = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    at.clock.advance(5 * MINUTE);
    expect(failureOf(await endWalk(at.as('nurse'), { sessionId, reason: 'x y z' }))).toMatchObject({
      code: 'not-found',
    });
    expect(valueOf(await startWalk(at.as('nurse'), { sessionId })).walks).toHaveLength(2);
    valueOf(await strikeOutInjection(at.as('nurse'), { injectionId: later.id, reason: 'not given' }));
    const closed = closing(sessionId, { injectedUl: 300 }, open.lotId);
    expect(valueOf(await closeSession(at.as('nurse'), closed)).closing?.walkedMinutes).toBe(0);
  });

  test('is over with the session', async () => {
    const { at, open, sessionId } = await injected();
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 300 }, open.lotId)));
    expect(failureOf(await startWalk(at.as('nurse'), { sessionId }))).toEqual({ code: 'session/locked' });
    expect(valueOf(await readSession(at.as('nurse'), sessionId)).closing?.walkedMinutes).toBeNull();
  });
});

describe('closing', () => {
  test('foam and two lots, one of them half used: the liquid of each is counted in whole microlitres', async () => {
    const { at, open, sessionId } = await injected();
    const other = await aLot(at);
    valueOf(await openBox(at.as('nurse'), { sessionId, lotId: other }));
    const given = injection(open, {
      lotId: other,
      preparation: { ...LIQUID_1_PERCENT, form: 'foam', gasParts: 4 },
      volumeUl: microlitres(502),
      reason: 'wide segment',
    });
    valueOf(await recordInjection(at.as('nurse'), given));
    const ampoules = (wastedUl: number) => [
      { lotId: open.lotId, ampoulesOpened: 1, wastedUl: microlitres(1_700) },
      { lotId: other, ampoulesOpened: 1, wastedUl: microlitres(wastedUl) },
    ];
    // 502 µL of 1 + 4 hold 100.4 µL of liquid.
    const asked = { ...closing(sessionId), differenceReason: null };
    expect(failureOf(await closeSession(at.as('nurse'), { ...asked, ampoules: ampoules(1_900) }))).toEqual({
      code: 'session/difference-unexplained',
      differenceUl: -1,
    });
    const closed = valueOf(await closeSession(at.as('nurse'), { ...asked, ampoules: ampoules(1_899) }));
    expect(closed.closing?.ampoules.map(({ injectedUl }) => injectedUl)).toEqual([300, 101]);
  });

  test('keeps until when compression is worn, what was explained, and the day that was agreed', async () => {
    const { at, open, sessionId } = await injected();
    const asked = {
      ...closing(sessionId, { injectedUl: 300 }, open.lotId),
      compressionClass: 'bandage' as const,
      fullLength: true,
      nextOn: calendarDate('2026-11-30'),
    };
    const { closing: kept } = valueOf(await closeSession(at.as('nurse'), asked));
    expect(kept).toMatchObject({ compressionUntil: '2026-11-09', fullLength: true, nextOn: '2026-11-30' });
    expect(kept?.aftercareExplained).toContain('no-sun');
  });
});

describe('the next date', () => {
  /** Session 1 is open; session 2 is planned for the same day. */
  async function twoPlanned() {
    const at = await core();
    const ready = await readyCase(at);
    await plan(at, ready.caseId, [[ready.veins[0]], [ready.veins[1]]]);
    const open = await openedSession(at, {}, ready);
    const sessionId = open.session.opening.id;
    const asked = (nextOn: string | null) => ({
      ...closing(sessionId, { injectedUl: 0 }, open.lotId),
      nextOn: nextOn === null ? null : calendarDate(nextOn),
    });
    const planned = async () => valueOf(await readPlan(at.as('surgeon'), ready.caseId)).plan;
    return { at, open, asked, planned };
  }

  test('moves the next session of the plan, as a new version in which nothing else differs', async () => {
    const { at, asked, planned } = await twoPlanned();
    const before = await planned();
    valueOf(await closeSession(at.as('nurse'), asked('2026-11-23')));
    const after = await planned();
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    expect(after?.items).toEqual(before?.items);
    expect(after?.savedBy).toBe(at.people.nurse.id);
    expect(after?.sessions).toEqual(
      before?.sessions.map((session) =>
        session.number === 2 ? { ...session, onDate: '2026-11-23' } : session,
      ),
    );
  });

  test('is not sooner than the profile allows, and a refused one closes nothing', async () => {
    const { at, asked, open } = await twoPlanned();
    const counts = await rowCounts(at.database);
    expect(failureOf(await closeSession(at.as('surgeon'), asked('2026-11-08')))).toEqual({
      code: 'session/next-too-soon',
      earliest: '2026-11-09',
    });
    expect(await rowCounts(at.database)).toEqual(counts);
    expect(valueOf(await readSession(at.as('nurse'), open.session.opening.id)).state).toBe('open');
    valueOf(await closeSession(at.as('nurse'), asked('2026-11-09')));
  });

  test('that a surgeon planned is taken as it is, and the plan stays', async () => {
    const { at, asked, planned } = await twoPlanned();
    const before = await planned();
    const closed = valueOf(await closeSession(at.as('nurse'), asked('2026-11-02')));
    expect(closed.closing?.nextOn).toBe('2026-11-02');
    expect(await planned()).toEqual(before);
  });

  test('that a nurse agreed leaves the surgeon’s custom the surgeon’s', async () => {
    const { at, asked } = await twoPlanned();
    const usual = async () => valueOf(await readUsualDoses(at.as('surgeon')));
    const before = await usual();
    expect(before).not.toEqual([]);
    valueOf(await closeSession(at.as('nurse'), asked('2026-11-23')));
    expect(await usual()).toEqual(before);
    expect(valueOf(await readUsualDoses(at.as('nurse')))).toEqual([]);
  });

  test('without a further session is kept, and changes no plan', async () => {
    const { at, open, sessionId } = await injected();
    const before = valueOf(await readPlan(at.as('surgeon'), open.caseId)).plan;
    const asked = {
      ...closing(sessionId, { injectedUl: 300 }, open.lotId),
      nextOn: calendarDate('2026-12-01'),
    };
    expect(valueOf(await closeSession(at.as('nurse'), asked)).closing?.nextOn).toBe('2026-12-01');
    expect(valueOf(await readPlan(at.as('surgeon'), open.caseId)).plan).toEqual(before);
  });
});

describe('what was typed at a closing', () => {
  test('is found by the next window, is no record, and is gone once the session is closed', async () => {
    const { at, open, sessionId } = await injected();
    const counts = await rowCounts(at.database);
    valueOf(await keepClosingDraft(at.as('nurse'), { sessionId, content: '{"note":"a"}' }));
    valueOf(await keepClosingDraft(at.as('nurse'), { sessionId, content: '{"note":"ab"}' }));
    expect(valueOf(await readClosingDraft(at.as('surgeon'), sessionId))).toBe('{"note":"ab"}');
    expect(await rowCounts(at.database)).toEqual(counts);
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 300 }, open.lotId)));
    expect(valueOf(await readClosingDraft(at.as('nurse'), sessionId))).toBeNull();
    const late = { sessionId, content: '{}' };
    expect(failureOf(await keepClosingDraft(at.as('nurse'), late))).toEqual({ code: 'session/locked' });
  });
});
