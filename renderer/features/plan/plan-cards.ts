import type { GivenToVein } from '../../../shared/contract/plan.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { DoseTotals } from '../../../shared/domain/dose/ledger.ts';
import {
  offLabelReason,
  veinForLabel,
  type OffLabelReason,
  type VeinForLabel,
} from '../../../shared/domain/dose/off-label.ts';
import { measureVein, type VeinMeasures } from '../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import { leftOverItems, veinsToTreatAgain } from '../../../shared/domain/plan/plan-shares.ts';
import { dosePatientOf, heldNumbers, usableLimits } from '../../../shared/domain/plan/plan-situation.ts';
import { assessPlannedSession, entriesOf, feedersLater } from '../../../shared/domain/plan/plan-totals.ts';
import { doseDifference } from '../../../shared/domain/plan/dose-difference.ts';
import { doseChoices } from '../../../shared/domain/plan/propose-dose.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { ItemDose, PlanDraft } from './plan-draft.ts';
import { situationOf, type PlanFacts } from './plan-facts.ts';

/** A vein on the board, with its dose if it has one. */
export interface PlanCard {
  /** Stays the same while the vein moves about. */
  readonly key: string;
  /** Its place in the draft's items; null for a vein without a dose. */
  readonly index: number | null;
  readonly vein: Vein;
  readonly label: string;
  readonly measures: VeinMeasures;
  readonly dose: ItemDose | null;
  readonly totals: DoseTotals;
  /** Which part of the vein this is, where it stands in several sessions; null: it is whole. */
  readonly part: { readonly nth: number; readonly of: number } | null;
  readonly isLocked: boolean;
  readonly fedBy: string | null;
  /** Its feeder is planned later than this vein. */
  readonly feederLater: boolean;
  /** The vein as the label sees it. */
  readonly forLabel: VeinForLabel;
  readonly offLabel: OffLabelReason | null;
  /** Limits on a single injection that the volume per puncture passes. */
  readonly passedPerInjection: readonly Limit[];
  /** What the profile proposes in each form that it foresees for such a vein, liquid first. */
  readonly choices: readonly ItemDose[];
  /** That in the form of the dose, liquid without one; null where it has nothing for such a vein. */
  readonly proposed: ItemDose | null;
  readonly differsFromProposal: boolean;
  /** What a session that took place gave; null while it has not taken place. */
  readonly given: GivenToVein | null;
  /** The session that should have given this and did not; its rest waits to be planned again. */
  readonly leftOverFrom: number | null;
  /** A review sent it to a further session, which is not planned yet. */
  readonly isFurther: boolean;
}

/** Every vein with what is planned for it, in the order of the plan; veins without a dose last. */
export function cardsOf(draft: PlanDraft, facts: PlanFacts): readonly PlanCard[] {
  const veins = new Map(facts.veins.map((vein) => [vein.id, vein]));
  const nth = new Map<VeinId, number>();
  const itemsOf = Map.groupBy(draft.items, ({ veinId }) => veinId);
  const held = heldNumbers(facts.view);
  const later = new Set(feedersLater(draft.items, facts.veins, held).map(({ veinId }) => veinId));
  const withDose = draft.items.flatMap((item, index): PlanCard[] => {
    const vein = veins.get(item.veinId);
    if (!vein) return [];
    const ordinal = nth.get(vein.id) ?? 0;
    nth.set(vein.id, ordinal + 1);
    const part = partOf(item, itemsOf.get(vein.id) ?? []);
    const card = cardOf(vein, item, index, ordinal, later.has(vein.id), veins, facts);
    return [part ? { ...card, part, differsFromProposal: partsDiffer(card, itemsOf, held) } : card];
  });
  const without = facts.veins.filter((vein) => !nth.has(vein.id));
  return [
    ...withDose,
    ...leftOverItems(draft, situationOf(facts)).flatMap((item): PlanCard[] => {
      const vein = veins.get(item.veinId);
      if (!vein) return [];
      const card = cardOf(vein, item, null, nth.get(vein.id) ?? 0, false, veins, facts);
      return [{ ...card, given: null, leftOverFrom: item.sessionNumber }];
    }),
    ...veinsToTreatAgain(draft, situationOf(facts))
      .filter(({ id }) => nth.has(id))
      .map((vein) => ({
        ...cardOf(vein, null, null, nth.get(vein.id) ?? 0, false, veins, facts),
        isFurther: true,
      })),
    ...without.map((vein) => cardOf(vein, null, null, 0, false, veins, facts)),
  ];
}

/** The place of an item among those of its vein, by session; null where it is the only one. */
function partOf(item: PlanItem, all: readonly PlanItem[]): PlanCard['part'] {
  if (all.length < 2) return null;
  const placeOf = ({ sessionNumber }: PlanItem) => sessionNumber ?? Number.POSITIVE_INFINITY;
  const sorted = all.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
  return { nth: sorted.indexOf(item) + 1, of: all.length };
}

/** Parts of a vein are beside the proposal what they are together; once some were held, the number of punctures says nothing. */
function partsDiffer(
  { vein, dose, proposed }: PlanCard,
  itemsOf: ReadonlyMap<VeinId, readonly PlanItem[]>,
  held: ReadonlySet<number>,
): boolean {
  if (!dose || !proposed) return false;
  const all = itemsOf.get(vein.id) ?? [];
  const isBegun = all.some(({ sessionNumber }) => sessionNumber !== null && held.has(sessionNumber));
  const punctures = isBegun ? proposed.punctures : all.reduce((sum, item) => sum + item.punctures, 0);
  return doseDifference({ ...dose, punctures }, proposed) !== null;
}

function cardOf(
  vein: Vein,
  item: PlanItem | null,
  index: number | null,
  ordinal: number,
  feederLater: boolean,
  veins: ReadonlyMap<VeinId, Vein>,
  facts: PlanFacts,
): PlanCard {
  const measures = measureVein(vein, facts.heightScale);
  const { profile, given } = facts.view;
  const feeder = vein.feederId === null ? undefined : veins.get(vein.feederId);
  const forLabel = veinForLabel(vein, facts.veins);
  const form = item?.preparation.form ?? 'liquid';
  const choices = doseChoices({ vein: forLabel, ...measures, profile });
  const proposed = choices.find(({ preparation }) => preparation.form === form) ?? null;
  return {
    key: `${vein.id}:${String(ordinal)}`,
    index,
    vein,
    label: veinLabel(vein),
    measures,
    dose: item,
    part: null,
    totals: totalsOf(item ? entriesOf(item, [vein]) : []),
    isLocked: item?.locked ?? false,
    fedBy: feeder ? veinLabel(feeder) : null,
    feederLater,
    forLabel,
    offLabel: item ? offLabelReason(profile, forLabel, item.preparation) : null,
    passedPerInjection: item ? passedPerInjection(item, vein, facts) : [],
    choices,
    proposed,
    differsFromProposal: item !== null && proposed !== null && doseDifference(item, proposed) !== null,
    given:
      given.find(
        (entry) => entry.veinId === vein.id && entry.sessionNumber === (item?.sessionNumber ?? null),
      ) ?? null,
    leftOverFrom: null,
    isFurther: false,
  };
}

function passedPerInjection(item: PlanItem, vein: Vein, facts: PlanFacts): readonly Limit[] {
  const { limits } = facts.view.profile;
  const { injectionsOver } = assessPlannedSession({
    items: [item],
    veins: [vein],
    limits: usableLimits(situationOf(facts)),
    patient: dosePatientOf(facts, false),
  });
  const ids = new Set(injectionsOver.flatMap(({ limitIds }) => limitIds));
  return limits.filter(({ id }) => ids.has(id));
}
