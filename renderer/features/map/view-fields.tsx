import { ASPECTS, LEGS, type LegView } from '../../../shared/domain/leg-map/vein.ts';
import { FIELD_WORDS } from '../../text/map-list-text.ts';
import { ASPECT_WORDS, LEG_WORDS } from '../../text/map-text.ts';
import { Choice } from './field.tsx';

interface ViewFieldsProps {
  readonly value: LegView;
  readonly onChange: (view: LegView) => void;
}

/** The leg, and the side from which it is looked at. */
export function ViewFields({ value: { leg, aspect }, onChange }: ViewFieldsProps) {
  return (
    <>
      <Choice
        label={FIELD_WORDS.leg}
        value={leg}
        options={LEGS}
        words={LEG_WORDS}
        onChange={(chosen) => {
          onChange({ leg: chosen, aspect });
        }}
      />
      <Choice
        label={FIELD_WORDS.view}
        value={aspect}
        options={ASPECTS}
        words={ASPECT_WORDS}
        onChange={(chosen) => {
          onChange({ leg, aspect: chosen });
        }}
      />
    </>
  );
}
