import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Gauge as GaugeValue } from '../../../shared/domain/dose/assess-dose.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { limitAmount, limitName, quantityUnit } from '../../text/limit-text.ts';
import { totalsText } from '../../text/session-text.ts';
import { Gauge } from '../../ui/gauge.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import styles from './limits-panel.module.css';
import type { RecordingModel } from './recording-model.ts';
import { plannedUnder } from './session-limits.ts';

interface LimitsPanelProps {
  readonly view: SessionView;
  readonly model: RecordingModel;
}

/** Every limit with what is given, this injection, and what is still planned; the one that binds first. */
export function LimitsPanel({ view, model }: LimitsPanelProps) {
  const { assessment, stillPlanned, syringe } = model;
  const { bars, single, cautions } = sorted(assessment.gauges, assessment.bindingLimitId);
  return (
    <section className={styles.limits} aria-label="Limits">
      <header className={styles.head}>
        <h2>Limits</h2>
        <UnapprovedProfileNote name={view.profile.id} approved={view.profileApproved} />
      </header>
      <div className={styles.legend} aria-hidden="true">
        <span data-part="given">given</span>
        <span data-part="this">this one</span>
        <span data-part="planned">still planned</span>
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="All limits">
        {bars.map((gauge) => (
          <Gauge
            key={gauge.limit.id}
            gauge={gauge}
            binds={gauge.limit.id === assessment.bindingLimitId}
            plannedAmount={plannedUnder(gauge, stillPlanned)}
            cautionAt={cautionOf(gauge, cautions)}
            syringe={syringe?.preparation ?? null}
            weightG={view.dosePatient.weightG}
          />
        ))}
        {single.map((gauge) => (
          <p
            key={gauge.limit.id}
            className={styles.single}
            data-over={gauge.projectedState === 'over' || undefined}
          >
            <span>{gauge.limit.window === 'injection' ? 'This injection' : limitName(gauge.limit)}</span>
            <span>
              <strong>{limitAmount(gauge.limit, gauge.projected, 'up')}</strong> of{' '}
              {limitAmount(gauge.limit, gauge.cap, 'down')} {quantityUnit(gauge.limit.quantity)}, the most
            </span>
          </p>
        ))}
        <Rest model={model} />
        <Cautions cautions={cautions} />
      </div>
    </section>
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

/** Bars: what sums up over the session or the day. Foam is left out until there is any. */
function sorted(gauges: readonly GaugeValue[], bindingId: string | null) {
  const isSingle = ({ limit }: GaugeValue) => limit.window === 'injection';
  const isIdleFoam = ({ limit, projected }: GaugeValue) =>
    limit.quantity === 'foam-volume' && projected === 0;
  const summing = gauges.filter((gauge) => !isSingle(gauge) && !isIdleFoam(gauge));
  const isBar = (gauge: GaugeValue) => gauge.limit.severity !== 'caution';
  return {
    bars: summing
      .filter(isBar)
      .toSorted((a, b) => Number(b.limit.id === bindingId) - Number(a.limit.id === bindingId)),
    single: gauges.filter(isSingle),
    cautions: summing.filter((gauge) => !isBar(gauge)),
  };
}

/** Where on a bar a caution of the same kind begins. */
function cautionOf({ limit }: GaugeValue, cautions: readonly GaugeValue[]): number | null {
  const same = cautions.find(
    (caution) => caution.limit.quantity === limit.quantity && caution.limit.window === limit.window,
  );
  return same?.cap ?? null;
}
