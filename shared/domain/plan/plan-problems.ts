import { daysBetween } from '../../kernel/time.ts';
import type { LedgerEntry } from '../dose/ledger.ts';
import { withTighterCaps } from '../dose/tighter-caps.ts';
import { LEGS } from '../leg-map/vein.ts';
import type { PlanProblem } from './plan-changes.ts';
import type { PlannedSession } from './plan.ts';
import {
  dosePatientOf,
  heldNumbers,
  usableLimits,
  type PlanDraft,
  type PlanSituation,
} from './plan-situation.ts';
import {
  assessPlannedSession,
  entriesOf,
  feedersLater,
  type PlannedSessionAssessment,
} from './plan-totals.ts';
import type { PlannerOptions } from './planner-input.ts';

/** What the sums of a session need to know of its case. */
export type CaseFacts = Pick<
  PlanSituation,
  'veins' | 'profile' | 'weightG' | 'proneToHypersensitivity' | 'treatedBefore'
>;

/** Holds one session of a draft against the limits, its tighter caps among them, with what lies within 24 hours before it. */
export function assessDraftSession(
  session: PlannedSession,
  draft: PlanDraft,
  facts: CaseFacts,
): PlannedSessionAssessment {
  const before = draft.sessions.filter(({ number }) => number < session.number);
  const patient = dosePatientOf(facts, before.length === 0 && !facts.treatedBefore);
  const mapped = new Set(facts.veins.map(({ id }) => id));
  return assessPlannedSession({
    items: draft.items.filter(
      ({ veinId, sessionNumber }) => sessionNumber === session.number && mapped.has(veinId),
    ),
    veins: facts.veins,
    limits: withTighterCaps(usableLimits(facts), session.tighterCaps, patient),
    patient,
    earlierIn24h: entriesTheDayBefore(session, before, draft, facts),
  });
}

/** Sessions that are planned on the same day or the day before may reach into the rolling 24 hours: they are counted in full. */
function entriesTheDayBefore(
  session: PlannedSession,
  before: readonly PlannedSession[],
  draft: PlanDraft,
  { veins }: Pick<PlanSituation, 'veins'>,
): readonly LedgerEntry[] {
  const close = new Set(
    before
      .filter(({ onDate }) => Math.abs(daysBetween(onDate, session.onDate)) <= 1)
      .map(({ number }) => number),
  );
  if (close.size === 0) return [];
  const mapped = new Set(veins.map(({ id }) => id));
  return draft.items
    .filter(
      ({ veinId, sessionNumber }) => sessionNumber !== null && close.has(sessionNumber) && mapped.has(veinId),
    )
    .flatMap((item) => entriesOf(item, veins));
}

/** The minutes that a session's punctures take, rounded up; null where time is not counted. */
export function minutesOf(punctures: number, time: PlannerOptions['time']): number | null {
  return time && Math.ceil((punctures * time.secondsPerPuncture) / 60);
}

/** What is wrong with the sessions of a draft that are still to come: limits that are more than a caution, minutes, legs, feeders. */
export function problemsOf(
  draft: PlanDraft,
  situation: PlanSituation,
  options: Pick<PlannerOptions, 'oneLegPerSession' | 'time'>,
): readonly PlanProblem[] {
  const held = heldNumbers(situation);
  return [
    ...draft.sessions
      .filter(({ number }) => !held.has(number))
      .flatMap((session) => problemsOfSession(session, draft, situation, options)),
    ...feederProblems(draft, situation),
  ];
}

/** The same of one session by itself. */
export function problemsOfSession(
  session: PlannedSession,
  draft: PlanDraft,
  facts: CaseFacts,
  { oneLegPerSession, time }: Pick<PlannerOptions, 'oneLegPerSession' | 'time'>,
): readonly PlanProblem[] {
  const { number: sessionNumber } = session;
  const { passed, totals } = assessDraftSession(session, draft, facts);
  const inSession = new Set(
    draft.items.filter((item) => item.sessionNumber === sessionNumber).map(({ veinId }) => veinId),
  );
  const legs = new Set(facts.veins.filter(({ id }) => inSession.has(id)).map(({ leg }) => leg));
  const minutes = minutesOf(totals.injections, time) ?? 0;
  return [
    ...[...passed.hard, ...passed.soft].map(
      (limitId) => ({ code: 'over-limit', sessionNumber, limitId }) as const,
    ),
    ...(time && minutes > time.minutesPerSession ? [{ code: 'over-time', sessionNumber } as const] : []),
    ...(oneLegPerSession && legs.size === LEGS.length ? [{ code: 'both-legs', sessionNumber } as const] : []),
  ];
}

/** Feeders that are planned later than what they feed. */
export function feederProblems(
  { items }: Pick<PlanDraft, 'items'>,
  { veins, held }: Pick<PlanSituation, 'veins' | 'held'>,
): readonly PlanProblem[] {
  return feedersLater(items, veins, heldNumbers({ held })).map((pair) => ({ code: 'feeder-later', ...pair }));
}

/** The problems of one draft that another does not have. */
export function problemsBeyond(
  problems: readonly PlanProblem[],
  known: readonly PlanProblem[],
): readonly PlanProblem[] {
  const seen = new Set(known.map(nameOf));
  return problems.filter((problem) => !seen.has(nameOf(problem)));
}

function nameOf(problem: PlanProblem): string {
  return Object.values(problem).join(' ');
}
