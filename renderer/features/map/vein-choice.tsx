import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { Field } from './field.tsx';

interface VeinChoiceProps {
  readonly label: string;
  readonly value: VeinId | null;
  readonly veins: readonly Vein[];
  /** What none of them is called. */
  readonly none: string;
  readonly onChange: (id: VeinId | null) => void;
  readonly onFocus?: () => void;
}

/** One of some veins, or none of them. */
export function VeinChoice({ label, value, veins, none, onChange, onFocus }: VeinChoiceProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          value={value ?? ''}
          {...(onFocus === undefined ? {} : { onFocus })}
          onChange={(event) => {
            onChange(veins.find((vein) => vein.id === event.currentTarget.value)?.id ?? null);
          }}
        >
          <option value="">{none}</option>
          {veins.map((vein) => (
            <option key={vein.id} value={vein.id}>
              {veinLabel(vein)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
