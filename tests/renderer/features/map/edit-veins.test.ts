import { describe, expect, test } from 'vitest';
import { mirrorVein } from '../../../../shared/domain/leg-map/mirror-vein.ts';
import type { MapRecord } from '../../../../shared/document/map-document.ts';
import type { ScaleMark, SiteMark } from '../../../../shared/domain/leg-map/map-mark.ts';
import type { PointMm, Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { BEHIND, LINE, lineAt, NOTE, OTHER, SITE, VIEW, WEB } from '../../canvas/tools/tool-hand.ts';
import { editorWith, markId, veinId } from './editor-desk.ts';

const OLD = calendarDate('2024-05-06');
const LOWER = lineAt(
  'lower',
  [
    [0, 490],
    [0, 430],
  ],
  { number: 5 },
);
const siteOn = (vein: Vein, point: PointMm, name: string): SiteMark => ({
  ...SITE,
  id: markId(name),
  veinId: vein.id,
  point,
});

describe('splitting', () => {
  test('what a line fed, and its sites, go with the part that lies nearer', () => {
    const high = lineAt(
      'high',
      [
        [5, 590],
        [30, 590],
      ],
      { number: 4, feederId: LINE.id },
    );
    const low = lineAt(
      'low',
      [
        [5, 510],
        [30, 510],
      ],
      { number: 6, feederId: LINE.id },
    );
    const behind = { ...lineAt('behind', low.path, { number: 7, feederId: LINE.id }), ...BEHIND };
    const [top, bottom] = [siteOn(LINE, [0, 580], 'top'), siteOn(LINE, [0, 510], 'bottom')];
    const desk = editorWith([LINE, high, low, behind, top, bottom]);
    desk.editor.split(LINE.id, [0, 550]);
    const [first, second] = desk.selected();
    expect(first).toBe(LINE.id);
    expect(desk.vein(high.id).feederId).toBe(first);
    expect(desk.vein(low.id).feederId).toBe(second);
    expect(desk.vein(behind.id).feederId).toBe(first);
    expect([desk.record(top.id), desk.record(bottom.id)]).toMatchObject([
      { veinId: first },
      { veinId: second },
    ]);
    expect(desk.saved.map(({ label }) => label)).toEqual(['split']);
    desk.editor.undo();
    expect(desk.record(LINE.id)).toEqual(LINE);
    expect(desk.record(bottom.id)).toEqual(bottom);
  });

  test('a line that was injected, a web, and a line at its end are not split, and it says why', () => {
    const desk = editorWith([LINE, WEB, OTHER]);
    desk.editor.show({ injected: new Set([LINE.id]) });
    const why = (id: Vein['id'], at: PointMm | null) => {
      desk.editor.split(id, at);
      return desk.state().notice;
    };
    expect(why(LINE.id, null)).toEqual({ code: 'has-injections', labels: ['L1'] });
    expect(why(WEB.id, null)).toEqual({ code: 'split-lines-only' });
    expect(why(OTHER.id, [40, 600])).toEqual({ code: 'split-too-near-end' });
    expect(desk.saved).toEqual([]);
  });
});

describe('joining', () => {
  test('what hung on the second hangs on the first', () => {
    const fed = { ...WEB, feederId: LOWER.id };
    const site = siteOn(LOWER, [0, 460], 'site-low');
    const desk = editorWith([LINE, LOWER, fed, site]);
    desk.editor.select([LINE.id, LOWER.id]);
    desk.editor.join();
    expect(desk.veins().map(({ id }) => id)).toEqual([LINE.id, WEB.id]);
    expect(desk.vein(LINE.id).path).toEqual([...LINE.path, ...LOWER.path]);
    expect(desk.vein(WEB.id).feederId).toBe(LINE.id);
    expect(desk.record(site.id)).toMatchObject({ veinId: LINE.id });
    expect(desk.saved.map(({ label }) => label)).toEqual(['join']);
    desk.editor.undo();
    expect(desk.vein(WEB.id).feederId).toBe(LOWER.id);
  });

  test('never makes a circle of feeders', () => {
    const between = { ...OTHER, feederId: LOWER.id };
    const desk = editorWith([{ ...LINE, feederId: OTHER.id }, LOWER, between]);
    desk.editor.select([LINE.id, LOWER.id]);
    desk.editor.join();
    expect(desk.vein(OTHER.id).feederId).toBe(LINE.id);
    expect(desk.vein(LINE.id).feederId).toBeNull();
  });

  test('takes two lines of one view, neither injected, else it says why', () => {
    const desk = editorWith([LINE, LOWER, WEB, OTHER]);
    const why = (...records: MapRecord[]) => {
      desk.editor.select(records.map(({ id }) => id));
      desk.editor.join();
      return desk.state().notice?.code;
    };
    expect(why(LINE)).toBe('join-lines-of-one-view');
    expect(why(LINE, LOWER, OTHER)).toBe('join-lines-of-one-view');
    expect(why(LINE, WEB)).toBe('join-lines-of-one-view');
    desk.editor.show({ injected: new Set([LOWER.id]) });
    expect(why(LINE, LOWER)).toBe('has-injections');
    expect(desk.saved).toEqual([]);
  });
});

describe('feeders', () => {
  test('a feeder is given by one gesture, and it says which', () => {
    const desk = editorWith([LINE, WEB]);
    desk.editor.choose('feeder');
    desk.drag([
      [0, 430],
      [0, 470],
      [0, 520],
    ]);
    expect(desk.vein(WEB.id).feederId).toBe(LINE.id);
    expect(desk.state().notice).toEqual({ code: 'fed', label: 'L3', feeder: 'L1' });
    desk.editor.undo();
    expect(desk.vein(WEB.id).feederId).toBeNull();
  });

  test('dropped on nothing, nothing is taken away', () => {
    const desk = editorWith([LINE, { ...WEB, feederId: LINE.id }]);
    desk.editor.choose('feeder');
    desk.drag([
      [0, 430],
      [50, 480],
      [60, 480],
    ]);
    expect(desk.vein(WEB.id).feederId).toBe(LINE.id);
    expect(desk.state().notice?.code).toBe('feeder-to-nothing');
  });

  test('a circle is refused with its reason', () => {
    const desk = editorWith([{ ...LINE, feederId: WEB.id }, WEB]);
    desk.editor.choose('feeder');
    desk.drag([
      [0, 430],
      [0, 470],
      [0, 520],
    ]);
    expect(desk.vein(WEB.id).feederId).toBeNull();
    expect(desk.state().notice).toEqual({ code: 'feeder-circle' });
  });
});

describe('mirroring', () => {
  test('puts the image on the other leg, with a number of that leg, and shows it', () => {
    const fed = { ...WEB, feederId: LINE.id, note: 'tender' };
    const desk = editorWith([LINE, fed, SITE, NOTE], { nextNumber: { left: 9, right: 3 } });
    desk.editor.selectAll();
    desk.editor.mirror();
    const right = desk.veins().filter(({ leg }) => leg === 'right');
    expect(right.map(({ number }) => number)).toEqual([3, 4]);
    expect(right[0]?.path).toEqual(mirrorVein(LINE).path);
    expect(right[1]).toMatchObject({ feederId: right[0]?.id, note: 'tender' });
    expect(desk.marks().filter(({ leg }) => leg === 'right')).toMatchObject([
      { mark: 'site', veinId: right[0]?.id, point: [0, 575] },
      { mark: 'note', text: NOTE.text, point: [30, 560] },
    ]);
    expect(desk.selected()).toHaveLength(4);
    expect(desk.state().legs).toBe('right');
    expect(desk.saved.map(({ label }) => label)).toEqual(['mirror']);
  });

  test('a feeder that stays behind on the other leg feeds no image', () => {
    const desk = editorWith([LINE, { ...WEB, feederId: LINE.id }]);
    desk.editor.select([WEB.id]);
    desk.editor.mirror();
    expect(desk.veins().find(({ leg }) => leg === 'right')).toMatchObject({ feederId: null });
  });

  test('an image is a new finding: nothing of it is carried over', () => {
    const desk = editorWith([{ ...LINE, carriedOverFrom: OLD }]);
    desk.editor.select([LINE.id]);
    desk.editor.mirror();
    expect(desk.veins().map(({ carriedOverFrom }) => carriedOverFrom)).toEqual([OLD, null]);
  });
});

describe('copies', () => {
  test('are pasted 10 mm lower, each time further, with new numbers, as one step each', () => {
    const desk = editorWith([LINE], { nextNumber: { left: 8, right: 1 } });
    desk.editor.select([LINE.id]);
    desk.editor.copy();
    expect(desk.state().notice).toEqual({ code: 'copied', count: 1 });
    desk.editor.paste();
    desk.editor.paste();
    expect(desk.veins().map(({ number, path }) => [number, path[0]])).toEqual([
      [1, [0, 600]],
      [8, [0, 590]],
      [9, [0, 580]],
    ]);
    expect(desk.saved.map(({ label }) => label)).toEqual(['paste', 'paste']);
  });

  test('stay on the leg: at the sole they are pasted above', () => {
    const sole = lineAt('sole', [
      [0, 4],
      [20, 4],
    ]);
    const desk = editorWith([sole]);
    desk.editor.select([sole.id]);
    desk.editor.duplicate();
    const copy = desk.veins()[1];
    expect(copy?.path[0]?.[1]).toBeGreaterThan(8);
  });

  test('can be pasted after the original was erased', () => {
    const fed = { ...WEB, feederId: LINE.id };
    const desk = editorWith([LINE, fed]);
    desk.editor.select([WEB.id]);
    desk.editor.copy();
    desk.editor.erase([WEB.id, LINE.id]);
    desk.editor.paste();
    expect(desk.veins()).toMatchObject([{ pattern: 'web', feederId: null }]);
  });

  test('a site is copied with its vein, or becomes a free one', () => {
    const desk = editorWith([LINE, SITE]);
    desk.editor.select([LINE.id, SITE.id]);
    desk.editor.duplicate();
    const copy = desk.veins()[1];
    expect(desk.marks()[1]).toMatchObject({ veinId: copy?.id, point: [0, 565] });
    desk.editor.select([SITE.id]);
    desk.editor.duplicate();
    expect(desk.marks()[2]).toMatchObject({ veinId: null });
  });

  test('of the measured distance there are none, and it says so', () => {
    const scale: ScaleMark = {
      ...VIEW,
      mark: 'scale',
      id: markId('scale'),
      from: [0, 600],
      to: [0, 400],
      distanceMm: 200,
    };
    const desk = editorWith([scale]);
    desk.editor.select([markId('scale')]);
    desk.editor.duplicate();
    expect(desk.marks()).toHaveLength(1);
    expect(desk.state().notice).toEqual({ code: 'nothing-to-copy' });
  });

  test('nothing copied, nothing pasted', () => {
    const desk = editorWith([LINE]);
    desk.editor.paste();
    expect(desk.saved).toEqual([]);
  });
});

test('all of the shown views is selected, and nothing that is not seen', () => {
  const behind = { ...OTHER, ...BEHIND };
  const desk = editorWith([LINE, NOTE, behind, mirrorVein({ ...WEB, id: veinId('right') })]);
  desk.editor.look({ legs: 'left', aspects: ['lateral'], before: null });
  desk.editor.selectAll();
  expect(desk.selected()).toEqual([LINE.id, NOTE.id]);
});
