import { useElementSize, useReducedMotion } from '@mantine/hooks';
import {
  IconArrowsDiff,
  IconPlayerPauseFilled,
  IconPlayerPlay,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { HistoryDay } from '../../../../shared/domain/leg-map/timeline.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { dateText } from '../../../text/format.ts';
import { TIME_WORDS } from '../../../text/time-text.ts';
import { Button } from '../../../ui/button.tsx';
import { nearestTick, placeTicks } from './place-ticks.ts';
import { TimeTicks } from './time-ticks.tsx';
import styles from './time-slider.module.css';
import { usePlay } from './use-play.ts';

interface TimeSliderProps {
  /** The days on which something happened, the oldest first. */
  readonly days: readonly HistoryDay[];
  readonly isLoading?: boolean;
  readonly today: CalendarDate;
  /** The day that is shown; null: now. */
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate | null) => void;
  /** What is on the map on the day that is shown, in words. */
  readonly valueText: string;
  readonly onCompare: () => void;
}

/** Room for half a word at both ends of the line. */
const END_PX = 46;
/** Ticks keep this distance where there is room: their words must not touch. */
const LEAST_PX = 80;

/** The days of a map on a line, with now at its end: by pointer, by keys, or played. */
export function TimeSlider({
  days,
  isLoading = false,
  today,
  value,
  onChange,
  valueText,
  onCompare,
}: TimeSliderProps) {
  const { ref, width } = useElementSize();
  const inner = Math.max(1, width - 2 * END_PX);
  const places = placeTicks([...days.map(({ onDate }) => onDate), today], { width: inner, least: LEAST_PX });
  const last = days.length;
  const found = days.findIndex(({ onDate }) => onDate === value);
  const position = value === null || found === -1 ? last : found;
  const goTo = (index: number) => {
    const to = days[Math.max(0, index)]?.onDate ?? null;
    if (to !== value) onChange(to);
  };
  if (days.length === 0)
    return <p className={styles.empty}>{isLoading ? TIME_WORDS.loading : TIME_WORDS.noPast}</p>;
  return (
    <section className={styles.bar} aria-label="Time">
      <PlayButton position={position} last={last} goTo={goTo} />
      <p className={styles.shown}>
        <small>{TIME_WORDS.slider}</small>
        <strong>{value === null ? TIME_WORDS.now : dateText(value)}</strong>
      </p>
      <div className={styles.room} ref={ref}>
        <Track {...{ position, last, valueText, goTo }} xs={places.xs}>
          <TimeTicks days={days} places={places} position={position} inset={END_PX} width={width} />
        </Track>
      </div>
      <Button
        size="small"
        icon={<IconArrowsDiff size={18} aria-hidden />}
        disabledBecause={days.length < 2 ? TIME_WORDS.nothingToCompare : null}
        onClick={onCompare}
      >
        {TIME_WORDS.compareShort}
      </Button>
    </section>
  );
}

interface PlayButtonProps {
  readonly position: number;
  readonly last: number;
  readonly goTo: (index: number) => void;
}

/** Plays from the first day on, or from the one that is shown. Where motion is unwelcome it goes one step at each press. */
function PlayButton({ position, last, goTo }: PlayButtonProps) {
  const stepsByHand = useReducedMotion();
  const { playing, setPlaying } = usePlay(position, () => {
    goTo(position + 1);
    return position + 1 < last;
  });
  const onward = () => {
    goTo(position === last ? 0 : position + 1);
  };
  if (stepsByHand) {
    return (
      <Button label={TIME_WORDS.next} icon={<IconPlayerSkipForward size={20} aria-hidden />} onClick={onward}>
        {null}
      </Button>
    );
  }
  return (
    <Button
      label={playing ? TIME_WORDS.pause : TIME_WORDS.play}
      icon={
        playing ? <IconPlayerPauseFilled size={20} aria-hidden /> : <IconPlayerPlay size={20} aria-hidden />
      }
      onClick={() => {
        if (!playing) onward();
        setPlaying(!playing);
      }}
    >
      {null}
    </Button>
  );
}

interface TrackProps extends PlayButtonProps {
  readonly xs: readonly number[];
  readonly valueText: string;
  readonly children: ReactNode;
}

function Track({ position, last, goTo, xs, valueText, children }: TrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const hit = (event: PointerEvent) => {
    const left = track.current?.getBoundingClientRect().left ?? 0;
    goTo(nearestTick(xs, event.clientX - left - END_PX));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = positionFor(event.key, position, last);
    if (to === null) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <div
      ref={track}
      className={styles.track}
      role="slider"
      tabIndex={0}
      aria-label={TIME_WORDS.slider}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={position}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hit(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) hit(event);
      }}
    >
      {children}
    </div>
  );
}

/** The stop that a key goes to; null for other keys. */
function positionFor(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
