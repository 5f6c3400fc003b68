import { describe, expect, it } from 'vitest';
import {
  otherVeins,
  ratingsOf,
  responseCounts,
  responseMarks,
  reviewRows,
} from '../../../../renderer/features/review/review-model.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { line, veinId } from '../session/session-fixture.ts';
import { rating, treated } from './review-fixture.ts';

const view = {
  veins: [line(2), line(1), line(3), line(4, { leg: 'right' })],
  treated: [treated(1, 3_000), treated(2, 1_500), treated(4, 1_500)],
  heightScale: 1,
};
const NONE = new Map();

describe('the veins of a review', () => {
  it('are those that were treated, right before left, with what they were given', () => {
    const rows = reviewRows(view, NONE, null);
    expect(rows.map(({ label, treated: given }) => [label, given.volumeUl])).toEqual([
      ['R4', 1_500],
      ['L1', 3_000],
      ['L2', 1_500],
    ]);
  });

  it('say how each was rated the time before', () => {
    const before = { responses: [rating(1, { response: 'better' })] };
    expect(reviewRows(view, NONE, before).map(({ before: was }) => was)).toEqual([null, 'better', null]);
  });

  it('leave apart what nobody treated, and what an old map alone knows', () => {
    const old = line(5, { carriedOverFrom: calendarDate('2021-04-01') });
    const { untreated, carriedOver } = otherVeins({ ...view, veins: [...view.veins, old] });
    expect(untreated.map(({ number }) => number)).toEqual([3]);
    expect(carriedOver.map(({ number }) => number)).toEqual([5]);
  });

  it('stand on the map by their response, the rest faint', () => {
    const ratings = ratingsOf({ responses: [rating(2, { response: 'cleared' }), rating(1)] });
    const marks = responseMarks(view.veins, ratings);
    expect(marks.get(veinId(2))?.state).toBe('cleared');
    expect(marks.get(veinId(1))?.label).toBe('=');
    expect(marks.get(veinId(3))?.dimmed).toBe(true);
    expect(responseCounts([...ratings.values()])).toMatchObject({ cleared: 1, same: 1, better: 0 });
  });
});
