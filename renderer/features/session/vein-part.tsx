import { IconPlus } from '@tabler/icons-react';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import { regionOf } from '../../../shared/domain/leg-map/region.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { legWord, mlEntered } from '../../text/format.ts';
import { REGION_WORDS, veinWords } from '../../text/map-text.ts';
import { ordinal } from '../../text/session-text.ts';
import { StepTitle } from './dock.tsx';
import styles from './dock.module.css';
import type { RecordingModel } from './recording-model.ts';
import type { VeinTask } from '../../../shared/domain/session/vein-tasks.ts';

interface VeinPartProps {
  readonly model: RecordingModel;
  readonly leftForLater: ReadonlySet<VeinId>;
  readonly onVein: (id: VeinId) => void;
  readonly onTakeUp: (id: VeinId) => void;
  readonly onFreeSite: () => void;
}

/** Which vein is next, and what comes after it in the planned order. */
export function VeinPart({ model, leftForLater, onVein, onTakeUp, onFreeSite }: VeinPartProps) {
  const others = model.tasks.filter((task) => task.vein.id !== model.vein?.id);
  const coming = others.filter((task) => !task.isDone && !leftForLater.has(task.vein.id));
  const later = others.filter((task) => !task.isDone && leftForLater.has(task.vein.id));
  return (
    <section className={styles.part} aria-label="1 Vein">
      <StepTitle number={1} hint="↑ ↓">
        Vein
      </StepTitle>
      <Current model={model} />
      <p className={styles.caption}>
        {coming.length > 0 ? 'Then, in the planned order' : 'Nothing else is due in the plan'}
      </p>
      <div className={styles.nextVeins}>
        {coming.map((task) => (
          <VeinKey key={task.vein.id} task={task} onPress={onVein} />
        ))}
        {later.map((task) => (
          <VeinKey key={task.vein.id} task={task} isLeft onPress={onTakeUp} />
        ))}
        <button type="button" className={styles.siteKey} data-enter-records onClick={onFreeSite}>
          <IconPlus size={18} aria-hidden />
          <span>Site</span>
        </button>
      </div>
    </section>
  );
}

function Current({ model }: { readonly model: RecordingModel }) {
  const { vein, task, freeSite } = model;
  if (freeSite) {
    const region = freeSite.point && regionOf(freeSite.point, freeSite);
    return (
      <div className={styles.current}>
        <span className={styles.currentLabel}>Site</span>
        <span>
          <strong>{region ? REGION_WORDS[region] : `${legWord(freeSite.leg)} ${freeSite.aspect}`}</strong>
          {freeSite.point ? 'Free site on the map' : 'Point at the place on the map'}
        </span>
      </div>
    );
  }
  if (!vein) {
    return (
      <div className={styles.current} data-empty>
        <span>
          <strong>All that was planned is done</strong>
          Choose a vein or a site for more, or finish.
        </span>
      </div>
    );
  }
  const { region } = measureVein(vein, 1);
  return (
    <div className={styles.current}>
      <span className={styles.currentLabel}>{veinLabel(vein)}</span>
      <VeinSymbol vein={vein} size={26} />
      <span>
        <strong>{REGION_WORDS[region]}</strong>
        {veinWords(vein)} {vein.diameterMm.toFixed(1)} mm · {placeInPlan(task)}
      </span>
    </div>
  );
}

function placeInPlan(task: VeinTask | null): string {
  if (!task) return 'not planned today';
  if (task.isDone) return `all ${String(task.punctures.length)} done`;
  return `${ordinal(task.given + 1)} of ${String(task.punctures.length)}`;
}

interface VeinKeyProps {
  readonly task: VeinTask;
  readonly isLeft?: boolean;
  readonly onPress: (id: VeinId) => void;
}

function VeinKey({ task, isLeft = false, onPress }: VeinKeyProps) {
  const left = task.punctures.length - task.given;
  const volume = task.next ? ` × ${mlEntered(task.next.volumeUl)}` : '';
  return (
    <button
      type="button"
      className={styles.veinKey}
      data-left={isLeft || undefined}
      data-enter-records
      onClick={() => {
        onPress(task.vein.id);
      }}
    >
      <strong>{veinLabel(task.vein)}</strong>
      <span>{isLeft ? 'left for later' : `${String(left)}${volume}`}</span>
    </button>
  );
}
