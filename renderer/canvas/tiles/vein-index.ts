import Flatbush from 'flatbush';
import type { LegView, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { grownBox, type Box } from '../../../shared/geometry/point.ts';
import type { VeinMark } from '../vein-mark.ts';
import type { VeinShape } from '../vein-shape.ts';

/** A vein with its curves and how it is marked: all that is painted of it, wherever it stands on the screen. */
export interface VeinItem {
  readonly vein: Vein;
  readonly shape: VeinShape;
  readonly mark: VeinMark;
}

/** Finds the veins at a place of a view. */
export interface VeinIndex {
  /** Those whose box, with their width, touches a box of the view, in millimetres, in the order in which they are painted. */
  readonly search: (view: LegView, box: Box) => readonly VeinItem[];
}

const keyOf = ({ leg, aspect }: LegView) => `${leg} ${aspect}`;

/** Veins by place. A view is put in order when it is first searched: for thousands that takes some milliseconds. */
export function indexVeins(items: readonly VeinItem[]): VeinIndex {
  const byView = Map.groupBy(items, ({ vein }) => keyOf(vein));
  const trees = new Map<string, Flatbush>();
  return {
    search: (view, { minX, minY, maxX, maxY }) => {
      const key = keyOf(view);
      const inView = byView.get(key);
      if (inView === undefined) return [];
      const tree = trees.get(key) ?? treeOf(inView);
      trees.set(key, tree);
      const hits = tree.search(minX, minY, maxX, maxY);
      return hits.sort((a, b) => a - b).flatMap((index) => inView[index] ?? []);
    },
  };
}

function treeOf(items: readonly VeinItem[]): Flatbush {
  const tree = new Flatbush(items.length);
  for (const { vein, shape } of items) {
    const { minX, minY, maxX, maxY } = grownBox(shape.box, vein.diameterMm);
    tree.add(minX, minY, maxX, maxY);
  }
  tree.finish();
  return tree;
}
