import { IconOctagon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { REACTION_KINDS, URGENT_KINDS, type ReactionKind } from '../../../shared/domain/session/reaction.ts';
import { REACTION_HINTS, REACTION_WORDS } from '../../text/reaction-text.ts';
import { REACTION_KEYS } from './reaction-keys.ts';
import { useReactionKeys } from './use-reaction-keys.ts';
import { AT_ONCE, COMMON_KINDS } from './reaction-model.ts';
import styles from './reaction.module.css';

interface ReactionListProps {
  readonly isBusy: boolean;
  readonly onKind: (kind: ReactionKind) => void;
  /** Mild, just now, after the last injection. */
  readonly onAtOnce: (kind: ReactionKind) => void;
}

/** What can happen, as large buttons, each with its letter: what may stop the session apart from the rest. */
export function ReactionList({ isBusy, onKind, onAtOnce }: ReactionListProps) {
  useReactionKeys(REACTION_KINDS, onKind);
  const list = useRef<HTMLDivElement>(null);
  // Back from a kind that was none of it, the keyboard goes on here.
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);
  return (
    <>
      <div ref={list} className={styles.group} role="group" aria-labelledby="reactions-urgent">
        <h3 id="reactions-urgent" className={styles.urgentTitle}>
          <IconOctagon size={18} aria-hidden /> Urgent
        </h3>
        <div className={styles.kinds} data-urgent>
          {URGENT_KINDS.map((kind, at) => (
            <Kind key={kind} kind={kind} isFirst={at === 0} onPress={onKind} />
          ))}
        </div>
      </div>
      <div className={styles.group} role="group" aria-labelledby="reactions-common">
        <h3 id="reactions-common">Others</h3>
        <div className={styles.kinds}>
          {COMMON_KINDS.map((kind) => (
            <Kind key={kind} kind={kind} onPress={onKind} />
          ))}
        </div>
      </div>
      <div className={styles.group} role="group" aria-labelledby="reactions-at-once">
        <h3 id="reactions-at-once">
          Record at once <span>mild, just now, after the last injection</span>
        </h3>
        <div className={styles.atOnce}>
          {AT_ONCE.map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles.kind}
              aria-disabled={isBusy || undefined}
              onClick={() => {
                if (!isBusy) onAtOnce(kind);
              }}
            >
              <strong>{REACTION_WORDS[kind]}, mild</strong>
            </button>
          ))}
        </div>
      </div>
    </>
  );
}

interface KindProps {
  readonly kind: ReactionKind;
  /** The dialog opens with the focus on it. */
  readonly isFirst?: boolean;
  readonly onPress: (kind: ReactionKind) => void;
}

function Kind({ kind, isFirst = false, onPress }: KindProps) {
  const hint = REACTION_HINTS[kind];
  return (
    <button
      type="button"
      className={styles.kind}
      data-autofocus={isFirst || undefined}
      aria-keyshortcuts={REACTION_KEYS[kind]}
      onClick={() => {
        onPress(kind);
      }}
    >
      <strong>{REACTION_WORDS[kind]}</strong>
      {hint ? <span>{hint}</span> : null}
      <kbd aria-hidden>{REACTION_KEYS[kind]}</kbd>
    </button>
  );
}
