import type { RecordReview, ReviewView } from '../../../shared/contract/review.ts';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import type { Region } from '../../../shared/domain/leg-map/region.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import {
  type Response,
  type Review,
  type SideEffectGrade,
  type VeinResponse,
} from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { VeinMark } from '../../canvas/vein-mark.ts';

type Draft = ReadonlyMap<VeinId, VeinResponse>;

/** A vein that was treated, with what it was given and how it looks. */
export interface ReviewRow {
  readonly vein: Vein;
  readonly label: string;
  readonly region: Region;
  readonly injections: number;
  readonly volumeUl: number;
  /** Sessions that treated it. */
  readonly sessionNumbers: readonly number[];
  /** Null: not rated in this review yet. */
  readonly response: VeinResponse | null;
  /** How it was rated the time before. */
  readonly before: Response | null;
}

/** The treated veins, by leg and number, as rated in a review and in the one before it. */
export function reviewRows(
  view: Pick<ReviewView, 'veins' | 'given' | 'heightScale'>,
  draft: Draft,
  previous: Pick<Review, 'responses'> | null,
): readonly ReviewRow[] {
  return view.veins
    .flatMap((vein): ReviewRow[] => {
      const given = view.given.filter((entry) => entry.veinId === vein.id && entry.injections > 0);
      if (given.length === 0) return [];
      return [
        {
          vein,
          label: veinLabel(vein),
          region: measureVein(vein, view.heightScale).region,
          injections: given.reduce((sum, entry) => sum + entry.injections, 0),
          volumeUl: given.reduce((sum, entry) => sum + entry.volumeUl, 0),
          sessionNumbers: given.map((entry) => entry.sessionNumber),
          response: draft.get(vein.id) ?? null,
          before: previous?.responses.find((response) => response.veinId === vein.id)?.response ?? null,
        },
      ];
    })
    .toSorted((a, b) => a.vein.leg.localeCompare(b.vein.leg) * -1 || a.vein.number - b.vein.number);
}

/** Rates a vein; side effects stay as they were rated. */
export function rated(draft: Draft, veinId: VeinId, response: Response): Draft {
  const known = draft.get(veinId);
  return new Map([...draft, [veinId, { matting: 0, pigmentation: 0, ...known, veinId, response }]]);
}

/** One grade more, and from severe back to none. A vein with a side effect but no rating counts as seen and the same. */
export function graded(draft: Draft, veinId: VeinId, effect: 'matting' | 'pigmentation'): Draft {
  const known: VeinResponse = draft.get(veinId) ?? { veinId, response: 'same', matting: 0, pigmentation: 0 };
  return new Map([...draft, [veinId, { ...known, [effect]: nextGrade(known[effect]) }]]);
}

function nextGrade(grade: SideEffectGrade): SideEffectGrade {
  switch (grade) {
    case 0:
      return 1;
    case 1:
      return 2;
    case 2:
      return 3;
    case 3:
      return 0;
  }
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
  responses: ReadonlyMap<VeinId, VeinResponse>,
): ReadonlyMap<VeinId, VeinMark> {
  return new Map(
    veins.map((vein) => {
      const response = responses.get(vein.id)?.response;
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
export function responsesOf(review: Pick<Review, 'responses'>): Draft {
  return new Map(review.responses.map((response) => [response.veinId, response]));
}

/** The ratings as they are sent, in the order of the rows. */
export function responsesToSend(rows: readonly ReviewRow[]): RecordReview['responses'] {
  return rows.flatMap(({ response }) => (response ? [{ ...response }] : []));
}
