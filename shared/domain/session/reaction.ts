import type {
  InjectionId,
  LotId,
  PauseId,
  PersonId,
  ReactionId,
  SessionId,
  VeinId,
} from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { StrikeOut } from './session.ts';

/** What can happen to a patient during or soon after a session. */
export const REACTION_KINDS = [
  'wheal',
  'vasovagal',
  'allergic',
  'pain',
  'blanching',
  'suspected-intra-arterial',
  'extravasation',
  'visual-disturbance',
  'headache',
  'chest-tightness',
  'cough',
  'dysaesthesia-or-speech',
  'syncope',
  'haematoma',
  'other',
] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

export const REACTION_GRADES = ['mild', 'moderate', 'severe'] as const;
export type ReactionGrade = (typeof REACTION_GRADES)[number];

/** Something that happened to the patient. Only added; a mistake is struck out by a later record. */
export interface Reaction {
  readonly id: ReactionId;
  readonly sessionId: SessionId;
  readonly kind: ReactionKind;
  readonly grade: ReactionGrade;
  readonly veinId: VeinId | null;
  /** The box that what was injected before it came from. */
  readonly lotId: LotId | null;
  /** The injection after which it came. */
  readonly injectionId: InjectionId | null;
  /** What was seen. */
  readonly note: string;
  /** What was done about it. */
  readonly done: string;
  /** As whoever recorded it says: at or after the opening, never in the future. */
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly strikeOut: StrikeOut | null;
}

/** Kinds that stop a session however mild they look: they may be the beginning of something worse. */
const ALWAYS_SERIOUS: ReadonlySet<ReactionKind> = new Set([
  'suspected-intra-arterial',
  'visual-disturbance',
  'chest-tightness',
  'dysaesthesia-or-speech',
  'syncope',
]);

/** Kinds to be found first in a list: those that stop a session, and the one that does so where it is severe. */
export const URGENT_KINDS: readonly ReactionKind[] = REACTION_KINDS.filter(
  (kind) => ALWAYS_SERIOUS.has(kind) || kind === 'allergic',
);

/** Whether a reaction pauses the session until a surgeon lets it go on: whatever is severe, and some kinds at any grade. */
export function isSerious(kind: ReactionKind, grade: ReactionGrade): boolean {
  return grade === 'severe' || ALWAYS_SERIOUS.has(kind);
}

/** The reactions that count; those recorded by mistake are left out. */
export function standingReactions(reactions: readonly Reaction[]): readonly Reaction[] {
  return reactions.filter(({ strikeOut }) => strikeOut === null);
}

/** A time in which nothing is injected. */
export interface SessionPause {
  readonly id: PauseId;
  readonly since: Instant;
  readonly by: PersonId;
  /** Why somebody paused; empty where no reason was given, or where it was the reaction. */
  readonly reason: string;
  /** The serious reaction that it came with, or null. */
  readonly reactionId: ReactionId | null;
  /** Only a surgeon, with the own PIN, lets the session go on. */
  readonly needsSurgeon: boolean;
  /** How it ended; null while it lasts. */
  readonly resumption: Resumption | null;
}

export interface Resumption {
  readonly at: Instant;
  readonly by: PersonId;
  /** The surgeon whose word it was; null where none was needed. */
  readonly surgeonId: PersonId | null;
  /** Empty where none was needed. */
  readonly reason: string;
}

/** The pause that holds: of several the first that needs a surgeon, else the first; null while injections are recorded. */
export function currentPause(pauses: readonly SessionPause[]): SessionPause | null {
  const lasting = pauses.filter(({ resumption }) => resumption === null);
  return lasting.find(({ needsSurgeon }) => needsSurgeon) ?? lasting[0] ?? null;
}
