import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import { proposeCourse } from '../../../../shared/domain/plan/propose-course.ts';
import { takeMoves, type TakenMoves } from '../../../../shared/domain/plan/take-moves.ts';
import type { PlanningOptions, PlanSituation } from '../../../../shared/domain/plan/plan-situation.ts';
import { draftOf, idOfVein, item, OPTIONS, situation, TODAY, vein } from './course-fixture.ts';

function take(
  items: readonly PlanItem[],
  known: PlanSituation,
  keys: readonly string[],
  more: Partial<PlanningOptions> = {},
): TakenMoves {
  const options = { ...OPTIONS, ...more };
  const draft = draftOf(items);
  const proposal = proposeCourse(draft, known, options, TODAY);
  if (!proposal) throw new Error('nothing to plan');
  return takeMoves(draft, proposal, new Set(keys), known, options);
}

const places = ({ draft }: TakenMoves) =>
  draft.items.map(({ veinId, sessionNumber }) => [veinId, sessionNumber]);

describe('single moves of a proposal', () => {
  it('leave the others where they are', () => {
    const known = situation([vein(1), vein(2), vein(3)]);
    const taken = take([item(1, 1)], known, ['v3']);
    expect(places(taken)).toEqual([
      ['v1', 1],
      ['v3', 1],
    ]);
    expect(taken.problems).toEqual([]);
  });

  it('bring the session that they need, and take away the one that they empty', () => {
    const known = situation([vein(1), vein(2)]);
    const { draft } = take([item(1, 1), item(2, 2)], known, ['v1', 'v2']);
    expect(draft.sessions).toHaveLength(1);
    const large = situation([vein(1)]);
    const split = take([item(1, null, { punctures: 40 })], large, ['v1']);
    expect(split.draft.sessions.map(({ number, onDate }) => [number, onDate])).toEqual([
      [1, '2026-09-03'],
      [2, '2026-09-24'],
    ]);
  });

  it('say which limit they would pass without the rest', () => {
    const right = { leg: 'right' } as const;
    const veins = [...[1, 2, 3, 4].map((n) => vein(n)), vein(5, right), vein(6, right), vein(7)];
    const items = [...[1, 2, 3, 4, 5].map((n) => item(n, 1)), item(6, 2), item(7, 2)];
    const options = { oneLegPerSession: true };
    expect(take(items, situation(veins), ['v5', 'v7'], options).problems).toEqual([]);
    expect(take(items, situation(veins), ['v7'], options).problems).toEqual([
      { code: 'over-limit', sessionNumber: 1, limitId: 'mass-24h' },
    ]);
  });

  it('say which feeder would come too late, and nothing of what was wrong before', () => {
    const fed = vein(2, { feederId: idOfVein(1) });
    const known = situation([vein(1), fed, ...[3, 4, 5, 6].map((n) => vein(n))]);
    const items = [1, 2, 3, 4, 5, 6].map((n) => item(n, 1));
    expect(take(items, known, []).problems).toEqual([]);
    const draft = draftOf(items);
    const proposal = proposeCourse(draft, known, OPTIONS, TODAY);
    if (!proposal) throw new Error('nothing to plan');
    // As if the planner had put both into the second session.
    const isPair = (key: string) => key === 'v1' || key === 'v2';
    const shares = proposal.shares.map((share) =>
      isPair(share.key) ? { ...share, parts: [{ sessionNumber: 2, punctures: 5 }] } : share,
    );
    const because = { code: 'as-a-whole' } as const;
    const moves = shares
      .filter(({ key }) => isPair(key))
      .map(({ key, veinId }) => ({ key, veinId, from: 1, to: 2, punctures: 5, because }));
    const pairMoved = { ...proposal, shares, moves };
    const feederAlone = takeMoves(draft, pairMoved, new Set(['v1']), known, OPTIONS);
    expect(feederAlone.problems).toContainEqual({ code: 'feeder-later', feederId: 'v1', veinId: 'v2' });
  });
});
