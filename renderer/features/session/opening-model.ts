import type { AssessmentView, PatientHeader } from '../../../shared/contract/patient.ts';
import type { PlanView } from '../../../shared/contract/plan.ts';
import type { OpenSession } from '../../../shared/contract/session.ts';
import type { Contraindication } from '../../../shared/domain/dose/label-profile.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { judgeEligibility, type EligibilityJudgement } from '../../../shared/domain/patient/eligibility.ts';
import type { AllergyStatement } from '../../../shared/domain/patient/patient.ts';
import { weighingRuleOf, weightDoubt, type WeightDoubt } from '../../../shared/domain/patient/weighing.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { SessionAnswer } from '../../../shared/domain/session/session.ts';
import type { CalendarDate, Instant } from '../../../shared/kernel/time.ts';
import { grams, type Grams } from '../../../shared/kernel/units.ts';

type Acceptance = OpenSession['acceptances'][number];

/** What the nurse has filled in so far. */
export interface OpeningForm {
  readonly identityConfirmed: boolean;
  /** The legs that the patient has named aloud. */
  readonly legs: readonly Leg[];
  readonly weightText: string;
  /** The weight that was said to be right although it is doubtful. */
  readonly weightConfirmedG: Grams | null;
  /** The allergy statement that the patient has said is still right, by its moment. */
  readonly allergiesConfirmed: Instant | null;
  readonly answers: ReadonlyMap<string, boolean>;
  readonly acceptances: ReadonlyMap<string, Acceptance>;
}

export const EMPTY_OPENING: OpeningForm = {
  identityConfirmed: false,
  legs: [],
  weightText: '',
  weightConfirmedG: null,
  allergiesConfirmed: null,
  answers: new Map(),
  acceptances: new Map(),
};

/** What is known of the patient and the plan when a session is to be opened. */
export interface OpeningFacts {
  readonly number: number;
  readonly plan: PlanView;
  readonly veins: readonly Vein[];
  readonly patient: PatientHeader;
  readonly assessment: AssessmentView;
  readonly today: CalendarDate;
}

export const OPENING_CHECKS = [
  'identity',
  'leg',
  'consent',
  'allergies',
  'eligibility',
  'weight',
  'questions',
] as const;
export type OpeningCheck = (typeof OPENING_CHECKS)[number];

/** `to-do`: the nurse can still do it here. `blocked`: somebody else has to, or nobody may. */
export type CheckState = 'done' | 'to-do' | 'blocked';

export interface OpeningModel {
  readonly checks: Readonly<Record<OpeningCheck, CheckState>>;
  /** The legs that the plan holds for this session. */
  readonly plannedLegs: readonly Leg[];
  readonly items: readonly PlanItem[];
  /** Questions that are asked again at every session. */
  readonly questions: readonly Contraindication[];
  readonly judgement: EligibilityJudgement;
  /** Null while the weight is empty or cannot be read. */
  readonly weightG: Grams | null;
  /** Why the weight asks for a second look; null: it does not. */
  readonly weightDoubt: WeightDoubt | null;
  /** Questions without an answer of today that were answered with "no" the last time. */
  readonly sameAsBefore: readonly string[];
  /** Questions without an answer of today that nobody has answered before, or that were answered with "yes". */
  readonly askAnew: readonly string[];
  readonly canOpen: boolean;
}

/** What the page before the first injection shows. */
export function openingModel(facts: OpeningFacts, form: OpeningForm): OpeningModel {
  const items = (facts.plan.plan?.items ?? []).filter((item) => item.sessionNumber === facts.number);
  const plannedLegs = legsOfItems(items, facts.veins);
  const foamPlanned = items.some((item) => item.preparation.form === 'foam');
  const questions = facts.plan.profile.contraindications.filter(
    (entry) => entry.askEachSession && (foamPlanned || !entry.foamOnly),
  );
  const judgement = judgeEligibility({
    profile: facts.plan.profile,
    answers: [...(facts.assessment.assessment?.eligibility ?? []), ...answersOf(form)],
    acceptances: [...form.acceptances.values()],
    allergies: facts.patient.allergies,
    foamPlanned,
  });
  const weightG = parseWeightKg(form.weightText);
  const doubt =
    weightG && weightDoubt(weightG, facts.patient.weight, facts.today, weighingRuleOf(facts.plan.profile));
  const open = questions.filter(({ id }) => !form.answers.has(id)).map(({ id }) => id);
  const saidNo = new Set(
    facts.assessment.saidBefore.filter(({ present }) => !present).map((said) => said.contraindicationId),
  );
  const checks: Record<OpeningCheck, CheckState> = {
    identity: form.identityConfirmed ? 'done' : 'to-do',
    leg: sameLegs(form.legs, plannedLegs) ? 'done' : 'to-do',
    consent: facts.assessment.consent ? 'done' : 'to-do',
    allergies: areAllergiesConfirmed(facts, form) ? 'done' : 'to-do',
    eligibility: eligibilityState(facts, questions, judgement),
    weight: weightG && (!doubt || form.weightConfirmedG === weightG) ? 'done' : 'to-do',
    questions: questionsState(questions, form, judgement),
  };
  const canOpen = OPENING_CHECKS.every((check) => checks[check] === 'done');
  return {
    checks,
    plannedLegs,
    items,
    questions,
    judgement,
    weightG,
    weightDoubt: doubt,
    sameAsBefore: open.filter((id) => saidNo.has(id)),
    askAnew: open.filter((id) => !saidNo.has(id)),
    canOpen,
  };
}

/** Whether the patient has said today that what stands on record about allergies is right. */
export function areAllergiesConfirmed({ patient }: OpeningFacts, form: OpeningForm): boolean {
  return patient.allergies !== null && patient.allergies.statedAt === form.allergiesConfirmed;
}

/** The form after the patient has said that nothing has changed: what was "no" stays so, and the allergies are as they were. */
export function withNoChange(facts: OpeningFacts, model: OpeningModel, form: OpeningForm): OpeningForm {
  return {
    ...withAnswers(form, model.sameAsBefore, false),
    allergiesConfirmed: facts.patient.allergies?.statedAt ?? null,
  };
}

export function withAnswers(form: OpeningForm, ids: readonly string[], present: boolean): OpeningForm {
  return { ...form, answers: new Map([...form.answers, ...ids.map((id) => [id, present] as const)]) };
}

/** Only what was asked at the assessment: a relative one that is present and not accepted can still be accepted here. */
function eligibilityState(
  facts: OpeningFacts,
  questions: readonly Contraindication[],
  judgement: EligibilityJudgement,
): CheckState {
  const askedToday = new Set(questions.map(({ id }) => id));
  const ofAssessment = (ids: readonly string[]) => ids.filter((id) => !askedToday.has(id));
  if (!facts.assessment.assessment) return 'blocked';
  if (ofAssessment(judgement.blocked).length > 0) return 'blocked';
  if (ofAssessment(judgement.unanswered).length > 0) return 'blocked';
  return ofAssessment(judgement.needsAcceptance).length > 0 ? 'to-do' : 'done';
}

function questionsState(
  questions: readonly Contraindication[],
  form: OpeningForm,
  judgement: EligibilityJudgement,
): CheckState {
  const among = (ids: readonly string[]) => questions.some(({ id }) => ids.includes(id));
  if (among(judgement.blocked)) return 'blocked';
  const allAnswered = questions.every(({ id }) => form.answers.has(id));
  return allAnswered && !among(judgement.needsAcceptance) ? 'done' : 'to-do';
}

function answersOf(form: OpeningForm): readonly SessionAnswer[] {
  return [...form.answers].map(([contraindicationId, present]) => ({ contraindicationId, present }));
}

/** Why a surgeon accepted a contraindication at the assessment; null if it was not. */
export function acceptedBefore(facts: OpeningFacts, contraindicationId: string): string | null {
  const answers = facts.assessment.assessment?.eligibility ?? [];
  return answers.find((answer) => answer.contraindicationId === contraindicationId)?.acceptedBecause ?? null;
}

/** The legs of planned items, right before left. */
export function legsOfItems(items: readonly PlanItem[], veins: readonly Vein[]): readonly Leg[] {
  const legOf = new Map(veins.map((vein) => [vein.id, vein.leg]));
  const legs = new Set(items.map((item) => legOf.get(item.veinId)));
  return (['right', 'left'] as const).filter((leg) => legs.has(leg));
}

function sameLegs(chosen: readonly Leg[], planned: readonly Leg[]): boolean {
  return (
    planned.length > 0 && chosen.length === planned.length && planned.every((leg) => chosen.includes(leg))
  );
}

const WEIGHT = /^(\d{2,3})(?:[.,](\d))?\s*(?:kg)?$/i;

/** Reads a body weight as people type it: `44`, `44.5`, `44,5 kg`; 20 to 300 kg in steps of 0.1. Null for anything else. */
export function parseWeightKg(text: string): Grams | null {
  const match = WEIGHT.exec(text.trim());
  if (!match) return null;
  const weight = Number(match[1]) * 1000 + Number(match[2] ?? '0') * 100;
  return weight >= 20_000 && weight <= 300_000 ? grams(weight) : null;
}

/** The request that opens the session. Call it only while the model can open. */
export function openingRequest(
  facts: OpeningFacts & { readonly caseId: OpenSession['caseId'] },
  form: OpeningForm,
): OpenSession {
  const weightG = parseWeightKg(form.weightText);
  return {
    caseId: facts.caseId,
    number: facts.number,
    identityConfirmed: form.identityConfirmed,
    legs: [...form.legs],
    weightG,
    weightConfirmed: weightG !== null && form.weightConfirmedG === weightG,
    allergies: areAllergiesConfirmed(facts, form) ? allergiesOf(facts.patient.allergies) : null,
    answers: answersOf(form).map((answer) => ({ ...answer })),
    acceptances: [...form.acceptances.values()],
    waivers: [],
  };
}

function allergiesOf(statement: AllergyStatement | null): OpenSession['allergies'] {
  if (!statement) return null;
  const { substances, polidocanol, proneToHypersensitivity } = statement;
  return { substances: [...substances], polidocanol, proneToHypersensitivity };
}
