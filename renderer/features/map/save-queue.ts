import type { MapDiff } from '../../../shared/document/map-document.ts';
import type { CaseId, Id } from '../../../shared/kernel/ids.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ShownFailure } from '../../api/failure-of.ts';

/** How far the map on the screen is in the database. */
export interface SaveStatus {
  /** Gestures that the core has not answered yet. */
  readonly waiting: number;
  readonly savedAt: Instant | null;
  /** Why the last try failed; `unreachable` is tried again by itself, anything else stops the queue. */
  readonly failure: ShownFailure | null;
}

/** One gesture on its way. */
export interface OutgoingGesture {
  readonly caseId: CaseId;
  readonly gestureId: Id<'gesture'>;
  readonly baseVersion: number;
  readonly label: string;
  readonly diff: MapDiff;
}

/** What the core said to a gesture. */
export type SaveAnswer =
  | { readonly ok: true; readonly version: number; readonly savedAt: Instant }
  | { readonly ok: false; readonly failure: ShownFailure };

export interface SaveQueueOptions {
  readonly caseId: CaseId;
  readonly version: number;
  readonly send: (gesture: OutgoingGesture) => Promise<SaveAnswer>;
  readonly onStatus: (status: SaveStatus) => void;
  /** Calls back after so many milliseconds. */
  readonly wait: (ms: number, then: () => void) => void;
  readonly newGestureId: () => Id<'gesture'>;
}

export interface SaveQueue {
  readonly add: (label: string, diff: MapDiff) => void;
  /** The version of the map in the database, as far as it is known here. */
  readonly version: () => number;
  readonly idle: () => boolean;
  /** Says nothing more; what is on its way is still sent. */
  readonly silence: () => void;
}

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10_000;

/**
 * Sends gestures one after the other, in order, each on the version that the one before it made. A gesture keeps its id over all
 * tries, so that one that arrived although its answer was lost counts once.
 */
export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  let version = options.version;
  let queue: readonly {
    readonly gestureId: Id<'gesture'>;
    readonly label: string;
    readonly diff: MapDiff;
  }[] = [];
  let status: SaveStatus = { waiting: 0, savedAt: null, failure: null };
  let [sending, silenced] = [false, false];
  let retryMs = FIRST_RETRY_MS;

  const say = (change: Partial<SaveStatus>) => {
    status = { ...status, waiting: queue.length, ...change };
    if (!silenced) options.onStatus(status);
  };
  const next = async () => {
    const [first] = queue;
    if (first === undefined || sending) return;
    sending = true;
    const answer = await options.send({ caseId: options.caseId, baseVersion: version, ...first });
    sending = false;
    if (answer.ok) {
      version = answer.version;
      queue = queue.slice(1);
      retryMs = FIRST_RETRY_MS;
      say({ savedAt: answer.savedAt, failure: null });
      void next();
      return;
    }
    say({ failure: answer.failure });
    if (answer.failure.code !== 'unreachable' && answer.failure.code !== 'storage/busy') return;
    options.wait(retryMs, () => void next());
    retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
  };
  return {
    version: () => version,
    idle: () => queue.length === 0,
    silence: () => {
      silenced = true;
    },
    add: (label, diff) => {
      queue = [...queue, { gestureId: options.newGestureId(), label, diff }];
      say({});
      if (queue.length === 1) void next();
    },
  };
}
