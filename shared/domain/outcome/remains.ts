import { addMonths, type CalendarDate } from '../../kernel/time.ts';
import type { Vein } from '../leg-map/vein.ts';
import type { VeinId } from '../../kernel/ids.ts';
import { isLeft, type Disposition, type Review, type VeinResponse } from './review.ts';

/** Why the clinic's text foresees laser for a vein. */
export type LaserReason = 'small-telangiectasia' | 'matting-stays';

/** Below this a telangiectasia may have laser: "very small telangiectasias (under 1 mm)". */
const LASER_BELOW_MM = 1;
/** The result of a session can take up to three months: as long may a vein be left to rest. */
const MOST_MONTHS_OF_REST = 3;

/**
 * Why a vein may go to laser, or null where the clinic's text does not foresee it: telangiectasias under 1 mm, and matting that
 * stays, which is matting that an earlier review saw beside the same vein.
 */
export function laserReason(
  vein: Pick<Vein, 'id' | 'kind' | 'diameterMm'>,
  now: Pick<VeinResponse, 'response' | 'matting'>,
  earlier: readonly Pick<Review, 'responses'>[],
): LaserReason | null {
  if (now.matting > 0 && hadMatting(vein.id, earlier)) return 'matting-stays';
  const isSmall = vein.kind === 'telangiectasia' && vein.diameterMm < LASER_BELOW_MM;
  return isSmall && now.response !== 'cleared' ? 'small-telangiectasia' : null;
}

function hadMatting(veinId: VeinId, earlier: readonly Pick<Review, 'responses'>[]): boolean {
  return earlier.some(({ responses }) =>
    responses.some((response) => response.veinId === veinId && response.matting > 0),
  );
}

/** What may become of a vein as it was rated; nothing where it cleared without matting, or was not seen. */
export function dispositionsFor(
  now: Pick<VeinResponse, 'response' | 'matting'>,
  laser: LaserReason | null,
): readonly Disposition[] {
  if (!isLeft(now)) return [];
  return laser === null ? ['further-session', 'rest', 'done'] : ['further-session', 'laser', 'rest', 'done'];
}

/** The last day to which a vein may be left to rest from a review on. */
export function longestRest(onDate: CalendarDate): CalendarDate {
  return addMonths(onDate, MOST_MONTHS_OF_REST);
}
