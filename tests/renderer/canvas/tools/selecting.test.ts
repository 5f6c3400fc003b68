import { describe, expect, test } from 'vitest';
import type { ToolEffect } from '../../../../renderer/canvas/tools/tool.ts';
import { isVein, type MapRecord } from '../../../../shared/document/map-document.ts';
import { nearestOnVein } from '../../../../shared/domain/leg-map/near-vein.ts';
import type { PointMm } from '../../../../shared/domain/leg-map/vein.ts';
import { ontoLeg } from '../../../../shared/domain/leg-map/views.ts';
import { distance } from '../../../../shared/geometry/point.ts';
import { handWith, LINE, lineAt, NOTE, OTHER, SITE, VIEW, WEB } from './tool-hand.ts';

const ALL = [LINE, OTHER, WEB, NOTE];
const ON_LINE: PointMm = [0, 575];

/** The records that the last effect puts in place of others. */
function changedBy(effects: readonly ToolEffect[]): readonly MapRecord[] {
  const last = effects.at(-1);
  if (last?.type !== 'change') throw new Error('nothing was changed');
  return last.to;
}

function pathOf(record: MapRecord | undefined): readonly PointMm[] {
  if (record === undefined || !isVein(record)) throw new Error('no vein');
  return record.path;
}

describe('selecting', () => {
  test('a click selects a vein, a click beside it lets go', () => {
    const hand = handWith('select');
    hand.click([1, 560]);
    hand.click([60, 560]);
    hand.beside('down');
    hand.beside('up');
    expect(hand.effects).toEqual([
      { type: 'select', ids: [LINE.id] },
      { type: 'select', ids: [] },
      { type: 'select', ids: [] },
    ]);
  });

  test('a mark is selected like a vein', () => {
    const hand = handWith('select', { records: ALL });
    hand.click(NOTE.point);
    expect(hand.effects).toEqual([{ type: 'select', ids: [NOTE.id] }]);
  });

  test('Shift-click adds one, and takes it out again', () => {
    const hand = handWith('select', { records: ALL });
    hand.click(ON_LINE);
    hand.click([40, 560], { shift: true });
    expect(hand.effects.at(-1)).toEqual({ type: 'select', ids: [LINE.id, OTHER.id] });
    hand.click(ON_LINE, { shift: true });
    expect(hand.effects.at(-1)).toEqual({ type: 'select', ids: [OTHER.id] });
  });

  test('Shift-click beside everything keeps what is selected', () => {
    const hand = handWith('select', { records: ALL, selected: [LINE] });
    hand.click([-60, 700], { shift: true });
    expect(hand.effects).toEqual([]);
  });

  test('a click on one of several selects it alone', () => {
    const hand = handWith('select', { records: ALL, selected: [LINE, OTHER] });
    hand.click([40, 560]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [OTHER.id] }]);
  });

  test('a box drawn beside the veins selects all that lie in it, in part or whole', () => {
    const hand = handWith('select', { records: ALL });
    hand.at('down', [-20, 630]);
    hand.at('move', [60, 560]);
    expect(hand.preview().box).toEqual({ view: VIEW, box: { minX: -20, maxX: 60, minY: 560, maxY: 630 } });
    expect(hand.effects).toEqual([]);
    hand.at('up', [60, 560]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [LINE.id, OTHER.id] }]);
  });

  test('a box with Shift adds to what is selected', () => {
    const hand = handWith('select', { records: ALL, selected: [WEB] });
    hand.drag(
      [
        [-20, 630],
        [20, 560],
      ],
      { shift: true },
    );
    expect(hand.effects).toEqual([{ type: 'select', ids: [WEB.id, LINE.id] }]);
  });

  test('an empty box lets go', () => {
    const hand = handWith('select', { records: ALL, selected: [WEB] });
    hand.drag([
      [-60, 700],
      [-40, 680],
    ]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [] }]);
  });

  test('who may only read can select and nothing else', () => {
    const hand = handWith('select', { selected: [LINE], mayChange: false });
    hand.drag([
      [0, 550],
      [30, 550],
    ]);
    hand.click(ON_LINE, { alt: true });
    hand.doubleClick(ON_LINE);
    expect(hand.kinds()).not.toContain('change');
  });

  test('a double click beside everything fills the screen with that view', () => {
    const hand = handWith('select');
    hand.doubleClick([60, 700]);
    expect(hand.effects.at(-1)).toEqual({ type: 'open-view', at: { view: VIEW, point: [60, 700] } });
  });

  test('a double click on a note opens it', () => {
    const hand = handWith('select', { records: ALL });
    hand.doubleClick(NOTE.point);
    expect(hand.effects.at(-1)).toEqual({ type: 'open', id: NOTE.id });
  });

  test('a hover that changes nothing is the very same tool, so that nobody looks twice', () => {
    const hand = handWith('select');
    const before = hand.tool();
    hand.at('move', [10, 570]);
    expect(hand.tool()).toBe(before);
  });
});

describe('C1: nothing is moved by mistake', () => {
  test('the first press on a vein that was not selected moves nothing, however far it is dragged', () => {
    const hand = handWith('select');
    hand.drag([ON_LINE, [20, 575], [40, 575]]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [LINE.id] }]);
  });

  test('a press that hardly moves is a click, on a point as well', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.drag([
      [0, 550],
      [2, 550],
    ]);
    hand.drag([ON_LINE, [2, 575]]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [LINE.id] }]);
  });

  test.each(['line', 'web', 'branch', 'site', 'note', 'feeder', 'scale', 'pan', 'erase'] as const)(
    'the %s tool never moves what is selected',
    (id) => {
      const hand = handWith(id, { records: [...ALL, SITE], selected: [LINE, SITE] });
      hand.drag([ON_LINE, [5, 560], [20, 540], [40, 520]]);
      hand.doubleClick(ON_LINE);
      hand.key('enter');
      expect(hand.kinds()).not.toContain('change');
    },
  );
});

describe('C2 and C3: a wrong grab can be let go of', () => {
  test('Escape puts everything back that is being moved', () => {
    const hand = handWith('select', { records: ALL, selected: [LINE, OTHER] });
    hand.at('down', ON_LINE);
    hand.at('move', [20, 575]);
    expect(hand.preview().changed).toHaveLength(2);
    expect(hand.busy()).toBe(true);
    hand.key('escape');
    expect(hand.preview().changed).toEqual([]);
    hand.at('move', [30, 575]);
    hand.at('up', [30, 575]);
    expect(hand.effects).toEqual([]);
  });

  test('Escape puts a point back, and takes a box away', () => {
    const point = handWith('select', { selected: [LINE] });
    point.at('down', [0, 550]);
    point.at('move', [30, 550]);
    point.key('escape');
    point.at('up', [30, 550]);
    const box = handWith('select', { records: ALL });
    box.at('down', [-20, 630]);
    box.at('move', [60, 560]);
    box.key('escape');
    box.at('up', [60, 560]);
    expect([...point.effects, ...box.effects]).toEqual([]);
  });

  test('a second finger, or the system, takes the gesture back', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.at('down', ON_LINE);
    hand.at('move', [20, 575]);
    hand.key('cancel');
    expect(hand.busy()).toBe(false);
    expect(hand.effects).toEqual([]);
  });

  test('Escape between gestures lets go of the selection', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.key('escape');
    expect(hand.effects).toEqual([{ type: 'select', ids: [] }]);
  });
});

describe('moving', () => {
  test('dragging what is selected moves it as a whole, as one gesture', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.drag([ON_LINE, [6, 575], [10, 570]]);
    expect(hand.effects).toMatchObject([{ type: 'change', label: 'move' }]);
    expect(pathOf(changedBy(hand.effects)[0])).toEqual([
      [10, 595],
      [10, 545],
      [10, 495],
    ]);
  });

  test('all that is selected moves together, notes too', () => {
    const hand = handWith('select', { records: ALL, selected: [LINE, WEB, NOTE] });
    hand.drag([ON_LINE, [0, 560]]);
    const [line, web, note] = changedBy(hand.effects);
    expect(pathOf(line)[0]).toEqual([0, 585]);
    expect(pathOf(web)[0]).toEqual([-15, 405]);
    expect(note).toEqual({ ...NOTE, point: [-30, 545] });
  });

  test('the sites of a vein go along with it', () => {
    const hand = handWith('select', { records: [LINE, SITE], selected: [LINE] });
    hand.drag([
      [0, 520],
      [10, 520],
    ]);
    expect(changedBy(hand.effects)[1]).toEqual({ ...SITE, point: [10, 575] });
  });

  test('a vein is kept on the leg, in its own shape', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.drag([ON_LINE, [100, 575], [400, 575]]);
    const path = pathOf(changedBy(hand.effects)[0]);
    const [first = [0, 0]] = path;
    expect(first[0]).toBeGreaterThan(20);
    for (const [index, point] of path.entries()) {
      expect(distance(ontoLeg(VIEW, point), point)).toBeLessThan(0.1);
      const before = LINE.path[index] ?? [0, 0];
      expect(point[0] - before[0]).toBeCloseTo(first[0], 1);
    }
  });

  test('coming back to where it began leaves no trace of the way', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.drag([ON_LINE, [300, 575], ON_LINE]);
    expect(changedBy(hand.effects)).toEqual([LINE]);
  });
});

describe('the points of the vein that is selected alone', () => {
  const points = (effects: readonly ToolEffect[]) => pathOf(changedBy(effects)[0]);

  test('a point can be moved by itself', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.drag([
      [0, 550],
      [8, 550],
    ]);
    expect(hand.effects).toMatchObject([{ type: 'change', label: 'reshape' }]);
    expect(points(hand.effects)).toEqual([
      [0, 600],
      [8, 550],
      [0, 500],
    ]);
  });

  test('the sites of a vein stay on it when it changes its course', () => {
    const site = { ...SITE, point: [0, 550] as const };
    const hand = handWith('select', { records: [LINE, site], selected: [LINE] });
    hand.drag([
      [0, 600],
      [12, 600],
    ]);
    hand.drag([
      [0, 550],
      [8, 550],
    ]);
    const [vein, moved] = changedBy(hand.effects);
    if (vein === undefined || !isVein(vein) || moved === undefined || !('point' in moved))
      throw new Error('no vein with its site');
    expect(moved).toMatchObject({ id: site.id, veinId: LINE.id });
    expect(moved.point[0]).toBeGreaterThan(5);
    expect(nearestOnVein(vein, moved.point).distanceMm).toBeLessThan(0.05);
  });

  test.each([
    ['a double click', { clicks: 2 }],
    ['an Alt-click', { alt: true }],
  ])('%s on the course adds a point there', (_, keys) => {
    const hand = handWith('select', { selected: [LINE] });
    hand.click([1, 520], keys);
    expect(hand.effects).toMatchObject([{ type: 'change', label: 'add-point' }]);
    expect(points(hand.effects)).toEqual([
      [0, 600],
      [0, 550],
      [0, 520],
      [0, 500],
    ]);
  });

  test.each([
    ['a double click', { clicks: 2 }],
    ['an Alt-click', { alt: true }],
  ])('%s on a point removes it', (_, keys) => {
    const hand = handWith('select', { selected: [LINE] });
    hand.click([0, 550], keys);
    expect(hand.effects).toMatchObject([{ type: 'change', label: 'remove-point' }]);
    expect(points(hand.effects)).toHaveLength(2);
  });

  test('a line keeps two points, a web three, and it says so', () => {
    const line = handWith('select', { records: ALL, selected: [OTHER] });
    line.click([40, 600], { alt: true });
    expect(line.effects).toEqual([{ type: 'refused', why: 'fewest-points' }]);
    const small = lineAt(
      'small',
      [
        [0, 600],
        [20, 600],
        [10, 580],
      ],
      { pattern: 'web' },
    );
    const web = handWith('select', { records: [small], selected: [small] });
    web.click([10, 580], { alt: true });
    expect(web.effects).toEqual([{ type: 'refused', why: 'fewest-points' }]);
  });

  test('the outline of a web takes a point between its last and its first', () => {
    const hand = handWith('select', { records: ALL, selected: [WEB] });
    hand.click([-17, 435], { alt: true });
    expect(points(hand.effects)).toHaveLength(5);
    expect(points(hand.effects).slice(0, 4)).toEqual(WEB.path);
  });

  test('inside a web, far from its outline, an Alt-click adds nothing', () => {
    const hand = handWith('select', { records: ALL, selected: [WEB], pxPerMm: 2 });
    hand.click([0, 435], { alt: true });
    expect(hand.kinds()).not.toContain('change');
  });

  test('the double click that selects a vein does not change it', () => {
    const hand = handWith('select');
    hand.doubleClick([0, 520]);
    expect(hand.kinds()).toEqual(['select', 'open']);
    hand.doubleClick([0, 520]);
    expect(hand.kinds()).toEqual(['select', 'open', 'select', 'change']);
  });

  test('Alt-Shift-click splits the line there', () => {
    const hand = handWith('select', { selected: [LINE] });
    hand.click([1, 520], { alt: true, shift: true });
    hand.click([0, 550], { alt: true, shift: true });
    expect(hand.effects).toEqual([
      { type: 'split', id: LINE.id, at: [1, 520] },
      { type: 'split', id: LINE.id, at: [0, 550] },
    ]);
  });

  test('with several selected no point is taken hold of', () => {
    const hand = handWith('select', { records: ALL, selected: [LINE, OTHER] });
    hand.drag([
      [0, 550],
      [8, 550],
    ]);
    expect(hand.effects).toMatchObject([{ type: 'change', label: 'move' }]);
  });
});
