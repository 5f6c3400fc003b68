import type { VeinId } from '../../kernel/ids.ts';
import type { DatedInjection } from '../leg-map/map-facts.ts';
import type { Review } from '../outcome/review.ts';
import type { PlanItem } from './plan.ts';

/** What tells which veins a review sent to a further session. */
export interface FurtherFacts {
  /** The reviews that hold, the oldest first. */
  readonly reviews: readonly Pick<Review, 'onDate' | 'recordedAt' | 'responses'>[];
  readonly injections: readonly Pick<DatedInjection, 'veinId' | 'onDate' | 'givenAt' | 'isStruckOut'>[];
}

/** The veins that the last review to rate them sent to a further session, and that were not injected since. */
export function furtherVeins({ reviews, injections }: FurtherFacts): readonly VeinId[] {
  const last = new Map<
    VeinId,
    { readonly review: FurtherFacts['reviews'][number]; readonly isFurther: boolean }
  >();
  for (const review of reviews) {
    for (const { veinId, disposition } of review.responses)
      last.set(veinId, { review, isFurther: disposition === 'further-session' });
  }
  return [...last].flatMap(([veinId, { review, isFurther }]) => {
    const isDone = injections.some(
      (injection) =>
        injection.veinId === veinId &&
        !injection.isStruckOut &&
        (injection.onDate > review.onDate || injection.givenAt > review.recordedAt),
    );
    return isFurther && !isDone ? [veinId] : [];
  });
}

/** Of veins that are to be treated again those that stand in no session to come. */
export function stillUnplanned(
  further: readonly VeinId[],
  items: readonly Pick<PlanItem, 'veinId' | 'sessionNumber'>[],
  held: { readonly has: (number: number) => boolean },
): readonly VeinId[] {
  const planned = new Set(
    items
      .filter(({ sessionNumber }) => sessionNumber === null || !held.has(sessionNumber))
      .map(({ veinId }) => veinId),
  );
  return further.filter((veinId) => !planned.has(veinId));
}
