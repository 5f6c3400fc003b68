import type { Kysely } from 'kysely';
import {
  type Complication,
  type ComplicationId,
  type ComplicationOrigin,
  type CourseEntry,
  type CourseEntryId,
} from '../../shared/domain/outcome/complication.ts';
import type { StrikeOut } from '../../shared/domain/session/session.ts';
import type { SideEffect } from '../../shared/domain/outcome/review.ts';
import type { CaseId, LotId, PatientId, ReactionId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';

/** Complications with what is known of their strike-outs. */
function complicationRows(db: Kysely<Database>) {
  return db
    .selectFrom('complications')
    .leftJoin('complication_strike_outs as strike', 'strike.complication_id', 'complications.id')
    .selectAll('complications')
    .select(['strike.reason as struck_because', 'strike.struck_at', 'strike.struck_by'])
    .orderBy('complications.onset_on', 'desc')
    .orderBy('complications.recorded_at', 'desc');
}

type ComplicationRow = Awaited<ReturnType<ReturnType<typeof complicationRows>['execute']>>[number];

/** The complications of a patient in all cases, the latest onset first, struck-out ones among them. */
export async function readComplications(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<readonly Complication[]> {
  return withCourses(
    db,
    await complicationRows(db).where('complications.patient_id', '=', patientId).execute(),
  );
}

/** Every complication that is put down to a lot. */
export async function readComplicationsOfLot(
  db: Kysely<Database>,
  lotId: LotId,
): Promise<readonly Complication[]> {
  return withCourses(db, await complicationRows(db).where('complications.lot_id', '=', lotId).execute());
}

/** Those that began in a stretch of days (`from` null: ever), and those that went on by their last entry, whenever they began. */
export async function readComplicationsBetween(
  db: Kysely<Database>,
  { from, to }: { readonly from: CalendarDate | null; readonly to: CalendarDate },
): Promise<readonly Complication[]> {
  const rows = await complicationRows(db)
    .where('complications.onset_on', '<=', to)
    .$if(from !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('complications.onset_on', '>=', from ?? to),
          eb(
            eb
              .selectFrom('complication_entries as entry')
              .leftJoin('complication_entry_strike_outs as struck', 'struck.entry_id', 'entry.id')
              .select('entry.state')
              .whereRef('entry.complication_id', '=', 'complications.id')
              .where('struck.entry_id', 'is', null)
              .orderBy('entry.on_date', 'desc')
              .orderBy('entry.recorded_at', 'desc')
              .limit(1),
            '=',
            'ongoing',
          ),
        ]),
      ),
    )
    .execute();
  return withCourses(db, rows);
}

export async function readComplication(
  db: Kysely<Database>,
  id: ComplicationId,
): Promise<Complication | null> {
  const rows = await complicationRows(db).where('complications.id', '=', id).execute();
  return (await withCourses(db, rows))[0] ?? null;
}

/** The complication that follows a reaction or a finding and was not struck out, or null. */
export async function readFollower(
  db: Kysely<Database>,
  origin: ComplicationOrigin,
): Promise<ComplicationId | null> {
  const base = complicationRows(db).where('strike.complication_id', 'is', null);
  const row = await (
    origin.from === 'reaction'
      ? base.where('complications.origin_reaction', '=', origin.reactionId)
      : base
          .where('complications.origin_review', '=', origin.reviewId)
          .where('complications.origin_finding', '=', origin.finding)
  ).executeTakeFirst();
  return row?.id ?? null;
}

/** What is followed by complications that were not struck out: it has its place in the register with them. */
export async function readFollowed(db: Kysely<Database>): Promise<{
  readonly reactions: ReadonlySet<ReactionId>;
  readonly findings: readonly {
    readonly caseId: CaseId;
    readonly finding: SideEffect;
    readonly onsetOn: CalendarDate;
  }[];
}> {
  const standing = complicationRows(db).where('strike.complication_id', 'is', null);
  const reactions = await standing.where('complications.origin_reaction', 'is not', null).execute();
  const findings = await standing
    .innerJoin('reviews', 'reviews.id', 'complications.origin_review')
    .select('reviews.on_date')
    .execute();
  return {
    reactions: new Set(reactions.flatMap((row) => row.origin_reaction ?? [])),
    findings: findings.flatMap(({ case_id: caseId, origin_finding: finding, on_date: onsetOn }) =>
      finding === null ? [] : [{ caseId, finding, onsetOn }],
    ),
  };
}

/** Which complication an entry belongs to, whatever became of it. */
export async function readOwnerOfEntry(
  db: Kysely<Database>,
  id: CourseEntryId,
): Promise<ComplicationId | null> {
  const row = await db
    .selectFrom('complication_entries')
    .select('complication_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.complication_id ?? null;
}

async function withCourses(
  db: Kysely<Database>,
  rows: readonly ComplicationRow[],
): Promise<readonly Complication[]> {
  const ids = rows.map(({ id }) => id);
  const veins = Map.groupBy(await readVeins(db, ids), (row) => row.complication_id);
  const entries = Map.groupBy(await readEntries(db, ids), (row) => row.complication_id);
  return rows.map((row): Complication => ({
    id: row.id,
    patientId: row.patient_id,
    caseId: row.case_id,
    kind: row.kind,
    onsetOn: row.onset_on,
    veinIds: (veins.get(row.id) ?? []).map(({ vein_id }) => vein_id),
    sessionId: row.session_id,
    lotId: row.lot_id,
    description: row.description,
    origin: originOf(row),
    course: (entries.get(row.id) ?? []).map(entryOf),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    strikeOut: strikeOutOf(row),
  }));
}

async function readVeins(db: Kysely<Database>, ids: readonly ComplicationId[]) {
  const found = [];
  for (const batch of inBatches(ids)) {
    found.push(
      ...(await db
        .selectFrom('complication_veins')
        .innerJoin('veins', 'veins.id', 'complication_veins.vein_id')
        .select(['complication_veins.complication_id', 'complication_veins.vein_id'])
        .where('complication_veins.complication_id', 'in', batch)
        .orderBy('veins.leg', 'desc')
        .orderBy('veins.number')
        .execute()),
    );
  }
  return found;
}

function entryRows(db: Kysely<Database>) {
  return db
    .selectFrom('complication_entries as entry')
    .leftJoin('complication_entry_strike_outs as strike', 'strike.entry_id', 'entry.id')
    .selectAll('entry')
    .select(['strike.reason as struck_because', 'strike.struck_at', 'strike.struck_by'])
    .orderBy('entry.on_date')
    .orderBy('entry.recorded_at');
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entryRows>['execute']>>[number];

async function readEntries(db: Kysely<Database>, ids: readonly ComplicationId[]): Promise<EntryRow[]> {
  const found = [];
  for (const batch of inBatches(ids)) {
    found.push(...(await entryRows(db).where('entry.complication_id', 'in', batch).execute()));
  }
  return found;
}

function entryOf(row: EntryRow): CourseEntry {
  return {
    id: row.id,
    onDate: row.on_date,
    state: row.state,
    grade: row.grade,
    serious: row.serious === 1,
    treatment: row.treatment,
    note: row.note,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    strikeOut: strikeOutOf(row),
  };
}

function originOf(row: ComplicationRow): ComplicationOrigin | null {
  if (row.origin_reaction !== null) return { from: 'reaction', reactionId: row.origin_reaction };
  return row.origin_review !== null && row.origin_finding !== null
    ? { from: 'review', reviewId: row.origin_review, finding: row.origin_finding }
    : null;
}

function strikeOutOf(
  row: Pick<ComplicationRow, 'struck_because' | 'struck_at' | 'struck_by'>,
): StrikeOut | null {
  return row.struck_because === null || row.struck_at === null || row.struck_by === null
    ? null
    : { reason: row.struck_because, struckAt: row.struck_at, struckBy: row.struck_by };
}
