import { describe, expect, test } from 'vitest';
import { sessionScene } from '../../../../renderer/features/patient/session-scene.ts';
import { summaryOf } from '../../../../renderer/features/patient/summary.ts';
import type { CaseSummary, SessionSummary } from '../../../../shared/contract/patient.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import { legGivenText } from '../../../../renderer/text/patient-history-text.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { aVein, day, told, veinId } from '../../../shared/domain/leg-map/map-facts.ts';

function planned(...veins: readonly number[]): readonly PlanItem[] {
  return veins.map((n) => ({
    veinId: veinId(n),
    sessionNumber: 1,
    preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) },
    punctures: 3,
    volumePerPunctureUl: microlitres(300),
    locked: false,
  }));
}

const COURSE = told(
  { on: 0, vein: aVein(1) },
  { on: 0, vein: aVein(2) },
  { on: 0, vein: aVein(3) },
  { on: 5, session: 1, into: [1, 1] },
  { on: 5, session: 2, into: [3] },
  { on: 9, vein: aVein(4) },
  { on: 30, session: 3, into: [2] },
);
const sceneOf = (number: number, on: number, due: readonly PlanItem[] = []) =>
  sessionScene(COURSE, { number, onDate: day(on), planned: due });

describe('the map of one session', () => {
  test('shows the legs as they were mapped that day, and what that session gave', () => {
    const scene = sceneOf(1, 5, planned(1, 2));
    expect(scene.veins.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(scene.marks.get(veinId(1))).toEqual({ state: 'injected', sessionNumber: 1, label: '2 ✓' });
    expect(scene.marks.get(veinId(2))).toEqual({ state: 'planned', sessionNumber: 1, label: 'not given' });
    // Another session of the same day gave into L3: it is no part of this one.
    expect(scene.marks.get(veinId(3))).toEqual({ state: 'mapped', dimmed: true });
    expect(scene.dots.map(({ text, numbered }) => [text, numbered])).toEqual([
      ['1', true],
      ['2', true],
    ]);
    expect(scene.notGiven.map(({ number }) => number)).toEqual([2]);
  });

  test('counts by leg, in words', () => {
    const scene = sceneOf(1, 5, planned(1, 2));
    expect(scene.given).toEqual({ right: 0, left: 2 });
    expect(legGivenText(scene, 'left')).toBe('2 injections · due, not given: L2');
    expect(legGivenText(scene, 'right')).toBe('nothing given');
  });

  test('what was injected in an earlier session is no longer marked', () => {
    const scene = sceneOf(3, 30);
    expect(scene.marks.get(veinId(1))).toEqual({ state: 'mapped', dimmed: true });
    expect(scene.dots).toHaveLength(1);
  });

  test('a struck-out injection is a cross, and leaves its vein not given', () => {
    const facts = told({ on: 0, vein: aVein(1) }, { on: 5, session: 1, into: [1], struckOut: true });
    const scene = sessionScene(facts, { number: 1, onDate: day(5), planned: planned(1) });
    expect(scene.dots).toMatchObject([{ state: 'struck-out', text: '1' }]);
    expect(scene.notGiven).toHaveLength(1);
    expect(scene.given.left).toBe(0);
  });

  test('free sites are numbered by themselves', () => {
    const facts = {
      ...COURSE,
      injections: COURSE.injections.map((injection) => ({
        ...injection,
        veinId: null,
        site: { leg: 'left', aspect: 'lateral', point: [0, 500] } as const,
      })),
    };
    const { dots } = sessionScene(facts, { number: 1, onDate: day(5), planned: [] });
    expect(dots).toMatchObject([
      { state: 'free', text: 'F1' },
      { state: 'free', text: 'F2' },
    ]);
  });
});

describe('the patient at a glance', () => {
  function session(number: number, state: SessionSummary['state'], onDate: string): SessionSummary {
    return {
      id: idOf<'session'>(`session ${String(number)} ${onDate}`),
      number,
      onDate: calendarDate(onDate),
      legs: ['left'],
      state,
      openedBy: 'a nurse',
      injections: 1,
      volumeUl: microlitres(300),
      massUg: micrograms(3_000),
      struckOut: 0,
      overrides: 0,
      signedBy: [],
    };
  }
  function aCase(name: string, over: Partial<CaseSummary>): CaseSummary {
    return {
      id: idOf<'case'>(name),
      patientId: idOf<'patient'>('a patient'),
      openedOn: calendarDate('2026-09-03'),
      reason: name,
      veins: 0,
      plannedSessions: 0,
      sessions: [],
      reviews: 0,
      next: null,
      lastReview: null,
      ...over,
    };
  }

  test('nothing, where there is no case', () => {
    expect(summaryOf({ cases: [] })).toEqual({ next: null, open: [], response: null });
  });

  test('the next session, what is not signed yet, and the last response, over all cases', () => {
    const later = aCase('later', {
      sessions: [session(1, 'signed', '2026-09-17'), session(2, 'open', '2026-10-08')],
      next: { number: 3, onDate: calendarDate('2026-10-29'), atTime: '09:00' },
      lastReview: { onDate: calendarDate('2026-10-01'), improvementPercent: null },
    });
    const earlier = aCase('earlier', {
      sessions: [session(1, 'closed', '2021-05-06')],
      next: { number: 4, onDate: calendarDate('2026-10-20'), atTime: null },
      lastReview: { onDate: calendarDate('2021-08-01'), improvementPercent: 70 },
    });
    expect(summaryOf({ cases: [later, earlier] })).toMatchObject({
      next: { number: 4, caseId: 'earlier' },
      open: [{ state: 'closed' }, { state: 'open' }],
      response: { caseId: 'later', improvementPercent: null },
    });
  });
});
