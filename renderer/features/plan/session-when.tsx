import { useState } from 'react';
import { isCalendarDate, type CalendarDate } from '../../../shared/kernel/time.ts';
import { weekdayDateText } from '../../text/format.ts';
import { counted } from '../../text/plan-text.ts';
import type { PlanColumn } from './plan-board.ts';
import styles from './plan.module.css';

/** What can be changed about when a planned session takes place. */
export interface WhenActions {
  readonly onDate: (number: number, date: CalendarDate) => void;
  readonly onTime: (number: number, atTime: string | null) => void;
}

/** Day and time of a session, and how long it is after the one before; to be read only without `actions`. */
export function SessionWhen({
  column,
  actions,
}: {
  readonly column: PlanColumn;
  readonly actions: WhenActions | null;
}) {
  const { session } = column;
  const { number, onDate, atTime } = session;
  return (
    <div className={styles.date}>
      {actions ? (
        <label>
          <span className={styles.dateWords}>{weekdayDateText(onDate)}</span>
          <WhenInput
            type="date"
            name={`Date of session ${String(number)}`}
            value={onDate}
            onValue={(value) => {
              if (isCalendarDate(value)) actions.onDate(number, value);
            }}
          />
        </label>
      ) : (
        <span className={styles.dateWords}>{weekdayDateText(onDate)}</span>
      )}
      <span className={styles.after} data-soon={column.isTooSoon || undefined}>
        {actions ? (
          <WhenInput
            type="time"
            name={`Time of session ${String(number)}`}
            value={atTime ?? ''}
            onValue={(value) => {
              actions.onTime(number, value === '' ? null : value);
            }}
          />
        ) : (
          atTime
        )}{' '}
        {afterText(column)}
      </span>
    </div>
  );
}

function afterText({ daysAfterPrevious, isTooSoon, held }: PlanColumn): string {
  if (held) return { open: 'being recorded', closed: 'done, to be signed', signed: 'done, signed' }[held];
  if (daysAfterPrevious === null) return 'first';
  const days = `${counted(Math.abs(daysAfterPrevious), 'day')} ${daysAfterPrevious < 0 ? 'earlier' : 'later'}`;
  return isTooSoon ? `▲ ${days}: too soon` : days;
}

interface WhenInputProps {
  readonly type: 'date' | 'time';
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** What is half typed stays in the field: a year is `0002` before it is 2026, and must not be planned for. */
function WhenInput({ type, name, value, onValue }: WhenInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isDate = type === 'date';
  return (
    <input
      type={type}
      aria-label={name}
      value={typed ?? value}
      min={isDate ? '1900-01-01' : undefined}
      max={isDate ? '2100-12-31' : undefined}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        if (currentTarget.validity.valid && currentTarget.value !== value) onValue(currentTarget.value);
      }}
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
}
