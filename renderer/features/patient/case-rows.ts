import type { CaseSummary, SessionSummary } from '../../../shared/contract/patient.ts';
import type { PlanView } from '../../../shared/contract/plan.ts';
import type { PlannedSession } from '../../../shared/domain/plan/plan.ts';

/** A planned session that was not held yet. */
export interface PlannedRow {
  readonly session: PlannedSession;
  readonly veins: number;
}

/** The planned sessions of a case that are still to come, in their order. */
export function plannedRows(plan: PlanView | null): readonly PlannedRow[] {
  const held = new Set(plan?.held.map(({ number }) => number));
  const items = plan?.plan?.items ?? [];
  return [...(plan?.plan?.sessions ?? [])]
    .filter(({ number }) => !held.has(number))
    .sort((a, b) => a.number - b.number)
    .map((session) => ({
      session,
      veins: new Set(
        items.filter(({ sessionNumber }) => sessionNumber === session.number).map(({ veinId }) => veinId),
      ).size,
    }));
}

/** What all sessions of a case have given together, in whole µL, µg and injections. */
export function caseTotals({ sessions }: Pick<CaseSummary, 'sessions'>): Pick<
  SessionSummary,
  'injections'
> & {
  readonly volumeUl: number;
  readonly massUg: number;
} {
  const sum = (amountOf: (session: SessionSummary) => number) =>
    sessions.reduce((total, session) => total + amountOf(session), 0);
  return {
    injections: sum(({ injections }) => injections),
    volumeUl: sum(({ volumeUl }) => volumeUl),
    massUg: sum(({ massUg }) => massUg),
  };
}
