import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TILE_PX, tileBox, tilesOver } from '../../../renderer/canvas/tiles/tile-grid.ts';
import { REACH_PX, touchedBoxes } from '../../../renderer/canvas/tiles/touched-boxes.ts';
import { indexVeins, type VeinItem } from '../../../renderer/canvas/tiles/vein-index.ts';
import { changeOf, itemsDuring, itemsOf } from '../../../renderer/canvas/scene.ts';
import { recordsIn, veinAt } from '../../../renderer/canvas/hit-test.ts';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { boxesOverlap, type Box } from '../../../shared/geometry/point.ts';
import { idOf } from '../../../shared/kernel/ids.ts';

const view = { leg: 'left', aspect: 'medial' } as const;

function veinWith(number: number, change: Partial<Vein>): Vein {
  return {
    id: idOf<'vein'>(`vein ${String(number)}`),
    ...view,
    number,
    kind: 'reticular',
    pattern: 'line',
    colour: 'blue-green',
    diameterMm: 1.5,
    depth: 'subdermal',
    path: [
      [0, 600],
      [0, 500],
    ],
    branches: [],
    feederId: null,
    note: '',
    carriedOverFrom: null,
    ...change,
  };
}

const itemsFor = (veins: readonly Vein[], marks = new Map()) =>
  itemsOf(veins, { views: viewsOfLeg('left'), marks });

const places = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 100, max: 700 }));
const lines = fc
  .array(fc.tuple(places, places), { minLength: 1, maxLength: 60 })
  .map((all) =>
    all
      .filter(([from, to]) => from[0] !== to[0] || from[1] !== to[1])
      .map((path, index) => veinWith(index + 1, { path, kind: 'telangiectasia' })),
  );
const boxes = fc
  .tuple(places, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }))
  .map(([[x, y], width, height]): Box => ({ minX: x, minY: y, maxX: x + width, maxY: y + height }));

describe('tiles', () => {
  test('those over a part of the picture cover it, and nothing is covered twice', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const tiles = tilesOver(box);
        const keys = new Set(tiles.map(({ column, row }) => `${String(column)} ${String(row)}`));
        expect(keys.size).toBe(tiles.length);
        for (const corner of [
          [box.minX, box.minY],
          [box.maxX - 0.01, box.maxY - 0.01],
        ] as const) {
          const place = { column: Math.floor(corner[0] / TILE_PX), row: Math.floor(corner[1] / TILE_PX) };
          expect(keys.has(`${String(place.column)} ${String(place.row)}`)).toBe(true);
        }
        expect(tiles.every((tile) => boxesOverlap(tileBox(tile), box))).toBe(true);
      }),
    );
  });
});

describe('finding veins by their place', () => {
  test('finds the same veins as looking at each of them', () => {
    fc.assert(
      fc.property(lines, boxes, (veins, box) => {
        const items = itemsFor(veins);
        const found = indexVeins(items).search(view, box);
        const touching = items.filter(({ shape, vein }) => {
          const { minX, minY, maxX, maxY } = shape.box;
          const by = vein.diameterMm;
          return (
            minX - by <= box.maxX && maxX + by >= box.minX && minY - by <= box.maxY && maxY + by >= box.minY
          );
        });
        expect(found).toEqual(touching);
      }),
    );
  });

  test('finds nothing on another view', () => {
    const index = indexVeins(itemsFor([veinWith(1, {})]));
    const everywhere = { minX: -500, minY: -500, maxX: 900, maxY: 900 };
    expect(index.search({ leg: 'left', aspect: 'lateral' }, everywhere)).toEqual([]);
    expect(index.search(view, everywhere)).toHaveLength(1);
  });

  test('the hand meets the nearer of two lines, and a line before the web it lies on', () => {
    const line = veinWith(1, {});
    const beside = veinWith(2, {
      path: [
        [6, 600],
        [6, 500],
      ],
    });
    const web = veinWith(3, {
      pattern: 'web',
      kind: 'telangiectasia',
      path: [
        [-30, 560],
        [30, 560],
        [30, 520],
        [-30, 520],
      ],
    });
    const index = indexVeins(itemsFor([line, beside, web]));
    expect(veinAt(index, view, [1, 540], 5)).toBe(line);
    expect(veinAt(index, view, [5, 540], 5)).toBe(beside);
    expect(veinAt(index, view, [-20, 540], 5)).toBe(web);
    expect(veinAt(index, view, [-45, 540], 5)).toBeNull();
  });

  test('a box holds what lies in it in part, and a web that lies around it', () => {
    const line = veinWith(1, {});
    const web = veinWith(2, {
      pattern: 'web',
      path: [
        [-50, 400],
        [50, 400],
        [50, 300],
        [-50, 300],
      ],
    });
    const index = indexVeins(itemsFor([line, web]));
    const inBox = (box: Box) => recordsIn(index, [], view, box);
    expect(inBox({ minX: -5, maxX: 5, minY: 590, maxY: 640 })).toEqual([line]);
    expect(inBox({ minX: -5, maxX: 5, minY: 345, maxY: 355 })).toEqual([web]);
    expect(inBox({ minX: 20, maxX: 30, minY: 520, maxY: 560 })).toEqual([]);
  });
});

describe('what is painted again', () => {
  test('every point of a vein that changed lies in one of the boxes, with room for its band', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0.3, max: 8, noNaN: true }), (veins, pxPerMm) => {
        for (const item of itemsFor(veins)) {
          const touched = touchedBoxes(item, pxPerMm);
          const reach = REACH_PX / pxPerMm;
          for (const [x, y] of [item.shape.main, ...item.shape.branches].flat()) {
            const covered = touched.some(
              ({ minX, maxX, minY, maxY }) =>
                x - reach >= minX - 1e-9 &&
                x + reach <= maxX + 1e-9 &&
                y - reach >= minY - 1e-9 &&
                y + reach <= maxY + 1e-9,
            );
            expect(covered).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a vein that looks as before is the same item, one that is marked otherwise is not', () => {
    const vein = veinWith(1, {});
    const [first] = itemsFor([vein]);
    expect(itemsFor([vein], new Map([[vein.id, { state: 'mapped' }]]))[0]).toBe(first);
    const planned = itemsFor([vein], new Map([[vein.id, { state: 'planned', sessionNumber: 2 }]]))[0];
    expect(planned).not.toBe(first);
    expect(planned?.mark.sessionNumber).toBe(2);
  });

  test('only what came, went or changed counts as a change', () => {
    const [kept, gone, moved] = [veinWith(1, {}), veinWith(2, {}), veinWith(3, {})];
    const path: readonly PointMm[] = [
      [9, 600],
      [9, 500],
    ];
    const before: readonly VeinItem[] = itemsFor([kept, gone, moved]);
    const after = itemsFor([kept, { ...moved, path }]);
    const change = changeOf(before, after);
    expect(change.gone.map(({ vein }) => vein.number)).toEqual([2, 3]);
    expect(change.come.map(({ vein }) => vein.path)).toEqual([path]);
  });

  test('while a vein is being moved it is not painted at its old place, and what is being erased is faint', () => {
    const [moved, erased, other] = [veinWith(1, {}), veinWith(2, {}), veinWith(3, {})];
    const during = itemsDuring(itemsFor([moved, erased, other]), { changed: [moved], erased: [erased.id] });
    expect(during.map(({ vein, mark }) => [vein.number, mark.dimmed ?? false])).toEqual([
      [2, true],
      [3, false],
    ]);
  });
});
