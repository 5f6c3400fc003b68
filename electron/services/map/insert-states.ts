import type { Transaction } from 'kysely';
import { insertMarkNames, insertMarkVersions } from '../../../db/repositories/map-marks.ts';
import { insertVeinNames, insertVeinVersions } from '../../../db/repositories/map.ts';
import type { Database } from '../../../db/schema.ts';
import { isMark, isVein, type MapDiff, type RecordId } from '../../../shared/document/map-document.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';

/** Writes what a gesture made of veins and marks. `known`: the names that come back by an undo are there already. */
export async function insertStates(
  trx: Transaction<Database>,
  caseId: CaseId,
  version: number,
  diff: MapDiff,
  known: {
    readonly veinNames: readonly { readonly id: RecordId }[];
    readonly markNames: readonly { readonly id: RecordId }[];
  },
): Promise<void> {
  const knownIds = new Set<RecordId>([...known.veinNames, ...known.markNames].map(({ id }) => id));
  const fresh = diff.added.filter(({ id }) => !knownIds.has(id));
  const present = [...diff.added, ...diff.updated.map(([, to]) => to)];
  await insertVeinNames(trx, caseId, fresh.filter(isVein));
  await insertVeinVersions(trx, caseId, version, [
    ...present.filter(isVein).map((vein) => ({ veinId: vein.id, vein })),
    ...diff.removed.filter(isVein).map(({ id }) => ({ veinId: id, vein: null })),
  ]);
  await insertMarkNames(trx, caseId, fresh.filter(isMark));
  await insertMarkVersions(trx, caseId, version, [
    ...present.filter(isMark).map((mark) => ({ markId: mark.id, mark })),
    ...diff.removed.filter(isMark).map(({ id }) => ({ markId: id, mark: null })),
  ]);
}
