import type { RegisterView } from '../../../../shared/contract/complications.ts';
import {
  COMPLICATION_WORDS,
  complicationText as words,
  perHundred,
} from '../../../text/complication-text.ts';
import styles from './complications.module.css';
import { totalsOf, type RegisterFilter, type Span } from './register-model.ts';

interface RegisterTotalsProps {
  readonly view: RegisterView;
  readonly span: Span;
  readonly filter: RegisterFilter;
  readonly onFilter: (filter: RegisterFilter) => void;
}

/** How many of each kind, and how many that is to a hundred sessions; each shows its kind alone. */
export function RegisterTotals({ view, span, filter, onFilter }: RegisterTotalsProps) {
  const totals = totalsOf(view.lines, span);
  if (totals.length === 0) return null;
  return (
    <div className={styles.totals} role="group" aria-label={words.totals}>
      {totals.map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          className={styles.total}
          aria-pressed={filter.kind === kind}
          onClick={() => {
            onFilter({ ...filter, kind: filter.kind === kind ? null : kind });
          }}
        >
          <span>
            {COMPLICATION_WORDS[kind]} <strong>{count}</strong>
          </span>
          <span className={styles.rate}>{words.per100(perHundred(count, view.sessions))}</span>
        </button>
      ))}
    </div>
  );
}
