import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { useTRPC } from '../api/trpc.ts';
import { watchDay } from './day-watch.ts';

/**
 * Lets the day turn on every page that is left open: at midnight, when the page is seen again, and when the clock was set, the core
 * is asked for its day; where that is another one, all that is on the screen is read again. `today`: the core's day as read.
 */
export function useDayOfClinic(today: CalendarDate | undefined): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    const watch = watchDay(() => void queryClient.invalidateQueries(trpc.clinic.status.pathFilter()));
    document.addEventListener('visibilitychange', watch.look);
    return () => {
      document.removeEventListener('visibilitychange', watch.look);
      watch.stop();
    };
  }, [trpc, queryClient]);
  const shown = useRef(today);
  useEffect(() => {
    const before = shown.current;
    shown.current = today;
    if (before === undefined || today === undefined || before === today) return;
    const status = hashKey(trpc.clinic.status.queryKey());
    void queryClient.invalidateQueries({ predicate: ({ queryHash }) => queryHash !== status });
  }, [today, trpc, queryClient]);
}
