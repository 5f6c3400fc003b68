import { IconCircle, IconCircleCheckFilled, IconOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CheckState, OpeningCheck } from './opening-model.ts';
import styles from './opening.module.css';

interface CheckCardProps {
  readonly check: OpeningCheck;
  readonly title: string;
  readonly state: CheckState;
  readonly children: ReactNode;
}

const STATE_WORDS: Readonly<Record<CheckState, string>> = {
  done: 'done',
  'to-do': 'to do',
  blocked: 'blocks',
};

/** One check with its state as a sign and a word. */
export function CheckCard({ check, title, state, children }: CheckCardProps) {
  return (
    <section className={styles.card} data-check={check} data-state={state} aria-label={title}>
      <header>
        <Sign state={state} />
        <h2>{title}</h2>
        <span className={styles.state}>{STATE_WORDS[state]}</span>
      </header>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

function Sign({ state }: { readonly state: CheckState }) {
  if (state === 'done') return <IconCircleCheckFilled size={20} aria-hidden />;
  return state === 'blocked' ? <IconOctagon size={20} aria-hidden /> : <IconCircle size={20} aria-hidden />;
}
