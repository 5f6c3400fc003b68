import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { Gauge as GaugeValue } from '../../../shared/domain/dose/assess-dose.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { limitAmount, quantityUnit } from '../../text/limit-text.ts';
import { totalsText } from '../../text/session-text.ts';
import { Gauge } from '../../ui/gauge.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import styles from './limits-panel.module.css';
import type { RecordingModel } from './recording-model.ts';
import { plannedUnder, sortedGauges, tightenedBy } from './session-limits.ts';

interface LimitsPanelProps {
  readonly view: SessionView;
  readonly model: RecordingModel;
  readonly showsSources: boolean;
  readonly onSources: (shows: boolean) => void;
  readonly onTighten: (limit: Limit) => void;
}

/** Every limit with what is given, this injection, what is still planned and where it comes from; the one that binds first. */
export function LimitsPanel(props: LimitsPanelProps) {
  const { view, model, showsSources, onSources } = props;
  const { bars, single, others, cautions } = sortedGauges(model.assessment);
  return (
    <section className={styles.limits} aria-label="Limits">
      <header className={styles.head}>
        <h2>Limits</h2>
        <UnapprovedProfileNote name={view.profile.name} approved={view.profileApproved} besideHeading />
        <button
          type="button"
          className={styles.sources}
          aria-pressed={showsSources}
          aria-keyshortcuts="S"
          onClick={() => {
            onSources(!showsSources);
          }}
        >
          Sources <kbd>S</kbd>
        </button>
      </header>
      <div className={styles.legend} aria-hidden="true">
        <span data-part="given">given</span>
        <span data-part="this">this one</span>
        <span data-part="planned">still planned</span>
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="All limits">
        {bars.map((gauge) => (
          <PanelGauge key={gauge.limit.id} {...props} gauge={gauge} cautions={cautions} />
        ))}
        {single.map((gauge) => (
          <PanelGauge key={gauge.limit.id} {...props} gauge={gauge} cautions={[]} compact />
        ))}
        <Rest model={model} />
        <Cautions cautions={cautions} />
        {others.map((gauge) => (
          <PanelGauge key={gauge.limit.id} {...props} gauge={gauge} cautions={[]} compact />
        ))}
      </div>
    </section>
  );
}

interface PanelGaugeProps extends LimitsPanelProps {
  readonly gauge: GaugeValue;
  readonly cautions: readonly GaugeValue[];
  readonly compact?: boolean;
}

function PanelGauge({ view, model, gauge, cautions, compact = false, ...props }: PanelGaugeProps) {
  const { assessment, stillPlanned, syringe } = model;
  return (
    <Gauge
      gauge={gauge}
      binds={gauge.limit.id === assessment.bindingLimitId}
      plannedAmount={plannedUnder(gauge, stillPlanned)}
      cautionAt={cautionOf(gauge, cautions)}
      syringe={syringe?.preparation ?? null}
      weightG={view.dosePatient.weightG}
      compact={compact}
      tightened={tightenedBy(view, gauge)}
      showsSource={props.showsSources}
      action={
        <button
          type="button"
          className={styles.tighten}
          onClick={() => {
            props.onTighten(gauge.limit);
          }}
        >
          Tighter for this session…
        </button>
      }
    />
  );
}

function Rest({ model }: { readonly model: RecordingModel }) {
  const { rest, tasks, stillPlanned } = model;
  if (stillPlanned.length === 0) return null;
  const open = tasks.filter((task) => !task.isDone).map((task) => veinLabel(task.vein));
  const veins =
    open.length > 5 ? `${open.slice(0, 5).join(', ')} and ${String(open.length - 5)} more` : open.join(', ');
  return (
    <p className={styles.rest} data-fits={rest.fits}>
      {rest.fits ? <IconCircleCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
      <span>
        <strong>{rest.fits ? 'Rest of plan fits.' : 'Rest of plan does not fit.'}</strong> {veins} ={' '}
        {totalsText(rest.totals)}.
      </span>
    </p>
  );
}

function Cautions({ cautions }: { readonly cautions: readonly GaugeValue[] }) {
  const passed = cautions.filter(({ projectedState }) => projectedState === 'over');
  return passed.map(({ limit, cap }) => (
    <p key={limit.id} className={styles.rest} data-fits={false}>
      <IconAlertTriangle size={17} aria-hidden />
      <span>
        <strong>
          Over {limitAmount(limit, cap, 'down')} {quantityUnit(limit.quantity)}.
        </strong>{' '}
        {limit.source.text}
      </span>
    </p>
  ));
}

/** Where on a bar a caution of the same kind begins. */
function cautionOf({ limit }: GaugeValue, cautions: readonly GaugeValue[]): number | null {
  const same = cautions.find(
    (caution) => caution.limit.quantity === limit.quantity && caution.limit.window === limit.window,
  );
  return same?.cap ?? null;
}
