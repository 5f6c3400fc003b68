import { describe, expect, it } from 'vitest';
import type { UnfinishedSession } from '../../../../shared/contract/today.ts';
import type { Person } from '../../../../shared/domain/staff/roles.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { addDays, calendarDate } from '../../../../shared/kernel/time.ts';
import { unfinishedRows } from '../../../../renderer/features/today/unfinished-rows.ts';

const today = calendarDate('2026-10-08');
const id = <Kind extends string>(n: number) =>
  idOf<Kind>(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const nurse: Person = { id: id(1), name: 'Tom Brandt', roles: ['nurse'], active: true };
const surgeon: Person = { id: id(2), name: 'Dr Okafor', roles: ['surgeon'], active: true };

function record(familyName: string, over: Partial<UnfinishedSession>): UnfinishedSession {
  return {
    sessionId: id(10),
    caseId: id(11),
    patient: {
      id: id(12),
      recordNumber: 'R-1',
      familyName,
      givenName: 'Maja',
      birthDate: calendarDate('1981-03-14'),
      sex: 'female',
    },
    number: 1,
    onDate: today,
    state: 'closed',
    openedBy: 'Rita Silva',
    openedById: id(3),
    missing: ['nurse', 'surgeon'],
    ...over,
  };
}

const records = [
  record('Now', { state: 'open', missing: [] }),
  record('Other', { missing: ['surgeon'] }),
  record('Both', {}),
  record('Own', { openedById: nurse.id }),
  record('Yesterday', { state: 'open', missing: [], onDate: addDays(today, -1) }),
];
const namesFor = (person: Person | null) =>
  unfinishedRows(records, person, today).map((row) => row.record.patient.familyName);

describe('what is left to finish', () => {
  it('begins with what was left open, then what this person can sign, and ends with what goes on', () => {
    expect(namesFor(nurse)).toEqual(['Yesterday', 'Own', 'Both', 'Other', 'Now']);
    expect(namesFor(surgeon)).toEqual(['Yesterday', 'Other', 'Both', 'Own', 'Now']);
    expect(namesFor(null)).toEqual(['Yesterday', 'Other', 'Both', 'Own', 'Now']);
  });

  it('is louder about yesterday than about today', () => {
    const rows = unfinishedRows(records, nurse, today);
    expect(rows.map(({ tone }) => tone)).toEqual(['hard', 'warn', 'warn', 'warn', 'info']);
    expect(rows[0]).toMatchObject({ chip: 'Left open', sub: 'Open since Wed 7 Oct, by Rita Silva' });
  });

  it('says whose signature is missing', () => {
    const rows = unfinishedRows(records, nurse, today);
    expect(rows.map(({ chip }) => chip).slice(1, 4)).toEqual(['Yours to sign', 'Yours to sign', 'Unsigned']);
    expect(rows[1]?.sub).toBe('8 Oct · to sign: nurse, surgeon');
    expect(rows[3]?.sub).toBe('8 Oct · to sign: surgeon');
  });
});
