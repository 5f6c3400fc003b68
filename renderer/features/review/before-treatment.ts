import type { MapFacts } from '../../../shared/domain/leg-map/map-facts.ts';
import { datesOf, mapOn } from '../../../shared/domain/leg-map/timeline.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { Scene } from '../map/time/scene.ts';

/**
 * The map at the end of the day of the first session, when nothing could have responded yet; of the first day where there was no
 * session. All veins plain. Null: nothing ever happened.
 */
export function beforeTreatment(
  facts: MapFacts,
): { readonly onDate: CalendarDate; readonly scene: Scene } | null {
  const days = datesOf(facts);
  const day = days.find(({ events }) => events.some(({ kind }) => kind === 'session')) ?? days[0];
  if (day === undefined) return null;
  const veins = mapOn(facts, day.onDate).veins.map(({ vein }) => vein);
  const marks = new Map(veins.map(({ id }) => [id, { state: 'mapped' } as const]));
  return { onDate: day.onDate, scene: { veins, marks, dots: [] } };
}
