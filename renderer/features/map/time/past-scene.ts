import type { DatedInjection } from '../../../../shared/domain/leg-map/map-facts.ts';
import type { LifeState, MapOn, VeinOn } from '../../../../shared/domain/leg-map/timeline.ts';
import type { PointMm, Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import type { LayerStrengths } from '../../../canvas/map-layers.ts';
import type { PunctureDot, VeinMark } from '../../../canvas/vein-mark.ts';
import type { MapCounts } from '../../../text/time-text.ts';
import { puncturePlaces } from '../../session/puncture-places.ts';
import type { Scene } from './scene.ts';

type Layers = Pick<LayerStrengths, 'veins' | 'injections' | 'response'>;

/** The map of a past day as it is painted: each vein as it stood in its life then, and the punctures up to then. */
export function pastScene(past: MapOn, layers: Layers): Scene {
  return {
    veins: layers.veins > 0 ? past.veins.map(({ vein }) => vein) : [],
    marks: new Map(past.veins.map((vein) => [vein.vein.id, markOf(vein, layers)])),
    dots: layers.injections > 0 ? dotsOf(past) : [],
  };
}

function markOf({ state, injections }: VeinOn, layers: Layers): VeinMark {
  const shown = shownState(state, injections > 0, layers);
  return shown === 'injected' ? { state: shown, label: '✓' } : { state: shown };
}

/** What is left of a state where the layers that tell it are off. */
function shownState(state: LifeState, isInjected: boolean, layers: Layers): LifeState {
  const isResponse = state === 'responding' || state === 'cleared' || state === 'recurred' || state === 'new';
  if (isResponse && layers.response > 0) return state;
  if (isResponse || state === 'injected') return isInjected && layers.injections > 0 ? 'injected' : 'mapped';
  return state;
}

/**
 * The punctures of that day and of the veins that nobody has judged since: where a response is to be seen, dots would hide it.
 * One that was recorded without pointing is put where punctures of its vein are meant to be.
 */
function dotsOf({ injections, veins, onDate }: MapOn): readonly PunctureDot[] {
  const states = new Map(veins.map(({ vein, state }) => [vein.id, state]));
  const places = placesWithoutPoint(injections, new Map(veins.map(({ vein }) => [vein.id, vein])));
  const free = injections.filter(({ veinId }) => veinId === null);
  return injections.flatMap((injection): PunctureDot[] => {
    const { veinId, site, isStruckOut } = injection;
    const isFresh = injection.onDate === onDate || veinId === null || states.get(veinId) === 'injected';
    if (!isFresh) return [];
    const point = site.point ?? places.get(injection.id) ?? null;
    if (point === null) return [];
    const place = { leg: site.leg, aspect: site.aspect, point };
    if (isStruckOut) return [{ ...place, state: 'struck-out' }];
    return veinId === null
      ? [{ ...place, state: 'free', text: `F${String(free.indexOf(injection) + 1)}` }]
      : [{ ...place, state: 'given' }];
  });
}

function placesWithoutPoint(
  injections: readonly DatedInjection[],
  veins: ReadonlyMap<VeinId, Vein>,
): ReadonlyMap<DatedInjection['id'], PointMm> {
  const pointless = Map.groupBy(
    injections.filter(({ site, veinId }) => site.point === null && veinId !== null),
    ({ veinId }) => veinId,
  );
  return new Map(
    [...pointless].flatMap(([veinId, ofVein]) => {
      const vein = veinId === null ? undefined : veins.get(veinId);
      const points = vein === undefined ? [] : puncturePlaces(vein, ofVein.length);
      return ofVein.flatMap(({ id }, index): [DatedInjection['id'], PointMm][] => {
        const point = points[index];
        return point === undefined ? [] : [[id, point]];
      });
    }),
  );
}

/** How many veins the map showed, and what had become of them. */
export function countsOf({ veins }: MapOn): MapCounts {
  return {
    veins: veins.length,
    injected: veins.filter(({ injections }) => injections > 0).length,
    cleared: veins.filter(({ state }) => state === 'cleared').length,
  };
}
