import { describe, expect, it } from 'vitest';
import { FIRST_WISHES, optionsOf, readWishes } from '../../../../renderer/features/plan/plan-options.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { planFacts } from './plan-fixture.ts';

const { profile } = planFacts([]).view;
const wishes = {
  order: 'balanced',
  oneLegPerSession: false,
  minutesPerSession: 45,
  earliest: calendarDate('2026-10-01'),
} as const;

describe('what the planner is asked for', () => {
  it('is read as it was kept', () => {
    expect(readWishes(JSON.stringify(wishes))).toEqual(wishes);
  });

  it.each([null, '', '{', '{"order":"cheapest"}', JSON.stringify({ ...wishes, earliest: '2026-02-30' })])(
    'is the usual where %j was kept',
    (kept) => {
      expect(readWishes(kept)).toEqual(FIRST_WISHES);
    },
  );

  it('counts minutes by the pace of the profile, and none where it has no pace', () => {
    const options = { order: 'balanced', oneLegPerSession: false, earliestDate: '2026-10-01' };
    expect(optionsOf(wishes, profile)).toEqual({
      ...options,
      time: { minutesPerSession: 45, secondsPerPuncture: 60 },
    });
    expect(optionsOf(wishes, { pace: null })).toEqual({ ...options, time: null });
  });
});
