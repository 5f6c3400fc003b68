import { useId } from 'react';
import { Area, AreaChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { dateText, dayMonthText } from '../../text/format.ts';
import { measureAmount, measureText, measureTitle } from '../../text/dose-history-text.ts';
import { axisTicks, type DoseMeasure, type RunningTotal, type runningTotals } from './dose-chart-model.ts';
import { DosePatterns, fillUrl } from './dose-patterns.tsx';
import styles from './dose-charts.module.css';

interface DoseTimeChartProps {
  readonly measure: DoseMeasure;
  readonly running: ReturnType<typeof runningTotals>;
  readonly today: CalendarDate;
  readonly width: number;
  readonly height: number;
}

const DAY_MS = 86_400_000;
const MARGIN = { top: 20, right: 60, bottom: 0, left: 0 };

/** What had been given by when, on an axis of days: each session a step. */
export function DoseTimeChart({ measure, running, today, width, height }: DoseTimeChartProps) {
  const id = useId();
  const { series, totals } = running;
  const [first] = totals;
  const last = totals.at(-1);
  if (!first || !last) return null;
  const end = Math.max(Date.parse(`${today}T12:00:00.000Z`), last.at);
  const nothing: RunningTotal = { ...first, at: first.at - DAY_MS, amounts: {}, total: 0 };
  const points = [nothing, ...totals, { ...last, at: end + DAY_MS }];
  const ticks = axisTicks(last.total);
  return (
    <div className={styles.scroll}>
      <div role="img" aria-label={timeText(measure, totals)} style={{ width, height }}>
        <AreaChart width={width} height={height} data={points} margin={MARGIN} accessibilityLayer={false}>
          <DosePatterns id={id} series={series} />
          <XAxis
            dataKey="at"
            type="number"
            domain={[nothing.at, end + DAY_MS]}
            tick={false}
            axisLine={false}
            tickLine={false}
            height={38}
          />
          <YAxis
            width={48}
            domain={[0, ticks.at(-1) ?? last.total]}
            ticks={[...ticks]}
            interval={0}
            tickFormatter={(amount: number) => measureAmount(measure, amount).replace(/\.0$/, '')}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--pp-ink3)', fontSize: 12 }}
          />
          {series.map(({ key }) => (
            <Area
              key={key}
              type="stepAfter"
              stackId="given"
              dataKey={(point: RunningTotal) => point.amounts[key] ?? 0}
              fill={fillUrl(id, key)}
              fillOpacity={1}
              stroke="var(--pp-used)"
              strokeWidth={1}
              isAnimationActive={false}
            />
          ))}
          <TimeMarks measure={measure} totals={totals} />
        </AreaChart>
      </div>
    </div>
  );
}

/** How near two days may stand on the axis before the later one goes without words. */
const CLEAR_PX = 46;

function TimeMarks({
  measure,
  totals,
}: {
  readonly measure: DoseMeasure;
  readonly totals: readonly RunningTotal[];
}) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const bottom = plot.y + plot.height;
  const places = totals.map((point) => x(point.at) ?? 0);
  const named = withRoom(places);
  return (
    <>
      <line x1={plot.x} x2={plot.x + plot.width} y1={bottom} y2={bottom} className={styles.caseLine} />
      {totals.map((point, at) => {
        const px = places[at] ?? 0;
        const isLast = at === totals.length - 1;
        const top = y(point.total) ?? 0;
        return (
          <g key={point.session.sessionId}>
            <line x1={px} x2={px} y1={bottom} y2={bottom + 5} className={styles.cap} />
            {named.has(at) ? (
              <>
                <text x={px} y={bottom + 18} className={styles.day}>
                  {dayMonthText(point.onDate)}
                </text>
                <text x={px} y={bottom + 32} className={styles.day}>
                  {point.onDate.slice(0, 4)}
                </text>
              </>
            ) : null}
            {isLast ? (
              <text x={plot.x + plot.width + 4} y={top + 4} className={styles.sum}>
                {measureAmount(measure, point.total)}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

/** Which of some places on the axis, from left to right, have room for words. */
function withRoom(places: readonly number[]): ReadonlySet<number> {
  const named = new Set<number>();
  let last = -Infinity;
  places.forEach((place, at) => {
    if (place - last < CLEAR_PX) return;
    named.add(at);
    last = place;
  });
  return named;
}

function timeText(measure: DoseMeasure, totals: readonly RunningTotal[]): string {
  const steps = totals.map(({ onDate, total }) => `${dateText(onDate)} ${measureText(measure, total)}`);
  return `${measureTitle(measure, 'over-time')}. ${steps.join('; ')}.`;
}
