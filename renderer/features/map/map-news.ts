import { useMemo } from 'react';
import type { MapHistoryView } from '../../../shared/contract/map-history.ts';
import type { PlanView } from '../../../shared/contract/plan.ts';
import { mapOn, type MapOn } from '../../../shared/domain/leg-map/timeline.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { VeinNews } from './map-marks.ts';
import { givenVolumes, plannedItems, plannedSessions } from './plan-marks.ts';

/** What is known of the veins of a map beside their courses: what is planned, was given, and how they respond. */
export interface MapNews {
  readonly sessions: ReadonlyMap<VeinId, number>;
  /** What is planned for them there. */
  readonly planned: ReadonlyMap<VeinId, PlanItem>;
  /** What each treated vein was given so far, in µL. */
  readonly givenUl: ReadonlyMap<VeinId, number>;
  /** The leg as its dated facts tell it today; null while they are loading. */
  readonly today: MapOn | null;
  readonly of: (id: VeinId) => VeinNews;
}

/** Gathers what is known of the veins; worked out anew only when plan or facts change. */
export function useMapNews(
  plan: PlanView | null,
  facts: MapHistoryView | null,
  today: CalendarDate | null,
): MapNews {
  const now = useMemo(() => (facts === null || today === null ? null : mapOn(facts, today)), [facts, today]);
  return useMemo(() => {
    const sessions = plannedSessions(plan);
    const givenUl = givenVolumes(plan);
    const lives = new Map(now?.veins.map(({ vein, state }) => [vein.id, state]));
    return {
      sessions,
      planned: plannedItems(plan),
      givenUl,
      today: now,
      of: (id) => ({
        session: sessions.get(id) ?? null,
        givenUl: givenUl.get(id) ?? 0,
        life: lives.get(id) ?? null,
      }),
    };
  }, [plan, now]);
}
