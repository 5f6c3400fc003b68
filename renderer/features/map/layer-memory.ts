import { ALL_LAYERS, MAP_LAYERS, type LayerStrengths } from '../../canvas/map-layers.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';

const keyOf = (person: PersonId) => `phleboplan.map-layers.${person}`;

/** The layers as a person last had them at this computer. */
export function keptLayers(person: PersonId): LayerStrengths {
  return readLayers(localStorage.getItem(keyOf(person)));
}

export function keepLayers(person: PersonId, layers: LayerStrengths): void {
  localStorage.setItem(keyOf(person), MAP_LAYERS.map((layer) => layers[layer]).join(' '));
}

/** Strengths as they were kept, one for each layer in order; all layers in full where that cannot be read. */
export function readLayers(kept: string | null): LayerStrengths {
  const strengths = kept?.split(' ').map(Number) ?? [];
  const isWhole = strengths.length === MAP_LAYERS.length && strengths.every((one) => one >= 0 && one <= 1);
  if (!isWhole) return ALL_LAYERS;
  const [veins = 1, plan = 1, injections = 1, response = 1, notes = 1, regions = 1] = strengths;
  return { veins, plan, injections, response, notes, regions };
}
