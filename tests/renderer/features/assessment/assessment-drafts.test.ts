import { beforeEach, expect, it } from 'vitest';
import { idOf } from '../../../../shared/kernel/ids.ts';
import {
  dropAllDrafts,
  dropDraft,
  keepDraft,
  useAssessmentDrafts,
} from '../../../../renderer/features/assessment/assessment-drafts.ts';
import { draftOf, withAnswer } from '../../../../renderer/features/assessment/assessment-form.ts';

const caseId = idOf<'case'>('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c11');
const saved = draftOf(null);

beforeEach(dropAllDrafts);

it('lets go of what was saved', () => {
  keepDraft(caseId, saved);
  dropDraft(caseId, saved);
  expect(useAssessmentDrafts.getState()).toEqual({});
});

it('keeps an answer that was given while the save was under way', () => {
  keepDraft(caseId, saved);
  const changed = withAnswer(saved, 'diabetes', { present: true });
  keepDraft(caseId, changed);
  dropDraft(caseId, saved);
  expect(useAssessmentDrafts.getState()[caseId]).toBe(changed);
});
