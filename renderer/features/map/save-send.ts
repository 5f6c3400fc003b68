import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../../electron/api/router.ts';
import { isVein, type MapRecord } from '../../../shared/document/map-document.ts';
import type { PointMm } from '../../../shared/domain/leg-map/vein.ts';
import type { CaseId, PersonId } from '../../../shared/kernel/ids.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { failureOf } from '../../api/failure-of.ts';
import { lock, useSignIn } from '../../api/sign-in-store.ts';
import { loadedMap } from './save-open.ts';
import type { OutgoingGesture, SaveQueueOptions } from './save-queue.ts';

/** The most that a browser carries on sending for a page that is gone: 64 KiB, less what the headers need. */
const KEPT_ALIVE_BYTES = 60_000;

/**
 * How the gestures of one person reach the core. While somebody else works here, or nobody, they fail as `not-signed-in`: they
 * are never sent in another name.
 */
export function mapSender(
  client: TRPCClient<AppRouter>,
  owner: PersonId,
  caseId: CaseId,
): Pick<SaveQueueOptions, 'send' | 'load' | 'wait'> {
  return {
    wait: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    send: async (gesture, leaving) => {
      const token = tokenOf(owner);
      if (token === null) return { ok: false, failure: { code: 'not-signed-in' } };
      try {
        if (leaving && window.phleboplan === undefined) await sendAndGo(gesture, token);
        return {
          ok: true,
          ...(await client.map.saveGesture.mutate(inputOf(gesture), { context: { token } })),
        };
      } catch (error) {
        return { ok: false, failure: lockedIfUnknown(error, token) };
      }
    },
    load: async () => {
      const token = tokenOf(owner);
      if (token === null) return err({ code: 'not-signed-in' });
      try {
        return ok(loadedMap(await client.map.get.query({ caseId, onDate: null }, { context: { token } })));
      } catch (error) {
        return err(lockedIfUnknown(error, token));
      }
    },
  };
}

function tokenOf(owner: PersonId): string | null {
  const state = useSignIn.getState();
  return state.phase === 'signed-in' && state.person.id === owner ? state.token : null;
}

/** The core was started anew and does not know this sign-in any more: the screen locks over the work. */
function lockedIfUnknown(error: unknown, token: string) {
  const failure = failureOf(error);
  const state = useSignIn.getState();
  if (failure.code === 'not-signed-in' && state.phase === 'signed-in' && state.token === token) lock();
  return failure;
}

/** Leaves a request with the browser, which delivers it even when the page is gone; nobody waits for the answer. */
async function sendAndGo(gesture: OutgoingGesture, token: string): Promise<void> {
  const body = JSON.stringify(inputOf(gesture));
  await window.fetch('/api/trpc/map.saveGesture', {
    method: 'POST',
    keepalive: new Blob([body]).size < KEPT_ALIVE_BYTES,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
}

/** The gesture as the API takes it: plain arrays. */
function inputOf({ caseId, gestureId, baseVersion, label, diff }: OutgoingGesture) {
  return {
    caseId,
    gestureId,
    baseVersion,
    label,
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
