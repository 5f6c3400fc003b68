import type { UnfinishedSession } from '../../../shared/contract/today.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { todayText } from '../../text/today-text.ts';
import type { Tone } from '../../ui/chip.tsx';

/** A record that somebody must still finish, as its line says it. */
export interface UnfinishedRow {
  readonly record: UnfinishedSession;
  readonly tone: Tone;
  readonly chip: string;
  readonly sub: string;
  /** Whether the person at this screen is one of those who can finish it. */
  readonly mine: boolean;
}

/**
 * What is left to finish, the most pressing first: sessions left open on an earlier day, then records that this person can sign
 * (those this person opened first), then what others have to sign, and at the end what is simply going on today.
 */
export function unfinishedRows(
  records: readonly UnfinishedSession[],
  person: Person | null,
  today: CalendarDate,
): readonly UnfinishedRow[] {
  const ranked = records.map((record) => ({
    row: rowOf(record, person, today),
    rank: rankOf(record, person, today),
  }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ row }) => row);
}

function rankOf(record: UnfinishedSession, person: Person | null, today: CalendarDate): number {
  if (record.state === 'open') return record.onDate < today ? 0 : 4;
  if (!isMine(record, person)) return 3;
  return record.openedById === person?.id ? 1 : 2;
}

function rowOf(record: UnfinishedSession, person: Person | null, today: CalendarDate): UnfinishedRow {
  const { state, onDate, missing, openedBy } = record;
  const mine = isMine(record, person);
  if (state === 'closed')
    return {
      record,
      mine,
      tone: 'warn',
      chip: mine ? todayText.yoursToSign : todayText.unsigned,
      sub: todayText.toSign(onDate, missing),
    };
  return onDate < today
    ? { record, mine, tone: 'hard', chip: todayText.leftOpen, sub: todayText.leftOpenSince(onDate, openedBy) }
    : { record, mine, tone: 'info', chip: todayText.states.open, sub: todayText.stillOpen(openedBy) };
}

function isMine({ missing }: UnfinishedSession, person: Person | null): boolean {
  return missing.some((role) => person?.roles.includes(role));
}
