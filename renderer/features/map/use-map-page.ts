import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MapView } from '../../../shared/contract/map.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { loadedMap, openMapSession } from './save-open.ts';
import { NOTHING_SAVED } from './save-queue.ts';
import { mapSender } from './save-send.ts';
import { keepMapSession, useMapSessions, type MapSession } from './save-sessions.ts';

/** A map on the screen, and how large the patient is. */
export interface OpenMap extends MapSession {
  readonly heightScale: number;
}

interface MapPageOptions {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly person: Person;
  readonly mayWrite: boolean;
}

/** While the hand draws, and so long after, the map is not read again: every stroke of its own announces a change. */
const HAND_AT_REST_MS = 1_500;

/** Loads the map of a case and keeps it open: it follows what others save, and outlives the page while something waits. */
export function useMapPage({ caseId, patientId, person, mayWrite }: MapPageOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  // It is read when it should be, see below; and it is too large to be compared with what was read before.
  const options = trpc.map.get.queryOptions(
    { caseId, onDate: null },
    { enabled: false, structuralSharing: false },
  );
  const query = useQuery(options);
  const session = useMapSessions((sessions) => sessions.find(isOf(person, caseId)) ?? null);
  const status = useStore(session?.status ?? NO_STATUS);

  const show = useCallback(
    (map: MapView) => {
      const known = useMapSessions.getState().find(isOf(person, caseId));
      if (known !== undefined && (known.editor.mayWrite === mayWrite || !known.queue.idle())) {
        known.queue.follow(loadedMap(map));
      } else {
        const sender = mapSender(client, person.id, caseId);
        keepMapSession(openMapSession({ map, caseId, patientId, person, mayWrite, sender }));
      }
    },
    [client, caseId, patientId, person, mayWrite],
  );
  const { data, isFetchedAfterMount } = query;
  useEffect(() => {
    if (data !== undefined && isFetchedAfterMount) show(data);
  }, [data, isFetchedAfterMount, show]);

  useReadAgain(options.queryKey, session, query.refetch);

  const editor = session?.editor;
  useEffect(() => {
    if (editor === undefined) return;
    return () => {
      editor.finishGesture();
    };
  }, [editor]);

  const heightScale = data?.heightScale ?? 1;
  const open = useMemo(
    (): OpenMap | null => (session === null ? null : { ...session, heightScale }),
    [session, heightScale],
  );
  return { query, open, status };
}

/** Reads the map when the page opens, and again whenever it has changed, as soon as the hand rests. */
function useReadAgain(
  queryKey: readonly unknown[],
  session: MapSession | null,
  refetch: () => Promise<unknown>,
): void {
  const queryClient = useQueryClient();
  const hash = hashKey(queryKey);
  useEffect(() => {
    void refetch();
  }, [hash, refetch]);
  useEffect(() => {
    let timer = 0;
    let lastStroke = -Infinity;
    const read = () => {
      window.clearTimeout(timer);
      const restLeft = lastStroke + HAND_AT_REST_MS - performance.now();
      if (restLeft > 0) timer = window.setTimeout(read, restLeft);
      else void refetch();
    };
    const stops = [
      queryClient.getQueryCache().subscribe((event) => {
        const isStale = event.type === 'updated' && event.action.type === 'invalidate';
        if (isStale && event.query.queryHash === hash) read();
      }),
      session?.status.subscribe(() => {
        lastStroke = performance.now();
      }),
    ];
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop?.();
    };
  }, [queryClient, hash, session, refetch]);
}

const NO_STATUS = createStore(() => NOTHING_SAVED);

function isOf(person: Person, caseId: CaseId) {
  return (open: MapSession) => open.person.id === person.id && open.caseId === caseId;
}
