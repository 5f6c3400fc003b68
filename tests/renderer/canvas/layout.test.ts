import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrangeViews,
  extentOf,
  frameAt,
  toMillimetres,
  toScreen,
  VISIBLE_TOP_MM,
} from '../../../renderer/canvas/layout/arrange-views.ts';
import { placeLabels, type LabelWish } from '../../../renderer/canvas/layout/place-labels.ts';
import { sessionShape, SESSION_SHAPES, shapeCorners } from '../../../renderer/canvas/session-shape.ts';
import { pannedBy, seenThrough, WHOLE, zoomedAt } from '../../../renderer/canvas/viewport/viewport.ts';
import { viewsOfBothLegs, viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import { boxesOverlap, grownBox } from '../../../shared/geometry/point.ts';

const room = {
  width: 908,
  height: 630,
  insets: { top: 0, right: 8, bottom: 18, left: 126 },
  gutter: 40,
  titleHeight: 46,
};
const extent = { width: 908, height: 630 };

describe('the views on the screen', () => {
  test.each([
    ['four', viewsOfLeg('left')],
    ['eight', viewsOfBothLegs()],
    ['one', viewsOfLeg('right').slice(0, 1)],
  ])('%s views share one scale, stay inside and do not overlap', (_, views) => {
    const frames = arrangeViews(views, room);
    expect(new Set(frames.map(({ scale }) => scale)).size).toBe(1);
    const boxes = frames.map((frame) => {
      const [left, right] = extentOf(frame.view);
      const [minX, minY] = toScreen(frame, [left, VISIBLE_TOP_MM]);
      const [maxX, maxY] = toScreen(frame, [right, 0]);
      return { minX, minY, maxX, maxY };
    });
    for (const [index, box] of boxes.entries()) {
      expect(box.minX).toBeGreaterThanOrEqual(room.insets.left);
      expect(box.maxX).toBeLessThanOrEqual(room.width);
      expect(box.maxY).toBeLessThanOrEqual(room.height);
      expect(boxes.slice(index + 1).some((other) => boxesOverlap(box, other))).toBe(false);
    }
  });

  test('a place keeps its millimetres to the tenth at any zoom', () => {
    const frames = arrangeViews(viewsOfLeg('left'), room);
    const place = fc.tuple(
      fc.double({ min: 1, max: 12, noNaN: true }),
      fc.integer({ min: -60, max: 60 }),
      fc.integer({ min: 20, max: 740 }),
    );
    fc.assert(
      fc.property(place, ([zoom, x, y]) => {
        for (const frame of seenThrough(zoomedAt(WHOLE, [300, 200], zoom, extent), frames)) {
          const [backX, backY] = toMillimetres(frame, toScreen(frame, [x, y]));
          expect(Math.hypot(backX - x, backY - y)).toBeLessThan(0.02);
        }
      }),
    );
  });

  test('the place under the pointer stays there while it zooms', () => {
    const frames = arrangeViews(viewsOfLeg('left'), room);
    const at = [420, 300] as const;
    const before = frameAt(frames, at);
    const after = frameAt(seenThrough(zoomedAt(WHOLE, at, 3, extent), frames), at);
    expect(before).not.toBeNull();
    if (before === null || after === null) return;
    expect(after.view).toEqual(before.view);
    expect(toMillimetres(after, at)).toEqual(toMillimetres(before, at));
  });

  test('cannot be zoomed out below the whole, nor pushed off the screen', () => {
    expect(zoomedAt(WHOLE, [10, 10], 0.2, extent)).toEqual(WHOLE);
    expect(pannedBy({ zoom: 2, x: -10, y: -10 }, [500, 500], extent)).toEqual({ zoom: 2, x: 0, y: 0 });
    expect(pannedBy({ zoom: 2, x: -10, y: -10 }, [-5000, -5000], extent)).toEqual({
      zoom: 2,
      x: -908,
      y: -630,
    });
  });
});

describe('labels', () => {
  const bounds = { minX: 0, minY: 0, maxX: 400, maxY: 600 };
  const leg = { minX: 150, minY: 0, maxX: 250, maxY: 600 };
  const wish = (key: string, x: number, y: number, must = false): LabelWish<string> => ({
    key,
    target: [[x, y]],
    y,
    width: 50,
    height: 21,
    legEdges: () => [150, 250],
    must,
  });

  test('never touch each other or the leg, however close the veins lie', () => {
    const places = fc.array(fc.tuple(fc.integer({ min: 155, max: 245 }), fc.integer({ min: 20, max: 580 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(places, (all) => {
        const labels = placeLabels(
          all.map(([x, y], index) => wish(String(index), x, y)),
          { bounds, covered: (box) => boxesOverlap(box, leg) },
        );
        for (const [index, { box }] of labels.entries()) {
          expect(boxesOverlap(box, leg)).toBe(false);
          expect(labels.slice(index + 1).some((other) => boxesOverlap(grownBox(box, 3.9), other.box))).toBe(
            false,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('stand on the nearer side at the height of their vein where there is room', () => {
    const [label] = placeLabels([wish('a', 240, 300)], { bounds, covered: () => false });
    expect(label?.box).toEqual({ minX: 262, minY: 289.5, maxX: 312, maxY: 310.5 });
    expect(label?.leader[1]).toEqual([240, 300]);
  });

  test('of the selected vein is there even where nothing has room', () => {
    const labels = placeLabels([wish('a', 200, 300, true), wish('b', 200, 320)], {
      bounds,
      covered: () => true,
    });
    expect(labels.map(({ key }) => key)).toEqual(['a']);
  });
});

describe('session shapes', () => {
  test('differ for the first six sessions, then begin again', () => {
    expect(new Set([1, 2, 3, 4, 5, 6].map(sessionShape)).size).toBe(6);
    expect(sessionShape(7)).toBe('circle');
    expect([sessionShape(1), sessionShape(2), sessionShape(3)]).toEqual(['circle', 'square', 'diamond']);
  });

  test('have their corners', () => {
    const corners = SESSION_SHAPES.flatMap((shape) =>
      shape === 'circle' ? [] : [shapeCorners(shape).length],
    );
    expect(corners).toEqual([4, 4, 6, 3, 5]);
  });
});
