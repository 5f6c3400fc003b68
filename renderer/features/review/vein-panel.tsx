import {
  SIDE_EFFECT_GRADES,
  SIDE_EFFECTS,
  standingReviews,
  type Review,
  type SideEffect,
  type SideEffectGrade,
} from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { daysBetween, type CalendarDate } from '../../../shared/kernel/time.ts';
import { dayMonthText, mlExactText, preparationText } from '../../text/format.ts';
import { REGION_WORDS, veinWordsInFull } from '../../text/map-text.ts';
import { EFFECT_WORDS, GRADE_WORDS, RESPONSE_WORDS, reviewText } from '../../text/review-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ReviewRow } from './review-model.ts';
import styles from './vein-panel.module.css';

interface VeinPanelProps {
  /** Null: none is chosen. */
  readonly row: ReviewRow | null;
  /** The day of the review. */
  readonly onDate: CalendarDate;
  /** The newest first. */
  readonly reviews: readonly Review[];
  /** Null: to read only. */
  readonly onGrade: ((veinId: VeinId, effect: SideEffect, grade: SideEffectGrade) => void) | null;
}

const GRADES = ['0', '1', '2', '3'] as const;
const GRADE_OPTIONS = SIDE_EFFECT_GRADES.map((grade) => ({
  value: GRADES[grade],
  label: capital(GRADE_WORDS[grade]),
}));
const GRADE_OF = { '0': 0, '1': 1, '2': 2, '3': 3 } as const;

/** All about the vein that is chosen: what it was given, how it was at the reviews before, what the treatment left beside it. */
export function VeinPanel({ row, onDate, reviews, onGrade }: VeinPanelProps) {
  return (
    <section className={styles.panel} aria-label="Chosen vein">
      {row ? (
        <>
          <p className={styles.line}>
            <strong>{row.label}</strong> {REGION_WORDS[row.region]} · {veinWordsInFull(row.vein)}
            <span className={styles.before}>{beforeText(row.vein.id, reviews, onDate)}</span>
          </p>
          <p className={styles.given}>{givenText(row, onDate)}</p>
          <div className={styles.effects}>
            {SIDE_EFFECTS.map((effect) => (
              <div key={effect}>
                <span>{EFFECT_WORDS[effect]}</span>
                <SegmentedControl
                  label={reviewText.effectOf(effect, row.label)}
                  options={GRADE_OPTIONS}
                  height={44}
                  value={row.response ? GRADES[row.response[effect]] : null}
                  disabled={onGrade === null}
                  onChange={(value) => onGrade?.(row.vein.id, effect, GRADE_OF[value])}
                />
              </div>
            ))}
          </div>
        </>
      ) : (
        <p className={styles.given}>{reviewText.chooseVein}</p>
      )}
      <p className={styles.keys}>{reviewText.keys}</p>
    </section>
  );
}

/** `1.6 mL: 1.2 mL of 0.5 %, 0.4 mL of 1 % · 8 injections in sessions 2, 3 · 84 days since the last` */
function givenText({ treated }: ReviewRow, onDate: CalendarDate): string {
  const { preparations, volumeUl, injections, sessionNumbers, lastOn } = treated;
  const [only, second] = preparations;
  const what =
    only && !second
      ? `${mlExactText(volumeUl)} of ${preparationText(only.preparation)}`
      : `${mlExactText(volumeUl)}: ${preparations
          .map((given) => `${mlExactText(given.volumeUl)} of ${preparationText(given.preparation)}`)
          .join(', ')}`;
  const days = daysBetween(lastOn, onDate);
  return [
    what,
    `${reviewText.given(injections)} in ${reviewText.inSessions(sessionNumbers)}`,
    ...(days >= 0 ? [reviewText.daysSince(days)] : []),
  ].join(' · ');
}

/** `10 Dec better · 21 Jan same` */
function beforeText(veinId: VeinId, reviews: readonly Review[], onDate: CalendarDate): string {
  return standingReviews(reviews)
    .filter((review) => review.onDate < onDate)
    .toReversed()
    .flatMap((review) => {
      const seen = review.responses.find((response) => response.veinId === veinId);
      return seen ? [`${dayMonthText(review.onDate)} ${RESPONSE_WORDS[seen.response].toLowerCase()}`] : [];
    })
    .join(' · ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
