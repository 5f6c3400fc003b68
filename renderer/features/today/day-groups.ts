import type { DaySession } from '../../../shared/contract/today.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { todayText } from '../../text/today-text.ts';

/** How the sessions of a day are put: one after the other, or room by room, or person by person. */
export const DAY_ORDERS = ['time', 'room', 'person'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** Sessions under one heading; without a title there is none. */
export interface DayGroup {
  readonly key: string;
  readonly title: string | null;
  readonly sessions: readonly DaySession[];
}

/** The upper end of the 30–45 minutes that a session takes. */
const SESSION_MINUTES = 45;

/** What names a line of a day. */
export function lineKey({ caseId, number }: Pick<DaySession, 'caseId' | 'number'>): string {
  return `${caseId} ${String(number)}`;
}

/** Who holds a session, or is to: the person it was given to, else who opened it; null: nobody yet. */
export function holderOf({ assignedTo, session }: DaySession): PersonId | null {
  return assignedTo ?? session?.openedById ?? null;
}

/** Whether a session is somebody's: given to them, or opened by them. */
export function isOf(row: DaySession, personId: PersonId): boolean {
  return row.assignedTo === personId || row.session?.openedById === personId;
}

/** The sessions of a day under their headings, by name, what is not assigned last; within each as they came. */
export function groupDay(
  sessions: readonly DaySession[],
  order: DayOrder,
  people: readonly Person[],
): readonly DayGroup[] {
  if (order === 'time') return [{ key: 'all', title: null, sessions }];
  const keyOf = (row: DaySession) => (order === 'room' ? row.roomId : holderOf(row));
  const titleOf = (row: DaySession) =>
    order === 'room' ? row.room : (people.find(({ id }) => id === holderOf(row))?.name ?? null);
  const groups = Map.groupBy(sessions, keyOf);
  return [...groups]
    .map(([key, rows]) => {
      const [first] = rows;
      const title = (first && titleOf(first)) ?? todayText.unassigned[order];
      return { key: key ?? '', title, sessions: rows };
    })
    .toSorted((a, b) => Number(a.key === '') - Number(b.key === '') || a.title.localeCompare(b.title, 'en'));
}

/**
 * The sessions that a session would run into: in the same room or with the same person, less than 45 minutes apart. Those that are
 * over are in nobody's way.
 */
export function clashesOf(row: DaySession, sessions: readonly DaySession[]): readonly DaySession[] {
  const from = minutesOf(row);
  if (from === null || isOver(row)) return [];
  return sessions.filter((other) => {
    const start = minutesOf(other);
    if (lineKey(other) === lineKey(row) || start === null || isOver(other)) return false;
    const sameRoom = row.roomId !== null && row.roomId === other.roomId;
    const samePerson = holderOf(row) !== null && holderOf(row) === holderOf(other);
    return (sameRoom || samePerson) && Math.abs(start - from) < SESSION_MINUTES;
  });
}

function isOver({ session }: DaySession): boolean {
  return session !== null && session.state !== 'open';
}

function minutesOf({ atTime }: DaySession): number | null {
  if (atTime === null) return null;
  const [hours = 0, minutes = 0] = atTime.split(':').map(Number);
  return hours * 60 + minutes;
}
