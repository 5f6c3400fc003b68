import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateCautions,
  proposeDates,
  type DateCautionQuestion,
  type DatesQuestion,
} from '../../../../shared/domain/plan/plan-dates.ts';
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { session } from './course-fixture.ts';

const INTERVAL = { minimumDays: 7, usualDays: 21 };
const day = (text: string): CalendarDate => calendarDate(`2026-${text}`);

function propose(
  planned: readonly (readonly [onDate: string, atTime?: string] | null)[],
  more: Partial<DatesQuestion> = {},
): readonly string[] {
  return proposeDates({
    sessions: planned.map((each, at) => ({
      number: at + 1,
      planned: each && session(at + 1, { onDate: day(each[0]), atTime: each[1] ?? null }),
    })),
    lastTreatedOn: null,
    from: day('09-03'),
    interval: INTERVAL,
    ...more,
  }).map(({ onDate }) => onDate.slice(5));
}

describe('the days of the sessions to come', () => {
  it('begin on the first day and lie the usual interval apart', () => {
    expect(propose([null, null, null])).toEqual(['09-03', '09-24', '10-15']);
  });

  it('begin on the earliest day asked for', () => {
    expect(propose([null, null], { from: day('10-01') })).toEqual(['10-01', '10-22']);
    expect(propose([['09-10'], ['10-05']], { from: day('10-01') })).toEqual(['10-01', '10-22']);
  });

  it('follow the last treatment, whichever leg and case it was', () => {
    expect(propose([null], { lastTreatedOn: day('09-01') })).toEqual(['09-22']);
  });

  it('stay as they are where nothing is wrong with them', () => {
    expect(propose([['09-05'], ['09-14'], ['11-30']])).toEqual(['09-05', '09-14', '11-30']);
  });

  it('move on from the past, and from too soon after the session before', () => {
    expect(propose([['08-20']])).toEqual(['09-03']);
    expect(propose([['09-10'], ['09-12']])).toEqual(['09-10', '10-01']);
    expect(propose([['09-24']], { lastTreatedOn: day('09-20') })).toEqual(['10-11']);
  });

  it('stay where a time was arranged, whatever is wrong', () => {
    expect(propose([['09-10'], ['09-12', '09:30']])).toEqual(['09-10', '09-12']);
  });

  it('move together before a day that is fixed, but not below the minimum', () => {
    expect(propose([null, null, ['09-23', '10:00']])).toEqual(['09-03', '09-13', '09-23']);
    expect(propose([null, null, ['09-12', '10:00']])).toEqual(['09-03', '09-10', '09-12']);
  });

  it('keep clear of 24 hours even if the profile has no minimum', () => {
    const interval = { minimumDays: 0, usualDays: 0 };
    expect(propose([null, null], { interval })).toEqual(['09-03', '09-05']);
  });

  it('keep the minimum wherever nothing is arranged, and take the tighter caps along', () => {
    const planned = fc.option(fc.integer({ min: -30, max: 120 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(planned, { minLength: 1, maxLength: 6 }),
        fc.option(fc.integer({ min: -60, max: 0 }), { nil: null }),
        fc.integer({ min: 0, max: 28 }),
        (offsets, lastTreated, minimumDays) => {
          const from = day('09-03');
          const dates = proposeDates({
            sessions: offsets.map((offset, at) => ({
              number: at + 1,
              planned: offset === null ? null : session(at + 1, { onDate: addDays(from, offset) }),
            })),
            lastTreatedOn: lastTreated === null ? null : addDays(from, lastTreated),
            from,
            interval: { minimumDays, usualDays: 21 },
          }).map(({ onDate }) => onDate);
          const all = lastTreated === null ? dates : [addDays(from, lastTreated), ...dates];
          for (const [at, onDate] of all.slice(1).entries()) {
            const before = all[at] ?? onDate;
            expect(daysBetween(before, onDate)).toBeGreaterThanOrEqual(Math.max(2, minimumDays));
          }
          expect(dates.every((onDate) => onDate >= from)).toBe(true);
        },
      ),
    );
  });
});

describe('what is doubtful about a day', () => {
  const cautions = (
    sessions: readonly (readonly [onDate: string, atTime?: string, isHeld?: 'held'])[],
    more: Partial<DateCautionQuestion> = {},
  ) =>
    dateCautions({
      sessions: sessions.map(([onDate, atTime, isHeld], at) => ({
        number: at + 1,
        onDate: day(onDate),
        atTime: atTime ?? null,
        isHeld: isHeld === 'held',
      })),
      lastTreatedElsewhereOn: null,
      interval: INTERVAL,
      today: day('09-03'),
      ...more,
    });

  it('is nothing at the usual interval', () => {
    expect(cautions([['09-03'], ['09-24']])).toEqual([]);
  });

  it('is a session that should have been held', () => {
    expect(cautions([['09-02']])).toEqual([{ code: 'past', sessionNumber: 1 }]);
    expect(cautions([['09-02', undefined, 'held']])).toEqual([]);
  });

  it('is less than the minimum after the session before', () => {
    expect(cautions([['09-03'], ['09-09']])).toEqual([
      { code: 'too-soon', sessionNumber: 2, days: 6, minimumDays: 7 },
    ]);
  });

  it('is less than the minimum after a session in another case', () => {
    expect(cautions([['09-09']], { lastTreatedElsewhereOn: day('09-04') })).toEqual([
      { code: 'too-soon', sessionNumber: 1, days: 5, minimumDays: 7 },
    ]);
  });

  it('is the same 24 hours, unless the times say that they are over', () => {
    const codes = (sessions: Parameters<typeof cautions>[0]) => cautions(sessions).map(({ code }) => code);
    expect(codes([['09-03'], ['09-03']])).toEqual(['within-24-hours', 'too-soon']);
    expect(
      codes([
        ['09-03', '15:00'],
        ['09-04', '09:00'],
      ]),
    ).toEqual(['within-24-hours', 'too-soon']);
    expect(
      codes([
        ['09-03', '09:00'],
        ['09-04', '09:00'],
      ]),
    ).toEqual(['too-soon']);
    expect(codes([['09-03'], ['09-05']])).toEqual(['too-soon']);
  });

  it('is a day before a session with a lower number', () => {
    expect(cautions([['09-24'], ['09-03']])).toEqual([
      { code: 'out-of-order', sessionNumber: 2, beforeNumber: 1 },
    ]);
  });
});
