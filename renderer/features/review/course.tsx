import type { ReviewView } from '../../../shared/contract/review.ts';
import { standingReviews } from '../../../shared/domain/outcome/review.ts';
import type { ReviewId, SessionId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { dateText, mlTotalText } from '../../text/format.ts';
import styles from './review.module.css';

interface CourseProps {
  readonly view: Pick<ReviewView, 'sessions' | 'reviews'>;
  /** The earlier review that is shown now. */
  readonly readId: ReviewId | null;
  readonly onRead: (id: ReviewId | null) => void;
}

/** Sessions and reviews in the order in which they were; a review can be looked at again, also one that was corrected since. */
export function Course({ view, readId, onRead }: CourseProps) {
  return (
    <section className={styles.earlier} aria-label="Course">
      <ol>
        {eventsOf(view).map((event) => (
          <li key={event.id} data-replaced={(event.kind === 'review' && event.isReplaced) || undefined}>
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
  | {
      readonly kind: 'review';
      readonly id: ReviewId;
      readonly onDate: CalendarDate;
      readonly text: string;
      readonly isReplaced: boolean;
    };

function eventsOf(view: CourseProps['view']): readonly CourseEvent[] {
  const standing = new Set(standingReviews(view.reviews));
  const sessions = view.sessions.map(({ id, number, onDate, volumeUl }): CourseEvent => ({
    kind: 'session',
    id,
    number,
    onDate,
    text: mlTotalText(volumeUl),
  }));
  const reviews = view.reviews.map((review): CourseEvent => {
    const { id, onDate, improvementPercent } = review;
    const isReplaced = !standing.has(review);
    const improvement = improvementPercent === null ? '' : `${String(improvementPercent)} % better`;
    return { kind: 'review', id, onDate, isReplaced, text: isReplaced ? 'corrected since' : improvement };
  });
  return [...sessions, ...reviews.toReversed()].toSorted((a, b) =>
    a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0,
  );
}
