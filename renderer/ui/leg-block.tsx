import type { Leg } from '../../shared/domain/leg-map/vein.ts';
import { legWord } from '../text/format.ts';
import styles from './leg-block.module.css';
import { TwoLegFigure } from './two-leg-figure.tsx';

/** The leg at hand as a solid block: never scrolled away, never abbreviated. */
export function LegBlock({ legs }: { readonly legs: readonly Leg[] }) {
  const [first, second] = legs;
  if (first === undefined) return null;
  return (
    <div className={styles.block}>
      <TwoLegFigure legs={legs} height={34} inverted />
      <span>{second === undefined ? `${legWord(first)} LEG` : 'BOTH LEGS'}</span>
    </div>
  );
}
