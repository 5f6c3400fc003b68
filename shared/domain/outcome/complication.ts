import type {
  CaseId,
  Id,
  LotId,
  PatientId,
  PersonId,
  ReactionId,
  ReviewId,
  SessionId,
  VeinId,
} from '../../kernel/ids.ts';
import { daysBetween, type CalendarDate, type Instant } from '../../kernel/time.ts';
import type { ReactionGrade, ReactionKind } from '../session/reaction.ts';
import type { StrikeOut } from '../session/session.ts';
import type { SideEffect } from './review.ts';

export type ComplicationId = Id<'complication'>;
export type CourseEntryId = Id<'course-entry'>;

/** What can go wrong after a treatment, in the words of the guidelines. */
export const COMPLICATION_KINDS = [
  'pigmentation',
  'matting',
  'ulcer-or-necrosis',
  'blister',
  'haematoma',
  'local-reaction',
  'superficial-vein-thrombosis',
  'deep-vein-thrombosis',
  'pulmonary-embolism',
  'tia-or-stroke',
  'neurological-symptoms',
  'visual-disturbance',
  'headache-or-migraine',
  'chest-symptoms',
  'vasovagal-or-syncope',
  'allergic-reaction',
  'nerve-irritation',
  'infection',
  'intra-arterial-injection',
  'other',
] as const;
export type ComplicationKind = (typeof COMPLICATION_KINDS)[number];

export const COMPLICATION_STATES = [
  'ongoing',
  'resolved',
  'resolved-with-sequelae',
  'fatal',
  'unknown',
] as const;
export type ComplicationState = (typeof COMPLICATION_STATES)[number];

export const COMPLICATION_GRADES = ['mild', 'moderate', 'severe'] as const satisfies readonly ReactionGrade[];
export type ComplicationGrade = ReactionGrade;

/** How it stood on a day. Only added; a mistake is struck out. */
export interface CourseEntry {
  readonly id: CourseEntryId;
  readonly onDate: CalendarDate;
  readonly state: ComplicationState;
  /** Null: not judged that day. Never null while it is ongoing. */
  readonly grade: ComplicationGrade | null;
  readonly serious: boolean;
  /** What was done about it; may be empty. */
  readonly treatment: string;
  readonly note: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly strikeOut: StrikeOut | null;
}

/** What a complication was first noted as: a reaction during a session, or a finding at a review. */
export type ComplicationOrigin =
  | { readonly from: 'reaction'; readonly reactionId: ReactionId }
  | { readonly from: 'review'; readonly reviewId: ReviewId; readonly finding: SideEffect };

/** A complication and its course. Only added. */
export interface Complication {
  readonly id: ComplicationId;
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  readonly kind: ComplicationKind;
  readonly onsetOn: CalendarDate;
  readonly veinIds: readonly VeinId[];
  /** The session that it is put down to; null: none, or nobody knows. */
  readonly sessionId: SessionId | null;
  readonly lotId: LotId | null;
  readonly description: string;
  readonly origin: ComplicationOrigin | null;
  /** By day, the oldest first; the first was made with the complication. */
  readonly course: readonly CourseEntry[];
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly strikeOut: StrikeOut | null;
}

/** After so many days without a look an ongoing complication is marked. */
export const LOOK_AGAIN_DAYS = 28;

/** The entries that count. */
export function standingCourse(course: readonly CourseEntry[]): readonly CourseEntry[] {
  return course.filter(({ strikeOut }) => strikeOut === null);
}

/** How it stands by the last entry that counts; unknown where none is left. */
export function stateOfCourse(course: readonly CourseEntry[]): ComplicationState {
  return standingCourse(course).at(-1)?.state ?? 'unknown';
}

/** The gravest grade that it ever had; null where nobody judged it. */
export function gravest(grades: readonly (ComplicationGrade | null)[]): ComplicationGrade | null {
  return COMPLICATION_GRADES.findLast((grade) => grades.includes(grade)) ?? null;
}

/** Whether something that goes on has not been looked at for more than four weeks. */
export function isOverdue(
  { state, lookedAtOn }: { readonly state: ComplicationState | null; readonly lookedAtOn: CalendarDate },
  today: CalendarDate,
): boolean {
  return state === 'ongoing' && daysBetween(lookedAtOn, today) > LOOK_AGAIN_DAYS;
}

const KIND_OF_REACTION: Readonly<Record<ReactionKind, ComplicationKind>> = {
  wheal: 'local-reaction',
  vasovagal: 'vasovagal-or-syncope',
  allergic: 'allergic-reaction',
  pain: 'local-reaction',
  blanching: 'local-reaction',
  'suspected-intra-arterial': 'intra-arterial-injection',
  extravasation: 'local-reaction',
  'visual-disturbance': 'visual-disturbance',
  headache: 'headache-or-migraine',
  'chest-tightness': 'chest-symptoms',
  cough: 'chest-symptoms',
  'dysaesthesia-or-speech': 'neurological-symptoms',
  syncope: 'vasovagal-or-syncope',
  haematoma: 'haematoma',
  other: 'other',
};

/** Where in the register a reaction stands. A wheal at the puncture is a local reaction, no allergy (S2k guideline). */
export function kindOfReaction(kind: ReactionKind): ComplicationKind {
  return KIND_OF_REACTION[kind];
}

const KIND_OF_FINDING: Readonly<Record<SideEffect, ComplicationKind>> = {
  matting: 'matting',
  pigmentation: 'pigmentation',
  ulcer: 'ulcer-or-necrosis',
};

/** Where in the register a finding of a review stands. */
export function kindOfFinding(finding: SideEffect): ComplicationKind {
  return KIND_OF_FINDING[finding];
}
