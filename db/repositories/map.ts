import type { Kysely, Transaction } from 'kysely';
import type { Leg, Vein } from '../../shared/domain/leg-map/vein.ts';
import type { CaseId, Id, PersonId, VeinId } from '../../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { fromJson } from './json.ts';
import { StoredVein } from './stored-vein.ts';

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

/** The id, leg and number that a vein keeps for ever, erased or not. */
export interface VeinName {
  readonly id: VeinId;
  readonly leg: Leg;
  readonly number: number;
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

/** Of all cases the veins that the map shows at a version, by default now, each with its `state` there. Erased ones are not among them. */
export function mappedVeins(db: Kysely<Database>, version: number = Number.MAX_SAFE_INTEGER) {
  return db
    .selectFrom('veins')
    .innerJoin('vein_versions as state', 'state.vein_id', 'veins.id')
    .where('state.content', 'is not', null)
    .where((eb) =>
      eb(
        'state.map_version',
        '=',
        eb
          .selectFrom('vein_versions as any')
          .select((inner) => inner.fn.max('any.map_version').as('newest'))
          .whereRef('any.vein_id', '=', 'veins.id')
          .where('any.map_version', '<=', version),
      ),
    );
}

/** The veins as they were mapped at a version, by leg and number. */
export async function readVeins(
  db: Kysely<Database>,
  caseId: CaseId,
  version: number,
): Promise<readonly Vein[]> {
  const rows = await mappedVeins(db, version)
    .select('state.content')
    .where('veins.case_id', '=', caseId)
    .orderBy('veins.leg', 'desc')
    .orderBy('veins.number')
    .$narrowType<{ content: string }>()
    .execute();
  return rows.map((row) => fromJson(StoredVein, row.content));
}

/** The veins as they are mapped now. */
export async function readCurrentVeins(db: Kysely<Database>, caseId: CaseId): Promise<readonly Vein[]> {
  return readVeins(db, caseId, await readMapVersion(db, caseId));
}

/** A vein of a case as it is mapped now; null if it is not of this case, or erased. */
export async function readCurrentVein(
  db: Kysely<Database>,
  caseId: CaseId,
  veinId: VeinId,
): Promise<Vein | null> {
  const row = await db
    .selectFrom('vein_versions')
    .select('content')
    .where('vein_id', '=', veinId)
    .where('case_id', '=', caseId)
    .orderBy('map_version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content ? fromJson(StoredVein, row.content) : null;
}

/** Every vein that a case ever had, erased ones too. */
export async function readVeinNames(db: Kysely<Database>, caseId: CaseId): Promise<readonly VeinName[]> {
  return db.selectFrom('veins').select(['id', 'leg', 'number']).where('case_id', '=', caseId).execute();
}

/** The veins that the map of a case shows now, without what they look like. */
export async function readMappedVeinIds(db: Kysely<Database>, caseId: CaseId): Promise<ReadonlySet<VeinId>> {
  const rows = await mappedVeins(db).select('veins.id').where('veins.case_id', '=', caseId).execute();
  return new Set(rows.map(({ id }) => id));
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

/** Gives new veins their id, leg and number for good. */
export async function insertVeinNames(
  trx: Transaction<Database>,
  caseId: CaseId,
  veins: readonly VeinName[],
): Promise<void> {
  for (const batch of inBatches(veins)) {
    await trx
      .insertInto('veins')
      .values(batch.map(({ id, leg, number }) => ({ id, case_id: caseId, leg, number })))
      .execute();
  }
}

/** What veins became at a version of the map; null: erased. */
export async function insertVeinVersions(
  trx: Transaction<Database>,
  caseId: CaseId,
  mapVersion: number,
  states: readonly { readonly veinId: VeinId; readonly vein: Vein | null }[],
): Promise<void> {
  for (const batch of inBatches(states)) {
    await trx
      .insertInto('vein_versions')
      .values(
        batch.map(({ veinId, vein }) => ({
          vein_id: veinId,
          case_id: caseId,
          map_version: mapVersion,
          content: vein ? JSON.stringify(vein) : null,
        })),
      )
      .execute();
  }
}
