import { IconClock } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { durationWord, sessionDuration } from '../../../shared/domain/session/session-minutes.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import { clockText } from '../../text/format.ts';
import { durationDetail, minutesText } from '../../text/pause-text.ts';
import { elapsedText } from '../../text/session-text.ts';
import styles from './session-clock.module.css';
import { useNow } from './use-now.ts';

const EVERY_MS = 10_000;

interface SessionClockProps {
  readonly view: SessionView;
  /** Beside the walk there is no room for its words. */
  readonly isBrief: boolean;
}

/** How long the session lasts, since its opening and since the first injection, held against what the clinic says is usual. */
export function SessionClock({ view, isBrief }: SessionClockProps) {
  const now = useNow(EVERY_MS);
  const { openedAt } = view.opening;
  const firstAt = standing(view.injections)[0]?.givenAt ?? null;
  const duration = sessionDuration({ openedAt, firstAt, pauses: view.pauses }, now);
  const detail = durationDetail(duration);
  return (
    <span className={styles.clock} title={detail}>
      <IconClock size={18} aria-hidden />
      <strong>{elapsedText(duration.sinceOpening)}</strong>
      <span className={isBrief ? 'pp-hidden' : styles.words}>
        since opening {clockText(openedAt)}
        <br />
        {detail}
      </span>
      <Minutes view={view} workedMs={duration.worked} />
    </span>
  );
}

/** Pauses are not counted as work. */
function Minutes({ view, workedMs }: { readonly view: SessionView; readonly workedMs: number }) {
  const { pace } = view.profile;
  if (!pace) return null;
  const minutes = pace.sessionMinutes;
  const word = durationWord(workedMs, minutes);
  // The bar ends a quarter past the longest, so that both marks lie on it.
  const scaleMs = minutes.most * 75_000;
  const percent = (ms: number) => `${String(Math.min(100, (ms * 100) / scaleMs))}%`;
  const words = minutesText(word, minutes);
  return (
    <span className={styles.minutes} data-word={word} title={pace.source.text}>
      <span
        className={styles.bar}
        role="meter"
        aria-label="Session time without pauses"
        aria-valuemin={0}
        aria-valuemax={minutes.most}
        aria-valuenow={Math.min(minutes.most, Math.floor(workedMs / 60_000))}
        aria-valuetext={`${elapsedText(workedMs)}, ${words}`}
      >
        <i style={{ width: percent(workedMs) }} />
        <b style={{ left: percent(minutes.usual * 60_000) }} />
        <b style={{ left: percent(minutes.most * 60_000) }} />
      </span>
      <span aria-hidden="true">{words}</span>
    </span>
  );
}
