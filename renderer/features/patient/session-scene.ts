import type { MapFacts, DatedInjection } from '../../../shared/domain/leg-map/map-facts.ts';
import { mapOn } from '../../../shared/domain/leg-map/timeline.ts';
import type { Leg, PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { PunctureDot, VeinMark } from '../../canvas/vein-mark.ts';
import type { Scene } from '../map/time/scene.ts';
import { puncturePlaces } from '../session/puncture-places.ts';

/** The legs on the day of a session, with what the session gave there and what it left. */
export interface SessionScene extends Scene {
  readonly heightScale: number;
  /** Injections that count, by leg. */
  readonly given: Readonly<Record<Leg, number>>;
  /** Veins that were due and got nothing. */
  readonly notGiven: readonly Vein[];
}

/**
 * The map at the end of the day of a session: its injections by their numbers in the record, struck-out ones as crosses, free
 * sites; what was due and not given keeps the marker of the session, and everything else is dimmed.
 */
export function sessionScene(
  facts: MapFacts,
  session: { readonly number: number; readonly onDate: CalendarDate; readonly planned: readonly PlanItem[] },
): SessionScene {
  const past = mapOn(facts, session.onDate);
  const veins = past.veins.map(({ vein }) => vein);
  const injections = past.injections.filter(({ sessionNumber }) => sessionNumber === session.number);
  const standing = injections.filter(({ isStruckOut }) => !isStruckOut);
  const due = new Set(session.planned.map(({ veinId }) => veinId));
  const given = Map.groupBy(standing, ({ veinId }) => veinId);
  const onLeg = (leg: Leg) => standing.filter(({ site }) => site.leg === leg).length;
  return {
    veins,
    marks: new Map(
      veins.map((vein) => [
        vein.id,
        markOf(vein, {
          number: session.number,
          given: given.get(vein.id)?.length ?? 0,
          isDue: due.has(vein.id),
        }),
      ]),
    ),
    dots: dotsOf(injections, new Map(veins.map((vein) => [vein.id, vein]))),
    heightScale: past.heightScale,
    given: { right: onLeg('right'), left: onLeg('left') },
    notGiven: veins.filter(({ id }) => due.has(id) && !given.has(id)),
  };
}

function markOf(
  vein: Vein,
  { number, given, isDue }: { readonly number: number; readonly given: number; readonly isDue: boolean },
): VeinMark {
  if (given > 0) return { state: 'injected', sessionNumber: number, label: `${String(given)} ✓` };
  if (isDue) return { state: 'planned', sessionNumber: number, label: 'not given' };
  return { state: vein.carriedOverFrom === null ? 'mapped' : 'carried-over', dimmed: true };
}

/** One that was recorded without pointing at a place is put where punctures of its vein are meant to be. */
function dotsOf(
  injections: readonly DatedInjection[],
  veins: ReadonlyMap<VeinId, Vein>,
): readonly PunctureDot[] {
  let free = 0;
  return injections.flatMap((injection): PunctureDot[] => {
    const { veinId, site, isStruckOut, number } = injection;
    if (veinId === null) free += 1;
    const point = site.point ?? placeOf(injection, injections, veins);
    if (point === null) return [];
    const place = { leg: site.leg, aspect: site.aspect, point };
    if (isStruckOut) return [{ ...place, state: 'struck-out', text: String(number) }];
    if (veinId === null) return [{ ...place, state: 'free', text: `F${String(free)}` }];
    return [{ ...place, state: 'given', text: String(number), numbered: true }];
  });
}

function placeOf(
  injection: DatedInjection,
  all: readonly DatedInjection[],
  veins: ReadonlyMap<VeinId, Vein>,
): PointMm | null {
  const vein = injection.veinId === null ? undefined : veins.get(injection.veinId);
  if (!vein) return null;
  const without = all.filter(({ veinId, site }) => veinId === vein.id && site.point === null);
  return puncturePlaces(vein, without.length)[without.indexOf(injection)] ?? null;
}
