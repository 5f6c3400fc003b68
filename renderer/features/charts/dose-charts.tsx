import { useElementSize } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import type { SessionDose } from '../../../shared/domain/patient/session-dose.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { doseHistoryText, measureTitle } from '../../text/dose-history-text.ts';
import { doseChart, measuresOf, runningTotals, type DoseAxis, type DoseMeasure } from './dose-chart-model.ts';
import { DoseLegend } from './dose-legend.tsx';
import styles from './dose-charts.module.css';

// The library that draws is large, and nothing but these charts needs it.
const BarsOfDoses = lazy(async () => ({ default: (await import('./dose-bar-chart.tsx')).DoseBarChart }));
const DosesOverTime = lazy(async () => ({ default: (await import('./dose-time-chart.tsx')).DoseTimeChart }));

/** More sessions than stand legibly in half the width. */
const MANY = 8;

interface DoseChartsProps {
  /** The oldest first. */
  readonly sessions: readonly SessionDose[];
  readonly axis: DoseAxis;
  readonly today: CalendarDate;
  /** Of each chart, in pixels. */
  readonly height: number;
  /** Without the signs and remarks below. */
  readonly isBrief?: boolean;
}

/** What sessions gave, measure by measure, against the limits that held on their days. */
export function DoseCharts({ sessions, axis, today, height, isBrief = false }: DoseChartsProps) {
  return (
    <>
      <div className={styles.charts} data-many={sessions.length > MANY || undefined}>
        {measuresOf(sessions).map((measure) => (
          <DoseChart key={measure} {...{ measure, sessions, axis, today, height }} />
        ))}
      </div>
      <DoseLegend sessions={sessions} axis={axis} isBrief={isBrief} />
    </>
  );
}

type DoseChartProps = Omit<DoseChartsProps, 'isBrief'> & { readonly measure: DoseMeasure };

function DoseChart({ measure, sessions, axis, today, height }: DoseChartProps) {
  const { ref, width } = useElementSize();
  return (
    <figure className={styles.chart} ref={ref}>
      <figcaption>{measureTitle(measure, axis)}</figcaption>
      <Suspense
        fallback={
          <div className={styles.drawing} style={{ height }} role="status">
            {doseHistoryText.drawing}
          </div>
        }
      >
        {width === 0 ? (
          <div style={{ height }} />
        ) : axis === 'by-session' ? (
          <BarsOfDoses chart={doseChart(measure, sessions)} width={width} height={height} />
        ) : (
          <DosesOverTime
            measure={measure}
            running={runningTotals(measure, sessions)}
            {...{ today, width, height }}
          />
        )}
      </Suspense>
    </figure>
  );
}
