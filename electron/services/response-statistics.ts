import {
  countResponses,
  countUnreviewedCases,
  readResponseVeins,
} from '../../db/repositories/response-statistics.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type {
  ResponseStatistics,
  ResponseStatisticsOf,
  ResponseVeins,
  ResponseVeinsOf,
} from '../../shared/contract/statistics.ts';
import { LOST_AFTER_DAYS } from '../../shared/domain/outcome/response-statistics.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { addDays } from '../../shared/kernel/time.ts';
import type { ServiceContext } from './context.ts';

/** As many veins as are sent at once. */
const VEINS_AT_ONCE = 50;

/** How the clinic's treated veins responded, in counts alone: what they mean for a patient is not said. */
export async function readResponseStatistics(
  { db, today }: ServiceContext,
  filter: ResponseStatisticsOf,
): Promise<Result<ResponseStatistics, Failure>> {
  return ok({
    cells: await countResponses(db, filter),
    unreviewedCases: await countUnreviewedCases(db, filter, addDays(today(), -LOST_AFTER_DAYS)),
  });
}

/** The veins behind one number of it. */
export async function listResponseVeins(
  { db }: ServiceContext,
  of: ResponseVeinsOf,
): Promise<Result<ResponseVeins, Failure>> {
  const veins = await readResponseVeins(db, of, VEINS_AT_ONCE + 1);
  return ok({ veins: veins.slice(0, VEINS_AT_ONCE), hasMore: veins.length > VEINS_AT_ONCE });
}
