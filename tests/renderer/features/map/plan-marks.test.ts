import { describe, expect, it } from 'vitest';
import { givenVolumes, plannedItems, plannedSessions } from '../../../../renderer/features/map/plan-marks.ts';
import type { GivenToVein, PlanView } from '../../../../shared/contract/plan.ts';
import { STRICTEST } from '../../../../shared/domain/dose/profiles/strictest.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import type { SessionState } from '../../../../shared/domain/session/session.ts';
import { idOf, type VeinId } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, micrograms, microlitres } from '../../../../shared/kernel/units.ts';

const VEIN: VeinId = idOf('11111111-1111-4111-8111-111111111111');
const DAY = calendarDate('2026-10-08');

const item = (sessionNumber: number | null): PlanItem => ({
  veinId: VEIN,
  sessionNumber,
  preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) },
  punctures: 5,
  volumePerPunctureUl: microlitres(300),
  locked: false,
});

const given = (sessionNumber: number, injections: number): GivenToVein => ({
  veinId: VEIN,
  sessionNumber,
  injections,
  volumeUl: microlitres(injections * 300),
  massUg: micrograms(injections * 3_000),
});

function planView(
  items: readonly PlanItem[],
  held: { readonly number: number; readonly state: SessionState } | null,
  gifts: readonly GivenToVein[],
): PlanView {
  return {
    plan: {
      id: idOf('22222222-2222-4222-8222-222222222222'),
      caseId: idOf('33333333-3333-4333-8333-333333333333'),
      version: 1,
      sessions: [],
      items,
      savedAt: instantOf(0),
      savedBy: idOf('44444444-4444-4444-8444-444444444444'),
    },
    held: held ? [{ ...held, onDate: DAY }] : [],
    given: gifts,
    lastOpening: null,
    cleared: [],
    further: [],
    leftForLater: [],
    capsSet: [],
    profile: STRICTEST,
    profileApproved: true,
  };
}

describe('the session that a vein is marked with on the map', () => {
  it('is the first one planned for it', () => {
    expect(plannedSessions(planView([item(3), item(2)], null, [])).get(VEIN)).toBe(2);
  });

  it('is the open session while the vein is still due there', () => {
    const open = { number: 2, state: 'open' } as const;
    expect(plannedSessions(planView([item(2)], open, [given(2, 3)])).get(VEIN)).toBe(2);
  });

  it('is none once the open session has given all that was planned', () => {
    const open = { number: 2, state: 'open' } as const;
    expect(plannedSessions(planView([item(2)], open, [given(2, 5)])).has(VEIN)).toBe(false);
  });

  it('is none after the session was closed, whatever it left out', () => {
    const closed = { number: 2, state: 'closed' } as const;
    expect(plannedSessions(planView([item(2)], closed, [given(2, 1)])).has(VEIN)).toBe(false);
  });

  it('is none for a vein that no session has yet', () => {
    expect(plannedSessions(planView([item(null)], null, [])).size).toBe(0);
  });
});

describe('what is planned for a vein, and what it was given', () => {
  it('is what stands in the session that it is planned for next', () => {
    const two = { ...item(2), punctures: 3 };
    expect(plannedItems(planView([item(3), two, item(null)], null, [])).get(VEIN)).toBe(two);
    expect(plannedItems(planView([item(null)], null, [])).size).toBe(0);
    expect(plannedItems(null).size).toBe(0);
  });

  it('adds up what all sessions gave', () => {
    const held = { number: 1, state: 'signed' } as const;
    expect(givenVolumes(planView([], held, [given(1, 3), given(2, 2)])).get(VEIN)).toBe(1_500);
  });
});
