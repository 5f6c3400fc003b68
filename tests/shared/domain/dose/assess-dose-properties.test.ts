import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessDose, type DoseQuestion } from '../../../../shared/domain/dose/assess-dose.ts';
import type { LedgerEntry } from '../../../../shared/domain/dose/ledger.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { anyEntry, anyQuestion } from './examples.ts';

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
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const ledger = {
          session: [...question.ledger.session].reverse(),
          earlierIn24h: [...question.ledger.earlierIn24h].reverse(),
        };
        expect(assessDose({ ...question, ledger })).toEqual(assessDose(question));
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

  it('what is left of the syringe may be given under every hard limit, and one microlitre more may not', () => {
    fc.assert(
      fc.property(anyQuestion, anyEntry, (question, { leg, veinKind }) => {
        const { syringe, candidate, ...rest } = question;
        fc.pre(syringe !== null && candidate === null);
        const { leftOfSyringeUl, bindingLimitId } = assessDose({ ...rest, syringe, candidate });
        fc.pre(leftOfSyringeUl !== null && bindingLimitId !== 'first-session-prone');
        const given = (volumeUl: number) =>
          assessDose({
            ...rest,
            syringe,
            candidate: { ...syringe, volumeUl: microlitres(volumeUl), leg, veinKind },
          }).passed.hard;
        const isProneLimit = (id: string) => id === 'first-session-prone';
        if (leftOfSyringeUl > 0) expect(given(leftOfSyringeUl).filter((id) => !isProneLimit(id))).toEqual([]);
        expect(given(leftOfSyringeUl + 1)).toContain(bindingLimitId);
      }),
      { numRuns: 500 },
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
