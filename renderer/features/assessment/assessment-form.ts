import type { SaveAssessment } from '../../../shared/contract/patient.ts';
import type { Contraindication } from '../../../shared/domain/dose/label-profile.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type {
  Assessment,
  EligibilityAnswer,
  FitzpatrickType,
  LegFindings,
  VcssItem,
  VcssScore,
} from '../../../shared/domain/patient/assessment.ts';
import { saidByAllergies, type AllergiesSaid } from '../../../shared/domain/patient/eligibility.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { ruleText } from '../../text/field-text.ts';

/** An answer as given so far. */
export interface AnswerDraft {
  /** Null: not asked yet. */
  readonly present: boolean | null;
  readonly acceptedBecause: string;
}

/** An assessment as filled in so far. */
export interface AssessmentDraft {
  readonly answers: Readonly<Record<string, AnswerDraft>>;
  readonly legs: Readonly<Record<Leg, LegFindings>>;
  readonly fitzpatrick: FitzpatrickType | null;
  readonly earlierTreatment: string;
  readonly duplexDone: boolean;
  readonly duplexFindings: string;
}

const UNANSWERED: AnswerDraft = { present: null, acceptedBecause: '' };
const NOT_EXAMINED: LegFindings = { ceap: null, symptomatic: null, vcss: null };
const NO_SCORE: VcssScore = {
  pain: 0,
  'varicose-veins': 0,
  oedema: 0,
  pigmentation: 0,
  inflammation: 0,
  induration: 0,
  'ulcer-count': 0,
  'ulcer-duration': 0,
  'ulcer-size': 0,
  compression: 0,
};

/** What the form starts from: the last assessment, or nothing at all. */
export function draftOf(assessment: Assessment | null): AssessmentDraft {
  return {
    answers: Object.fromEntries(
      (assessment?.eligibility ?? []).map(({ contraindicationId, present, acceptedBecause }) => [
        contraindicationId,
        { present, acceptedBecause: acceptedBecause ?? '' },
      ]),
    ),
    legs: assessment?.legs ?? { right: NOT_EXAMINED, left: NOT_EXAMINED },
    fitzpatrick: assessment?.fitzpatrick ?? null,
    earlierTreatment: assessment?.earlierTreatment ?? '',
    duplexDone: (assessment?.duplexFindings ?? null) !== null,
    duplexFindings: assessment?.duplexFindings ?? '',
  };
}

export function answerOf(draft: AssessmentDraft, id: string): AnswerDraft {
  return draft.answers[id] ?? UNANSWERED;
}

export function withAnswer(
  draft: AssessmentDraft,
  id: string,
  answer: Partial<AnswerDraft>,
): AssessmentDraft {
  return { ...draft, answers: { ...draft.answers, [id]: { ...answerOf(draft, id), ...answer } } };
}

/** Answers "no" wherever nothing has been answered yet; answers that were given stay. */
export function withRestNo(draft: AssessmentDraft, questions: readonly Contraindication[]): AssessmentDraft {
  return questions
    .filter(({ id }) => answerOf(draft, id).present === null)
    .reduce((changed, { id }) => withAnswer(changed, id, { present: false }), draft);
}

export function withLeg(draft: AssessmentDraft, leg: Leg, findings: Partial<LegFindings>): AssessmentDraft {
  return { ...draft, legs: { ...draft.legs, [leg]: { ...draft.legs[leg], ...findings } } };
}

/** Sets one item of a leg's score; a leg that was not scored starts at 0 in all others. */
export function withVcss(
  draft: AssessmentDraft,
  leg: Leg,
  item: VcssItem,
  value: 0 | 1 | 2 | 3,
): AssessmentDraft {
  return withLeg(draft, leg, { vcss: { ...(draft.legs[leg].vcss ?? NO_SCORE), [item]: value } });
}

/** Starts a score at 0, or drops it: not scored is not the same as 0. */
export function withScore(draft: AssessmentDraft, leg: Leg, scored: boolean): AssessmentDraft {
  return withLeg(draft, leg, { vcss: scored ? NO_SCORE : null });
}

/** The answer to a question; a yes of the patient's allergies goes before, so that no record contradicts them. Null: not asked yet. */
export function presentIn(
  draft: AssessmentDraft,
  id: string,
  allergies: AllergiesSaid | null,
): boolean | null {
  return saidByAllergies(id, allergies) === true ? true : answerOf(draft, id).present;
}

/** The answers given so far, as the rules judge them. A reason counts only for what is present and relative. */
export function answersOf(
  draft: AssessmentDraft,
  questions: readonly Contraindication[],
  allergies: AllergiesSaid | null = null,
): readonly EligibilityAnswer[] {
  return questions.flatMap(({ id, grade }) => {
    const { acceptedBecause } = answerOf(draft, id);
    const present = presentIn(draft, id, allergies);
    if (present === null) return [];
    const because = acceptedBecause.trim();
    const accepts = present && grade === 'relative' && because !== '';
    return [{ contraindicationId: id, present, acceptedBecause: accepts ? because : null }];
  });
}

/** What is wrong, by the id of the question. */
export function answerErrors(
  draft: AssessmentDraft,
  questions: readonly Contraindication[],
  allergies: AllergiesSaid | null = null,
): Readonly<Record<string, string>> {
  const tooShort = answersOf(draft, questions, allergies).filter(
    ({ acceptedBecause }) => acceptedBecause !== null && acceptedBecause.length < 3,
  );
  return Object.fromEntries(
    tooShort.map(({ contraindicationId }) => [contraindicationId, ruleText('reason')]),
  );
}

/** The assessment as the core takes it. */
export function assessmentInput(
  caseId: CaseId,
  draft: AssessmentDraft,
  questions: readonly Contraindication[],
  allergies: AllergiesSaid | null = null,
): SaveAssessment {
  return {
    caseId,
    legs: { right: draft.legs.right, left: draft.legs.left },
    fitzpatrick: draft.fitzpatrick,
    earlierTreatment: draft.earlierTreatment,
    duplexFindings: draft.duplexDone ? draft.duplexFindings : null,
    eligibility: [...answersOf(draft, questions, allergies)],
  };
}
