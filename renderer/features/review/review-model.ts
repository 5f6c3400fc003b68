import type { ReviewView } from '../../../shared/contract/review.ts';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import type { Region } from '../../../shared/domain/leg-map/region.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { TreatedVein } from '../../../shared/domain/outcome/treated-vein.ts';
import type { Response, Review, VeinResponse } from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { VeinMark } from '../../canvas/vein-mark.ts';

/** The ratings of a review by vein. */
export type Ratings = ReadonlyMap<VeinId, VeinResponse>;

/** A vein that was treated, with what it was given and how it looks. */
export interface ReviewRow {
  readonly vein: Vein;
  readonly label: string;
  readonly region: Region;
  readonly treated: TreatedVein;
  /** Null: not rated in this review yet. */
  readonly response: VeinResponse | null;
  /** How it was rated at the review before. */
  readonly before: Response | null;
}

/** The treated veins, by leg and number, as rated in a review and in the one before it. */
export function reviewRows(
  view: Pick<ReviewView, 'veins' | 'treated' | 'heightScale'>,
  ratings: Ratings,
  previous: Pick<Review, 'responses'> | null,
): readonly ReviewRow[] {
  const treated = new Map(view.treated.map((vein) => [vein.veinId, vein]));
  return inOrder(view.veins).flatMap((vein): ReviewRow[] => {
    const given = treated.get(vein.id);
    if (!given) return [];
    return [
      {
        vein,
        label: veinLabel(vein),
        region: measureVein(vein, view.heightScale).region,
        treated: given,
        response: ratings.get(vein.id) ?? null,
        before: previous?.responses.find(({ veinId }) => veinId === vein.id)?.response ?? null,
      },
    ];
  });
}

/** The veins of the map that nobody has treated in this case, and those of an older map that nobody has seen again. */
export function otherVeins(view: Pick<ReviewView, 'veins' | 'treated'>): {
  readonly untreated: readonly Vein[];
  readonly carriedOver: readonly Vein[];
} {
  const treated = new Set(view.treated.map(({ veinId }) => veinId));
  const others = inOrder(view.veins).filter(({ id }) => !treated.has(id));
  return {
    untreated: others.filter(({ carriedOverFrom }) => carriedOverFrom === null),
    carriedOver: others.filter(({ carriedOverFrom }) => carriedOverFrom !== null),
  };
}

/** Right before left, as in the other lists, then by number. */
function inOrder(veins: readonly Vein[]): readonly Vein[] {
  return veins.toSorted((a, b) => b.leg.localeCompare(a.leg) || a.number - b.number);
}

/** How often each response was given. */
export function responseCounts(responses: readonly VeinResponse[]): Readonly<Record<Response, number>> {
  const counts = { cleared: 0, better: 0, same: 0, worse: 0, 'not-seen': 0 };
  for (const { response } of responses) counts[response] += 1;
  return counts;
}

/** How the map shows the veins of a review: rated ones by their response, all others faint. */
export function responseMarks(
  veins: readonly Vein[],
  ratings: Pick<Ratings, 'get'>,
): ReadonlyMap<VeinId, VeinMark> {
  return new Map(
    veins.map((vein) => {
      const response = ratings.get(vein.id)?.response;
      return [vein.id, response ? markOf(response) : { state: 'mapped', dimmed: true }] as const;
    }),
  );
}

function markOf(response: Response): VeinMark {
  switch (response) {
    case 'cleared':
      return { state: 'cleared' };
    case 'better':
      return { state: 'responding' };
    case 'same':
      return { state: 'mapped', label: '=' };
    case 'worse':
      return { state: 'recurred' };
    case 'not-seen':
      return { state: 'mapped', dimmed: true };
  }
}

/** The responses of a review by vein. */
export function ratingsOf(review: Pick<Review, 'responses'>): Ratings {
  return new Map(review.responses.map((response) => [response.veinId, response]));
}
