import type { Contraindication, LabelProfile } from '../dose/label-profile.ts';
import type { ContraindicationAcceptance, SessionAnswer } from '../session/session.ts';
import type { EligibilityAnswer } from './assessment.ts';
import type { AllergyStatement } from './patient.ts';

/** The questions that the patient's own allergy statement answers as well. */
export const POLIDOCANOL_ALLERGY_ID = 'allergy-polidocanol';
export const ALLERGY_TENDENCY_ID = 'allergy-tendency';

/** What of an allergy statement bears on eligibility. */
export type AllergiesSaid = Pick<AllergyStatement, 'polidocanol'> &
  Partial<Pick<AllergyStatement, 'proneToHypersensitivity'>>;

export interface EligibilityQuestion {
  readonly profile: Pick<LabelProfile, 'contraindications'>;
  /** From the assessment and from the session, in the order in which they were given: of one question the last answer counts. */
  readonly answers: readonly (EligibilityAnswer | SessionAnswer)[];
  /** What a surgeon accepted, beside what the answers say themselves. */
  readonly acceptances: readonly Pick<ContraindicationAcceptance, 'contraindicationId'>[];
  /** Null: nobody has asked yet. */
  readonly allergies: AllergiesSaid | null;
  /** Only then the questions about foam count. */
  readonly foamPlanned: boolean;
}

/** The ids of contraindications, in the profile's order. */
export interface EligibilityJudgement {
  /** Absolute and present: not treated. */
  readonly blocked: readonly string[];
  /** Relative, present, and not yet accepted by a surgeon. */
  readonly needsAcceptance: readonly string[];
  /** Present and to be said: cautions, and what a surgeon has accepted. */
  readonly cautions: readonly string[];
  /** Not asked yet. No answer is not the same as "no". */
  readonly unanswered: readonly string[];
}

/** Judges whether a patient may be treated. An absolute contraindication cannot be accepted away, whatever the acceptances say. */
export function judgeEligibility(question: EligibilityQuestion): EligibilityJudgement {
  const accepted = acceptedIds(question);
  const asked = question.profile.contraindications.filter((entry) => question.foamPlanned || !entry.foamOnly);
  const found = asked.map((entry) => ({ entry, present: presence(entry, question) }));
  const present = found.filter(({ present }) => present === true).map(({ entry }) => entry);
  const relative = present.filter(({ grade }) => grade === 'relative');
  return {
    blocked: idsOf(present.filter(({ grade }) => grade === 'absolute')),
    needsAcceptance: idsOf(relative.filter(({ id }) => !accepted.has(id))),
    cautions: idsOf(
      present.filter(({ grade, id }) => grade === 'caution' || (grade === 'relative' && accepted.has(id))),
    ),
    unanswered: idsOf(found.filter(({ present }) => present === null).map(({ entry }) => entry)),
  };
}

/** The unanswered questions that the assessment should have asked: those asked again at each session may wait for its day. */
export function missingFromAssessment(
  { unanswered }: EligibilityJudgement,
  { contraindications }: Pick<LabelProfile, 'contraindications'>,
): readonly string[] {
  const again = new Set(idsOf(contraindications.filter(({ askEachSession }) => askEachSession)));
  return unanswered.filter((id) => !again.has(id));
}

/** What the allergy statement says to a question; null where it says nothing, or where nobody has asked yet. */
export function saidByAllergies(contraindicationId: string, allergies: AllergiesSaid | null): boolean | null {
  if (!allergies) return null;
  if (contraindicationId === POLIDOCANOL_ALLERGY_ID) return allergies.polidocanol;
  if (contraindicationId === ALLERGY_TENDENCY_ID) return allergies.proneToHypersensitivity ?? null;
  return null;
}

/**
 * Whether somebody is prone to hypersensitivity: by the allergy statement, or by an answer to the question of the eligibility check,
 * at the last assessment or today. One is enough, so that they cannot contradict each other silently.
 */
export function isProneToHypersensitivity(
  allergies: AllergiesSaid | null,
  answers: EligibilityQuestion['answers'],
): boolean {
  const isSaid = answers.some(
    (answer) => answer.contraindicationId === ALLERGY_TENDENCY_ID && answer.present,
  );
  return isSaid || allergies?.proneToHypersensitivity === true;
}

/** Null: not asked yet. What the statement and the answer say apart from each other counts as a yes. */
function presence({ id }: Contraindication, { answers, allergies }: EligibilityQuestion): boolean | null {
  const answered = lastAnswer(answers, id);
  const said = saidByAllergies(id, allergies);
  return said === null ? answered : said || answered === true;
}

function lastAnswer(answers: EligibilityQuestion['answers'], id: string): boolean | null {
  return answers.findLast((answer) => answer.contraindicationId === id)?.present ?? null;
}

function acceptedIds({ answers, acceptances }: EligibilityQuestion): ReadonlySet<string> {
  const inAnswers = answers.filter(
    (answer) => 'acceptedBecause' in answer && answer.acceptedBecause !== null,
  );
  return new Set([...inAnswers, ...acceptances].map(({ contraindicationId }) => contraindicationId));
}

function idsOf(entries: readonly Contraindication[]): readonly string[] {
  return entries.map(({ id }) => id);
}
