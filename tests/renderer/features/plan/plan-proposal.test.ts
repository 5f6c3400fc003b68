import { describe, expect, it } from 'vitest';
import { planProposal } from '../../../../renderer/features/plan/plan-proposal.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { micrograms, microlitres } from '../../../../shared/kernel/units.ts';
import { line, veinId } from '../session/session-fixture.ts';
import { draftWith, item, planFacts, TODAY } from './plan-fixture.ts';

const OPTIONS = { oneLegPerSession: true, order: 'fewest', time: null, earliestDate: null } as const;
const EMPTY = draftWith(0, []);

describe('the proposal on the plan page', () => {
  it('gives doses to veins without one, and makes the sessions', () => {
    const veins = [line(1), line(2, { leg: 'right' })];
    const proposal = planProposal(EMPTY, planFacts(veins), OPTIONS, TODAY);
    expect(proposal).toMatchObject({ sessions: 2, proof: 'proven', lowerBound: 2, isThePlan: false });
    expect(proposal?.draft.sessions.map(({ number, onDate }) => [number, onDate])).toEqual([
      [1, '2026-09-03'],
      [2, '2026-09-24'],
    ]);
    expect(proposal?.draft.items.every(({ sessionNumber }) => sessionNumber !== null)).toBe(true);
  });

  it('knows its own plan once it is accepted', () => {
    const facts = planFacts([line(1), line(2)]);
    const accepted = planProposal(EMPTY, facts, OPTIONS, TODAY)?.draft ?? EMPTY;
    expect(planProposal(accepted, facts, OPTIONS, TODAY)?.isThePlan).toBe(true);
  });

  it('leaves sessions that took place as they are', () => {
    const held = [{ number: 1, onDate: calendarDate('2026-09-03'), state: 'signed' as const }];
    const given = [
      {
        veinId: veinId(1),
        sessionNumber: 1,
        injections: 5,
        volumeUl: microlitres(1_500),
        massUg: micrograms(15_000),
      },
    ];
    const facts = planFacts([line(1), line(2)], { held, given });
    const draft = draftWith(1, [item(1, 1)]);
    const proposal = planProposal(draft, facts, OPTIONS, TODAY);
    expect(proposal?.draft.items.map(({ veinId: id, sessionNumber }) => [id, sessionNumber])).toContainEqual([
      veinId(2),
      2,
    ]);
    expect(proposal?.draft.items).toContainEqual(item(1, 1));
  });

  it('keeps a locked vein where it is', () => {
    const facts = planFacts([line(1), line(2)]);
    const draft = draftWith(2, [item(1, 1), item(2, 2, { locked: true })]);
    const proposal = planProposal(draft, facts, OPTIONS, TODAY);
    expect(proposal?.draft.items.find((each) => each.veinId === veinId(2))?.sessionNumber).toBe(2);
  });

  it('spreads a vein that is too large for one session, and names one that cannot be spread', () => {
    const facts = planFacts([line(1), line(2)]);
    const huge = item(2, null, { punctures: 1, volumePerPunctureUl: microlitres(12_000) });
    const proposal = planProposal(
      draftWith(1, [item(1, null, { punctures: 40 }), huge]),
      facts,
      OPTIONS,
      TODAY,
    );
    expect(proposal?.notPlaced).toMatchObject([{ label: 'L2', because: 'too-large' }]);
    expect(proposal?.draft.items.filter(({ veinId: id }) => id === veinId(1))).toHaveLength(2);
  });

  it('does not plan a carried-over vein before somebody has seen it', () => {
    const facts = planFacts([line(1, { carriedOverFrom: calendarDate('2021-05-30') })]);
    expect(planProposal(EMPTY, facts, OPTIONS, TODAY)).toBeNull();
  });
});
