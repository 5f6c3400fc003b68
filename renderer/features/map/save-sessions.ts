import { useCallback, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CaseId, PatientId, PersonId } from '../../../shared/kernel/ids.ts';
import type { MapEditor } from './map-editor.ts';
import type { SaveQueue, SaveStatus } from './save-queue.ts';

/** A map that somebody works on: the editor, and how far its changes are saved. */
export interface MapSession {
  /** Another one each time a map is opened anew. */
  readonly id: number;
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly person: Person;
  readonly editor: MapEditor;
  readonly queue: SaveQueue;
  readonly status: StoreApi<SaveStatus>;
}

/**
 * The maps that are open, on the screen or not. One that was left lives on until all of it is saved, and the last one also
 * after that, so that whoever looks at the plan and comes back can still undo.
 */
export const useMapSessions = create<readonly MapSession[]>(() => []);

/** Keeps an open map, in place of an older one of the same person and case, and lets go of those that are saved. */
export function keepMapSession(session: MapSession): void {
  keepUnsavedMaps();
  useMapSessions.setState((sessions) => [...sessions, session], true);
}

/** Lets go of all that is saved: nothing of it is left for the next person. */
export function keepUnsavedMaps(): void {
  useMapSessions.setState((sessions) => sessions.filter(({ queue }) => !queue.idle()), true);
}

/** Whether a map of somebody holds something that is not saved. */
export function useHasUnsavedMap(personId: PersonId | null): boolean {
  const sessions = useMapSessions();
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = sessions.map(({ status }) => status.subscribe(changed));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [sessions],
  );
  return useSyncExternalStore(subscribe, () =>
    sessions.some(({ person, status }) => person.id === personId && status.getState().waiting > 0),
  );
}

/** Another clinic: nothing of the first is left. */
export function dropMapSessions(): void {
  useMapSessions.setState([], true);
}

/** Ends strokes under way as if the hand had gone up, so that they are saved like any other. */
export function finishGestures(): void {
  for (const { editor } of useMapSessions.getState()) editor.finishGesture();
}

/** Tries at once whatever waits to be tried again. */
export function pokeMapSessions(): void {
  for (const { queue } of useMapSessions.getState()) queue.poke();
}
