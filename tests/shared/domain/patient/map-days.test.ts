import { describe, expect, test } from 'vitest';
import { mapDays, type VeinStep } from '../../../../shared/domain/patient/map-days.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';

const CASE = idOf<'case'>('a case');
const PERSON = idOf<'person'>('a surgeon');
const FIRST = '2026-09-03';
const SECOND = '2026-10-08';

function step(version: number, vein: string, onDate: string, state: VeinStep['state']): VeinStep {
  return {
    veinId: idOf<'vein'>(vein),
    caseId: CASE,
    version,
    onDate: calendarDate(onDate),
    madeAt: instantOf(Date.parse(`${onDate}T09:00:00.000Z`) + version * 60_000),
    madeBy: PERSON,
    state,
  };
}

const counts = (steps: readonly VeinStep[]) =>
  mapDays(steps).map(({ onDate, mapped, carriedOver, confirmed, changed, erased }) => ({
    onDate,
    ...{ mapped, carriedOver, confirmed, changed, erased },
  }));
const NONE = { mapped: 0, carriedOver: 0, confirmed: 0, changed: 0, erased: 0 };

describe('what became of a map day by day', () => {
  test('veins are taken over on one day and confirmed, erased or drawn anew on another', () => {
    const days = counts([
      step(4, 'd', SECOND, 'mapped'),
      step(1, 'a', FIRST, 'carried-over'),
      step(1, 'b', FIRST, 'carried-over'),
      step(1, 'c', FIRST, 'carried-over'),
      step(2, 'a', SECOND, 'mapped'),
      step(3, 'b', SECOND, 'erased'),
    ]);
    expect(days).toEqual([
      { onDate: FIRST, ...NONE, carriedOver: 3 },
      { onDate: SECOND, ...NONE, mapped: 1, confirmed: 1, erased: 1 },
    ]);
  });

  test('a vein that was drawn, moved and erased within a day leaves no trace in the counts', () => {
    const days = counts([
      step(1, 'a', FIRST, 'mapped'),
      step(2, 'a', FIRST, 'mapped'),
      step(3, 'a', FIRST, 'erased'),
      step(4, 'b', FIRST, 'mapped'),
      step(5, 'b', FIRST, 'mapped'),
    ]);
    expect(days).toEqual([{ onDate: FIRST, ...NONE, mapped: 1 }]);
  });

  test('a vein that is drawn again after it was erased counts as mapped; a moved one as changed', () => {
    const days = counts([
      step(1, 'a', FIRST, 'mapped'),
      step(2, 'b', FIRST, 'mapped'),
      step(3, 'a', FIRST, 'erased'),
      step(4, 'a', SECOND, 'mapped'),
      step(5, 'b', SECOND, 'mapped'),
    ]);
    expect(days).toEqual([
      { onDate: FIRST, ...NONE, mapped: 1 },
      { onDate: SECOND, ...NONE, mapped: 1, changed: 1 },
    ]);
  });

  test('the last gesture of the day names its hour', () => {
    const [day] = mapDays([step(1, 'a', FIRST, 'mapped'), step(9, 'b', FIRST, 'mapped')]);
    expect(day?.madeAt).toBe(`${FIRST}T09:09:00.000Z`);
  });
});
