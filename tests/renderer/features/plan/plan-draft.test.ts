import { describe, expect, it } from 'vitest';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import {
  addItem,
  addSession,
  moveItem,
  removeSession,
  shiftItem,
  type ItemDose,
  type PlanDraft,
} from '../../../../renderer/features/plan/plan-draft.ts';

const INTERVAL = { minimumDays: 7, usualDays: 21 };
const TODAY = calendarDate('2026-09-03');
const EMPTY: PlanDraft = { sessions: [], items: [] };
const vein = (n: number) => idOf<'vein'>(`00000000-0000-4000-8000-00000000000${String(n)}`);
const dose: ItemDose = {
  preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) },
  punctures: 5,
  volumePerPunctureUl: microlitres(300),
};
const veinsIn = (draft: PlanDraft, session: number | null) =>
  draft.items.filter((item) => item.sessionNumber === session).map((item) => item.veinId);

describe('a plan being edited', () => {
  const two = addSession(addSession(EMPTY, INTERVAL, TODAY), INTERVAL, TODAY);
  const filled = [1, 2, 3].reduce((draft, n) => addItem(draft, vein(n), dose, 1), two);

  it('puts the first session on today and the next the usual interval later', () => {
    expect(two.sessions.map((session) => session.onDate)).toEqual(['2026-09-03', '2026-09-24']);
  });

  it('never proposes a session in the past', () => {
    const late = addSession(two, INTERVAL, calendarDate('2027-01-01'));
    expect(late.sessions.at(-1)?.onDate).toBe('2027-01-01');
  });

  it('moves a vein to the end of another session', () => {
    const moved = moveItem(filled, 0, 2);
    expect(veinsIn(moved, 1)).toEqual([vein(2), vein(3)]);
    expect(veinsIn(moved, 2)).toEqual([vein(1)]);
  });

  it('changes nothing when a vein is dropped where it was', () => {
    expect(moveItem(filled, 0, 1)).toBe(filled);
  });

  it('changes the order of treatment within a session only', () => {
    const other = moveItem(filled, 1, 2);
    const index = other.items.findIndex((item) => item.veinId === vein(3));
    expect(veinsIn(shiftItem(other, index, -1), 1)).toEqual([vein(3), vein(1)]);
    expect(shiftItem(filled, 0, -1)).toBe(filled);
  });

  it('keeps the veins of a session that is taken out, not planned', () => {
    const without = removeSession(filled, 1);
    expect(without.sessions.map((session) => session.number)).toEqual([2]);
    expect(veinsIn(without, null)).toEqual([vein(1), vein(2), vein(3)]);
  });
});
