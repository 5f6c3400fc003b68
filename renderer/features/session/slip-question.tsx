import { IconAlertTriangle, IconCheck, IconDroplet } from '@tabler/icons-react';
import type { DoseSlip } from '../../../shared/domain/dose/dose-slip.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { mlEnteredText } from '../../text/format.ts';
import { mlPlain, slipText } from '../../text/slip-text.ts';
import styles from './dock.module.css';
import type { RecordingModel } from './recording-model.ts';
import { Way } from './way.tsx';

/** What can be done about a volume that looks like a slip. */
export interface SlipWays {
  readonly onVolume: (volumeUl: Microlitres) => void;
  readonly onVolumeConfirmed: () => void;
}

interface SlipQuestionProps extends SlipWays {
  readonly model: RecordingModel;
  readonly slip: DoseSlip;
  /** The vein's label. */
  readonly where: string;
}

/** Stands where the button was: both numbers, the planned volume to take instead, or the word that this one is right. */
export function SlipQuestion({ model, slip, where, onVolume, onVolumeConfirmed }: SlipQuestionProps) {
  const planned = model.planned?.volumeUl ?? null;
  return (
    <div className={styles.slip} role="alert">
      <p className={styles.slipTitle}>
        <IconAlertTriangle size={20} aria-hidden /> {slipText(slip, where)}
      </p>
      <p className={styles.caption}>Is the decimal point where it belongs?</p>
      {planned === null ? null : (
        <Way
          icon={<IconDroplet size={20} aria-hidden />}
          title={`Take ${mlEnteredText(planned)}`}
          detail="as planned"
          onPress={() => {
            onVolume(planned);
          }}
        />
      )}
      <Way
        icon={<IconCheck size={20} aria-hidden />}
        title={`${mlPlain(slip.volumeUl)} is right`}
        detail="goes on to the limits; stays in the record"
        onPress={onVolumeConfirmed}
      />
    </div>
  );
}
