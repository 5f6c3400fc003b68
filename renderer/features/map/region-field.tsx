import { regionHeights } from '../../../shared/domain/leg-map/leg-place.ts';
import type { Region } from '../../../shared/domain/leg-map/region.ts';
import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import { FIELD_WORDS } from '../../text/map-list-text.ts';
import { REGION_WORDS } from '../../text/map-text.ts';
import { Choice } from './field.tsx';

interface RegionFieldProps {
  readonly view: LegView;
  readonly value: Region | null;
  /** The height of the middle of the chosen region, in millimetres of the reference leg. */
  readonly onChange: (heightMm: number) => void;
}

/** A region of a view by its name; choosing one goes to its middle. */
export function RegionField({ view, value, onChange }: RegionFieldProps) {
  const heights = regionHeights(view);
  const regions = [...heights.keys()];
  return (
    <Choice
      label={FIELD_WORDS.region}
      value={value}
      options={value === null || regions.includes(value) ? regions : [...regions, value]}
      words={REGION_WORDS}
      none={FIELD_WORDS.mixed}
      onChange={(region) => {
        const heightMm = heights.get(region);
        if (heightMm !== undefined) onChange(heightMm);
      }}
    />
  );
}
