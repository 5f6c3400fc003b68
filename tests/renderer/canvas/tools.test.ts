import { describe, expect, test } from 'vitest';
import { startTool, type RunningTool, type ToolId } from '../../../renderer/canvas/tools/running-tool.ts';
import type { ToolEffect, ToolEvent, ToolScene } from '../../../renderer/canvas/tools/tool.ts';
import { outlineOf } from '../../../shared/domain/leg-map/views.ts';
import type { LegView, PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { nearestOnPath } from '../../../shared/geometry/polyline.ts';
import { polygonContains } from '../../../shared/geometry/polygon.ts';
import { idOf } from '../../../shared/kernel/ids.ts';

const view: LegView = { leg: 'left', aspect: 'lateral' };
const vein: Vein = {
  ...view,
  id: idOf<'vein'>('one'),
  number: 1,
  kind: 'reticular',
  pattern: 'line',
  colour: 'blue-green',
  diameterMm: 2,
  depth: 'subdermal',
  path: [
    [0, 600],
    [0, 550],
    [0, 500],
  ],
  branches: [],
  feederId: null,
  note: '',
  carriedOverFrom: null,
};

/** A hand on a screen of one pixel per millimetre. */
function handWith(
  id: ToolId,
  { selected = null, mayChange = true }: { selected?: Vein | null; mayChange?: boolean } = {},
) {
  let tool: RunningTool = startTool(id, mayChange);
  const effects: ToolEffect[] = [];
  const near = ([x, y]: PointMm) => nearestOnPath(vein.path, [x, y]).distance < 5;
  const scene: ToolScene = {
    selection: selected === null ? [] : [selected],
    recordsIn: () => [],
    recordAt: ({ point }) => (near(point) ? vein : null),
    handleAt: ({ point }) => {
      const index = vein.path.findIndex(([x, y]) => Math.hypot(x - point[0], y - point[1]) < 3);
      return index < 0 ? null : index;
    },
  };
  const send = (event: ToolEvent) => {
    const next = tool.step(event, scene);
    tool = next.tool;
    effects.push(...next.effects);
  };
  const at = (type: 'down' | 'move' | 'up', point: PointMm) => {
    send({ type, place: { view, point }, screen: point, pxPerMm: 1, shift: false });
  };
  return {
    effects,
    busy: () => tool.busy,
    preview: () => tool.preview(),
    key: (type: 'enter' | 'escape' | 'cancel') => {
      send({ type });
    },
    beside: (type: 'down' | 'move' | 'up') => {
      send({ type, place: null, screen: [900, 900], pxPerMm: 1, shift: false });
    },
    at,
    click: (point: PointMm) => {
      at('down', point);
      at('up', point);
    },
    drag: (...points: PointMm[]) => {
      const [first, last] = [points[0], points.at(-1)];
      if (first === undefined || last === undefined) return;
      at('down', first);
      for (const point of points.slice(1)) at('move', point);
      at('up', last);
    },
  };
}

const down = (from: number, to: number, x = 0): PointMm[] =>
  Array.from({ length: 21 }, (_, i): PointMm => [x, from + ((to - from) * i) / 20]);

describe('drawing', () => {
  test('a stroke becomes a line vein on the view where it began', () => {
    const hand = handWith('line');
    hand.drag(...down(650, 550));
    expect(hand.effects).toHaveLength(1);
    expect(hand.effects[0]).toMatchObject({ type: 'draw', pattern: 'line', view });
    const [effect] = hand.effects;
    const path = effect?.type === 'draw' ? effect.path : [];
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
    points.forEach(hand.click);
    expect(hand.effects).toEqual([]);
    hand.key('enter');
    expect(hand.effects).toEqual([{ type: 'draw', pattern: 'line', view, path: points }]);
  });

  test('a second click on the last point ends the line too', () => {
    const hand = handWith('line');
    hand.click([0, 650]);
    hand.click([5, 620]);
    hand.click([5, 620]);
    expect(hand.effects).toEqual([
      {
        type: 'draw',
        pattern: 'line',
        view,
        path: [
          [0, 650],
          [5, 620],
        ],
      },
    ]);
  });

  test.each(['escape', 'cancel'] as const)('%s throws away what was begun', (key) => {
    const hand = handWith('line');
    hand.at('down', [0, 650]);
    hand.at('move', [0, 600]);
    expect(hand.preview().stroke?.points.length).toBe(2);
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
    web.drag([0, 650], [5, 650], [0, 650]);
    expect([...line.effects, ...web.effects]).toEqual([]);
  });

  test('never moves or selects a vein that lies under the hand', () => {
    const hand = handWith('line', { selected: vein });
    hand.drag(...down(600, 500));
    expect(hand.effects.map(({ type }) => type)).toEqual(['draw']);
  });

  test('does not begin far beside the leg, and does not leave it', () => {
    const beside = handWith('line');
    beside.drag([200, 600], [200, 500]);
    expect(beside.effects.map(({ type }) => type)).not.toContain('draw');
    const leaving = handWith('line');
    leaving.drag(...Array.from({ length: 20 }, (_, i): PointMm => [i * 12, 600]));
    const [effect] = leaving.effects;
    const path = effect?.type === 'draw' ? effect.path : [];
    expect(path.length).toBeGreaterThan(1);
    for (const [x, y] of path) expect(polygonContains(outlineOf(view), [x * 0.98, y])).toBe(true);
  });

  test.each(['line', 'web', 'branch'] as const)(
    'a %s begun beside the leg says so once the hand lets go',
    (id) => {
      const hand = handWith(id, { selected: vein });
      hand.at('down', [200, 600]);
      hand.at('move', [0, 550]);
      expect(hand.preview().stroke).toBeNull();
      expect(hand.effects).toEqual([]);
      hand.at('up', [0, 500]);
      expect(hand.effects).toEqual([{ type: 'nothing-drawn' }]);
      expect(hand.busy()).toBe(false);
    },
  );

  test('beside every leg nothing is drawn either, and Escape says nothing', () => {
    const hand = handWith('line');
    hand.beside('down');
    hand.key('escape');
    hand.beside('up');
    expect(hand.effects).toEqual([]);
    hand.beside('down');
    hand.beside('up');
    expect(hand.effects).toEqual([{ type: 'nothing-drawn' }]);
    hand.drag(...down(650, 550));
    expect(hand.effects.map(({ type }) => type)).toEqual(['nothing-drawn', 'draw']);
  });

  test('clicks beside the leg between the points of a line do not end it', () => {
    const hand = handWith('line');
    hand.click([0, 650]);
    hand.beside('down');
    hand.beside('up');
    hand.click([0, 600]);
    hand.key('enter');
    expect(hand.effects).toMatchObject([{ type: 'draw', pattern: 'line' }]);
  });

  test('a stroke around an area becomes a web, open at its end', () => {
    const hand = handWith('web');
    const ring = Array.from({ length: 40 }, (_, i): PointMm => [
      20 * Math.cos((i * Math.PI) / 20),
      600 + 20 * Math.sin((i * Math.PI) / 20),
    ]);
    hand.drag(...ring);
    const [effect] = hand.effects;
    expect(effect).toMatchObject({ type: 'draw', pattern: 'web' });
    const path = effect?.type === 'draw' ? effect.path : [];
    expect(path[0]).not.toEqual(path.at(-1));
  });

  test('a branch belongs to the selected line, and there is none without one', () => {
    const hand = handWith('branch', { selected: vein });
    hand.drag([0, 550], [10, 540], [20, 530]);
    expect(hand.effects).toMatchObject([{ type: 'branch', id: vein.id }]);
    const alone = handWith('branch');
    alone.drag([0, 550], [10, 540], [20, 530]);
    expect(alone.effects).toEqual([]);
  });
});

describe('selecting', () => {
  test('a click selects a vein, a click beside it lets go', () => {
    const hand = handWith('select');
    hand.click([1, 560]);
    hand.click([60, 560]);
    hand.beside('down');
    hand.beside('up');
    expect(hand.effects).toEqual([
      { type: 'select', ids: [vein.id] },
      { type: 'select', ids: [] },
      { type: 'select', ids: [] },
    ]);
  });

  test('dragging a vein that was not selected moves nothing', () => {
    const hand = handWith('select');
    hand.drag([0, 575], [20, 575], [40, 575]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [vein.id] }]);
  });

  test('dragging the selected vein moves it as a whole, as one gesture', () => {
    const hand = handWith('select', { selected: vein });
    hand.drag([0, 575], [6, 575], [10, 570]);
    expect(hand.effects).toMatchObject([
      {
        type: 'change',
        label: 'move',
        to: [
          {
            path: [
              [10, 595],
              [10, 545],
              [10, 495],
            ],
          },
        ],
      },
    ]);
  });

  test('a point of the selected vein can be moved alone', () => {
    const hand = handWith('select', { selected: vein });
    hand.drag([0, 550], [8, 550]);
    expect(hand.effects).toMatchObject([
      {
        type: 'change',
        label: 'reshape',
        to: [
          {
            path: [
              [0, 600],
              [8, 550],
              [0, 500],
            ],
          },
        ],
      },
    ]);
  });

  test('a press that hardly moves is a click, on a point as well', () => {
    const hand = handWith('select', { selected: vein });
    hand.drag([0, 550], [2, 550]);
    hand.drag([0, 575], [2, 575]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [vein.id] }]);
  });

  test('Escape puts a vein back that is being moved', () => {
    const hand = handWith('select', { selected: vein });
    hand.at('down', [0, 575]);
    hand.at('move', [30, 575]);
    expect(hand.preview().changed).toHaveLength(1);
    expect(hand.busy()).toBe(true);
    hand.key('escape');
    hand.at('up', [30, 575]);
    expect(hand.effects).toEqual([]);
  });

  test('who may only read can select and nothing else', () => {
    const hand = handWith('select', { selected: vein, mayChange: false });
    hand.drag([0, 550], [30, 550]);
    expect(hand.effects).toEqual([{ type: 'select', ids: [vein.id] }]);
  });
});

describe('erasing', () => {
  test('takes all veins that the hand goes over, once, when the button is up', () => {
    const hand = handWith('erase');
    hand.at('down', [60, 560]);
    hand.at('move', [0, 560]);
    hand.at('move', [0, 540]);
    expect(hand.preview().erased).toEqual([vein.id]);
    expect(hand.effects).toEqual([]);
    hand.at('up', [60, 540]);
    expect(hand.effects).toEqual([{ type: 'erase', ids: [vein.id] }]);
  });

  test('Escape spares them', () => {
    const hand = handWith('erase');
    hand.at('down', [0, 560]);
    hand.key('escape');
    hand.at('up', [0, 560]);
    expect(hand.effects).toEqual([]);
  });
});

test('panning moves the view by what the hand moves and never ends in the map', () => {
  const hand = handWith('pan');
  hand.drag([0, 560], [5, 563], [9, 561]);
  expect(hand.effects).toEqual([
    { type: 'pan', by: [5, 3] },
    { type: 'pan', by: [4, -2] },
  ]);
  expect(hand.busy()).toBe(false);
});
