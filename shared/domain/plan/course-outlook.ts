import { addMonths, type CalendarDate } from '../../kernel/time.ts';
import type { CourseExpectation } from '../dose/label-profile.ts';
import { heldNumbers, type PlanDraft, type PlanSituation } from './plan-situation.ts';

/** What a plan comes to, beside what the clinic tells its patients to expect. */
export interface CourseOutlook {
  /** Sessions that were held, or are open. */
  readonly held: number;
  /** Sessions still to come that have something planned. */
  readonly toCome: number;
  /** Null in profiles that do not say. */
  readonly expectation: CourseExpectation | null;
  /** All sessions of the course beside what most patients need. */
  readonly compared: 'fewer' | 'within' | 'more' | null;
  /** The day of the next session that has something planned. */
  readonly nextOn: CalendarDate | null;
  /** The last day of treatment; null when nothing was held or planned. */
  readonly doneBy: CalendarDate | null;
  /** By when the result can be judged. */
  readonly judgedBy: CalendarDate | null;
}

/** How many sessions a plan leads to and until when, and how that compares with the clinic's expectation. */
export function courseOutlook(
  draft: PlanDraft,
  situation: Pick<PlanSituation, 'held' | 'profile'>,
): CourseOutlook {
  const { held, profile } = situation;
  const numbers = heldNumbers(situation);
  const filled = new Set(draft.items.map(({ sessionNumber }) => sessionNumber));
  const toCome = draft.sessions
    .filter(({ number }) => !numbers.has(number) && filled.has(number))
    .map(({ onDate }) => onDate)
    .toSorted();
  const days = [...held.map(({ onDate }) => onDate), ...toCome].toSorted();
  const doneBy = days.at(-1) ?? null;
  const { expectation } = profile;
  return {
    held: held.length,
    toCome: toCome.length,
    expectation,
    compared: expectation && days.length > 0 ? compare(days.length, expectation.sessions) : null,
    nextOn: toCome[0] ?? null,
    doneBy,
    judgedBy: doneBy && expectation && addMonths(doneBy, expectation.monthsToResult),
  };
}

function compare(count: number, { from, to }: CourseExpectation['sessions']): 'fewer' | 'within' | 'more' {
  if (count < from) return 'fewer';
  return count > to ? 'more' : 'within';
}
