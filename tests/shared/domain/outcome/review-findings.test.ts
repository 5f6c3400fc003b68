import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewFindings, type SeenVein } from '../../../../shared/domain/outcome/review-findings.ts';
import { SIDE_EFFECT_GRADES } from '../../../../shared/domain/outcome/review.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { addDays, calendarDate } from '../../../../shared/kernel/time.ts';

const caseId = idOf<'case'>('c');
const FIRST = calendarDate('2026-01-10');

/** A look at a vein at the review of so many weeks after the first. */
function look(week: number, vein: string, over: Partial<SeenVein> = {}): SeenVein {
  return {
    reviewId: idOf<'review'>(`r${String(week)}`),
    caseId,
    onDate: addDays(FIRST, 7 * week),
    veinId: idOf<'vein'>(vein),
    matting: 0,
    pigmentation: 0,
    ulcer: 0,
    ...over,
  };
}

describe('what reviews find', () => {
  test('comes into the register from moderate on, an ulcer always', () => {
    const findings = reviewFindings([
      look(0, 'a', { matting: 1, pigmentation: 1, ulcer: 1 }),
      look(0, 'b', { matting: 2 }),
      look(0, 'c', { pigmentation: 3 }),
    ]);
    expect(findings.map(({ finding, veinIds }) => [finding, ...veinIds])).toEqual([
      ['matting', 'b'],
      ['pigmentation', 'c'],
      ['ulcer', 'a'],
    ]);
  });

  test('is one finding for the veins that showed it first at the same review, followed to the last look', () => {
    const findings = reviewFindings([
      look(0, 'a', { pigmentation: 2 }),
      look(0, 'b', { pigmentation: 3 }),
      look(6, 'a', { pigmentation: 1 }),
      look(6, 'b', { pigmentation: 2 }),
      look(6, 'c', { pigmentation: 2 }),
      look(12, 'a'),
      look(12, 'b'),
    ]);
    expect(findings).toMatchObject([
      {
        onsetOn: FIRST,
        veinIds: ['a', 'b'],
        course: [{ grade: 'severe' }, { onDate: addDays(FIRST, 42), grade: 'moderate' }, { grade: null }],
      },
      { onsetOn: addDays(FIRST, 42), veinIds: ['c'], course: [{ grade: 'moderate' }] },
    ]);
  });

  test('goes on while one of its veins shows it, and says nothing of a review that saw none of them', () => {
    const [finding] = reviewFindings([
      look(0, 'a', { matting: 2 }),
      look(0, 'b', { matting: 2 }),
      look(6, 'c'),
      look(12, 'a'),
      look(12, 'b', { matting: 1 }),
    ]);
    expect(finding?.course.map(({ grade }) => grade)).toEqual(['moderate', 'mild']);
  });

  test('names every vein that was ever grave enough exactly once for each side effect', () => {
    const grade = fc.constantFrom(...SIDE_EFFECT_GRADES);
    const looks = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 }), grade, grade, grade), {
        maxLength: 30,
      })
      .map((all) => {
        // A review looks at a vein once.
        const once = new Map(all.map((each) => [`${String(each[0])} ${String(each[1])}`, each]));
        return [...once.values()]
          .toSorted(([a], [b]) => a - b)
          .map(([week, vein, matting, pigmentation, ulcer]) =>
            look(week, `v${String(vein)}`, { matting, pigmentation, ulcer }),
          );
      });
    fc.assert(
      fc.property(looks, (seen) => {
        const findings = reviewFindings(seen);
        for (const [effect, from] of [
          ['matting', 2],
          ['pigmentation', 2],
          ['ulcer', 1],
        ] as const) {
          const grave = new Set(seen.filter((each) => each[effect] >= from).map(({ veinId }) => veinId));
          const named = findings
            .filter(({ finding }) => finding === effect)
            .flatMap(({ veinIds }) => veinIds);
          expect(named.toSorted()).toEqual([...grave].toSorted());
        }
        for (const { course, onsetOn } of findings) {
          expect(course[0]).toMatchObject({ onDate: onsetOn });
          expect(course.map(({ onDate }) => onDate)).toEqual(course.map(({ onDate }) => onDate).toSorted());
        }
      }),
    );
  });
});
