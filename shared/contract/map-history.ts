import { z } from 'zod';
import type { MapFacts } from '../domain/leg-map/map-facts.ts';
import { id } from './primitives.ts';

export const MapHistoryOf = z.strictObject({ caseId: id('case') });
export type MapHistoryOf = z.output<typeof MapHistoryOf>;

/** What the slider of the map needs to show the leg on any day, without a further request. */
export interface MapHistoryView extends MapFacts {
  /** The version of the map that these facts end with; 0 is the empty map. */
  readonly version: number;
}
