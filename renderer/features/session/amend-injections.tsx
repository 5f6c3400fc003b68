import type { SessionView } from '../../../shared/contract/session.ts';
import type { InjectionId } from '../../../shared/kernel/ids.ts';
import { clockText, mlEnteredText, preparationText } from '../../text/format.ts';
import { limitSentence } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { ledgerRows } from './ledger-rows.ts';
import styles from './amend.module.css';

interface AmendInjectionsProps {
  /** As the record would be. */
  readonly view: SessionView;
  readonly struckOut: ReadonlySet<InjectionId>;
  readonly added: ReadonlySet<InjectionId>;
  readonly onStrike: (id: InjectionId) => void;
  readonly onKeep: (id: InjectionId) => void;
}

/** Every injection, the newest first, and what the amendment does to it: nothing, strike it out, or add it. */
export function AmendInjections({ view, struckOut, added, onStrike, onKeep }: AmendInjectionsProps) {
  return (
    <ul className={styles.rows} aria-label="Injections">
      {ledgerRows(view).map(({ injection, label }) => {
        const { id, number, dose, givenAt, strikeOut, assessment } = injection;
        const isAdded = added.has(id);
        const isStruckNow = struckOut.has(id);
        const over = assessment.gauges.filter(({ limit }) => assessment.passed.hard.includes(limit.id));
        return (
          <li key={id} data-struck={strikeOut !== null || undefined} data-added={isAdded || undefined}>
            <span className={styles.what}>
              {isAdded ? 'new' : number} · {clockText(givenAt)} · <strong>{label}</strong> ·{' '}
              {mlEnteredText(dose.volumeUl)} of {preparationText(dose)}
            </span>
            {isAdded && over.length > 0 ? (
              <span className={styles.over}>▲ Over a hard limit: {over.map(limitSentence).join(' ')}</span>
            ) : null}
            {isAdded || isStruckNow ? (
              <Button
                onClick={() => {
                  onKeep(id);
                }}
              >
                {isAdded ? 'Do not add it' : 'Do not strike it out'}
              </Button>
            ) : strikeOut ? (
              <span className={styles.already}>struck out</span>
            ) : (
              <Button
                onClick={() => {
                  onStrike(id);
                }}
              >
                <span>
                  Strike out<span className="pp-hidden"> injection {number}</span>
                </span>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
