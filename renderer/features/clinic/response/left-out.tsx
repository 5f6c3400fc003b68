import type { ResponseStatistics } from '../../../../shared/contract/statistics.ts';
import {
  UNCOUNTED_OUTCOMES,
  type ResponseLine,
} from '../../../../shared/domain/outcome/response-statistics.ts';
import { OUTCOME_WORDS, responseText } from '../../../text/response-text.ts';
import type { NumberChoice } from './chosen-number.ts';
import { NumberKey } from './number-key.tsx';
import styles from './response-page.module.css';

interface LeftOutProps extends NumberChoice {
  readonly line: ResponseLine;
  readonly unreviewed: ResponseStatistics['unreviewedCases'];
}

/** What is in none of the shares, and why: told as openly as what is. */
export function LeftOut({ line, unreviewed, ...choice }: LeftOutProps) {
  return (
    <section className={styles.leftOut} aria-label={responseText.leftOut}>
      <h2>{responseText.leftOut}</h2>
      <ul>
        {UNCOUNTED_OUTCOMES.map((of) => (
          <li key={of}>
            <NumberKey number={{ classes: [], of, words: OUTCOME_WORDS[of] }} {...choice}>
              <strong>{line.leftOut[of]}</strong>
            </NumberKey>
            {OUTCOME_WORDS[of]}
          </li>
        ))}
      </ul>
      <p>{responseText.unreviewed(unreviewed.waiting, unreviewed.lost)}</p>
    </section>
  );
}
