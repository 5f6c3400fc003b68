import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { MapHistoryView } from '../../../../shared/contract/map-history.ts';
import { datesOf, mapOn, type HistoryDay, type MapOn } from '../../../../shared/domain/leg-map/timeline.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useTRPC } from '../../../api/trpc.ts';

/** The days of a map, and which of them is looked at. The same value until one of them changes. */
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
 * The past of a map. After the map itself has changed it is read again only when somebody looks at it: a stroke that is drawn
 * now must not wait for it.
 */
export function useMapTime(caseId: CaseId): MapTime {
  const trpc = useTRPC();
  const [date, show] = useState<CalendarDate | null>(null);
  const [isComparing, compare] = useState(false);
  const { data, error, isStale, refetch } = useQuery(
    trpc.map.history.queryOptions({ caseId }, { staleTime: Infinity }),
  );
  const mustRead = isStale && data !== undefined && (date !== null || isComparing);
  useEffect(() => {
    if (mustRead) void refetch();
  }, [mustRead, refetch]);
  const history = data ?? null;
  const days = useMemo(() => (history === null ? [] : datesOf(history)), [history]);
  const past = useMemo(
    () => (history === null || date === null ? null : mapOn(history, date)),
    [history, date],
  );
  return useMemo(
    () => ({ history, days, date, show, past, isComparing, compare, error }),
    [history, days, date, past, isComparing, error],
  );
}
