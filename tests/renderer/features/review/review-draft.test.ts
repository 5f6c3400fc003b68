import { describe, expect, it } from 'vitest';
import {
  correctionOf,
  decided,
  draftRatings,
  emptyDraft,
  fullScore,
  graded,
  missingFrom,
  nextGrade,
  rated,
  restAsBefore,
  restRated,
  reviewToSend,
  withLeg,
} from '../../../../renderer/features/review/review-draft.ts';
import { ReviewDraft } from '../../../../shared/contract/review-draft.ts';
import { RecordReview } from '../../../../shared/contract/review.ts';
import type { Review } from '../../../../shared/domain/outcome/review.ts';
import { VCSS_ITEMS, type VcssScore } from '../../../../shared/domain/patient/assessment.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { uuidOf } from '../../../db/clinical-record.ts';
import { line, veinId } from '../session/session-fixture.ts';
import { rating } from './review-fixture.ts';

const TODAY = calendarDate('2026-12-01');
const CASE = uuidOf<'case'>(1);
const EMPTY = emptyDraft(uuidOf<'review'>(2));
const SCORE: VcssScore = {
  pain: 2,
  'varicose-veins': 1,
  oedema: 0,
  pigmentation: 1,
  inflammation: 0,
  induration: 0,
  'ulcer-count': 0,
  'ulcer-duration': 0,
  'ulcer-size': 0,
  compression: 3,
};
const telangiectasia = line(1, { kind: 'telangiectasia', diameterMm: 0.6 });
const reticular = line(2, { kind: 'reticular', diameterMm: 2 });

function earlier(over: Partial<Review> = {}): Review {
  const leg = { ceap: null, vcss: null };
  return {
    id: uuidOf<'review'>(9),
    caseId: CASE,
    onDate: calendarDate('2026-10-01'),
    responses: [],
    improvementPercent: null,
    satisfaction: null,
    legs: { right: leg, left: leg },
    restUntil: null,
    note: '',
    replaces: null,
    recordedAt: instantOf(0),
    recordedBy: idOf<'person'>('somebody'),
    ...over,
  };
}

describe('filling in a review', () => {
  it('keeps the grades of a vein when its response is changed', () => {
    const draft = rated(
      graded(rated(EMPTY, veinId(1), 'better'), veinId(1), 'matting', 1),
      veinId(1),
      'same',
    );
    expect(draft.ratings).toEqual([rating(1, { matting: 1 })]);
  });

  it('takes a vein with a side effect as seen and the same', () => {
    expect(graded(EMPTY, veinId(1), 'ulcer', 2).ratings).toEqual([rating(1, { ulcer: 2 })]);
  });

  it('goes through the grades and back to none', () => {
    expect(([0, 1, 2, 3] as const).map(nextGrade)).toEqual([1, 2, 3, 0]);
  });

  it('rates the rest in one go and leaves what is rated', () => {
    const draft = restRated(rated(EMPTY, veinId(1), 'cleared'), [veinId(1), veinId(2)], 'same');
    expect(draft.ratings.map(({ response }) => response)).toEqual(['cleared', 'same']);
  });

  it('begins with nothing chosen, and says what is missing', () => {
    expect(missingFrom(EMPTY)).toMatch(/Rate at least one vein/);
    expect(missingFrom({ ...EMPTY, note: 'well' })).not.toBeNull();
    expect(missingFrom({ ...EMPTY, improvementPercent: 0 })).toBeNull();
  });

  it('sends what was filled in and nothing else', () => {
    const draft = { ...rated(EMPTY, veinId(2), 'cleared'), note: ' well ' };
    expect(reviewToSend(CASE, draft, TODAY)).toMatchObject({
      onDate: TODAY,
      responses: [rating(2, { response: 'cleared' })],
      improvementPercent: null,
      note: 'well',
      replaces: null,
    });
  });
});

describe('what remains', () => {
  const both = [telangiectasia, reticular];
  const better = rated(rated(EMPTY, veinId(1), 'better'), veinId(2), 'better');
  const dispositions = (draft: typeof EMPTY) => draft.ratings.map(({ disposition }) => disposition);

  it('goes to laser only where the clinic’s text says so', () => {
    expect(dispositions(decided(better, both, 'laser', []))).toEqual(['laser', null]);
  });

  it('goes to laser for matting that an earlier review saw as well', () => {
    const now = graded(better, veinId(2), 'matting', 1);
    expect(dispositions(decided(now, [reticular], 'laser', []))).toEqual([null, null]);
    const before = earlier({ responses: [rating(2, { matting: 1 })] });
    expect(dispositions(decided(now, [reticular], 'laser', [before]))).toEqual([null, 'laser']);
  });

  it('is decided again when the vein that was sent to laser looks otherwise', () => {
    const sent = decided(better, both, 'laser', []);
    expect(draftRatings(rated(sent, veinId(1), 'worse')).get(veinId(1))?.disposition).toBeNull();
  });

  it('is nothing once a vein has cleared', () => {
    const sent = decided(better, both, 'further-session', []);
    expect(draftRatings(rated(sent, veinId(1), 'cleared')).get(veinId(1))?.disposition).toBeNull();
    expect(dispositions(decided(rated(EMPTY, veinId(1), 'not-seen'), both, 'done', []))).toEqual([null]);
  });

  it('asks until when the veins rest, and forgets the day when none rests any more', () => {
    const resting = decided(better, both, 'rest', []);
    expect(missingFrom(resting)).toMatch(/until when/);
    const dated = { ...resting, restUntil: calendarDate('2027-01-01') };
    expect(missingFrom(dated)).toBeNull();
    expect(decided(dated, both, 'done', []).restUntil).toBeNull();
  });
});

describe('scoring the legs again', () => {
  it('gives no item a value by itself, and half a score is not saved', () => {
    expect(Object.values(EMPTY.legs.left.vcss)).toEqual(VCSS_ITEMS.map(() => null));
    const begun = withLeg(EMPTY, 'left', { vcss: { ...EMPTY.legs.left.vcss, pain: 1 } });
    expect(fullScore(begun.legs.left.vcss)).toBeNull();
    expect(missingFrom(begun)).toMatch(/all ten items of the left leg/);
  });

  it('takes the rest from the score before, on request alone', () => {
    const begun = withLeg(EMPTY, 'left', { vcss: { ...EMPTY.legs.left.vcss, pain: 0 } });
    const draft = restAsBefore(begun, 'left', SCORE);
    expect(fullScore(draft.legs.left.vcss)).toEqual({ ...SCORE, pain: 0 });
    expect(missingFrom(draft)).toBeNull();
    expect(fullScore(draft.legs.right.vcss)).toBeNull();
  });
});

describe('correcting a review', () => {
  it('starts from what was saved, keeps its day, and needs a reason', () => {
    const saved = earlier({ responses: [rating(1)], improvementPercent: 60 });
    const draft = correctionOf(saved, uuidOf<'review'>(3));
    expect(missingFrom(draft)).toMatch(/what was wrong/i);
    const told = { ...draft, corrects: draft.corrects && { ...draft.corrects, reason: 'other leg' } };
    expect(missingFrom(told)).toBeNull();
    expect(reviewToSend(CASE, told, TODAY)).toMatchObject({
      reviewId: uuidOf(3),
      onDate: saved.onDate,
      improvementPercent: 60,
      replaces: { reviewId: saved.id, reason: 'other leg' },
    });
  });
});

describe('a half-filled review', () => {
  it('fits the form in which the core keeps it, and the whole one the form in which it is recorded', () => {
    const draft = { ...emptyDraft(uuidOf<'review'>(2)), ratings: [rating(1)] };
    const ids = { ...draft, ratings: [{ ...rating(1), veinId: uuidOf<'vein'>(5) }] };
    expect(ReviewDraft.parse(ids)).toEqual(ids);
    expect(RecordReview.safeParse(reviewToSend(CASE, ids, TODAY)).error).toBeUndefined();
  });
});
