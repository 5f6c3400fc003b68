import type { Reaction, SessionPause } from '../../shared/domain/session/reaction.ts';
import type { DurationWord, SessionDuration } from '../../shared/domain/session/session-minutes.ts';
import { reactionText } from './reaction-text.ts';
import { elapsedText } from './session-text.ts';

/** `Paused: suspected intra-arterial, moderate`; of a pause by hand why, or that it is one. */
export function pauseCause(pause: Pick<SessionPause, 'reactionId'>, reactions: readonly Reaction[]): string {
  const reaction = reactions.find(({ id }) => id === pause.reactionId);
  return reaction ? `Paused: ${reactionText(reaction)}` : 'Paused';
}

/** `3:07`: minutes and seconds. */
export function lastedText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `first injection 0:24 ago · paused 0:04`: what stands beside the time since opening. */
export function durationDetail({ sinceFirst, paused }: SessionDuration): string {
  const parts = [
    sinceFirst === null ? 'nothing injected yet' : `${elapsedText(sinceFirst)} since the first injection`,
    // Under a minute it would read as none.
    ...(paused >= 60_000 ? [`${elapsedText(paused)} paused`] : []),
  ];
  return parts.join(' · ');
}

/** How the session's time stands to the clinic's minutes: `usually 30–45 min`, `within 30–45 min`, `over 45 min`. */
export function minutesText(
  word: DurationWord,
  { usual, most }: { readonly usual: number; readonly most: number },
): string {
  switch (word) {
    case 'short':
      return `usually ${String(usual)}–${String(most)} min`;
    case 'usual':
      return `within the usual ${String(usual)}–${String(most)} min`;
    case 'over':
      return `over the usual ${String(most)} min`;
  }
}
