import type { VeinId } from '../../kernel/ids.ts';
import type { Grams } from '../../kernel/units.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { LabelProfile, Source } from '../dose/label-profile.ts';
import type { Leg, Vein } from '../leg-map/vein.ts';
import type { Assessment } from '../patient/assessment.ts';
import { judgeEligibility, missingFromAssessment } from '../patient/eligibility.ts';
import { saysTheSame, type AllergyStatement, type WeightOnDate } from '../patient/patient.ts';
import { weighingRuleOf, weightDoubt, type WeightDoubt } from '../patient/weighing.ts';
import type { PlanItem } from '../plan/plan.ts';
import type { Action } from '../staff/roles.ts';
import { duplexNeeds, type DuplexNeed } from './duplex-first.ts';
import { openFeeders, type OpenFeeder } from './feeder-first.ts';
import { CHECK_SOURCES } from './hindrance-sources.ts';
import type { CheckWaiver, ContraindicationAcceptance, SessionAnswer } from './session.ts';

/** Who may lift what stands in the way of a session. */
export type Lift =
  /** No one: it is lifted only when it is not so any more. */
  | { readonly by: 'nobody' }
  /** A surgeon's word, with a reason and the surgeon's own PIN. */
  | { readonly by: 'surgeon' }
  /** Whoever may do what is missing. */
  | { readonly by: 'doing'; readonly action: Action };

/** What stands in the way of opening a session, who may lift it, and where that is written. */
export type Hindrance = {
  readonly lift: Lift;
  readonly source: Source;
} & (
  | { readonly kind: 'contraindicated' | 'acceptance'; readonly contraindicationId: string }
  /** Questions that nobody has answered; null: there is no assessment at all. */
  | { readonly kind: 'assessment'; readonly unanswered: readonly string[] | null }
  | { readonly kind: 'duplex'; readonly veins: readonly DuplexNeed[] }
  | { readonly kind: 'feeder'; readonly veins: readonly OpenFeeder[] }
  | { readonly kind: 'weight'; readonly doubt: WeightDoubt | null }
  | { readonly kind: 'identity' | 'leg' | 'consent' | 'allergies' | 'changes' | 'other-session' }
);
export type HindranceKind = Hindrance['kind'];

/** What is on record when a session is to be opened. */
export interface OpeningRecord {
  readonly profile: LabelProfile;
  readonly due: readonly PlanItem[];
  readonly veins: readonly Vein[];
  /** Injected in an earlier session of the case. */
  readonly treated: ReadonlySet<VeinId>;
  readonly cleared: ReadonlySet<VeinId>;
  readonly assessment: Assessment | null;
  readonly hasConsent: boolean;
  readonly allergies: AllergyStatement | null;
  readonly lastWeight: WeightOnDate | null;
  /** Another session of the same patient is open. */
  readonly isOtherOpen: boolean;
  readonly today: CalendarDate;
}

/** What was asked and said on the day. */
export interface OpeningAnswers {
  readonly identityConfirmed: boolean;
  /** The legs that the patient has named aloud. */
  readonly legs: readonly Leg[];
  readonly weightG: Grams | null;
  readonly weightConfirmed: boolean;
  /** What the patient has said is right, as it stood on record. */
  readonly allergies: Omit<AllergyStatement, 'statedAt' | 'statedBy'> | null;
  readonly answers: readonly SessionAnswer[];
  readonly acceptances: readonly Pick<ContraindicationAcceptance, 'contraindicationId'>[];
  readonly waivers: readonly Pick<CheckWaiver, 'check' | 'veinIds'>[];
}

const DOING = (action: Action): Lift => ({ by: 'doing', action });

/**
 * Everything that stands in the way of opening a session: first what nobody may lift, then what has to be done, then what waits for
 * a surgeon's word. `answers` null: before the patient has come; then what is asked anew on the day is left out. Empty: it may be
 * opened. The core, the page before the first injection and the lists of the day all go by this.
 */
export function hindrancesOf(record: OpeningRecord, answers: OpeningAnswers | null): readonly Hindrance[] {
  return [
    ...contraindications('contraindicated', record, answers),
    ...(record.isOtherOpen ? [OTHER_SESSION] : []),
    ...recordMissing(record, answers),
    ...(answers ? askedToday(record, answers) : []),
    ...contraindications('acceptance', record, answers),
    ...vesselsFirst(record, answers),
  ];
}

const OTHER_SESSION: Hindrance = {
  kind: 'other-session',
  lift: DOING('session/close'),
  source: CHECK_SOURCES.otherSession,
};

/** Those that are present: absolute ones, or relative ones that no surgeon has accepted. */
function contraindications(
  kind: 'contraindicated' | 'acceptance',
  record: OpeningRecord,
  answers: OpeningAnswers | null,
): readonly Hindrance[] {
  const { blocked, needsAcceptance } = judge(record, answers);
  const ids = kind === 'contraindicated' ? blocked : needsAcceptance;
  const lift: Lift = { by: kind === 'contraindicated' ? 'nobody' : 'surgeon' };
  return record.profile.contraindications
    .filter(({ id }) => ids.includes(id))
    .map(({ id, source }) => ({ kind, contraindicationId: id, lift, source }));
}

function judge({ profile, assessment, allergies, due }: OpeningRecord, answers: OpeningAnswers | null) {
  return judgeEligibility({
    profile,
    answers: [...(assessment?.eligibility ?? []), ...(answers?.answers ?? [])],
    acceptances: answers?.acceptances ?? [],
    allergies,
    foamPlanned: isFoamPlanned(due),
  });
}

function recordMissing(record: OpeningRecord, answers: OpeningAnswers | null): readonly Hindrance[] {
  const { assessment, hasConsent, allergies, profile } = record;
  const unanswered = assessment && missingFromAssessment(judge(record, answers), profile);
  const found: readonly (Hindrance | null)[] = [
    hasConsent ? null : { kind: 'consent', lift: DOING('consent/record'), source: CHECK_SOURCES.consent },
    unanswered?.length === 0
      ? null
      : {
          kind: 'assessment',
          unanswered,
          lift: DOING('assessment/write'),
          source: CHECK_SOURCES.assessment,
        },
    allergies !== null
      ? null
      : { kind: 'allergies', lift: DOING('patient/write'), source: CHECK_SOURCES.allergies },
  ];
  return found.filter((hindrance) => hindrance !== null);
}

/** What has to be asked and said anew on the day itself, whatever is on record. */
function askedToday(record: OpeningRecord, answers: OpeningAnswers): readonly Hindrance[] {
  const { allergies, profile, due } = record;
  const lift = DOING('session/open');
  const given = new Set(answers.answers.map(({ contraindicationId }) => contraindicationId));
  const isAsked = questionsOfTheDay(profile, due).every(({ id }) => given.has(id));
  // What was read out to the patient must be what stands on record: somebody else may have added to it meanwhile.
  const isConfirmed =
    allergies === null || (answers.allergies !== null && saysTheSame(allergies, answers.allergies));
  const weight = weightHindrance(record, answers);
  const found: readonly (Hindrance | null)[] = [
    answers.identityConfirmed ? null : { kind: 'identity', lift, source: CHECK_SOURCES.identity },
    isPlannedLeg(record, answers.legs) ? null : { kind: 'leg', lift, source: CHECK_SOURCES.leg },
    weight,
    isConfirmed ? null : { kind: 'allergies', lift, source: CHECK_SOURCES.allergies },
    isAsked ? null : { kind: 'changes', lift, source: CHECK_SOURCES.changes },
  ];
  return found.filter((hindrance) => hindrance !== null);
}

function weightHindrance(
  { profile, lastWeight, today }: OpeningRecord,
  { weightG, weightConfirmed }: OpeningAnswers,
): Hindrance | null {
  const doubt = weightG === null ? null : weightDoubt(weightG, lastWeight, today, weighingRuleOf(profile));
  if (weightG !== null && (doubt === null || weightConfirmed)) return null;
  return { kind: 'weight', doubt, lift: DOING('session/open'), source: weightSource(profile) };
}

/** The limit per kilogram is why there is a weight of the day. */
function weightSource({ limits }: LabelProfile): Source {
  return limits.find(({ cap }) => cap.per === 'kilogram')?.source ?? CHECK_SOURCES.weight;
}

/** Duplex and feeders: a surgeon may let them pass, for the veins that the surgeon was told of. */
function vesselsFirst(record: OpeningRecord, answers: OpeningAnswers | null): readonly Hindrance[] {
  const due = dueVeins(record);
  const duplexWaived = waivedVeins('duplex', answers);
  const feederWaived = waivedVeins('feeder', answers);
  const duplex = duplexNeeds(due, record.assessment).filter(({ veinId }) => !duplexWaived.has(veinId));
  const feeders = openFeeders({ ...record, due }).filter(({ veinId }) => !feederWaived.has(veinId));
  const lift: Lift = { by: 'surgeon' };
  return [
    ...(duplex.length > 0
      ? [{ kind: 'duplex', veins: duplex, lift, source: CHECK_SOURCES.duplex } as const]
      : []),
    ...(feeders.length > 0
      ? [{ kind: 'feeder', veins: feeders, lift, source: CHECK_SOURCES.feeder } as const]
      : []),
  ];
}

function waivedVeins(check: CheckWaiver['check'], answers: OpeningAnswers | null): ReadonlySet<VeinId> {
  const waivers = (answers?.waivers ?? []).filter((waiver) => waiver.check === check);
  return new Set(waivers.flatMap(({ veinIds }) => veinIds));
}

/** The veins that the plan holds for the session, as they are mapped now. */
export function dueVeins({ due, veins }: Pick<OpeningRecord, 'due' | 'veins'>): readonly Vein[] {
  const planned = new Set(due.map(({ veinId }) => veinId));
  return veins.filter(({ id }) => planned.has(id));
}

/** The legs that the plan holds for the session, right before left. */
export function plannedLegs(record: Pick<OpeningRecord, 'due' | 'veins'>): readonly Leg[] {
  const legs = new Set(dueVeins(record).map(({ leg }) => leg));
  return (['right', 'left'] as const).filter((leg) => legs.has(leg));
}

function isPlannedLeg(record: OpeningRecord, named: readonly Leg[]): boolean {
  const planned = plannedLegs(record);
  return planned.length > 0 && named.length === planned.length && planned.every((leg) => named.includes(leg));
}

/** The questions that are asked again at a session: those about foam only where foam is planned. */
export function questionsOfTheDay(
  { contraindications }: Pick<LabelProfile, 'contraindications'>,
  due: readonly PlanItem[],
): LabelProfile['contraindications'] {
  const foam = isFoamPlanned(due);
  return contraindications.filter(({ askEachSession, foamOnly }) => askEachSession && (foam || !foamOnly));
}

/** Whether any of it is planned as foam. */
export function isFoamPlanned(due: readonly PlanItem[]): boolean {
  return due.some(({ preparation }) => preparation.form === 'foam');
}
