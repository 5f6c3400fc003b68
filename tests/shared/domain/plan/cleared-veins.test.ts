import { describe, expect, it } from 'vitest';
import type { TreatmentFacts } from '../../../../shared/domain/leg-map/vein-life.ts';
import type { Response } from '../../../../shared/domain/outcome/review.ts';
import { clearedVeins } from '../../../../shared/domain/plan/cleared-veins.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { liquid } from '../dose/examples.ts';
import { idOfVein } from './course-fixture.ts';

const at = (day: string) => instantOf(Date.parse(`${day}T10:00:00.000Z`));

function review(day: string, response: Response): TreatmentFacts['reviews'][number] {
  return { onDate: calendarDate(day), recordedAt: at(day), responses: [{ veinId: idOfVein(1), response }] };
}

function injection(day: string): TreatmentFacts['injections'][number] {
  return {
    id: idOf(`injection ${day}`),
    sessionNumber: 1,
    onDate: calendarDate(day),
    givenAt: at(day),
    number: 1,
    veinId: idOfVein(1),
    site: { leg: 'left', aspect: 'posterior', point: null },
    dose: liquid(100, 300),
    isStruckOut: false,
  };
}

describe('a vein that needs no more', () => {
  it('was cleared when it was last seen', () => {
    const reviews = [review('2026-10-01', 'better'), review('2026-12-01', 'cleared')];
    expect(clearedVeins({ injections: [injection('2026-09-03')], reviews })).toEqual([
      { veinId: 'v1', onDate: '2026-12-01' },
    ]);
  });

  it('is still cleared when a later review did not see it', () => {
    const reviews = [review('2026-12-01', 'cleared'), review('2027-01-05', 'not-seen')];
    expect(clearedVeins({ injections: [], reviews })).toEqual([{ veinId: 'v1', onDate: '2026-12-01' }]);
  });

  it('is not one that came back, nor one that was injected since', () => {
    const reviews = [review('2026-12-01', 'cleared'), review('2027-01-05', 'same')];
    expect(clearedVeins({ injections: [], reviews })).toEqual([]);
    const again = { injections: [injection('2027-01-05')], reviews: [review('2026-12-01', 'cleared')] };
    expect(clearedVeins(again)).toEqual([]);
  });

  it('is none where nothing has happened', () => {
    expect(clearedVeins({ injections: [], reviews: [] })).toEqual([]);
  });
});
