import { IconArrowBackUp } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { UNDO_MS, undoable, undoLeftMs } from '../../../shared/domain/session/undo.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
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
  const gone = Math.min(UNDO_MS, Math.max(0, epochMs(now) - epochMs(injection.givenAt)));
  const running: CSSProperties & Record<'--gone', string> = { '--gone': `${String(gone)}ms` };
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
      <i key={injection.id} className={styles.left} style={running} aria-hidden="true" />
    </button>
  );
}
