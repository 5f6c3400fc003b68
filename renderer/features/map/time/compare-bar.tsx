import { IconX } from '@tabler/icons-react';
import type { HistoryDay } from '../../../../shared/domain/leg-map/timeline.ts';
import type { LegView } from '../../../../shared/domain/leg-map/vein.ts';
import { calendarDate, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { dayChoiceText, TIME_WORDS } from '../../../text/time-text.ts';
import { Button } from '../../../ui/button.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import styles from './compare.module.css';
import { GroupChoice } from './group-choice.tsx';

export type CompareLayout = 'side-by-side' | 'swiped';

interface CompareBarProps {
  readonly days: readonly HistoryDay[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly onDates: (dates: readonly [from: CalendarDate, to: CalendarDate]) => void;
  readonly layout: CompareLayout;
  readonly onLayout: (layout: CompareLayout) => void;
  /** Views that are shown together, and the ones that are shown now. */
  readonly groups: readonly (readonly LegView[])[];
  readonly group: readonly LegView[];
  readonly onGroup: (group: readonly LegView[]) => void;
  readonly onClose: () => void;
}

/** Which two days are compared, and how. */
export function CompareBar(props: CompareBarProps) {
  const { days, from, to, onDates, layout, onLayout, onClose } = props;
  return (
    <div className={styles.bar}>
      <DayChoice
        word={TIME_WORDS.before}
        days={days.filter(({ onDate }) => onDate < to)}
        value={from}
        onChange={(day) => {
          onDates([day, to]);
        }}
      />
      <DayChoice
        word={TIME_WORDS.after}
        days={days.filter(({ onDate }) => onDate > from)}
        value={to}
        onChange={(day) => {
          onDates([from, day]);
        }}
      />
      <SegmentedControl
        label="Arrangement"
        options={[
          { value: 'side-by-side', label: 'Side by side' },
          { value: 'swiped', label: 'Swipe' },
        ]}
        value={layout}
        onChange={onLayout}
      />
      <GroupChoice {...props} />
      <Button kind="quiet" size="small" icon={<IconX size={18} aria-hidden />} onClick={onClose}>
        {TIME_WORDS.close}
      </Button>
    </div>
  );
}

interface DayChoiceProps {
  readonly word: string;
  readonly days: readonly HistoryDay[];
  readonly value: CalendarDate;
  readonly onChange: (day: CalendarDate) => void;
}

function DayChoice({ word, days, value, onChange }: DayChoiceProps) {
  return (
    <label className={styles.dayChoice}>
      {word}
      <select
        value={value}
        onChange={(event) => {
          onChange(calendarDate(event.currentTarget.value));
        }}
      >
        {days.map((day) => (
          <option key={day.onDate} value={day.onDate}>
            {dayChoiceText(day)}
          </option>
        ))}
      </select>
    </label>
  );
}
