import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { Vein } from '../leg-map/vein.ts';
import type { Review } from '../outcome/review.ts';
import { dateCautions, type DateCaution, type DateCautionQuestion } from '../plan/plan-dates.ts';
import type { Action } from '../staff/roles.ts';
import { dueVeins, type OpeningRecord } from './hindrance.ts';

/** What ought to be looked at before a session that is still to come. */
export type SessionCaution =
  /** The plan holds no vein for it, so that there is nothing to open. */
  | { readonly kind: 'no-veins' }
  /** Due, and carried over from an earlier map without having been seen again. */
  | { readonly kind: 'unconfirmed'; readonly veins: readonly VeinId[] }
  /** Due before the day until which the last review leaves them to rest. */
  | { readonly kind: 'resting'; readonly veins: readonly VeinId[]; readonly until: CalendarDate }
  | { readonly kind: 'date'; readonly caution: DateCaution };

/** Who can put right what is to be looked at. */
export const CAUTION_ACTIONS = {
  'no-veins': 'plan/write',
  unconfirmed: 'map/write',
  resting: 'review/write',
  date: 'plan/write',
} as const satisfies Record<SessionCaution['kind'], Action>;

export interface SessionCautionQuestion {
  readonly record: Pick<OpeningRecord, 'due' | 'veins'>;
  readonly number: number;
  /** The day that it is planned for. */
  readonly onDate: CalendarDate;
  /** The reviews of the case that hold, the newest first. */
  readonly reviews: readonly Pick<Review, 'onDate' | 'responses' | 'restUntil'>[];
  readonly dates: DateCautionQuestion;
}

/** What is to be looked at before a session that is still to come: its veins, then its day. None of it is for the core to forbid. */
export function sessionCautions(question: SessionCautionQuestion): readonly SessionCaution[] {
  const { record, number, dates } = question;
  const due = dueVeins(record);
  const unconfirmed = unconfirmedVeins(due).map(({ id }) => id);
  const resting = restingVeins(due, question);
  return [
    ...(due.length === 0 ? [{ kind: 'no-veins' } as const] : []),
    ...(unconfirmed.length > 0 ? [{ kind: 'unconfirmed', veins: unconfirmed } as const] : []),
    ...(resting ? [resting] : []),
    ...dateCautions(dates)
      .filter(({ sessionNumber }) => sessionNumber === number)
      .map((caution) => ({ kind: 'date', caution }) as const),
  ];
}

/** Veins that an earlier map left behind and that nobody has seen again since. */
export function unconfirmedVeins<V extends Pick<Vein, 'carriedOverFrom'>>(veins: readonly V[]): readonly V[] {
  return veins.filter(({ carriedOverFrom }) => carriedOverFrom !== null);
}

/** What the last review left to rest longer than until the day of the session; a session held since has ended the rest. */
function restingVeins(
  due: readonly Vein[],
  { reviews: [last], onDate, dates }: SessionCautionQuestion,
): SessionCaution | null {
  const until = last?.restUntil ?? null;
  if (!last || until === null || until <= onDate) return null;
  if (dates.sessions.some((session) => session.isHeld && session.onDate > last.onDate)) return null;
  const resting = new Set(
    last.responses.filter(({ disposition }) => disposition === 'rest').map(({ veinId }) => veinId),
  );
  const veins = due.map(({ id }) => id).filter((id) => resting.has(id));
  return veins.length > 0 ? { kind: 'resting', veins, until } : null;
}
