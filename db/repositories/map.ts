import type { Kysely, Transaction } from 'kysely';
import type { Leg, Vein } from '../../shared/domain/leg-map/vein.ts';
import type { CaseId, VeinId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { fromJson } from './json.ts';
import { readMapVersion } from './map-gestures.ts';
import { StoredVein } from './stored-vein.ts';

/** The id, leg and number that a vein keeps for ever, erased or not. */
export interface VeinName {
  readonly id: VeinId;
  readonly caseId: CaseId;
  readonly leg: Leg;
  readonly number: number;
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

/** Of these veins the ones that the map of the case shows now. */
export async function readVeinsNow(
  db: Kysely<Database>,
  caseId: CaseId,
  ids: readonly VeinId[],
): Promise<readonly Vein[]> {
  const found: Vein[] = [];
  for (const batch of inBatches(ids)) {
    const rows = await mappedVeins(db)
      .select('state.content')
      .where('veins.case_id', '=', caseId)
      .where('veins.id', 'in', batch)
      .$narrowType<{ content: string }>()
      .execute();
    found.push(...rows.map((row) => fromJson(StoredVein, row.content)));
  }
  return found;
}

/** The veins on the map now that feed from one of these. */
export async function readVeinsFedBy(
  db: Kysely<Database>,
  feederIds: readonly VeinId[],
): Promise<readonly Vein[]> {
  const found: Vein[] = [];
  for (const batch of inBatches(feederIds)) {
    const rows = await mappedVeins(db)
      .select('state.content')
      .where('state.feeder_id', 'in', batch)
      .$narrowType<{ content: string }>()
      .execute();
    found.push(...rows.map((row) => fromJson(StoredVein, row.content)));
  }
  return found;
}

/** The names of the veins with these ids, of whatever case, erased ones too. */
export async function readVeinNames(
  db: Kysely<Database>,
  ids: readonly VeinId[],
): Promise<readonly VeinName[]> {
  const found: VeinName[] = [];
  for (const batch of inBatches(ids)) {
    found.push(...(await veinNames(db).where('id', 'in', batch).execute()));
  }
  return found;
}

/** The veins of a leg, erased ones too, that have one of these numbers. */
export async function readVeinsNumbered(
  db: Kysely<Database>,
  caseId: CaseId,
  leg: Leg,
  numbers: readonly number[],
): Promise<readonly VeinName[]> {
  const found: VeinName[] = [];
  for (const batch of inBatches(numbers)) {
    const query = veinNames(db).where('case_id', '=', caseId).where('leg', '=', leg);
    found.push(...(await query.where('number', 'in', batch).execute()));
  }
  return found;
}

function veinNames(db: Kysely<Database>) {
  return db.selectFrom('veins').select(['id', 'case_id as caseId', 'leg', 'number']);
}

/** The next number of each leg that no vein of the case, erased or not, has had. */
export async function readNextNumbers(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<{ readonly right: number; readonly left: number }> {
  const rows = await db
    .selectFrom('veins')
    .select((eb) => ['leg', eb.fn.max('number').as('highest')])
    .where('case_id', '=', caseId)
    .groupBy('leg')
    .execute();
  const nextOn = (leg: Leg) => 1 + (rows.find((row) => row.leg === leg)?.highest ?? 0);
  return { right: nextOn('right'), left: nextOn('left') };
}

/** The veins that the map of a case shows now, without what they look like. */
export async function readMappedVeinIds(db: Kysely<Database>, caseId: CaseId): Promise<ReadonlySet<VeinId>> {
  const rows = await mappedVeins(db).select('veins.id').where('veins.case_id', '=', caseId).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Gives new veins their id, leg and number for good. */
export async function insertVeinNames(
  trx: Transaction<Database>,
  caseId: CaseId,
  veins: readonly Omit<VeinName, 'caseId'>[],
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
