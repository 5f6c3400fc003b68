import type { Leg } from '../../../../shared/domain/leg-map/vein.ts';
import { PICTURE_DIALOG_TEXT as TEXT } from '../../../text/picture-text.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import type { PictureChoice } from './picture-of-plan.ts';
import styles from './patient-picture.module.css';

interface PictureChoicesProps {
  /** Those that the plan treats; where it is one, there is nothing to choose. */
  readonly legs: readonly Leg[];
  readonly choice: PictureChoice;
  readonly onChoice: (choice: PictureChoice) => void;
}

/** Which legs, in colour or not, with or without the name. */
export function PictureChoices({ legs, choice, onChoice }: PictureChoicesProps) {
  return (
    <>
      {legs.length > 1 ? (
        <div className={styles.choice}>
          <span>{TEXT.legs}</span>
          <SegmentedControl
            label={TEXT.legs}
            options={(['both', 'right', 'left'] as const).map((value) => ({
              value,
              label: TEXT.legChoices[value],
            }))}
            value={choice.leg}
            onChange={(leg) => onChoice({ ...choice, leg })}
          />
        </div>
      ) : null}
      <div className={styles.choice}>
        <span>{TEXT.variant}</span>
        <SegmentedControl
          label={TEXT.variant}
          options={(['colour', 'black-and-white'] as const).map((value) => ({
            value,
            label: TEXT.variants[value],
          }))}
          value={choice.variant}
          onChange={(variant) => onChoice({ ...choice, variant })}
        />
      </div>
      <div className={styles.choice}>
        <span>{TEXT.name}</span>
        <SegmentedControl
          label={TEXT.name}
          options={(['with', 'without'] as const).map((value) => ({ value, label: TEXT.nameChoices[value] }))}
          value={choice.withName ? 'with' : 'without'}
          onChange={(value) => onChoice({ ...choice, withName: value === 'with' })}
        />
      </div>
    </>
  );
}
