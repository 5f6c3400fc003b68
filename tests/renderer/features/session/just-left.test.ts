import { expect, it } from 'vitest';
import { justLeft } from '../../../../renderer/features/session/just-left.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { injection, NURSE, uuid, veinId } from './session-fixture.ts';

const left = (n: number, minute: number, changes: object = {}) => ({
  veinId: veinId(n),
  reason: '',
  leftAt: instantOf(minute * 60_000),
  leftBy: NURSE,
  ...changes,
});
const at = (minute: number) => ({ ...injection(1, 5, 300), givenAt: instantOf(minute * 60_000) });

it('asks why the veins were left that were left last, all at once', () => {
  const leftForLater = [left(5, 1), left(6, 2), left(7, 2)];
  expect(justLeft({ leftForLater, injections: [at(1)] }, NURSE)).toEqual([veinId(6), veinId(7)]);
});

it('asks nobody any more once something was injected, a reason was given, or somebody else has left it', () => {
  const ask = (...leftForLater: ReturnType<typeof left>[]) =>
    justLeft({ leftForLater, injections: [at(3)] }, NURSE);
  expect(ask(left(5, 2))).toEqual([]);
  expect(ask(left(5, 4))).toEqual([veinId(5)]);
  expect(ask(left(5, 4, { reason: 'Pain' }))).toEqual([]);
  expect(ask(left(5, 4, { leftBy: idOf(uuid(88)) }))).toEqual([]);
});
