import { IconArrowsHorizontal } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './compare.module.css';

interface SwipeDividerProps {
  /** How much of the width shows the earlier day, in percent. */
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly words: readonly [before: string, after: string];
  readonly width: number;
  readonly height: number;
}

/** The line between two days that lie over each other: dragged, or moved by the arrow keys. Both days stand at its sides. */
export function SwipeDivider({ share, onShare, words, width, height }: SwipeDividerProps) {
  const x = (width * share) / 100;
  const move = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    onShare(within(((event.clientX - left) / width) * 100));
  };
  return (
    <>
      <div className={styles.days} aria-hidden="true">
        <span className={styles.beforeDay} style={{ right: width - x, maxWidth: x }}>
          {words[0]} ◂
        </span>
        <span className={styles.afterDay} style={{ left: x, maxWidth: width - x }}>
          ▸ {words[1]}
        </span>
      </div>
      <div
        className={styles.divider}
        style={{ left: x, height }}
        role="slider"
        tabIndex={0}
        aria-label={`Divider between ${words[0]} and ${words[1]}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share)}
        aria-valuetext={`${String(Math.round(share))} % ${words[0]}, ${String(100 - Math.round(share))} % ${words[1]}`}
        onPointerDown={(event) => {
          if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={move}
        onKeyDown={(event) => {
          const to = shareFor(event, share);
          if (to === null) return;
          event.preventDefault();
          onShare(to);
        }}
      >
        <span className={styles.handle}>
          <IconArrowsHorizontal size={20} aria-hidden />
        </span>
      </div>
    </>
  );
}

const within = (share: number) => Math.min(100, Math.max(0, share));

/** Where a key moves the divider: 2 % a press, 10 % with Shift; null for other keys. */
function shareFor({ key, shiftKey }: KeyboardEvent, share: number): number | null {
  const step = shiftKey ? 10 : 2;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return within(share - step);
  if (key === 'ArrowRight' || key === 'ArrowUp') return within(share + step);
  if (key === 'Home') return 0;
  return key === 'End' ? 100 : null;
}
