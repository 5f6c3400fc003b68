import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_CHANGES,
  CHANGE_ORDER,
  compareScenes,
  countRows,
  listed,
  veinOf,
  viewPairs,
} from '../../../../../renderer/features/map/time/compare-model.ts';
import { compareMaps, type VeinComparison } from '../../../../../shared/domain/leg-map/compare-maps.ts';
import type { MapFacts } from '../../../../../shared/domain/leg-map/map-facts.ts';
import { mapOn } from '../../../../../shared/domain/leg-map/timeline.ts';
import { viewsOfBothLegs, viewsOfLeg } from '../../../../../shared/domain/leg-map/views.ts';
import { arbitraryFacts, aVein, day, told, veinId } from '../../../../shared/domain/leg-map/map-facts.ts';

const compared = (facts: MapFacts, from: number, to: number): readonly VeinComparison[] =>
  compareMaps(mapOn(facts, day(from)), mapOn(facts, day(to))).veins;

/** One cleared, one erased, one drawn wider, one better, one new, one as it was. */
const COURSE = told(
  { on: 0, vein: aVein(1) },
  { on: 0, vein: aVein(2) },
  { on: 0, vein: aVein(3, { diameterMm: 1.5 }) },
  { on: 0, vein: aVein(4, { kind: 'telangiectasia', diameterMm: 0.5, aspect: 'posterior' }) },
  { on: 0, vein: aVein(6, { aspect: 'medial' }) },
  { on: 5, session: 1, into: [1, 4] },
  { on: 30, vein: aVein(5, { aspect: 'posterior' }) },
  { on: 30, erased: 2 },
  { on: 30, vein: aVein(3, { diameterMm: 2.5 }) },
  { on: 30, review: { 1: 'cleared', 4: 'better' } },
);

describe('two days of a map compared', () => {
  const veins = compared(COURSE, 0, 30);
  const { before, after } = compareScenes(veins);
  const stateOf = (n: number) => after.marks.get(veinId(n));

  it('leaves the earlier map plain, without what came later', () => {
    expect(before.veins.map(({ number }) => number)).toEqual([1, 2, 3, 4, 6]);
    expect([...before.marks.values()].every(({ state }) => state === 'mapped')).toBe(true);
    expect(before.veins.find(({ number }) => number === 3)?.diameterMm).toBe(1.5);
  });

  it('says on the later map of every vein what became of it, those that are gone among them', () => {
    expect(stateOf(1)).toEqual({ state: 'cleared' });
    expect(stateOf(2)).toEqual({ state: 'cleared' });
    expect(stateOf(3)).toEqual({ state: 'changed' });
    expect(stateOf(4)).toEqual({ state: 'unchanged', label: 'better' });
    expect(stateOf(6)).toEqual({ state: 'unchanged' });
    expect(stateOf(5)).toEqual({ state: 'new' });
    expect(after.veins.find(({ number }) => number === 3)?.diameterMm).toBe(2.5);
  });

  it('counts and measures each class, by kind and in all', () => {
    const rows = countRows(veins, 1);
    const counts = rows.map(({ kind, cells }) => [
      kind,
      ...CHANGE_ORDER.map((change) => cells[change].count),
    ]);
    expect(counts).toEqual([
      ['telangiectasia', 0, 0, 1, 0],
      ['reticular', 2, 1, 1, 1],
      [null, 2, 1, 2, 1],
    ]);
    expect(rows.at(-1)?.cells.gone).toEqual({ count: 2, fromMm: 120, toMm: 0 });
    expect(rows.at(-1)?.cells.new).toEqual({ count: 1, fromMm: 0, toMm: 60 });
  });

  it('lists them class by class, and only the classes that are asked for', () => {
    expect(listed(veins, ALL_CHANGES).map(({ change }) => change)).toEqual([
      'gone',
      'gone',
      'changed',
      'unchanged',
      'unchanged',
      'new',
    ]);
    expect(listed(veins, new Set(['new'])).map((vein) => vein.veinId)).toEqual([veinId(5)]);
  });

  it('shows two views of a leg at a time, the fullest first, and each of them once', () => {
    const [first, second] = viewPairs(viewsOfLeg('left'), veins.map(veinOf));
    expect(first?.map(({ aspect }) => aspect)).toEqual(['posterior', 'lateral']);
    expect(second?.map(({ aspect }) => aspect)).toEqual(['anterior', 'medial']);
    for (const pair of viewPairs(viewsOfBothLegs(), veins.map(veinOf)))
      expect(new Set(pair.map(({ aspect }) => aspect)).size).toBe(1);
    expect(viewPairs(viewsOfLeg('left').slice(0, 1), [])).toHaveLength(1);
  });

  it('has rows of kinds that add up to the totals of the comparison, whatever happened', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat(30), fc.nat(60), (facts, from, later) => {
        const [a, b] = [mapOn(facts, day(from)), mapOn(facts, day(from + later))];
        const { veins: all, totals } = compareMaps(a, b);
        const rows = countRows(all, b.heightScale);
        for (const change of CHANGE_ORDER) {
          const kinds = rows.filter(({ kind }) => kind !== null).map(({ cells }) => cells[change]);
          const sum = (of: (cell: (typeof kinds)[number]) => number) =>
            kinds.reduce((total, cell) => total + of(cell), 0);
          expect(rows.at(-1)?.cells[change]).toEqual(totals[change]);
          expect(sum(({ count }) => count)).toBe(totals[change].count);
          expect(sum(({ fromMm }) => fromMm)).toBe(totals[change].fromMm);
          expect(sum(({ toMm }) => toMm)).toBe(totals[change].toMm);
        }
      }),
    );
  });
});
