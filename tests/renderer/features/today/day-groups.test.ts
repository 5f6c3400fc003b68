import { describe, expect, it } from 'vitest';
import type { DaySession } from '../../../../shared/contract/today.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { clashesOf, groupDay, isOf } from '../../../../renderer/features/today/day-groups.ts';

const id = <Kind extends string>(n: number) =>
  idOf<Kind>(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const rita = { id: id<'person'>(1), name: 'Rita Silva', roles: ['nurse'], active: true } as const;
const tom = { id: id<'person'>(2), name: 'Tom Brandt', roles: ['nurse'], active: true } as const;
const people = [tom, rita];

let lines = 100;
function row(over: Partial<DaySession> & { readonly in?: number } = {}): DaySession {
  lines += 1;
  const { in: room, ...rest } = over;
  return {
    caseId: id<'case'>(lines),
    patient: {
      id: id<'patient'>(lines),
      recordNumber: `R-${String(lines)}`,
      familyName: 'Lindqvist',
      givenName: 'Maja',
      birthDate: calendarDate('1981-03-14'),
      sex: 'female',
    },
    number: 1,
    ofSessions: 1,
    onDate: calendarDate('2026-10-08'),
    atTime: '09:00',
    room: room === undefined ? null : `Room ${String(room)}`,
    roomId: room === undefined ? null : id<'room'>(room),
    assignedTo: null,
    legs: ['left'],
    session: null,
    hindrances: [],
    ...rest,
  };
}
const inState = (state: 'open' | 'closed', openedById = tom.id) => ({
  id: id<'session'>(9),
  state,
  openedBy: 'Tom Brandt',
  openedById,
});

describe('the sessions of a day', () => {
  it('stand under their rooms, what has none last', () => {
    const day = [row(), row({ in: 2 }), row({ in: 1 }), row({ in: 2 })];
    expect(groupDay(day, 'room', people).map(({ title, sessions }) => [title, sessions.length])).toEqual([
      ['Room 1', 1],
      ['Room 2', 2],
      ['No room yet', 1],
    ]);
  });

  it('stand under the person they were given to, else under who opened them', () => {
    const day = [
      row({ assignedTo: rita.id, session: inState('open') }),
      row({ session: inState('closed') }),
      row(),
    ];
    expect(groupDay(day, 'person', people).map(({ title }) => title)).toEqual([
      'Rita Silva',
      'Tom Brandt',
      'Nobody yet',
    ]);
    expect(day.map((each) => isOf(each, tom.id))).toEqual([true, true, false]);
  });

  it('stay one list in the order of the clock', () => {
    const day = [row(), row({ in: 1 })];
    expect(groupDay(day, 'time', people)).toEqual([{ key: 'all', title: null, sessions: day }]);
  });
});

describe('sessions that run into each other', () => {
  it('are those less than 45 minutes apart in one room, or with one person', () => {
    const first = row({ in: 1, atTime: '09:00' });
    const near = row({ in: 1, atTime: '09:44' });
    const far = row({ in: 1, atTime: '09:45' });
    const other = row({ in: 2, atTime: '09:10' });
    expect(clashesOf(first, [first, near, far, other])).toEqual([near]);
    const hers = row({ in: 2, atTime: '09:10', assignedTo: rita.id });
    const alsoHers = row({ in: 3, atTime: '09:00', assignedTo: rita.id });
    expect(clashesOf(hers, [hers, alsoHers])).toEqual([alsoHers]);
  });

  it('are not those that are over, have no time, or have neither room nor person', () => {
    const first = row({ in: 1 });
    const over = row({ in: 1, session: inState('closed') });
    const timeless = row({ in: 1, atTime: null });
    expect(clashesOf(first, [first, over, timeless])).toEqual([]);
    expect(clashesOf(row(), [row()])).toEqual([]);
  });
});
