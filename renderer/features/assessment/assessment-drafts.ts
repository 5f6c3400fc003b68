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

export function dropDraft(caseId: CaseId): void {
  useAssessmentDrafts.setState(({ [caseId]: _saved, ...others }) => others, true);
}

/** Nothing of one person is left for the next. */
export function dropAllDrafts(): void {
  useAssessmentDrafts.setState({}, true);
}
