import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../../shared/domain/dose/amount-entry.ts';
import { assessDose, capOf } from '../../../../shared/domain/dose/assess-dose.ts';
import { STRICTEST } from '../../../../shared/domain/dose/profiles/strictest.ts';
import { capUnit, isWider, withTighterCaps } from '../../../../shared/domain/dose/tighter-caps.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';

const { limits } = STRICTEST;
const patient = { weightG: grams(44_000) };
const capIn = (of: typeof limits, id: string, who = patient) => {
  const limit = of.find((each) => each.id === id);
  if (!limit) throw new Error(`no limit ${id}`);
  return capOf(limit, who);
};

describe("a surgeon's own cap for a session", () => {
  it('stands in the place of the one that the profile has, of that limit alone', () => {
    const tighter = withTighterCaps(limits, [{ limitId: 'mass-24h', amount: 40_000 }], patient);
    expect(capIn(tighter, 'mass-24h')).toBe(40_000);
    expect(tighter.filter(({ id }) => id !== 'mass-24h')).toEqual(
      limits.filter(({ id }) => id !== 'mass-24h'),
    );
  });

  it('never widens: of a patient who has lost weight since, the weight of the day counts', () => {
    const caps = [{ limitId: 'mass-24h', amount: 80_000 }];
    expect(capIn(withTighterCaps(limits, caps, patient), 'mass-24h')).toBe(80_000);
    const lighter = { weightG: grams(38_000) };
    expect(capIn(withTighterCaps(limits, caps, lighter), 'mass-24h', lighter)).toBe(76_000);
  });

  it('may be nothing at all, and the tightest of several counts', () => {
    const caps = [
      { limitId: 'foam-session', amount: 500 },
      { limitId: 'foam-session', amount: 0 },
      { limitId: 'of-another-profile', amount: 1 },
    ];
    const tighter = withTighterCaps(limits, caps, patient);
    expect(capIn(tighter, 'foam-session')).toBe(0);
    expect(tighter).toHaveLength(limits.length);
  });

  it('is wider only above what the profile has for this patient', () => {
    const mass = limits.find(({ id }) => id === 'mass-24h');
    if (!mass) throw new Error('no mass');
    expect([isWider(mass, 88_000, patient), isWider(mass, 88_001, patient)]).toEqual([false, true]);
  });

  it('is typed in mL, mg or a number, from nothing up to the profile’s', () => {
    const typed = (id: string, text: string) => {
      const limit = limits.find((each) => each.id === id);
      if (!limit) throw new Error(`no limit ${id}`);
      return parseAmount(text, capUnit(limit, capOf(limit, patient)));
    };
    expect(typed('session-volume', '4,5')).toEqual({ ok: true, value: 4_500 });
    expect(typed('mass-24h', '40 mg')).toEqual({ ok: true, value: 40_000 });
    expect(typed('foam-session', '0')).toEqual({ ok: true, value: 0 });
    expect(typed('session-volume', '10.01')).toEqual({ ok: false, error: 'too-large' });
  });

  it('never lets more through than the profile alone', () => {
    const cap = fc.record({
      limitId: fc.constantFrom(...limits.map(({ id }) => id)),
      amount: fc.integer({ min: 0, max: 200_000 }),
    });
    const graver = ['clear', 'caution', 'soft', 'hard'];
    fc.assert(
      fc.property(
        fc.array(cap, { maxLength: 6 }),
        fc.integer({ min: 20_000, max: 150_000 }),
        fc.integer({ min: 1, max: 12_000 }),
        (caps, weightG, volumeUl) => {
          const question = {
            ledger: { session: [], earlierIn24h: [] },
            patient: { weightG: grams(weightG), proneToHypersensitivity: false, isFirstSession: false },
            syringe: null,
            candidate: {
              form: 'liquid',
              strengthUgPerMl: microgramsPerMillilitre(10_000),
              volumeUl: microlitres(volumeUl),
              leg: 'left',
              veinKind: 'reticular',
            },
          } as const;
          const before = assessDose({ ...question, limits });
          const after = assessDose({ ...question, limits: withTighterCaps(limits, caps, question.patient) });
          expect(graver.indexOf(after.verdict)).toBeGreaterThanOrEqual(graver.indexOf(before.verdict));
          after.gauges.forEach((gauge, at) => {
            expect(gauge.cap).toBeLessThanOrEqual(before.gauges[at]?.cap ?? 0);
          });
        },
      ),
    );
  });
});
