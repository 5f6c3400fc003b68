import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { Trpc } from './trpc.ts';

const Change = z.object({
  topic: z.enum([
    'clinic',
    'people',
    'day',
    'patient',
    'case',
    'map',
    'plan',
    'session',
    'stock',
    'review',
    'complication',
  ]),
  id: z.string(),
});
/** What the core says after a commit: that something changed, never what it is now. */
export type Change = z.output<typeof Change>;

/**
 * Listens to the changes of the core, over the desktop bridge or as server-sent events; gives back how to stop. `onBack`: the
 * connection was lost and is there again, and nothing is known of what changed meanwhile.
 */
export function listenToChanges(listener: (change: Change) => void, onBack: () => void): () => void {
  const hear = (message: unknown) => {
    const change = Change.safeParse(message);
    if (change.success) listener(change.data);
  };
  if (window.phleboplan) return window.phleboplan.onChange(hear);
  const source = new EventSource('/api/changes');
  source.onmessage = (event: MessageEvent<unknown>) => {
    hear(parsedOrNull(event.data));
  };
  let isLost = false;
  source.onerror = () => {
    isLost = true;
  };
  source.onopen = () => {
    if (isLost) onBack();
    isLost = false;
  };
  return () => {
    source.close();
  };
}

/** Marks everything that a change may have touched as stale, so that what is on the screen is read again. */
export function invalidate(queryClient: QueryClient, trpc: Trpc, change: Change): void {
  for (const filter of staleAfter(trpc, change.topic)) void readAgain(queryClient, filter);
}

/**
 * A reading that is under way is not broken off: where changes come quicker than answers, none would ever arrive. It may have begun
 * before the change, so another one follows it.
 */
export async function readAgain(queryClient: QueryClient, filter: InvalidateQueryFilters): Promise<void> {
  const mayBeOld = queryClient.isFetching(filter) > 0;
  await queryClient.invalidateQueries(filter, { cancelRefetch: false });
  if (mayBeOld) await queryClient.invalidateQueries(filter, { cancelRefetch: false });
}

function staleAfter(trpc: Trpc, topic: Change['topic']) {
  const clinical = [trpc.patients.get.pathFilter(), trpc.sessions.pathFilter(), trpc.history.pathFilter()];
  const lists = [trpc.complications.pathFilter(), trpc.clinicLists.pathFilter()];
  // One more vein hardly moves what somebody usually gives: it is read again when a page next asks.
  const custom = { ...trpc.doses.pathFilter(), refetchType: 'none' as const };
  switch (topic) {
    case 'clinic':
      return [
        trpc.clinic.pathFilter(),
        trpc.profiles.pathFilter(),
        trpc.plan.pathFilter(),
        trpc.sessions.next.pathFilter(),
      ];
    case 'people':
      return [trpc.clinic.pathFilter(), trpc.people.pathFilter()];
    case 'day':
      return [trpc.day.pathFilter(), trpc.sessions.today.pathFilter()];
    case 'patient':
      return [trpc.patients.pathFilter(), trpc.sessions.pathFilter(), trpc.history.pathFilter(), ...lists];
    case 'case':
      return [...clinical, trpc.cases.pathFilter()];
    case 'map':
      return [
        ...clinical,
        trpc.map.get.pathFilter(),
        // The past of a map is large, and a stroke must not wait for it: it is read again when somebody looks at it.
        { ...trpc.map.history.pathFilter(), refetchType: 'none' as const },
        trpc.plan.pathFilter(),
        trpc.reviews.pathFilter(),
      ];
    case 'plan':
      return [...clinical, trpc.plan.pathFilter(), custom];
    case 'session':
      return [
        ...clinical,
        ...lists,
        trpc.plan.pathFilter(),
        custom,
        trpc.reviews.pathFilter(),
        trpc.map.history.pathFilter(),
        { ...trpc.statistics.pathFilter(), refetchType: 'none' as const },
      ];
    case 'stock':
      return [trpc.stock.pathFilter(), trpc.sessions.pathFilter(), trpc.clinicLists.pathFilter()];
    case 'review':
      return [
        ...clinical,
        ...lists,
        trpc.reviews.pathFilter(),
        trpc.map.history.pathFilter(),
        trpc.plan.pathFilter(),
        trpc.statistics.pathFilter(),
      ];
    case 'complication':
      return [...lists, trpc.history.pathFilter()];
  }
}

function parsedOrNull(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
