import { describe, expect, it } from 'vitest';
import { firstMarkDraft, markOfDraft, type MarkDraft } from '../../../../renderer/features/map/add-mark.ts';
import { siteAdded } from '../../../../renderer/features/map/edit-marks.ts';
import { documentOf, marksOf } from '../../../../shared/document/map-document.ts';
import { scaleOfMark } from '../../../../shared/domain/leg-map/measure.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { editorOn, mapVein } from './map-fixture.ts';

const DRAFT = firstMarkDraft({ leg: 'left', aspect: 'medial' }, 1);

function mark(over: Partial<MarkDraft>) {
  const made = markOfDraft({ ...DRAFT, ...over }, 1);
  if (!made.ok) throw new Error(`at fault: ${made.error.field}`);
  return made.value;
}

const faultOf = (over: Partial<MarkDraft>) => {
  const made = markOfDraft({ ...DRAFT, ...over }, 1);
  return made.ok ? null : made.error;
};

describe('a mark added by figures', () => {
  it('is a note with its words, at its height', () => {
    expect(mark({ text: ' scar ', height: '350' })).toMatchObject({
      mark: 'note',
      text: 'scar',
      leg: 'left',
    });
    expect(faultOf({ text: '  ' })?.field).toBe('text');
  });

  it('is a site of a vein, or a free one', () => {
    const vein = mapVein({ number: 1 });
    expect(mark({ what: 'site', veinId: vein.id })).toMatchObject({ mark: 'site', veinId: vein.id });
    expect(mark({ what: 'site' })).toMatchObject({ veinId: null, note: '' });
  });

  it('is a measured distance between two heights, which sets the scale; a second one takes its place', () => {
    const { editor } = editorOn([]);
    editor.addMark(mark({ what: 'scale', height: '400', lower: '200', distance: '210' }));
    editor.addMark(mark({ what: 'scale', height: '400', lower: '200', distance: '220' }));
    const marks = marksOf(editor.store.getState().history.document);
    expect(marks).toHaveLength(1);
    const [only] = marks;
    if (only?.mark !== 'scale') throw new Error('no measured distance');
    expect(scaleOfMark(only)).toBeCloseTo(1.1, 1);
    editor.undo();
    editor.undo();
    expect(marksOf(editor.store.getState().history.document)).toEqual([]);
  });

  it('says which figure is at fault, and when a distance can be that of no leg', () => {
    expect(faultOf({ height: '9999' })?.field).toBe('height');
    expect(faultOf({ across: '-1' })?.field).toBe('across');
    expect(faultOf({ what: 'scale', height: '300', lower: '300', distance: '90' })?.field).toBe('lower');
    expect(faultOf({ what: 'scale', distance: '5' })).toEqual({ field: 'distance', implausible: false });
    expect(faultOf({ what: 'scale', distance: '900' })).toEqual({ field: 'distance', implausible: true });
  });

  it('shows the view that it lies on, selected', () => {
    const { editor } = editorOn([]);
    editor.look({ legs: 'right', aspects: ['anterior'], before: null });
    editor.addMark(mark({ text: 'scar' }));
    const { selection, history, legs, aspects } = editor.store.getState();
    expect([legs, aspects]).toEqual(['left', ['medial']]);
    expect([...selection]).toEqual([...history.document.keys()]);
  });
});

describe('a site pointed at', () => {
  const place = { view: { leg: 'left', aspect: 'lateral' }, point: [0, 500] } as const;
  const veinOf = (edit: ReturnType<typeof siteAdded>) =>
    edit.diff.added.map((record) => 'veinId' in record && record.veinId);

  it('is a free one where its vein was erased while the hand was down', () => {
    const vein = mapVein({ number: 1 });
    const id = idOf<'mark'>('site');
    expect(veinOf(siteAdded(documentOf([vein]), id, place, vein.id))).toEqual([vein.id]);
    expect(veinOf(siteAdded(documentOf([]), id, place, vein.id))).toEqual([null]);
  });
});
