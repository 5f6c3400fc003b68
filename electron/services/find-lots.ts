import { findLots as findLotRows } from '../../db/repositories/find-lots.ts';
import { LOT_SEARCH_FROM, type FindLots, type LotHit } from '../../shared/contract/day.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

/** Lots whose number holds the text, with how many patients got each. Nothing for fewer than three characters. */
export async function findLots(
  { db }: ServiceContext,
  input: FindLots,
): Promise<Result<readonly LotHit[], Failure>> {
  return ok(input.text.length < LOT_SEARCH_FROM ? [] : await findLotRows(db, input));
}
