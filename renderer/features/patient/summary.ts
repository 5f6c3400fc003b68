import type { CaseSummary, PatientView, SessionSummary } from '../../../shared/contract/patient.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';

/** What stands on top of a patient's page. */
export interface PatientSummaryFacts {
  /** The next planned session of all cases; null: none is planned. */
  readonly next: (NonNullable<CaseSummary['next']> & { readonly caseId: CaseId }) | null;
  /** Sessions that are open or wait for a surgeon's signature, the oldest first. */
  readonly open: readonly SessionSummary[];
  /** The last review of all cases; null: never reviewed. */
  readonly response: (NonNullable<CaseSummary['lastReview']> & { readonly caseId: CaseId }) | null;
}

/** What is next, what is open and how the last response was, over all cases. */
export function summaryOf({ cases }: Pick<PatientView, 'cases'>): PatientSummaryFacts {
  const planned = cases.flatMap(({ id, next }) => (next ? [{ ...next, caseId: id }] : []));
  const reviewed = cases.flatMap(({ id, lastReview }) => (lastReview ? [{ ...lastReview, caseId: id }] : []));
  const byDay = (a: { readonly onDate: string }, b: { readonly onDate: string }) =>
    a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0;
  return {
    next: planned.toSorted(byDay)[0] ?? null,
    open: cases
      .flatMap(({ sessions }) => sessions)
      .filter(({ state }) => state !== 'signed')
      .toSorted(byDay),
    response: reviewed.toSorted(byDay).at(-1) ?? null,
  };
}
