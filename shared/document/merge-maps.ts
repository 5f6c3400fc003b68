import { LEGS, type Leg } from '../domain/leg-map/vein.ts';
import { applyDiff, diffBetween, isEmptyDiff, sameRecord } from './map-diff.ts';
import {
  isVein,
  veinsOf,
  type MapDiff,
  type MapDocument,
  type MapRecord,
  type RecordId,
} from './map-document.ts';
import type { MapEntry } from './map-history.ts';
import { linkOf, mendedLinks, recordIn, slotOf, type Slot } from './merge-links.ts';

/** The map as it is saved now, by whomever. */
export interface SavedMap {
  readonly document: MapDocument;
  /** All lower numbers of a leg were given before, be it to veins that are erased now. */
  readonly nextNumber: Readonly<Record<Leg, number>>;
}

export interface MergeInput<Entry extends MapEntry> {
  /** The map that the first waiting gesture was made on. */
  readonly base: MapDocument;
  readonly theirs: SavedMap;
  /** Gestures of this window that are not saved, the oldest first. */
  readonly waiting: readonly Entry[];
  /** Records that were ever saved: their numbers stay. */
  readonly named: ReadonlySet<RecordId>;
}

/** A record that both sides changed, and not in the same way. Null: erased. */
export interface Contested {
  readonly slot: Slot;
  /** As it was before both changes. */
  readonly base: MapRecord | null;
  readonly mine: MapRecord | null;
  readonly theirs: MapRecord | null;
}

export interface MergedMap<Entry extends MapEntry> {
  /** The saved map with the waiting gestures on it; what is contested stands as the others left it. */
  readonly document: MapDocument;
  /** What is left of the gestures, as it fits the saved map. */
  readonly waiting: readonly Entry[];
  readonly contested: readonly Contested[];
  /** New veins of this window whose number somebody else was quicker to use. */
  readonly renumbered: ReadonlyMap<RecordId, number>;
  /** Records that no longer hang on what one side erased. */
  readonly cutLoose: readonly MapRecord[];
  readonly changedByOthers: ReadonlySet<Slot>;
}

/**
 * A three-way merge, record by record: what only one side touched goes through, what both made the same is settled, and the
 * rest is contested. Numbers that were given away meanwhile are replaced, and links to what is gone are dropped.
 */
export function mergeMaps<Entry extends MapEntry>(input: MergeInput<Entry>): MergedMap<Entry> {
  const { base, theirs, waiting } = input;
  const mine = waiting.reduce((document, { diff }) => applyDiff(document, diff), base);
  const changedByOthers = slotsOf(diffBetween(base, theirs.document));
  const renumbered = newNumbers(input);
  const rebased = rebase({ base, onto: theirs.document, waiting, kept: changedByOthers, renumbered });
  const contested = [...slotsOf(diffBetween(base, mine))]
    .filter((slot) => changedByOthers.has(slot))
    .map((slot) => ({
      slot,
      base: recordIn(base, slot),
      mine: recordIn(mine, slot),
      theirs: recordIn(theirs.document, slot),
    }))
    .filter((one) => !sameOrNone(one.mine, one.theirs));
  const wanted = (record: MapRecord) =>
    (changedByOthers.has(slotOf(record)) ? theirs.document : mine).get(record.id);
  const cutLoose = [...rebased.document.values()].filter((record) => {
    const before = wanted(record);
    return before !== undefined && linkOf(before) !== linkOf(record);
  });
  return { ...rebased, contested, renumbered, cutLoose, changedByOthers };
}

/** What is left of the gestures behind one that is given up, with all that it touched. */
export function withoutGesture<Entry extends MapEntry>(
  base: MapDocument,
  given: Entry,
  behind: readonly Entry[],
): Pick<MergedMap<Entry>, 'document' | 'waiting' | 'renumbered' | 'changedByOthers'> {
  const kept = slotsOf(given.diff);
  const renumbered = new Map<RecordId, number>();
  const rebased = rebase({ base, onto: base, waiting: [given, ...behind], kept, renumbered });
  return { ...rebased, renumbered, changedByOthers: kept };
}

/** What puts this window's version of a contested record in place of the one on the map. */
export function takeMine(document: MapDocument, { slot, mine }: Contested): MapDiff {
  const next = new Map(document);
  const present = recordIn(document, slot);
  if (present !== null) next.delete(present.id);
  if (mine !== null) next.set(mine.id, mine);
  return diffBetween(document, mendedLinks(next, mine === null ? [] : [mine.id]));
}

interface Rebase<Entry extends MapEntry> {
  readonly base: MapDocument;
  readonly onto: MapDocument;
  readonly waiting: readonly Entry[];
  /** Slots that stay as they are in `onto`, whatever the gestures did to them. */
  readonly kept: ReadonlySet<Slot>;
  readonly renumbered: ReadonlyMap<RecordId, number>;
}

function rebase<Entry extends MapEntry>({ base, onto, waiting, kept, renumbered }: Rebase<Entry>) {
  const touched = new Set(
    waiting
      .flatMap(({ diff }) => recordsOf(diff))
      .filter((record) => !kept.has(slotOf(record)))
      .map(({ id }) => id),
  );
  const fitted = (document: MapDocument) =>
    mendedLinks(withNumbers(overlaid(onto, document, kept), renumbered), touched);
  let [own, document] = [base, fitted(base)];
  const left: Entry[] = [];
  for (const entry of waiting) {
    own = applyDiff(own, entry.diff);
    const next = fitted(own);
    const diff = diffBetween(document, next);
    if (!isEmptyDiff(diff)) left.push({ ...entry, diff });
    document = next;
  }
  return { document, waiting: left };
}

/** `own` with the kept slots as they are in `onto`. */
function overlaid(onto: MapDocument, own: MapDocument, kept: ReadonlySet<Slot>): MapDocument {
  const next = new Map<RecordId, MapRecord>();
  for (const record of own.values()) if (!kept.has(slotOf(record))) next.set(record.id, record);
  for (const record of onto.values()) if (kept.has(slotOf(record))) next.set(record.id, record);
  return next;
}

function withNumbers(document: MapDocument, numbers: ReadonlyMap<RecordId, number>): MapDocument {
  if (numbers.size === 0) return document;
  return new Map([...document].map(([id, record]) => [id, renumberedRecord(record, numbers)]));
}

/** The record with its new number, if it has one. */
export function renumberedRecord(record: MapRecord, numbers: ReadonlyMap<RecordId, number>): MapRecord {
  const number = numbers.get(record.id);
  return number === undefined || !isVein(record) ? record : { ...record, number };
}

function newNumbers<Entry extends MapEntry>({
  base,
  theirs,
  waiting,
  named,
}: MergeInput<Entry>): ReadonlyMap<RecordId, number> {
  const records = new Map(
    waiting.flatMap(({ diff }) => recordsOf(diff)).map((record) => [record.id, record]),
  );
  const fresh = veinsOf(records).filter(({ id }) => !named.has(id) && !base.has(id));
  const numbers = new Map<RecordId, number>();
  for (const leg of LEGS) {
    const ofLeg = fresh.filter((vein) => vein.leg === leg).toSorted((a, b) => a.number - b.number);
    const given = theirs.nextNumber[leg];
    let next = ofLeg.reduce((highest, { number }) => Math.max(highest, number + 1), given);
    for (const vein of ofLeg.filter(({ number }) => number < given)) {
      numbers.set(vein.id, next);
      next += 1;
    }
  }
  return numbers;
}

function slotsOf(diff: MapDiff): ReadonlySet<Slot> {
  return new Set(recordsOf(diff).map(slotOf));
}

/** All records of a diff: those it changes as they are after it. */
export function recordsOf(diff: MapDiff): readonly MapRecord[] {
  return [...diff.removed, ...diff.updated.map(([, to]) => to), ...diff.added];
}

/** Whether two records say the same, or are both erased. */
export function sameOrNone(a: MapRecord | null, b: MapRecord | null): boolean {
  return a === null || b === null ? a === b : sameRecord(a, b);
}
