import type { RecordReaction } from '../../../shared/contract/reactions.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import {
  isSerious,
  REACTION_KINDS,
  URGENT_KINDS,
  type ReactionGrade,
  type ReactionKind,
} from '../../../shared/domain/session/reaction.ts';
import type { Injection } from '../../../shared/domain/session/session.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import type { InjectionId, LotId, ReactionId, VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { epochMs, instantOf, type Instant } from '../../../shared/kernel/time.ts';

/** Minutes ago, or by the clock. */
export const REACTION_TIMES = ['now', '5', '15', 'clock'] as const;
export type ReactionTime = (typeof REACTION_TIMES)[number];
export type ReactionTimeFault = 'no-time' | 'future' | 'before-opening';

/** A reaction that is being entered. */
export interface ReactionDraft {
  readonly id: ReactionId;
  readonly kind: ReactionKind;
  /** Proposed for what is seldom grave; null: has to be said. */
  readonly grade: ReactionGrade | null;
  readonly injectionId: InjectionId | null;
  readonly veinId: VeinId | null;
  readonly lotId: LotId | null;
  readonly time: ReactionTime;
  /** `HH:MM`, where the time is given by the clock. */
  readonly clock: string;
  readonly done: string;
  readonly note: string;
}

/** Kinds that are not urgent, in the order of the list. */
export const COMMON_KINDS: readonly ReactionKind[] = REACTION_KINDS.filter(
  (kind) => !URGENT_KINDS.includes(kind),
);

/** What is recorded with one tap: mild, just now, after the last injection. */
export const AT_ONCE: readonly ReactionKind[] = ['wheal', 'pain', 'vasovagal'];

type Facts = Pick<SessionView, 'injections'>;

/** A reaction to the last injection, just now; the grade of what may be grave is left open. */
export function beginReaction(view: Facts, id: ReactionId, kind: ReactionKind): ReactionDraft {
  return {
    id,
    kind,
    grade: URGENT_KINDS.includes(kind) ? null : 'mild',
    ...after(standing(view.injections).at(-1)),
    time: 'now',
    clock: '',
    done: '',
    note: '',
  };
}

/** The same draft about another vein: after the last injection into it, and with its lot. Null: the whole patient. */
export function aboutVein(view: Facts, draft: ReactionDraft, veinId: VeinId | null): ReactionDraft {
  const last = standing(view.injections).findLast((injection) => injection.veinId === veinId);
  if (veinId === null || !last) return { ...draft, veinId, injectionId: null };
  return { ...draft, ...after(last), veinId };
}

function after(injection: Injection | undefined): Pick<ReactionDraft, 'injectionId' | 'veinId' | 'lotId'> {
  return {
    injectionId: injection?.id ?? null,
    veinId: injection?.veinId ?? null,
    lotId: injection?.lotId ?? null,
  };
}

/** When it happened: null for just now. `now` and the opening bound it. */
export function timeOf(
  { time, clock }: Pick<ReactionDraft, 'time' | 'clock'>,
  now: Instant,
  openedAt: Instant,
): Result<Instant | null, ReactionTimeFault> {
  if (time === 'now') return ok(null);
  const at = time === 'clock' ? byClock(clock, now) : instantOf(epochMs(now) - Number(time) * 60_000);
  if (at === null) return err('no-time');
  if (at > now) return err('future');
  // Whoever types a time does not know the seconds.
  return epochMs(at) + 59_999 < epochMs(openedAt) ? err('before-opening') : ok(at < openedAt ? openedAt : at);
}

/** That time of today on the clock of this computer. */
function byClock(clock: string, now: Instant): Instant | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (hours > 23 || minutes > 59) return null;
  const day = new Date(epochMs(now));
  return instantOf(new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes).getTime());
}

/** The words with a phrase added, or taken away where it stands in them already. */
export function withPhrase(done: string, phrase: string): string {
  const parts = done.split(', ').filter((part) => part.trim() !== '');
  return (parts.includes(phrase) ? parts.filter((part) => part !== phrase) : [...parts, phrase]).join(', ');
}

export function hasPhrase(done: string, phrase: string): boolean {
  return done.split(', ').includes(phrase);
}

/** Whether the draft would pause the session. */
export function pauses({ kind, grade }: Pick<ReactionDraft, 'kind' | 'grade'>): boolean {
  return isSerious(kind, grade ?? 'mild');
}

/** What is sent; null while the grade is missing. */
export function reactionRequest(
  view: Pick<SessionView, 'opening'>,
  draft: ReactionDraft,
  happenedAt: Instant | null,
): RecordReaction | null {
  const { id: reactionId, kind, grade, veinId, lotId, injectionId, note, done } = draft;
  if (grade === null) return null;
  const sessionId = view.opening.id;
  return { reactionId, sessionId, kind, grade, veinId, lotId, injectionId, note, done, happenedAt };
}
