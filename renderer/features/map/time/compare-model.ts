import {
  VEIN_CHANGES,
  type VeinChange,
  type VeinComparison,
} from '../../../../shared/domain/leg-map/compare-maps.ts';
import { sameView } from '../../../../shared/domain/leg-map/views.ts';
import {
  VEIN_KINDS,
  type LegView,
  type Vein,
  type VeinKind,
} from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinOn } from '../../../../shared/domain/leg-map/timeline.ts';
import type { VeinMark } from '../../../canvas/vein-mark.ts';
import { responseWords } from '../../../text/time-text.ts';
import { measuresOf } from '../vein-measures.ts';
import type { Scene } from './scene.ts';

/** The vein as it is painted and named: of the later day where it was on the map then. */
export function veinOf({ from, to }: VeinComparison): Vein {
  const vein = (to ?? from)?.vein;
  if (vein === undefined) throw new Error('a vein that was on neither map');
  return vein;
}

/** The earlier map plain; on the later one every vein says what became of it, those that are gone among them. */
export function compareScenes(veins: readonly VeinComparison[]): {
  readonly before: Scene;
  readonly after: Scene;
} {
  const shownBefore = veins.flatMap(({ change, from }) =>
    change === 'new' || from === null ? [] : from.vein,
  );
  return {
    before: {
      veins: shownBefore,
      marks: new Map(shownBefore.map(({ id }) => [id, { state: 'mapped' }])),
      dots: [],
    },
    after: {
      veins: veins.map(veinOf),
      marks: new Map(veins.map((vein) => [vein.veinId, markOf(vein)])),
      dots: [],
    },
  };
}

function markOf(vein: VeinComparison): VeinMark {
  switch (vein.change) {
    case 'gone':
      return { state: 'cleared' };
    case 'new':
      return { state: 'new' };
    case 'changed':
    case 'unchanged': {
      const [response] = responseWords(vein.from, vein.to);
      return { state: vein.change, ...(response === undefined ? {} : { label: response }) };
    }
  }
}

/** Veins of one kind that changed in one way, with their length together on each day in whole millimetres. */
export interface CountCell {
  readonly count: number;
  readonly fromMm: number;
  readonly toMm: number;
}

interface CountRow {
  /** Null: all kinds. */
  readonly kind: VeinKind | null;
  readonly cells: Readonly<Record<VeinChange, CountCell>>;
}

/** Counts and lengths per kind, for the kinds that occur, and of all together. A vein counts for its kind of the later day. */
export function countRows(veins: readonly VeinComparison[], scale: number): readonly CountRow[] {
  const kinds = VEIN_KINDS.filter((kind) => veins.some((vein) => veinOf(vein).kind === kind));
  return [
    ...kinds.map((kind) =>
      rowOf(
        kind,
        veins.filter((vein) => veinOf(vein).kind === kind),
        scale,
      ),
    ),
    rowOf(null, veins, scale),
  ];
}

function rowOf(kind: VeinKind | null, veins: readonly VeinComparison[], scale: number): CountRow {
  const cellOf = (change: VeinChange): CountCell => {
    const changed = veins.filter((vein) => vein.change === change);
    return {
      count: changed.length,
      fromMm: changed.reduce((sum, { from }) => sum + seenLengthMm(from, scale), 0),
      toMm: changed.reduce((sum, { to }) => sum + seenLengthMm(to, scale), 0),
    };
  };
  return {
    kind,
    cells: {
      gone: cellOf('gone'),
      changed: cellOf('changed'),
      unchanged: cellOf('unchanged'),
      new: cellOf('new'),
    },
  };
}

/** Its length on a day in whole millimetres; 0 where it was not to be seen. */
export function seenLengthMm(vein: VeinOn | null, scale: number): number {
  return vein === null || vein.state === 'cleared' ? 0 : measuresOf(vein.vein, scale).lengthMm;
}

/** The order in which the classes are told. */
export const CHANGE_ORDER: readonly VeinChange[] = ['gone', 'changed', 'unchanged', 'new'];

/** The veins of some classes, class by class; within each by leg and number. */
export function listed(
  veins: readonly VeinComparison[],
  shown: ReadonlySet<VeinChange>,
): readonly VeinComparison[] {
  return CHANGE_ORDER.flatMap((change) =>
    shown.has(change) ? veins.filter((vein) => vein.change === change) : [],
  );
}

export const ALL_CHANGES: ReadonlySet<VeinChange> = new Set(VEIN_CHANGES);

/**
 * Views in groups of two, as many as fit side by side, the fullest group first. Of both legs the same aspect stands together;
 * of one leg the views with the most veins, so that the first group tells the most.
 */
export function viewPairs(
  views: readonly LegView[],
  veins: readonly LegView[],
): readonly (readonly LegView[])[] {
  const count = (group: readonly LegView[]) => veins.filter((vein) => isIn(group, vein)).length;
  const fullestFirst = (a: readonly LegView[], b: readonly LegView[]) => count(b) - count(a);
  if (new Set(views.map(({ leg }) => leg)).size > 1) return inPairs(views).toSorted(fullestFirst);
  return inPairs(views.toSorted((a, b) => fullestFirst([a], [b]))).map((pair) =>
    pair.toSorted((a, b) => views.indexOf(a) - views.indexOf(b)),
  );
}

function inPairs(views: readonly LegView[]): readonly (readonly LegView[])[] {
  return views.flatMap((_, at) => (at % 2 === 0 ? [views.slice(at, at + 2)] : []));
}

export function sameViews(a: readonly LegView[], b: readonly LegView[]): boolean {
  return a.length === b.length && a.every((view) => isIn(b, view));
}

export function isIn(group: readonly LegView[], vein: LegView): boolean {
  return group.some((view) => sameView(view, vein));
}
