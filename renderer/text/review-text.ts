import type { Response, Satisfaction, SideEffectGrade } from '../../shared/domain/outcome/review.ts';

export const RESPONSE_WORDS: Readonly<Record<Response, string>> = {
  cleared: 'Cleared',
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  'not-seen': 'Not seen',
};

export const SATISFACTION_WORDS: Readonly<Record<Satisfaction, string>> = {
  dissatisfied: 'Dissatisfied',
  neither: 'Neither',
  satisfied: 'Satisfied',
  'very-satisfied': 'Very satisfied',
};

export const GRADE_WORDS: Readonly<Record<SideEffectGrade, string>> = {
  0: 'none',
  1: 'mild',
  2: 'moderate',
  3: 'severe',
};
