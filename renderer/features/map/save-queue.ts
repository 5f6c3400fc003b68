import { applyDiff, isEmptyDiff, squashDiffs } from '../../../shared/document/map-diff.ts';
import type { MapDiff, MapDocument, RecordId } from '../../../shared/document/map-document.ts';
import type { MapEntry } from '../../../shared/document/map-history.ts';
import {
  mergeMaps,
  recordsOf,
  sameOrNone,
  takeMine,
  withoutGesture,
  type Contested,
  type MergedMap,
  type SavedMap,
} from '../../../shared/document/merge-maps.ts';
import type { CaseId, Id } from '../../../shared/kernel/ids.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ShownFailure } from '../../api/failure-of.ts';

/** How far the map on the screen is in the database. */
export interface SaveStatus {
  /** Changes that are not in the database: gestures without an answer, and contested records without a decision. */
  readonly waiting: number;
  readonly savedAt: Instant | null;
  /** Why the last try failed. It is tried again by itself, unless it was refused. */
  readonly failure: ShownFailure | null;
  /** The core does not take the first gesture as it is: everything waits until it is given up or sent again. */
  readonly refused: boolean;
  /** What this window and somebody else both changed, to be decided one by one. */
  readonly contested: readonly Contested[];
  /** What the last merge did by itself; null once it was read. */
  readonly news: MergeNews | null;
}

/** What a merge did to the changes of this window. */
export type MergeNews = Pick<MergedMap<MapEntry>, 'renumbered' | 'cutLoose'> & {
  /** The map after it, for the labels. */
  readonly document: MapDocument;
};

export const NOTHING_SAVED: SaveStatus = {
  waiting: 0,
  savedAt: null,
  failure: null,
  refused: false,
  contested: [],
  news: null,
};

/** One gesture on its way. */
export interface OutgoingGesture extends MapEntry {
  readonly caseId: CaseId;
  readonly gestureId: Id<'gesture'>;
  readonly baseVersion: number;
}

/** What the core said to a gesture. */
export type SaveAnswer =
  | { readonly ok: true; readonly version: number; readonly savedAt: Instant }
  | { readonly ok: false; readonly failure: ShownFailure };

/** The map as the core gives it. */
export interface LoadedMap extends SavedMap {
  readonly version: number;
}

/** What becomes of the map on the screen and its history. */
export type MapMerge = Pick<MergedMap<MapEntry>, 'document' | 'renumbered' | 'changedByOthers'>;

export interface SaveQueueOptions {
  readonly caseId: CaseId;
  readonly map: LoadedMap;
  /** `leaving`: the page may be gone before the answer comes. */
  readonly send: (gesture: OutgoingGesture, leaving: boolean) => Promise<SaveAnswer>;
  readonly load: () => Promise<Result<LoadedMap, ShownFailure>>;
  /** Whether the hand is in the middle of a gesture: the map is not changed under it. */
  readonly handBusy: () => boolean;
  readonly onStatus: (status: SaveStatus) => void;
  readonly onMerged: (merged: MapMerge) => void;
  /** Own versions of contested records that go back onto the map. */
  readonly onTaken: (entry: MapEntry) => void;
  /** Calls back after so many milliseconds; gives how to call it off. */
  readonly wait: (ms: number, then: () => void) => () => void;
  readonly newGestureId: () => Id<'gesture'>;
}

export interface SaveQueue {
  readonly add: (label: string, diff: MapDiff) => void;
  /** The version of the map in the database, as far as it is known here. */
  readonly version: () => number;
  /** Nothing waits, neither for an answer nor for a decision. */
  readonly idle: () => boolean;
  /** Tries now what waits to be tried again, or for the hand to come to rest. */
  readonly poke: () => void;
  /** Takes over what others have saved, once nothing of this window waits; holds what it has saved itself against the map. */
  readonly follow: (map: LoadedMap) => void;
  /** Sends everything that waits at once, without waiting for answers: the page may be gone in a moment. */
  readonly leave: () => void;
  /** Ends the contest over a record. */
  readonly decide: (contested: Contested, whose: 'mine' | 'theirs') => void;
  /** After a refusal: sends the gesture again, or gives up what it did. */
  readonly answerRefusal: (how: 'again' | 'give-up') => void;
  readonly newsRead: () => void;
}

interface Waiting extends MapEntry {
  readonly gestureId: Id<'gesture'>;
}

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** So many merges in a row are made at once; if others are still quicker, the next one waits. */
const QUICK_MERGES = 3;
/** With these the gesture itself is at fault, or who sends it: the same again would fail again. */
const REFUSALS: readonly string[] = ['invalid-input', 'vein/has-injections', 'not-found', 'forbidden'];

/**
 * Sends gestures one after the other, in order, each on the version that the one before it made. A gesture keeps its id over all
 * tries, so that one that arrived although its answer was lost counts once. Where somebody else was quicker, what waits is
 * merged with what they saved.
 */
export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  let { version, document: base } = options.map;
  let document: MapDocument = base;
  let waiting: readonly Waiting[] = [];
  let status = NOTHING_SAVED;
  let newest: LoadedMap | null = null;
  let [busy, mustMerge, mergesInRow, retryMs] = [false, false, 0, FIRST_RETRY_MS];
  let poked = false;
  let mendedId: Id<'gesture'> | null = null;
  let callOff = () => {};
  const named = new Set<RecordId>(base.keys());
  // Saved here, and not yet read back from the core.
  const unread = new Set<RecordId>();

  const say = (change: Partial<SaveStatus>) => {
    status = { ...status, ...change };
    status = { ...status, waiting: waiting.length + status.contested.length };
    options.onStatus(status);
  };
  const later = (failure: ShownFailure | null) => {
    say({ failure });
    // What was on its way when hope came may have been sent too early.
    if (poked) {
      poked = false;
      void next();
      return;
    }
    callOff = options.wait(retryMs, () => void next());
    retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
  };
  const adopt = (theirs: LoadedMap) => {
    const hadOwn = waiting.length > 0;
    const merged = mergeMaps({ base, theirs, waiting, named });
    [base, version] = [theirs.document, theirs.version];
    [document, waiting] = [merged.document, merged.waiting];
    for (const id of base.keys()) named.add(id);
    [mustMerge, newest] = [false, null];
    unread.clear();
    options.onMerged(merged);
    say({
      failure: null,
      contested: [...status.contested, ...merged.contested],
      news: hadOwn && isNews(merged) ? newsOf(merged) : status.news,
    });
  };
  const compare = (theirs: LoadedMap) => {
    newest = null;
    const same = (id: RecordId) => sameOrNone(base.get(id) ?? null, theirs.document.get(id) ?? null);
    if (theirs.version > version || (theirs.version === version && ![...unread].every(same))) adopt(theirs);
    else if (theirs.version === version) unread.clear();
  };
  const merge = async () => {
    if (options.handBusy()) return;
    busy = true;
    const loaded = await options.load();
    busy = false;
    if (!loaded.ok) later(loaded.error);
    else if (!options.handBusy()) {
      adopt(loaded.value);
      void next();
    }
  };
  const saved = (gesture: Waiting, answer: SaveAnswer & { readonly ok: true }) => {
    version = answer.version;
    base = applyDiff(base, gesture.diff);
    for (const { id } of gesture.diff.added) named.add(id);
    for (const { id } of recordsOf(gesture.diff)) unread.add(id);
    waiting = waiting.slice(1);
    [retryMs, mergesInRow, poked] = [FIRST_RETRY_MS, 0, false];
    say({ savedAt: answer.savedAt, failure: null });
    void next();
  };
  const failed = ({ gestureId }: Waiting, failure: ShownFailure) => {
    // Links into what somebody erased, or a number that is taken: a merge mends both.
    const mendable = failure.code === 'invalid-input' && mendedId !== gestureId;
    if (failure.code === 'conflict' || mendable) {
      if (mendable) mendedId = gestureId;
      mustMerge = true;
      mergesInRow += 1;
      if (mergesInRow > QUICK_MERGES) later(null);
      else void next();
    } else if (REFUSALS.includes(failure.code)) say({ failure, refused: true });
    else later(failure);
  };
  const next = async (): Promise<void> => {
    if (busy || status.refused) return;
    callOff();
    if (mustMerge) return merge();
    const [first] = waiting;
    if (first === undefined) {
      if (newest !== null && !options.handBusy()) compare(newest);
      return;
    }
    busy = true;
    const answer = await options.send({ caseId: options.caseId, baseVersion: version, ...first }, false);
    busy = false;
    if (answer.ok) saved(first, answer);
    else failed(first, answer.failure);
  };
  const add = (label: string, diff: MapDiff) => {
    const entry = { gestureId: options.newGestureId(), label, diff: startingFrom(document, diff) };
    document = applyDiff(document, diff);
    waiting = [...waiting, entry];
    say({});
    // One that waits to be tried again keeps its place, and its time.
    if (waiting.length === 1) void next();
  };
  return {
    add,
    version: () => version,
    idle: () => status.waiting === 0,
    poke: () => {
      retryMs = FIRST_RETRY_MS;
      poked = busy;
      void next();
    },
    follow: (map) => {
      newest = map;
      void next();
    },
    leave: () => {
      if (status.refused || mustMerge) return;
      waiting = squashedBehindFirst(waiting, options.newGestureId);
      waiting.forEach((gesture, n) => {
        void options.send({ caseId: options.caseId, baseVersion: version + n, ...gesture }, true);
      });
    },
    decide: (contested, whose) => {
      const diff = takeMine(document, contested);
      say({ contested: status.contested.filter((other) => other !== contested) });
      if (whose === 'theirs' || isEmptyDiff(diff)) return;
      options.onTaken({ label: 'take-mine', diff });
      add('take-mine', diff);
    },
    answerRefusal: (how) => {
      const [first, ...behind] = waiting;
      if (!status.refused || first === undefined) return;
      if (how === 'give-up') {
        const left = withoutGesture(base, first, behind);
        [document, waiting] = [left.document, left.waiting];
        options.onMerged(left);
      }
      say({ refused: false, failure: null });
      void next();
    },
    newsRead: () => say({ news: null }),
  };
}

/** The diff with everything it changes or removes as the map holds it. */
function startingFrom(document: MapDocument, { added, updated, removed }: MapDiff): MapDiff {
  return {
    added,
    updated: updated.map(([from, to]) => [document.get(from.id) ?? from, to] as const),
    removed: removed.map((record) => document.get(record.id) ?? record),
  };
}

/** At most two gestures: the first may be on its way already, the others go as one, so that no answer is needed between them. */
function squashedBehindFirst(
  [first, ...rest]: readonly Waiting[],
  newGestureId: () => Id<'gesture'>,
): readonly Waiting[] {
  if (first === undefined) return [];
  const [second, ...behind] = rest;
  if (second === undefined || behind.length === 0) return [first, ...rest];
  const diff = behind.reduce((all, entry) => squashDiffs(all, entry.diff), second.diff);
  return isEmptyDiff(diff) ? [first] : [first, { gestureId: newGestureId(), label: 'several', diff }];
}

/** Whether gestures of this window were put on top of what others did, or had to be changed for it. */
function isNews({ waiting, changedByOthers, renumbered, cutLoose }: MergedMap<MapEntry>): boolean {
  return (waiting.length > 0 && changedByOthers.size > 0) || renumbered.size + cutLoose.length > 0;
}

function newsOf({ renumbered, cutLoose, document }: MergedMap<MapEntry>): MergeNews {
  return { renumbered, cutLoose, document };
}
