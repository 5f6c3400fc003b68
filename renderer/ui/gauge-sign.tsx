import { IconAlertTriangle, IconArrowBarToRight, IconCheck, IconOctagon } from '@tabler/icons-react';
import type { GaugeWord } from '../text/limit-text.ts';
import styles from './gauge.module.css';

interface GaugeSignProps {
  readonly word: GaugeWord;
  readonly binds: boolean;
  readonly compact: boolean;
}

const near = <IconAlertTriangle className={styles.near} size={16} aria-hidden />;

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
      return (
        <>
          {binds ? (
            <span className={styles.chip} data-tone="binds">
              {compact ? null : near} Binds
            </span>
          ) : null}
          {binds && !compact ? null : near}
        </>
      );
    case 'room':
      if (!binds) return compact ? null : <IconCheck className={styles.ok} size={16} aria-hidden />;
      return (
        <span className={styles.chip} data-tone="binds">
          {compact ? null : <IconArrowBarToRight size={14} aria-hidden />} Binds
        </span>
      );
  }
}
