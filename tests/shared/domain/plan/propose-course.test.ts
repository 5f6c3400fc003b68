import { describe, expect, it } from 'vitest';
import { proposeCourse } from '../../../../shared/domain/plan/propose-course.ts';
import type { CourseProposal } from '../../../../shared/domain/plan/course-proposal.ts';
import type { PlanDraft, PlanSituation } from '../../../../shared/domain/plan/plan-situation.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import {
  afterFirst,
  draftOf,
  idOfVein,
  item,
  OPTIONS,
  session,
  situation,
  TODAY,
  vein,
} from './course-fixture.ts';

function propose(draft: PlanDraft, known: PlanSituation): CourseProposal {
  const proposal = proposeCourse(draft, known, OPTIONS, TODAY);
  if (!proposal) throw new Error('nothing to plan');
  return proposal;
}

/** What a proposal holds: vein, session, punctures. */
function held({ draft }: CourseProposal): readonly (readonly [string, number | null, number])[] {
  return draft.items.map(({ veinId, sessionNumber, punctures }) => [veinId, sessionNumber, punctures]);
}

/** The proposal once it is accepted: nothing more moves, whatever came of the sessions held. */
function isSettled({ draft }: CourseProposal, known: PlanSituation): boolean {
  const next = proposeCourse(draft, known, OPTIONS, TODAY);
  return next === null || (next.moves.length === 0 && next.events.every(({ code }) => code !== 'left-over'));
}

describe('the plan after a session that went otherwise', () => {
  it('plans the rest of what was given in part', () => {
    const items = [item(1, 1), item(2, 1)];
    const known = situation([vein(1), vein(2)], afterFirst(items, { 1: 5, 2: 3 }));
    const proposal = propose(draftOf(items), known);
    expect(held(proposal)).toEqual([
      ['v1', 1, 5],
      ['v2', 1, 5],
      ['v2', 2, 2],
    ]);
    expect(proposal.events).toEqual([{ code: 'left-over', veinId: 'v2', sessionNumber: 1, punctures: 2 }]);
    expect(proposal.moves).toEqual([
      {
        key: 'v2',
        veinId: 'v2',
        from: null,
        to: 2,
        punctures: 2,
        because: { code: 'left-over', sessionNumber: 1 },
      },
    ]);
    expect(isSettled(proposal, known)).toBe(true);
  });

  it('plans a vein again that was skipped', () => {
    const items = [item(1, 1), item(2, 1)];
    const known = situation([vein(1), vein(2)], afterFirst(items, { 1: 5 }));
    const proposal = propose(draftOf(items), known);
    expect(proposal.events).toEqual([{ code: 'left-over', veinId: 'v2', sessionNumber: 1, punctures: 5 }]);
    expect(isSettled(proposal, known)).toBe(true);
  });

  it('adds the rest of a vein that stands in a later session as well, until the surgeon has answered', () => {
    const items = [item(1, 1), item(1, 2)];
    const known = situation([vein(1)], afterFirst(items, { 1: 3 }));
    const proposal = propose(draftOf(items), known);
    expect(held(proposal)).toEqual([
      ['v1', 1, 5],
      ['v1', 2, 5],
      ['v1', 2, 2],
    ]);
    expect(isSettled(proposal, known)).toBe(true);
    const answered = draftOf([item(1, 1), item(1, 2, { punctures: 4 })]);
    expect(propose(answered, known).events).toEqual([]);
  });

  it('does not bring back what a later session has given since', () => {
    const items = [item(1, 1), item(1, 2, { punctures: 2 }), item(2, 3)];
    const known = situation([vein(1), vein(2)], {
      held: [
        { number: 1, onDate: TODAY, state: 'signed' },
        { number: 2, onDate: calendarDate('2026-09-24'), state: 'signed' },
      ],
      given: [
        { veinId: idOfVein(1), sessionNumber: 1, injections: 3 },
        { veinId: idOfVein(1), sessionNumber: 2, injections: 2 },
      ],
      lastOpening: { sessionNumber: 2, items },
      treatedBefore: true,
    });
    expect(propose(draftOf(items), known).events).toEqual([]);
  });

  it('takes out what was given already by a session that was not to give it', () => {
    const items = [item(1, 1), item(2, 2)];
    const known = situation([vein(1), vein(2)], afterFirst(items, { 1: 5, 2: 5 }));
    const proposal = propose(draftOf(items), known);
    expect(held(proposal)).toEqual([['v1', 1, 5]]);
    expect(proposal.draft.sessions.map(({ number }) => number)).toEqual([1]);
    expect(proposal.events).toEqual([{ code: 'done', veinId: 'v2', sessionNumber: 1 }]);
    expect(proposal.moves).toEqual([
      {
        key: 'v2',
        veinId: 'v2',
        from: 2,
        to: null,
        punctures: 5,
        because: { code: 'done', sessionNumber: 1 },
      },
    ]);
  });

  it('leaves in the plan what was given in part by a session that was not to give it, and says so', () => {
    const items = [item(1, 1), item(2, 2)];
    const known = situation([vein(1), vein(2)], afterFirst(items, { 1: 5, 2: 2 }));
    const proposal = propose(draftOf(items), known);
    expect(proposal.moves).toEqual([]);
    expect(proposal.events).toEqual([
      { code: 'more-given', veinId: 'v2', sessionNumber: 1, punctures: 2, laterPunctures: 5 },
    ]);
  });

  it('says when a vein got more than was planned, and has more to come', () => {
    const items = [item(1, 1), item(1, 2)];
    const known = situation([vein(1)], afterFirst(items, { 1: 6 }));
    const proposal = propose(draftOf(items), known);
    expect(proposal.moves).toEqual([]);
    expect(proposal.events).toEqual([
      { code: 'more-given', veinId: 'v1', sessionNumber: 1, punctures: 1, laterPunctures: 5 },
    ]);
  });

  it('keeps a second treatment of a vein that was planned after the session', () => {
    const atOpening = [item(1, 1)];
    const known = situation([vein(1), vein(2)], afterFirst(atOpening, { 1: 5, 2: 5 }));
    const proposal = propose(draftOf([item(1, 1), item(2, 2)]), known);
    expect(proposal.moves).toEqual([]);
    expect(proposal.events).toEqual([]);
  });

  it('plans a vein that was mapped since', () => {
    const items = [item(1, 1), item(2, 2)];
    const known = situation([vein(1), vein(2), vein(3)], afterFirst(items, { 1: 5 }));
    const proposal = propose(draftOf(items), known);
    expect(proposal.events).toEqual([{ code: 'new', veinId: 'v3' }]);
    expect(proposal.moves).toMatchObject([{ veinId: 'v3', from: null, to: 2, because: { code: 'new' } }]);
  });

  it('does not take a vein for new that was treated without being planned', () => {
    const items = [item(1, 1), item(2, 2)];
    const known = situation([vein(1), vein(2), vein(3)], afterFirst(items, { 1: 5, 3: 2 }));
    expect(propose(draftOf(items), known).moves).toEqual([]);
  });

  it('tells of a vein that was erased since', () => {
    const items = [item(1, 1), item(2, 2), item(3, 2)];
    const known = situation([vein(1), vein(2)], afterFirst(items, { 1: 5 }));
    const proposal = propose(draftOf([item(1, 1), item(2, 2)]), known);
    expect(proposal.events).toEqual([{ code: 'erased', veinId: 'v3' }]);
    expect(proposal.moves).toEqual([]);
  });

  it('takes out what a review found cleared, unless it is locked', () => {
    const items = [item(1, 1), item(2, 2), item(3, 2, { locked: true })];
    const onDate = calendarDate('2026-09-20');
    const known = situation([vein(1), vein(2), vein(3)], {
      ...afterFirst(items, { 1: 3 }),
      cleared: [1, 2, 3].map((n) => ({ veinId: idOfVein(n), onDate })),
    });
    const proposal = propose(draftOf(items), known);
    expect(held(proposal)).toEqual([
      ['v1', 1, 5],
      ['v3', 2, 5],
    ]);
    expect(proposal.moves).toMatchObject([{ veinId: 'v2', because: { code: 'cleared', onDate } }]);
    expect(proposal.events).toEqual([{ code: 'cleared', veinId: 'v2', onDate }]);
  });

  it('waits with what is left over until the session is closed', () => {
    const items = [item(1, 1), item(2, 2)];
    const known = situation([vein(1), vein(2)], afterFirst(items, { 1: 2 }, 'open'));
    const proposal = propose(draftOf(items), known);
    expect(proposal.events).toEqual([]);
    expect(proposal.moves).toEqual([]);
  });

  it('leaves a session that was held as it is, its date among it', () => {
    const items = [item(1, 1), item(2, 2)];
    const known = situation([vein(1), vein(2), vein(3)], afterFirst(items, { 1: 2 }));
    const { draft } = propose(draftOf(items, [session(1, { atTime: '09:00' })]), known);
    expect(draft.items.filter(({ sessionNumber }) => sessionNumber === 1)).toEqual([item(1, 1)]);
    expect(draft.sessions[0]).toEqual(session(1, { atTime: '09:00' }));
  });
});

describe('a proposal', () => {
  it('moves the days of later sessions on where one was held late, and nothing else', () => {
    const items = [item(1, 1), item(2, 2)];
    const known = situation([vein(1), vein(2)], {
      ...afterFirst(items, { 1: 5 }),
      held: [{ number: 1, onDate: calendarDate('2026-09-20'), state: 'signed' }],
    });
    const proposal = propose(draftOf(items), known);
    expect(proposal.moves).toEqual([]);
    expect(proposal.dateChanges).toEqual([{ sessionNumber: 2, from: '2026-09-24', to: '2026-10-11' }]);
    expect(propose(proposal.draft, known).dateChanges).toEqual([]);
  });

  it('is no change where the plan is as good as can be', () => {
    const items = [1, 2, 3].map((n) => item(n, 1));
    const proposal = propose(draftOf(items), situation([vein(1), vein(2), vein(3)]));
    expect(proposal.moves).toEqual([]);
    expect(proposal.draft.items).toEqual(items);
  });

  it('keeps the order of treatment of what stays, and puts what comes where it belongs', () => {
    const web = { kind: 'telangiectasia', colour: 'red', diameterMm: 0.4 } as const;
    const veins = [vein(1, web), vein(2, web), vein(3)];
    const items = [item(2, 1), item(1, 1), item(3, null)];
    const { draft } = propose(draftOf(items), situation(veins));
    expect(draft.items.map(({ veinId }) => veinId)).toEqual(['v3', 'v2', 'v1']);
  });

  it('spreads a vein that is too large for one session, with the same dose in each place', () => {
    const known = situation([vein(1)]);
    const proposal = propose(draftOf([item(1, null, { punctures: 40 })]), known);
    const parts = proposal.draft.items;
    expect(parts.map(({ sessionNumber }) => sessionNumber)).toEqual([1, 2]);
    expect(parts.reduce((sum, { punctures }) => sum + punctures, 0)).toBe(40);
    expect(new Set(parts.map(({ volumePerPunctureUl }) => volumePerPunctureUl))).toEqual(new Set([300]));
    expect(proposal.moves).toMatchObject([
      { key: 'v1', to: 1, because: { code: 'split', sessions: 2 } },
      { key: 'v1', to: 2, because: { code: 'split', sessions: 2 } },
    ]);
    expect(isSettled(proposal, known)).toBe(true);
  });

  it('counts a tighter cap of a single session', () => {
    const capped = session(1, { tighterCaps: [{ limitId: 'mass-24h', amount: 20_000 }] });
    const proposal = propose(draftOf([item(1, 1), item(2, 1)], [capped]), situation([vein(1), vein(2)]));
    expect(proposal.draft.items.filter(({ sessionNumber }) => sessionNumber === 1)).toHaveLength(1);
    expect(proposal.draft.sessions[0]?.tighterCaps).toEqual(capped.tighterCaps);
    expect(proposal.moves).toMatchObject([{ because: { code: 'over-limit', limitId: 'mass-24h' } }]);
  });

  it('names what has no dose', () => {
    const wide = vein(1, { kind: 'varicose', diameterMm: 9 });
    const us = situation([wide, vein(2)]);
    const proposal = propose(draftOf([item(2, 1)]), { ...us, profile: { ...us.profile, strengths: [] } });
    expect(proposal.notPlaced).toEqual([{ veinId: 'v1', because: 'no-dose', limitIds: [] }]);
  });

  it('does not plan a vein of which one puncture is too much', () => {
    const items = [item(1, 1, { punctures: 1, volumePerPunctureUl: microlitres(12_000) })];
    const proposal = propose(draftOf(items), situation([vein(1)]));
    expect(proposal.notPlaced).toMatchObject([{ veinId: 'v1', because: 'too-large' }]);
    expect(proposal.moves).toMatchObject([
      { from: 1, to: null, because: { code: 'over-limit', sessionNumber: 1 } },
    ]);
  });

  it('plans nothing where everything was held', () => {
    const items = [item(1, 1)];
    expect(
      proposeCourse(draftOf(items), situation([vein(1)], afterFirst(items, { 1: 5 })), OPTIONS, TODAY),
    ).toBeNull();
  });
});
