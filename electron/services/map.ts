import { canonicalJson } from '../../db/audit/canonical-json.ts';
import { readCase } from '../../db/repositories/cases.ts';
import { readInjectedVeins } from '../../db/repositories/injections.ts';
import {
  insertGesture,
  insertVeinNames,
  insertVeinVersions,
  readCurrentVeins,
  readGesture,
  readMapDates,
  readMapVersion,
  readVeinNames,
  readVeins,
} from '../../db/repositories/map.ts';
import { readHeight } from '../../db/repositories/patients.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { MapAt, MapView, SaveGesture, SavedGesture } from '../../shared/contract/map.ts';
import type { MapDiff } from '../../shared/document/map-document.ts';
import { heightScaleOf } from '../../shared/domain/leg-map/measure.ts';
import type { Leg, Vein } from '../../shared/domain/leg-map/vein.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { checkDiff } from './map/check-diff.ts';
import { write } from './write.ts';

/** The map of a case as it stood at the end of a day, or now. */
export async function readMap(
  { db }: ServiceContext,
  { caseId, onDate }: MapAt,
): Promise<Result<MapView, Failure>> {
  const found = await readCase(db, caseId);
  if (!found) return notFound('case');
  const version = await readMapVersion(db, caseId, onDate);
  const names = await readVeinNames(db, caseId);
  const nextOn = (leg: Leg) =>
    1 + names.reduce((highest, name) => (name.leg === leg ? Math.max(highest, name.number) : highest), 0);
  return ok({
    version,
    veins: await readVeins(db, caseId, version),
    nextNumber: { right: nextOn('right'), left: nextOn('left') },
    dates: await readMapDates(db, caseId),
    heightScale: heightScaleOf((await readHeight(db, found.patientId))?.heightMm ?? null),
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
    const current = await readCurrentVeins(trx, caseId);
    if (input.baseVersion !== currentVersion || !startsFrom(diff, current)) {
      return err({ code: 'conflict', what: 'map', currentVersion });
    }
    const names = await readVeinNames(trx, caseId);
    const checked = checkDiff(diff, { current, names, injected: await readInjectedVeins(trx, caseId) });
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
    const known = new Set(names.map(({ id }) => id));
    await insertVeinNames(
      trx,
      caseId,
      diff.added.filter(({ id }) => !known.has(id)),
    );
    await insertVeinVersions(trx, caseId, version, statesAfter(diff));
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
function startsFrom(diff: MapDiff, current: readonly Vein[]): boolean {
  const byId = new Map(current.map((vein) => [vein.id, vein]));
  const touched = [...diff.updated.map(([from]) => from), ...diff.removed];
  return touched.every((vein) => {
    const stored = byId.get(vein.id);
    return stored !== undefined && canonicalJson(stored) === canonicalJson(vein);
  });
}

function statesAfter(diff: MapDiff) {
  return [
    ...diff.added.map((vein) => ({ veinId: vein.id, vein })),
    ...diff.updated.map(([, vein]) => ({ veinId: vein.id, vein })),
    ...diff.removed.map(({ id }) => ({ veinId: id, vein: null })),
  ];
}
