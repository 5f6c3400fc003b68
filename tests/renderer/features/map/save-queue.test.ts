import { describe, expect, test } from 'vitest';
import type { ShownFailure } from '../../../../renderer/api/failure-of.ts';
import {
  createSaveQueue,
  type LoadedMap,
  type MapMerge,
  type OutgoingGesture,
  type SaveAnswer,
  type SaveStatus,
} from '../../../../renderer/features/map/save-queue.ts';
import { applyDiff, diffBetween } from '../../../../shared/document/map-diff.ts';
import { documentOf, type MapDiff, type MapDocument } from '../../../../shared/document/map-document.ts';
import type { MapEntry } from '../../../../shared/document/map-history.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { plain, vein } from '../../../shared/document/map-model.ts';

const L1 = vein('one');
const L2 = vein('two', { number: 2 });

const loaded = (version: number, document: MapDocument, next = 9): LoadedMap => ({
  version,
  document,
  nextNumber: { right: 1, left: next },
});

/** What draws a vein; what changes one. */
const drawing = (name: string, number: number): MapDiff => ({
  added: [vein(name, { number })],
  updated: [],
  removed: [],
});
const noting = (from: typeof L1, note: string): MapDiff => ({
  added: [],
  updated: [[from, { ...from, note }]],
  removed: [],
});

/** A queue before a core that answers when it is told to. */
function queueBeforeCore(start = documentOf([L1, L2])) {
  const sent: (OutgoingGesture & { readonly leaving: boolean })[] = [];
  const answers: ((answer: SaveAnswer) => void)[] = [];
  const loads: ((answer: Result<LoadedMap, ShownFailure>) => void)[] = [];
  const timers = new Map<number, () => void>();
  const waits: number[] = [];
  const said: SaveStatus[] = [];
  const merges: MapMerge[] = [];
  const taken: MapEntry[] = [];
  let [ids, hand] = [0, false];
  const queue = createSaveQueue({
    caseId: idOf<'case'>('case'),
    map: loaded(4, start, 3),
    send: (gesture, leaving) => {
      sent.push({ ...gesture, leaving });
      return new Promise((resolve) => {
        if (!leaving) answers.push(resolve);
      });
    },
    load: () => new Promise((resolve) => loads.push(resolve)),
    handBusy: () => hand,
    onStatus: (status) => {
      said.push(status);
    },
    onMerged: (merged) => {
      merges.push(merged);
    },
    onTaken: (entry) => {
      taken.push(entry);
    },
    wait: (ms, then) => {
      const key = waits.push(ms);
      timers.set(key, then);
      return () => timers.delete(key);
    },
    newGestureId: () => {
      ids += 1;
      return idOf<'gesture'>(`gesture ${String(ids)}`);
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    queue,
    sent,
    waits,
    merges,
    taken,
    timers,
    last: () => said.at(-1),
    everSaidSaved: () => said.some(({ savedAt }) => savedAt !== null),
    holdHand: (busy: boolean) => {
      hand = busy;
    },
    answer: async (answer: SaveAnswer) => {
      answers.shift()?.(answer);
      await settle();
    },
    load: async (answer: Result<LoadedMap, ShownFailure>) => {
      loads.shift()?.(answer);
      await settle();
    },
    passTime: async () => {
      const [first] = timers;
      if (first === undefined) throw new Error('nothing waits');
      timers.delete(first[0]);
      first[1]();
      await settle();
    },
  };
}

const saved = (version: number): SaveAnswer => ({ ok: true, version, savedAt: instantOf(version) });
const failed = (failure: ShownFailure): SaveAnswer => ({ ok: false, failure });
const conflict = failed({ code: 'conflict', what: 'map', currentVersion: 9 });

describe('saving gestures', () => {
  test('sends one after the other, each on the version that the one before it made', async () => {
    const { queue, sent, answer, last } = queueBeforeCore();
    queue.add('draw-line', drawing('three', 3));
    queue.add('note', noting(L1, 'x'));
    expect(sent.map(({ label, baseVersion }) => [label, baseVersion])).toEqual([['draw-line', 4]]);
    expect(last()).toMatchObject({ waiting: 2, savedAt: null, failure: null });
    await answer(saved(5));
    expect(sent.map(({ label, baseVersion }) => [label, baseVersion])).toEqual([
      ['draw-line', 4],
      ['note', 5],
    ]);
    expect(queue.idle()).toBe(false);
    await answer(saved(6));
    expect(last()).toMatchObject({ waiting: 0, savedAt: instantOf(6), failure: null });
    expect([queue.idle(), queue.version()]).toEqual([true, 6]);
  });

  test('says of a change what the map held before, whatever the gesture says', async () => {
    const { queue, sent, answer } = queueBeforeCore();
    queue.add('note', noting(L1, 'x'));
    await answer(saved(5));
    queue.add('note', noting(L1, 'y'));
    expect(sent[1]?.diff.updated).toEqual([
      [
        { ...L1, note: 'x' },
        { ...L1, note: 'y' },
      ],
    ]);
  });
});

describe('when saving fails', () => {
  test.each<ShownFailure>([
    { code: 'unreachable' },
    { code: 'storage/busy' },
    { code: 'storage/full' },
    { code: 'storage/unreadable' },
    { code: 'not-signed-in' },
    { code: 'internal' },
  ])(
    'with $code it says so, tries the same gesture again, and never says saved before the answer',
    async (failure) => {
      const { queue, sent, answer, passTime, last, everSaidSaved } = queueBeforeCore();
      queue.add('draw-line', drawing('three', 3));
      await answer(failed(failure));
      expect(last()).toMatchObject({ waiting: 1, failure, refused: false });
      expect(sent).toHaveLength(1);
      await passTime();
      expect(everSaidSaved()).toBe(false);
      await answer(saved(5));
      expect(sent.map(({ gestureId }) => gestureId)).toEqual(['gesture 1', 'gesture 1']);
      expect(last()).toMatchObject({ waiting: 0, failure: null, savedAt: instantOf(5) });
    },
  );

  test('waits longer after each try, up to half a minute, and shortly again after a success', async () => {
    const { queue, waits, answer, passTime } = queueBeforeCore();
    queue.add('draw-line', drawing('three', 3));
    for (let n = 0; n < 7; n += 1) {
      await answer(failed({ code: 'unreachable' }));
      await passTime();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    await answer(saved(5));
    queue.add('note', noting(L1, 'x'));
    await answer(failed({ code: 'unreachable' }));
    expect(waits.at(-1)).toBe(1000);
  });

  test('tries at once when it is poked, and not a second time when the wait is over', async () => {
    const { queue, sent, answer, timers } = queueBeforeCore();
    queue.add('draw-line', drawing('three', 3));
    await answer(failed({ code: 'unreachable' }));
    queue.poke();
    queue.poke();
    expect(sent).toHaveLength(2);
    expect(timers.size).toBe(0);
  });

  test('tries at once again when a try that was under way as it was poked has failed, and only once', async () => {
    const { queue, sent, answer, timers, waits } = queueBeforeCore();
    queue.add('draw-line', drawing('three', 3));
    queue.poke();
    queue.poke();
    await answer(failed({ code: 'unreachable' }));
    expect([sent.length, timers.size]).toEqual([2, 0]);
    await answer(failed({ code: 'unreachable' }));
    expect([sent.length, timers.size, waits]).toEqual([2, 1, [1000]]);
  });

  test('keeps new gestures behind one that is being tried again', async () => {
    const { queue, sent, answer, passTime } = queueBeforeCore();
    queue.add('draw-line', drawing('three', 3));
    await answer(failed({ code: 'unreachable' }));
    queue.add('note', noting(L1, 'x'));
    expect(sent).toHaveLength(1);
    await passTime();
    await answer(saved(5));
    expect(sent.map(({ label }) => label)).toEqual(['draw-line', 'draw-line', 'note']);
  });

  test('stops at a refusal; giving up takes back that gesture and sends the others', async () => {
    const { queue, sent, answer, last, merges } = queueBeforeCore();
    queue.add('erase', { added: [], updated: [], removed: [L1] });
    queue.add('note', noting(L2, 'x'));
    await answer(failed({ code: 'vein/has-injections', labels: ['L1'] }));
    expect(last()).toMatchObject({ waiting: 2, refused: true, failure: { code: 'vein/has-injections' } });
    queue.poke();
    expect(sent).toHaveLength(1);
    queue.answerRefusal('give-up');
    expect(merges.map(({ document }) => plain(document))).toEqual([
      plain(documentOf([L1, { ...L2, note: 'x' }])),
    ]);
    expect(sent.map(({ label }) => label)).toEqual(['erase', 'note']);
    await answer(saved(5));
    expect(last()).toMatchObject({ waiting: 0, refused: false, failure: null });
  });

  test('sends a refused gesture once more when asked to', async () => {
    const { queue, sent, answer, last } = queueBeforeCore();
    queue.add('note', noting(L2, 'x'));
    await answer(failed({ code: 'forbidden', needs: ['surgeon'] }));
    queue.answerRefusal('again');
    await answer(saved(5));
    expect(sent.map(({ gestureId }) => gestureId)).toEqual(['gesture 1', 'gesture 1']);
    expect(last()).toMatchObject({ waiting: 0, refused: false });
  });
});

describe('when another window was quicker', () => {
  const theirs = documentOf([{ ...L1, diameterMm: 2 }, L2]);

  test('what only this window touched is put on top and saved, and it says so', async () => {
    const { queue, sent, answer, load, last, merges } = queueBeforeCore();
    queue.add('note', noting(L2, 'mine'));
    await answer(conflict);
    await load(ok(loaded(9, theirs)));
    expect(sent.map(({ baseVersion }) => baseVersion)).toEqual([4, 9]);
    await answer(saved(10));
    expect(last()).toMatchObject({ waiting: 0, contested: [], failure: null });
    expect(last()?.news).not.toBeNull();
    expect(merges.map(({ document }) => plain(document))).toEqual([
      plain(
        documentOf([
          { ...L1, diameterMm: 2 },
          { ...L2, note: 'mine' },
        ]),
      ),
    ]);
    queue.newsRead();
    expect(last()?.news).toBeNull();
  });

  test('what both touched waits for a decision, is not called saved, and does not hold up the rest', async () => {
    const { queue, sent, answer, load, last } = queueBeforeCore();
    queue.add('note', noting(L1, 'mine'));
    queue.add('note', noting(L2, 'mine'));
    await answer(conflict);
    await load(ok(loaded(9, theirs)));
    expect(sent.slice(1).flatMap(({ diff }) => diff.updated.map(([, to]) => to.id))).toEqual([L2.id]);
    await answer(saved(10));
    expect(last()).toMatchObject({ waiting: 1, contested: [{ slot: L1.id }] });
    expect(queue.idle()).toBe(false);
  });

  test('choosing one’s own version makes it a gesture on top of theirs', async () => {
    const { queue, sent, answer, load, last, taken } = queueBeforeCore();
    queue.add('note', noting(L1, 'mine'));
    await answer(conflict);
    await load(ok(loaded(9, theirs)));
    const [contested] = last()?.contested ?? [];
    if (contested === undefined) throw new Error('nothing to decide');
    queue.decide(contested, 'mine');
    expect(sent.at(-1)).toMatchObject({ baseVersion: 9, label: 'take-mine' });
    expect(sent.at(-1)?.diff.updated).toEqual([
      [
        { ...L1, diameterMm: 2 },
        { ...L1, note: 'mine' },
      ],
    ]);
    expect(taken).toHaveLength(1);
    await answer(saved(10));
    expect(last()).toMatchObject({ waiting: 0, contested: [] });
  });

  test('choosing theirs sends nothing and is done', async () => {
    const { queue, sent, answer, load, last } = queueBeforeCore();
    queue.add('note', noting(L1, 'mine'));
    await answer(conflict);
    await load(ok(loaded(9, theirs)));
    const [contested] = last()?.contested ?? [];
    if (contested === undefined) throw new Error('nothing to decide');
    queue.decide(contested, 'theirs');
    expect(sent).toHaveLength(1);
    expect(last()).toMatchObject({ waiting: 0, contested: [], savedAt: null });
  });

  test('the map does not change under a hand that draws: the merge waits for its end', async () => {
    const { queue, answer, load, merges, holdHand, sent } = queueBeforeCore();
    queue.add('note', noting(L2, 'mine'));
    await answer(conflict);
    holdHand(true);
    await load(ok(loaded(9, theirs)));
    expect(merges).toEqual([]);
    queue.poke();
    expect(merges).toEqual([]);
    holdHand(false);
    queue.poke();
    await load(ok(loaded(9, theirs)));
    expect(merges).toHaveLength(1);
    expect(sent.at(-1)).toMatchObject({ baseVersion: 9 });
  });

  test('a new vein whose number is taken gets another, is sent again by itself, and it says so', async () => {
    const { queue, sent, answer, load, last } = queueBeforeCore();
    queue.add('draw-line', drawing('mine', 3));
    await answer(failed({ code: 'invalid-input', issues: [{ path: 'diff.added.0.number', rule: 'taken' }] }));
    await load(ok(loaded(4, documentOf([L1, L2]), 7)));
    expect(sent.at(-1)?.diff.added).toMatchObject([{ id: 'mine', number: 7 }]);
    expect([...(last()?.news?.renumbered ?? [])]).toEqual([['mine', 7]]);
  });

  test('what no merge can mend is refused after one try', async () => {
    const { queue, answer, load, last } = queueBeforeCore();
    const refusal = failed({ code: 'invalid-input', issues: [] });
    queue.add('note', noting(L1, 'x'));
    await answer(refusal);
    await load(ok(loaded(4, documentOf([L1, L2]))));
    await answer(refusal);
    expect(last()).toMatchObject({ waiting: 1, refused: true, news: null });
  });

  test('a window with nothing of its own simply follows', async () => {
    const { queue, merges, last, holdHand } = queueBeforeCore();
    holdHand(true);
    queue.follow(loaded(9, theirs));
    expect(merges).toEqual([]);
    holdHand(false);
    queue.poke();
    await Promise.resolve();
    expect(merges.map(({ document }) => plain(document))).toEqual([plain(theirs)]);
    expect([queue.version(), last()?.news]).toEqual([9, null]);
    queue.follow(loaded(8, documentOf([])));
    expect(merges).toHaveLength(1);
  });

  test('C6 what was saved is held against the map when it is read again, and what is not so is put right', async () => {
    const { queue, answer, merges } = queueBeforeCore();
    queue.add('note', noting(L1, 'x'));
    await answer(saved(5));
    queue.follow(loaded(5, documentOf([{ ...L1, note: 'x' }, L2])));
    expect(merges).toEqual([]);
    queue.add('note', noting(L2, 'y'));
    await answer(saved(6));
    queue.follow(loaded(6, documentOf([{ ...L1, note: 'x' }, L2])));
    expect(merges.map(({ document }) => plain(document))).toEqual([
      plain(documentOf([{ ...L1, note: 'x' }, L2])),
    ]);
  });

  test('a window that cannot keep up with another one waits instead of asking without end', async () => {
    const { queue, answer, load, waits } = queueBeforeCore();
    queue.add('note', noting(L2, 'mine'));
    for (let n = 0; n < 4; n += 1) {
      await answer(conflict);
      if (n < 3) await load(ok(loaded(9 + n, theirs)));
    }
    expect(waits).toEqual([1000]);
  });

  test('a merge that cannot be read is tried again like a gesture', async () => {
    const { queue, answer, load, passTime, last, sent } = queueBeforeCore();
    queue.add('note', noting(L2, 'mine'));
    await answer(conflict);
    await load(err({ code: 'unreachable' }));
    expect(last()).toMatchObject({ waiting: 1, failure: { code: 'unreachable' } });
    await passTime();
    await load(ok(loaded(9, theirs)));
    await answer(saved(10));
    expect([last()?.waiting, sent.length]).toEqual([0, 2]);
  });
});

describe('when the page may be gone in a moment', () => {
  test('everything that waits is sent at once, the gestures behind the first as one', () => {
    const { queue, sent } = queueBeforeCore();
    queue.add('draw-line', drawing('three', 3));
    queue.add('note', noting(L1, 'x'));
    queue.add('note', noting(L2, 'y'));
    queue.leave();
    const left = sent.filter(({ leaving }) => leaving);
    expect(left.map(({ gestureId, baseVersion }) => [gestureId, baseVersion])).toEqual([
      ['gesture 1', 4],
      ['gesture 4', 5],
    ]);
    const start = documentOf([L1, L2]);
    expect(plain(left.reduce((map, { diff }) => applyDiff(map, diff), start))).toEqual(
      plain(documentOf([{ ...L1, note: 'x' }, { ...L2, note: 'y' }, vein('three', { number: 3 })])),
    );
  });

  test('a page that comes back sends the same gestures under the same ids', async () => {
    const { queue, sent, answer, last } = queueBeforeCore();
    queue.add('draw-line', drawing('three', 3));
    queue.add('note', noting(L1, 'x'));
    queue.add('note', noting(L2, 'y'));
    queue.leave();
    await answer(failed({ code: 'unreachable' }));
    queue.poke();
    await answer(saved(5));
    await answer(saved(6));
    expect(sent.filter(({ leaving }) => !leaving).map(({ gestureId }) => gestureId)).toEqual([
      'gesture 1',
      'gesture 1',
      'gesture 4',
    ]);
    expect(last()).toMatchObject({ waiting: 0, failure: null });
  });

  test('what cancels out behind the first is not sent at all', () => {
    const { queue, sent } = queueBeforeCore();
    queue.add('note', noting(L1, 'x'));
    queue.add('draw-line', drawing('three', 3));
    queue.add('undo-draw-line', diffBetween(documentOf([vein('three', { number: 3 })]), documentOf([])));
    queue.leave();
    expect(sent.filter(({ leaving }) => leaving).map(({ gestureId }) => gestureId)).toEqual(['gesture 1']);
  });
});
