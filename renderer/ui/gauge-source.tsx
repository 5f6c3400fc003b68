import type { Limit } from '../../shared/domain/dose/label-profile.ts';
import { limitAmount, markBeside, quantityUnit, severityText, tightenedText } from '../text/limit-text.ts';
import styles from './gauge.module.css';

/** A cap that is tighter than the profile's: who set it, and what the profile has for this patient. */
export interface Tightened {
  /** A name, or "you". */
  readonly by: string;
  readonly profileCap: number;
}

interface GaugeSourceProps {
  readonly limit: Limit;
  readonly tightened: Tightened | null;
}

/** Where a limit comes from, how well that is supported, and what passing it asks for. */
export function GaugeSource({ limit, tightened }: GaugeSourceProps) {
  const { source, severity, quantity } = limit;
  return (
    <>
      {tightened ? (
        <p>
          <strong>{tightenedText(tightened.by)}</strong>; the profile has{' '}
          {limitAmount(limit, tightened.profileCap, 'down')} {quantityUnit(quantity)}
        </p>
      ) : null}
      <p>
        {source.text} <span className={styles.mark}>{markBeside(source)}</span>
      </p>
      <p>{severityText(severity)}</p>
    </>
  );
}
