import { useMemo } from 'react';
import { mapOn } from '../../../../shared/domain/leg-map/timeline.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { stopText } from '../../../text/time-text.ts';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { countsOf } from './past-scene.ts';
import { TimeSlider } from './time-slider.tsx';
import type { MapTime } from './use-map-time.ts';

interface TimeBarProps {
  readonly time: MapTime;
  readonly today: CalendarDate;
  /** How many veins are on the map now. */
  readonly veinsNow: number;
}

/** The slider over the days of a map. */
export function TimeBar({ time, today, veinsNow }: TimeBarProps) {
  const { history, days, date, past, show } = time;
  const now = useMemo(() => (history === null ? null : countsOf(mapOn(history, today))), [history, today]);
  if (time.error !== null) return <ErrorNote error={time.error} />;
  const counts = past === null ? { injected: 0, cleared: 0, ...now, veins: veinsNow } : countsOf(past);
  const day = days.find(({ onDate }) => onDate === date) ?? null;
  return (
    <TimeSlider
      onCompare={() => {
        time.compare(true);
      }}
      days={days}
      isLoading={history === null}
      today={today}
      value={date}
      onChange={show}
      valueText={stopText(day, counts)}
    />
  );
}
