import { describe, expect, test } from 'vitest';
import { NOTHING_UNDER } from '../../../../renderer/features/map/use-hand-keys.ts';
import { arranged } from '../../../../renderer/features/map/map-look.ts';
import type { RecordId } from '../../../../shared/document/map-document.ts';
import type { PointMm } from '../../../../shared/domain/leg-map/vein.ts';
import type { SiteMark } from '../../../../shared/domain/leg-map/map-mark.ts';
import { isPlausibleScale } from '../../../../shared/domain/leg-map/measure.ts';
import { ontoLeg } from '../../../../shared/domain/leg-map/views.ts';
import { distance } from '../../../../shared/geometry/point.ts';
import { BEHIND, LINE, NOTE, OTHER, SITE, VIEW, WEB } from '../../canvas/tools/tool-hand.ts';
import { editorWith } from './editor-desk.ts';

const STROKE: readonly PointMm[] = Array.from({ length: 21 }, (_, i): PointMm => [-40, 680 - i * 5]);
const ALL = [LINE, OTHER, WEB, NOTE, SITE];

describe('undo and redo', () => {
  test('C1: a vein that was moved by mistake is back with one undo', () => {
    const desk = editorWith(ALL);
    desk.editor.select([LINE.id]);
    desk.drag([
      [0, 520],
      [5, 500],
      [10, 480],
    ]);
    expect(desk.vein(LINE.id)).not.toEqual(LINE);
    desk.editor.undo();
    expect(desk.record(LINE.id)).toEqual(LINE);
    expect(desk.record(SITE.id)).toEqual(SITE);
    expect(desk.saved.map(({ label }) => label)).toEqual(['move', 'undo-move']);
  });

  test('C2: a set that was moved by mistake is back with one undo as well', () => {
    const desk = editorWith(ALL);
    desk.editor.selectAll();
    desk.drag([
      [0, 520],
      [0, 500],
    ]);
    expect(desk.saved).toHaveLength(1);
    desk.editor.undo();
    expect(desk.records().toSorted(byId)).toEqual([...ALL].toSorted(byId));
  });

  test('C3: Escape lets go of a wrong grab, and nothing was saved', () => {
    const desk = editorWith(ALL);
    desk.editor.select([LINE.id]);
    desk.send('down', [0, 520]);
    desk.send('move', [20, 520]);
    expect(desk.state().tool.busy).toBe(true);
    desk.editor.hand({ type: 'escape' }, NOTHING_UNDER);
    desk.send('up', [30, 520]);
    expect(desk.record(LINE.id)).toBe(LINE);
    expect(desk.saved).toEqual([]);
  });

  test('wait while a gesture goes on', () => {
    const desk = editorWith();
    desk.editor.choose('line');
    desk.drag(STROKE);
    desk.send('down', [-20, 600]);
    desk.send('move', [-20, 560]);
    desk.editor.undo();
    expect(desk.veins()).toHaveLength(1);
    desk.send('up', [-20, 540]);
    expect(desk.veins()).toHaveLength(2);
    desk.editor.undo();
    expect(desk.veins()).toHaveLength(1);
  });

  test('looking at other views, layers and tools leaves what can be redone', () => {
    const desk = editorWith();
    desk.editor.choose('line');
    desk.drag(STROKE);
    const [drawn] = desk.veins();
    desk.editor.undo();
    desk.editor.look(arranged(desk.state(), 8, VIEW));
    desk.editor.show({ viewport: { zoom: 3, x: -10, y: -10 }, layers: { ...desk.state().layers, plan: 0 } });
    desk.editor.choose('select');
    desk.editor.select([]);
    desk.click([60, 700], VIEW, 2);
    desk.editor.redo();
    expect(desk.veins()).toEqual([drawn]);
  });

  test('go back and forth over a hundred steps, each a single action of the hand', () => {
    const desk = editorWith(ALL);
    desk.editor.select([LINE.id]);
    for (let i = 0; i < 120; i += 1) desk.editor.nudge([i % 2 === 0 ? 1 : -1, -1]);
    const moved = desk.vein(LINE.id);
    for (let i = 0; i < 120; i += 1) desk.editor.undo();
    expect(desk.record(LINE.id)).toEqual(LINE);
    for (let i = 0; i < 120; i += 1) desk.editor.redo();
    expect(desk.record(LINE.id)).toEqual(moved);
    expect(desk.stored()).toEqual(desk.state().history.document);
  });

  test('what was injected meanwhile is not undone, and it says why', () => {
    const desk = editorWith();
    desk.editor.choose('line');
    desk.drag(STROKE);
    const [drawn] = desk.veins();
    if (drawn === undefined) throw new Error('nothing drawn');
    desk.editor.show({ injected: new Set([drawn.id]) });
    desk.editor.undo();
    expect(desk.veins()).toEqual([drawn]);
    expect(desk.state().notice).toEqual({ code: 'has-injections', labels: ['L1'] });
  });
});

describe('the end of a gesture that nobody ended', () => {
  test('a stroke under way is kept as if the hand had gone up', () => {
    const desk = editorWith();
    desk.editor.choose('line');
    desk.send('down', STROKE[0] ?? [0, 0]);
    for (const point of STROKE.slice(1)) desk.send('move', point);
    desk.editor.finishGesture();
    expect(desk.veins()).toHaveLength(1);
    expect(desk.state().tool.busy).toBe(false);
    desk.editor.finishGesture();
    expect(desk.saved).toHaveLength(1);
  });

  test('so is a line of which some points were clicked', () => {
    const desk = editorWith();
    desk.editor.choose('line');
    desk.click([-40, 680]);
    desk.click([-40, 640]);
    desk.editor.finishGesture();
    expect(desk.veins()).toMatchObject([
      {
        path: [
          [-40, 680],
          [-40, 640],
        ],
      },
    ]);
  });

  test('another tool taken to hand keeps the points that were clicked', () => {
    const desk = editorWith();
    desk.editor.choose('line');
    desk.click([-40, 680]);
    desk.click([-40, 640]);
    desk.editor.choose('select');
    expect(desk.veins()).toHaveLength(1);
    expect(desk.state().tool).toMatchObject({ id: 'select', busy: false });
  });

  test('between gestures nothing happens', () => {
    const desk = editorWith(ALL);
    desk.click([0, 520]);
    desk.editor.finishGesture();
    expect(desk.saved).toEqual([]);
  });
});

describe('numbers', () => {
  test('are never given twice, be it that their vein was undone or erased', () => {
    const desk = editorWith([], { nextNumber: { left: 5, right: 1 } });
    desk.editor.choose('line');
    const numbers: number[] = [];
    const draw = () => {
      desk.drag(STROKE);
      const [newest] = desk.veins().toSorted((a, b) => b.number - a.number);
      numbers.push(newest?.number ?? 0);
    };
    draw();
    desk.editor.undo();
    draw();
    desk.editor.erase(desk.selected());
    draw();
    expect(numbers).toEqual([5, 6, 7]);
  });
});

describe('erasing', () => {
  test('lets go of what hung on the vein: veins that it fed, and sites', () => {
    const fed = { ...WEB, feederId: LINE.id };
    const desk = editorWith([LINE, fed, SITE]);
    desk.editor.erase([LINE.id]);
    expect(desk.vein(WEB.id).feederId).toBeNull();
    expect(desk.record(SITE.id)).toMatchObject({ veinId: null });
    desk.editor.undo();
    expect(desk.records().toSorted(byId)).toEqual([LINE, fed, SITE].toSorted(byId));
  });

  test('spares a vein that was injected, takes the others, and says so', () => {
    const desk = editorWith(ALL);
    desk.editor.show({ injected: new Set([LINE.id]) });
    desk.editor.erase([LINE.id, OTHER.id, NOTE.id]);
    expect(
      desk
        .records()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([LINE.id, SITE.id, WEB.id].toSorted());
    expect(desk.state().notice).toEqual({ code: 'has-injections', labels: ['L1'] });
    expect(desk.selected()).toEqual([LINE.id]);
  });
});

describe('what happens to a record while the hand has hold of it', () => {
  const grab = (desk: ReturnType<typeof editorWith>, id: RecordId, from: PointMm, to: PointMm) => {
    desk.editor.select([id]);
    desk.send('down', from);
    desk.send('move', to);
  };

  test('a site let go of after its vein was erased is a free site where it was put', () => {
    const beside: SiteMark = { ...SITE, point: [6, 575] };
    const desk = editorWith([LINE, beside]);
    grab(desk, SITE.id, [6, 575], [20, 560]);
    desk.editor.erase([LINE.id]);
    desk.send('up', [20, 560]);
    expect(desk.records()).toEqual([{ ...beside, point: [20, 560], veinId: null }]);
    expect(desk.stored()).toEqual(desk.state().history.document);
  });

  test('a vein let go of after its feeder was erased hangs on nothing', () => {
    const fed = { ...OTHER, feederId: LINE.id };
    const desk = editorWith([LINE, fed]);
    grab(desk, fed.id, [40, 550], [40, 540]);
    desk.editor.erase([LINE.id]);
    desk.send('up', [40, 540]);
    expect(desk.veins()).toMatchObject([{ id: fed.id, feederId: null }]);
    expect(desk.vein(fed.id).path[0]).toEqual([40, 590]);
  });

  test('a width entered meanwhile in the panel is kept with the move', () => {
    const desk = editorWith([LINE]);
    grab(desk, LINE.id, [0, 520], [0, 500]);
    desk.editor.change([{ ...LINE, diameterMm: 2.5 }], 'diameter');
    desk.send('up', [0, 500]);
    expect(desk.vein(LINE.id)).toMatchObject({
      diameterMm: 2.5,
      path: [
        [0, 580],
        [0, 530],
        [0, 480],
      ],
    });
  });

  test('a vein erased meanwhile, or put on another view, is not fetched back', () => {
    const desk = editorWith([LINE, OTHER]);
    grab(desk, LINE.id, [0, 520], [0, 500]);
    desk.editor.erase([LINE.id]);
    desk.send('up', [0, 500]);
    expect(desk.records()).toEqual([OTHER]);
    grab(desk, OTHER.id, [40, 550], [40, 530]);
    const behind = { ...OTHER, ...BEHIND };
    desk.editor.change([behind], 'view');
    desk.send('up', [40, 530]);
    expect(desk.records()).toEqual([behind]);
  });
});

describe('nudging', () => {
  test('moves all that is selected, marks too, and the sites of the veins', () => {
    const desk = editorWith(ALL);
    desk.editor.select([LINE.id, NOTE.id]);
    desk.editor.nudge([1, -10]);
    expect(desk.vein(LINE.id).path[0]).toEqual([1, 590]);
    expect(desk.record(NOTE.id)).toMatchObject({ point: [-29, 550] });
    expect(desk.record(SITE.id)).toMatchObject({ point: [1, 565], veinId: LINE.id });
    expect(desk.saved).toHaveLength(1);
  });

  test('stops at the edge of the leg', () => {
    const desk = editorWith(ALL);
    desk.editor.select([LINE.id]);
    for (let i = 0; i < 40; i += 1) desk.editor.nudge([10, 0]);
    for (const point of desk.vein(LINE.id).path)
      expect(distance(ontoLeg(VIEW, point), point)).toBeLessThan(0.1);
  });
});

describe('sites', () => {
  test('a site that is moved by itself stays on its vein while it is near', () => {
    const desk = editorWith(ALL);
    desk.editor.select([SITE.id]);
    desk.editor.nudge([3, -20]);
    expect(desk.record(SITE.id)).toMatchObject({ point: [0, 555], veinId: LINE.id });
  });

  test('and lets go of it when it is moved away', () => {
    const desk = editorWith(ALL);
    desk.editor.select([SITE.id]);
    desk.editor.nudge([-10, 0]);
    expect(desk.record(SITE.id)).toMatchObject({ point: [-10, 575], veinId: null });
  });

  test('a new one is tied to the vein under the hand', () => {
    const desk = editorWith([LINE]);
    desk.editor.choose('site');
    desk.click([3, 530]);
    expect(desk.marks()).toMatchObject([{ mark: 'site', point: [0, 530], veinId: LINE.id }]);
    expect(desk.selected()).toEqual(desk.marks().map(({ id }) => id));
  });

  test('keep to a vein whose course is changed in its panel', () => {
    const desk = editorWith([LINE, SITE]);
    desk.editor.change([{ ...LINE, path: LINE.path.map(([x, y]): PointMm => [x + 30, y - 50]) }], 'place');
    expect(desk.record(SITE.id)).toMatchObject({ point: [30, 525] });
  });
});

describe('notes', () => {
  const asked = (text: string) => {
    const desk = editorWith(ALL);
    desk.editor.choose('note');
    desk.click([-40, 640]);
    expect(desk.state().editing).toBe(desk.state().draft?.id);
    desk.editor.writeNote(text);
    return desk;
  };

  test('a note is on the map once it has words', () => {
    const desk = asked('  old scar ');
    expect(desk.marks()).toContainEqual(expect.objectContaining({ text: 'old scar', point: [-40, 640] }));
    expect(desk.saved.map(({ label }) => label)).toEqual(['add-note']);
    expect(desk.state()).toMatchObject({ editing: null, draft: null });
  });

  test('one that is left empty is not kept, and there is nothing to undo', () => {
    const desk = asked('   ');
    expect(desk.marks()).toHaveLength(2);
    expect(desk.saved).toEqual([]);
    expect(desk.state().history.done).toEqual([]);
  });

  test('so is one that is left alone for the next gesture, or closed', () => {
    const desk = editorWith();
    desk.editor.choose('note');
    desk.click([-40, 640]);
    desk.editor.edit(null);
    desk.click([-40, 600]);
    desk.click([-40, 620]);
    expect(desk.state().draft?.point).toEqual([-40, 620]);
    expect(desk.saved).toEqual([]);
  });

  test('a known note is changed, and without words it goes', () => {
    const desk = editorWith(ALL);
    desk.editor.edit(NOTE.id);
    desk.editor.writeNote('scar, tender');
    expect(desk.record(NOTE.id)).toEqual({ ...NOTE, text: 'scar, tender' });
    desk.editor.edit(NOTE.id);
    desk.editor.writeNote('');
    expect(desk.record(NOTE.id)).toBeUndefined();
    desk.editor.undo();
    expect(desk.record(NOTE.id)).toMatchObject({ text: 'scar, tender' });
  });
});

describe('the measured distance', () => {
  const measured = (desk: ReturnType<typeof editorWith>, mm: number, to: number) => {
    desk.editor.choose('scale');
    desk.drag([
      [0, 600],
      [0, to],
    ]);
    expect(desk.state().measuring).toEqual({ view: VIEW, from: [0, 600], to: [0, to] });
    desk.editor.setScale(mm);
  };

  test('sets the scale; a second one takes the place of the first, as one step', () => {
    const desk = editorWith(ALL);
    measured(desk, 210, 400);
    measured(desk, 310, 300);
    const scales = desk.marks().filter(({ mark }) => mark === 'scale');
    expect(scales).toMatchObject([{ distanceMm: 310, to: [0, 300] }]);
    expect(desk.saved).toHaveLength(2);
    desk.editor.undo();
    expect(desk.marks()).toContainEqual(expect.objectContaining({ distanceMm: 210 }));
    expect(desk.state().measuring).toBeNull();
  });

  test('one that no leg can have is refused and can be put right', () => {
    const desk = editorWith();
    measured(desk, 2100, 400);
    expect(desk.state()).toMatchObject({
      notice: { code: 'implausible-scale' },
      measuring: { from: [0, 600] },
    });
    desk.editor.setScale(210);
    expect(desk.marks()).toHaveLength(1);
    expect(desk.state().notice).toBeNull();
  });

  test('the smallest that a leg can have stays one wherever it is moved', () => {
    const desk = editorWith();
    measured(desk, 120, 400);
    for (let i = 0; i < 100; i += 1) {
      desk.editor.nudge([0, -0.013]);
      const [scale] = desk.marks();
      if (scale?.mark !== 'scale') throw new Error('no measured distance');
      expect(isPlausibleScale(scale), JSON.stringify(scale)).toBe(true);
    }
    expect(desk.marks()).toMatchObject([{ from: [0, 599], to: [0, 399] }]);
  });

  test('dropped it leaves no trace', () => {
    const desk = editorWith();
    desk.editor.choose('scale');
    desk.drag([
      [0, 600],
      [0, 400],
    ]);
    desk.editor.dropMeasure();
    desk.editor.setScale(200);
    expect(desk.saved).toEqual([]);
  });
});

describe('who may only read', () => {
  test('changes nothing by any of it', () => {
    const desk = editorWith(ALL, { mayWrite: false });
    desk.editor.select([LINE.id, OTHER.id]);
    desk.editor.nudge([1, 1]);
    desk.editor.erase([LINE.id]);
    desk.editor.join();
    desk.editor.mirror();
    desk.editor.duplicate();
    desk.editor.split(LINE.id, null);
    desk.editor.choose('note');
    desk.click([-40, 640]);
    desk.editor.choose('line');
    desk.drag(STROKE);
    expect(desk.records()).toEqual(ALL);
    expect(desk.saved).toEqual([]);
    expect(desk.state().draft).toBeNull();
  });
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
