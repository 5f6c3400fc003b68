import type { Gauge as GaugeValue } from '../../shared/domain/dose/assess-dose.ts';
import type { GaugeWord } from '../text/limit-text.ts';
import { gaugeParts } from './gauge-parts.ts';
import styles from './gauge.module.css';

interface GaugeBarProps {
  readonly gauge: GaugeValue;
  readonly plannedAmount?: number;
  readonly cautionAt?: number | null;
  readonly sessionColour?: number | undefined;
  readonly word: GaugeWord;
}

/** The bar of a gauge: given solid, this injection striped, still planned dotted, the cap a post, caution a triangle. */
export function GaugeBar({ gauge, plannedAmount = 0, cautionAt = null, sessionColour, word }: GaugeBarProps) {
  // In a plan nothing is given yet: all of it is drawn as planned.
  const amounts = sessionColour === undefined ? gauge : { ...gauge, used: 0, projected: 0 };
  const planned = sessionColour === undefined ? plannedAmount : gauge.projected;
  const parts = gaugeParts({ ...amounts, planned, cautionAt });
  const over = word === 'hard-passed' ? styles.overHard : styles.overSoft;
  return (
    <div
      className={styles.bar}
      data-session={sessionColour}
      data-caution={parts.cautionAt !== null || undefined}
      aria-hidden="true"
    >
      <div className={styles.scale}>
        <div className={styles.track} style={{ width: `${String(parts.postAt)}%` }} />
        <div className={styles.given} style={{ width: `${String(parts.given)}%` }} />
        <div
          className={styles.planned}
          data-some={parts.planned > 0 || undefined}
          style={{ left: `${String(parts.given + parts.thisOne)}%`, width: `${String(parts.planned)}%` }}
        />
        <div
          className={styles.thisOne}
          data-some={parts.thisOne > 0 || undefined}
          style={{ left: `${String(parts.given)}%`, width: `${String(parts.thisOne)}%` }}
        />
        {parts.over > 0 ? (
          <div
            className={over}
            style={{ left: `${String(parts.postAt)}%`, width: `${String(parts.over)}%` }}
          />
        ) : null}
        <div className={styles.post} style={{ left: `${String(parts.postAt)}%` }} />
        {parts.cautionAt === null ? null : (
          <svg className={styles.caution} style={{ left: `${String(parts.cautionAt)}%` }} viewBox="0 0 10 8">
            <path d="M5 0 10 8H0Z" />
          </svg>
        )}
      </div>
    </div>
  );
}
