import { describe, expect, it } from 'vitest';
import { courseOutlook } from '../../../../shared/domain/plan/course-outlook.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { afterFirst, draftOf, item, session, situation, vein } from './course-fixture.ts';

const veins = [1, 2, 3, 4, 5, 6, 7].map((n) => vein(n));
const inSessions = (...numbers: readonly number[]) =>
  draftOf(numbers.map((number, at) => item(at + 1, number)));

describe('what a plan comes to', () => {
  it('is so many sessions, done by the last and judged three months later', () => {
    expect(courseOutlook(inSessions(1, 2, 3), situation(veins))).toMatchObject({
      held: 0,
      toCome: 3,
      compared: 'within',
      nextOn: '2026-09-03',
      doneBy: '2026-10-15',
      judgedBy: '2027-01-15',
      expectation: { sessions: { from: 2, to: 6 }, improvementPercent: { from: 50, to: 80 } },
    });
  });

  it('counts sessions held, and none that is empty', () => {
    const draft = draftOf([item(1, 1), item(2, 2)], [session(1), session(2), session(3)]);
    const known = situation(veins, afterFirst(draft.items, { 1: 5 }));
    expect(courseOutlook(draft, known)).toMatchObject({ held: 1, toCome: 1, doneBy: '2026-09-24' });
  });

  it.each([
    [[1], 'fewer'],
    [[1, 2], 'within'],
    [[1, 2, 3, 4, 5, 6], 'within'],
    [[1, 2, 3, 4, 5, 6, 7], 'more'],
  ] as const)('of sessions %j is beside the 2 to 6 of most patients: %s', (numbers, compared) => {
    expect(courseOutlook(inSessions(...numbers), situation(veins)).compared).toBe(compared);
  });

  it('says nothing before anything is planned, nor what the profile does not say', () => {
    expect(courseOutlook(draftOf([]), situation(veins))).toMatchObject({ compared: null, doneBy: null });
    const known = situation(veins);
    const silent = { ...known, profile: { ...known.profile, expectation: null } };
    expect(courseOutlook(inSessions(1, 2), silent)).toMatchObject({ compared: null, judgedBy: null });
  });

  it('judges by the last day of a shorter month', () => {
    const draft = draftOf([item(1, 1)], [session(1, { onDate: calendarDate('2026-11-30') })]);
    expect(courseOutlook(draft, situation(veins)).judgedBy).toBe('2027-02-28');
  });
});
