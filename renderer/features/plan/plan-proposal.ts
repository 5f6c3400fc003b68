import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import {
  proposeSessions,
  type NotPlacedReason,
  type PlannerOptions,
  type PlannerVein,
} from '../../../shared/domain/plan/planner.ts';
import { veinLabel, VEIN_KINDS, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { veinForLabel } from '../../../shared/domain/dose/off-label.ts';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import { proposeDose } from '../../../shared/domain/plan/propose-dose.ts';
import { idOf, type VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import { leftOvers } from './plan-cards.ts';
import { dosePatientOf, usableLimits, type PlanFacts } from './plan-facts.ts';
import { withSessions, type ItemDose, type PlanDraft } from './plan-draft.ts';

/** What the planner proposes, and the draft that would come of it. */
export interface ShownProposal {
  readonly draft: PlanDraft;
  /** New sessions; those that took place are not counted. */
  readonly sessions: number;
  readonly proof: 'proven' | 'found';
  readonly lowerBound: number;
  /** Veins that found no place, by their label. */
  readonly notPlaced: readonly { readonly label: string; readonly because: NotPlacedReason | 'no-dose' }[];
  readonly volumeUl: number;
  /** Whether the plan is like this already. */
  readonly isThePlan: boolean;
}

/** A vein's share that is still to be planned: an item of the draft, or a vein without one. */
interface Share {
  readonly key: VeinId;
  readonly vein: Vein;
  readonly index: number | null;
  readonly dose: ItemDose | null;
  readonly lockedTo: number | null;
}

/** Proposes sessions for everything that has not been held; doses are proposed where there are none. Null when there is nothing to plan. */
export function planProposal(
  draft: PlanDraft,
  facts: PlanFacts,
  options: PlannerOptions,
  today: CalendarDate,
): ShownProposal | null {
  const held = new Set(facts.view.held.map(({ number }) => number));
  const lastHeld = Math.max(0, ...held);
  const numbers = numbersAfter(draft, lastHeld);
  const shares = sharesOf(draft, facts, held, numbers);
  const withDose = shares.flatMap((share) => (share.dose ? [{ ...share, dose: share.dose }] : []));
  if (withDose.length === 0) return null;
  const proposal = proposeSessions({
    veins: withDose.map((share) => plannerVein(share, withDose, facts)),
    limits: usableLimits(facts),
    patient: dosePatientOf(facts, held.size === 0 && !facts.treatedBefore),
    options,
  });
  const placed = new Map<VeinId, number>();
  proposal.sessions.forEach(({ veinIds }, at) => {
    for (const key of veinIds) placed.set(key, numberAt(numbers, at, lastHeld));
  });
  const next = proposedDraft(draft, facts, { shares: withDose, placed, held, today });
  const labelOf = new Map(withDose.map(({ key, vein }) => [key, veinLabel(vein)]));
  return {
    draft: next,
    sessions: proposal.sessions.length,
    proof: proposal.proof,
    lowerBound: proposal.lowerBound,
    notPlaced: [
      ...proposal.notPlaced.map(({ veinId, because }) => ({ label: labelOf.get(veinId) ?? '', because })),
      ...shares
        .filter(({ dose }) => dose === null)
        .map(({ vein }) => ({ label: veinLabel(vein), because: 'no-dose' as const })),
    ],
    volumeUl: withDose.reduce((sum, { dose }) => sum + dose.punctures * dose.volumePerPunctureUl, 0),
    isThePlan: withDose.every(({ key, index }) => {
      const now = index === null ? undefined : draft.items[index]?.sessionNumber;
      return now !== undefined && now === (placed.get(key) ?? null);
    }),
  };
}

/** The numbers of planned sessions behind the last one that took place, in order: the proposal fills these first. */
function numbersAfter(draft: PlanDraft, lastHeld: number): readonly number[] {
  return draft.sessions
    .map(({ number }) => number)
    .filter((number) => number > lastHeld)
    .sort((a, b) => a - b);
}

/** The number of the proposal's session `at`; past the planned ones they count on. */
function numberAt(numbers: readonly number[], at: number, lastHeld: number): number {
  return numbers[at] ?? (numbers.at(-1) ?? lastHeld) + at - numbers.length + 1;
}

function sharesOf(
  draft: PlanDraft,
  facts: PlanFacts,
  held: ReadonlySet<number>,
  numbers: readonly number[],
): readonly Share[] {
  const veins = new Map(facts.veins.map((vein) => [vein.id, vein]));
  const seen = new Map<VeinId, number>();
  const items = draft.items.flatMap((item, index): Share[] => {
    const vein = veins.get(item.veinId);
    if (!vein || (item.sessionNumber !== null && held.has(item.sessionNumber))) return [];
    if (item.locked && item.sessionNumber === null) return [];
    const nth = seen.get(vein.id) ?? 0;
    seen.set(vein.id, nth + 1);
    // A vein that is split over sessions has several shares; the planner knows each by a name of its own.
    const key = nth === 0 ? vein.id : idOf<'vein'>(`${vein.id}#${String(nth)}`);
    const at = item.locked && item.sessionNumber !== null ? numbers.indexOf(item.sessionNumber) : -1;
    return [{ key, vein, index, dose: item, lockedTo: at === -1 ? null : at + 1 }];
  });
  const planned = new Set(draft.items.map(({ veinId }) => veinId));
  const others = facts.veins
    .filter((vein) => !planned.has(vein.id) && vein.carriedOverFrom === null)
    .map((vein): Share => ({ key: vein.id, vein, index: null, dose: doseFor(vein, facts), lockedTo: null }));
  const rests = leftOvers(draft, facts).flatMap((item): Share[] => {
    const vein = veins.get(item.veinId);
    return vein ? [{ key: vein.id, vein, index: null, dose: item, lockedTo: null }] : [];
  });
  return [...items, ...rests, ...others];
}

/** The dose to begin with for a vein, from the profile; null where the label has nothing for it. */
export function doseFor(vein: Vein, facts: PlanFacts): ItemDose | null {
  return proposeDose({
    vein: veinForLabel(vein, facts.veins),
    ...measureVein(vein, facts.heightScale),
    profile: facts.view.profile,
  });
}

function plannerVein(
  share: Share & { readonly dose: ItemDose },
  all: readonly Share[],
  facts: PlanFacts,
): PlannerVein {
  const { vein, dose } = share;
  const feeder = all.find(({ key }) => key === vein.feederId);
  return {
    id: share.key,
    leg: vein.leg,
    kind: vein.kind,
    preparation: dose.preparation,
    volumeUl: microlitres(dose.punctures * dose.volumePerPunctureUl),
    punctures: dose.punctures,
    feederId: feeder?.key ?? null,
    region: measureVein(vein, facts.heightScale).region,
    lockedTo: share.lockedTo,
    now: null,
  };
}

interface Placement {
  readonly shares: readonly (Share & { readonly dose: ItemDose })[];
  readonly placed: ReadonlyMap<VeinId, number>;
  readonly held: ReadonlySet<number>;
  readonly today: CalendarDate;
}

function proposedDraft(draft: PlanDraft, facts: PlanFacts, placement: Placement): PlanDraft {
  const { shares, placed, held, today } = placement;
  const moved = new Set(shares.map(({ index }) => index));
  const kept = draft.items.filter((_, index) => !moved.has(index));
  const items = shares.map(({ key, vein, dose, index }): PlanItem => ({
    veinId: vein.id,
    sessionNumber: placed.get(key) ?? null,
    preparation: dose.preparation,
    punctures: dose.punctures,
    volumePerPunctureUl: dose.volumePerPunctureUl,
    locked: index === null ? false : (draft.items[index]?.locked ?? false),
  }));
  const order = treatmentOrder(facts.veins);
  const sorted = items.toSorted((a, b) => order(a.veinId) - order(b.veinId));
  return withSessions(
    { ...draft, items: [...kept, ...sorted] },
    [...new Set(placed.values())],
    held,
    facts.view.profile.interval,
    today,
  );
}

/** Large before small, as feeders are treated before what they feed; else as they are numbered. */
function treatmentOrder(veins: readonly Vein[]): (id: VeinId) => number {
  const sorted = veins.toSorted(
    (a, b) => VEIN_KINDS.indexOf(b.kind) - VEIN_KINDS.indexOf(a.kind) || a.number - b.number,
  );
  const place = new Map(sorted.map(({ id }, at) => [id, at]));
  return (id) => place.get(id) ?? veins.length;
}
