import { IconAlertTriangle, IconArrowBarToRight, IconCheck, IconOctagon } from '@tabler/icons-react';
import type { GaugeWord } from '../text/limit-text.ts';
import styles from './gauge.module.css';

interface GaugeSignProps {
  readonly word: GaugeWord;
  readonly binds: boolean;
  readonly compact: boolean;
}

/** The state of a gauge by a shape and a word; on the one that binds, that it does. */
export function GaugeSign({ word, binds, compact }: GaugeSignProps) {
  switch (word) {
    case 'hard-passed':
      return (
        <span className={styles.chip} data-tone="hard">
          <IconOctagon size={14} aria-hidden /> Over
        </span>
      );
    case 'soft-passed':
    case 'caution-passed':
      return (
        <span className={styles.chip} data-tone="warn">
          <IconAlertTriangle size={14} aria-hidden /> {word === 'soft-passed' ? 'Reason' : 'Caution'}
        </span>
      );
    case 'near':
    case 'at-limit':
    case 'room':
      return (
        <>
          {binds ? (
            <span className={styles.chip} data-tone="binds">
              {compact ? null : <IconArrowBarToRight size={14} aria-hidden />} Binds
            </span>
          ) : null}
          {word === 'room' ? null : <IconAlertTriangle className={styles.near} size={16} aria-hidden />}
          {word === 'room' && !binds && !compact ? (
            <IconCheck className={styles.ok} size={16} aria-hidden />
          ) : null}
        </>
      );
  }
}
