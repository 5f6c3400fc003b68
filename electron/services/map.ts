import { canonicalJson } from '../../db/audit/canonical-json.ts';
import { readCase } from '../../db/repositories/cases.ts';
import {
  insertGesture,
  readGesture,
  readMapDates,
  readMapVersion,
} from '../../db/repositories/map-gestures.ts';
import { readMarks } from '../../db/repositories/map-marks.ts';
import { readNextNumbers, readVeins } from '../../db/repositories/map.ts';
import { readHeight } from '../../db/repositories/patients.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { MapAt, MapView, SaveGesture, SavedGesture } from '../../shared/contract/map.ts';
import type { MapDiff, MapRecord, RecordId } from '../../shared/document/map-document.ts';
import { mapScale } from '../../shared/domain/leg-map/measure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { checkDiff } from './map/check-diff.ts';
import { insertStates } from './map/insert-states.ts';
import { readAround, readTouched } from './map/read-around.ts';
import { write } from './write.ts';

/** The map of a case as it stood at the end of a day, or now. */
export async function readMap(
  { db }: ServiceContext,
  { caseId, onDate }: MapAt,
): Promise<Result<MapView, Failure>> {
  const found = await readCase(db, caseId);
  if (!found) return notFound('case');
  const version = await readMapVersion(db, caseId, onDate);
  const marks = await readMarks(db, caseId, version);
  return ok({
    version,
    veins: await readVeins(db, caseId, version),
    marks,
    nextNumber: await readNextNumbers(db, caseId),
    dates: await readMapDates(db, caseId),
    heightScale: mapScale({
      heightMm: (await readHeight(db, found.patientId))?.heightMm ?? null,
      scaleMark: marks.find((mark) => mark.mark === 'scale') ?? null,
    }),
  });
}

/**
 * Saves one gesture on the version it was made on; sent again, it counts once. Fails with `conflict` where the map has moved
 * on or does not hold what the gesture says it changed, with `vein/has-injections`, or with `invalid-input`.
 */
export function saveGesture(
  context: ServiceContext,
  input: SaveGesture,
): Promise<Result<SavedGesture, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { caseId, gestureId, diff } = input;
    if (!(await readCase(trx, caseId))) return notFound('case');
    const saved = await readGesture(trx, gestureId);
    if (saved) {
      if (saved.caseId !== caseId) return invalid('gestureId', 'used-elsewhere');
      return ok({ version: saved.version, savedAt: saved.madeAt });
    }
    const currentVersion = await readMapVersion(trx, caseId);
    const touched = await readTouched(trx, caseId, diff);
    if (input.baseVersion !== currentVersion || !startsFrom(diff, touched)) {
      return err({ code: 'conflict', what: 'map', currentVersion });
    }
    const state = await readAround(trx, caseId, diff, touched);
    const checked = checkDiff(diff, state);
    if (!checked.ok) return checked;

    const version = currentVersion + 1;
    const madeOn = context.today();
    const { label } = input;
    await insertGesture(trx, {
      id: gestureId,
      caseId,
      version,
      label,
      madeAt: at,
      madeOn,
      madeBy: context.actor.id,
    });
    await insertStates(trx, caseId, version, diff, state);
    await audit({
      action: 'map/gesture',
      entity: 'map',
      entityId: caseId,
      before: [...diff.updated.map(([from]) => from), ...diff.removed],
      after: { gestureId, label, version, added: diff.added, updated: diff.updated.map(([, to]) => to) },
    });
    changed({ topic: 'map', id: caseId });
    return ok({ version, savedAt: at });
  });
}

/** Whether the map holds exactly what a gesture says it changed or removed. */
function startsFrom(diff: MapDiff, current: ReadonlyMap<RecordId, MapRecord>): boolean {
  const before = [...diff.updated.map(([from]) => from), ...diff.removed];
  return before.every((record) => {
    const stored = current.get(record.id);
    return stored !== undefined && canonicalJson(stored) === canonicalJson(record);
  });
}
