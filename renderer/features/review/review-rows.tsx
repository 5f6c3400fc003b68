import { RESPONSES, type Response } from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { mlTotalText } from '../../text/format.ts';
import { REGION_WORDS } from '../../text/map-text.ts';
import { GRADE_WORDS, RESPONSE_WORDS } from '../../text/review-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ReviewRow } from './review-model.ts';
import styles from './review.module.css';

interface ReviewRowsProps {
  readonly title: string;
  readonly rows: readonly ReviewRow[];
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
  /** Null: to read only. */
  readonly onRate: ((veinId: VeinId, response: Response) => void) | null;
  readonly onGrade: (veinId: VeinId, effect: 'matting' | 'pigmentation') => void;
}

const OPTIONS = RESPONSES.map((value) => ({ value, label: RESPONSE_WORDS[value] }));

/** One row for each treated vein: how it looks, and what the treatment left behind. */
export function ReviewRows({ title, rows, selected, onSelect, onRate, onGrade }: ReviewRowsProps) {
  const done = rows.filter(({ response }) => response !== null).length;
  return (
    <section className={styles.rows} aria-label={title}>
      <header className={styles.rowsHead}>
        <h2>{title}</h2>
        <span>
          {done} of {rows.length} rated
        </span>
        <span className={styles.rowsHint}>Mat. matting · Pig. pigment, 0–3</span>
      </header>
      <ul>
        {rows.map((row) => (
          <li key={row.vein.id} data-selected={row.vein.id === selected || undefined}>
            <button
              type="button"
              className={styles.veinName}
              aria-pressed={row.vein.id === selected}
              onClick={() => {
                onSelect(row.vein.id);
              }}
            >
              <strong>{row.label}</strong>
              <VeinSymbol vein={row.vein} />
              <span>
                {REGION_WORDS[row.region]}
                <small>
                  {mlTotalText(row.volumeUl)}
                  {row.before ? ` · was ${RESPONSE_WORDS[row.before].toLowerCase()}` : ''}
                </small>
              </span>
            </button>
            <SegmentedControl
              label={`Response of ${row.label}`}
              options={OPTIONS}
              value={row.response?.response ?? null}
              height={44}
              disabled={onRate === null}
              onChange={(response) => onRate?.(row.vein.id, response)}
            />
            <GradeKey row={row} effect="matting" word="Mat." onGrade={onRate && onGrade} />
            <GradeKey row={row} effect="pigmentation" word="Pig." onGrade={onRate && onGrade} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GradeKeyProps {
  readonly row: ReviewRow;
  readonly effect: 'matting' | 'pigmentation';
  readonly word: string;
  readonly onGrade: ReviewRowsProps['onGrade'] | null;
}

function GradeKey({ row, effect, word, onGrade }: GradeKeyProps) {
  const grade = row.response?.[effect] ?? 0;
  return (
    <button
      type="button"
      className={styles.grade}
      data-some={grade > 0 || undefined}
      disabled={onGrade === null}
      onClick={() => onGrade?.(row.vein.id, effect)}
    >
      <span aria-hidden="true">
        {word} {grade === 0 ? '–' : grade}
      </span>
      <span className="pp-hidden">
        {effect} of {row.label}: {GRADE_WORDS[grade]}; press for the next grade
      </span>
    </button>
  );
}
