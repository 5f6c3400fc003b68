import { useId } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { cautionsOfNext, proposeNextDate } from '../../../shared/domain/session/next-date.ts';
import { isCalendarDate, type CalendarDate } from '../../../shared/kernel/time.ts';
import { nextCautionText, nextDateText } from '../../text/closing-text.ts';
import { dateText, weekdayDateText } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './closing.module.css';
import { placeOf } from './completeness-places.ts';

interface NextDateProps {
  readonly view: Pick<SessionView, 'opening' | 'profile' | 'upcoming'>;
  readonly nextOn: CalendarDate | null;
  readonly onChange: (nextOn: CalendarDate | null) => void;
}

/** When the patient comes again: proposed from the interval and the plan, agreed by a tap or changed. */
export function NextDate({ view, nextOn, onChange }: NextDateProps) {
  const fieldId = useId();
  const { opening, profile, upcoming } = view;
  const [next] = upcoming;
  const { interval } = profile;
  const dates = proposeNextDate({ onDate: opening.onDate, interval, planned: next ?? null });
  const offered = [...new Set([dates.proposed, dates.usual, dates.earliest])];
  const held = { number: opening.number, onDate: opening.onDate };
  const cautions = nextOn === null ? [] : cautionsOfNext(nextOn, { upcoming, held, interval });
  const isTooSoon = nextOn !== null && nextOn < dates.earliest && nextOn !== next?.onDate;
  return (
    <div id={placeOf('next-date')}>
      <Panel
        title="Next date"
        aside={
          next
            ? `Session ${String(next.number)} is planned for ${weekdayDateText(next.onDate)}`
            : 'No further session is planned'
        }
      >
        <div className={styles.next}>
          {offered.map((day) => (
            <Button
              key={day}
              pressed={day === nextOn}
              kind={day === nextOn ? 'main' : 'plain'}
              onClick={() => {
                onChange(day === nextOn ? null : day);
              }}
            >
              {nextDateText(day, opening.onDate)} · {whyOffered(day, dates, next?.onDate)}
            </Button>
          ))}
          <label htmlFor={fieldId} className={styles.otherDay}>
            Another day
            <input
              id={fieldId}
              type="date"
              value={nextOn ?? ''}
              onChange={(event) => {
                const day = event.currentTarget.value;
                onChange(isCalendarDate(day) ? day : null);
              }}
            />
          </label>
        </div>
        <div className={styles.nextSaid} role="status">
          {isTooSoon ? (
            <p data-warns>▲ Too soon: not before {dateText(dates.earliest)}.</p>
          ) : (
            cautions.map((caution) => (
              <p key={`${caution.code} ${String(caution.sessionNumber)}`} data-warns>
                ▲ {nextCautionText(caution)}
              </p>
            ))
          )}
          <p>
            {next && nextOn !== null && nextOn !== next.onDate && !isTooSoon
              ? `Closing moves session ${String(next.number)} of the plan from ${weekdayDateText(next.onDate)} to ${weekdayDateText(nextOn)}.`
              : `At least ${String(interval.minimumDays)} days, usually ${String(interval.usualDays)}: ${interval.source.text}`}
          </p>
        </div>
      </Panel>
    </div>
  );
}

function whyOffered(
  day: CalendarDate,
  { earliest, usual }: { readonly earliest: CalendarDate; readonly usual: CalendarDate },
  planned: CalendarDate | undefined,
): string {
  if (day === planned) return 'as planned';
  if (day === usual) return 'usual interval';
  return day === earliest ? 'earliest' : 'proposed';
}
