import { describe, expect, it } from 'vitest';
import { saidBefore } from '../../../../shared/domain/patient/said-before.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';

const DAY = 86_400_000;
const answer = (contraindicationId: string, present: boolean) => ({ contraindicationId, present });
const assessed = (day: number, ...answers: ReturnType<typeof answer>[]) => ({
  recordedAt: instantOf(day * DAY),
  eligibility: answers.map((each) => ({ ...each, acceptedBecause: null })),
});
const opened = (number: number, day: number, ...answers: ReturnType<typeof answer>[]) => ({
  number,
  openedAt: instantOf(day * DAY),
  answers,
});

describe('what was said the last time', () => {
  it('is what the last session heard, else the assessment', () => {
    const said = saidBefore(assessed(1, answer('pregnancy', false), answer('diabetes', true)), [
      opened(1, 2, answer('pregnancy', true)),
      opened(2, 9, answer('pregnancy', false)),
    ]);
    expect(said).toEqual([
      { contraindicationId: 'pregnancy', present: false, saidAt: instantOf(9 * DAY), atSession: 2 },
      { contraindicationId: 'diabetes', present: true, saidAt: instantOf(DAY), atSession: null },
    ]);
  });

  it('is the assessment where that was made anew since', () => {
    const [pregnancy] = saidBefore(assessed(5, answer('pregnancy', true)), [
      opened(1, 2, answer('pregnancy', false)),
    ]);
    expect(pregnancy).toMatchObject({ present: true, atSession: null });
  });

  it('is nothing where nobody has asked', () => {
    expect(saidBefore(null, [])).toEqual([]);
  });
});
