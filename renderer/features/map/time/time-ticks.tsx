import type { ReactNode } from 'react';
import type { HistoryDay } from '../../../../shared/domain/leg-map/timeline.ts';
import { eventWords, pauseText, tickDate, TIME_WORDS } from '../../../text/time-text.ts';
import { SessionBadge } from '../../../ui/session-badge.tsx';
import { wordedTicks, type PlacedTicks, type TimeBreak } from './place-ticks.ts';
import styles from './time-slider.module.css';

interface TimeTicksProps {
  readonly days: readonly HistoryDay[];
  readonly places: PlacedTicks;
  /** The tick that is shown; the last one is now. */
  readonly position: number;
  /** Where the line begins and ends, from the edges, in pixels. */
  readonly inset: number;
  readonly width: number;
}

/** Words nearer than this to each other would touch. */
const WORD_PX = 78;

/** The line with its ticks and their words; the slider around it says the same to a screen reader. */
export function TimeTicks({ days, places: { xs, breaks }, position, inset, width }: TimeTicksProps) {
  const last = days.length;
  const worded = wordedTicks(xs, { least: WORD_PX, first: [position, last, 0] });
  const placed = (index: number) => ({
    left: inset + (xs[index] ?? 0),
    shown: index === position,
    worded: worded.has(index),
  });
  const wordBefore = (index: number) =>
    days.findLast((_, other) => other < index && worded.has(other))?.onDate ?? null;
  return (
    <div aria-hidden="true">
      <span className={styles.line} style={{ left: inset, width: width - 2 * inset }} />
      <span className={styles.done} style={{ left: inset, width: xs[position] ?? 0 }} />
      {breaks.map((pause) => (
        <Pause key={pause.x} pause={pause} left={inset + pause.x} wide={isWide(pause, xs)} />
      ))}
      {days.map((day, index) => (
        <Tick
          key={day.onDate}
          {...placed(index)}
          sign={<DaySign day={day} />}
          words={
            <>
              {tickDate(day.onDate, wordBefore(index))}
              <small>{eventWords(day)}</small>
            </>
          }
        />
      ))}
      <Tick {...placed(last)} sign={<i className={styles.now} />} words={TIME_WORDS.now} />
    </div>
  );
}

interface TickProps {
  readonly left: number;
  readonly shown: boolean;
  readonly worded: boolean;
  readonly sign: ReactNode;
  readonly words: ReactNode;
}

function Tick({ left, shown, worded, sign, words }: TickProps) {
  return (
    <>
      <span className={styles.tick} data-shown={shown || undefined} style={{ left }}>
        {sign}
      </span>
      {worded ? (
        <span className={styles.word} data-shown={shown || undefined} style={{ left }}>
          {words}
        </span>
      ) : null}
    </>
  );
}

/** The badge of the session of a day; a ring for a review, a dot where the map alone changed. */
function DaySign({ day: { events } }: { readonly day: HistoryDay }) {
  const session = events.find((event) => event.kind === 'session');
  if (session !== undefined) return <SessionBadge number={session.number} size={18} />;
  return <i className={events.some(({ kind }) => kind === 'review') ? styles.review : styles.dot} />;
}

/** Whether there is room for words between the words of the ticks around a pause. */
function isWide({ x }: TimeBreak, xs: readonly number[]): boolean {
  const nearest = Math.min(...xs.map((tick) => Math.abs(tick - x)));
  return nearest >= WORD_PX / 2 + 26;
}

interface PauseProps {
  readonly pause: TimeBreak;
  readonly left: number;
  readonly wide: boolean;
}

function Pause({ pause, left, wide }: PauseProps) {
  return (
    <>
      <svg className={styles.pause} style={{ left }} width={18} height={18} viewBox="-9 -9 18 18">
        <path d="M-5 8-1-8H5L1 8Z" fill="var(--pp-surface)" />
        <path d="M-5 8-1-8M1 8 5-8" stroke="var(--pp-used)" strokeWidth={1.7} />
      </svg>
      {wide ? (
        <span className={styles.word} style={{ left }}>
          <small>{pauseText(pause.days)}</small>
        </span>
      ) : null}
    </>
  );
}
