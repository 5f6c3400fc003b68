import { createMapEditor, type MapEditor } from '../../../../renderer/features/map/map-editor.ts';
import type { ListedVein } from '../../../../renderer/features/map/list-order.ts';
import { measuresOf } from '../../../../renderer/features/map/vein-measures.ts';
import type { MapMark } from '../../../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';

/** A UUID that a number stands for. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A reticular vein of the left thigh, its id after its number. */
export function mapVein(over: Partial<Vein> & { readonly number: number }): Vein {
  return {
    id: idOf(uuid(over.number)),
    leg: 'left',
    aspect: 'lateral',
    kind: 'reticular',
    pattern: 'line',
    colour: 'blue-green',
    diameterMm: 2,
    depth: 'subdermal',
    path: [
      [10, 600],
      [12, 560],
      [9, 520],
    ],
    branches: [],
    feederId: null,
    note: '',
    carriedOverFrom: null,
    ...over,
  };
}

export function row(vein: Vein, session: number | null = null): ListedVein {
  return { vein, session, measures: measuresOf(vein, 1) };
}

/** The editor of a map, and what it sent to be saved. */
export function editorOn(veins: readonly Vein[], marks: readonly MapMark[] = []) {
  const labels: string[] = [];
  let next = 9000;
  const fresh = () => uuid((next += 1));
  const editor: MapEditor = createMapEditor({
    map: {
      version: 1,
      veins: [...veins],
      marks: [...marks],
      nextNumber: { right: 100, left: 100 },
      dates: [],
      heightScale: 1,
    },
    mayWrite: true,
    newVeinId: () => idOf<'vein'>(fresh()),
    newMarkId: () => idOf<'mark'>(fresh()),
    onGesture: (label) => {
      labels.push(label);
    },
  });
  return { editor, labels };
}
