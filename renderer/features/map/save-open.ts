import { createStore } from 'zustand/vanilla';
import { SaveGesture, type MapView } from '../../../shared/contract/map.ts';
import { sameRecord } from '../../../shared/document/map-diff.ts';
import { documentOf, type MapDiff, type RecordId } from '../../../shared/document/map-document.ts';
import { recorded, type MapEntry } from '../../../shared/document/map-history.ts';
import { mergedHistory } from '../../../shared/document/merge-history.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { idOf, type CaseId, type PatientId } from '../../../shared/kernel/ids.ts';
import { createMapEditor, type MapEditor } from './map-editor.ts';
import {
  createSaveQueue,
  NOTHING_SAVED,
  type LoadedMap,
  type MapMerge,
  type SaveQueueOptions,
  type SaveStatus,
} from './save-queue.ts';
import type { MapSession } from './save-sessions.ts';

export interface OpenMapOptions {
  readonly map: MapView;
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly person: Person;
  readonly mayWrite: boolean;
  readonly sender: Pick<SaveQueueOptions, 'send' | 'load' | 'wait'>;
}

let opened = 0;

/** Opens a loaded map for a person: what the editor does goes into the queue, what others did comes back into the editor. */
export function openMapSession(options: OpenMapOptions): MapSession {
  const { map, caseId, patientId, person, mayWrite } = options;
  const status = createStore<SaveStatus>(() => NOTHING_SAVED);
  const queue = createSaveQueue({
    ...options.sender,
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
    newGestureId: () => idOf<'gesture'>(crypto.randomUUID()),
  });
  const editor: MapEditor = createMapEditor({
    map,
    mayWrite,
    newVeinId: () => idOf<'vein'>(crypto.randomUUID()),
    newMarkId: () => idOf<'mark'>(crypto.randomUUID()),
    onGesture: (label, diff) => {
      const stored = asStored(diff);
      showAsStored(editor, stored);
      queue.add(label, stored);
    },
  });
  editor.store.subscribe(({ tool }, before) => {
    if (before.tool.busy && !tool.busy) queue.poke();
  });
  opened += 1;
  return { id: opened, caseId, patientId, person, editor, queue, status };
}

/** The map of the core as the queue takes it. */
export function loadedMap({ version, veins, marks, nextNumber }: MapView): LoadedMap {
  return { version, document: documentOf([...veins, ...marks]), nextNumber };
}

/** Puts the merged map under the editor; what was selected or being edited and is gone is so no longer. */
function adopt({ store }: MapEditor, merged: MapMerge): void {
  const { history, selection, editing, draft } = store.getState();
  const isThere = (id: RecordId) => merged.document.has(id) || id === draft?.id;
  store.setState({
    history: mergedHistory(history, merged),
    selection: new Set([...selection].filter(isThere)),
    editing: editing !== null && isThere(editing) ? editing : null,
  });
}

function record({ store }: MapEditor, entry: MapEntry): void {
  store.setState({ history: recorded(store.getState().history, entry) });
}

/** Screen and database say the same, to the last blank of a note. */
function showAsStored({ store }: MapEditor, { added, updated }: MapDiff): void {
  const { history } = store.getState();
  const unlike = [...added, ...updated.map(([, to]) => to)].filter((record) => {
    const shown = history.document.get(record.id);
    return shown !== undefined && !sameRecord(shown, record);
  });
  if (unlike.length === 0) return;
  const document = new Map(history.document);
  for (const record of unlike) document.set(record.id, record);
  store.setState({ history: { ...history, document } });
}

/** The gesture as the core keeps it: points and diameters rounded, notes trimmed. What does not fit, the core refuses. */
function asStored(diff: MapDiff): MapDiff {
  const parsed = SaveGesture.shape.diff.safeParse(diff);
  return parsed.success ? parsed.data : diff;
}
