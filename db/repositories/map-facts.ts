import type { Kysely } from 'kysely';
import type { DatedInjection, MarkVersion, VeinVersion } from '../../shared/domain/leg-map/map-facts.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { siteOf } from './injections.ts';
import { fromJson } from './json.ts';
import { preparationOf } from './preparation.ts';
import { StoredMark } from './stored-mark.ts';
import { StoredVein } from './stored-vein.ts';

/** Every state of every vein of a case, the lowest version first; of several in one day the last. */
export async function readVeinVersions(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly VeinVersion[]> {
  const rows = await db
    .selectFrom('vein_versions as state')
    .innerJoin('map_gestures as gesture', (join) =>
      join.onRef('gesture.case_id', '=', 'state.case_id').onRef('gesture.version', '=', 'state.map_version'),
    )
    .select(['state.vein_id', 'state.map_version as version', 'gesture.made_on', 'state.content'])
    .where('state.case_id', '=', caseId)
    .orderBy('state.map_version')
    .orderBy('state.vein_id')
    .execute();
  return lastOfDay(rows, (row) => row.vein_id).map((row) => ({
    veinId: row.vein_id,
    version: row.version,
    onDate: row.made_on,
    vein: row.content === null ? null : fromJson(StoredVein, row.content),
  }));
}

/** The same of sites, notes and the measured distance. */
export async function readMarkVersions(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly MarkVersion[]> {
  const rows = await db
    .selectFrom('mark_versions as state')
    .innerJoin('map_gestures as gesture', (join) =>
      join.onRef('gesture.case_id', '=', 'state.case_id').onRef('gesture.version', '=', 'state.map_version'),
    )
    .select(['state.mark_id', 'state.map_version as version', 'gesture.made_on', 'state.content'])
    .where('state.case_id', '=', caseId)
    .orderBy('state.map_version')
    .orderBy('state.mark_id')
    .execute();
  return lastOfDay(rows, (row) => row.mark_id).map((row) => ({
    markId: row.mark_id,
    version: row.version,
    onDate: row.made_on,
    mark: row.content === null ? null : fromJson(StoredMark, row.content),
  }));
}

/** Of the states that one thing had within a day the last; nobody asks for the others, and a day of drawing has many. */
function lastOfDay<T extends { readonly made_on: string }>(
  rows: readonly T[],
  idOf: (row: T) => string,
): readonly T[] {
  const last = new Map(rows.map((row) => [`${row.made_on} ${idOf(row)}`, row]));
  const kept = new Set(last.values());
  return rows.filter((row) => kept.has(row));
}

/** The injections of a case as far as its map shows them, in the order in which they were given, struck-out ones among them. */
export async function readDatedInjections(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly DatedInjection[]> {
  const rows = await db
    .selectFrom('injections')
    .innerJoin('sessions', 'sessions.id', 'injections.session_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select([
      'injections.id',
      'injections.number',
      'injections.vein_id',
      'injections.leg',
      'injections.aspect',
      'injections.site_x_mm',
      'injections.site_y_mm',
      'injections.form',
      'injections.strength_ug_per_ml',
      'injections.gas_parts',
      'injections.volume_ul',
      'injections.given_at',
      'sessions.number as session_number',
      'sessions.on_date',
      'strike.struck_at',
    ])
    .where('sessions.case_id', '=', caseId)
    .orderBy('injections.given_at')
    .orderBy('injections.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sessionNumber: row.session_number,
    onDate: row.on_date,
    givenAt: row.given_at,
    number: row.number,
    veinId: row.vein_id,
    site: siteOf(row),
    dose: { ...preparationOf(row), volumeUl: row.volume_ul },
    isStruckOut: row.struck_at !== null,
  }));
}
