import type { PlanView } from '../../../shared/contract/plan.ts';
import type { PlanItem, PlannedSession } from '../../../shared/domain/plan/plan.ts';
import type { Interval } from '../../../shared/domain/plan/plan-dates.ts';
import type { PlanDraft } from '../../../shared/domain/plan/plan-situation.ts';
import type { PlannedDose } from '../../../shared/domain/plan/propose-dose.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/time.ts';

export type { PlanDraft } from '../../../shared/domain/plan/plan-situation.ts';

/** How much goes into each puncture of a vein, and how often. */
export type ItemDose = PlannedDose;

/** The draft of a plan as it was last read. */
export function draftOf(view: Pick<PlanView, 'plan'>): PlanDraft {
  return { sessions: view.plan?.sessions ?? [], items: view.plan?.items ?? [] };
}

/** Puts an item into a session, or out of all of them (null), behind what is already there. */
export function moveItem(draft: PlanDraft, index: number, sessionNumber: number | null): PlanDraft {
  const item = draft.items[index];
  if (!item || item.sessionNumber === sessionNumber) return draft;
  const others = draft.items.filter((_, at) => at !== index);
  return { ...draft, items: [...others, { ...item, sessionNumber }] };
}

/** Moves an item one place up (−1) or down (+1) among those of its own session: that is the order of treatment. */
export function shiftItem(draft: PlanDraft, index: number, by: -1 | 1): PlanDraft {
  const item = draft.items[index];
  if (!item) return draft;
  const column = draft.items.flatMap((other, at) => (other.sessionNumber === item.sessionNumber ? [at] : []));
  const target = column[column.indexOf(index) + by];
  const neighbour = target === undefined ? undefined : draft.items[target];
  if (target === undefined || !neighbour) return draft;
  return {
    ...draft,
    items: draft.items.map((other, at) => (at === index ? neighbour : at === target ? item : other)),
  };
}

/** Adds a vein that has no item yet. */
export function addItem(
  draft: PlanDraft,
  veinId: VeinId,
  dose: ItemDose,
  sessionNumber: number | null,
): PlanDraft {
  const { preparation, punctures, volumePerPunctureUl } = dose;
  const item = { veinId, sessionNumber, preparation, punctures, volumePerPunctureUl, locked: false };
  return { ...draft, items: [...draft.items, item] };
}

/** Takes an item out of the plan altogether. */
export function removeItem(draft: PlanDraft, index: number): PlanDraft {
  return { ...draft, items: draft.items.filter((_, at) => at !== index) };
}

/** Changes the dose of an item. */
export function setDose(draft: PlanDraft, index: number, dose: ItemDose): PlanDraft {
  const { preparation, punctures, volumePerPunctureUl } = dose;
  return changeItem(draft, index, { preparation, punctures, volumePerPunctureUl });
}

/** Locks an item to its session, or lets it go. */
export function setLocked(draft: PlanDraft, index: number, locked: boolean): PlanDraft {
  return changeItem(draft, index, { locked });
}

function changeItem(draft: PlanDraft, index: number, change: Partial<PlanItem>): PlanDraft {
  return { ...draft, items: draft.items.map((item, at) => (at === index ? { ...item, ...change } : item)) };
}

/** Adds a session behind the last one, the usual interval later; the first is on `today`. */
export function addSession(draft: PlanDraft, interval: Interval, today: CalendarDate): PlanDraft {
  return { ...draft, sessions: [...draft.sessions, nextSession(draft.sessions, interval, today)] };
}

function nextSession(
  sessions: readonly PlannedSession[],
  interval: Interval,
  today: CalendarDate,
): PlannedSession {
  const number = Math.max(0, ...sessions.map((session) => session.number)) + 1;
  const lastDate = sessions.map((session) => session.onDate).reduce(laterOf, null);
  const proposed = lastDate ? addDays(lastDate, interval.usualDays) : today;
  return { number, onDate: proposed < today ? today : proposed, atTime: null, tighterCaps: [] };
}

function laterOf(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a !== null && a > b ? a : b;
}

/** Takes a session out; its veins are kept, not planned. Later sessions keep their numbers. */
export function removeSession(draft: PlanDraft, number: number): PlanDraft {
  return {
    sessions: draft.sessions.filter((session) => session.number !== number),
    items: draft.items.map((item) =>
      item.sessionNumber === number ? { ...item, sessionNumber: null, locked: false } : item,
    ),
  };
}

/** Puts a session on another day. */
export function setDate(draft: PlanDraft, number: number, onDate: CalendarDate): PlanDraft {
  return changeSession(draft, number, { onDate });
}

/** Gives a session a time of day (`HH:MM`), or none. */
export function setTime(draft: PlanDraft, number: number, atTime: string | null): PlanDraft {
  return changeSession(draft, number, { atTime });
}

/** Sets a cap of one session tighter than the profile's, in the unit of the limit, or takes it back (null). */
export function setTighterCap(
  draft: PlanDraft,
  number: number,
  limitId: string,
  amount: number | null,
): PlanDraft {
  const caps = draft.sessions.find((session) => session.number === number)?.tighterCaps ?? [];
  const others = caps.filter((cap) => cap.limitId !== limitId);
  const tighterCaps = amount === null ? others : [...others, { limitId, amount }];
  return changeSession(draft, number, { tighterCaps });
}

function changeSession(draft: PlanDraft, number: number, change: Partial<PlannedSession>): PlanDraft {
  return {
    ...draft,
    sessions: draft.sessions.map((session) =>
      session.number === number ? { ...session, ...change } : session,
    ),
  };
}
