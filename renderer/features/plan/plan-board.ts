import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { Gauge } from '../../../shared/domain/dose/assess-dose.ts';
import type { DoseTotals, LedgerEntry } from '../../../shared/domain/dose/ledger.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanItem, PlannedSession } from '../../../shared/domain/plan/plan.ts';
import { courseOutlook, type CourseOutlook } from '../../../shared/domain/plan/course-outlook.ts';
import { dateCautions, type DateCaution } from '../../../shared/domain/plan/plan-dates.ts';
import { heldNumbers } from '../../../shared/domain/plan/plan-situation.ts';
import { assessDraftSession } from '../../../shared/domain/plan/plan-problems.ts';
import {
  entriesOf,
  feedersLater,
  type PlannedSessionAssessment,
} from '../../../shared/domain/plan/plan-totals.ts';
import type { SessionState } from '../../../shared/domain/session/session.ts';
import { daysBetween } from '../../../shared/kernel/time.ts';
import { cardsOf, type PlanCard } from './plan-cards.ts';
import type { PlanDraft } from './plan-draft.ts';
import { situationOf, type PlanFacts } from './plan-facts.ts';

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
  /** What is doubtful about its day; nothing of a session held. */
  readonly dateCautions: readonly DateCaution[];
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
  /** How many sessions it leads to, until when, and what the clinic expects. */
  readonly outlook: CourseOutlook;
}

/** What the plan page shows of a draft. */
export function planBoard(draft: PlanDraft, facts: PlanFacts): PlanBoard {
  const cards = cardsOf(draft, facts);
  const sessions = [...draft.sessions].sort((a, b) => a.number - b.number);
  const cautions = cautionsOf(draft, facts);
  const columns = sessions.map((session, at) => ({
    ...columnOf(session, sessions[at - 1] ?? null, cards, draft, facts),
    dateCautions: cautions.filter(({ sessionNumber }) => sessionNumber === session.number),
  }));
  const planned = cards.filter((card) => card.index !== null);
  return {
    unplanned: cards.filter((card) => sessionOf(card, draft) === null),
    columns,
    totals: { ...sumOf(planned), veins: new Set(planned.map((card) => card.vein.id)).size },
    feeders: feederCount(draft, facts),
    hasLimitsPerKg: facts.view.profile.limits.some((limit) => limit.cap.per === 'kilogram'),
    outlook: courseOutlook(draft, situationOf(facts)),
  };
}

function cautionsOf(draft: PlanDraft, { view, lastTreatedElsewhereOn, today }: PlanFacts) {
  const heldOn = new Map(view.held.map(({ number, onDate }) => [number, onDate]));
  return dateCautions({
    sessions: draft.sessions.map((session) => {
      const onDate = heldOn.get(session.number);
      return { ...session, onDate: onDate ?? session.onDate, isHeld: onDate !== undefined };
    }),
    lastTreatedElsewhereOn,
    interval: view.profile.interval,
    today,
  });
}

function columnOf(
  session: PlannedSession,
  previous: PlannedSession | null,
  allCards: readonly PlanCard[],
  draft: PlanDraft,
  facts: PlanFacts,
): Omit<PlanColumn, 'dateCautions'> {
  const cards = allCards.filter((card) => sessionOf(card, draft) === session.number);
  const assessment = assessDraftSession(session, draft, situationOf(facts));
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
  const broken = feedersLater(draft.items, facts.veins, heldNumbers(facts.view)).length;
  return { kept: pairs - broken, broken };
}

function sumOf(cards: readonly PlanCard[]): DoseTotals {
  return totalsOf(cards.flatMap((card) => entriesOfCard(card)));
}

function entriesOfCard({ dose, vein }: PlanCard): readonly LedgerEntry[] {
  if (!dose) return [];
  return entriesOf({ veinId: vein.id, sessionNumber: null, locked: false, ...dose }, [vein]);
}
