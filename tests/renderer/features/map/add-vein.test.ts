import { describe, expect, it } from 'vitest';
import {
  firstDraft,
  heightRange,
  veinOfDraft,
  type VeinDraft,
} from '../../../../renderer/features/map/add-vein.ts';
import { measureVein } from '../../../../shared/domain/leg-map/measure.ts';
import { editorOn } from './map-fixture.ts';

const SCALE = 1.05;
const PEN = { kind: 'reticular', colour: 'blue-green', diameterMm: 1.5, depth: 'subdermal' } as const;
const DRAFT = firstDraft({ leg: 'left', aspect: 'posterior' }, PEN, SCALE);

function vein(over: Partial<VeinDraft>) {
  const made = veinOfDraft({ ...DRAFT, ...over }, SCALE);
  if (!made.ok) throw new Error(`at fault: ${made.error.field}`);
  return made.value;
}

function faultOf(over: Partial<VeinDraft>) {
  const made = veinOfDraft({ ...DRAFT, ...over }, SCALE);
  return made.ok ? null : made.error;
}

describe('a vein added by figures', () => {
  it('is there as the form stands at first', () => {
    expect(vein({})).toMatchObject({ leg: 'left', aspect: 'posterior', pattern: 'line', ...PEN });
  });

  it('has the typed length in millimetres of the patient, and its region', () => {
    const { editor } = editorOn([]);
    editor.add(vein({ length: '84', height: '300', diameter: '0,7' }), 'add-by-figures');
    const [added] = [...editor.store.getState().history.document.values()];
    if (added === undefined || !('pattern' in added)) throw new Error('no vein');
    expect(added.diameterMm).toBe(0.7);
    const measures = measureVein(added, SCALE);
    expect(Math.abs(measures.lengthMm - 84)).toBeLessThanOrEqual(1);
    expect(measures.region).toBe('calf-posterior');
  });

  it('is a web of the typed extent', () => {
    const web = vein({ pattern: 'web', webAcross: '42', webDown: '63' });
    const { editor } = editorOn([]);
    editor.add(web, 'add-by-figures');
    const [added] = [...editor.store.getState().history.document.values()];
    if (added === undefined || !('pattern' in added)) throw new Error('no vein');
    expect(measureVein(added, SCALE).sizeMm).toEqual([63, 42]);
  });

  it('is one step that can be undone, selected, and gets the next free number', () => {
    const { editor, labels } = editorOn([]);
    editor.add(vein({}), 'add-by-figures');
    const { history, selection } = editor.store.getState();
    expect([...history.document.values()]).toMatchObject([{ number: 100 }]);
    expect([...selection]).toEqual([...history.document.keys()]);
    editor.undo();
    expect(editor.store.getState().history.document.size).toBe(0);
    expect(labels).toEqual(['add-by-figures', 'undo-add-by-figures']);
  });

  it('shows the view that it lies on', () => {
    const { editor } = editorOn([]);
    editor.look({ legs: 'left', aspects: ['anterior'], before: null });
    editor.add(vein({}), 'add-by-figures');
    expect(editor.store.getState().aspects).toEqual(['posterior']);
  });

  it('says which figure is at fault, and how much there is room for', () => {
    const { min, max } = heightRange(SCALE);
    expect(faultOf({ height: String(max + 1) })).toEqual({ field: 'height', atMostMm: null });
    expect(faultOf({ height: String(min) })?.field).not.toBe('height');
    expect(faultOf({ across: '101' })?.field).toBe('across');
    expect(faultOf({ length: '' })?.field).toBe('length');
    expect(faultOf({ diameter: '21' })?.field).toBe('diameter');
    expect(faultOf({ pattern: 'web', webDown: 'x' })?.field).toBe('webDown');
    const long = faultOf({ run: 'across', length: '700' });
    expect(long?.field).toBe('length');
    expect(faultOf({ run: 'across', length: String(long?.atMostMm) })).toBeNull();
  });
});
