import { idOf, type VeinId } from '../../kernel/ids.ts';
import { veinForLabel } from '../dose/off-label.ts';
import { measureVein } from '../leg-map/measure.ts';
import type { Vein } from '../leg-map/vein.ts';
import type { MoveReason } from './plan-changes.ts';
import type { PlanItem } from './plan.ts';
import { stillUnplanned } from './further-veins.ts';
import { heldNumbers, type PlanDraft, type PlanSituation } from './plan-situation.ts';
import { remainingItems } from './plan-totals.ts';
import { proposeDose, type PlannedDose } from './propose-dose.ts';

/** A vein's share that is still to be given: an item of the draft, the rest of one, or a vein without one. */
export interface Share {
  /** What the planner knows it by: the vein's id; a further share of the same vein has a number behind it. */
  readonly key: VeinId;
  readonly vein: Vein;
  /** Its place among the items of the draft; null: none yet. */
  readonly index: number | null;
  /** Null: nobody has chosen a dose, and the label has none. */
  readonly dose: PlannedDose | null;
  readonly now: number | null;
  readonly locked: boolean;
  /** The session that should have given it; null: it is no rest. */
  readonly leftOverFrom: number | null;
  /** Why nothing more is needed; null: it is. */
  readonly dropped: Extract<MoveReason, { readonly code: 'done' | 'cleared' }> | null;
}

/**
 * What is still to be given: every item outside the sessions held, what those left over, and every vein of the map that is in no
 * plan. Left out: what is locked out of all sessions, carried-over veins that nobody has seen again, and those without an item
 * that were given something or have cleared.
 */
export function sharesOf(draft: PlanDraft, situation: PlanSituation): readonly Share[] {
  const veins = new Map(situation.veins.map((vein) => [vein.id, vein]));
  const held = heldNumbers(situation);
  const keyOf = keys();
  const dropped = droppedVeins(draft, situation);
  const items = draft.items.flatMap((item, index): Share[] => {
    const vein = veins.get(item.veinId);
    const isOut = item.sessionNumber === null ? item.locked : held.has(item.sessionNumber);
    if (!vein || isOut) return [];
    const why = item.locked ? null : (dropped.get(vein.id) ?? null);
    const { sessionNumber: now, locked } = item;
    return [{ key: keyOf(vein.id), vein, index, dose: item, now, locked, leftOverFrom: null, dropped: why }];
  });
  const further = (vein: Vein | undefined, dose: PlannedDose | null, leftOverFrom: number | null): Share[] =>
    vein
      ? [
          {
            key: keyOf(vein.id),
            vein,
            index: null,
            dose,
            now: null,
            locked: false,
            leftOverFrom,
            dropped: null,
          },
        ]
      : [];
  return [
    ...items,
    ...leftOverItems(draft, situation).flatMap((item) =>
      further(veins.get(item.veinId), item, item.sessionNumber),
    ),
    ...[...newVeins(draft, situation), ...veinsToTreatAgain(draft, situation)].flatMap((vein) =>
      further(vein, usualDoseFor(vein, situation), null),
    ),
  ];
}

/** The dose to begin with for a vein, from the profile; null where the label has nothing for it. */
export function usualDoseFor(
  vein: Vein,
  { veins, heightScale, profile }: Pick<PlanSituation, 'veins' | 'heightScale' | 'profile'>,
): PlannedDose | null {
  return proposeDose({ vein: veinForLabel(vein, veins), ...measureVein(vein, heightScale), profile });
}

/** The veins that are on the map and in no plan, and need one. */
export function newVeins(draft: PlanDraft, { veins, given, cleared }: PlanSituation): readonly Vein[] {
  const known = new Set([...draft.items, ...given, ...cleared].map(({ veinId }) => veinId));
  return veins.filter(({ id, carriedOverFrom }) => carriedOverFrom === null && !known.has(id));
}

/** The veins that a review sent to a further session, as long as they stand in none to come. */
export function veinsToTreatAgain(draft: PlanDraft, situation: PlanSituation): readonly Vein[] {
  const waiting = new Set(stillUnplanned(situation.further, draft.items, heldNumbers(situation)));
  const leftOver = new Set(leftOverItems(draft, situation).map(({ veinId }) => veinId));
  return situation.veins.filter(({ id }) => waiting.has(id) && !leftOver.has(id));
}

/**
 * What sessions that are over were to give and did not, as far as nothing later has taken it over. Of a vein the last session that
 * it was planned for counts, less what any session since has given it. If it stands in a later session as well, the rest is
 * left over only while that is planned as it was when the last session was opened: a change since is the surgeon's answer.
 * Nothing of veins that have cleared.
 */
export function leftOverItems(draft: PlanDraft, situation: PlanSituation): readonly PlanItem[] {
  const stateOf = new Map(situation.held.map(({ number, state }) => [number, state]));
  const cleared = new Set(situation.cleared.map(({ veinId }) => veinId));
  const lastOf = new Map<VeinId, number>();
  for (const { veinId, sessionNumber } of draft.items) {
    if (sessionNumber === null || !stateOf.has(sessionNumber)) continue;
    lastOf.set(veinId, Math.max(sessionNumber, lastOf.get(veinId) ?? 0));
  }
  const isOver = (number: number | undefined) => {
    const state = number === undefined ? undefined : stateOf.get(number);
    return state !== undefined && state !== 'open';
  };
  const given = situation.given.flatMap((entry) => {
    const last = lastOf.get(entry.veinId);
    return last !== undefined && entry.sessionNumber >= last ? [{ ...entry, sessionNumber: last }] : [];
  });
  const later = laterPunctures(draft.items, stateOf);
  const isAnswered = (veinId: VeinId, number: number) =>
    later.has(veinId) && !isAsAtOpening(veinId, number, later, situation);
  const asked = draft.items.filter(
    ({ veinId, sessionNumber }) =>
      sessionNumber !== null &&
      sessionNumber === lastOf.get(veinId) &&
      isOver(sessionNumber) &&
      !cleared.has(veinId) &&
      !isAnswered(veinId, sessionNumber),
  );
  return remainingItems(asked, given).map((item) => ({ ...item, locked: false }));
}

/** Punctures of each vein that are planned outside the sessions held; veins without any are left out. */
export function laterPunctures(
  items: readonly PlanItem[],
  held: { readonly has: (number: number) => boolean },
): ReadonlyMap<VeinId, number> {
  const later = new Map<VeinId, number>();
  for (const { veinId, sessionNumber, punctures } of items) {
    if (sessionNumber !== null && held.has(sessionNumber)) continue;
    later.set(veinId, (later.get(veinId) ?? 0) + punctures);
  }
  return later;
}

/** Whether session `number` was the last to be opened, and as much is planned later for the vein as was planned then. */
export function isAsAtOpening(
  veinId: VeinId,
  number: number,
  later: ReadonlyMap<VeinId, number>,
  situation: Pick<PlanSituation, 'lastOpening' | 'held'>,
): boolean {
  const { lastOpening } = situation;
  if (lastOpening?.sessionNumber !== number) return false;
  const then = laterPunctures(lastOpening.items, heldNumbers(situation));
  return then.get(veinId) === later.get(veinId);
}

/** Veins whose later items are not needed: cleared at a review, or given already by a session that was not to give them. */
function droppedVeins(
  draft: PlanDraft,
  situation: PlanSituation,
): ReadonlyMap<VeinId, NonNullable<Share['dropped']>> {
  const dropped = new Map<VeinId, NonNullable<Share['dropped']>>();
  for (const { veinId, injections, sessionNumber } of givenBesides(draft, situation)) {
    if (injections.given >= injections.later) dropped.set(veinId, { code: 'done', sessionNumber });
  }
  for (const { veinId, onDate } of situation.cleared) dropped.set(veinId, { code: 'cleared', onDate });
  return dropped;
}

/** What the last session gave to veins that are planned later, and not for it; as long as nobody has answered to that. */
export function givenBesides(draft: PlanDraft, situation: PlanSituation) {
  const { lastOpening, held, given } = situation;
  const last = held.find(({ number }) => number === lastOpening?.sessionNumber);
  if (!last || last.state === 'open') return [];
  const planned = new Set(
    draft.items.filter(({ sessionNumber }) => sessionNumber === last.number).map(({ veinId }) => veinId),
  );
  const later = laterPunctures(draft.items, heldNumbers(situation));
  return given.flatMap(({ veinId, sessionNumber, injections }) => {
    const laterOfVein = later.get(veinId);
    if (sessionNumber !== last.number || planned.has(veinId) || laterOfVein === undefined) return [];
    if (!isAsAtOpening(veinId, sessionNumber, later, situation)) return [];
    return [{ veinId, sessionNumber, injections: { given: injections, later: laterOfVein } }];
  });
}

/** Names shares: a vein's first one by its id, each further one with a number. */
function keys(): (id: VeinId) => VeinId {
  const seen = new Map<VeinId, number>();
  return (id) => {
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    return nth === 0 ? id : idOf<'vein'>(`${id}#${String(nth)}`);
  };
}
