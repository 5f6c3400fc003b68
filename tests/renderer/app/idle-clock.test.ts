import { expect, it } from 'vitest';
import { idleState, secondsToSay, watchIdle } from '../../../renderer/app/idle-clock.ts';

const after = (seconds: number, minutes = 5) => idleState(seconds * 1000, minutes);

it('leaves somebody alone who works', () => {
  expect(after(0)).toEqual({ kind: 'active' });
  expect(after(269)).toEqual({ kind: 'active' });
});

it('warns half a minute before it locks', () => {
  expect(after(270)).toEqual({ kind: 'warning', secondsLeft: 30 });
  expect(after(299.5)).toEqual({ kind: 'warning', secondsLeft: 1 });
});

it('locks after the minutes of the clinic, and at once after the computer slept', () => {
  expect(after(300)).toEqual({ kind: 'lock' });
  expect(after(3600)).toEqual({ kind: 'lock' });
});

it('never locks a clinic that wants none', () => {
  expect(after(100_000, 0)).toEqual({ kind: 'active' });
});

it('is said at the beginning of the warning and near its end, not each second', () => {
  expect([30, 29, 11, 10, 1].map(secondsToSay)).toEqual([30, 30, 30, 10, 10]);
});

function watched(minutes = 5) {
  const clock = { wall: 1_000_000, running: 0 };
  const watch = watchIdle(minutes, { wallMs: () => clock.wall, runningMs: () => clock.running });
  return { clock, watch };
}

it('any input sets it back, but not once it is too late', () => {
  const { clock, watch } = watched();
  clock.wall += 290_000;
  clock.running += 290_000;
  expect(watch.state().kind).toBe('warning');
  expect(watch.touched()).toEqual({ kind: 'active' });
  clock.wall += 290_000;
  expect(watch.state().kind).toBe('warning');
  // The machine sleeps for an hour; a hand on the mouse is what wakes it.
  clock.wall += 3_600_000;
  expect(watch.touched()).toEqual({ kind: 'lock' });
  expect(watch.state()).toEqual({ kind: 'lock' });
});

it('a clock that is set back keeps no screen open', () => {
  const { clock, watch } = watched();
  clock.wall -= 3_600_000;
  clock.running += 300_000;
  expect(watch.state()).toEqual({ kind: 'lock' });
});
