import type { TRPCClient } from '@trpc/client';
import { createStore } from 'zustand/vanilla';
import type { AppRouter } from '../../../electron/api/router.ts';
import { SaveGesture, type MapView } from '../../../shared/contract/map.ts';
import type { MapDiff } from '../../../shared/document/map-document.ts';
import { recorded, type MapEntry } from '../../../shared/document/map-history.ts';
import { mergedHistory } from '../../../shared/document/merge-history.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { idOf, type CaseId, type PatientId } from '../../../shared/kernel/ids.ts';
import { createMapEditor, type MapEditor } from './map-editor.ts';
import { createSaveQueue, NOTHING_SAVED, type MapMerge, type SaveStatus } from './save-queue.ts';
import { loadedMap, mapSender } from './save-send.ts';
import type { MapSession } from './save-sessions.ts';

export interface OpenMapOptions {
  readonly map: MapView;
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly person: Person;
  readonly mayWrite: boolean;
  readonly client: TRPCClient<AppRouter>;
}

let opened = 0;

/** Opens a loaded map for a person: what the editor does goes into the queue, what others did comes back into the editor. */
export function openMapSession(options: OpenMapOptions): MapSession {
  const { map, caseId, patientId, person, mayWrite, client } = options;
  const status = createStore<SaveStatus>(() => NOTHING_SAVED);
  const queue = createSaveQueue({
    ...mapSender(client, person.id, caseId),
    caseId,
    map: loadedMap(map),
    handBusy: () => editor.store.getState().tool.busy,
    onStatus: (next) => {
      status.setState(next);
    },
    onMerged: (merged) => {
      adopt(editor, merged);
    },
    onTaken: (entry) => {
      record(editor, entry);
    },
    wait: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    newGestureId: () => idOf<'gesture'>(crypto.randomUUID()),
  });
  const editor: MapEditor = createMapEditor({
    map,
    mayWrite,
    newVeinId: () => idOf<'vein'>(crypto.randomUUID()),
    onGesture: (label, diff) => {
      queue.add(label, asStored(diff));
    },
  });
  editor.store.subscribe(({ tool }, before) => {
    if (before.tool.busy && !tool.busy) queue.poke();
  });
  opened += 1;
  return { id: opened, caseId, patientId, person, editor, queue, status };
}

/** Puts the merged map under the editor; what was selected and is gone is no longer selected. */
function adopt({ store }: MapEditor, merged: MapMerge): void {
  const { history, selection } = store.getState();
  store.setState({
    history: mergedHistory(history, merged),
    selection: new Set([...selection].filter((id) => merged.document.has(id))),
  });
}

function record({ store }: MapEditor, entry: MapEntry): void {
  store.setState({ history: recorded(store.getState().history, entry) });
}

/** The gesture as the core keeps it: points and diameters rounded, notes trimmed. What does not fit, the core refuses. */
function asStored(diff: MapDiff): MapDiff {
  const parsed = SaveGesture.shape.diff.safeParse(diff);
  return parsed.success ? parsed.data : diff;
}
