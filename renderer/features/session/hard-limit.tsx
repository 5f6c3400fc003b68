import { IconCalendarEvent, IconDroplet, IconKey, IconOctagon } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Gauge } from '../../../shared/domain/dose/assess-dose.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { mlEnteredText, mlTotalText } from '../../text/format.ts';
import { limitAmount, quantityUnit, tightenedText } from '../../text/limit-text.ts';
import { hardLimitTitle, projectedText } from '../../text/session-text.ts';
import styles from './dock.module.css';
import type { RecordingModel } from './recording-model.ts';
import { tightenedBy } from './session-limits.ts';
import { Way } from './way.tsx';

/** What can be done at a hard limit. */
export interface HardLimitWays {
  readonly onVolume: (volumeUl: Microlitres) => void;
  readonly onLeaveForLater: (veinIds: readonly VeinId[]) => void;
  readonly onSurgeonAllows: () => void;
}

interface HardLimitProps extends HardLimitWays {
  readonly view: SessionView;
  readonly model: RecordingModel;
  readonly gauge: Gauge;
  /** What can still be drawn up and given. */
  readonly fitsUl: Microlitres;
}

/** Stands where the button was: the number, the source, what is left, and the ways on. No dialog. */
export function HardLimit(props: HardLimitProps) {
  const { model, gauge, fitsUl, view } = props;
  const { volumeUl } = model;
  const left = `${limitAmount(gauge.limit, gauge.left, 'down')} ${quantityUnit(gauge.limit.quantity)}`;
  const tightened = tightenedBy(view, gauge);
  const source = tightened ? tightenedText(tightened.by) : gauge.limit.source.text;
  const due = model.tasks.filter((task) => !task.isDone).map((task) => task.vein);
  const nextNumber = view.opening.number + 1;
  return (
    <div className={styles.hard} role="alert">
      <p className={styles.hardTitle}>
        <IconOctagon size={20} aria-hidden /> {volumeUl ? hardLimitTitle(volumeUl) : 'A hard limit'}
      </p>
      <p className={styles.hardFacts}>
        <strong>{projectedText(gauge)}</strong> · left <strong>{left}</strong>
        {fitsUl > 0 ? ` = ${mlTotalText(fitsUl, 'down')}` : ''}
        <span title={source}>{source}</span>
      </p>
      {fitsUl > 0 ? (
        <Way
          icon={<IconDroplet size={20} aria-hidden />}
          title={`Give ${mlEnteredText(fitsUl)} instead`}
          detail="fits under every hard limit"
          onPress={() => {
            props.onVolume(fitsUl);
          }}
        />
      ) : null}
      {due.length > 0 ? (
        <Way
          icon={<IconCalendarEvent size={20} aria-hidden />}
          title={`Leave ${namesText(due.map(veinLabel))} for later`}
          detail={
            view.ofSessions >= nextNumber
              ? `a surgeon plans them into session ${String(nextNumber)}`
              : 'a surgeon plans another session'
          }
          onPress={() => {
            props.onLeaveForLater(due.map(({ id }) => id));
          }}
        />
      ) : null}
      <Way
        icon={<IconKey size={20} aria-hidden />}
        title="Surgeon allows it"
        detail="reason and surgeon’s own PIN"
        onPress={props.onSurgeonAllows}
      />
    </div>
  );
}

/** `L8, L11, L10`, or the first three and how many more. */
function namesText(names: readonly string[]): string {
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`;
}
