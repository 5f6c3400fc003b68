import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff, EMPTY_DIFF, sameRecord, squashDiffs } from '../../../shared/document/map-diff.ts';
import {
  documentOf,
  isVein,
  nextNumber,
  veinIn,
  type MapDocument,
} from '../../../shared/document/map-document.ts';
import { historyOf, recorded, redone, undone, type MapEntry } from '../../../shared/document/map-history.ts';
import { mergedHistory } from '../../../shared/document/merge-history.ts';
import { recordIn } from '../../../shared/document/merge-links.ts';
import { mergeMaps, takeMine, withoutGesture } from '../../../shared/document/merge-maps.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { anyDeeds, doneBy, faultsOf, gesture, plain, scale, site, startsFrom, vein } from './map-model.ts';

/** Merges what one window did on a base with what another had saved meanwhile. */
function merge(base: MapDocument, theirs: MapDocument, waiting: readonly MapEntry[], given = 1) {
  return mergeMaps({
    base,
    waiting,
    theirs: {
      document: theirs,
      nextNumber: { right: 1, left: Math.max(given, nextNumber(base, 'left'), nextNumber(theirs, 'left')) },
    },
    named: new Set([...base.keys(), ...theirs.keys()]),
  });
}

const anyBase = anyDeeds.map((deeds) => doneBy('base', documentOf([]), deeds).document);
const L1 = vein('one');
const L2 = vein('two', { number: 2 });
const id = idOf<'vein'>;

describe('the second window to write', () => {
  test('has its change of another vein put on top, untouched', () => {
    const base = documentOf([L1, L2]);
    const theirs = documentOf([{ ...L1, diameterMm: 2 }, L2]);
    const mine = documentOf([L1, { ...L2, note: 'tender' }]);
    const merged = merge(base, theirs, [gesture(base, mine)]);
    expect(plain(merged.document)).toEqual(
      plain(
        documentOf([
          { ...L1, diameterMm: 2 },
          { ...L2, note: 'tender' },
        ]),
      ),
    );
    expect(merged.contested).toEqual([]);
    expect(merged.waiting.map(({ diff }) => diff)).toEqual([gesture(base, mine).diff]);
  });

  test('is asked about a vein that both changed, and meanwhile sees what is saved', () => {
    const base = documentOf([L1]);
    const theirs = { ...L1, diameterMm: 2 };
    const mine = { ...L1, note: 'tender' };
    const merged = merge(base, documentOf([theirs]), [gesture(base, documentOf([mine]))]);
    expect(merged.contested).toEqual([{ slot: L1.id, base: L1, mine, theirs }]);
    expect(merged.waiting).toEqual([]);
    expect(merged.document.get(L1.id)).toEqual(theirs);
  });

  test('is asked about a vein that one erased and the other changed, either way round', () => {
    const base = documentOf([L1]);
    const changed = { ...L1, note: 'tender' };
    const none = documentOf([]);
    expect(merge(base, none, [gesture(base, documentOf([changed]))]).contested).toEqual([
      { slot: L1.id, base: L1, mine: changed, theirs: null },
    ]);
    expect(merge(base, documentOf([changed]), [gesture(base, none)]).contested).toEqual([
      { slot: L1.id, base: L1, mine: null, theirs: changed },
    ]);
  });

  test('is not asked about what both did in the same way', () => {
    const base = documentOf([L1, L2]);
    const both = documentOf([{ ...L1, note: 'tender' }]);
    expect(merge(base, both, [gesture(base, both)])).toMatchObject({ contested: [], waiting: [] });
  });

  test('is not asked about a vein that it changed and changed back', () => {
    const base = documentOf([L1]);
    const changed = documentOf([{ ...L1, note: 'tender' }]);
    const theirs = documentOf([{ ...L1, diameterMm: 2 }]);
    const merged = merge(base, theirs, [gesture(base, changed), gesture(changed, base)]);
    expect(merged).toMatchObject({ contested: [], waiting: [] });
    expect(plain(merged.document)).toEqual(plain(theirs));
  });

  test('gets a new number for a vein whose number the other was quicker to use, and only for that', () => {
    const base = documentOf([L1]);
    const theirs = documentOf([L1, vein('theirs', { number: 2 })]);
    const first = documentOf([L1, vein('mine a', { number: 2 })]);
    const second = new Map(first).set(id('mine b'), vein('mine b', { number: 3 }));
    const merged = merge(base, theirs, [gesture(base, first), gesture(first, second)]);
    expect([...merged.renumbered]).toEqual([['mine a', 4]]);
    expect(merged.waiting.flatMap(({ diff }) => diff.added)).toMatchObject([{ number: 4 }, { number: 3 }]);
  });

  test('does not take a number that the other gave to a vein and erased', () => {
    const base = documentOf([L1]);
    const mine = documentOf([L1, vein('mine', { number: 2 })]);
    expect([...merge(base, base, [gesture(base, mine)], 3).renumbered]).toEqual([['mine', 3]]);
  });

  test('keeps the number of an erased vein that an undo brought back', () => {
    const base = documentOf([L2]);
    const merged = mergeMaps({
      base,
      waiting: [gesture(base, documentOf([L1, L2]))],
      theirs: {
        document: documentOf([L2, vein('theirs', { number: 3 })]),
        nextNumber: { right: 1, left: 4 },
      },
      named: new Set([L1.id, L2.id]),
    });
    expect(merged.renumbered.size).toBe(0);
    expect(veinIn(merged.document, L1.id)?.number).toBe(1);
  });

  test('leaves no vein and no site hanging on what the other erased, and says which', () => {
    const base = documentOf([L1, L2]);
    const mine = documentOf([L1, { ...L2, feederId: L1.id }, site('needle', 'one')]);
    const merged = merge(base, documentOf([L2]), [gesture(base, mine)]);
    expect(merged.cutLoose.map((record) => record.id)).toEqual(['two', 'needle']);
    expect(faultsOf(merged.document)).toEqual([]);
  });

  test('does not close a circle of feeders with what the other fed', () => {
    const base = documentOf([L1, L2]);
    const theirs = documentOf([{ ...L1, feederId: L2.id }, L2]);
    const mine = documentOf([L1, { ...L2, feederId: L1.id }]);
    const merged = merge(base, theirs, [gesture(base, mine)]);
    expect(veinIn(merged.document, L1.id)?.feederId).toBe(L2.id);
    expect(veinIn(merged.document, L2.id)?.feederId).toBeNull();
    expect(merged.cutLoose).toHaveLength(1);
  });

  test('is asked which measured distance holds when both measured', () => {
    const base = documentOf([L1]);
    const [theirs, mine] = [scale('theirs', 110), scale('mine', 95)];
    const merged = merge(base, documentOf([L1, theirs]), [gesture(base, documentOf([L1, mine]))]);
    expect(merged.contested).toEqual([{ slot: 'scale', base: null, mine, theirs }]);
    const [contested] = merged.contested;
    if (contested === undefined) throw new Error('nothing to choose');
    const chosen = applyDiff(merged.document, takeMine(merged.document, contested));
    expect(recordIn(chosen, 'scale')).toEqual(mine);
    expect(faultsOf(chosen)).toEqual([]);
  });

  test('puts its own version back where it wants it, hanging on nothing that is gone', () => {
    const fed = { ...L2, feederId: L1.id };
    const base = documentOf([L1, fed]);
    const mine = { ...fed, note: 'tender' };
    const merged = merge(base, documentOf([]), [gesture(base, documentOf([L1, mine]))]);
    const [contested] = merged.contested;
    if (contested === undefined) throw new Error('nothing to choose');
    expect(takeMine(merged.document, contested).added).toEqual([{ ...mine, feederId: null }]);
  });
});

describe('whatever two windows do', () => {
  test('the gestures that are left fit the saved map one after the other, and lead to a map without faults', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, anyDeeds, (base, deedsOfOthers, ownDeeds) => {
        const { document: theirs, next } = doneBy('theirs', base, deedsOfOthers);
        const merged = merge(base, theirs, doneBy('mine', base, ownDeeds).entries, next);
        let document = theirs;
        for (const { diff } of merged.waiting) {
          expect(startsFrom(document, diff)).toBe(true);
          document = applyDiff(document, diff);
          expect(faultsOf(document)).toEqual([]);
        }
        expect(plain(document)).toEqual(plain(merged.document));
      }),
    );
  });

  test('nothing is lost: each own change is on the map, or is asked about, or is what the others made too', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, anyDeeds, (base, deedsOfOthers, ownDeeds) => {
        const { document: theirs, next } = doneBy('theirs', base, deedsOfOthers);
        const mine = doneBy('mine', base, ownDeeds);
        const merged = merge(base, theirs, mine.entries, next);
        const asked = new Set(merged.contested.flatMap((one) => [one.slot, one.mine?.id, one.theirs?.id]));
        const cut = new Set(merged.cutLoose.map((record) => record.id));
        const unlike = [...mine.document.values()].filter((record) => {
          const [before, now] = [base.get(record.id), merged.document.get(record.id)];
          // Changed and changed back is not changed.
          if ((before && sameRecord(before, record)) || asked.has(record.id)) return false;
          return JSON.stringify(meaning(record, cut)) !== JSON.stringify(now && meaning(now, cut));
        });
        expect(unlike.filter(({ id }) => mine.document.get(id) !== theirs.get(id))).toEqual([]);
        const erased = [...base.keys()].filter((key) => !mine.document.has(key) && !asked.has(key));
        expect(erased.filter((key) => merged.document.has(key))).toEqual([]);
      }),
    );
  });

  test('what the others saved is still there, but for links to what was erased here', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, anyDeeds, (base, deedsOfOthers, ownDeeds) => {
        const others = doneBy('theirs', base, deedsOfOthers);
        const merged = merge(base, others.document, doneBy('mine', base, ownDeeds).entries, others.next);
        const cut = new Set(merged.cutLoose.map((record) => record.id));
        for (const slot of merged.changedByOthers) {
          const [saved, now] = [recordIn(others.document, slot), recordIn(merged.document, slot)];
          expect(now && meaning(now, cut)).toEqual(saved && meaning(saved, cut));
        }
      }),
    );
  });

  test('changes of different records come to the same, whoever was first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.constantFrom('x', 'y', null)), { maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(9), fc.constantFrom('x', 'y', null)), { maxLength: 8 }),
        (evens, odds) => {
          const base = documentOf(Array.from({ length: 20 }, (_, n) => vein(String(n), { number: n + 1 })));
          const changed = (changes: typeof evens, odd: number) => {
            const next = new Map(base);
            for (const [n, note] of changes) {
              const [key, number] = [id(String(2 * n + odd)), 2 * n + odd + 1];
              if (note === null) next.delete(key);
              else next.set(key, vein(key, { number, note }));
            }
            return next;
          };
          const [a, b] = [changed(evens, 0), changed(odds, 1)];
          const [ab, ba] = [merge(base, a, [gesture(base, b)]), merge(base, b, [gesture(base, a)])];
          expect(plain(ab.document)).toEqual(plain(ba.document));
          expect([ab.contested, ba.contested]).toEqual([[], []]);
        },
      ),
    );
  });

  test('without others nothing changes', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, (base, deeds) => {
        const { entries, document } = doneBy('mine', base, deeds);
        const merged = merge(base, base, entries);
        expect(merged.waiting).toEqual(entries);
        expect(plain(merged.document)).toEqual(plain(document));
        expect([merged.contested, merged.cutLoose, merged.renumbered.size]).toEqual([[], [], 0]);
      }),
    );
  });

  test('squashing the gestures first does not change what comes of them', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, anyDeeds, (base, deedsOfOthers, ownDeeds) => {
        const { document: theirs, next } = doneBy('theirs', base, deedsOfOthers);
        const { entries, document } = doneBy('mine', base, ownDeeds);
        const diff = entries.reduce((all, entry) => squashDiffs(all, entry.diff), EMPTY_DIFF);
        expect(plain(applyDiff(base, diff))).toEqual(plain(document));
        const [one, many] = [
          merge(base, theirs, [{ label: 'all', diff }], next),
          merge(base, theirs, entries, next),
        ];
        expect(one.contested).toEqual(many.contested);
      }),
    );
  });

  test('choosing one’s own version of everything leaves a map without faults that holds those versions', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, anyDeeds, (base, deedsOfOthers, ownDeeds) => {
        const { document: theirs, next } = doneBy('theirs', base, deedsOfOthers);
        const merged = merge(base, theirs, doneBy('mine', base, ownDeeds).entries, next);
        let { document } = merged;
        for (const contested of merged.contested) {
          document = applyDiff(document, takeMine(document, contested));
          expect(faultsOf(document)).toEqual([]);
          expect(recordIn(document, contested.slot)?.id).toBe(contested.mine?.id);
        }
      }),
    );
  });

  test('giving up one gesture gives up what it touched, and leaves a map without faults', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, (base, deeds) => {
        const { entries } = doneBy('mine', base, deeds);
        const [first, ...rest] = entries;
        if (first === undefined) return;
        const left = withoutGesture(base, first, rest);
        expect(faultsOf(left.document)).toEqual([]);
        let document = base;
        for (const { diff } of left.waiting) {
          expect(startsFrom(document, diff)).toBe(true);
          document = applyDiff(document, diff);
        }
        for (const [, to] of first.diff.updated) expect(recordIn(document, to.id)?.id).toBe(to.id);
        for (const { id } of first.diff.removed) expect(document.has(id)).toBe(true);
      }),
    );
  });
});

/** A record but for its number, and for its link where that was cut. */
function meaning(record: NonNullable<ReturnType<typeof recordIn>>, cut: ReadonlySet<string>) {
  if (isVein(record)) {
    return { ...record, number: 0, feederId: cut.has(record.id) ? null : record.feederId };
  }
  return record.mark === 'site' && cut.has(record.id) ? { ...record, veinId: null } : record;
}

describe('the history after a merge', () => {
  test('all steps back and all forth lead to where it was, and nothing of the others is taken back', () => {
    fc.assert(
      fc.property(anyBase, anyDeeds, anyDeeds, fc.nat(4), (base, deedsOfOthers, ownDeeds, back) => {
        const { entries } = doneBy('mine', base, ownDeeds);
        let history = entries.reduce(recorded, historyOf(base));
        for (let n = 0; n < back; n += 1) history = undone(history)?.history ?? history;
        const { document: theirs, next } = doneBy('theirs', base, deedsOfOthers);
        const merged = merge(base, theirs, history.done, next);
        const start = mergedHistory(history, merged);
        const cut = new Set(merged.cutLoose.map((record) => record.id));
        let now = start;
        for (let step = undone(now); step !== null; step = undone(now)) now = step.history;
        for (const slot of merged.changedByOthers) {
          const [saved, held] = [recordIn(theirs, slot), recordIn(now.document, slot)];
          expect(held && meaning(held, cut)).toEqual(saved && meaning(saved, cut));
        }
        for (let step = redone(now); step !== null; step = redone(now)) now = step.history;
        for (let n = 0; n < start.undone.length; n += 1) now = undone(now)?.history ?? now;
        const said = (document: MapDocument) =>
          plain(new Map([...document].map(([key, record]) => [key, meaning(record, cut)])));
        expect(said(now.document)).toEqual(said(start.document));
      }),
    );
  });

  test('undoes what is one’s own and forgets what others have changed since', () => {
    const base = documentOf([L1, L2]);
    const one = documentOf([{ ...L1, note: 'mine' }, L2]);
    const both = documentOf([
      { ...L1, note: 'mine' },
      { ...L2, note: 'mine' },
    ]);
    const history = [gesture(base, one, 'first'), gesture(one, both, 'second')].reduce(
      recorded,
      historyOf(base),
    );
    const theirs = new Map(both).set(L2.id, { ...L2, note: 'theirs' });
    const after = mergedHistory(
      history,
      mergeMaps({
        base: both,
        waiting: [],
        theirs: { document: theirs, nextNumber: { right: 1, left: 3 } },
        named: new Set(both.keys()),
      }),
    );
    expect(after.done.map(({ label }) => label)).toEqual(['first']);
    const back = undone(after)?.history.document;
    expect(back && plain(back)).toEqual(plain(documentOf([L1, { ...L2, note: 'theirs' }])));
  });

  test('a vein that got a new number keeps it through undo and redo', () => {
    const base = documentOf([L1]);
    const mine = documentOf([L1, vein('mine', { number: 2 })]);
    const history = recorded(historyOf(base), gesture(base, mine));
    const theirs = documentOf([L1, vein('theirs', { number: 2 })]);
    const after = mergedHistory(history, merge(base, theirs, history.done));
    const back = undone(after)?.history;
    expect(back?.document.has(id('mine'))).toBe(false);
    const again = back && redone(back)?.history.document;
    expect(again && veinIn(again, id('mine'))?.number).toBe(3);
  });
});
