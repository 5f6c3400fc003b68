import { describe, expect, it } from 'vitest';
import type { CourseProposal, ProposedShare } from '../../../../shared/domain/plan/course-proposal.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { movesOf } from '../../../../shared/domain/plan/move-reasons.ts';
import type { MoveReason } from '../../../../shared/domain/plan/plan-changes.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import { sharesOf } from '../../../../shared/domain/plan/plan-shares.ts';
import type { PlanDraft, PlanningOptions } from '../../../../shared/domain/plan/plan-situation.ts';
import { proposeCourse } from '../../../../shared/domain/plan/propose-course.ts';
import { itemsWith } from '../../../../shared/domain/plan/take-moves.ts';
import { measureVein } from '../../../../shared/domain/leg-map/measure.ts';
import {
  AT_THIGH,
  draftOf,
  idOfVein,
  item,
  OPTIONS,
  session,
  situation,
  TODAY,
  vein,
} from './course-fixture.ts';

interface Case {
  readonly veins: readonly Vein[];
  readonly draft: PlanDraft;
  /** Where another planner might have the items, in their order. */
  readonly to: readonly number[];
  readonly options?: Partial<PlanningOptions>;
}

/** The reasons for what moves, by vein, as if the planner had proposed just this. */
function reasons({ veins, draft, to, options }: Case): Readonly<Record<string, MoveReason>> {
  const known = situation(veins);
  const sources = sharesOf(draft, known);
  const shares = sources.map((source, at): ProposedShare => {
    const { key, index, now, dose } = source;
    if (!dose) throw new Error('every vein has a dose here');
    const parts = [{ sessionNumber: to[at] ?? 1, punctures: dose.punctures }];
    return { key, veinId: source.vein.id, index, now, dose, parts, isDropped: false };
  });
  const items = itemsWith(draft.items, shares, veins);
  const numbers = [...new Set(to)].toSorted((a, b) => a - b);
  const regions = new Map(veins.map((each) => [each.id, measureVein(each, 1).region]));
  const moves = movesOf(
    {
      draft,
      next: { sessions: numbers.map((number) => session(number)), items },
      shares,
      sources,
      splits: [],
      notPlaced: [],
      regionOf: (id) => regions.get(id) ?? null,
    },
    known,
    { ...OPTIONS, ...options },
  );
  return Object.fromEntries(moves.map(({ veinId, because }) => [veinId, because]));
}

function propose(
  items: readonly PlanItem[],
  veins: readonly Vein[],
  options: Partial<PlanningOptions> = {},
): CourseProposal {
  const proposal = proposeCourse(draftOf(items), situation(veins), { ...OPTIONS, ...options }, TODAY);
  if (!proposal) throw new Error('nothing to plan');
  return proposal;
}

const six = [1, 2, 3, 4, 5, 6];

describe('the reason for a move is what is wrong where it is now', () => {
  it('a limit that its session passes, and that it counts under', () => {
    const veins = six.map((n) => vein(n));
    const { moves } = propose(
      six.map((n) => item(n, 1)),
      veins,
    );
    expect(moves).toMatchObject([
      { from: 1, to: 2, because: { code: 'over-limit', limitId: 'mass-24h', sessionNumber: 1 } },
    ]);
  });

  it('minutes that its session passes', () => {
    const time = { minutesPerSession: 9, secondsPerPuncture: 60 };
    const { moves } = propose([item(1, 1), item(2, 1)], [vein(1), vein(2)], { time });
    expect(moves).toMatchObject([{ because: { code: 'over-time', sessionNumber: 1 } }]);
  });

  it('the other leg, which its session is for', () => {
    const veins = [vein(1), vein(2), vein(3, { leg: 'right' })];
    const items = [item(1, 1), item(2, 1), item(3, 1)];
    const { moves } = propose(items, veins, { oneLegPerSession: true });
    expect(moves).toMatchObject([
      { veinId: 'v3', because: { code: 'other-leg', leg: 'left', sessionNumber: 1 } },
    ]);
  });

  it('a feeder that comes later, for the feeder and for what it feeds', () => {
    const veins = [vein(1), vein(2, { feederId: idOfVein(1) })];
    const draft = draftOf([item(1, 2), item(2, 1)]);
    expect(reasons({ veins, draft, to: [1, 1] })).toEqual({ v1: { code: 'feeder', veinId: 'v2' } });
    expect(reasons({ veins, draft, to: [2, 2] })).toEqual({ v2: { code: 'feeder', veinId: 'v1' } });
  });

  it('no session at all', () => {
    const { moves } = propose([item(1, 1), item(2, null)], [vein(1), vein(2), vein(3)]);
    expect(moves).toMatchObject([
      { veinId: 'v2', from: null, because: { code: 'new' } },
      { veinId: 'v3', from: null, because: { code: 'new' } },
    ]);
  });
});

describe('or what would be wrong if it stayed while the others move', () => {
  it('its session is not needed any more', () => {
    const { moves } = propose([item(1, 1), item(2, 2)], [vein(1), vein(2)]);
    expect(moves).toHaveLength(1);
    expect(moves[0]?.because).toEqual({ code: 'fewer-sessions' });
  });

  it('its session has another number', () => {
    const sessions = [session(1), session(2)];
    const proposal = proposeCourse(draftOf([item(1, 2)], sessions), situation([vein(1)]), OPTIONS, TODAY);
    expect(proposal?.moves).toMatchObject([{ from: 2, to: 1, because: { code: 'session-gone' } }]);
  });

  it('its feeder moves behind it', () => {
    const veins = [vein(1), vein(2, { feederId: idOfVein(1) }), vein(3)];
    const draft = draftOf([item(1, 1), item(2, 1), item(3, 1)]);
    expect(reasons({ veins, draft, to: [2, 2, 1] }).v2).toEqual({ code: 'feeder', veinId: 'v1' });
  });

  it('there is no room for it beside what comes', () => {
    const veins = six.map((n) => vein(n));
    const draft = draftOf([...[1, 2, 3, 4, 5].map((n) => item(n, 1)), item(6, 2)]);
    const because = reasons({ veins, draft, to: [2, 1, 1, 1, 1, 1] });
    expect(because.v1).toEqual({ code: 'makes-room', sessionNumber: 1 });
  });

  it('the other leg comes into its session', () => {
    const veins = [vein(1), vein(2, { leg: 'right' })];
    const draft = draftOf([item(1, 1), item(2, 2)]);
    const because = reasons({ veins, draft, to: [2, 1], options: { oneLegPerSession: true } });
    expect(because.v1).toEqual({ code: 'other-leg', leg: 'right', sessionNumber: 1 });
  });
});

describe('or what its new session has for it', () => {
  it('others of its region', () => {
    const veins = [vein(1), vein(2, AT_THIGH), vein(3, AT_THIGH), vein(4)];
    const draft = draftOf([item(1, 1), item(2, 1), item(3, 2), item(4, 1)]);
    expect(reasons({ veins, draft, to: [1, 2, 2, 1] })).toEqual({
      v2: { code: 'neighbours', region: 'thigh-posterior' },
    });
  });

  it('its own leg, where the one before is for the other', () => {
    const veins = [vein(1), vein(2, { leg: 'right', ...AT_THIGH }), vein(3, { leg: 'right' })];
    const draft = draftOf([item(1, 1), item(2, 1), item(3, 2)]);
    expect(reasons({ veins, draft, to: [1, 2, 2] })).toEqual({
      v2: { code: 'other-leg', leg: 'left', sessionNumber: 1 },
    });
  });

  it('a place before what it feeds', () => {
    const veins = [vein(1), vein(2), vein(3, { feederId: idOfVein(2) })];
    const draft = draftOf([item(1, 1), item(2, 2), item(3, 2)]);
    expect(reasons({ veins, draft, to: [1, 1, 2] })).toEqual({ v2: { code: 'feeders-first' } });
  });

  it('large vessels first, if that is asked for', () => {
    const veins = [vein(1), vein(2), vein(3)];
    const draft = draftOf([item(1, 1), item(2, 2), item(3, 2)]);
    const options = { order: 'feeders-first' } as const;
    expect(reasons({ veins, draft, to: [1, 1, 2], options }).v2).toEqual({ code: 'feeders-first' });
  });

  it('sessions that are more alike', () => {
    const places = [AT_THIGH, {}, { aspect: 'anterior' }, { aspect: 'lateral' }] as const;
    const veins = places.map((place, at) => vein(at + 1, place));
    const draft = draftOf([item(1, 1), item(2, 1), item(3, 1), item(4, 2)]);
    expect(reasons({ veins, draft, to: [1, 1, 2, 2] })).toEqual({ v3: { code: 'balance' } });
  });

  it('an earlier day', () => {
    const places = [AT_THIGH, {}, { aspect: 'anterior' }, { aspect: 'lateral' }] as const;
    const veins = places.map((place, at) => vein(at + 1, place));
    const draft = draftOf([item(1, 1), item(2, 1), item(3, 2), item(4, 2)]);
    expect(reasons({ veins, draft, to: [1, 1, 1, 2] })).toEqual({ v3: { code: 'earlier' } });
  });

  it('nothing by itself: then it says just that', () => {
    const places = [AT_THIGH, {}, { aspect: 'anterior' }, { aspect: 'lateral' }] as const;
    const veins = places.map((place, at) => vein(at + 1, place));
    const draft = draftOf([item(1, 1), item(2, 1), item(3, 2), item(4, 2)]);
    expect(reasons({ veins, draft, to: [1, 2, 2, 2] })).toEqual({ v2: { code: 'as-a-whole' } });
  });
});
