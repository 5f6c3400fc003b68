import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { MapHistoryView } from '../../../../shared/contract/map-history.ts';
import { datesOf, mapOn, type HistoryDay, type MapOn } from '../../../../shared/domain/leg-map/timeline.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useTRPC } from '../../../api/trpc.ts';

/** The days of a map, and which of them is looked at. */
export interface MapTime {
  /** Null while it is loading. */
  readonly history: MapHistoryView | null;
  readonly days: readonly HistoryDay[];
  /** The day that is looked at; null: now, where the map can be drawn on. */
  readonly date: CalendarDate | null;
  readonly show: (date: CalendarDate | null) => void;
  /** The map of that day; null where that is now. */
  readonly past: MapOn | null;
  readonly isComparing: boolean;
  readonly compare: (open: boolean) => void;
  readonly error: unknown;
}

/**
 * The past of a map. It is read once, and again as soon as somebody looks at it after it has changed: a stroke that is drawn
 * now must not wait for it.
 */
export function useMapTime(caseId: CaseId): MapTime {
  const trpc = useTRPC();
  const [date, show] = useState<CalendarDate | null>(null);
  const [isComparing, compare] = useState(false);
  const isLookedAt = date !== null || isComparing;
  const { data, error } = useQuery(
    trpc.map.history.queryOptions(
      { caseId },
      { enabled: (query) => isLookedAt || query.state.data === undefined, staleTime: Infinity },
    ),
  );
  const history = data ?? null;
  const days = useMemo(() => (history === null ? [] : datesOf(history)), [history]);
  const past = useMemo(
    () => (history === null || date === null ? null : mapOn(history, date)),
    [history, date],
  );
  return { history, days, date, show, past, isComparing, compare, error };
}
