import { useElementSize } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { LegView, PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { sameView, viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { LegMap } from '../../canvas/leg-map.tsx';
import { LegThumbnail } from '../../canvas/leg-thumbnail.tsx';
import type { VeinMark } from '../../canvas/vein-mark.ts';
import { VISIBLE_TOP_MM } from '../../canvas/layout/arrange-views.ts';
import { WHOLE, zoomedAt, type Extent, type Viewport } from '../../canvas/viewport/viewport.ts';
import { viewSides, viewTitle } from '../../text/map-text.ts';
import { fitText } from '../../text/session-text.ts';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { punctureMarks } from './puncture-places.ts';
import type { RecordingModel } from './recording-model.ts';
import styles from './session-map.module.css';
import type { VeinTask } from '../../../shared/domain/session/vein-tasks.ts';

/** From the whole leg to where single punctures can be told apart. */
const CLOSER = 1.6;

interface SessionMapProps {
  readonly view: SessionView;
  readonly model: Pick<RecordingModel, 'tasks' | 'vein' | 'fits' | 'leftForLater'>;
  readonly onVein: (id: VeinId) => void;
  /** A place was pointed at: on no vein, or with `vein` in hand near it. */
  readonly onPoint: (view: LegView, point: PointMm) => void;
}

/** The leg with what is due: one view large, the others small beside it. */
export function SessionMap({ view, model, onVein, onPoint }: SessionMapProps) {
  const { tasks, vein } = model;
  const views = view.opening.legs.flatMap(viewsOfLeg);
  const [chosen, setChosen] = useState<LegView | null>(null);
  const [seenVein, setSeenVein] = useState(vein?.id);
  // The map follows the vein in hand; another view can be looked at until the next vein.
  if (seenVein !== vein?.id) {
    setSeenVein(vein?.id);
    setChosen(null);
  }
  const active = chosen ?? viewOf(vein) ?? viewOf(tasks[0]?.vein ?? null) ?? views[0];
  if (!active) return null;
  const marks = marksOf(view, model);
  const due = tasks.filter((task) => sameView(task.vein, active) && !task.isDone).length;
  return (
    <section className={styles.map} aria-label="Map of this session">
      <header className={styles.head}>
        <div>
          <h2>{viewTitle(active)}</h2>
          <span className={styles.sides}>
            {viewSides(active)} · {sightWords(active)}
          </span>
        </div>
        <span className={styles.due}>
          <SessionBadge number={view.opening.number} size={20} />
          {due === 0 ? 'none due here' : `${String(due)} due`}
        </span>
      </header>
      <ActiveView
        key={`${active.leg} ${active.aspect}`}
        {...{ view, active, marks, vein, onVein, onPoint }}
      />
      <div className={styles.small} role="group" aria-label="Other views">
        {views
          .filter((other) => !sameView(other, active))
          .map((other) => (
            <button
              key={`${other.leg} ${other.aspect}`}
              type="button"
              className={styles.thumb}
              onClick={() => {
                setChosen(other);
              }}
            >
              <span className={styles.thumbTitle}>{`${other.leg.toUpperCase()} ${other.aspect}`}</span>
              <span className={styles.thumbDone}>{doneWords(tasks, other)}</span>
              <LegThumbnail view={other} veins={view.veins} marks={marks} height={132} />
            </button>
          ))}
      </div>
    </section>
  );
}

interface ActiveViewProps extends Omit<SessionMapProps, 'model'> {
  readonly vein: Vein | null;
  readonly active: LegView;
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
}

function ActiveView({ view, active, marks, vein, onVein, onPoint }: ActiveViewProps) {
  const { ref, width, height } = useElementSize();
  const [chosenViewport, setViewport] = useState<Viewport | null>(null);
  const viewport = chosenViewport ?? towards(view, active, vein, { width, height });
  const zoom = (factor: number) => {
    setViewport(zoomedAt(viewport, [width / 2, height / 2], factor, { width, height }));
  };
  return (
    <div className={styles.active} ref={ref}>
      {width > 0 && height > 0 ? (
        <LegMap
          views={[active]}
          veins={view.veins}
          marks={marks}
          dots={punctureMarks(view, vein)}
          selectedId={vein?.id ?? null}
          onSelect={(id) => {
            if (id) onVein(id);
          }}
          onPoint={onPoint}
          width={width}
          height={height}
          labels
          titles={false}
          interactive
          heightScale={view.heightScale}
          viewport={viewport}
          onViewport={setViewport}
        />
      ) : null}
      <div className={styles.zoom}>
        <button
          type="button"
          aria-label="Larger"
          onClick={() => {
            zoom(1.5);
          }}
        >
          <IconPlus size={22} aria-hidden />
        </button>
        <button
          type="button"
          aria-label="Smaller"
          onClick={() => {
            zoom(1 / 1.5);
          }}
        >
          <IconMinus size={22} aria-hidden />
        </button>
      </div>
    </div>
  );
}

/** Due veins on their session's marker with how far they are, and what is not for today; all others dimmed. */
function marksOf(view: SessionView, model: SessionMapProps['model']): ReadonlyMap<VeinId, VeinMark> {
  const marks = new Map<VeinId, VeinMark>(
    view.veins.map((vein) => [
      vein.id,
      { state: vein.carriedOverFrom === null ? 'mapped' : 'carried-over', dimmed: true },
    ]),
  );
  for (const task of model.tasks) {
    const notToday = notTodayText(model, task);
    const progress = `${String(task.given)}/${String(task.punctures.length)}`;
    marks.set(task.vein.id, {
      state: task.isDone ? 'injected' : 'planned',
      sessionNumber: view.opening.number,
      label: [progress, task.isDone ? '✓' : notToday].filter((word) => word !== null).join(' '),
      ...(notToday !== null && { caution: true }),
    });
  }
  return marks;
}

function notTodayText({ fits, leftForLater }: SessionMapProps['model'], task: VeinTask): string | null {
  if (task.isDone) return null;
  return leftForLater.has(task.vein.id) ? 'left for later' : fitText(fits.get(task.vein.id));
}

/** Closer, about 1 px to the mm, on what is in hand in this view, or on what is due there. */
function towards(view: SessionView, active: LegView, vein: Vein | null, extent: Extent): Viewport {
  const due = new Set(view.due.map(({ veinId }) => veinId));
  const here = view.veins.filter(
    (each) =>
      sameView(each, active) && (vein && sameView(vein, active) ? each.id === vein.id : due.has(each.id)),
  );
  const heights = here.flatMap(({ path }) => path.map(([, y]) => y));
  if (heights.length === 0) return WHOLE;
  const middle = (Math.min(...heights) + Math.max(...heights)) / 2;
  const fromTop = Math.min(1, Math.max(0, 1 - middle / VISIBLE_TOP_MM));
  return zoomedAt(WHOLE, [extent.width / 2, fromTop * extent.height], CLOSER, extent);
}

function doneWords(tasks: readonly VeinTask[], view: LegView): string {
  const here = tasks.filter((task) => sameView(task.vein, view));
  if (here.length === 0) return 'nothing due';
  const done = here.filter((task) => task.isDone).length;
  return `${String(done)} of ${String(here.length)}${done === here.length ? ' ✓' : ''} done`;
}

function viewOf(vein: Vein | null): LegView | null {
  return vein && { leg: vein.leg, aspect: vein.aspect };
}

function sightWords({ aspect }: LegView): string {
  return {
    anterior: 'seen from the front',
    posterior: 'seen from behind',
    medial: 'inner side',
    lateral: 'outer side',
  }[aspect];
}
