import { Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import type { SessionPace } from '../../../shared/domain/dose/label-profile.ts';
import { isCalendarDate, type CalendarDate } from '../../../shared/kernel/time.ts';
import { OPTION_WORDS } from '../../text/plan-text.ts';
import type { PlanWishes } from './plan-options.ts';
import styles from './plan-options-menu.module.css';

/** What the planner keeps to beside the limits. */
type PlanBounds = Pick<PlanWishes, 'minutesPerSession' | 'earliest'>;

interface PlanOptionsMenuProps {
  readonly bounds: PlanBounds;
  /** Null in profiles that do not say how long a puncture takes: minutes cannot be counted then. */
  readonly pace: SessionPace | null;
  readonly today: CalendarDate;
  readonly onChange: (bounds: PlanBounds) => void;
}

const MOST_MINUTES = 240;

/** How long a session may take, and from when there may be one. */
export function PlanOptionsMenu({ bounds, pace, today, onChange }: PlanOptionsMenuProps) {
  const { minutesPerSession, earliest } = bounds;
  return (
    <Popover
      width={320}
      position="bottom-start"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      shadow="md"
    >
      <Popover.Target>
        <button type="button" className={styles.open}>
          <IconAdjustmentsHorizontal size={18} stroke={1.7} aria-hidden />
          {OPTION_WORDS.button(minutesPerSession, earliest)}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={OPTION_WORDS.title} className={styles.menu}>
        {pace ? (
          <>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={minutesPerSession !== null}
                onChange={({ currentTarget: { checked } }) => {
                  onChange({ ...bounds, minutesPerSession: checked ? pace.sessionMinutes.most : null });
                }}
              />
              {OPTION_WORDS.countMinutes}
            </label>
            {minutesPerSession === null ? null : (
              <MinutesField
                minutes={minutesPerSession}
                onChange={(minutes) => {
                  onChange({ ...bounds, minutesPerSession: minutes });
                }}
              />
            )}
            <p className={styles.caption}>{OPTION_WORDS.pace(pace)}</p>
          </>
        ) : null}
        <EarliestField
          earliest={earliest ?? today}
          today={today}
          onChange={(date) => {
            onChange({ ...bounds, earliest: date <= today ? null : date });
          }}
        />
        <p className={styles.caption}>{OPTION_WORDS.shapeOnly}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

function MinutesField({
  minutes,
  onChange,
}: {
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}) {
  const [typed, setTyped] = useState(String(minutes));
  const value = Number(typed);
  const isRead = Number.isInteger(value) && value >= 1 && value <= MOST_MINUTES;
  return (
    <label className={styles.field}>
      {OPTION_WORDS.minutes}
      <input
        inputMode="numeric"
        maxLength={3}
        value={typed}
        aria-invalid={!isRead}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const next = Number(currentTarget.value);
          if (Number.isInteger(next) && next >= 1 && next <= MOST_MINUTES) onChange(next);
        }}
        onBlur={() => {
          if (!isRead) setTyped(String(minutes));
        }}
      />
    </label>
  );
}

/** What is half typed stays in the field until it is a day. */
function EarliestField({
  earliest,
  today,
  onChange,
}: {
  readonly earliest: CalendarDate;
  readonly today: CalendarDate;
  readonly onChange: (date: CalendarDate) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className={styles.field}>
      {OPTION_WORDS.earliest}
      <input
        type="date"
        value={typed ?? earliest}
        min={today}
        max="2100-12-31"
        onChange={({ currentTarget: { value, validity } }) => {
          setTyped(value);
          if (validity.valid && isCalendarDate(value)) onChange(value);
        }}
        onBlur={() => {
          setTyped(null);
        }}
      />
    </label>
  );
}
