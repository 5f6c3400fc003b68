import type { Kysely, Transaction } from 'kysely';
import type { MapMark, ScaleMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { CaseId, MarkId, VeinId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { fromJson } from './json.ts';
import { StoredMark } from './stored-mark.ts';

/** The id and the sort of mark that it keeps for ever, erased or not. */
export interface MarkName {
  readonly id: MarkId;
  readonly caseId: CaseId;
  readonly mark: MapMark['mark'];
}

/** Of all cases the marks that the map shows at a version, by default now, each with its `state` there. Erased ones are not among them. */
function mappedMarks(db: Kysely<Database>, version: number = Number.MAX_SAFE_INTEGER) {
  return db
    .selectFrom('marks')
    .innerJoin('mark_versions as state', 'state.mark_id', 'marks.id')
    .select('state.content')
    .where('state.content', 'is not', null)
    .where((eb) =>
      eb(
        'state.map_version',
        '=',
        eb
          .selectFrom('mark_versions as any')
          .select((inner) => inner.fn.max('any.map_version').as('newest'))
          .whereRef('any.mark_id', '=', 'marks.id')
          .where('any.map_version', '<=', version),
      ),
    )
    .$narrowType<{ content: string }>();
}

const markOf = ({ content }: { readonly content: string }): MapMark => fromJson(StoredMark, content);

/** The marks as they stood on the map at a version. */
export async function readMarks(
  db: Kysely<Database>,
  caseId: CaseId,
  version: number,
): Promise<readonly MapMark[]> {
  const rows = await mappedMarks(db, version)
    .where('marks.case_id', '=', caseId)
    .orderBy('marks.mark')
    .orderBy('marks.id')
    .execute();
  return rows.map(markOf);
}

/** Of these marks the ones that the map of the case shows now. */
export async function readCurrentMarks(
  db: Kysely<Database>,
  caseId: CaseId,
  ids: readonly MarkId[],
): Promise<readonly MapMark[]> {
  const found: MapMark[] = [];
  for (const batch of inBatches(ids)) {
    const query = mappedMarks(db).where('marks.case_id', '=', caseId).where('marks.id', 'in', batch);
    found.push(...(await query.execute()).map(markOf));
  }
  return found;
}

/** The marks on the map now that name one of these veins. */
export async function readMarksOfVeins(
  db: Kysely<Database>,
  veinIds: readonly VeinId[],
): Promise<readonly MapMark[]> {
  const found: MapMark[] = [];
  for (const batch of inBatches(veinIds)) {
    found.push(...(await mappedMarks(db).where('state.vein_id', 'in', batch).execute()).map(markOf));
  }
  return found;
}

/** The measured distance that the map of a case has now, or null. */
export async function readScaleMark(db: Kysely<Database>, caseId: CaseId): Promise<ScaleMark | null> {
  const rows = await mappedMarks(db)
    .where('marks.case_id', '=', caseId)
    .where('marks.mark', '=', 'scale')
    .execute();
  return rows.map(markOf).find((mark) => mark.mark === 'scale') ?? null;
}

/** What is known for good of the marks with these ids, of whatever case. */
export async function readMarkNames(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly MarkName[]> {
  const found: MarkName[] = [];
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('marks')
      .select(['id', 'case_id as caseId', 'mark'])
      .where('id', 'in', batch as readonly MarkId[])
      .execute();
    found.push(...rows);
  }
  return found;
}

/** Enters new marks for good. */
export async function insertMarkNames(
  trx: Transaction<Database>,
  caseId: CaseId,
  marks: readonly MapMark[],
): Promise<void> {
  for (const batch of inBatches(marks)) {
    await trx
      .insertInto('marks')
      .values(batch.map(({ id, mark }) => ({ id, case_id: caseId, mark })))
      .execute();
  }
}

/** What marks became at a version of the map; null: erased. */
export async function insertMarkVersions(
  trx: Transaction<Database>,
  caseId: CaseId,
  mapVersion: number,
  states: readonly { readonly markId: MarkId; readonly mark: MapMark | null }[],
): Promise<void> {
  for (const batch of inBatches(states)) {
    await trx
      .insertInto('mark_versions')
      .values(
        batch.map(({ markId, mark }) => ({
          mark_id: markId,
          case_id: caseId,
          map_version: mapVersion,
          content: mark ? JSON.stringify(mark) : null,
        })),
      )
      .execute();
  }
}
