import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountUnder,
  assessDose,
  capOf,
  type DoseQuestion,
} from '../../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../../shared/domain/dose/label-profile.ts';
import type { LedgerEntry } from '../../../../shared/domain/dose/ledger.ts';
import { grams, microlitres } from '../../../../shared/kernel/units.ts';
import { anyEntry, anyPreparation, anyQuestion } from './examples.ts';

const CAP: Limit = {
  id: 'own',
  quantity: 'mass',
  window: 'session',
  cap: { per: 'person', amount: 1 },
  scope: {},
  severity: 'hard',
  source: { text: 'A clinic of its own', mark: 'clinic' },
};

function shuffled<T>(entries: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...entries], { minLength: entries.length });
}

function afterGiving(question: DoseQuestion, entry: LedgerEntry): DoseQuestion {
  const { session, earlierIn24h } = question.ledger;
  return { ...question, ledger: { session: [...session, entry], earlierIn24h } };
}

describe('whatever was given before', () => {
  it('another injection never lowers a gauge nor raises what is left', () => {
    fc.assert(
      fc.property(anyQuestion, anyEntry, (question, entry) => {
        const before = assessDose(question);
        const after = assessDose(afterGiving(question, entry));
        for (const [index, gauge] of before.gauges.entries()) {
          const later = after.gauges[index];
          expect(later?.limit.id).toBe(gauge.limit.id);
          expect(later?.used).toBeGreaterThanOrEqual(gauge.used);
          expect(later?.left).toBeLessThanOrEqual(gauge.left);
        }
        const most = Number.MAX_SAFE_INTEGER;
        expect(after.leftOfSyringeUl ?? most).toBeLessThanOrEqual(before.leftOfSyringeUl ?? most);
      }),
    );
  });

  it('the order of injections changes nothing', () => {
    const inAnyOrder = anyQuestion.chain((question) => {
      const { session, earlierIn24h } = question.ledger;
      return fc.record({
        question: fc.constant(question),
        session: shuffled(session),
        earlierIn24h: shuffled(earlierIn24h),
      });
    });
    fc.assert(
      fc.property(inAnyOrder, ({ question, ...ledger }) => {
        expect(assessDose({ ...question, ledger })).toEqual(assessDose(question));
      }),
    );
  });

  it('an injection that is struck out takes away just what it had added, from every gauge that counts it', () => {
    fc.assert(
      fc.property(anyQuestion, anyEntry, fc.nat(), (question, entry, place) => {
        const { session, earlierIn24h } = question.ledger;
        const at = place % (session.length + 1);
        const given = { session: session.toSpliced(at, 0, entry), earlierIn24h };
        const withIt = assessDose({ ...question, ledger: given });
        const struckOut = given.session.filter((other) => other !== entry);
        const without = assessDose({ ...question, ledger: { session: struckOut, earlierIn24h } });
        expect(without).toEqual(assessDose(question));
        for (const [index, { limit, used }] of withIt.gauges.entries()) {
          const added = used - (without.gauges[index]?.used ?? Number.NaN);
          if (limit.window === 'injection') expect(added).toBe(0);
          if (['session', '24-hours'].includes(limit.window)) expect(added).toBe(amountUnder(limit, entry));
        }
      }),
    );
  });

  it('what moves out of the session into the hours before leaves the 24 hours as they are', () => {
    fc.assert(
      fc.property(anyQuestion, anyEntry, (question, entry) => {
        const { session, earlierIn24h } = question.ledger;
        const now = assessDose({ ...question, ledger: { session: [...session, entry], earlierIn24h } });
        const before = assessDose({
          ...question,
          ledger: { session, earlierIn24h: [entry, ...earlierIn24h] },
        });
        const without = assessDose(question);
        for (const [index, { limit, used }] of before.gauges.entries()) {
          const same = limit.window === '24-hours' ? now : without;
          expect(used).toBe(same.gauges[index]?.used);
        }
      }),
    );
  });

  it('what an earlier session gave more than 24 hours ago does not count, however it is cut', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat(8), (question, cut) => {
        const { session, earlierIn24h } = question.ledger;
        const [recent, older] = [earlierIn24h.slice(cut), earlierIn24h.slice(0, cut)];
        const assess = (earlier: readonly LedgerEntry[]) =>
          assessDose({ ...question, ledger: { session, earlierIn24h: earlier } }).gauges;
        const [all, fewer] = [assess(earlierIn24h), assess(recent)];
        for (const [index, { limit, used }] of all.entries()) {
          const dropped = older.reduce((sum, entry) => sum + amountUnder(limit, entry), 0);
          const counted = limit.window === '24-hours' ? dropped : 0;
          expect(used - counted).toBe(fewer[index]?.used);
        }
      }),
    );
  });

  it('the verdict is what the gauges show once the injection has been given', () => {
    fc.assert(
      fc.property(anyQuestion, anyEntry, (question, candidate) => {
        const before = assessDose({ ...question, candidate });
        const after = assessDose({ ...afterGiving(question, candidate), candidate });
        const passed = Object.values(before.passed).flat();
        for (const [index, gauge] of before.gauges.entries()) {
          if (gauge.limit.window === 'injection') continue;
          expect(after.gauges[index]?.used).toBe(gauge.projected);
          expect(after.gauges[index]?.usedState).toBe(gauge.projectedState);
          const isRaised = gauge.projected > gauge.used;
          expect(passed.includes(gauge.limit.id)).toBe(gauge.projectedState === 'over' && isRaised);
        }
        expect(before.verdict === 'clear').toBe(passed.length === 0);
        expect(before.verdict === 'hard').toBe(before.passed.hard.length > 0);
      }),
    );
  });

  it('whatever part of what is left of the syringe may be given under every hard limit, and one microlitre more may not', () => {
    fc.assert(
      fc.property(anyQuestion, anyPreparation, anyEntry, fc.nat(), (question, syringe, entry, part) => {
        const { leg, veinKind } = entry;
        const { leftOfSyringeUl, bindingLimitId } = assessDose({ ...question, syringe, candidate: null });
        const passedBy = (volumeUl: number) => {
          const candidate = { ...syringe, volumeUl: microlitres(volumeUl), leg, veinKind };
          return assessDose({ ...question, syringe, candidate }).passed.hard;
        };
        if (leftOfSyringeUl === null) return;
        if (leftOfSyringeUl > 0) {
          expect(passedBy(leftOfSyringeUl)).toEqual([]);
          expect(passedBy(1 + (part % leftOfSyringeUl))).toEqual([]);
        }
        expect(passedBy(leftOfSyringeUl + 1)).toContain(bindingLimitId);
      }),
      { numRuns: 500 },
    );
  });

  it('the limit that binds is the hard one that leaves least, the first of those that leave as little', () => {
    fc.assert(
      fc.property(anyQuestion, anyPreparation, (question, syringe) => {
        const { gauges, bindingLimitId, leftOfSyringeUl } = assessDose({ ...question, syringe });
        const bounds = gauges.flatMap(({ limit, leftOfSyringeUl: left }) =>
          limit.severity === 'hard' && left !== null ? [{ id: limit.id, left }] : [],
        );
        const least = bounds.length === 0 ? null : Math.min(...bounds.map(({ left }) => left));
        expect(leftOfSyringeUl).toBe(least);
        expect(bindingLimitId).toBe(bounds.find(({ left }) => left === least)?.id ?? null);
      }),
    );
  });

  it('two sets of limits together leave what the stricter of them leaves', () => {
    fc.assert(
      fc.property(anyQuestion, anyPreparation, fc.nat(12), (question, syringe, cut) => {
        const left = (limits: readonly Limit[]) =>
          assessDose({ ...question, syringe, limits }).leftOfSyringeUl ?? Infinity;
        const { limits } = question;
        const [some, others] = [limits.slice(0, cut), limits.slice(cut)];
        expect(left(limits)).toBe(Math.min(left(some), left(others)));
      }),
    );
  });

  it('what is left does not depend on the injection about to be given', () => {
    fc.assert(
      fc.property(anyQuestion, anyEntry, (question, candidate) => {
        const withOne = assessDose({ ...question, candidate });
        const without = assessDose({ ...question, candidate: null });
        expect(withOne.leftOfSyringeUl).toBe(without.leftOfSyringeUl);
        expect(withOne.bindingLimitId).toBe(without.bindingLimitId);
      }),
    );
  });
});

describe('a cap by weight', () => {
  const byWeight = fc.record({
    amount: fc.integer({ min: 1, max: 5_000 }),
    weightG: fc.integer({ min: 1, max: 250_000 }),
  });
  const capFor = (amount: number, weightG: number) =>
    capOf({ ...CAP, cap: { per: 'kilogram', amount } }, { weightG: grams(weightG) });

  it('is the greatest whole number that the weight allows, to the gram', () => {
    fc.assert(
      fc.property(byWeight, ({ amount, weightG }) => {
        const exact = BigInt(amount) * BigInt(weightG);
        const cap = BigInt(capFor(amount, weightG));
        expect(cap * 1_000n <= exact && exact < (cap + 1n) * 1_000n).toBe(true);
      }),
    );
  });

  it('grows with the weight, and two weights together have no less than each by itself', () => {
    fc.assert(
      fc.property(byWeight, fc.integer({ min: 0, max: 100_000 }), ({ amount, weightG }, moreG) => {
        const together = capFor(amount, weightG + moreG);
        const apart = capFor(amount, weightG) + capFor(amount, moreG);
        expect(together).toBeGreaterThanOrEqual(apart);
        expect(together - apart).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('for a person is the same at any weight', () => {
    fc.assert(
      fc.property(byWeight, ({ amount, weightG }) => {
        expect(capOf({ ...CAP, cap: { per: 'person', amount } }, { weightG: grams(weightG) })).toBe(amount);
      }),
    );
  });
});
