import { describe, expect, it } from 'vitest';
import { assessDose } from '../../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../../shared/domain/dose/label-profile.ts';
import { foam, into, liquid, patientOf, questionOf } from './examples.ts';

const TWO_INJECTIONS: Limit = {
  id: 'two-injections',
  quantity: 'injections',
  window: 'session',
  cap: { per: 'person', amount: 2 },
  scope: {},
  severity: 'hard',
  source: { text: 'A clinic of its own', mark: 'clinic' },
};

describe('what is left of the syringe in hand', () => {
  it.each([
    [0, null],
    [1, null],
    [2, 0],
    [3, 0],
  ])('under two injections a session, after %i of them, is %j', (given, left) => {
    const session = Array.from({ length: given }, () => into(liquid(50, 100)));
    const question = questionOf('strictest', 60, {
      ledger: { session, earlierIn24h: [] },
      syringe: liquid(50, 0),
    });
    expect(assessDose({ ...question, limits: [TWO_INJECTIONS] }).leftOfSyringeUl).toBe(left);
  });

  it('is bound by volume alone before the first injection of somebody prone to hypersensitivity', () => {
    const patient = patientOf(60, { proneToHypersensitivity: true, isFirstSession: true });
    const { leftOfSyringeUl, bindingLimitId } = assessDose(
      questionOf('strictest', 60, { patient, syringe: liquid(50, 0) }),
    );
    expect({ leftOfSyringeUl, bindingLimitId }).toEqual({
      leftOfSyringeUl: 10_000,
      bindingLimitId: 'session-volume',
    });
  });

  it('under a limit on liquid alone is not made less by foam, and has no bound for foam', () => {
    const limits: readonly Limit[] = [
      { ...TWO_INJECTIONS, id: 'liquid', quantity: 'liquid-volume', cap: { per: 'person', amount: 1_000 } },
    ];
    const ledger = {
      session: [into(foam(100, 4, 5_000), 'varicose'), into(liquid(50, 300))],
      earlierIn24h: [],
    };
    const left = (syringe: Parameters<typeof into>[0]) =>
      assessDose({ ...questionOf('strictest', 60, { ledger, syringe }), limits }).leftOfSyringeUl;
    expect(left(liquid(50, 0))).toBe(700);
    expect(left(foam(100, 4, 0))).toBeNull();
  });
});
