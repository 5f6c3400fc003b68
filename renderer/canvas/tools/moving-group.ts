import { moveMark, moveVein } from '../../../shared/domain/leg-map/change-vein.ts';
import { roomOnLeg } from '../../../shared/domain/leg-map/room-on-leg.ts';
import { sameView, viewsOfBothLegs } from '../../../shared/domain/leg-map/views.ts';
import type { PointMm } from '../../../shared/domain/leg-map/vein.ts';
import { isVein, type MapRecord } from '../../../shared/document/map-document.ts';
import type { Point } from '../../../shared/geometry/point.ts';

/** Veins and marks that are moved together: gives them as they are after a move, kept on the leg. */
export type MovingGroup = (wished: Point) => readonly MapRecord[];

export function movingGroup(records: readonly MapRecord[]): MovingGroup {
  const allowed = roomOnLeg(
    viewsOfBothLegs().map((view) => ({
      view,
      points: records.filter((record) => sameView(record, view)).flatMap(pointsOf),
    })),
  );
  return (wished) => {
    const by = allowed(wished);
    return records.map((record) => movedRecord(record, by));
  };
}

export function movedRecord(record: MapRecord, by: Point): MapRecord {
  return isVein(record) ? moveVein(record, by) : moveMark(record, by);
}

/** Every point that a record is made of. */
export function pointsOf(record: MapRecord): readonly PointMm[] {
  if (isVein(record)) return [...record.path, ...record.branches.flat()];
  return record.mark === 'scale' ? [record.from, record.to] : [record.point];
}
