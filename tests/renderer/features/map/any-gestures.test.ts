import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDiff } from '../../../../electron/services/map/check-diff.ts';
import { TOOL_IDS, type ToolId } from '../../../../renderer/canvas/tools/running-tool.ts';
import { NOTHING_UNDER } from '../../../../renderer/features/map/use-hand-keys.ts';
import { SaveGesture } from '../../../../shared/contract/map.ts';
import { applyDiff } from '../../../../shared/document/map-diff.ts';
import {
  documentOf,
  isMark,
  isVein,
  veinsOf,
  type MapDiff,
  type MapDocument,
} from '../../../../shared/document/map-document.ts';
import { veinLabel, type LegView } from '../../../../shared/domain/leg-map/vein.ts';
import { idOf, type VeinId } from '../../../../shared/kernel/ids.ts';
import { BEHIND, LINE, NOTE, OTHER, SITE, VIEW, WEB } from '../../canvas/tools/tool-hand.ts';
import { editorWith } from './editor-desk.ts';

type Desk = ReturnType<typeof editorWith>;

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const LOADED = documentOf([
  { ...LINE, id: idOf<'vein'>(uuid(1)) },
  { ...OTHER, id: idOf<'vein'>(uuid(2)) },
  { ...WEB, id: idOf<'vein'>(uuid(3)), feederId: idOf<'vein'>(uuid(1)) },
  { ...NOTE, id: idOf<'mark'>(uuid(4)) },
  { ...SITE, id: idOf<'mark'>(uuid(5)), veinId: idOf<'vein'>(uuid(1)) },
]);
/** One of the veins was injected: it must never go. */
const INJECTED: ReadonlySet<VeinId> = new Set([idOf<'vein'>(uuid(2))]);

const anyView = fc.constantFrom<LegView>(VIEW, BEHIND, { leg: 'right', aspect: 'lateral' });
const anyPoint = fc.tuple(fc.integer({ min: -70, max: 70 }), fc.integer({ min: 380, max: 680 }));
const anyPath = fc.array(anyPoint, { minLength: 2, maxLength: 6 });

type Deed = (desk: Desk) => void;

/** What somebody may do next, told so that a failure can be read. */
const anyDeed: fc.Arbitrary<{ readonly name: string; readonly deed: Deed }> = fc.oneof(
  told('tool', fc.constantFrom(...TOOL_IDS), (tool: ToolId) => ({ editor }) => {
    editor.choose(tool);
  }),
  told('drag', fc.tuple(anyPath, anyView), ([path, view]) => (desk) => {
    desk.drag(path, view);
  }),
  told(
    'click',
    fc.tuple(anyPoint, anyView, fc.integer({ min: 1, max: 2 })),
    ([at, view, clicks]) =>
      (desk) => {
        desk.click(at, view, clicks);
      },
  ),
  told(
    'begin and let go',
    fc.tuple(anyPath, fc.constantFrom('escape', 'cancel', 'enter', 'back')),
    ([path, type]) =>
      (desk) => {
        const [first = [0, 600], ...rest] = path;
        desk.send('down', first);
        for (const point of rest) desk.send('move', point);
        desk.editor.undo();
        desk.editor.hand({ type }, NOTHING_UNDER);
      },
  ),
  told('words', fc.constantFrom('', 'scar'), (words) => ({ editor }) => {
    editor.writeNote(words);
  }),
  told('distance', fc.integer({ min: 10, max: 400 }), (mm) => ({ editor }) => {
    editor.setScale(mm);
  }),
  told('select', fc.array(fc.nat(11), { maxLength: 4 }), (places) => ({ editor, records }) => {
    editor.select(places.flatMap((place) => records()[place]?.id ?? []));
  }),
  told('nudge', anyPoint, ([dx, dy]) => ({ editor }) => {
    editor.nudge([dx, dy - 530]);
  }),
  told(
    'command',
    fc.constantFrom(
      'join',
      'mirror',
      'copy',
      'paste',
      'duplicate',
      'selectAll',
      'undo',
      'undo',
      'redo',
      'finishGesture',
    ),
    (command) =>
      ({ editor }) => {
        editor[command]();
      },
  ),
  told('split', fc.nat(11), (place) => ({ editor, veins }) => {
    const vein = veins()[place];
    if (vein !== undefined) editor.split(vein.id, null);
  }),
  told('erase', fc.constant(null), () => ({ editor, selected }) => {
    editor.erase(selected());
  }),
);

function told<T>(name: string, values: fc.Arbitrary<T>, deed: (value: T) => Deed) {
  return values.map((value) => ({ name: `${name} ${JSON.stringify(value)}`, deed: deed(value) }));
}

/** Whether the core would take each gesture that was saved, one after the other. */
function expectTaken(saved: Desk['saved']): void {
  let map: MapDocument = LOADED;
  const named = new Map([...LOADED.values()].map((record) => [record.id, record]));
  for (const { label, diff } of saved) {
    expect(SaveGesture.shape.diff.parse(diff), label).toEqual(diff);
    expect(
      checkDiff(diff, {
        caseId: CASE,
        around: [...map.values()],
        ...namesOf(diff, named),
        injected: INJECTED,
      }),
      label,
    ).toMatchObject({ ok: true });
    for (const record of diff.added) named.set(record.id, record);
    map = applyDiff(map, diff);
  }
}

const CASE = idOf<'case'>(uuid(99));

function namesOf(diff: MapDiff, named: MapDocument) {
  const records = [...named.values()];
  const given = new Set<string>(diff.added.filter(isVein).map(veinLabel));
  const added = new Set<string>(diff.added.map(({ id }) => id));
  return {
    veinNames: records
      .filter(isVein)
      .filter((vein) => given.has(veinLabel(vein)) || added.has(vein.id))
      .map(({ id, leg, number }) => ({ id, leg, number, caseId: CASE })),
    markNames: records
      .filter(isMark)
      .filter(({ id }) => added.has(id))
      .map(({ id, mark }) => ({ id, mark, caseId: CASE })),
  };
}

function newDesk(): Desk {
  const desk = editorWith([...LOADED.values()], { nextNumber: { left: 4, right: 1 } });
  desk.editor.show({ injected: INJECTED });
  return desk;
}

test('whatever somebody does, the core takes every gesture, and undoing all of it gives the map that was loaded', () => {
  fc.assert(
    fc.property(fc.array(anyDeed, { minLength: 15, maxLength: 40 }), (deeds) => {
      const desk = newDesk();
      for (const { deed } of deeds) deed(desk);
      desk.editor.finishGesture();
      expectTaken(desk.saved);
      expect(desk.stored()).toEqual(desk.state().history.document);
      expect([...INJECTED].every((id) => desk.record(id) !== undefined)).toBe(true);
      const labels = veinsOf(desk.state().history.document).map(veinLabel);
      expect(new Set(labels).size).toBe(labels.length);
      const { done } = desk.state().history;
      for (let steps = done.length; steps > 0; steps -= 1) desk.editor.undo();
      expect(desk.state().history.document).toEqual(LOADED);
      for (let steps = done.length; steps > 0; steps -= 1) desk.editor.redo();
      expect(desk.state().history.document).toEqual(applied(desk));
    }),
    { numRuns: 50 },
  );
});

function applied(desk: Desk): MapDocument {
  return desk.state().history.done.reduce((map, { diff }) => applyDiff(map, diff), LOADED);
}

test('Escape ends whatever a tool has begun, and nothing comes of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TOOL_IDS), anyPath, (tool, path) => {
      const desk = newDesk();
      desk.editor.select([idOf<'vein'>(uuid(1))]);
      desk.editor.choose(tool);
      const [first = [0, 600], ...rest] = path;
      desk.send('down', first);
      for (const point of rest) desk.send('move', point);
      desk.editor.hand({ type: 'escape' }, NOTHING_UNDER);
      desk.send('up', first);
      expect(desk.state().tool.busy).toBe(false);
      expect(desk.saved).toEqual([]);
    }),
  );
});
