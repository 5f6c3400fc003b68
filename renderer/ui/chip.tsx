import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'plain' | 'info' | 'ok' | 'warn' | 'hard';

interface StatusChipProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Instead of the sign of the tone; null: none. */
  readonly icon?: ReactNode;
  readonly title?: string | undefined;
}

/** A short state: a sign and a word, never a colour alone. */
export function StatusChip({ tone, children, icon, title }: StatusChipProps) {
  return (
    <span className={[styles.chip, styles[tone]].join(' ')} title={title}>
      {icon === undefined ? signOf(tone) : icon}
      {children}
    </span>
  );
}

function signOf(tone: Tone): ReactNode {
  switch (tone) {
    case 'ok':
      return <IconCircleCheck size={16} aria-hidden />;
    case 'warn':
      return <IconAlertTriangle size={16} aria-hidden />;
    case 'hard':
      return <IconOctagon size={16} aria-hidden />;
    case 'info':
      return <IconInfoCircle size={16} aria-hidden />;
    case 'plain':
      return null;
  }
}

/** Every page of the demo clinic carries it. */
export function DemoChip() {
  return <span className={styles.demo}>DEMO CLINIC</span>;
}
