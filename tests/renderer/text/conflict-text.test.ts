import { describe, expect, test } from 'vitest';
import { contestText, elsewhereText, newsTexts, recordName } from '../../../renderer/text/conflict-text.ts';
import { documentOf } from '../../../shared/document/map-document.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { scale, site, vein } from '../../shared/document/map-model.ts';

const L1 = vein('one', { diameterMm: 1.8 });
const L2 = vein('two', { number: 2 });
const MAP = documentOf([L1, L2]);
const said = (mine: typeof L1 | null, theirs: typeof L1 | null) =>
  contestText({ base: L1, mine, theirs }, MAP, 1).map((row) => [row.what, row.mine, row.theirs]);

describe('what is said of a record that both changed', () => {
  test('only what differs, each with its name', () => {
    expect(said({ ...L1, diameterMm: 0.7 }, { ...L1, note: 'tender', feederId: L2.id })).toEqual([
      ['Diameter', '0.7\u00a0mm', '1.8\u00a0mm'],
      ['Feeder', 'none', 'L2'],
      ['Note', 'none', 'tender'],
    ]);
  });

  test('a course that was drawn anew is said even where it is as long as before', () => {
    const moved = L1.path.map(([x, y]) => [x + 10, y] as const);
    expect(said(L1, { ...L1, path: moved })).toEqual([
      ['Course', 'LEFT · Lateral, 50\u00a0mm', 'LEFT · Lateral, 50\u00a0mm, drawn differently'],
    ]);
  });

  test('where one erased it, what the other one changed', () => {
    expect(said(null, { ...L1, diameterMm: 2.2 })).toEqual([
      ['On the map', 'erased', 'kept and changed'],
      ['Diameter', '', '2.2\u00a0mm'],
    ]);
    expect(said({ ...L1, diameterMm: 2.2 }, null)).toEqual([
      ['On the map', 'kept and changed', 'erased'],
      ['Diameter', '2.2\u00a0mm', ''],
    ]);
  });

  test('the two distances that both measured', () => {
    const both = { base: null, mine: scale('mine', 95), theirs: scale('theirs', 110) };
    expect(contestText(both, MAP, 1)).toEqual([
      { what: 'Distance', mine: '95\u00a0mm', theirs: '110\u00a0mm' },
    ]);
  });
});

describe('what is said of a merge', () => {
  test('the new numbers, and what hangs on nothing any more', () => {
    const renumbered = new Map([[L2.id, 2]]);
    const texts = newsTexts({ renumbered, cutLoose: [L1, site('needle')], document: MAP });
    expect(texts.slice(1)).toEqual([
      'Numbers that were taken meanwhile: your new veins are now L2.',
      'No longer linked, because the vein was erased or the feeders would go round in a circle: Vein L1, Injection site.',
    ]);
  });

  test('names a note by its beginning', () => {
    const note = {
      mark: 'note',
      id: idOf<'mark'>('n'),
      leg: 'left',
      aspect: 'lateral',
      point: [0, 480],
      text: 'ask about the pressure sores first',
      carriedOverFrom: null,
    } as const;
    expect(recordName(note)).toBe('Note “ask about the pressure …”');
  });
});

test('on other pages it says how many, whose, and whether somebody must decide', () => {
  expect(elsewhereText(1, null, false)).toBe(
    '1 change on the map is not saved yet. Phleboplan keeps trying.',
  );
  expect(elsewhereText(3, null, true)).toBe(
    '3 changes on the map are not saved: a decision is needed there.',
  );
  expect(elsewhereText(2, 'Dr Okafor', false)).toBe(
    '2 changes of Dr Okafor on a map are not saved: only they can save.',
  );
});
