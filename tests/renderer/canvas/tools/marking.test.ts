import { describe, expect, test } from 'vitest';
import { previewer } from '../../../../renderer/canvas/tools/shown-preview.ts';
import type { PointMm } from '../../../../shared/domain/leg-map/vein.ts';
import { BEHIND, handWith, LINE, lineAt, NOTE, OTHER, SITE, VIEW, WEB } from './tool-hand.ts';

const ALL = [LINE, OTHER, WEB, NOTE, SITE];

describe('sites', () => {
  test('a click by a vein puts a site onto its course, and ties it to the vein', () => {
    const hand = handWith('site', { records: ALL });
    hand.click([4, 530]);
    expect(hand.effects).toEqual([{ type: 'site', at: { view: VIEW, point: [0, 530] }, veinId: LINE.id }]);
  });

  test('a click away from every vein puts a free site', () => {
    const hand = handWith('site', { records: ALL });
    hand.click([-40, 640]);
    expect(hand.effects).toEqual([{ type: 'site', at: { view: VIEW, point: [-40, 640] }, veinId: null }]);
  });

  test('in a web the site stays where it was put', () => {
    const hand = handWith('site', { records: ALL });
    hand.click([3, 430]);
    expect(hand.effects).toEqual([{ type: 'site', at: { view: VIEW, point: [3, 430] }, veinId: WEB.id }]);
  });

  test('in a web it is tied to a line only where it is put right by it', () => {
    const over = lineAt('over', [
      [0, 470],
      [0, 400],
    ]);
    const hand = handWith('site', { records: [over, WEB] });
    hand.click([9, 430]);
    hand.click([4, 430]);
    expect(hand.effects).toMatchObject([{ veinId: WEB.id }, { veinId: over.id }]);
  });

  test('another site over the vein does not hide it', () => {
    const hand = handWith('site', { records: ALL });
    hand.click(SITE.point);
    expect(hand.effects).toMatchObject([{ type: 'site', veinId: LINE.id }]);
  });

  test('it can be put right before the hand lets go, and Escape takes it away', () => {
    const hand = handWith('site', { records: ALL });
    hand.at('down', [-40, 640]);
    hand.at('move', [2, 520]);
    expect(hand.preview().pin).toEqual({ mark: 'site', at: { view: VIEW, point: [0, 520] } });
    hand.at('up', [2, 520]);
    hand.at('down', [-40, 640]);
    hand.key('escape');
    hand.at('up', [-40, 640]);
    expect(hand.effects).toMatchObject([{ type: 'site', veinId: LINE.id }]);
  });
});

describe('notes', () => {
  test('a click asks for a note there, on a vein or not', () => {
    const hand = handWith('note', { records: ALL });
    hand.click([3, 530]);
    expect(hand.effects).toEqual([{ type: 'note', at: { view: VIEW, point: [3, 530] } }]);
  });

  test.each(['site', 'note', 'scale'] as const)('a %s beside the leg says why nothing came of it', (id) => {
    const hand = handWith(id, { records: ALL });
    hand.click([250, 530]);
    hand.beside('down');
    hand.beside('up');
    expect(hand.effects).toEqual([
      { type: 'refused', why: 'beside-leg' },
      { type: 'refused', why: 'beside-leg' },
    ]);
    expect(hand.busy()).toBe(false);
  });
});

describe('the measured distance', () => {
  const drag: PointMm[] = [
    [0, 600],
    [0, 500],
    [3, 450],
  ];

  test('shows while it is dragged and is asked for once the hand lets go', () => {
    const hand = handWith('scale');
    hand.at('down', [0, 600]);
    hand.at('move', [0, 500]);
    expect(hand.preview().measure).toEqual({ view: VIEW, from: [0, 600], to: [0, 500] });
    hand.at('up', [3, 450]);
    expect(hand.effects).toEqual([{ type: 'measure', view: VIEW, from: [0, 600], to: [3, 450] }]);
  });

  test('too short a one would make much of a slip, and says so', () => {
    const hand = handWith('scale');
    hand.drag([
      [0, 600],
      [0, 590],
    ]);
    expect(hand.effects).toEqual([{ type: 'refused', why: 'too-short-to-measure' }]);
  });

  test('Escape drops it', () => {
    const hand = handWith('scale');
    hand.at('down', [0, 600]);
    hand.at('move', [0, 500]);
    hand.key('escape');
    hand.at('up', [0, 500]);
    expect(hand.effects).toEqual([]);
    hand.drag(drag);
    expect(hand.kinds()).toEqual(['measure']);
  });
});

describe('feeders', () => {
  test('a drag from a web to a line says that the line feeds it', () => {
    const hand = handWith('feeder', { records: ALL });
    hand.at('down', [0, 430]);
    hand.at('move', [2, 470]);
    expect(hand.preview().link).toMatchObject({ to: { point: [2, 470] }, feederId: null });
    hand.at('move', [2, 520]);
    expect(hand.preview().link).toMatchObject({ to: { point: [0, 520] }, feederId: LINE.id });
    hand.at('up', [2, 520]);
    expect(hand.effects).toEqual([{ type: 'feed', id: WEB.id, feederId: LINE.id }]);
  });

  test('the feeder may lie on another view of the leg', () => {
    const behind = { ...OTHER, ...BEHIND };
    const hand = handWith('feeder', { records: [LINE, behind] });
    hand.at('down', [0, 560]);
    hand.at('move', [41, 560], {}, BEHIND);
    hand.at('up', [41, 560], {}, BEHIND);
    expect(hand.effects).toEqual([{ type: 'feed', id: LINE.id, feederId: behind.id }]);
  });

  test('let go on nothing, nothing is taken away, and it says so', () => {
    const hand = handWith('feeder', { records: [{ ...WEB, feederId: LINE.id }, LINE] });
    hand.drag([
      [0, 430],
      [20, 480],
      [50, 480],
    ]);
    expect(hand.effects).toEqual([{ type: 'refused', why: 'feeder-to-nothing' }]);
  });

  test('begun on nothing it says where to begin', () => {
    const hand = handWith('feeder', { records: ALL });
    hand.drag([
      [-40, 640],
      [0, 560],
    ]);
    expect(hand.effects).toEqual([{ type: 'refused', why: 'feeder-from-nothing' }]);
  });

  test('a mere click changes nothing, and Escape lets go', () => {
    const hand = handWith('feeder', { records: ALL });
    hand.click([0, 560]);
    hand.at('down', [0, 430]);
    hand.at('move', [0, 520]);
    hand.key('escape');
    hand.at('up', [0, 520]);
    expect(hand.effects).toEqual([]);
  });
});

describe('erasing', () => {
  test('takes all that the hand goes over, marks too, once, when the button is up', () => {
    const hand = handWith('erase', { records: ALL });
    hand.at('down', [-60, 560]);
    for (const point of [
      [-30, 560],
      [0, 560],
      [0, 540],
    ] as const)
      hand.at('move', point);
    expect(hand.preview().erased).toEqual([NOTE.id, LINE.id]);
    expect(hand.effects).toEqual([]);
    hand.at('up', [-60, 540]);
    expect(hand.effects).toEqual([{ type: 'erase', ids: [NOTE.id, LINE.id] }]);
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
  hand.drag([
    [0, 560],
    [5, 563],
    [9, 561],
  ]);
  expect(hand.effects).toEqual([
    { type: 'pan', by: [5, 3] },
    { type: 'pan', by: [4, -2] },
  ]);
  expect(hand.busy()).toBe(false);
});

describe('what was begun on the canvas and is completed in a field', () => {
  const tool = handWith('note').tool();

  test('stays in sight meanwhile', () => {
    const previewOf = previewer();
    const measuring = { view: VIEW, from: [0, 600], to: [0, 500] } as const;
    expect(previewOf({ tool, measuring, draft: null }).measure).toBe(measuring);
    expect(previewOf({ tool, measuring: null, draft: NOTE }).pin).toMatchObject({
      mark: 'note',
      at: { point: NOTE.point },
    });
    expect(previewOf({ tool, measuring: null, draft: null })).toBe(tool.preview());
  });

  test('is painted once: the same is the very same value', () => {
    const previewOf = previewer();
    const begun = { tool, measuring: null, draft: NOTE };
    expect(previewOf({ ...begun })).toBe(previewOf({ ...begun }));
  });
});
