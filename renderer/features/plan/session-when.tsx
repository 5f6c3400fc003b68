import { useState } from 'react';
import { isCalendarDate, type CalendarDate } from '../../../shared/kernel/time.ts';
import { weekdayDateText } from '../../text/format.ts';
import { counted, dateCautionText } from '../../text/plan-text.ts';
import type { PlanColumn } from './plan-board.ts';
import styles from './session-when.module.css';

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
      <div className={styles.when}>
        {actions ? (
          <TimeInput
            key={atTime}
            number={number}
            atTime={atTime}
            onTime={(time) => {
              actions.onTime(number, time);
            }}
          />
        ) : (
          <span>{atTime}</span>
        )}
        {actions ? (
          <label>
            <span className={styles.dateWords}>{weekdayDateText(onDate)}</span>
            <DateInput
              number={number}
              onDate={onDate}
              onChosen={(date) => {
                actions.onDate(number, date);
              }}
            />
          </label>
        ) : (
          <span className={styles.dateWords}>{weekdayDateText(onDate)}</span>
        )}
      </div>
      <span
        className={styles.after}
        data-soon={column.dateCautions.length > 0 || undefined}
        title={column.dateCautions.map(dateCautionText).join(' · ') || undefined}
      >
        {afterText(column)}
      </span>
    </div>
  );
}

function afterText({ daysAfterPrevious, dateCautions, held }: PlanColumn): string {
  if (held) return { open: 'being recorded', closed: 'done, to be signed', signed: 'done, signed' }[held];
  const [caution] = dateCautions;
  if (caution) return `▲ ${dateCautionText(caution)}`;
  if (daysAfterPrevious === null) return 'first';
  return `${counted(Math.abs(daysAfterPrevious), 'day')} ${daysAfterPrevious < 0 ? 'earlier' : 'later'}`;
}

/** What is half typed stays in the field: a year is `0002` before it is 2026, and must not be planned for. */
function DateInput({
  number,
  onDate,
  onChosen,
}: {
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly onChosen: (date: CalendarDate) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="date"
      aria-label={`Date of session ${String(number)}`}
      value={typed ?? onDate}
      min="1900-01-01"
      max="2100-12-31"
      onChange={({ currentTarget: { value, validity } }) => {
        setTyped(value);
        if (validity.valid && value !== onDate && isCalendarDate(value)) onChosen(value);
      }}
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
}

const TIME_OF_DAY = /^(?:([01]?\d|2[0-3])[:.]?([0-5]\d))?$/;

/** Takes 9:30, 09.30 and 0930; empty is no time. What is no time of day is kept and marked until it is mended. */
function TimeInput({
  number,
  atTime,
  onTime,
}: {
  readonly number: number;
  readonly atTime: string | null;
  readonly onTime: (atTime: string | null) => void;
}) {
  const [typed, setTyped] = useState(atTime ?? '');
  const match = TIME_OF_DAY.exec(typed.trim());
  const commit = () => {
    if (!match) return;
    const [, hours, minutes] = match;
    const time = hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : null;
    if (time !== atTime) onTime(time);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      className={styles.time}
      aria-label={`Time of session ${String(number)}`}
      aria-invalid={match === null}
      title={match ? 'Time of day, like 14:30' : 'Not a time of day: write it like 14:30'}
      placeholder="time"
      maxLength={5}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
      }}
    />
  );
}
