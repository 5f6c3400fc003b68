import { NativeSelect, TextInput } from '@mantine/core';
import type { ResponseStatisticsOf } from '../../../../shared/contract/statistics.ts';
import { VEIN_KINDS } from '../../../../shared/domain/leg-map/vein.ts';
import { LEG_PARTS } from '../../../../shared/domain/outcome/response-statistics.ts';
import { isCalendarDate } from '../../../../shared/kernel/time.ts';
import { KIND_WORDS, PART_WORDS, responseText } from '../../../text/response-text.ts';
import styles from './response-page.module.css';

interface ResponseFiltersProps {
  readonly filter: ResponseStatisticsOf;
  readonly onFilter: (filter: ResponseStatisticsOf) => void;
}

/** Which veins are counted: by the days of their last treatment, the part of the leg, the kind. */
export function ResponseFilters({ filter, onFilter }: ResponseFiltersProps) {
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <Day
        label={responseText.treatedFrom}
        value={filter.treatedFrom}
        onDay={(treatedFrom) => {
          onFilter({ ...filter, treatedFrom });
        }}
      />
      <Day
        label={responseText.treatedTo}
        value={filter.treatedTo}
        onDay={(treatedTo) => {
          onFilter({ ...filter, treatedTo });
        }}
      />
      <Choice
        label={responseText.part}
        every={responseText.everyPart}
        values={LEG_PARTS}
        words={PART_WORDS}
        value={filter.part}
        onValue={(part) => {
          onFilter({ ...filter, part });
        }}
      />
      <Choice
        label={responseText.kind}
        every={responseText.everyKind}
        values={VEIN_KINDS}
        words={KIND_WORDS}
        value={filter.kind}
        onValue={(kind) => {
          onFilter({ ...filter, kind });
        }}
      />
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: ResponseStatisticsOf['treatedFrom'];
  readonly onDay: (day: ResponseStatisticsOf['treatedFrom']) => void;
}

function Day({ label, value, onDay }: DayProps) {
  return (
    <label>
      {label}
      <TextInput
        type="date"
        size="sm"
        min="1900-01-01"
        max="2100-12-31"
        defaultValue={value ?? ''}
        onChange={(event) => {
          const { value: text, validity } = event.currentTarget;
          if (text === '') onDay(null);
          else if (validity.valid && isCalendarDate(text)) onDay(text);
        }}
      />
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** The choice of no value. */
  readonly every: string;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value | null;
  readonly onValue: (value: Value | null) => void;
}

function Choice<Value extends string>({ label, every, values, words, value, onValue }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <NativeSelect
        size="sm"
        value={value ?? ''}
        data={[{ value: '', label: every }, ...values.map((each) => ({ value: each, label: words[each] }))]}
        onChange={(event) => {
          const { value: text } = event.currentTarget;
          onValue(values.find((each) => each === text) ?? null);
        }}
      />
    </label>
  );
}
