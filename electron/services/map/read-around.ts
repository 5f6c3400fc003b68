import type { Kysely } from 'kysely';
import {
  readCurrentMarks,
  readMarkNames,
  readMarksOfVeins,
  readScaleMark,
} from '../../../db/repositories/map-marks.ts';
import { readInjectedVeins } from '../../../db/repositories/injections.ts';
import {
  readVeinNames,
  readVeinsFedBy,
  readVeinsNow,
  readVeinsNumbered,
  type VeinName,
} from '../../../db/repositories/map.ts';
import type { Database } from '../../../db/schema.ts';
import {
  isMark,
  isVein,
  type MapDiff,
  type MapRecord,
  type RecordId,
} from '../../../shared/document/map-document.ts';
import { LEGS, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { idOf, type CaseId, type VeinId } from '../../../shared/kernel/ids.ts';
import type { MapState } from './check-diff.ts';

/** What the map shows now of the veins and marks that a gesture says it changes or erases. */
export async function readTouched(
  db: Kysely<Database>,
  caseId: CaseId,
  diff: MapDiff,
): Promise<ReadonlyMap<RecordId, MapRecord>> {
  const ids = recordsOf(diff).map(({ id }) => id);
  const records = [
    ...(await readVeinsNow(
      db,
      caseId,
      ids.map((id) => idOf<'vein'>(id)),
    )),
    ...(await readCurrentMarks(
      db,
      caseId,
      ids.map((id) => idOf<'mark'>(id)),
    )),
  ];
  return new Map(records.map((record) => [record.id, record]));
}

/** What else of the map is needed to judge a gesture. The rest of it is not read: a map may have thousands of veins. */
export async function readAround(
  db: Kysely<Database>,
  caseId: CaseId,
  diff: MapDiff,
  touched: ReadonlyMap<RecordId, MapRecord>,
): Promise<MapState> {
  const around = new Map(touched);
  const keep = (records: readonly MapRecord[]) => {
    records.forEach((record) => around.set(record.id, record));
  };
  const removed = diff.removed.filter(isVein).map(({ id }) => id);
  keep(await readVeinsFedBy(db, removed));
  keep(await readMarksOfVeins(db, removed));
  if (recordsOf(diff).some((record) => isMark(record) && record.mark === 'scale')) {
    const scale = await readScaleMark(db, caseId);
    keep(scale ? [scale] : []);
  }
  await readUpstream(db, caseId, diff, around);
  const added = diff.added.map(({ id }) => id);
  return {
    caseId,
    around: [...around.values()],
    veinNames: [
      ...(await readVeinNames(
        db,
        added.map((id) => idOf<'vein'>(id)),
      )),
      ...(await readNumbersOf(db, caseId, diff.added.filter(isVein))),
    ],
    markNames: await readMarkNames(
      db,
      added.map((id) => idOf<'mark'>(id)),
    ),
    injected: await readInjectedVeins(
      db,
      [...touched.values()].filter(isVein).map(({ id }) => id),
    ),
  };
}

/** Adds the veins that changed veins and sites hang on, and what those feed from, up to the last. */
async function readUpstream(
  db: Kysely<Database>,
  caseId: CaseId,
  diff: MapDiff,
  around: Map<RecordId, MapRecord>,
): Promise<void> {
  const asked = new Set<RecordId>([...around.keys(), ...diff.added.map(({ id }) => id)]);
  let next: readonly MapRecord[] = [...around.values(), ...diff.added, ...diff.updated.map(([, to]) => to)];
  while (next.length > 0) {
    const needed = [...new Set(next.flatMap(hangsOn))].filter((id) => !asked.has(id));
    needed.forEach((id) => asked.add(id));
    next = await readVeinsNow(db, caseId, needed);
    next.forEach((record) => around.set(record.id, record));
  }
}

function hangsOn(record: MapRecord): readonly VeinId[] {
  const id = isVein(record) ? record.feederId : record.mark === 'site' ? record.veinId : null;
  return id === null ? [] : [id];
}

async function readNumbersOf(
  db: Kysely<Database>,
  caseId: CaseId,
  veins: readonly Vein[],
): Promise<readonly VeinName[]> {
  const found: VeinName[] = [];
  for (const leg of LEGS) {
    const numbers = veins.filter((vein) => vein.leg === leg).map(({ number }) => number);
    found.push(...(await readVeinsNumbered(db, caseId, leg, numbers)));
  }
  return found;
}

function recordsOf(diff: MapDiff): readonly MapRecord[] {
  return [...diff.added, ...diff.updated.map(([from]) => from), ...diff.removed];
}
