import type { ReviewView } from '../../../shared/contract/review.ts';
import { SIDE_EFFECTS, standingReviews, type Review } from '../../../shared/domain/outcome/review.ts';
import type { ReviewId, VeinId } from '../../../shared/kernel/ids.ts';
import { dateText } from '../../text/format.ts';
import { EFFECT_WORDS, GRADE_WORDS, RESPONSE_WORDS, reviewText } from '../../text/review-text.ts';
import { Course } from './course.tsx';
import type { ReviewRow } from './review-model.ts';
import styles from './course-part.module.css';

interface CoursePartProps {
  readonly view: ReviewView;
  /** Of one leg. */
  readonly rows: readonly ReviewRow[];
  /** The earlier review that is shown now. */
  readonly readId: ReviewId | null;
  readonly onRead: (id: ReviewId | null) => void;
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
}

/** What happened in which order, and how each vein of a leg looked at every review. */
export function CoursePart({ view, rows, readId, onRead, selected, onSelect }: CoursePartProps) {
  const reviews = standingReviews(view.reviews).toReversed();
  return (
    <div className={styles.part}>
      <Course view={view} readId={readId} onRead={onRead} />
      {reviews.length === 0 ? (
        <p className={styles.none}>{reviewText.noReviews}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Vein</th>
                {reviews.map(({ id, onDate }) => (
                  <th key={id} scope="col" aria-current={id === readId ? 'true' : undefined}>
                    {dateText(onDate)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ vein, label }) => (
                <tr key={vein.id} data-selected={vein.id === selected || undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      aria-pressed={vein.id === selected}
                      onClick={() => {
                        onSelect(vein.id);
                      }}
                    >
                      {label}
                    </button>
                  </th>
                  {reviews.map((review) => (
                    <Seen key={review.id} review={review} veinId={vein.id} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Seen({ review, veinId }: { readonly review: Review; readonly veinId: VeinId }) {
  const seen = review.responses.find((response) => response.veinId === veinId);
  if (!seen) return <td>–</td>;
  const effects = SIDE_EFFECTS.filter((effect) => seen[effect] > 0);
  return (
    <td>
      {RESPONSE_WORDS[seen.response]}
      {effects.map((effect) => (
        <small key={effect}>
          {EFFECT_WORDS[effect].toLowerCase()} {GRADE_WORDS[seen[effect]]}
        </small>
      ))}
    </td>
  );
}
