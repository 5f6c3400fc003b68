import type { SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { VEIN_KINDS, type VeinKind } from '../../shared/domain/leg-map/vein.ts';
import type { Vessel } from '../../shared/domain/session/session.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';

const Mapped = z.object({ kind: z.enum(VEIN_KINDS), diameterMm: z.number() });

/**
 * Joins to injections from before the vein was kept with them the vein as it was mapped at that time, as `mapped`: what was
 * judged then stays as it was, whatever the map says since.
 */
export function withVesselThen<Output>(query: SelectQueryBuilder<Database, 'injections', Output>) {
  return query.leftJoin('vein_versions as mapped', (join) =>
    join
      .on('injections.vein_kind', 'is', null)
      .onRef('mapped.vein_id', '=', 'injections.vein_id')
      .on('mapped.map_version', '=', (eb) =>
        eb
          .selectFrom('vein_versions as then')
          .innerJoin('map_gestures as gesture', (gestureJoin) =>
            gestureJoin
              .onRef('gesture.case_id', '=', 'then.case_id')
              .onRef('gesture.version', '=', 'then.map_version'),
          )
          .select((inner) => inner.fn.max('then.map_version').as('version'))
          .whereRef('then.vein_id', '=', 'injections.vein_id')
          .whereRef('gesture.made_at', '<=', 'injections.given_at'),
      ),
  );
}

/** What the vein of an injection was; null for a free site, or where no map of that time is kept. */
export function vesselThen(row: {
  readonly vein_kind: VeinKind | null;
  readonly vein_diameter_mm: number | null;
  readonly content: string | null;
}): Vessel | null {
  if (row.vein_kind !== null && row.vein_diameter_mm !== null) {
    return { kind: row.vein_kind, diameterMm: row.vein_diameter_mm };
  }
  if (row.content === null) return null;
  const { kind, diameterMm } = fromJson(Mapped, row.content);
  return { kind, diameterMm };
}
