import { acrossSides } from '../../../shared/domain/leg-map/leg-place.ts';
import { placeOfVein, shiftedTo, withLength } from '../../../shared/domain/leg-map/refit-vein.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { FIELD_WORDS, FIGURE_PROBLEMS } from '../../text/map-list-text.ts';
import { heightRange, LENGTHS_MM } from './add-vein.ts';
import { FigureField } from './figure-field.tsx';
import { RegionField } from './region-field.tsx';
import { measuresOf } from './vein-measures.ts';
import styles from './vein-panel.module.css';

interface PlaceFieldsProps {
  readonly vein: Vein;
  readonly scale: number;
  readonly onChange: (vein: Vein, label: string) => void;
}

/** Where a vein lies and how long it is, as figures: changed, they move the course or stretch it. */
export function PlaceFields({ vein, scale, onChange }: PlaceFieldsProps) {
  const place = placeOfVein(vein);
  const [zero] = acrossSides(vein);
  const { lengthMm, region } = measuresOf(vein, scale);
  const heights = heightRange(scale);
  const shift = (to: Partial<typeof place>): string | null => {
    const moved = shiftedTo(vein, { ...place, ...to });
    if (!moved.ok) return FIGURE_PROBLEMS.offLeg;
    onChange(moved.value, 'move');
    return null;
  };
  return (
    <div className={styles.fields}>
      <RegionField
        view={vein}
        value={region}
        onChange={(heightMm) => {
          shift({ heightMm });
        }}
      />
      <FigureField
        label={FIELD_WORDS.height}
        value={Math.round(place.heightMm * scale)}
        {...heights}
        onTake={(mm) => shift({ heightMm: mm / scale })}
      />
      <FigureField
        label={FIELD_WORDS.across(zero)}
        value={place.acrossPercent}
        min={0}
        max={100}
        onTake={(acrossPercent) => shift({ acrossPercent })}
      />
      <FigureField
        label={FIELD_WORDS.length}
        value={lengthMm}
        {...LENGTHS_MM}
        onTake={(mm) => {
          const grown = withLength(vein, mm, scale);
          if (!grown.ok) return FIGURE_PROBLEMS.atMost(grown.error.atMostMm);
          onChange(grown.value, 'stretch');
          return null;
        }}
      />
    </div>
  );
}
