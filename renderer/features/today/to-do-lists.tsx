import { useNavigate } from '@tanstack/react-router';
import { IconCalendar, IconClockExclamation, IconWritingSign } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReviewDue, UnfinishedSession } from '../../../shared/contract/today.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { usePresentPerson } from '../../api/use-clinic.ts';
import { nameText } from '../../text/format.ts';
import { todayText } from '../../text/today-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { reviewState } from './day-rows.ts';
import styles from './to-do-lists.module.css';
import { unfinishedRows } from './unfinished-rows.ts';

interface UnfinishedProps {
  readonly sessions: readonly UnfinishedSession[];
  readonly today: CalendarDate;
}

/** Sessions whose record somebody must still close or sign, the most pressing first. */
export function Unfinished({ sessions, today }: UnfinishedProps) {
  const navigate = useNavigate();
  const person = usePresentPerson();
  const rows = unfinishedRows(sessions, person, today);
  return (
    <Panel title={todayText.unfinished} aside={todayText.records(sessions.length)}>
      {sessions.length === 0 ? <EmptyState title={todayText.nothingUnfinished} /> : null}
      {rows.map(({ record: { sessionId, patient, number, state }, tone, chip, sub, mine }) => (
        <Row
          key={sessionId}
          title={`${nameText(patient)} · ${todayText.session(number)}`}
          sub={sub}
          chip={
            <StatusChip
              tone={tone}
              icon={state === 'open' ? undefined : <IconWritingSign size={16} aria-hidden />}
            >
              {chip}
            </StatusChip>
          }
          action={
            state === 'open'
              ? todayText.actions.finish
              : mine
                ? todayText.actions.sign
                : todayText.actions.show
          }
          onAction={() =>
            void navigate({
              to: '/patients/$patientId/sessions/$sessionId',
              params: { patientId: patient.id, sessionId },
            })
          }
        />
      ))}
    </Panel>
  );
}

interface ReviewsDueProps {
  readonly reviews: readonly ReviewDue[];
  readonly today: CalendarDate;
}

/** Reviews that are due about now, or late. */
export function ReviewsDue({ reviews, today }: ReviewsDueProps) {
  const navigate = useNavigate();
  return (
    <Panel title={todayText.reviewsDue} aside={todayText.reviews(reviews.length)}>
      {reviews.length === 0 ? <EmptyState title={todayText.noReviews} /> : null}
      {reviews.map((review) => {
        const { caseId, patient, dueOn } = review;
        const state = reviewState(review, today);
        const late = state.tone === 'warn';
        return (
          <Row
            key={caseId}
            title={nameText(patient)}
            sub={
              review.isAfterRest
                ? todayText.afterRest(dueOn)
                : todayText.afterSession(review.afterSession, dueOn)
            }
            chip={
              <StatusChip
                tone={state.tone}
                icon={
                  late ? (
                    <IconClockExclamation size={16} aria-hidden />
                  ) : (
                    <IconCalendar size={16} aria-hidden />
                  )
                }
              >
                {state.words}
              </StatusChip>
            }
            action={todayText.actions.review}
            onAction={() =>
              void navigate({
                to: '/patients/$patientId/cases/$caseId/review',
                params: { patientId: patient.id, caseId },
              })
            }
          />
        );
      })}
    </Panel>
  );
}

interface RowProps {
  readonly title: string;
  readonly sub: string;
  readonly chip: ReactNode;
  readonly action: string;
  readonly onAction: () => void;
}

function Row({ title, sub, chip, action, onAction }: RowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <strong>{title}</strong>
        <span>{sub}</span>
      </div>
      {chip}
      <Button className={styles.action} onClick={onAction}>
        {action}
        <span className="pp-hidden"> {title}</span>
      </Button>
    </div>
  );
}
