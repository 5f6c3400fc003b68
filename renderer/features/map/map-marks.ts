import type { LifeState } from '../../../shared/domain/leg-map/timeline.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { LayerStrengths } from '../../canvas/map-layers.ts';
import type { VeinMark, VeinState } from '../../canvas/vein-mark.ts';
import { mlExactText } from '../../text/format.ts';

/** What is known of a vein beside its course. */
export interface VeinNews {
  /** The session that it is planned for next. */
  readonly session: number | null;
  /** What it was given so far, in µL. */
  readonly givenUl: number;
  /** Where it stands in its life; null while that is not known. */
  readonly life: LifeState | null;
}

type Layers = Pick<LayerStrengths, 'plan' | 'injections' | 'response'>;

/** How the map marks a vein, by the layers that are on. "To be confirmed" comes first: all else may not hold any more. */
export function markOf(vein: Vein, { session, givenUl, life }: VeinNews, layers: Layers): VeinMark {
  const planned = layers.plan > 0 ? session : null;
  const isGiven = layers.injections > 0 && givenUl > 0;
  return {
    state: stateOf(vein, { planned, isGiven, life: layers.response > 0 ? life : null }),
    ...(planned === null ? {} : { sessionNumber: planned }),
    ...(isGiven ? { label: mlExactText(givenUl) } : {}),
  };
}

interface Shown {
  readonly planned: number | null;
  readonly isGiven: boolean;
  readonly life: LifeState | null;
}

function stateOf(vein: Vein, { planned, isGiven, life }: Shown): VeinState {
  if (vein.carriedOverFrom !== null) return 'carried-over';
  if (life === 'cleared' || life === 'responding' || life === 'recurred' || life === 'new') return life;
  if (planned !== null) return 'planned';
  return isGiven ? 'injected' : 'mapped';
}
