import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './session.module.css';

const FORMS = [
  { value: 'liquid', label: 'Liquid' },
  { value: 'foam', label: 'Foam' },
] as const;
const GAS_PARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

interface FormChoiceProps {
  readonly form: Preparation['form'];
  readonly gasParts: number;
  /** What a millilitre of the foam holds; null: a liquid, or no box is chosen yet. */
  readonly says: string | null;
  readonly onForm: (form: Preparation['form']) => void;
  readonly onGasParts: (parts: number) => void;
}

/** Liquid or foam, and the parts of gas. */
export function FormChoice({ form, gasParts, says, onForm, onGasParts }: FormChoiceProps) {
  return (
    <div className={styles.choices}>
      <SegmentedControl label="Form" options={FORMS} value={form} onChange={onForm} height={44} />
      {form === 'foam' ? (
        <label>
          1 part liquid +{' '}
          <select
            className={styles.select}
            value={gasParts}
            onChange={(event) => {
              onGasParts(Number(event.currentTarget.value));
            }}
          >
            {GAS_PARTS.map((parts) => (
              <option key={parts}>{parts}</option>
            ))}
          </select>{' '}
          parts gas
        </label>
      ) : null}
      {says === null ? null : <span className={styles.foamSays}>{says}</span>}
    </div>
  );
}
