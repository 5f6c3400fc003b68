import type { AssessmentView, PatientHeader } from '../../../shared/contract/patient.ts';
import type { PlanView } from '../../../shared/contract/plan.ts';
import type { OpenSession } from '../../../shared/contract/session.ts';
import type { Contraindication } from '../../../shared/domain/dose/label-profile.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { judgeEligibility, type EligibilityJudgement } from '../../../shared/domain/patient/eligibility.ts';
import type { AllergyStatement } from '../../../shared/domain/patient/patient.ts';
import { weighingRuleOf, weightDoubt, type WeightDoubt } from '../../../shared/domain/patient/weighing.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import {
  hindrancesOf,
  isFoamPlanned,
  plannedLegs,
  questionsOfTheDay,
  type Hindrance,
  type OpeningRecord,
} from '../../../shared/domain/session/hindrance.ts';
import type { SessionAnswer } from '../../../shared/domain/session/session.ts';
import type { CalendarDate, Instant } from '../../../shared/kernel/time.ts';
import { grams, type Grams } from '../../../shared/kernel/units.ts';

type Acceptance = OpenSession['acceptances'][number];
type Waiver = OpenSession['waivers'][number];

/** What the nurse has filled in so far. */
export interface OpeningForm {
  readonly identityConfirmed: boolean;
  /** The legs that the patient has named aloud. */
  readonly legs: readonly Leg[];
  /** Null: nothing typed; a weight that was taken today stands then. */
  readonly weightText: string | null;
  /** The weight that was said to be right although it is doubtful. */
  readonly weightConfirmedG: Grams | null;
  /** The allergy statement that the patient has said is still right, by its moment. */
  readonly allergiesConfirmed: Instant | null;
  readonly answers: ReadonlyMap<string, boolean>;
  readonly acceptances: ReadonlyMap<string, Acceptance>;
  readonly waivers: ReadonlyMap<Waiver['check'], Waiver>;
}

export const EMPTY_OPENING: OpeningForm = {
  identityConfirmed: false,
  legs: [],
  weightText: null,
  weightConfirmedG: null,
  allergiesConfirmed: null,
  answers: new Map(),
  acceptances: new Map(),
  waivers: new Map(),
};

export type VesselHindrance = Extract<Hindrance, { readonly kind: 'duplex' | 'feeder' }>;

/** What is known of the patient and the plan when a session is to be opened. */
export interface OpeningFacts {
  readonly number: number;
  readonly plan: PlanView;
  readonly veins: readonly Vein[];
  readonly patient: PatientHeader;
  readonly assessment: AssessmentView;
  /** Another session of the patient is open. */
  readonly isOtherOpen: boolean;
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
  'duplex',
  'feeder',
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
  /** What stands in the way, by the rule that the core follows. */
  readonly hindrances: readonly Hindrance[];
  /** What of duplex and feeders is wanted, whether a surgeon has let it pass or not. */
  readonly vessels: readonly VesselHindrance[];
  readonly weightText: string;
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
  const record = recordOf(facts);
  const questions = questionsOfTheDay(record.profile, record.due);
  const judgement = judgeEligibility({
    profile: record.profile,
    answers: [...(facts.assessment.assessment?.eligibility ?? []), ...answersOf(form)],
    acceptances: [...form.acceptances.values()],
    allergies: facts.patient.allergies,
    foamPlanned: isFoamPlanned(record.due),
  });
  const weightText = weightTextOf(facts, form);
  const weightG = parseWeightKg(weightText);
  const hindrances = hindrancesOf(record, answersOfTheDay(facts, form));
  const open = questions.filter(({ id }) => !form.answers.has(id)).map(({ id }) => id);
  const saidNo = new Set(
    facts.assessment.saidBefore.filter(({ present }) => !present).map((said) => said.contraindicationId),
  );
  return {
    checks: checksOf(hindrances, questions),
    plannedLegs: plannedLegs(record),
    items: record.due,
    questions,
    judgement,
    hindrances,
    vessels: hindrancesOf(record, null).filter(
      (hindrance) => hindrance.kind === 'duplex' || hindrance.kind === 'feeder',
    ),
    weightText,
    weightG,
    weightDoubt:
      weightG && weightDoubt(weightG, record.lastWeight, record.today, weighingRuleOf(record.profile)),
    sameAsBefore: open.filter((id) => saidNo.has(id)),
    askAnew: open.filter((id) => !saidNo.has(id)),
    canOpen: hindrances.length === 0,
  };
}

function recordOf(facts: OpeningFacts): OpeningRecord {
  const { plan, patient, assessment } = facts;
  return {
    profile: plan.profile,
    due: (plan.plan?.items ?? []).filter((item) => item.sessionNumber === facts.number),
    veins: facts.veins,
    treated: new Set(plan.given.map(({ veinId }) => veinId)),
    cleared: new Set(plan.cleared.map(({ veinId }) => veinId)),
    assessment: assessment.assessment,
    hasConsent: assessment.consent !== null,
    allergies: patient.allergies,
    lastWeight: patient.weight,
    isOtherOpen: facts.isOtherOpen,
    today: facts.today,
  };
}

/** As typed; before that, a weight that was taken today, at this window or another. */
function weightTextOf({ patient, today }: OpeningFacts, { weightText }: OpeningForm): string {
  const { weight } = patient;
  if (weightText !== null) return weightText;
  return weight?.onDate === today ? (weight.weightG / 1000).toFixed(1) : '';
}

/** The gravest of what a check still has in the way. */
function checksOf(
  hindrances: readonly Hindrance[],
  questions: readonly Contraindication[],
): OpeningModel['checks'] {
  const asked = new Set(questions.map(({ id }) => id));
  const stateOf = (check: OpeningCheck): CheckState => {
    const open = hindrances.filter((hindrance) => checkOf(hindrance, asked) === check);
    if (open.length === 0) return 'done';
    return open.some(isBlocking) ? 'blocked' : 'to-do';
  };
  return {
    identity: stateOf('identity'),
    leg: stateOf('leg'),
    consent: stateOf('consent'),
    allergies: stateOf('allergies'),
    eligibility: stateOf('eligibility'),
    weight: stateOf('weight'),
    questions: stateOf('questions'),
    duplex: stateOf('duplex'),
    feeder: stateOf('feeder'),
  };
}

/** Nobody lifts it, or it is not the nurse who does. */
function isBlocking({ kind, lift }: Hindrance): boolean {
  return lift.by === 'nobody' || kind === 'assessment' || kind === 'duplex' || kind === 'feeder';
}

/** The card on which a hindrance is shown; null: at the foot of the page. */
function checkOf(hindrance: Hindrance, asked: ReadonlySet<string>): OpeningCheck | null {
  switch (hindrance.kind) {
    case 'contraindicated':
    case 'acceptance':
      return asked.has(hindrance.contraindicationId) ? 'questions' : 'eligibility';
    case 'changes':
      return 'questions';
    case 'assessment':
      return 'eligibility';
    case 'other-session':
      return null;
    default:
      return hindrance.kind;
  }
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

function answersOf(form: OpeningForm): readonly SessionAnswer[] {
  return [...form.answers].map(([contraindicationId, present]) => ({ contraindicationId, present }));
}

/** Why a surgeon accepted a contraindication at the assessment; null if it was not. */
export function acceptedBefore(facts: OpeningFacts, contraindicationId: string): string | null {
  const answers = facts.assessment.assessment?.eligibility ?? [];
  return answers.find((answer) => answer.contraindicationId === contraindicationId)?.acceptedBecause ?? null;
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
  return { caseId: facts.caseId, number: facts.number, ...answersOfTheDay(facts, form) };
}

function answersOfTheDay(facts: OpeningFacts, form: OpeningForm): Omit<OpenSession, 'caseId' | 'number'> {
  const weightG = parseWeightKg(weightTextOf(facts, form));
  return {
    identityConfirmed: form.identityConfirmed,
    legs: [...form.legs],
    weightG,
    weightConfirmed: weightG !== null && form.weightConfirmedG === weightG,
    allergies: areAllergiesConfirmed(facts, form) ? allergiesOf(facts.patient.allergies) : null,
    answers: answersOf(form).map((answer) => ({ ...answer })),
    acceptances: [...form.acceptances.values()],
    waivers: [...form.waivers.values()],
  };
}

function allergiesOf(statement: AllergyStatement | null): OpenSession['allergies'] {
  if (!statement) return null;
  const { substances, polidocanol, proneToHypersensitivity } = statement;
  return { substances: [...substances], polidocanol, proneToHypersensitivity };
}
