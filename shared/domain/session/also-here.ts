import type { PersonId } from '../../kernel/ids.ts';
import { epochMs, type Instant } from '../../kernel/time.ts';
import type { SessionPause, Reaction } from './reaction.ts';
import type { Injection } from './session.ts';

/** Whoever wrote into a session so recently is taken to be there. */
const RECENT_MS = 15 * 60_000;

/** The people who wrote into the record of a session within the last quarter of an hour, but for one; the latest first. */
export function alsoHere(
  session: {
    readonly injections: readonly Injection[];
    readonly reactions: readonly Reaction[];
    readonly pauses: readonly SessionPause[];
  },
  me: PersonId,
  now: Instant,
): readonly PersonId[] {
  const { injections, reactions, pauses } = session;
  const writings: (readonly [Instant, PersonId])[] = [
    ...injections.map(({ givenAt, givenBy }) => [givenAt, givenBy] as const),
    ...[...injections, ...reactions].flatMap(({ strikeOut }) =>
      strikeOut ? [[strikeOut.struckAt, strikeOut.struckBy] as const] : [],
    ),
    ...reactions.map(({ recordedAt, recordedBy }) => [recordedAt, recordedBy] as const),
    ...pauses.map(({ since, by }) => [since, by] as const),
  ];
  const recent = writings
    .filter(([at, who]) => who !== me && epochMs(now) - epochMs(at) <= RECENT_MS)
    .toSorted(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
  return [...new Set(recent.map(([, who]) => who))];
}
