import { describe, expect, test } from 'vitest';
import {
  createSaveQueue,
  type OutgoingGesture,
  type SaveAnswer,
  type SaveStatus,
} from '../../../../renderer/features/map/save-queue.ts';
import { EMPTY_DIFF } from '../../../../shared/document/map-diff.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';

/** A queue before a core that answers when it is told to. */
function queueBeforeCore() {
  const sent: OutgoingGesture[] = [];
  const answers: ((answer: SaveAnswer) => void)[] = [];
  const timers: (() => void)[] = [];
  const said: SaveStatus[] = [];
  let ids = 0;
  const queue = createSaveQueue({
    caseId: idOf<'case'>('case'),
    version: 4,
    send: (gesture) => {
      sent.push(gesture);
      return new Promise((resolve) => answers.push(resolve));
    },
    onStatus: (status) => {
      said.push(status);
    },
    wait: (_, then) => {
      timers.push(then);
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
    last: () => said.at(-1),
    answer: async (answer: SaveAnswer) => {
      answers.shift()?.(answer);
      await settle();
    },
    passTime: async () => {
      timers.shift()?.();
      await settle();
    },
  };
}

const saved = (version: number): SaveAnswer => ({ ok: true, version, savedAt: instantOf(version) });

describe('saving gestures', () => {
  test('sends one after the other, each on the version that the one before it made', async () => {
    const { queue, sent, answer, last } = queueBeforeCore();
    queue.add('draw-line', EMPTY_DIFF);
    queue.add('erase', EMPTY_DIFF);
    expect(sent.map(({ label, baseVersion }) => [label, baseVersion])).toEqual([['draw-line', 4]]);
    expect(last()).toEqual({ waiting: 2, savedAt: null, failure: null });
    await answer(saved(5));
    expect(sent.map(({ label, baseVersion }) => [label, baseVersion])).toEqual([
      ['draw-line', 4],
      ['erase', 5],
    ]);
    expect(queue.idle()).toBe(false);
    await answer(saved(6));
    expect(last()).toEqual({ waiting: 0, savedAt: instantOf(6), failure: null });
    expect([queue.idle(), queue.version()]).toEqual([true, 6]);
  });

  test('tries again with the same gesture when the core could not be reached', async () => {
    const { queue, sent, answer, passTime, last } = queueBeforeCore();
    queue.add('draw-line', EMPTY_DIFF);
    await answer({ ok: false, failure: { code: 'unreachable' } });
    expect(last()).toMatchObject({ waiting: 1, failure: { code: 'unreachable' } });
    expect(sent).toHaveLength(1);
    await passTime();
    await answer(saved(5));
    expect(sent.map(({ gestureId }) => gestureId)).toEqual(['gesture 1', 'gesture 1']);
    expect(last()).toMatchObject({ waiting: 0, failure: null });
  });

  test('keeps new gestures behind one that is being tried again', async () => {
    const { queue, sent, answer, passTime } = queueBeforeCore();
    queue.add('draw-line', EMPTY_DIFF);
    await answer({ ok: false, failure: { code: 'unreachable' } });
    queue.add('erase', EMPTY_DIFF);
    expect(sent).toHaveLength(1);
    await passTime();
    await answer(saved(5));
    expect(sent.map(({ label }) => label)).toEqual(['draw-line', 'draw-line', 'erase']);
  });

  test('stops at a conflict and says so, and never says saved', async () => {
    const { queue, sent, answer, passTime, last } = queueBeforeCore();
    queue.add('draw-line', EMPTY_DIFF);
    await answer({ ok: false, failure: { code: 'conflict', what: 'map', currentVersion: 9 } });
    queue.add('erase', EMPTY_DIFF);
    await passTime();
    expect(sent).toHaveLength(1);
    expect(last()).toMatchObject({ waiting: 2, savedAt: null, failure: { code: 'conflict' } });
  });
});
