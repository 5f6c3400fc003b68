import type { Kysely, Transaction } from 'kysely';
import type { CaseId, Id, PersonId } from '../../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** A gesture as it was saved. */
export interface StoredGesture {
  readonly id: Id<'gesture'>;
  readonly caseId: CaseId;
  readonly version: number;
  readonly label: string;
  readonly madeAt: Instant;
  readonly madeOn: CalendarDate;
  readonly madeBy: PersonId;
}

/** The version of the map as it stood at the end of a day, or now for null; 0 before the first gesture. */
export async function readMapVersion(
  db: Kysely<Database>,
  caseId: CaseId,
  onDate: CalendarDate | null = null,
): Promise<number> {
  let query = db
    .selectFrom('map_gestures')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('case_id', '=', caseId);
  if (onDate !== null) query = query.where('made_on', '<=', onDate);
  const row = await query.executeTakeFirst();
  return row?.version ?? 0;
}

/** The days on which the map changed, the oldest first. */
export async function readMapDates(db: Kysely<Database>, caseId: CaseId): Promise<readonly CalendarDate[]> {
  const rows = await db
    .selectFrom('map_gestures')
    .select('made_on')
    .distinct()
    .where('case_id', '=', caseId)
    .orderBy('made_on')
    .execute();
  return rows.map((row) => row.made_on);
}

/** The gesture with an id, of whatever case, or null. */
export async function readGesture(
  db: Kysely<Database>,
  id: Id<'gesture'>,
): Promise<{ readonly caseId: CaseId; readonly version: number; readonly madeAt: Instant } | null> {
  const row = await db
    .selectFrom('map_gestures')
    .select(['case_id', 'version', 'made_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { caseId: row.case_id, version: row.version, madeAt: row.made_at } : null;
}

export async function insertGesture(trx: Transaction<Database>, gesture: StoredGesture): Promise<void> {
  await trx
    .insertInto('map_gestures')
    .values({
      id: gesture.id,
      case_id: gesture.caseId,
      version: gesture.version,
      label: gesture.label,
      made_at: gesture.madeAt,
      made_on: gesture.madeOn,
      made_by: gesture.madeBy,
    })
    .execute();
}
