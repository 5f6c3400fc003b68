import { describe, expect, it } from 'vitest';
import {
  graded,
  rated,
  responseCounts,
  responseMarks,
  responsesToSend,
  reviewRows,
} from '../../../../renderer/features/review/review-model.ts';
import { micrograms, microlitres } from '../../../../shared/kernel/units.ts';
import { line, veinId } from '../session/session-fixture.ts';

const given = (n: number, sessionNumber: number) => ({
  veinId: veinId(n),
  sessionNumber,
  injections: 5,
  volumeUl: microlitres(1_500),
  massUg: micrograms(15_000),
});
const view = {
  veins: [line(2), line(1), line(3), line(4, { leg: 'right' })],
  given: [given(1, 1), given(1, 2), given(2, 1), given(4, 1)],
  heightScale: 1,
  judgedBy: [],
};
const NONE = new Map();

describe('reviewing the response', () => {
  it('lists the veins that were treated, right before left, with what they were given', () => {
    const rows = reviewRows(view, NONE, null);
    expect(rows.map(({ label, volumeUl }) => [label, volumeUl])).toEqual([
      ['R4', 1_500],
      ['L1', 3_000],
      ['L2', 1_500],
    ]);
  });

  it('says how each vein was rated the time before', () => {
    const before = { responses: [...rated(NONE, veinId(1), 'better').values()] };
    expect(reviewRows(view, NONE, before).map(({ before: was }) => was)).toEqual([null, 'better', null]);
  });

  it('keeps matting and pigment when the response is changed', () => {
    const draft = rated(graded(rated(NONE, veinId(1), 'better'), veinId(1), 'matting'), veinId(1), 'cleared');
    expect(draft.get(veinId(1))).toEqual({
      veinId: veinId(1),
      response: 'cleared',
      matting: 1,
      pigmentation: 0,
    });
  });

  it('goes through the grades and back to none', () => {
    const grades = [1, 2, 3, 4].map((presses) =>
      Array.from({ length: presses }).reduce<ReturnType<typeof graded>>(
        (draft) => graded(draft, veinId(1), 'pigmentation'),
        rated(NONE, veinId(1), 'same'),
      ),
    );
    expect(grades.map((draft) => draft.get(veinId(1))?.pigmentation)).toEqual([1, 2, 3, 0]);
  });

  it('sends what was rated and nothing else', () => {
    const draft = rated(NONE, veinId(2), 'cleared');
    expect(responsesToSend(reviewRows(view, draft, null))).toEqual([
      { veinId: veinId(2), response: 'cleared', matting: 0, pigmentation: 0 },
    ]);
    expect(responseCounts([...draft.values()])).toMatchObject({ cleared: 1, better: 0 });
  });

  it('shows the response on the map, and the rest faint', () => {
    const marks = responseMarks(view.veins, rated(NONE, veinId(2), 'cleared'));
    expect(marks.get(veinId(2))?.state).toBe('cleared');
    expect(marks.get(veinId(1))?.dimmed).toBe(true);
  });
});
