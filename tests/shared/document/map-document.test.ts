import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyDiff,
  diffBetween,
  EMPTY_DIFF,
  isEmptyDiff,
  reverseDiff,
  squashDiffs,
} from '../../../shared/document/map-diff.ts';
import { documentOf, marksOf, veinsOf, type MapDocument } from '../../../shared/document/map-document.ts';
import {
  historyOf,
  recorded,
  redone,
  undone,
  type MapHistory,
} from '../../../shared/document/map-history.ts';
import { anyDeeds, anyManyDeeds, doneBy, faultsOf, gesture, plain, scale, site, vein } from './map-model.ts';

const allBack = (history: MapHistory): MapHistory => {
  let now = history;
  for (let step = undone(now); step !== null; step = undone(now)) now = step.history;
  return now;
};
const allForth = (history: MapHistory): MapHistory => {
  let now = history;
  for (let step = redone(now); step !== null; step = redone(now)) now = step.history;
  return now;
};

const anyBase = anyDeeds.map((deeds) => doneBy('base', documentOf([]), deeds).document);

describe('C1 C13 undo', () => {
  test('goes back over hundreds of steps of every kind, each map on the way as it was, and forth again', () => {
    fc.assert(
      fc.property(anyBase, anyManyDeeds, (base, deeds) => {
        const { entries, document } = doneBy('mine', base, deeds);
        expect(entries.length).toBeGreaterThan(100);
        const maps: MapDocument[] = [base];
        let history = historyOf(base);
        for (const entry of entries) {
          history = recorded(history, entry);
          maps.push(history.document);
        }
        expect(plain(history.document)).toEqual(plain(document));
        let back = history;
        for (let n = entries.length - 1; n >= 0; n -= 1) {
          back = undone(back)?.history ?? back;
          expect(plain(back.document)).toEqual(plain(maps[n] ?? base));
        }
        expect(undone(back)).toBeNull();
        const forth = allForth(back);
        expect(plain(forth.document)).toEqual(plain(document));
        expect(forth.done.map(({ label }) => label)).toEqual(entries.map(({ label }) => label));
      }),
      { numRuns: 5 },
    );
  });

  test('n steps back and n forth change nothing at all', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, fc.nat(12), (base, deeds, n) => {
        const start = doneBy('mine', base, deeds).entries.reduce(recorded, historyOf(base));
        let now = start;
        let steps = 0;
        for (let step = undone(now); step !== null && steps < n; step = undone(now)) {
          now = step.history;
          steps += 1;
        }
        for (; steps > 0; steps -= 1) now = redone(now)?.history ?? now;
        expect(plain(now.document)).toEqual(plain(start.document));
        expect([now.done, now.undone]).toEqual([start.done, start.undone]);
      }),
    );
  });

  test('of “erase everything” brings every vein and mark back exactly as it was', () => {
    fc.assert(
      fc.property(anyBase, (base) => {
        const erased = recorded(historyOf(base), gesture(base, documentOf([]), 'erase'));
        expect(erased.document.size).toBe(0);
        expect(plain(allBack(erased).document)).toEqual(plain(base));
      }),
    );
  });
});

describe('C4 list and map', () => {
  test('are two views of one value: veins and marks together are the map, after any steps', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, fc.nat(6), (base, deeds, back) => {
        let history = doneBy('mine', base, deeds).entries.reduce(recorded, historyOf(base));
        for (let n = 0; n < back; n += 1) history = undone(history)?.history ?? history;
        const { document } = history;
        expect(new Set([...veinsOf(document), ...marksOf(document)])).toEqual(new Set(document.values()));
        expect(faultsOf(document)).toEqual([]);
      }),
    );
  });
});

describe('C5 squashing', () => {
  test('any run of gestures into one does the same, and so does its reverse', () => {
    fc.assert(
      fc.property(anyBase, anyManyDeeds, (base, deeds) => {
        const { entries, document } = doneBy('mine', base, deeds);
        const all = entries.reduce((before, { diff }) => squashDiffs(before, diff), EMPTY_DIFF);
        expect(plain(applyDiff(base, all))).toEqual(plain(document));
        expect(plain(applyDiff(document, reverseDiff(all)))).toEqual(plain(base));
        expect(isEmptyDiff(squashDiffs(all, reverseDiff(all)))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('does not matter in which order it is grouped', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, (base, deeds) => {
        const [a, b, c] = doneBy('mine', base, deeds).entries.map(({ diff }) => diff);
        if (a === undefined || b === undefined || c === undefined) return;
        const [left, right] = [squashDiffs(squashDiffs(a, b), c), squashDiffs(a, squashDiffs(b, c))];
        expect(plain(applyDiff(base, left))).toEqual(plain(applyDiff(base, right)));
        expect(new Set(left.removed.map(({ id }) => id))).toEqual(new Set(right.removed.map(({ id }) => id)));
      }),
    );
  });
});

describe('a map of every kind of record', () => {
  test('one measured distance in place of another is one step, and is taken back as one', () => {
    const [before, after] = [
      documentOf([vein('one'), site('needle', 'one'), scale('first', 90)]),
      documentOf([vein('one'), site('needle', 'one'), scale('second', 95)]),
    ];
    const diff = diffBetween(before, after);
    expect([diff.added.length, diff.updated.length, diff.removed.length]).toEqual([1, 0, 1]);
    expect(plain(applyDiff(after, reverseDiff(diff)))).toEqual(plain(before));
  });
});
