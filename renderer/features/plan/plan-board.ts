import type { GivenToVein, PlanView } from '../../../shared/contract/plan.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { Gauge } from '../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { DosePatient, DoseTotals, LedgerEntry } from '../../../shared/domain/dose/ledger.ts';
import { offLabelReason, type OffLabelReason } from '../../../shared/domain/dose/off-label.ts';
import { measureVein, type VeinMeasures } from '../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Leg, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanItem, PlannedSession } from '../../../shared/domain/plan/plan.ts';
import {
  assessPlannedSession,
  entriesOf,
  feedersLater,
  remainingItems,
  type PlannedSessionAssessment,
} from '../../../shared/domain/plan/plan-totals.ts';
import { proposeDose } from '../../../shared/domain/plan/propose-dose.ts';
import type { SessionState } from '../../../shared/domain/session/session.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { daysBetween } from '../../../shared/kernel/time.ts';
import { grams, type Grams } from '../../../shared/kernel/units.ts';
import type { ItemDose, PlanDraft } from './plan-draft.ts';

/** Stands in where there is no weight; the limits per kilogram are left out then. */
const NO_WEIGHT = grams(0);

/** What the plan page knows beside the draft. */
export interface PlanFacts {
  readonly view: PlanView;
  readonly veins: readonly Vein[];
  readonly heightScale: number;
  /** Null: never weighed; limits per kilogram cannot be told then. */
  readonly weightG: Grams | null;
  readonly proneToHypersensitivity: boolean;
  /** Whether the patient has been treated before, in any case. */
  readonly treatedBefore: boolean;
}

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
  readonly isLocked: boolean;
  readonly fedBy: string | null;
  /** Its feeder is planned later than this vein. */
  readonly feederLater: boolean;
  readonly offLabel: OffLabelReason | null;
  /** Limits on a single injection that the volume per puncture passes. */
  readonly passedPerInjection: readonly Limit[];
  /** What the profile proposes; null where it has nothing for such a vein. */
  readonly proposed: ItemDose | null;
  readonly differsFromProposal: boolean;
  /** What a session that took place gave; null while it has not taken place. */
  readonly given: GivenToVein | null;
  /** The session that should have given this and did not; its rest waits to be planned again. */
  readonly leftOverFrom: number | null;
}

/** A session on the board. */
export interface PlanColumn {
  readonly session: PlannedSession;
  readonly held: SessionState | null;
  readonly legs: readonly Leg[];
  readonly cards: readonly PlanCard[];
  readonly assessment: PlannedSessionAssessment;
  /** Hard limits, the binding one first, then as full as they are. */
  readonly gauges: readonly Gauge[];
  /** Limits that only caution, for the marks on the bars. */
  readonly cautions: readonly Gauge[];
  /** Days since the session before; null for the first. */
  readonly daysAfterPrevious: number | null;
  readonly isTooSoon: boolean;
  /** What is left in volume under the session's hard limits, in µL; null if none counts volume. */
  readonly roomUl: number | null;
}

export interface PlanBoard {
  readonly unplanned: readonly PlanCard[];
  readonly columns: readonly PlanColumn[];
  readonly totals: DoseTotals & { readonly veins: number };
  /** Kept: feeders in the same session as what they feed, or in an earlier one. */
  readonly feeders: { readonly kept: number; readonly broken: number };
  readonly hasLimitsPerKg: boolean;
}

/** What the plan page shows of a draft. */
export function planBoard(draft: PlanDraft, facts: PlanFacts): PlanBoard {
  const cards = cardsOf(draft, facts);
  const sessions = [...draft.sessions].sort((a, b) => a.number - b.number);
  const columns = sessions.map((session, at) =>
    columnOf(session, sessions[at - 1] ?? null, sessions.slice(0, at), cards, draft, facts),
  );
  const planned = cards.filter((card) => card.index !== null);
  return {
    unplanned: cards.filter((card) => sessionOf(card, draft) === null),
    columns,
    totals: { ...sumOf(planned), veins: new Set(planned.map((card) => card.vein.id)).size },
    feeders: feederCount(draft, facts),
    hasLimitsPerKg: facts.view.profile.limits.some((limit) => limit.cap.per === 'kilogram'),
  };
}

function cardsOf(draft: PlanDraft, facts: PlanFacts): readonly PlanCard[] {
  const veins = new Map(facts.veins.map((vein) => [vein.id, vein]));
  const later = new Set(feedersLater(draft.items, facts.veins).map(({ veinId }) => veinId));
  const nth = new Map<VeinId, number>();
  const withDose = draft.items.flatMap((item, index): PlanCard[] => {
    const vein = veins.get(item.veinId);
    if (!vein) return [];
    const ordinal = nth.get(vein.id) ?? 0;
    nth.set(vein.id, ordinal + 1);
    return [cardOf(vein, item, index, ordinal, later.has(vein.id), veins, facts)];
  });
  const without = facts.veins.filter((vein) => !nth.has(vein.id));
  return [
    ...withDose,
    ...leftOvers(draft, facts).flatMap((item): PlanCard[] => {
      const vein = veins.get(item.veinId);
      if (!vein) return [];
      const card = cardOf(vein, item, null, nth.get(vein.id) ?? 0, false, veins, facts);
      return [{ ...card, given: null, leftOverFrom: item.sessionNumber }];
    }),
    ...without.map((vein) => cardOf(vein, null, null, 0, false, veins, facts)),
  ];
}

/** What closed sessions were to give and did not, as far as no later session has taken it over. */
export function leftOvers(draft: PlanDraft, { view }: Pick<PlanFacts, 'view'>): readonly PlanItem[] {
  const closed = new Set(view.held.filter(({ state }) => state !== 'open').map(({ number }) => number));
  const held = new Set(view.held.map(({ number }) => number));
  const taken = new Set(
    draft.items
      .filter(({ sessionNumber }) => sessionNumber === null || !held.has(sessionNumber))
      .map(({ veinId }) => veinId),
  );
  const ofClosed = draft.items.filter(
    ({ sessionNumber }) => sessionNumber !== null && closed.has(sessionNumber),
  );
  return remainingItems(ofClosed, view.given).filter(({ veinId }) => !taken.has(veinId));
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
  const proposed = proposeDose({ vein, ...measures, profile, form: item?.preparation.form ?? 'liquid' });
  return {
    key: `${vein.id}:${String(ordinal)}`,
    index,
    vein,
    label: veinLabel(vein),
    measures,
    dose: item,
    totals: totalsOf(item ? entriesOf(item, [vein]) : []),
    isLocked: item?.locked ?? false,
    fedBy: feeder ? veinLabel(feeder) : null,
    feederLater,
    offLabel: item ? offLabelReason(profile, vein.kind, vein.pattern, item.preparation) : null,
    passedPerInjection: item ? passedPerInjection(item, vein, facts) : [],
    proposed,
    differsFromProposal: item !== null && proposed !== null && !sameDose(item, proposed),
    given:
      given.find(
        (entry) => entry.veinId === vein.id && entry.sessionNumber === (item?.sessionNumber ?? null),
      ) ?? null,
    leftOverFrom: null,
  };
}

/** Whether two doses are the same in every figure. */
export function sameDose(a: ItemDose, b: ItemDose): boolean {
  return (
    a.punctures === b.punctures &&
    a.volumePerPunctureUl === b.volumePerPunctureUl &&
    a.preparation.form === b.preparation.form &&
    a.preparation.strengthUgPerMl === b.preparation.strengthUgPerMl &&
    (a.preparation.form !== 'foam' ||
      b.preparation.form !== 'foam' ||
      a.preparation.gasParts === b.preparation.gasParts)
  );
}

function passedPerInjection(item: PlanItem, vein: Vein, facts: PlanFacts): readonly Limit[] {
  const { limits } = facts.view.profile;
  const { injectionsOver } = assessPlannedSession({
    items: [item],
    veins: [vein],
    limits: usableLimits(facts),
    patient: dosePatientOf(facts, false),
  });
  const ids = new Set(injectionsOver.flatMap(({ limitIds }) => limitIds));
  return limits.filter(({ id }) => ids.has(id));
}

function columnOf(
  session: PlannedSession,
  previous: PlannedSession | null,
  before: readonly PlannedSession[],
  allCards: readonly PlanCard[],
  draft: PlanDraft,
  facts: PlanFacts,
): PlanColumn {
  const cards = allCards.filter((card) => sessionOf(card, draft) === session.number);
  const assessment = assessPlannedSession({
    items: cards.flatMap((card) => itemOf(card, draft) ?? []),
    veins: facts.veins,
    limits: usableLimits(facts),
    patient: dosePatientOf(facts, before.length === 0 && !facts.treatedBefore),
    earlierIn24h: entriesTheDayBefore(session, before, draft, facts),
  });
  const daysAfterPrevious = previous && daysBetween(previous.onDate, session.onDate);
  const gauges = hardGauges(assessment);
  return {
    session,
    held: facts.view.held.find(({ number }) => number === session.number)?.state ?? null,
    legs: (['right', 'left'] as const).filter((leg) => cards.some((card) => card.vein.leg === leg)),
    cards,
    assessment,
    gauges,
    cautions: assessment.gauges.filter(({ limit }) => limit.severity === 'caution'),
    daysAfterPrevious,
    isTooSoon: daysAfterPrevious !== null && daysAfterPrevious < facts.view.profile.interval.minimumDays,
    roomUl: roomOf(gauges),
  };
}

function hardGauges(assessment: PlannedSessionAssessment): readonly Gauge[] {
  const fullness = (gauge: Gauge) => (gauge.cap === 0 ? 0 : gauge.used / gauge.cap);
  return assessment.gauges
    .filter(({ limit }) => limit.severity === 'hard')
    .toSorted((a, b) => {
      if (a.limit.id === assessment.bindingLimitId) return -1;
      if (b.limit.id === assessment.bindingLimitId) return 1;
      return fullness(b) - fullness(a);
    });
}

function roomOf(gauges: readonly Gauge[]): number | null {
  const volumes = gauges.filter(
    ({ limit }) => limit.quantity === 'total-volume' || limit.quantity === 'liquid-volume',
  );
  return volumes.length === 0 ? null : Math.min(...volumes.map(({ left }) => left));
}

/** Sessions that are planned on the same day or the day before may reach into the rolling 24 hours: they are counted in full. */
function entriesTheDayBefore(
  session: PlannedSession,
  before: readonly PlannedSession[],
  draft: PlanDraft,
  facts: PlanFacts,
): readonly LedgerEntry[] {
  const close = new Set(
    before
      .filter(({ onDate }) => Math.abs(daysBetween(onDate, session.onDate)) <= 1)
      .map(({ number }) => number),
  );
  return draft.items
    .filter((item) => item.sessionNumber !== null && close.has(item.sessionNumber))
    .filter((item) => facts.veins.some(({ id }) => id === item.veinId))
    .flatMap((item) => entriesOf(item, facts.veins));
}

/** Without a weight, limits per kilogram are left out; the page says so. */
export function usableLimits(facts: PlanFacts): readonly Limit[] {
  const { limits } = facts.view.profile;
  return facts.weightG === null ? limits.filter(({ cap }) => cap.per === 'person') : limits;
}

/** Who the limits are for. */
export function dosePatientOf(facts: PlanFacts, isFirstSession: boolean): DosePatient {
  const { weightG, proneToHypersensitivity } = facts;
  return { weightG: weightG ?? NO_WEIGHT, proneToHypersensitivity, isFirstSession };
}

function sessionOf(card: PlanCard, draft: PlanDraft): number | null {
  return itemOf(card, draft)?.sessionNumber ?? null;
}

function itemOf(card: PlanCard, draft: PlanDraft): PlanItem | null {
  return card.index === null ? null : (draft.items[card.index] ?? null);
}

function feederCount(draft: PlanDraft, facts: PlanFacts): PlanBoard['feeders'] {
  const planned = new Set(
    draft.items.filter((item) => item.sessionNumber !== null).map(({ veinId }) => veinId),
  );
  const pairs = facts.veins.filter(
    ({ id, feederId }) => feederId !== null && planned.has(id) && planned.has(feederId),
  ).length;
  const broken = feedersLater(draft.items, facts.veins).length;
  return { kept: pairs - broken, broken };
}

function sumOf(cards: readonly PlanCard[]): DoseTotals {
  return totalsOf(cards.flatMap((card) => entriesOfCard(card)));
}

function entriesOfCard({ dose, vein }: PlanCard): readonly LedgerEntry[] {
  if (!dose) return [];
  return entriesOf({ veinId: vein.id, sessionNumber: null, locked: false, ...dose }, [vein]);
}
