import { describe, expect, it } from 'vitest';
import { planBoard } from '../../../../renderer/features/plan/plan-board.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { micrograms, microlitres } from '../../../../shared/kernel/units.ts';
import { line, liquid, veinId } from '../session/session-fixture.ts';
import { draftWith, item, planFacts } from './plan-fixture.ts';

const veins = [line(1), line(2, { feederId: veinId(1) }), line(3)];
const facts = planFacts(veins);

describe('the board of a plan', () => {
  it('shows what is in no session, with a dose or without', () => {
    const { unplanned } = planBoard(draftWith(1, [item(1, 1), item(2, null)]), facts);
    expect(unplanned.map(({ label, dose }) => [label, dose !== null])).toEqual([
      ['L2', true],
      ['L3', false],
    ]);
  });

  it('sums each session, and names the limit that binds', () => {
    const [column] = planBoard(draftWith(1, [item(1, 1), item(3, 1)]), facts).columns;
    expect(column?.assessment.totals).toMatchObject({ massUg: 30_000, liquidUl: 3_000, injections: 10 });
    expect(column?.assessment.bindingLimitId).toBe('mass-24h');
    expect(column?.gauges[0]?.limit.id).toBe('mass-24h');
    expect(column?.roomUl).toBe(7_000);
  });

  it('shows at once when a session passes a hard limit', () => {
    const [column] = planBoard(draftWith(1, [item(1, 1, { punctures: 30 })]), facts).columns;
    expect(column?.assessment.passed.hard).toEqual(['mass-24h']);
  });

  it('flags a vein whose feeder is planned later', () => {
    const board = planBoard(draftWith(2, [item(1, 2), item(2, 1)]), facts);
    expect(board.columns[0]?.cards[0]).toMatchObject({ label: 'L2', fedBy: 'L1', feederLater: true });
    expect(board.feeders).toEqual({ kept: 0, broken: 1 });
  });

  it('says when a session comes too soon after the one before', () => {
    const draft = draftWith(2, []);
    const [first, second] = draft.sessions;
    if (!first || !second) throw new Error('two sessions');
    const soon = { ...draft, sessions: [first, { ...second, onDate: calendarDate('2026-09-08') }] };
    expect(planBoard(soon, facts).columns[1]).toMatchObject({ daysAfterPrevious: 5, isTooSoon: true });
    expect(planBoard(draft, facts).columns[1]).toMatchObject({ daysAfterPrevious: 21, isTooSoon: false });
  });

  it('counts sessions within a day together under the limit of 24 hours', () => {
    const draft = draftWith(2, [item(1, 1), item(3, 2)]);
    const sameDay = {
      ...draft,
      sessions: draft.sessions.map((session) => ({ ...session, onDate: calendarDate('2026-09-03') })),
    };
    const mass = planBoard(sameDay, facts).columns[1]?.gauges.find(({ limit }) => limit.id === 'mass-24h');
    expect(mass?.used).toBe(30_000);
  });

  it('says what is outside the label, and more in one place than it allows', () => {
    const strong = item(1, 1, { preparation: liquid(3), volumePerPunctureUl: microlitres(500) });
    const [card] = planBoard(draftWith(1, [strong]), facts).columns[0]?.cards ?? [];
    expect(card?.offLabel).toBe('too-strong');
    expect(card?.passedPerInjection.map(({ id }) => id)).toEqual(['injection-reticular']);
    expect(card?.differsFromProposal).toBe(true);
  });

  it('leaves limits per kilogram out while nobody has weighed the patient', () => {
    const board = planBoard(draftWith(1, [item(1, 1)]), { ...facts, weightG: null });
    expect(board.hasLimitsPerKg).toBe(true);
    expect(board.columns[0]?.gauges.map(({ limit }) => limit.id)).not.toContain('mass-24h');
  });

  it('brings back what a closed session left over, until it is planned again', () => {
    const given = {
      veinId: veinId(1),
      sessionNumber: 1,
      injections: 3,
      volumeUl: microlitres(900),
      massUg: micrograms(9_000),
    };
    const held = [{ number: 1, onDate: calendarDate('2026-09-03'), state: 'closed' as const }];
    const closed = planFacts([line(1)], { held, given: [given] });
    const draft = draftWith(2, [item(1, 1)]);
    const [left] = planBoard(draft, closed).unplanned;
    expect(left).toMatchObject({ label: 'L1', leftOverFrom: 1, dose: { punctures: 2 } });
    const again = draftWith(2, [item(1, 1), item(1, 2, { punctures: 2 })]);
    expect(planBoard(again, closed).unplanned).toEqual([]);
  });
});
