import { useRef, useState, type KeyboardEvent } from 'react';
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
  /** Whether the first that can be drawn has the focus when the list comes. */
  readonly isFocused: boolean;
  readonly onPick: (choice: BoxChoice) => void;
  /** Picked and confirmed at once, by Enter. */
  readonly onTake: (choice: BoxChoice) => void;
}

/**
 * The boxes in their groups; what is not to be drawn is shown as well, with why. One stop for Tab: the arrows go from box to box,
 * Enter takes one.
 */
export function BoxList(props: BoxListProps) {
  const { choices, lotId, today, isFocused, onPick, onTake } = props;
  const list = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<LotId | null>(null);
  const inOrder = BOX_GROUPS.flatMap((group) => choices.filter((choice) => choice.group === group));
  const first = inOrder.find(({ unusable }) => unusable === null) ?? inOrder[0];
  const stop = reached ?? lotId ?? first?.lot.id;
  return (
    <div
      ref={list}
      className={styles.boxList}
      role="group"
      aria-label="Boxes"
      onKeyDown={(event) => {
        moveFocus(event, [...(list.current?.querySelectorAll('button') ?? [])]);
      }}
    >
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
                    {...{ choice, today, onPick, onTake }}
                    isChosen={choice.lot.id === lotId}
                    isFirst={isFocused && choice === first}
                    isStop={choice.lot.id === stop}
                    onReach={() => {
                      setReached(choice.lot.id);
                    }}
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

/** Up and down, to the first and to the last. */
function moveFocus(event: KeyboardEvent, boxes: readonly HTMLButtonElement[]): void {
  const at = boxes.findIndex((box) => box === event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  boxes[to]?.focus();
}

interface BoxButtonProps extends Pick<BoxListProps, 'today' | 'onPick' | 'onTake'> {
  readonly choice: BoxChoice;
  readonly isChosen: boolean;
  /** Has the focus when the dialog opens: who works by keys takes it with Enter. */
  readonly isFirst: boolean;
  /** Tab stops here. */
  readonly isStop: boolean;
  readonly onReach: () => void;
}

function BoxButton(props: BoxButtonProps) {
  const { choice, isChosen, isFirst, isStop, today, onPick, onTake, onReach } = props;
  const { lot, unusable } = choice;
  return (
    <button
      type="button"
      className={styles.box}
      autoFocus={isFirst}
      data-autofocus={isFirst || undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={onReach}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        // A key that is held down takes nothing: it may have been pressed for what was there before.
        if (!event.repeat && unusable === null) onTake(choice);
      }}
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
