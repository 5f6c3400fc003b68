import { create } from 'zustand';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { AssessmentDraft } from './assessment-form.ts';

/**
 * Assessments that are filled in and not saved yet, by case, in memory alone: whoever goes to look at the map and comes
 * back finds their answers.
 */
export const useAssessmentDrafts = create<Readonly<Record<CaseId, AssessmentDraft>>>(() => ({}));

export function keepDraft(caseId: CaseId, draft: AssessmentDraft): void {
  useAssessmentDrafts.setState({ [caseId]: draft });
}

/** Lets go of a draft that has been saved; one that was changed meanwhile is a new draft, and stays. */
export function dropDraft(caseId: CaseId, saved: AssessmentDraft): void {
  useAssessmentDrafts.setState(
    (drafts) =>
      Object.fromEntries(Object.entries(drafts).filter(([id, draft]) => id !== caseId || draft !== saved)),
    true,
  );
}

/** Nothing of one person is left for the next. */
export function dropAllDrafts(): void {
  useAssessmentDrafts.setState({}, true);
}
