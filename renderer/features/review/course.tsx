import type { ReviewView } from '../../../shared/contract/review.ts';
import type { ReviewId, SessionId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { dateText, mlTotalText } from '../../text/format.ts';
import styles from './review.module.css';

interface CourseProps {
  readonly view: ReviewView;
  /** The earlier review that is shown now. */
  readonly readId: ReviewId | null;
  readonly onRead: (id: ReviewId | null) => void;
}

/** Sessions and reviews in the order in which they were; a review can be looked at again. */
export function Course({ view, readId, onRead }: CourseProps) {
  return (
    <section className={styles.earlier} aria-label="Course">
      <h2>Course</h2>
      <ol>
        {eventsOf(view).map((event) => (
          <li key={event.id}>
            {event.kind === 'session' ? (
              <span>Session {event.number}</span>
            ) : (
              <button
                type="button"
                aria-pressed={event.id === readId}
                onClick={() => {
                  onRead(event.id === readId ? null : event.id);
                }}
              >
                Review
              </button>
            )}
            {dateText(event.onDate)}
            <small>{event.text}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

type CourseEvent =
  | {
      readonly kind: 'session';
      readonly id: SessionId;
      readonly number: number;
      readonly onDate: CalendarDate;
      readonly text: string;
    }
  | { readonly kind: 'review'; readonly id: ReviewId; readonly onDate: CalendarDate; readonly text: string };

function eventsOf(view: ReviewView): readonly CourseEvent[] {
  const sessions = view.sessions.map(({ id, number, onDate, volumeUl }): CourseEvent => ({
    kind: 'session',
    id,
    number,
    onDate,
    text: mlTotalText(volumeUl),
  }));
  const reviews = view.reviews.map(({ id, onDate, improvementPercent }): CourseEvent => ({
    kind: 'review',
    id,
    onDate,
    text: improvementPercent === null ? '' : `${String(improvementPercent)} % better`,
  }));
  return [...sessions, ...reviews.toReversed()].toSorted((a, b) =>
    a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0,
  );
}
