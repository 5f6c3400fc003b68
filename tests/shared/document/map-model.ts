import fc from 'fast-check';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { diffBetween, isEmptyDiff } from '../../../shared/document/map-diff.ts';
import {
  documentOf,
  isMark,
  nextNumber,
  veinIn,
  veinsOf,
  type MapDiff,
  type MapDocument,
  type MapRecord,
} from '../../../shared/document/map-document.ts';
import type { MapEntry } from '../../../shared/document/map-history.ts';
import { linkOf } from '../../../shared/document/merge-links.ts';
import { idOf } from '../../../shared/kernel/ids.ts';

/** A vein of the left leg by name and number; everything else can be said on top. */
export const vein = (name: string, change: Partial<Vein> = {}): Vein => ({
  id: idOf<'vein'>(name),
  leg: 'left',
  aspect: 'lateral',
  number: 1,
  kind: 'reticular',
  pattern: 'line',
  colour: 'blue-green',
  diameterMm: 1.5,
  depth: 'subdermal',
  path: [
    [0, 500],
    [5, 450],
  ],
  branches: [],
  feederId: null,
  note: '',
  carriedOverFrom: null,
  ...change,
});

/** A site on the left leg that means a vein, or none. */
export const site = (name: string, veinName: string | null = null, note = ''): MapMark => ({
  mark: 'site',
  id: idOf<'mark'>(name),
  leg: 'left',
  aspect: 'lateral',
  point: [0, 480],
  veinId: veinName === null ? null : idOf<'vein'>(veinName),
  note,
});

/** A measured distance. */
export const scale = (name: string, distanceMm = 100): MapMark => ({
  mark: 'scale',
  id: idOf<'mark'>(name),
  leg: 'left',
  aspect: 'lateral',
  from: [0, 400],
  to: [0, 500],
  distanceMm,
});

/** The gesture that turns one map into another. */
export const gesture = (from: MapDocument, to: MapDocument, label = 'change'): MapEntry => ({
  label,
  diff: diffBetween(from, to),
});

/** A map as plain text, the same for the same map in whatever order it was put together. */
export const plain = (document: MapDocument): readonly string[] =>
  [...document.values()].map((record) => JSON.stringify(Object.entries(record).toSorted())).toSorted();

/** One thing a hand may do to a map of a few records. */
export interface Deed {
  readonly do: 'draw' | 'erase' | 'note' | 'feed' | 'site' | 'measure';
  readonly which: number;
  readonly other: number;
  readonly text: string;
}

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom('draw', 'erase', 'note', 'feed', 'site', 'measure'),
  which: fc.nat(7),
  other: fc.nat(7),
  text: fc.constantFrom('x', 'y', 'z'),
});

export const anyDeeds = fc.array(anyDeed, { maxLength: 12 });

/** So many that a good hundred of them change something. */
export const anyManyDeeds = fc.array(anyDeed, { minLength: 250, maxLength: 300 });

/** What a hand gives to what it makes. */
interface Names {
  readonly id: () => string;
  readonly number: () => number;
}

/** The map after a deed, done as the editor does it: no number is given twice, and nothing is left hanging on what is erased. */
function after(document: MapDocument, deed: Deed, names: Names): MapDocument {
  const next = new Map(document);
  const records = [...document.values()];
  const record = records[deed.which % Math.max(1, records.length)];
  const put = (changed: MapRecord) => next.set(changed.id, changed);
  switch (deed.do) {
    case 'draw':
      put(vein(names.id(), { number: names.number(), note: deed.text }));
      return next;
    case 'site': {
      const target = veinsOf(document)[deed.other % Math.max(1, veinsOf(document).length)];
      put(site(names.id(), target?.id ?? null, deed.text));
      return next;
    }
    case 'measure':
      records.filter((one) => isMark(one) && one.mark === 'scale').forEach(({ id }) => next.delete(id));
      put(scale(names.id(), 100 + deed.other));
      return next;
    case 'note':
      if (record !== undefined && 'note' in record) put({ ...record, note: deed.text });
      return next;
    case 'erase':
      return record === undefined ? next : erased(next, record);
    case 'feed': {
      const [from, to] = [veinsOf(document)[deed.which], veinsOf(document)[deed.other]];
      if (from === undefined || to === undefined || feeds(document, to, from)) return next;
      put({ ...from, feederId: to.id });
      return next;
    }
  }
}

function erased(document: ReadonlyMap<MapRecord['id'], MapRecord>, gone: MapRecord): MapDocument {
  const next = new Map(document);
  next.delete(gone.id);
  for (const record of document.values()) {
    if (record.id === gone.id || linkOf(record) !== gone.id) continue;
    next.set(record.id, 'pattern' in record ? { ...record, feederId: null } : cutSite(record));
  }
  return next;
}

function cutSite(mark: MapMark): MapMark {
  return mark.mark === 'site' ? { ...mark, veinId: null } : mark;
}

/** Whether one vein hangs, over whatever others, on another. */
function feeds(document: MapDocument, vein: Vein, on: Vein): boolean {
  let next: Vein | undefined = vein;
  for (let steps = 0; next !== undefined && steps <= document.size; steps += 1) {
    if (next.id === on.id) return true;
    next = next.feederId === null ? undefined : veinIn(document, next.feederId);
  }
  return false;
}

/** What came of some deeds. */
interface Done {
  readonly document: MapDocument;
  readonly entries: readonly MapEntry[];
  /** The next number of the left leg; none was given twice. */
  readonly next: number;
}

/** Deeds done one after the other; ids begin with `prefix`, so that two hands never make the same. */
export function doneBy(prefix: string, start: MapDocument, deeds: readonly Deed[]): Done {
  let [document, count, next] = [start, 0, nextNumber(start, 'left')];
  const entries: MapEntry[] = [];
  const names: Names = {
    id: () => {
      count += 1;
      return `${prefix}${String(count)}`;
    },
    number: () => {
      next += 1;
      return next - 1;
    },
  };
  for (const deed of deeds) {
    const changed = after(document, deed, names);
    const entry = gesture(document, changed, deed.do);
    if (isEmptyDiff(entry.diff)) continue;
    entries.push(entry);
    document = changed;
  }
  return { document, entries, next };
}

/** Whether a gesture says of everything that it changes or removes exactly what the map holds. */
export function startsFrom(document: MapDocument, { updated, removed }: MapDiff): boolean {
  return [...updated.map(([from]) => from), ...removed].every((record) => {
    const held = document.get(record.id);
    return held !== undefined && plain(documentOf([held]))[0] === plain(documentOf([record]))[0];
  });
}

/** What is wrong with a map: links into nothing, circles, numbers given twice, a second measured distance. */
export function faultsOf(document: MapDocument): readonly string[] {
  const veins = veinsOf(document);
  const labels = veins.map(({ leg, number }) => `${leg} ${String(number)}`);
  const scales = [...document.values()].filter((record) => isMark(record) && record.mark === 'scale');
  return [
    ...[...document.values()].flatMap((record) => {
      const link = linkOf(record);
      return link !== null && !document.has(link) ? [`${record.id} hangs on nothing`] : [];
    }),
    ...veins.flatMap((one) => {
      const feeder = one.feederId === null ? undefined : veinIn(document, one.feederId);
      return feeder !== undefined && feeds(document, feeder, one) ? [`${one.id} feeds itself`] : [];
    }),
    ...labels.filter((label, n) => labels.indexOf(label) !== n).map((label) => `${label} twice`),
    ...(scales.length > 1 ? ['two distances'] : []),
  ];
}
