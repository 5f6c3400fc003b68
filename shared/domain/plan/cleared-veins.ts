import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import { livesOn, type TreatmentFacts } from '../leg-map/vein-life.ts';

/** A vein that a review found cleared. */
export interface ClearedVein {
  readonly veinId: VeinId;
  /** The day of the last review that said so. */
  readonly onDate: CalendarDate;
}

/** The veins that were cleared when they were last seen, and not injected since. `reviews`: the oldest first. */
export function clearedVeins(facts: TreatmentFacts): readonly ClearedVein[] {
  const days = [...facts.reviews, ...facts.injections].map(({ onDate }) => onDate).toSorted();
  const last = days.at(-1);
  if (last === undefined) return [];
  return [...livesOn(facts, last)].flatMap(([veinId, { course }]) => {
    if (course !== 'cleared') return [];
    const review = facts.reviews.findLast(({ responses }) =>
      responses.some((response) => response.veinId === veinId && response.response === 'cleared'),
    );
    return review ? [{ veinId, onDate: review.onDate }] : [];
  });
}
