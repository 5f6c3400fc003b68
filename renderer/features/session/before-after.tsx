import type { Gauge } from '../../../shared/domain/dose/assess-dose.ts';
import { limitAmount, quantityUnit } from '../../text/limit-text.ts';
import styles from './dock.module.css';
import type { RecordingModel } from './recording-model.ts';

/** Now and after, for the session's volume and the day's mass. */
export function BeforeAfter({ model }: { readonly model: RecordingModel }) {
  const { gauges } = model.assessment;
  const session = gauges.find(
    ({ limit }) =>
      limit.window === 'session' && limit.quantity === 'total-volume' && limit.severity === 'hard',
  );
  const day = gauges.find(({ limit }) => limit.window === '24-hours' && limit.quantity === 'mass');
  return (
    <table className={styles.beforeAfter}>
      <thead>
        <tr>
          <th scope="col">
            <span className="pp-hidden">Total</span>
          </th>
          <th scope="col">now</th>
          <th scope="col">after</th>
        </tr>
      </thead>
      <tbody>
        {session ? <AmountRow name="Session" gauge={session} /> : null}
        {day ? <AmountRow name="24 hours" gauge={day} /> : null}
      </tbody>
    </table>
  );
}

function AmountRow({ name, gauge }: { readonly name: string; readonly gauge: Gauge }) {
  const amount = (value: number) =>
    `${limitAmount(gauge.limit, value, 'up')} ${quantityUnit(gauge.limit.quantity)}`;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {amount(gauge.used)} <span aria-hidden="true">→</span>
      </td>
      <td className={styles.after}>{amount(gauge.projected)}</td>
    </tr>
  );
}
