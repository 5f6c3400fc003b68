import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { RegisterLot } from '../../../../shared/contract/complications.ts';
import type { LotId } from '../../../../shared/kernel/ids.ts';
import { isCalendarDate, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { complicationText as words } from '../../../text/complication-text.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import styles from './complications.module.css';
import {
  GRADE_CHOICES,
  periodOf,
  PERIODS,
  spanOf,
  type RegisterFilter,
  type Span,
} from './register-model.ts';

interface RegisterFiltersProps {
  readonly today: CalendarDate;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  readonly filter: RegisterFilter;
  readonly onFilter: (filter: RegisterFilter) => void;
  readonly lots: readonly RegisterLot[];
  readonly lotId: LotId | null;
  readonly onLot: (lotId: LotId | null) => void;
  /** How many struck-out entries there are to show. */
  readonly struckOut: number;
}

/** Which entries are looked at. */
export function RegisterFilters(props: RegisterFiltersProps) {
  const { today, span, onSpan, filter, onFilter, lots, lotId, onLot, struckOut } = props;
  return (
    <section className={styles.filters} aria-label={words.filters}>
      <SegmentedControl
        label={words.period}
        options={PERIODS.map((value) => ({ value, label: words.periods[value] }))}
        value={periodOf(span, today)}
        onChange={(period) => {
          onSpan(spanOf(period, today));
        }}
      />
      <DayField
        label={words.from}
        value={span.from}
        onDay={(from) => {
          onSpan({ ...span, from });
        }}
      />
      <DayField
        label={words.to}
        value={span.to}
        onDay={(to) => {
          if (to) onSpan({ ...span, to });
        }}
      />
      <NativeSelect
        aria-label={words.grade}
        size="sm"
        className={styles.narrow}
        value={filter.grade}
        data={GRADE_CHOICES.map((value) => ({ value, label: words.grades[value] }))}
        onChange={({ currentTarget: { value } }) => {
          const grade = GRADE_CHOICES.find((choice) => choice === value) ?? 'any';
          onFilter({ ...filter, grade });
        }}
      />
      <NativeSelect
        aria-label={words.lot}
        size="sm"
        className={styles.narrow}
        value={lotId ?? ''}
        data={[
          { value: '', label: words.anyLot },
          ...lots.map(({ id, lotNumber }) => ({ value: id, label: lotNumber })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          onLot(lots.find(({ id }) => id === value)?.id ?? null);
        }}
      />
      <Checkbox
        label={words.ongoingOnly}
        checked={filter.ongoingOnly}
        onChange={({ currentTarget: { checked } }) => {
          onFilter({ ...filter, ongoingOnly: checked });
        }}
      />
      {struckOut > 0 ? (
        <Checkbox
          label={words.struckOutToo(struckOut)}
          checked={filter.struckOutToo}
          onChange={({ currentTarget: { checked } }) => {
            onFilter({ ...filter, struckOutToo: checked });
          }}
        />
      ) : null}
    </section>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: CalendarDate | null;
  /** Null: the field was emptied. */
  readonly onDay: (day: CalendarDate | null) => void;
}

/** A day; what is no day yet changes nothing. */
function DayField({ label, value, onDay }: DayFieldProps) {
  return (
    <TextInput
      aria-label={label}
      type="date"
      size="sm"
      className={styles.day}
      value={value ?? ''}
      onChange={({ currentTarget: { value: text } }) => {
        if (text === '') onDay(null);
        else if (isCalendarDate(text)) onDay(text);
      }}
    />
  );
}
