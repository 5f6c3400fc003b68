import { describe, expect, test } from 'vitest';
import { differenceText, portionText } from '../../../renderer/text/planned-given-text.ts';
import type { PlannedGivenDifference } from '../../../shared/domain/plan/planned-given.ts';
import { calendarDate } from '../../../shared/kernel/time.ts';
import { foam, liquid } from '../../shared/domain/patient/dose-fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const dayOf = (number: number) => (number === 3 ? calendarDate('2026-10-29') : null);

describe('a portion', () => {
  test.each([
    [
      { preparation: liquid(10_000), punctures: 5, volumeUl: 1_500, massUg: 15_000 },
      '1 % · 5 × 0.3 = 1.5 mL, 15.0 mg',
    ],
    [
      { preparation: liquid(10_000), punctures: 1, volumeUl: 250, massUg: 2_500 },
      '1 % · 1 × 0.25 = 0.25 mL, 2.5 mg',
    ],
    // 1.4 mL in five punctures: nobody gave 0.28 mL five times.
    [
      { preparation: liquid(5_000), punctures: 3, volumeUl: 1_000, massUg: 5_000 },
      '0.5 % · 3 punctures, 1 mL, 5.0 mg',
    ],
    [
      { preparation: foam(10_000), punctures: 2, volumeUl: 2_000, massUg: 4_000 },
      '1 % foam 1 + 4 · 2 × 1 = 2 mL, 4.0 mg',
    ],
  ])('%#: is told in figures', (portion, text) => {
    expect(plain(portionText(portion))).toBe(text);
  });
});

describe('a difference', () => {
  test.each<[PlannedGivenDifference, string]>([
    [{ kind: 'as-planned' }, 'As planned'],
    [{ kind: 'more', volumeUl: 300, punctures: 1 }, '0.3 mL more, 1 puncture more'],
    [{ kind: 'more', volumeUl: 300, punctures: -2 }, '0.3 mL more, 2 punctures fewer'],
    [{ kind: 'less', volumeUl: 600, punctures: 0 }, '0.6 mL less'],
    [{ kind: 'less', volumeUl: 600, punctures: 2 }, '0.6 mL less, 2 punctures fewer'],
    [{ kind: 'other-punctures', punctures: -1 }, 'Same volume, 1 puncture fewer'],
    [{ kind: 'other-preparation', volumeUl: 0 }, 'Other strength or form, same volume'],
    [{ kind: 'other-preparation', volumeUl: -300 }, 'Other strength or form, 0.3 mL less'],
    [{ kind: 'not-planned' }, 'Not planned'],
    [
      { kind: 'not-given', now: { kind: 'planned', sessionNumber: 3 } },
      'Not given → now in session 3, 29 Oct',
    ],
    [{ kind: 'not-given', now: { kind: 'given', sessionNumber: 4 } }, 'Not given → given in session 4'],
    [{ kind: 'not-given', now: { kind: 'unplanned' } }, 'Not given → in the plan, in no session yet'],
    [{ kind: 'not-given', now: { kind: 'dropped' } }, 'Not given → not planned again'],
    [{ kind: 'not-given', now: { kind: 'still-due' } }, 'Not given yet: the session is open'],
  ])('%j', (difference, text) => {
    expect(plain(differenceText(difference, dayOf))).toBe(text);
  });
});
