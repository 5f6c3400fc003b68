export const MAP_LAYERS = ['veins', 'plan', 'injections', 'response', 'notes', 'regions'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** How strongly each layer is painted, 0 to 1; 0 is off. */
export type LayerStrengths = Readonly<Record<MapLayer, number>>;

export const ALL_LAYERS: LayerStrengths = {
  veins: 1,
  plan: 1,
  injections: 1,
  response: 1,
  notes: 1,
  regions: 1,
};
