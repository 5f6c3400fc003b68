import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { readAgain } from '../../../renderer/api/changes.ts';

/** A screen that shows a record, and a core whose answers come when they are let go. */
function screen() {
  const queryClient = new QueryClient();
  const record = { injections: 0 };
  const answers: (() => void)[] = [];
  const queryKey = ['session'];
  const observer = new QueryObserver(queryClient, {
    queryKey,
    queryFn: () => {
      const asked = record.injections;
      return new Promise<number>((settle) => answers.push(() => settle(asked)));
    },
  });
  const stop = observer.subscribe(() => undefined);
  const answerNext = async () => {
    answers.shift()?.();
    await new Promise((settle) => setImmediate(settle));
  };
  return {
    record,
    waiting: () => answers.length,
    changed: () => readAgain(queryClient, { queryKey }),
    answerNext,
    shown: () => observer.getCurrentResult().data,
    stop,
  };
}

test('what the screen shows comes through while changes keep coming quicker than answers, and ends with the last one', async () => {
  const { record, waiting, changed, answerNext, shown, stop } = screen();
  await answerNext();
  expect(shown()).toBe(0);
  for (let n = 1; n <= 20; n += 1) {
    record.injections = n;
    void changed();
    // Four changes for each answer: no more than one question is ever under way.
    expect(waiting()).toBe(1);
    if (n % 4 === 0) await answerNext();
  }
  expect(shown()).toBeGreaterThan(10);
  while (waiting() > 0) await answerNext();
  expect(shown()).toBe(20);
  stop();
});
