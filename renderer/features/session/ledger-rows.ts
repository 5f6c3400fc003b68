import type { SessionView } from '../../../shared/contract/session.ts';
import { regionOf, type Region } from '../../../shared/domain/leg-map/region.ts';
import { anchorOf } from '../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Injection } from '../../../shared/domain/session/session.ts';
import type { InjectionId, VeinId } from '../../../shared/kernel/ids.ts';

/** How an injection stands to the plan of its vein. */
export type RowProgress =
  | { readonly kind: 'of-plan'; readonly nth: number; readonly of: number }
  | { readonly kind: 'extra' }
  | { readonly kind: 'free' }
  | { readonly kind: 'struck-out' };

/** A line of the session's record. */
export interface LedgerRow {
  readonly injection: Injection;
  /** `L5`, or `F1` for a free site. */
  readonly label: string;
  readonly progress: RowProgress;
  /** Null: a free site without a place on the map. */
  readonly region: Region | null;
}

/** The record of a session, the newest first. */
export function ledgerRows(view: Pick<SessionView, 'due' | 'veins' | 'injections'>): readonly LedgerRow[] {
  const veins = new Map(view.veins.map((vein) => [vein.id, vein]));
  const planned = plannedPunctures(view);
  const nth = new Map<VeinId, number>();
  const free = freeSiteNumbers(view.injections);
  const rows = view.injections.map((injection): LedgerRow => {
    const vein = injection.veinId ? veins.get(injection.veinId) : undefined;
    return {
      injection,
      label: vein ? veinLabel(vein) : `F${String(free.get(injection.id) ?? 0)}`,
      progress: progressOf(injection, planned, nth),
      region: regionOfInjection(injection, vein),
    };
  });
  return rows.toReversed();
}

function progressOf(
  injection: Injection,
  planned: ReadonlyMap<VeinId, number>,
  nth: Map<VeinId, number>,
): RowProgress {
  if (injection.strikeOut) return { kind: 'struck-out' };
  if (!injection.veinId) return { kind: 'free' };
  const count = (nth.get(injection.veinId) ?? 0) + 1;
  nth.set(injection.veinId, count);
  const of = planned.get(injection.veinId) ?? 0;
  return count <= of ? { kind: 'of-plan', nth: count, of } : { kind: 'extra' };
}

function plannedPunctures(view: Pick<SessionView, 'due'>): ReadonlyMap<VeinId, number> {
  const planned = new Map<VeinId, number>();
  for (const item of view.due) planned.set(item.veinId, (planned.get(item.veinId) ?? 0) + item.punctures);
  return planned;
}

/** Free sites are counted F1, F2 … in the order they were given; a struck-out one keeps its number. */
export function freeSiteNumbers(injections: readonly Injection[]): ReadonlyMap<InjectionId, number> {
  return new Map(
    injections.filter(({ veinId }) => veinId === null).map(({ id }, index) => [id, index + 1] as const),
  );
}

function regionOfInjection(injection: Injection, vein: Vein | undefined): Region | null {
  if (vein) return regionOf(anchorOf(vein), vein);
  return injection.site.point ? regionOf(injection.site.point, injection.site) : null;
}
