import { describe, expect, test } from 'vitest';
import type { ToolEffect } from '../../../../renderer/canvas/tools/tool.ts';
import type { PointMm } from '../../../../shared/domain/leg-map/vein.ts';
import { outlineOf } from '../../../../shared/domain/leg-map/views.ts';
import { polygonContains } from '../../../../shared/geometry/polygon.ts';
import { nearestOnPath } from '../../../../shared/geometry/polyline.ts';
import { BEHIND, handWith, LINE, VIEW } from './tool-hand.ts';

const down = (from: number, to: number, x = 0): PointMm[] =>
  Array.from({ length: 21 }, (_, i): PointMm => [x, from + ((to - from) * i) / 20]);

const ring = (radius: number, count = 40): PointMm[] =>
  Array.from({ length: count }, (_, i): PointMm => {
    const angle = (i * 2 * Math.PI) / count;
    return [radius * Math.cos(angle), 600 + radius * Math.sin(angle)];
  });

/** The path that an effect puts on the map. */
function pathOf(effect: ToolEffect | undefined): readonly PointMm[] {
  if (effect?.type !== 'draw' && effect?.type !== 'branch') throw new Error('nothing was drawn');
  return effect.path;
}

describe('drawing', () => {
  test('a stroke becomes a line vein on the view where it began', () => {
    const hand = handWith('line');
    hand.drag(down(650, 550));
    expect(hand.effects).toMatchObject([{ type: 'draw', pattern: 'line', view: VIEW }]);
    const path = pathOf(hand.effects[0]);
    expect([path[0], path.at(-1)]).toEqual([
      [0, 650],
      [0, 550],
    ]);
    expect(hand.busy()).toBe(false);
  });

  test('clicks and Enter make a line through just these points', () => {
    const hand = handWith('line');
    const points: PointMm[] = [
      [0, 650],
      [5, 620],
      [0, 590],
    ];
    for (const point of points) hand.click(point);
    expect(hand.effects).toEqual([]);
    hand.key('enter');
    expect(hand.effects).toMatchObject([{ type: 'draw', pattern: 'line', path: points }]);
  });

  test('many clicked points are kept as they were clicked, too', () => {
    const hand = handWith('line');
    const points = Array.from({ length: 16 }, (_, i): PointMm => [i % 2 === 0 ? 0 : 20, 650 - i * 10]);
    for (const point of points) hand.click(point);
    hand.key('enter');
    expect(pathOf(hand.effects[0])).toEqual(points);
  });

  test('a second click on the last point ends the line', () => {
    const hand = handWith('line');
    hand.click([0, 650]);
    hand.click([5, 620]);
    hand.click([5, 620]);
    expect(pathOf(hand.effects[0])).toEqual([
      [0, 650],
      [5, 620],
    ]);
  });

  test('a double click ends the line even where the hand slipped in between', () => {
    const hand = handWith('line');
    hand.click([0, 650]);
    hand.click([5, 620]);
    hand.click([11, 620], { clicks: 2 });
    expect(pathOf(hand.effects[0])).toHaveLength(2);
  });

  test('Backspace takes back the last clicked point, and with the first one the line', () => {
    const hand = handWith('line');
    hand.click([0, 650]);
    hand.click([5, 620]);
    hand.click([30, 600]);
    hand.key('back');
    expect(hand.preview().stroke?.points).toHaveLength(2);
    hand.click([0, 590]);
    hand.key('enter');
    expect(pathOf(hand.effects[0])).toEqual([
      [0, 650],
      [5, 620],
      [0, 590],
    ]);
    hand.click([0, 650]);
    hand.key('back');
    expect(hand.busy()).toBe(false);
    expect(hand.effects).toHaveLength(1);
  });

  test.each(['escape', 'cancel'] as const)('%s throws away what was begun', (key) => {
    const hand = handWith('line');
    hand.at('down', [0, 650]);
    hand.at('move', [0, 600]);
    expect(hand.preview().stroke?.points.length).toBeGreaterThan(1);
    hand.key(key);
    hand.at('up', [0, 600]);
    hand.key('enter');
    expect(hand.effects).toEqual([]);
    expect(hand.busy()).toBe(false);
  });

  test('a slip of the hand draws nothing', () => {
    const line = handWith('line');
    line.click([0, 650]);
    line.key('enter');
    const web = handWith('web');
    web.drag([
      [0, 650],
      [5, 650],
      [0, 650],
    ]);
    expect([...line.effects, ...web.effects]).toEqual([]);
  });

  test('never moves or selects a vein that lies under the hand', () => {
    const hand = handWith('line', { selected: [LINE] });
    hand.drag(down(600, 500));
    expect(hand.kinds()).toEqual(['draw']);
  });

  test('does not leave the leg', () => {
    const hand = handWith('line');
    hand.drag(Array.from({ length: 20 }, (_, i): PointMm => [i * 12, 600]));
    const path = pathOf(hand.effects[0]);
    expect(path.length).toBeGreaterThan(1);
    for (const [x, y] of path) expect(polygonContains(outlineOf(VIEW), [x * 0.98, y])).toBe(true);
  });

  test.each(['line', 'web', 'branch'] as const)('a %s begun beside the leg says so at the end', (id) => {
    const hand = handWith(id, { selected: [LINE] });
    hand.at('down', [200, 600]);
    hand.at('move', [0, 550]);
    expect(hand.preview().stroke).toBeNull();
    expect(hand.effects).toEqual([]);
    hand.at('up', [0, 500]);
    expect(hand.effects).toEqual([{ type: 'refused', why: 'beside-leg' }]);
    expect(hand.busy()).toBe(false);
  });

  test('beside every leg nothing is drawn either, and Escape says nothing', () => {
    const hand = handWith('line');
    hand.beside('down');
    hand.key('escape');
    hand.beside('up');
    expect(hand.effects).toEqual([]);
    hand.beside('down');
    hand.beside('up');
    hand.drag(down(650, 550));
    expect(hand.kinds()).toEqual(['refused', 'draw']);
  });

  test('clicks beside the leg between the points of a line do not end it', () => {
    const hand = handWith('line');
    hand.click([0, 650]);
    hand.beside('down');
    hand.beside('up');
    hand.click([0, 600]);
    hand.key('enter');
    expect(hand.kinds()).toEqual(['draw']);
  });

  test('a stroke around an area becomes a web, open at its end', () => {
    const hand = handWith('web');
    hand.drag(ring(20));
    expect(hand.effects).toMatchObject([{ type: 'draw', pattern: 'web' }]);
    const path = pathOf(hand.effects[0]);
    expect(path[0]).not.toEqual(path.at(-1));
  });
});

describe('a branch', () => {
  const side: PointMm[] = [
    [0, 550],
    [10, 540],
    [20, 530],
  ];

  test('belongs to the selected line', () => {
    const hand = handWith('branch', { selected: [LINE] });
    hand.drag(side);
    expect(hand.effects).toMatchObject([{ type: 'branch', id: LINE.id }]);
  });

  test('says that a line must be selected first', () => {
    const hand = handWith('branch');
    hand.drag(side);
    expect(hand.effects).toEqual([{ type: 'refused', why: 'branch-needs-line' }]);
  });

  test('begun on another view than that of its line says why, instead of vanishing', () => {
    const hand = handWith('branch', { selected: [LINE] });
    hand.at('down', [0, 550], {}, BEHIND);
    hand.at('move', [10, 540], {}, BEHIND);
    hand.at('up', [20, 530], {}, BEHIND);
    expect(hand.effects).toEqual([{ type: 'refused', why: 'branch-elsewhere' }]);
    expect(hand.busy()).toBe(false);
  });
});

describe('the trembling of the hand', () => {
  /** A wave one pixel high, and what of it is left. */
  const leftOfWave = (pxPerMm: number) => {
    const hand = handWith('line', { pxPerMm });
    const wave = Array.from({ length: 200 }, (_, i): PointMm => [
      Math.sin(i / 1.5) / pxPerMm,
      650 - (i * 0.8) / pxPerMm,
    ]);
    hand.drag(wave);
    return (
      Math.max(
        ...pathOf(hand.effects[0])
          .slice(2, -2)
          .map(([x]) => Math.abs(x)),
      ) * pxPerMm
    );
  };

  test('is taken out where it is small on the screen, at every zoom', () => {
    for (const pxPerMm of [0.75, 2, 8]) expect(leftOfWave(pxPerMm)).toBeLessThan(0.6);
  });

  test('is no reason to lose what was drawn zoomed in: a bend of 2 mm stays', () => {
    const bend = Array.from({ length: 400 }, (_, i): PointMm => [2 * Math.sin(i / 20), 650 - i / 20]);
    const hand = handWith('line', { pxPerMm: 8 });
    hand.drag(bend);
    const path = pathOf(hand.effects[0]);
    for (const point of bend) expect(nearestOnPath(path, point).distance).toBeLessThan(0.3);
  });

  test('a short vein drawn zoomed in is no slip', () => {
    const hand = handWith('line', { pxPerMm: 8 });
    hand.drag(Array.from({ length: 21 }, (_, i): PointMm => [0, 650 - i / 10]));
    expect(hand.kinds()).toEqual(['draw']);
  });

  test('the line is shown as smooth as it will be kept, to within 0.2 mm', () => {
    const hand = handWith('line', { pxPerMm: 2 });
    const drawn = Array.from({ length: 150 }, (_, i): PointMm => [
      15 * Math.sin(i / 25) + (i % 2) * 0.4,
      650 - i,
    ]);
    const [first = [0, 0], last = [0, 0]] = [drawn[0], drawn.at(-1)];
    hand.at('down', first);
    for (const point of drawn.slice(1)) hand.at('move', point);
    const shown = hand.preview().stroke?.points ?? [];
    hand.at('up', last);
    const kept = pathOf(hand.effects[0]);
    expect(shown.length).toBeGreaterThan(kept.length);
    for (const point of shown) expect(nearestOnPath(kept, point).distance).toBeLessThanOrEqual(0.21);
  });
});
