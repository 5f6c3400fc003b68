import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import {
  applyDiff,
  diffBetween,
  isEmptyDiff,
  reverseDiff,
  squashDiffs,
} from '../../../shared/document/map-diff.ts';
import { documentOf, veinsOf, nextNumber, type MapDocument } from '../../../shared/document/map-document.ts';
import {
  historyOf,
  recorded,
  redone,
  undone,
  type MapHistory,
} from '../../../shared/document/map-history.ts';
import { idOf } from '../../../shared/kernel/ids.ts';

const vein = (name: string, note = ''): Vein => ({
  id: idOf<'vein'>(name),
  leg: 'left',
  aspect: 'lateral',
  number: 1,
  kind: 'reticular',
  pattern: 'line',
  colour: 'blue-green',
  diameterMm: 1.5,
  depth: 'subdermal',
  path: [
    [0, 500],
    [5, 450],
  ],
  branches: [],
  feederId: null,
  note,
  carriedOverFrom: null,
});

/** A map by name and note alone: what the document must agree with. */
const plain = (document: MapDocument) =>
  new Map(
    veinsOf(document)
      .map(({ id, note }): [string, string] => [id, note])
      .toSorted(),
  );

const names = ['a', 'b', 'c', 'd', 'e'];
const anyDocument = fc
  .dictionary(fc.constantFrom(...names), fc.constantFrom('', 'x', 'y'), { noNullPrototype: true })
  .map((entries) => documentOf(Object.entries(entries).map(([name, note]) => vein(name, note))));

describe('a diff', () => {
  test('takes one map to the other, and its reverse back', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (from, to) => {
        const diff = diffBetween(from, to);
        expect(plain(applyDiff(from, diff))).toEqual(plain(to));
        expect(plain(applyDiff(to, reverseDiff(diff)))).toEqual(plain(from));
      }),
    );
  });

  test('squashed with the next one does what both do', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (first, second, third) => {
        const squashed = squashDiffs(diffBetween(first, second), diffBetween(second, third));
        expect(plain(applyDiff(first, squashed))).toEqual(plain(third));
      }),
    );
  });

  test('squashed with its own reverse is empty', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (from, to) => {
        const diff = diffBetween(from, to);
        expect(isEmptyDiff(squashDiffs(diff, reverseDiff(diff)))).toBe(true);
      }),
    );
  });

  test('does not count a vein that was put together in another order as changed', () => {
    const { id, note, ...rest } = vein('a', 'x');
    expect(isEmptyDiff(diffBetween(documentOf([vein('a', 'x')]), documentOf([{ note, ...rest, id }])))).toBe(
      true,
    );
  });

  test('refuses a map that it was not made for', () => {
    const diff = diffBetween(documentOf([]), documentOf([vein('a')]));
    expect(() => applyDiff(documentOf([vein('a')]), diff)).toThrow('adds something known');
    expect(() => applyDiff(documentOf([]), reverseDiff(diff))).toThrow('removes something unknown');
  });
});

type Step =
  | { readonly do: 'draw' | 'erase' | 'note'; readonly name: string; readonly note: string }
  | { readonly do: 'undo' | 'redo' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('draw', 'erase', 'note'),
    name: fc.constantFrom(...names),
    note: fc.constantFrom('', 'x', 'y'),
  }),
  fc.record({ do: fc.constantFrom('undo', 'redo') }),
);

/** The map after a drawing step: by the simplest code there is. */
function drawn(document: MapDocument, step: Exclude<Step, { do: 'undo' | 'redo' }>): MapDocument {
  const next = new Map(document);
  const id = idOf<'vein'>(step.name);
  if (step.do === 'erase') next.delete(id);
  else if (step.do === 'draw' || next.has(id)) next.set(id, vein(step.name, step.note));
  return next;
}

describe('the history', () => {
  test('agrees with a list of snapshots, whatever is drawn, undone and redone', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        let history: MapHistory = historyOf(documentOf([]));
        let [snapshots, at] = [[documentOf([])], 0];
        for (const step of steps) {
          if ('name' in step) {
            const to = drawn(history.document, step);
            const diff = diffBetween(history.document, to);
            history = recorded(history, { label: step.do, diff });
            if (!isEmptyDiff(diff)) {
              snapshots = [...snapshots.slice(0, at + 1), to];
              at += 1;
            }
          } else if (step.do === 'undo') {
            history = undone(history)?.history ?? history;
            at = Math.max(0, at - 1);
          } else {
            history = redone(history)?.history ?? history;
            at = Math.min(snapshots.length - 1, at + 1);
          }
          expect(plain(history.document)).toEqual(plain(snapshots[at] ?? documentOf([])));
          expect([history.done.length, history.undone.length]).toEqual([at, snapshots.length - 1 - at]);
        }
      }),
    );
  });

  test('keeps what can be redone when a gesture changes nothing', () => {
    const one = recorded(historyOf(documentOf([])), {
      label: 'draw',
      diff: diffBetween(documentOf([]), documentOf([vein('a')])),
    });
    const back = undone(one)?.history;
    expect(back?.undone).toHaveLength(1);
    if (back === undefined) return;
    expect(recorded(back, { label: 'nothing', diff: diffBetween(back.document, back.document) })).toBe(back);
  });
});

describe('the next number', () => {
  test('is one above the highest of the leg, and never below what was given before', () => {
    const document = documentOf([
      { ...vein('a'), number: 4 },
      { ...vein('b'), leg: 'right', number: 9 },
    ]);
    expect(nextNumber(document, 'left')).toBe(5);
    expect(nextNumber(document, 'right')).toBe(10);
    expect(nextNumber(document, 'left', 7)).toBe(7);
    expect(nextNumber(documentOf([]), 'left')).toBe(1);
  });
});
