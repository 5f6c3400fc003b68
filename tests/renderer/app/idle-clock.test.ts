import { expect, it } from 'vitest';
import { idleState } from '../../../renderer/app/idle-clock.ts';

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
