import type { ReviewView } from '../../../shared/contract/review.ts';
import { capOf } from '../../../shared/domain/dose/assess-dose.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { grams, type Grams } from '../../../shared/kernel/units.ts';
import { mg, mgText, mlTotal, mlTotalText } from '../../text/format.ts';
import { DoseChart } from './dose-chart.tsx';
import styles from './review.module.css';

interface DoseChartsProps {
  readonly view: ReviewView;
  readonly profile: LabelProfile;
  readonly weightG: Grams | null;
}

/** What each session gave, against the limits of the profile in use now. */
export function DoseCharts({ view, profile, weightG }: DoseChartsProps) {
  const volume = profile.limits.find(
    ({ quantity, window, severity }) =>
      quantity === 'total-volume' && window === 'session' && severity === 'hard',
  );
  const mass = profile.limits.find(
    ({ quantity, window, severity }) => quantity === 'mass' && window === '24-hours' && severity === 'hard',
  );
  const massCap =
    mass && (weightG !== null || mass.cap.per === 'person')
      ? capOf(mass, { weightG: weightG ?? grams(0) })
      : null;
  const volumeCap = volume?.cap.per === 'person' ? volume.cap.amount : null;
  return (
    <div className={styles.charts}>
      <DoseChart
        title="Volume per session, mL"
        sessions={view.sessions}
        amountOf={({ volumeUl }) => volumeUl}
        textOf={(amount) => mlTotal(amount)}
        cap={volumeCap}
        capText={volumeCap === null ? '' : `limit ${mlTotalText(volumeCap, 'down')}`}
      />
      <DoseChart
        title="Polidocanol per session, mg"
        sessions={view.sessions}
        amountOf={({ massUg }) => massUg}
        textOf={(amount) => mg(amount)}
        cap={massCap}
        capText={massCap === null ? '' : `limit in 24 h ${mgText(massCap, 'down')}`}
      />
    </div>
  );
}
