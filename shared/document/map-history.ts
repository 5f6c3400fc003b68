import { applyDiff, isEmptyDiff, reverseDiff } from './map-diff.ts';
import type { MapDiff, MapDocument } from './map-document.ts';

/** One gesture that can be undone. */
export interface MapEntry {
  /** Which gesture it was, for the wording: `draw-line`, `erase`, … */
  readonly label: string;
  readonly diff: MapDiff;
}

/** A map and the gestures that led to it. A value: every step gives a new one. */
export interface MapHistory {
  readonly document: MapDocument;
  /** The last gesture last. */
  readonly done: readonly MapEntry[];
  /** Undone gestures, the next to redo last. */
  readonly undone: readonly MapEntry[];
}

export function historyOf(document: MapDocument): MapHistory {
  return { document, done: [], undone: [] };
}

/** Adds a gesture and forgets what could be redone. A gesture that changed nothing leaves everything as it was. */
export function recorded(history: MapHistory, entry: MapEntry): MapHistory {
  if (isEmptyDiff(entry.diff)) return history;
  return { document: applyDiff(history.document, entry.diff), done: [...history.done, entry], undone: [] };
}

/** A step through the history: the new state, and what it did to the map. */
export interface HistoryStep {
  readonly history: MapHistory;
  readonly entry: MapEntry;
}

/** Takes the last gesture back; null where there is none. */
export function undone(history: MapHistory): HistoryStep | null {
  const last = history.done.at(-1);
  if (last === undefined) return null;
  const diff = reverseDiff(last.diff);
  return {
    history: {
      document: applyDiff(history.document, diff),
      done: history.done.slice(0, -1),
      undone: [...history.undone, last],
    },
    entry: { label: last.label, diff },
  };
}

/** Does the last undone gesture again; null where there is none. */
export function redone(history: MapHistory): HistoryStep | null {
  const last = history.undone.at(-1);
  if (last === undefined) return null;
  return {
    history: {
      document: applyDiff(history.document, last.diff),
      done: [...history.done, last],
      undone: history.undone.slice(0, -1),
    },
    entry: last,
  };
}
