import type { VeinId } from '../../kernel/ids.ts';
import { measureVein } from './measure.ts';
import type { MapOn, VeinOn } from './timeline.ts';
import type { Vein } from './vein.ts';

export const VEIN_CHANGES = ['gone', 'unchanged', 'changed', 'new'] as const;
/**
 * What became of a vein between two days. Gone: to be seen on the first, erased or cleared on the second. New: the other way
 * round. Changed: to be seen on both, but mapped differently: its course, kind, pattern, colour, diameter or depth. A vein
 * that had cleared by the first day and is still so is none of these.
 */
export type VeinChange = (typeof VEIN_CHANGES)[number];

/** A vein between two days. */
export interface VeinComparison {
  readonly veinId: VeinId;
  readonly change: VeinChange;
  /** As it was on each day; null where the map did not show it. A cleared vein is still on the map. */
  readonly from: VeinOn | null;
  readonly to: VeinOn | null;
}

/** How many veins changed in one way, and how long they are together in whole millimetres; of a web its longer side counts. */
export interface ChangeTotal {
  readonly count: number;
  /** As far as they were to be seen on the first day; 0 of new ones. */
  readonly fromMm: number;
  /** The same on the second day; 0 of those that are gone. */
  readonly toMm: number;
}

export interface MapComparison {
  /** By leg and number. */
  readonly veins: readonly VeinComparison[];
  readonly totals: Readonly<Record<VeinChange, ChangeTotal>>;
}

/**
 * What became of every vein between two days. Compared the other way round, gone and new change places and all else stays. Both
 * are measured by the scale of the later day, so that a new measurement of the leg does not look like a change of a vein.
 */
export function compareMaps(from: MapOn, to: MapOn): MapComparison {
  const scale = from.onDate > to.onDate ? from.heightScale : to.heightScale;
  const [before, after] = [byId(from), byId(to)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  const veins = [...ids]
    .flatMap((veinId) => comparisonOf(veinId, before.get(veinId) ?? null, after.get(veinId) ?? null))
    .toSorted((a, b) => place(a) - place(b));
  const lengthOf = measuredOnce(scale);
  const totalOf = (change: VeinChange): ChangeTotal => {
    const changed = veins.filter((vein) => vein.change === change);
    const lengthMm = (side: 'from' | 'to') => changed.reduce((sum, vein) => sum + lengthOf(vein[side]), 0);
    return { count: changed.length, fromMm: lengthMm('from'), toMm: lengthMm('to') };
  };
  return {
    veins,
    totals: {
      gone: totalOf('gone'),
      unchanged: totalOf('unchanged'),
      changed: totalOf('changed'),
      new: totalOf('new'),
    },
  };
}

function byId(map: MapOn): ReadonlyMap<VeinId, VeinOn> {
  return new Map(map.veins.map((vein) => [vein.vein.id, vein]));
}

function comparisonOf(veinId: VeinId, from: VeinOn | null, to: VeinOn | null): readonly VeinComparison[] {
  if (isVisible(from) && isVisible(to)) {
    return [{ veinId, change: sameDrawing(from.vein, to.vein) ? 'unchanged' : 'changed', from, to }];
  }
  if (isVisible(from)) return [{ veinId, change: 'gone', from, to }];
  return isVisible(to) ? [{ veinId, change: 'new', from, to }] : [];
}

function isVisible(vein: VeinOn | null): vein is VeinOn {
  return vein !== null && vein.state !== 'cleared';
}

function sameDrawing(a: Vein, b: Vein): boolean {
  return a === b || JSON.stringify(drawingOf(a)) === JSON.stringify(drawingOf(b));
}

function drawingOf({ aspect, kind, pattern, colour, diameterMm, depth, path, branches }: Vein) {
  return [aspect, kind, pattern, colour, diameterMm, depth, path, branches];
}

/** Sorts right before left, then by number. */
function place({ from, to }: VeinComparison): number {
  const vein = (from ?? to)?.vein;
  return vein ? vein.number + (vein.leg === 'left' ? 10_000 : 0) : 0;
}

/** Gives the length of a vein as far as it is to be seen, in millimetres; one that is the same on both days is measured once. */
function measuredOnce(scale: number): (vein: VeinOn | null) => number {
  const lengths = new Map<Vein, number>();
  return (vein) => {
    if (!isVisible(vein)) return 0;
    const known = lengths.get(vein.vein);
    if (known !== undefined) return known;
    const { lengthMm } = measureVein(vein.vein, scale);
    lengths.set(vein.vein, lengthMm);
    return lengthMm;
  };
}
