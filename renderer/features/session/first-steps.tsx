import type { FirstStep } from '../../text/reaction-text.ts';
import styles from './reaction.module.css';

/** What to do first, each with where it is written; what no source says is the clinic's own. */
export function FirstSteps({ steps }: { readonly steps: readonly FirstStep[] }) {
  return (
    <ol className={styles.steps} aria-label="What to do first">
      {steps.map(({ text, source }) => (
        <li key={text}>
          <strong>{text}</strong> <span>{source ?? 'clinic’s own procedure'}</span>
        </li>
      ))}
    </ol>
  );
}
