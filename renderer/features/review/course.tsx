import type { ReviewView } from '../../../shared/contract/review.ts';
import type { ReviewId } from '../../../shared/kernel/ids.ts';
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
        {view.sessions.map((session) => (
          <li key={session.id}>
            <span>Session {session.number}</span>
            {dateText(session.onDate)}
            <small>{mlTotalText(session.volumeUl)}</small>
          </li>
        ))}
        {view.reviews.toReversed().map((review) => (
          <li key={review.id}>
            <button
              type="button"
              aria-pressed={review.id === readId}
              onClick={() => {
                onRead(review.id === readId ? null : review.id);
              }}
            >
              Review
            </button>
            {dateText(review.onDate)}
            <small>
              {review.improvementPercent === null ? '' : `${String(review.improvementPercent)} % better`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
