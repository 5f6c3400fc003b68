import type { PersonId } from '../../kernel/ids.ts';
import { epochMs, type Instant } from '../../kernel/time.ts';
import type { LabelProfile, Source } from '../dose/label-profile.ts';
import type { Injection } from './session.ts';
import { standing } from './vein-tasks.ts';

/** The observed walk after a session. It is started once, and ended by somebody or by the closing. */
export interface SessionWalk {
  readonly startedAt: Instant;
  readonly startedBy: PersonId;
  readonly end: WalkEnd | null;
}

export interface WalkEnd {
  readonly endedAt: Instant;
  readonly endedBy: PersonId;
  /** Why it was shorter than asked; null where it was not. */
  readonly reason: string | null;
}

/** How long somebody is to walk and be watched, and who says so. */
export interface WalkDemand {
  readonly minutes: number;
  readonly source: Source;
}

const MS_PER_MINUTE = 60_000;

/** The clinic's own walk is 10 to 15 minutes: the profile asks for less nowhere, so only its least is held against it. */
const CLINIC_WALK: WalkDemand = {
  minutes: 10,
  source: { text: "The clinic's patient information: 10–15 minutes at once", mark: 'clinic' },
};
const FOAM_WALK: WalkDemand = {
  minutes: 10,
  source: { text: 'Foam label (Varithena): walk and observe at least 10 minutes', mark: 'confirmed' },
};

/** What the profile, the clinic and, after foam, the label of a foam ask for; the longest first: that one holds. */
export function walkDemands(
  profile: Pick<LabelProfile, 'observationMinutes'>,
  hasFoam: boolean,
): readonly [WalkDemand, ...WalkDemand[]] {
  const { value: minutes, source } = profile.observationMinutes;
  const others = hasFoam ? [FOAM_WALK, CLINIC_WALK] : [CLINIC_WALK];
  const all = [{ minutes, source }, ...others].toSorted((a, b) => b.minutes - a.minutes);
  const [longest = { minutes, source }, ...rest] = all;
  return [longest, ...rest];
}

/** The minutes for which the patient is watched after a session. */
export function minutesAsked(
  view: { readonly injections: readonly Injection[] },
  profile: Pick<LabelProfile, 'observationMinutes'>,
): number {
  return walkDemands(profile, givesFoam(view.injections))[0].minutes;
}

/** Whether foam was given; a struck-out injection does not count. */
export function givesFoam(injections: readonly Injection[]): boolean {
  return standing(injections).some(({ dose }) => dose.form === 'foam');
}

/**
 * The walk that counts: the last one, unless something was injected after it had begun. Null: there is none yet, and one is
 * to be started.
 */
export function walkThatCounts(
  walks: readonly SessionWalk[],
  injections: readonly Injection[],
): SessionWalk | null {
  const last = walks.at(-1);
  if (!last) return null;
  const isAfterAll = standing(injections).every(({ givenAt }) => givenAt <= last.startedAt);
  return isAfterAll ? last : null;
}

/** Whole minutes of a walk until its end, or until `now` while it goes on; never below 0. */
export function walkedMinutes(walk: SessionWalk, now: Instant): number {
  return Math.floor(walkedMs(walk, now) / MS_PER_MINUTE);
}

/** The same in milliseconds, for a clock that is shown. */
export function walkedMs({ startedAt, end }: SessionWalk, now: Instant): number {
  return Math.max(0, epochMs(end?.endedAt ?? now) - epochMs(startedAt));
}
