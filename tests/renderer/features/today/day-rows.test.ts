import { describe, expect, it } from 'vitest';
import type { Lot } from '../../../../shared/contract/session.ts';
import type { DaySession } from '../../../../shared/contract/today.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { addDays, calendarDate, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { dayAction, dayState, lotsLine, reviewState } from '../../../../renderer/features/today/day-rows.ts';

const today = calendarDate('2026-10-08');
const patient = {
  id: idOf<'patient'>('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c11'),
  recordNumber: 'DC-00417',
  familyName: 'Lindqvist',
  givenName: 'Maja',
  birthDate: calendarDate('1981-03-14'),
  sex: 'female',
} as const;
const row: DaySession = {
  caseId: idOf('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c12'),
  patient,
  number: 2,
  ofSessions: 3,
  onDate: today,
  atTime: '09:00',
  room: null,
  roomId: null,
  assignedTo: null,
  legs: ['left'],
  session: null,
  hindrances: [],
};
const inState = (state: 'open' | 'closed' | 'signed'): DaySession => ({
  ...row,
  session: {
    id: idOf('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c13'),
    state,
    openedBy: 'Tom Brandt',
    openedById: idOf('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c14'),
  },
});

describe('a session of the day', () => {
  it('is ready, or says what is missing', () => {
    expect(dayState(row, today)).toEqual({ tone: 'plain', words: 'Ready' });
    expect(dayState({ ...row, hindrances: ['no-consent', 'no-eligibility'] }, today)).toEqual({
      tone: 'warn',
      words: 'Consent missing +1',
    });
  });

  it('of somebody who must not be treated says so first, as hard', () => {
    expect(dayState({ ...row, hindrances: ['contraindicated', 'no-consent'] }, today)).toEqual({
      tone: 'hard',
      words: 'Contraindicated +1',
    });
  });

  it('that was never opened shows on a later day', () => {
    expect(dayState(row, addDays(today, 1))).toEqual({ tone: 'warn', words: 'Not held' });
  });

  it('leads on to what there is to do', () => {
    expect([row, inState('open'), inState('closed'), inState('signed')].map(dayAction)).toEqual([
      'Open',
      'Continue',
      'Sign',
      'Show',
    ]);
  });
});

it('says how near a review is', () => {
  const due = (days: number) =>
    reviewState(
      { caseId: row.caseId, patient, dueOn: addDays(today, days), afterSession: 3, isAfterRest: false },
      today,
    ).words;
  expect([due(-3), due(-1), due(0), due(2)]).toEqual(['3 days late', '1 day late', 'Today', 'In 2 days']);
});

describe('lots that end', () => {
  const lot = (expiresOn: CalendarDate, recalledBecause: string | null = null): Lot => ({
    id: idOf('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c14'),
    product: {
      id: idOf('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c15'),
      name: 'Polidocanol',
      strengthUgPerMl: microgramsPerMillilitre(5_000),
      ampouleUl: microlitres(2_000),
    },
    lotNumber: 'P4102C',
    expiresOn,
    recalledBecause,
  });
  const line = (...lots: Lot[]) => lotsLine(lots, today)?.replaceAll('\u00a0', ' ') ?? null;

  it('are said with number, strength and days', () => {
    expect(line(lot(addDays(today, 23)))).toBe('Lot P4102C, 0.5 %, expires in 23 days');
    expect(line(lot(today))).toBe('Lot P4102C, 0.5 %, expires today');
    expect(line(lot(addDays(today, -1)), lot(today))).toBe(
      'Lot P4102C, 0.5 %, expired 7 Oct 2026, and 1 more',
    );
  });

  it('are not said of a lot that was recalled, nor where there is none', () => {
    expect(line(lot(today, 'glass in the box'))).toBeNull();
    expect(line()).toBeNull();
  });
});
