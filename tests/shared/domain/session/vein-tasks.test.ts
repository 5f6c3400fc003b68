import { describe, expect, it } from 'vitest';
import {
  legsOf,
  nextTask,
  punctureCount,
  remainingPunctures,
  veinTasks,
} from '../../../../shared/domain/session/vein-tasks.ts';
import {
  injection,
  line,
  planned,
  sessionView,
  STRUCK,
  veinId,
} from '../../../renderer/features/session/session-fixture.ts';

const NONE: ReadonlySet<never> = new Set();

describe('what is due in a session', () => {
  const view = sessionView({
    veins: [line(5), line(6), line(8)],
    due: [planned(6, 4, 300), planned(5, 5, 300), planned(8, 2, 300)],
  });
  const withInjections = (...injections: ReturnType<typeof injection>[]) =>
    veinTasks({ ...view, injections });

  it('keeps the planned order, not the order of the map', () => {
    expect(veinTasks(view).map(({ vein }) => vein.number)).toEqual([6, 5, 8]);
  });

  it('counts what was given to a vein, and says what comes next', () => {
    const [, l5] = withInjections(injection(1, 5, 300), injection(2, 5, 200));
    expect(l5).toMatchObject({ given: 2, givenUl: 500, isDone: false, next: { volumeUl: 300 } });
  });

  it('does not count an injection that was struck out', () => {
    const [l6] = withInjections(injection(1, 6, 300, { strikeOut: STRUCK }), injection(2, 6, 300));
    expect(l6?.given).toBe(1);
  });

  it('takes a vein of two doses in the planned order, one puncture after the other', () => {
    const tasks = veinTasks({
      ...view,
      due: [planned(5, 1, 300, 1), planned(5, 2, 100, 0.5)],
      injections: [injection(1, 5, 300)],
    });
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.next).toMatchObject({ volumeUl: 100, preparation: { strengthUgPerMl: 5000 } });
  });

  it('stays with the vein in hand until it has had all its punctures, then goes on', () => {
    const begun = withInjections(injection(1, 5, 300));
    expect(nextTask(begun, veinId(5), NONE)?.vein.number).toBe(5);
    const done = withInjections(...[1, 2, 3, 4, 5].map((n) => injection(n, 5, 300)));
    expect(nextTask(done, veinId(5), NONE)?.vein.number).toBe(8);
    expect(nextTask(done, veinId(8), new Set([veinId(8)]))?.vein.number).toBe(6);
  });

  it('has nothing to go on with when all is done or left for later', () => {
    const done = withInjections(...[1, 2, 3, 4, 5].map((n) => injection(n, 5, 300)));
    expect(nextTask(done, veinId(5), new Set([veinId(6), veinId(8)]))).toBeNull();
    expect(nextTask([], null, NONE)).toBeNull();
  });

  it('counts extra injections apart from the planned ones', () => {
    const injections = [1, 2, 3].map((n) => injection(n, 8, 300)).concat(injection(4, null, 100));
    expect(punctureCount(veinTasks({ ...view, injections }), injections)).toEqual({
      planned: 11,
      done: 2,
      extra: 2,
    });
  });

  it('leaves out what is left for another session from what remains', () => {
    const tasks = withInjections(injection(1, 6, 300));
    expect(remainingPunctures(tasks)).toHaveLength(3 + 5 + 2);
    expect(remainingPunctures(tasks, new Set([veinId(5)]))).toHaveLength(3 + 2);
  });

  it('names right before left when both legs are due', () => {
    const tasks = veinTasks({ ...view, veins: [line(5), line(6), line(8, { leg: 'right' })] });
    expect(legsOf(tasks)).toEqual(['right', 'left']);
  });
});
