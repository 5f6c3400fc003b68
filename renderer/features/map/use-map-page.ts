import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapView } from '../../../shared/contract/map.ts';
import { isVein, type MapRecord } from '../../../shared/document/map-document.ts';
import type { PointMm } from '../../../shared/domain/leg-map/vein.ts';
import { idOf, type CaseId } from '../../../shared/kernel/ids.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { createMapEditor, type MapEditor } from './map-editor.ts';
import {
  createSaveQueue,
  type OutgoingGesture,
  type SaveAnswer,
  type SaveQueue,
  type SaveStatus,
} from './save-queue.ts';

/** An open map: the editor, and how far its changes are saved. */
export interface OpenMap {
  /** Another one each time the map is loaded anew. */
  readonly id: number;
  readonly editor: MapEditor;
  readonly queue: SaveQueue;
  readonly heightScale: number;
}

const NOTHING_SAVED: SaveStatus = { waiting: 0, savedAt: null, failure: null };

/** Loads the map of a case, keeps it open for editing, and saves each gesture. */
export function useMapPage(caseId: CaseId, mayWrite: boolean) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery(trpc.map.get.queryOptions({ caseId, onDate: null }, { refetchOnMount: 'always' }));
  const [open, setOpen] = useState<OpenMap | null>(null);
  const [status, setStatus] = useState(NOTHING_SAVED);
  const current = useRef<OpenMap | null>(null);

  const start = useCallback(
    (map: MapView) => {
      current.current?.queue.silence();
      const send = async (gesture: OutgoingGesture): Promise<SaveAnswer> => {
        try {
          return { ok: true, ...(await client.map.saveGesture.mutate(inputOf(gesture))) };
        } catch (error) {
          return { ok: false, failure: failureOf(error) };
        }
      };
      const queue = createSaveQueue({
        caseId,
        version: map.version,
        send,
        onStatus: setStatus,
        wait: (ms, then) => {
          setTimeout(then, ms);
        },
        newGestureId: () => idOf<'gesture'>(crypto.randomUUID()),
      });
      const editor = createMapEditor({
        map,
        mayWrite,
        newVeinId: () => idOf<'vein'>(crypto.randomUUID()),
        onGesture: queue.add,
      });
      current.current = { id: (current.current?.id ?? 0) + 1, editor, queue, heightScale: map.heightScale };
      setStatus(NOTHING_SAVED);
      setOpen(current.current);
    },
    [client, caseId, mayWrite],
  );

  const { data, isFetchedAfterMount } = query;
  useEffect(() => {
    if (data === undefined || !isFetchedAfterMount) return;
    const known = current.current?.queue;
    const newer = known === undefined || (known.idle() && data.version > known.version());
    if (newer) start(data);
  }, [data, isFetchedAfterMount, status, start]);
  useWarningBeforeLeaving(status.waiting > 0);

  const reload = async () => {
    const { data: fresh } = await query.refetch();
    if (fresh !== undefined) start(fresh);
  };
  return { query, open, status, reload };
}

/** The gesture as the API takes it: plain arrays. */
function inputOf({ diff, ...gesture }: OutgoingGesture) {
  return {
    ...gesture,
    diff: {
      added: diff.added.map(recordInput),
      updated: diff.updated.map(([from, to]): [RecordInput, RecordInput] => [
        recordInput(from),
        recordInput(to),
      ]),
      removed: diff.removed.map(recordInput),
    },
  };
}

type RecordInput = ReturnType<typeof recordInput>;

function recordInput(record: MapRecord) {
  const pair = ([x, y]: PointMm): [number, number] => [x, y];
  if (isVein(record))
    return {
      ...record,
      path: record.path.map(pair),
      branches: record.branches.map((part) => part.map(pair)),
    };
  return record.mark === 'scale'
    ? { ...record, from: pair(record.from), to: pair(record.to) }
    : { ...record, point: pair(record.point) };
}

/** Asks before the window closes while something is not in the database yet. */
function useWarningBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [unsaved]);
}
