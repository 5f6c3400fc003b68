import { responseText } from '../../../text/response-text.ts';
import styles from './response-page.module.css';

/** The definitions, behind one press. */
export function HowCounted() {
  return (
    <details className={styles.how}>
      <summary>{responseText.how}</summary>
      <ul>
        {responseText.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  );
}
