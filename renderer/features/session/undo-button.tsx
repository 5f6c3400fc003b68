import { IconArrowBackUp } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { UNDO_MS, undoable, undoLeftMs } from '../../../shared/domain/session/undo.ts';
import styles from './undo-button.module.css';
import { useNow } from './use-now.ts';
import type { Undo } from './use-undo.ts';

interface UndoButtonProps {
  readonly injections: SessionView['injections'];
  readonly undo: Undo;
}

const TICK_MS = 250;

/** Stands in the newest row for ten seconds after the core had it; how long it still does is told by a bar and in words. */
export function UndoButton({ injections, undo }: UndoButtonProps) {
  const now = useNow(TICK_MS);
  const injection = undoable(injections, undo.me, now);
  if (!injection) return null;
  const leftMs = undoLeftMs(injection, now);
  return (
    <button
      type="button"
      className={styles.undo}
      aria-keyshortcuts="U Control+Z"
      aria-label={`Undo injection ${String(injection.number)}`}
      title="Strikes it out at once (U or Ctrl+Z)"
      aria-busy={undo.isBusy || undefined}
      onClick={undo.take}
    >
      <span>
        <IconArrowBackUp size={16} aria-hidden /> Undo <small>{Math.ceil(leftMs / 1000)} s</small>
      </span>
      <i
        className={styles.left}
        style={{ transform: `scaleX(${String(leftMs / UNDO_MS)})` }}
        aria-hidden="true"
      />
    </button>
  );
}
