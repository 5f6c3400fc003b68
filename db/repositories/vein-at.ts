import type { Kysely } from 'kysely';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import type { CaseId, VeinId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { StoredVein } from './stored-vein.ts';

/** A vein of a case as it was mapped at a moment; null where it was not on the map then. */
export async function readVeinAt(
  db: Kysely<Database>,
  { caseId, veinId, at }: { readonly caseId: CaseId; readonly veinId: VeinId; readonly at: Instant },
): Promise<Vein | null> {
  const row = await db
    .selectFrom('vein_versions as state')
    .innerJoin('map_gestures as gesture', (join) =>
      join.onRef('gesture.case_id', '=', 'state.case_id').onRef('gesture.version', '=', 'state.map_version'),
    )
    .select('state.content')
    .where('state.vein_id', '=', veinId)
    .where('state.case_id', '=', caseId)
    .where('gesture.made_at', '<=', at)
    .orderBy('state.map_version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content ? fromJson(StoredVein, row.content) : null;
}
