import { useQuery } from '@tanstack/react-query';
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

/** Loads the map of a case and keeps it open: it follows what others save, and outlives the page while something waits. */
export function useMapPage({ caseId, patientId, person, mayWrite }: MapPageOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery(trpc.map.get.queryOptions({ caseId, onDate: null }, { refetchOnMount: 'always' }));
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

const NO_STATUS = createStore(() => NOTHING_SAVED);

function isOf(person: Person, caseId: CaseId) {
  return (open: MapSession) => open.person.id === person.id && open.caseId === caseId;
}
