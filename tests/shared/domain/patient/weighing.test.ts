import { describe, expect, it } from 'vitest';
import { USUAL_WEIGHING, weighingRuleOf, weightDoubt } from '../../../../shared/domain/patient/weighing.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { grams } from '../../../../shared/kernel/units.ts';
import { shipped } from '../dose/examples.ts';

const LAST = { weightG: grams(60_000), onDate: calendarDate('2026-11-02') };
const doubtOf = (weightG: number, today: string, rule = USUAL_WEIGHING) =>
  weightDoubt(grams(weightG), LAST, calendarDate(today), rule);

describe('the weight of the day', () => {
  it.each([57_000, 60_000, 63_000])('passes within 5 %% of the last one: %i g', (weightG) => {
    expect(doubtOf(weightG, '2026-11-16')).toBeNull();
  });

  it.each([56_900, 63_100, 6_000, 600_000])('is looked at twice beyond that: %i g', (weightG) => {
    expect(doubtOf(weightG, '2026-11-16')).toEqual({ because: 'changed', last: LAST });
  });

  it('is looked at twice where it is the same as one of more than 90 days ago', () => {
    expect(doubtOf(60_000, '2027-01-31')).toBeNull();
    expect(doubtOf(60_000, '2027-02-01')).toEqual({ because: 'old', last: LAST, days: 91 });
    expect(doubtOf(60_100, '2027-02-01')).toBeNull();
  });

  it('is taken as it is where there is none to compare it with', () => {
    expect(weightDoubt(grams(60_000), null, calendarDate('2026-11-16'), USUAL_WEIGHING)).toBeNull();
  });

  it('goes by the rule of the clinic', () => {
    const strict = { confirmAfterDays: 7, confirmChangePercent: 1 };
    expect(doubtOf(60_700, '2026-11-03', strict)).toMatchObject({ because: 'changed' });
    expect(doubtOf(60_000, '2026-11-10', strict)).toMatchObject({ because: 'old', days: 8 });
  });

  it('goes by the usual rule where a profile says nothing', () => {
    expect(weighingRuleOf({})).toEqual(USUAL_WEIGHING);
    expect(weighingRuleOf(shipped('strictest'))).toMatchObject(USUAL_WEIGHING);
  });
});
