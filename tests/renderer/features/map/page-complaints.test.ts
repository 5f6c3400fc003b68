import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BY_NUMBER, listed, NO_FILTER } from '../../../../renderer/features/map/list-order.ts';
import { lookCommands } from '../../../../renderer/features/map/look-commands.ts';
import { opened, withAspects, withLegs } from '../../../../renderer/features/map/map-look.ts';
import { LEGEND_WORDS, markWords } from '../../../../renderer/text/map-list-text.ts';
import { COLOUR_WORDS, veinWords, veinWordsInFull } from '../../../../renderer/text/map-text.ts';
import { ASPECTS, VEIN_COLOURS, VEIN_KINDS, VEIN_PATTERNS } from '../../../../shared/domain/leg-map/vein.ts';
import { veinsOf } from '../../../../shared/document/map-document.ts';
import { ALL_LAYERS } from '../../../../renderer/canvas/map-layers.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { editorOn, mapVein, row, uuid } from './map-fixture.ts';

const VEINS = [1, 2, 3, 4, 5].map((number) => mapVein({ number, diameterMm: number / 2 }));

describe('C4: list and map never disagree', () => {
  it('after any changes, undone and redone, the list holds each vein of the map as it is', () => {
    const act = fc.constantFrom('erase', 'widen', 'nudge', 'mirror', 'duplicate', 'undo', 'redo');
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.nat(20)), { maxLength: 40 }), (acts) => {
        const { editor } = editorOn(VEINS);
        for (const [what, which] of acts) {
          const veins = veinsOf(editor.store.getState().history.document);
          const vein = veins[which % Math.max(1, veins.length)];
          if (vein !== undefined) editor.select([vein.id]);
          if (what === 'undo') editor.undo();
          else if (what === 'redo') editor.redo();
          else if (vein === undefined) continue;
          else if (what === 'erase') editor.erase([vein.id]);
          else if (what === 'widen') editor.change([{ ...vein, diameterMm: 0.1 + which }], 'diameter');
          else if (what === 'nudge') editor.nudge([0, -1]);
          else if (what === 'mirror') editor.mirror();
          else editor.duplicate();
          const { history, selection } = editor.store.getState();
          const onMap = veinsOf(history.document);
          const inList = listed(
            onMap.map((one) => row(one)),
            NO_FILTER,
            BY_NUMBER,
          );
          expect(new Set(inList.map((one) => one.vein))).toEqual(new Set(onMap));
          expect([...selection].every((id) => history.document.has(id))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('C7c: a view switch never changes data', () => {
  it('whatever is looked at, map, history and what can be redone stay the very same values', () => {
    const { editor, labels } = editorOn(VEINS);
    editor.erase(VEINS.slice(0, 1).map(({ id }) => id));
    editor.select(VEINS.slice(1, 2).map(({ id }) => id));
    editor.nudge([0, 1]);
    editor.undo();
    const { history } = editor.store.getState();
    const sent = [...labels];
    for (const command of lookCommands(editor)) command.run();
    for (const legs of ['right', 'left', 'both'] as const) {
      editor.look(withLegs(editor.store.getState(), legs));
      for (const aspect of ASPECTS) {
        editor.look(withAspects(editor.store.getState(), [aspect]));
        editor.look(opened(editor.store.getState(), { leg: 'left', aspect }));
      }
    }
    editor.show({ layers: { ...ALL_LAYERS, veins: 0 }, viewport: { zoom: 3, x: -10, y: -10 } });
    expect(editor.store.getState().history).toBe(history);
    expect(history.undone).toHaveLength(1);
    expect(labels).toEqual(sent);
    editor.redo();
    expect(editor.store.getState().history.undone).toHaveLength(0);
  });
});

describe('C24: no meaning by colour alone', () => {
  it('the list says kind, pattern and colour of every vein in words', () => {
    for (const kind of VEIN_KINDS)
      for (const pattern of VEIN_PATTERNS)
        for (const colour of VEIN_COLOURS)
          expect(veinWordsInFull({ kind, pattern, colour })).toContain(COLOUR_WORDS[colour]);
  });

  it('no two veins that differ are called the same in the list', () => {
    const names = VEIN_KINDS.flatMap((kind) =>
      VEIN_PATTERNS.flatMap((pattern) => VEIN_COLOURS.map((colour) => veinWords({ kind, pattern, colour }))),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('each sign of the legend has a word of its own', () => {
    const words = Object.values(LEGEND_WORDS);
    expect(new Set(words).size).toBe(words.length);
  });

  it('marks are told by words', () => {
    const place = { leg: 'left', aspect: 'medial', id: idOf<'mark'>(uuid(1)), point: [0, 300] } as const;
    expect(markWords({ mark: 'site', ...place, veinId: null, note: '' }, null)).toBe('Free site');
    expect(markWords({ mark: 'site', ...place, veinId: null, note: 'central' }, 'L3')).toBe(
      'Site on L3: central',
    );
    expect(markWords({ mark: 'note', ...place, text: 'scar', carriedOverFrom: null }, null)).toBe(
      'Note: scar',
    );
  });
});
