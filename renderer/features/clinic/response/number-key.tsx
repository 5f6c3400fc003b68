import type { ReactNode } from 'react';
import { shareOf } from '../../../../shared/domain/outcome/response-statistics.ts';
import { rangeText, responseText, shareText } from '../../../text/response-text.ts';
import { isChosen, type ChosenNumber, type NumberChoice } from './chosen-number.ts';
import styles from './response-page.module.css';

interface NumberKeyProps extends NumberChoice {
  readonly number: ChosenNumber;
  readonly children: ReactNode;
}

/** A number that opens the list of its veins. */
export function NumberKey({ number, chosen, onChoose, children }: NumberKeyProps) {
  return (
    <button
      type="button"
      className={styles.number}
      aria-pressed={isChosen(number, chosen)}
      onClick={() => {
        onChoose(number);
      }}
    >
      {children}
      <span className="pp-hidden">: {number.words}</span>
    </button>
  );
}

interface ShareKeyProps extends NumberChoice {
  readonly number: ChosenNumber;
  readonly count: number;
  readonly n: number;
}

/** A share with how many of how many, and the range in which the true one lies; of few veins the numbers alone. */
export function ShareKey({ count, n, ...choice }: ShareKeyProps) {
  const share = n === 0 ? null : shareOf(count, n);
  if (n === 0) return <span className={styles.none}>–</span>;
  return (
    <NumberKey {...choice}>
      <strong>{share ? shareText(share) : responseText.tooFew}</strong>
      <small>
        {count} of {n}
        {share ? <span>{rangeText(share)}</span> : null}
      </small>
    </NumberKey>
  );
}
