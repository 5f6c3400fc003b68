import {
  barCapText,
  measureText,
  seriesText,
  sessionRemarks,
  sessionTitle,
} from '../../text/dose-history-text.ts';
import type { DoseBar, DoseChartModel } from './dose-chart-model.ts';
import styles from './dose-charts.module.css';

interface DoseTipProps {
  readonly chart: DoseChartModel;
  readonly bar: DoseBar | null;
}

/** The figures of the session that is pointed at. */
export function DoseTip({ chart, bar }: DoseTipProps) {
  if (!bar) return null;
  const { measure, series, bars } = chart;
  return (
    <div className={styles.tip}>
      <strong>{sessionTitle(bar.session)}</strong>
      {series
        .filter(({ key }) => (bar.amounts[key] ?? 0) > 0)
        .map(({ key, preparation }) => (
          <span key={key}>
            {seriesText(preparation)}: {measureText(measure, bar.amounts[key] ?? 0)}
          </span>
        ))}
      <span>
        {measureText(measure, bar.total)}
        {bar.cap ? `, ${barCapText(measure, bar.cap)}` : ''}
      </span>
      {sessionRemarks(
        bar.session,
        bars.map(({ session }) => session),
      ).map((remark) => (
        <span key={remark}>{remark}</span>
      ))}
    </div>
  );
}
