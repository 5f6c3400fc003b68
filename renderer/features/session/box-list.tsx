import type { LotId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { ampoulesText, boxText, expiryText } from '../../text/box-text.ts';
import { strengthText } from '../../text/format.ts';
import { BOX_GROUPS, type BoxChoice } from './box-choices.ts';
import styles from './session.module.css';

interface BoxListProps {
  readonly choices: readonly BoxChoice[];
  readonly lotId: LotId | null;
  readonly today: CalendarDate;
  readonly onPick: (choice: BoxChoice) => void;
}

/** The boxes in their groups; what is not to be drawn is shown as well, with why. */
export function BoxList({ choices, lotId, today, onPick }: BoxListProps) {
  const inOrder = BOX_GROUPS.flatMap((group) => choices.filter((choice) => choice.group === group));
  const first = inOrder.find(({ unusable }) => unusable === null);
  return (
    <div className={styles.boxList} tabIndex={0} role="group" aria-label="Boxes">
      {BOX_GROUPS.map((group) => {
        const inGroup = choices.filter((choice) => choice.group === group);
        if (inGroup.length === 0) return null;
        return (
          <section key={group} aria-label={boxText.groups[group]}>
            <h3>{boxText.groups[group]}</h3>
            {group === 'today' ? <p className={styles.boxHint}>{boxText.todayHint}</p> : null}
            {group === 'other-strength' ? <p className={styles.boxHint}>{boxText.otherHint}</p> : null}
            <ul className={styles.boxes}>
              {inGroup.map((choice) => (
                <li key={choice.lot.id}>
                  <BoxButton
                    {...{ choice, today, onPick }}
                    isChosen={choice.lot.id === lotId}
                    isFirst={choice === first}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {choices.length === 0 ? <p>{boxText.none}</p> : null}
    </div>
  );
}

interface BoxButtonProps extends Pick<BoxListProps, 'today' | 'onPick'> {
  readonly choice: BoxChoice;
  readonly isChosen: boolean;
  /** Has the focus when the dialog opens: who works by keys takes it with Enter. */
  readonly isFirst: boolean;
}

function BoxButton({ choice, isChosen, isFirst, today, onPick }: BoxButtonProps) {
  const { lot, unusable } = choice;
  return (
    <button
      type="button"
      className={styles.box}
      autoFocus={isFirst}
      data-autofocus={isFirst || undefined}
      aria-pressed={isChosen}
      aria-disabled={unusable !== null || undefined}
      onClick={() => {
        if (unusable === null) onPick(choice);
      }}
    >
      <strong>{strengthText(lot.product.strengthUgPerMl)}</strong>
      <span>
        {lot.product.name} · lot <span className="pp-code">{lot.lotNumber}</span>
      </span>
      <span>
        {unusable === null ? (
          `${expiryText(lot.expiresOn, today)} · ${ampoulesText(lot)}`
        ) : (
          <em>
            ✕{' '}
            {unusable === 'recalled'
              ? `recalled: ${lot.recalledBecause ?? ''}`
              : expiryText(lot.expiresOn, today)}
          </em>
        )}
      </span>
    </button>
  );
}
