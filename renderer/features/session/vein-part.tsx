import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import { regionOf } from '../../../shared/domain/leg-map/region.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { legWord, mlEntered } from '../../text/format.ts';
import { REGION_WORDS, veinWords } from '../../text/map-text.ts';
import { fitText, ordinal } from '../../text/session-text.ts';
import { StepTitle } from './dock.tsx';
import styles from './dock.module.css';
import type { RecordingModel } from './recording-model.ts';
import { fitWord, type VeinFit } from '../../../shared/domain/session/fit-veins.ts';
import type { VeinTask } from '../../../shared/domain/session/vein-tasks.ts';

interface VeinPartProps {
  readonly model: RecordingModel;
  readonly onVein: (id: VeinId) => void;
  readonly onTakeUp: (id: VeinId) => void;
  readonly onLeave: (id: VeinId) => void;
  readonly onFreeSite: () => void;
  /** What went wrong with leaving a vein. */
  readonly children?: ReactNode;
}

/** Which vein is next, and what comes after it in the planned order; what no longer fits, and what was left, behind it. */
export function VeinPart({ model, onVein, onTakeUp, onLeave, onFreeSite, children }: VeinPartProps) {
  const others = model.tasks.filter(({ vein, isDone }) => vein.id !== model.vein?.id && !isDone);
  const isLeft = ({ vein }: VeinTask) => model.leftForLater.has(vein.id);
  const wordOf = ({ vein }: VeinTask) => fitWord(model.fits.get(vein.id));
  const coming = others.filter((task) => !isLeft(task) && wordOf(task) !== 'next-session');
  const tooMuch = others.filter((task) => !isLeft(task) && wordOf(task) === 'next-session');
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
        {[...coming, ...tooMuch].map((task) => (
          <VeinKey key={task.vein.id} task={task} fit={model.fits.get(task.vein.id)} onPress={onVein} />
        ))}
        {others.filter(isLeft).map((task) => (
          <VeinKey key={task.vein.id} task={task} isLeft onPress={onTakeUp} />
        ))}
        <button type="button" className={styles.siteKey} data-enter-records onClick={onFreeSite}>
          <IconPlus size={18} aria-hidden />
          <span>Site</span>
        </button>
        <LaterKey model={model} onLeave={onLeave} />
      </div>
      {children}
    </section>
  );
}

/** Leaves the vein in hand for another session, on purpose. */
function LaterKey({ model, onLeave }: Pick<VeinPartProps, 'model' | 'onLeave'>) {
  const { vein, task } = model;
  if (!vein || !task || task.isDone) return null;
  return (
    <button
      type="button"
      className={styles.siteKey}
      aria-label={`Leave ${veinLabel(vein)} for later`}
      title="Leave it for another session"
      onClick={({ currentTarget }) => {
        // The next vein stands here at once: Enter is to record it, not to leave it as well.
        currentTarget.blur();
        onLeave(vein.id);
      }}
    >
      <IconCalendarEvent size={18} aria-hidden />
      <span>Later</span>
    </button>
  );
}

function Current({ model }: Pick<VeinPartProps, 'model'>) {
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
          <strong>{allDoneTitle(model)}</strong>
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

/** What is still planned but not to be given today is said: it is not done. */
function allDoneTitle({ tasks }: RecordingModel): string {
  return tasks.every(({ isDone }) => isDone) ? 'All that was planned is done' : 'What fits today is done';
}

interface VeinKeyProps {
  readonly task: VeinTask;
  readonly fit?: VeinFit | undefined;
  readonly isLeft?: boolean;
  readonly onPress: (id: VeinId) => void;
}

function VeinKey({ task, fit, isLeft = false, onPress }: VeinKeyProps) {
  const word = isLeft ? 'fits' : fitWord(fit);
  return (
    <button
      type="button"
      className={styles.veinKey}
      data-left={isLeft || undefined}
      data-fit={word}
      data-enter-records
      onClick={() => {
        onPress(task.vein.id);
      }}
    >
      <strong>{veinLabel(task.vein)}</strong>
      <span>{isLeft ? 'left for later' : (fitText(fit) ?? leftText(task))}</span>
    </button>
  );
}

function leftText(task: VeinTask): string {
  const left = task.punctures.length - task.given;
  return task.next ? `${String(left)} × ${mlEntered(task.next.volumeUl)}` : String(left);
}
